//! The components, one file each, named after what they show.

pub(crate) mod announcer;
pub(crate) mod cause_entry;
pub(crate) mod cause_list;
pub(crate) mod citation;
pub(crate) mod entry_pane;
pub(crate) mod facet_panel;
pub(crate) mod fact;
pub(crate) mod feature_list;
pub(crate) mod grade_badge;
pub(crate) mod link;
pub(crate) mod list_head;
pub(crate) mod reading_guide;
pub(crate) mod reference_list;
pub(crate) mod related;
pub(crate) mod search_box;
pub(crate) mod site_footer;
pub(crate) mod site_header;
pub(crate) mod topic_entry;
pub(crate) mod topic_list;
pub(crate) mod urgency_box;
