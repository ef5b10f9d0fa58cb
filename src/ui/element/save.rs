//! What a reader takes away: files, and texts to copy.

pub(crate) mod copied;
pub(crate) mod note;
pub(crate) mod sources;
