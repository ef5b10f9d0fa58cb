//! The components, one file each, named after what they show.

pub(crate) mod announcer;
pub(crate) mod cause_entry;
pub(crate) mod cause_list;
pub(crate) mod cause_row;
pub(crate) mod chips;
pub(crate) mod citation;
pub(crate) mod compare_bar;
pub(crate) mod entry_pane;
pub(crate) mod facet_panel;
pub(crate) mod fact;
pub(crate) mod feature_list;
pub(crate) mod grade_badge;
pub(crate) mod keys_dialog;
pub(crate) mod link;
pub(crate) mod list_head;
pub(crate) mod nothing_found;
pub(crate) mod reading_guide;
pub(crate) mod reference_list;
pub(crate) mod related;
pub(crate) mod search_box;
pub(crate) mod site_footer;
pub(crate) mod site_header;
pub(crate) mod topic_entry;
pub(crate) mod topic_list;
pub(crate) mod unknown_parts;
pub(crate) mod urgency_box;
