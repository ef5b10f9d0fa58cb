//! Selectors and ids of the parts of the page without a role or name of their own.
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
    /// The loading message, shown until the explorer has started.
    LOADING = "#boot";
    /// A list of entries.
    LIST = "ul.rows";
    /// A row of a list of causes.
    ROW = "li.item";
    /// The button of a row that adds it to a comparison.
    ROW_COMPARE = ".item__add";
    /// How the id of a row's link begins; the rest is the id of the entry.
    ROW_ID = "row-";
    /// The search box of a list.
    SEARCH = "input[type=search]";
    /// A chosen value of a facet.
    CHOSEN = ".filters input:checked";
    /// The order of a list.
    ORDER = "select";
    /// The heading of an entry.
    ENTRY_HEADING = "#entry-heading";
    /// The links to the sections of an entry, beside it or folded within it.
    CONTENTS = ".toc[aria-label^='On this page'] a";
    /// The headings of the sections of an entry.
    SECTION_HEADINGS = ".sect > h2";
    /// What to do about an emergency.
    ACT = ".box[data-u=e] > p";
    /// What stays below the thumb on a phone.
    FIXED = ".nav";
    /// The references of an entry.
    REFERENCES = ".references > li";
    /// The findings of an entry that are folded at first.
    FOLDED_FINDINGS = "#else details table";
    /// The button that unfolds them.
    UNFOLD_FINDINGS = "#else details summary";
    /// The button that unfolds the references of an entry.
    UNFOLD_REFERENCES = "#sources summary";
    /// The button below an empty list that removes a filter to show entries.
    WAY_OUT = ".box > ul button";
    /// The button that unfolds the formats in which a list can be saved.
    SAVE_LIST = ".list-head .save summary";
    /// The part of an entry where its sources are saved.
    SAVE_SOURCES = "#save-sources";
    /// The formats in which a list can be saved.
    SAVE = ".save";
    /// The button of an entry that adds it to a comparison.
    ENTRY_COMPARE = ".compare-button";
    /// The entries chosen for a comparison.
    COMPARE_BAR = ".compare-bar";
    /// The link from an entry to its list.
    BACK = ".crumbs__list";
    /// The links past the menu and the filters.
    SKIP = "body > a.vh";
    /// The filters of a list.
    FILTERS = ".filters";
    /// The top of every page.
    HEADER = ".site";
    /// The foot of every page.
    FOOTER = ".foot";
    /// The foot of a view in a frame.
    FRAME_FOOT = ".frame-foot";
    /// The note for paper, which is only printed.
    PAPER_NOTE = ".box.paper-only";
    /// The address in that note.
    PAPER_ADDRESS = ".paper-only code";
    /// The region that a screen reader announces.
    ANNOUNCED = ".vh[role=status]";
    /// The list of further pages in the header.
    MORE = ".more";
    /// The red flags that stand on the start.
    FIRST_FLAGS = ".flags a";
    /// The ways in that stand on the start.
    DOORS = "a.door";
    /// The places of the explorer in the header.
    PLACES = ".nav";
}

/// The id of the search box.
pub const SEARCH_ID: &str = "search";
/// The id of the heading of a list.
pub const LIST_HEADING_ID: &str = "list-heading";
/// The id of the heading of an entry.
pub const ENTRY_HEADING_ID: &str = "entry-heading";
/// The id of the part that holds the list.
pub const RESULTS_ID: &str = "results";
