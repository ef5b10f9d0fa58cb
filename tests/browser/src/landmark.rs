//! Where things are on the page that have no role or name of their own: selectors and ids.
//!
//! Declared once, for tests and for their scripts: every script of [`crate::Page`] can use these
//! names. Knows no wording.

macro_rules! landmarks {
    ($($(#[doc = $doc:literal])+ $name:ident = $selector:literal;)+) => {
        $($(#[doc = $doc])+ pub const $name: &str = $selector;)+

        /// All of them as constants of a script.
        pub(crate) const FOR_SCRIPTS: &str =
            concat!($("const ", stringify!($name), " = `", $selector, "`;\n"),+);
    };
}

landmarks! {
    /// What is on the page until the explorer has started.
    LOADING = "#boot";
    /// A list whose rows are still being made.
    BUSY = "[aria-busy]";
    /// A list of entries.
    LIST = "ul.row-list";
    /// A row of a list of causes.
    ROW = "li.row";
    /// A row that the search and the filters leave in the list.
    SHOWN_ROW = "li.row:not([hidden])";
    /// The button of a row that adds it to a comparison.
    ROW_COMPARE = ".row__compare";
    /// How the id of a row's link begins; the rest is the id of the entry.
    ROW_ID = "row-";
    /// The search box of a list.
    SEARCH = "input[type=search]";
    /// A chosen value of a facet.
    CHOSEN = ".facet-value input:checked";
    /// The order of a list.
    ORDER = "select";
    /// The heading of an entry.
    ENTRY_HEADING = "#entry-heading";
    /// The references of an entry.
    REFERENCES = ".reference-list > li";
    /// The findings of an entry that are folded at first.
    FOLDED_FINDINGS = ".findings__rest .feature-list";
    /// What unfolds them.
    UNFOLD_FINDINGS = ".findings__rest summary";
    /// A filter that would bring entries back, below an empty list.
    WAY_OUT = ".row-list__ways-out button";
    /// What unfolds the formats that a list can be saved in.
    SAVE_LIST = ".list-head .save summary";
    /// The part of an entry where its sources are saved.
    SAVE_SOURCES = "#save-sources";
    /// The formats that a list can be saved in.
    SAVE = ".save";
    /// The button of an entry that adds it to a comparison.
    ENTRY_COMPARE = ".compare-button";
    /// What has been chosen for a comparison.
    COMPARE_BAR = ".compare-bar";
    /// The link from an entry to its list.
    BACK = ".entry__back";
    /// The links past the menu and the filters.
    SKIP = ".skip-link";
    /// The filters of a list.
    FILTERS = ".browse__filters";
    /// The top of every page.
    HEADER = ".site-header";
    /// The foot of every page.
    FOOTER = ".site-footer";
    /// How to read an entry.
    READING_GUIDE = ".reading-guide";
    /// The foot of a view in a frame.
    FRAME_FOOT = ".embedded__foot";
    /// What is printed only.
    PAPER_NOTE = ".paper-note";
    /// The address in it.
    PAPER_ADDRESS = ".paper-note__address";
    /// What a screen reader announces.
    ANNOUNCED = ".visually-hidden[role=status]";
}

/// The id of the search box.
pub const SEARCH_ID: &str = "search";
/// The id of the heading of a list.
pub const LIST_HEADING_ID: &str = "list-heading";
/// The id of the heading of an entry.
pub const ENTRY_HEADING_ID: &str = "entry-heading";
/// The id of the part that holds the list.
pub const RESULTS_ID: &str = "results";
