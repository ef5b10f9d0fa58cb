//! The texts of the page that more than one test uses, each declared once.
//!
//! Names and texts of the data are in [`crate::known`].

/// The name of the one search of the start.
pub const SEARCH_EVERYTHING: &str = "Search causes, medicines, genes, findings or plain words";
/// The label of the search box of the causes.
pub const SEARCH_CAUSES: &str = "Search by name, drug, sign or plain words";
/// The label of the search box of the types.
pub const SEARCH_TYPES: &str = "Search the types";
/// The button that empties the search box and removes all filters.
pub const CLEAR_ALL: &str = "Clear all";
/// The button that shows the filters on a narrow screen.
pub const FILTERS: &str = "Filters";
/// The label of the choice of an order.
pub const ORDER: &str = "Order";
/// The order by name.
pub const BY_NAME: &str = "by name";
/// The order by category.
pub const BY_CATEGORY: &str = "by category";
/// The button that hides the entries for which a fact is not recorded.
pub const HIDE_NOT_RECORDED: &str = "Hide these entries";
/// The button that shows them again.
pub const SHOW_NOT_RECORDED: &str = "Show these entries";

/// The note in place of texts that have not come yet.
pub const ON_THEIR_WAY: &str = "The texts and their sources are on their way.";
/// The button that asks for lost texts again.
pub const TRY_AGAIN: &str = "Try again";

/// The link from an address without an entry to the list.
pub const CLOSE_ENTRY: &str = "Back to the list";
/// The button that adds the open entry to a comparison.
pub const COMPARE: &str = "Compare";
/// The link to the comparison.
pub const COMPARE_SIDE_BY_SIDE: &str = "Compare side by side";
/// The heading of the rows in which compared entries differ.
pub const DIFFERS: &str = "What differs";
/// The heading of the rows in which they do not.
pub const ALIKE: &str = "What is alike";

/// The note on an address that is understood only in part.
pub const UNKNOWN_PARTS: &str = "These parts of the address could not be used";
/// The note on an address that leads nowhere, before the nearest views.
pub const PERHAPS_MEANT: &str = "The address leads to no page. Perhaps you meant:";
/// The button that closes that note.
pub const CLOSE_NOTE: &str = "Close this note";
/// The note on words that no entry has together.
pub const NO_ENTRY_HAS_ALL: &str =
    "No entry has all of this. Those that have most of it come first. Not found: ";
/// The note on words that no entry has.
pub const NOTHING_FOUND: &str = "Nothing found for";
/// The most urgent grade.
pub const EMERGENCY: &str = "Emergency: act now";
/// The grade of an entry that can wait some days.
pub const SOON: &str = "Soon: today or within days";
/// The heading above the medicines that make a disease worse.
pub const MADE_WORSE_BY: &str = "Made worse by";

/// What the lowest grade of urgency does not say.
pub const NOT_MILD: &str = "It does not say that the illness is mild.";

/// The note on an entry without a grade of urgency.
pub const NOT_GRADED: &str = "That does not mean harmless";
/// The note on every entry and every print.
pub const NOT_REVIEWED: &str = "Not reviewed by a clinician";
/// Whether the jerks are reversible, if the sources speak of medicines as a group.
pub const FOR_MEDICINES_AS_A_GROUP: &str = "Usually, for medicines as a group";
/// The note on every static list.
pub const ORDER_SAYS_NOTHING: &str = "The order says nothing about how likely a cause is.";

/// The message of a page whose program cannot start.
pub const COULD_NOT_START: &str = "The explorer could not start";
/// The button that reloads the page.
pub const RELOAD: &str = "Reload the page";
/// The note on a new version.
pub const NEW_VERSION: &str = "A new version of the explorer is ready.";
/// The button that takes it.
pub const USE_NEW_VERSION: &str = "Use the new version";
/// The note on data that may be out of date.
pub const OLD_DATA: &str = "more than a year ago";
/// The note in the single file.
pub const ONE_FILE: &str = "This is the explorer as one file";

