//! The browser: its address and history, storage, files, focus, frames, what is typed and how much
//! of a list is seen meanwhile, and what comes after the program.
//!
//! Each of these is used in one file only. Knows no component.

pub(crate) mod download;
pub(crate) mod file;
pub(crate) mod focus;
pub(crate) mod hurry;
pub(crate) mod location;
pub(crate) mod paint;
pub(crate) mod reading;
pub(crate) mod rehearsal;
pub(crate) mod storage;
pub(crate) mod typed;
