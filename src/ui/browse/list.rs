//! The list: its rows, and what keeps them in step with the results.
//!
//! Which entries are listed, and in which order, is decided in the core.

pub(crate) mod cause_list;
pub(crate) mod cause_row;
pub(crate) mod row;
pub(crate) mod rows;
pub(crate) mod topic_list;
