//! Real browsers, and the programs that drive them, serve to them or audit with them.

pub(crate) mod audit;
pub(crate) mod drivers;
pub(crate) mod nginx;
