//! The parts around every page: header, footer, notices, keyboard.
//!
//! Knows no list and no entry.

pub(crate) mod age_notice;
pub(crate) mod announcer;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod keys;
pub(crate) mod keys_dialog;
pub(crate) mod paper_note;
pub(crate) mod unknown_parts;
pub(crate) mod version_notice;
