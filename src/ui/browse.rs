//! Lists to search, filter and compare, of causes and of topics.
//!
//! Knows no index, no score and no address syntax.

pub(crate) mod cause_list;
pub(crate) mod cause_row;
pub(crate) mod causes_page;
pub(crate) mod chips;
pub(crate) mod compare_bar;
pub(crate) mod facet_panel;
pub(crate) mod head;
pub(crate) mod nothing_found;
pub(crate) mod rows;
pub(crate) mod save;
pub(crate) mod search_box;
pub(crate) mod topic_list;
pub(crate) mod topics_page;
