//! The list: its rows, and the code that keeps them in step with the results.
//!
//! The core decides which entries are listed, and in which order.

pub(crate) mod cause_list;
pub(crate) mod cause_row;
pub(crate) mod row;
pub(crate) mod rows;
pub(crate) mod topic_list;
