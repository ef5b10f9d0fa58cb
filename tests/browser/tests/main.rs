//! The published page in real browsers, by what a reader does there.
//!
//! One program, which is linked once. The tests of one engine begin with its name, such as
//! `firefox_`, so a run can leave them out.

mod copy;

mod browse;
mod engines;
mod harness;
mod host;
mod matching;
mod read;
mod share;
mod start;
