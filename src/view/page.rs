//! The pages of the explorer, and what each can hold.
//!
//! Knows neither what a page is called nor how it is drawn. A new page is a variant here, its words
//! in `ui::wording`, and its content in `ui::page`; the compiler asks for each.

use crate::catalogue::{Catalogue, CauseId, Kind, Lookup, Retired, TopicId};
use crate::facet::Facet;

/// A page of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Where a reader begins: one search for everything, and the ways in.
    Home,
    /// The causes, searched and filtered.
    #[default]
    Causes,
    /// The types of myoclonus, by axis.
    Types,
    /// Red flags, steps and tests.
    WorkUp,
    /// Treatments.
    Treatments,
    /// What can be mistaken for myoclonus.
    LookAlikes,
    /// Words explained.
    Glossary,
    /// The genes of rare diseases.
    Genes,
    /// The findings of one patient, and the causes in the order in which they fit.
    Match,
    /// Two to four causes or types side by side.
    Compare,
    /// The sources, and the entries that cite them.
    Sources,
    /// What the explorer is and is not.
    About,
}

impl Page {
    /// Every page, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Home,
        Self::Causes,
        Self::Types,
        Self::WorkUp,
        Self::Match,
        Self::Treatments,
        Self::LookAlikes,
        Self::Genes,
        Self::Glossary,
        Self::Compare,
        Self::Sources,
        Self::About,
    ];

    /// The word for the page in addresses. Empty for the start.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Causes => "causes",
            Self::Types => "types",
            Self::WorkUp => "work-up",
            Self::Treatments => "treatments",
            Self::LookAlikes => "look-alikes",
            Self::Glossary => "glossary",
            Self::Genes => "genes",
            Self::Match => "match",
            Self::Compare => "compare",
            Self::Sources => "sources",
            Self::About => "about",
        }
    }

    /// The kinds of topics on the page, in the order in which they are shown.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Home
            | Self::Causes
            | Self::Genes
            | Self::Match
            | Self::Compare
            | Self::Sources
            | Self::About => &[],
            Self::Types => &[Kind::Type],
            Self::WorkUp => &[Kind::RedFlag, Kind::Step, Kind::Test],
            Self::Treatments => &[Kind::Treatment],
            Self::LookAlikes => &[Kind::LookAlike],
            Self::Glossary => &[Kind::Glossary],
        }
    }

    /// The page on which topics of a kind are read: [`Self::kinds`] from the other end.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Type => Self::Types,
            Kind::RedFlag | Kind::Step | Kind::Test => Self::WorkUp,
            Kind::Treatment => Self::Treatments,
            Kind::LookAlike => Self::LookAlikes,
            Kind::Glossary => Self::Glossary,
        }
    }

    /// The facets that narrow its list, in the order in which they are offered.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        let narrows = move |facet: &Facet| match facet.narrows() {
            None => match self {
                Self::Causes => true,
                Self::Genes => [Facet::BEGINS, Facet::INHERITANCE].contains(facet),
                Self::Match => {
                    [Facet::GROUP, Facet::REVERSIBLE, Facet::INHERITANCE].contains(facet)
                }
                _ => false,
            },
            Some(kind) => self.kinds().contains(&kind),
        };
        Facet::all().filter(narrows)
    }

    /// Whether entries can be opened on the page.
    pub fn has_entries(self) -> bool {
        self == Self::Causes || !self.kinds().is_empty()
    }

    /// Whether its entries can be compared with each other.
    pub const fn is_comparable(self) -> bool {
        match self {
            Self::Causes | Self::Types => true,
            Self::Home
            | Self::WorkUp
            | Self::Treatments
            | Self::LookAlikes
            | Self::Glossary
            | Self::Genes
            | Self::Match
            | Self::Compare
            | Self::Sources
            | Self::About => false,
        }
    }

    /// Whether the page is also published as a static page of its own. A comparison needs the
    /// program, and the start is printed into the first page.
    pub const fn is_printed(self) -> bool {
        match self {
            Self::Home | Self::Compare => false,
            Self::Causes
            | Self::Types
            | Self::WorkUp
            | Self::Treatments
            | Self::LookAlikes
            | Self::Glossary
            | Self::Genes
            | Self::Match
            | Self::Sources
            | Self::About => true,
        }
    }

    /// What a slug leads to on the page; `None` if it leads nowhere.
    pub fn find(self, catalogue: &'static Catalogue, slug: &str) -> Option<Opened> {
        match self {
            Self::Causes => match catalogue.find(slug)? {
                Lookup::Cause(id) => Some(Opened::Cause(id)),
                Lookup::Retired(retired) => Some(Opened::Retired(retired)),
            },
            Self::Types | Self::WorkUp | Self::Treatments | Self::LookAlikes | Self::Glossary => {
                catalogue.find_topic(self.kinds(), slug).map(Opened::Topic)
            }
            Self::Home
            | Self::Genes
            | Self::Match
            | Self::Compare
            | Self::Sources
            | Self::About => None,
        }
    }
}

/// An entry that is opened on a page.
#[derive(Clone, Copy, Debug)]
pub enum Opened {
    /// A cause.
    Cause(CauseId),
    /// A topic.
    Topic(TopicId),
    /// An entry that was removed.
    Retired(&'static Retired),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_listed_on_exactly_one_page() {
        for kind in Kind::ALL {
            let pages = Page::ALL.iter().filter(|page| page.kinds().contains(kind));
            assert_eq!(pages.copied().collect::<Vec<_>>(), [Page::of(*kind)], "{kind:?}");
            // The build keeps the ids of a page apart by this key.
            assert_eq!(Page::of(*kind).key(), kind.definition().page, "{kind:?}");
        }
    }

    #[test]
    fn every_page_is_offered_once_under_its_own_key() {
        let mut keys: Vec<_> = Page::ALL.iter().map(|page| page.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Page::ALL.len());
    }
}
