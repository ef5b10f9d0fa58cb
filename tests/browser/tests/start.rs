//! Starting: with and without script, network or a sound host.

mod faults;
mod mending;
mod new_version;
mod offline;
mod privacy;
mod reading;
mod refusals;
mod silence;
mod weight;
