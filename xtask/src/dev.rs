//! The commands for daily work: serve, build, check, test, measure.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod serve;
pub(crate) mod size;
pub(crate) mod test;
