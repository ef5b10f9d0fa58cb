//! The names of the pages, and texts that are composed for a reader.
//!
//! Pure functions from values to text: no component, no browser.

pub(crate) mod entry;
mod quoted;
pub(crate) mod remarks;
pub(crate) mod results;

use crate::catalogue::Catalogue;
use crate::view::{Opened, Page, ViewState};

/// The name of the site.
pub(crate) const SITE: &str = "Myoclonus Explorer";

/// The texts of a page.
pub(crate) struct PageWords {
    /// Its name in the menu.
    pub(crate) label: &'static str,
    /// Its heading.
    pub(crate) heading: &'static str,
    /// Its introduction. Empty if the page has one of its own.
    pub(crate) about: &'static str,
    /// The label of its search box. Empty if it has none.
    pub(crate) search: &'static str,
}

/// The texts of each page.
pub(crate) const fn page(page: Page) -> PageWords {
    match page {
        Page::Home => PageWords {
            label: "Start",
            heading: "Myoclonus: what makes muscles jerk",
            about: "",
            search: "Search causes, medicines, genes, findings or plain words",
        },
        Page::Causes => PageWords {
            label: "Causes",
            heading: "Causes of myoclonus",
            about: "",
            search: "Search by name, drug, sign or plain words",
        },
        Page::Types => PageWords {
            label: "Types",
            heading: "Types of myoclonus",
            about: "Each axis answers a different question about the same jerks. One patient has a \
                    type on each axis.",
            search: "Search the types",
        },
        Page::WorkUp => PageWords {
            label: "Work-up",
            heading: "Work-up",
            about: "How doctors find the cause: what must not be missed, the steps, and the tests.",
            search: "Search the work-up",
        },
        Page::Treatments => PageWords {
            label: "Treatments",
            heading: "Treatments",
            about: "The cause comes first. What helps against the jerks depends on where they \
                    arise. No doses are given here.",
            search: "Search the treatments",
        },
        Page::LookAlikes => PageWords {
            label: "Look-alikes",
            heading: "Look-alikes",
            about: "Movements and states that can be mistaken for myoclonus, and how to tell them \
                    apart.",
            search: "Search the look-alikes",
        },
        Page::Glossary => PageWords {
            label: "Words explained",
            heading: "Words explained",
            about: "What the words mean, in plain language.",
            search: "Search the words",
        },
        Page::Genes => PageWords {
            label: "Genes",
            heading: "Genes",
            about: "The genes of rare diseases with myoclonus: former symbols, diseases, how they \
                    are inherited, when they begin and what sets each apart.",
            search: "Search by symbol, former symbol, disease or finding",
        },
        Page::Match => PageWords {
            label: "Match",
            heading: "Match findings with causes",
            about: "What was found in one patient, and what was not; then all causes in the order \
                    in which they fit, with every number.",
            search: "",
        },
        Page::Compare => PageWords {
            label: "Compare",
            heading: "Compare",
            about: "Two to four causes or types side by side: first what differs, then what is \
                    alike.",
            search: "",
        },
        Page::Sources => PageWords {
            label: "Sources",
            heading: "Sources",
            about: "Every source that we have seen, and the entries that cite it.",
            search: "Search the sources",
        },
        Page::About => {
            PageWords { label: "About", heading: "About this explorer", about: "", search: "" }
        }
    }
}

/// The description of a page for search engines.
#[cfg(feature = "ssr")]
pub(crate) fn description(shown: Page) -> String {
    match shown {
        Page::Causes => format!(
            "All {} causes of myoclonus (sudden muscle jerks) by kind, each with its sources.",
            Catalogue::bundled().cause_count()
        ),
        Page::Home => "What makes muscles jerk: hundreds of causes of myoclonus, every statement \
                       with its source."
            .to_owned(),
        Page::About => {
            "What Myoclonus Explorer is and is not, how it was made, and how to keep a copy."
                .to_owned()
        }
        Page::Types
        | Page::WorkUp
        | Page::Treatments
        | Page::LookAlikes
        | Page::Glossary
        | Page::Genes
        | Page::Match
        | Page::Compare
        | Page::Sources => page(shown).about.to_owned(),
    }
}

/// The title of the browser's window.
pub(crate) fn title(view: &ViewState) -> String {
    if view.page == Page::Home {
        return format!("{SITE}: what makes muscles jerk");
    }
    format!("{} – {SITE}", shown(view))
}

/// The name of what a view shows: an entry or a page.
pub(crate) fn shown(view: &ViewState) -> &'static str {
    let catalogue = Catalogue::bundled();
    let slug = view.open.as_deref().filter(|_| view.page.has_entries());
    match slug.map(|slug| view.page.find(catalogue, slug)) {
        None => page(view.page).heading,
        Some(Some(Opened::Cause(id))) => catalogue.cause(id).name,
        Some(Some(Opened::Topic(id))) => catalogue.topic(id).name,
        Some(Some(Opened::Retired(_))) => "Removed entry",
        Some(None) => "No such entry",
    }
}

/// How many causes the list has, and what its order means.
pub(crate) fn causes_counted() -> String {
    let catalogue = Catalogue::bundled();
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).is_group).count();
    let causes = catalogue.cause_count() - groups;
    let rare = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let rare = rare.filter(|cause| !cause.is_group && !cause.annotated.is_empty()).count();
    format!(
        "{causes} causes, {rare} of them rare diseases, and {groups} groups. The order says \
         nothing about how likely a cause is."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_page_or_the_entry_or_why_there_is_none() {
        let at = |page: Page| ViewState::at(page);
        assert_eq!(title(&at(Page::Causes)), "Causes of myoclonus – Myoclonus Explorer");
        let hiccup = title(&at(Page::Causes).opening("phys-hiccup"));
        assert!(hiccup.starts_with("Hiccup"), "{hiccup}");
        let negative = title(&at(Page::Types).opening("negative"));
        assert_eq!(negative, "Negative myoclonus – Myoclonus Explorer");
        // The slug belongs to another page.
        let nowhere = title(&at(Page::Types).opening("phys-hiccup"));
        assert_eq!(nowhere, "No such entry – Myoclonus Explorer");
        // This page has no entries.
        let sources = title(&at(Page::Sources).opening("phys-hiccup"));
        assert_eq!(sources, "Sources – Myoclonus Explorer");
    }

    #[test]
    fn pages_have_different_names_and_search_labels() {
        for shown in Page::ALL {
            let others = Page::ALL.iter().filter(|other| *other != shown);
            assert!(
                others.clone().all(|other| page(*other).label != page(*shown).label),
                "{shown:?}"
            );
            let searches =
                shown.has_entries() || matches!(shown, Page::Home | Page::Genes | Page::Sources);
            assert_eq!(page(*shown).search.is_empty(), !searches, "{shown:?}");
        }
    }
}
