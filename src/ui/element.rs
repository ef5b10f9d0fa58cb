//! Small elements that several parts of the page share.
//!
//! They know the catalogue, not the list or the entry in which they appear.

pub(crate) mod awaited;
pub(crate) mod compare_button;
pub(crate) mod grade_badge;
pub(crate) mod hand_on;
pub(crate) mod life;
pub(crate) mod link;
pub(crate) mod match_link;
pub(crate) mod provenance;
pub(crate) mod remade;
pub(crate) mod removable;
pub(crate) mod save;
pub(crate) mod table;
