//! The pages, one file each. `ui::pages` says which page of the explorer is which of these.

pub(crate) mod about;
pub(crate) mod causes;
pub(crate) mod compare;
pub(crate) mod sources;
pub(crate) mod topics;
