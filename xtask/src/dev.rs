//! The commands for daily work: serve, build, check, test, measure.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod fuzz;
pub(crate) mod instructions;
pub(crate) mod part;
pub(crate) mod reproduce;
pub(crate) mod serve;
pub(crate) mod size;
mod stale;
pub(crate) mod test;
pub(crate) mod walk;
