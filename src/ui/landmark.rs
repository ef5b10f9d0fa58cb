//! The ids of the elements that take the focus or are linked to from elsewhere on the page.
//!
//! Knows the ids, not what the elements show.

/// The content of the page, below the header.
pub(crate) const MAIN: &str = "main";

/// The heading of a list, or of a page without one.
pub(crate) const LIST_HEADING: &str = "list-heading";

/// The list of further pages in the header.
pub(crate) const MORE: &str = "more";

/// The heading of the filters, and the button that shows them on a narrow screen.
pub(crate) const FILTERS: &str = "filters";
pub(crate) const SHOW_FILTERS: &str = "show-filters";

/// The search box.
pub(crate) const SEARCH: &str = "search";

/// The list that is searched and filtered.
pub(crate) const RESULTS: &str = "results";

/// The heading of the open entry.
pub(crate) const ENTRY_HEADING: &str = "entry-heading";

/// The link in the row of an entry. The focus returns to it when the entry is closed.
pub(crate) fn row(slug: &str) -> String {
    format!("row-{slug}")
}

/// The address of an element within the page.
pub(crate) fn link_to(id: &str) -> String {
    format!("#{id}")
}

/// Whether a fragment leads to an element of this page, or once did. It then says nothing about the
/// view.
pub(crate) fn is_anchor(fragment: &str) -> bool {
    let id = fragment.strip_prefix('#').unwrap_or(fragment);
    let named = [MAIN, LIST_HEADING, SEARCH, RESULTS, ENTRY_HEADING].contains(&id);
    named || ["row-", "ref-"].iter().any(|start| id.starts_with(start))
}
