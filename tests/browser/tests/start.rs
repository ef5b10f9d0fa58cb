//! Starting: with and without script, network or a sound host.

mod faults;
mod offline;
mod silence;