/// The dialogue on the keyboard, and the button that opens it.
pub const KEYS: &str = "Keys";
/// The checkbox in that dialogue.
pub const SINGLE_LETTERS: &str = "Use single letters and signs as shortcuts";
/// The button that closes a dialogue.
pub const CLOSE: &str = "Close";

/// The name of a page in the menu, and its heading.
pub type PageName = (&'static str, &'static str);
pub const HOME: &str = "Myoclonus: what makes muscles jerk";
pub const CAUSES: PageName = ("Causes", "Causes of myoclonus");
pub const TYPES: PageName = ("Types", "Types of myoclonus");
pub const WORK_UP: PageName = ("Work-up", "Work-up");
pub const TREATMENTS: PageName = ("Treatments", "Treatments");
pub const LOOK_ALIKES: PageName = ("Look-alikes", "Look-alikes");
pub const WORDS: PageName = ("Words explained", "Words explained");
pub const GENES: PageName = ("Genes", "Genes");
pub const SOURCES: PageName = ("Sources", "Sources");
pub const ABOUT: PageName = ("About", "About this explorer");

/// Every page. The one shown at the start comes last.
pub const PAGES: &[PageName] =
    &[TYPES, WORK_UP, TREATMENTS, LOOK_ALIKES, GENES, WORDS, SOURCES, ABOUT, CAUSES];

/// The names of the facets of causes.
pub mod facet {
    pub const GROUP: &str = "Kind of cause";
    pub const BEGINS: &str = "Begins at";
    pub const URGENCY: &str = "Urgency";
    pub const COURSE: &str = "Course";
    pub const AGE: &str = "Age group";
    pub const CONTRACTION: &str = "Kind of jerk";
    pub const DISTRIBUTION: &str = "Where on the body";
    pub const GENERATOR: &str = "Where it arises";
    pub const PROVOCATION: &str = "Triggered by";
    pub const REVERSIBLE: &str = "Reversible";
    pub const FEATURE: &str = "What else is found";
    pub const INHERITANCE: &str = "Inheritance";
    pub const GENE: &str = "Gene";
    pub const CONTEXT: &str = "Consider with";
    pub const EVIDENCE: &str = "Evidence";
}

/// The count of a whole list.
pub fn all_entries(total: usize) -> String {
    format!("All {total} entries")
}

/// The count of a narrowed list.
pub fn entries(shown: usize, total: usize) -> String {
    format!("{shown} of {total} entries")
}

/// The count of a list that is narrowed by a fact that is not recorded for every entry.
pub fn entries_and_more(shown: usize, total: usize, not_recorded: usize) -> String {
    format!("{shown} of {total} entries match; for {not_recorded} more this is not recorded")
}

/// The heading of the entries for which a fact is not recorded.
pub fn not_recorded(count: usize) -> String {
    format!("Not recorded ({count})")
}

/// The button of a row that adds it to a comparison.
pub fn compare(name: &str) -> String {
    format!("{COMPARE} {name}")
}

/// The same button after the row has been added.
pub fn do_not_compare(name: &str) -> String {
    format!("Remove {name} from the comparison")
}

/// The button that takes an entry out of a comparison.
pub fn remove(name: &str) -> String {
    format!("Remove {name}")
}

/// The button that unfolds the parts of a value.
pub fn parts_of(value: &str) -> String {
    format!("Parts of {value}")
}

/// The button that removes a chosen value.
pub fn remove_filter(facet: &str, value: &str) -> String {
    format!("Remove filter: {facet}: {value}")
}

/// The field that finds a value of a long facet; the number of values follows.
pub fn look_for_one(facet: &str) -> String {
    format!("{facet}: Find one of")
}

/// The title of the window.
pub fn title(heading: &str) -> String {
    format!("{heading} – Myoclonus Explorer")
}
