//! The pages, one file each.

pub(crate) mod about;
pub(crate) mod causes;
pub(crate) mod compare;
pub(crate) mod embedded;
pub(crate) mod sources;
pub(crate) mod topics;
