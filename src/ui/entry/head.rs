//! What comes before the sections of an entry: the way to it, its names, what it is, and the entry
//! at a glance.

pub(crate) mod glance;
pub(crate) mod names;
pub(crate) mod top;
pub(crate) mod way;
