//! The pages of the explorer, and what each can hold.
//!
//! Knows neither what a page is called nor how it is drawn.

use crate::catalogue::Kind;
use crate::facet::Facet;

/// A page of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
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
    /// Two to four causes or types side by side.
    Compare,
    /// The sources, with who cites them.
    Sources,
    /// What the explorer is and is not.
    About,
}

impl Page {
    /// Every page, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Causes,
        Self::Types,
        Self::WorkUp,
        Self::Treatments,
        Self::LookAlikes,
        Self::Glossary,
        Self::Compare,
        Self::Sources,
        Self::About,
    ];

    /// The word that stands for the page in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Causes => "causes",
            Self::Types => "types",
            Self::WorkUp => "work-up",
            Self::Treatments => "treatments",
            Self::LookAlikes => "look-alikes",
            Self::Glossary => "glossary",
            Self::Compare => "compare",
            Self::Sources => "sources",
            Self::About => "about",
        }
    }

    /// The kinds of topics on the page, in the order in which they are shown.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Causes | Self::Compare | Self::Sources | Self::About => &[],
            Self::Types => &[Kind::Type],
            Self::WorkUp => &[Kind::RedFlag, Kind::Step, Kind::Test],
            Self::Treatments => &[Kind::Treatment],
            Self::LookAlikes => &[Kind::LookAlike],
            Self::Glossary => &[Kind::Term],
        }
    }

    /// The facets that narrow its list, in the order in which they are offered.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        let narrows = move |facet: &Facet| match facet.narrows() {
            None => self == Self::Causes,
            Some(kind) => self.kinds().contains(&kind),
        };
        Facet::all().filter(narrows)
    }

    /// Whether entries can be opened on the page.
    pub fn has_entries(self) -> bool {
        self == Self::Causes || !self.kinds().is_empty()
    }

    /// The page on which topics of a kind are read.
    pub fn of(kind: Kind) -> Self {
        let page = Self::ALL.iter().copied().find(|page| page.kinds().contains(&kind));
        page.expect("every kind of topic has its page")
    }
}
