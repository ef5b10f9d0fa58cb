//! Tables: those that scroll within a region of their own, and the column that is drawn.

pub(crate) mod bar;
pub(crate) mod wide;
