//! Audits of the published files by other programs.
//!
//! Each audit knows what it requires of the files, not how they were built or what they contain.

pub(crate) mod html;
pub(crate) mod lighthouse;
pub(crate) mod read_back;
pub(crate) mod scripts;
