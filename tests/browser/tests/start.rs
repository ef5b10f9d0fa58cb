//! Starting: with and without script, network or a sound host.

mod faults;
mod new_version;
mod offline;
mod silence;
mod weight;
