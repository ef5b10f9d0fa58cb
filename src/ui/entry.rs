//! One entry, to be read: a cause or a topic.
//!
//! Knows the records, but no search and no list.

pub(crate) mod cause_entry;
pub(crate) mod citation;
pub(crate) mod fact;
pub(crate) mod findings;
pub(crate) mod head;
pub(crate) mod pane;
pub(crate) mod reading_guide;
pub(crate) mod reference_list;
pub(crate) mod registries;
pub(crate) mod related;
pub(crate) mod section;
pub(crate) mod topic_entry;
