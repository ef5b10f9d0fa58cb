//! The list: its rows, and the code that keeps them in step with the results.

pub(crate) mod cause_list;
pub(crate) mod cause_row;
pub(crate) mod found;
pub(crate) mod more_rows;
pub(crate) mod row;
pub(crate) mod row_list;
pub(crate) mod topic_list;
