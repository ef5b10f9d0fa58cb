//! Searching, filtering and comparing: the list and the parts around it.
//!
//! Knows no entry beyond its row, no index, no score and no address syntax.

pub(crate) mod chips;
pub(crate) mod compare_bar;
pub(crate) mod facet_panel;
pub(crate) mod first_key;
pub(crate) mod head;
pub(crate) mod list;
pub(crate) mod medicine_list;
pub(crate) mod not_here;
pub(crate) mod nothing_found;
pub(crate) mod order;
pub(crate) mod save_list;
pub(crate) mod search_box;
