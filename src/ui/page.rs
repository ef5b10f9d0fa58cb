//! The pages, one file each. `ui::pages` maps each page of the explorer to one of them.

pub(crate) mod about;
pub(crate) mod causes;
pub(crate) mod compare;
pub(crate) mod sources;
pub(crate) mod topics;
