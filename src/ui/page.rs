//! The pages that are neither a list nor an entry.
//!
//! One file each, named after the page.

pub(crate) mod about;
pub(crate) mod compare;
pub(crate) mod framed;
pub(crate) mod sources;
