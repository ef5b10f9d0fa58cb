//! Pictures drawn from the data: one file each. The drawing is hidden from screen readers, and the
//! same row says in words what it shows.
//!
//! Knows how things are drawn, not where they stand. The counts come from the core.

pub(crate) mod ages;
pub(crate) mod bodies;
pub(crate) mod effects;
pub(crate) mod filter;
pub(crate) mod head;
pub(crate) mod timings;
