//! Everything the address can say, as a value.
//!
//! Knows neither the syntax of addresses nor the browser that holds them.

use super::page::Page;
use crate::catalogue::{CauseId, Link};
use crate::differential::Findings;
use crate::facet::{Choice, Facet};

/// The order in which causes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best match first. Without a search, causes as by [`Self::Urgency`], then by evidence,
    /// then by name. Never how likely a cause is.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// By category, then by name.
    Category,
    /// The best evidence first, then by name.
    Evidence,
    /// The most urgent first, then by name. Causes without a grade come last, which does not mean
    /// that they can wait.
    Urgency,
    /// The earliest beginning first, then by name. Causes without a record come last.
    Begins,
}

impl Order {
    /// Every order, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Relevance, Self::Urgency, Self::Evidence, Self::Begins, Self::Name, Self::Category];

    /// The word for the order in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Name => "name",
            Self::Category => "category",
            Self::Evidence => "evidence",
            Self::Urgency => "urgency",
            Self::Begins => "begins",
        }
    }
}

/// The most entries that can be compared.
pub const MOST_COMPARED: usize = 4;

/// The most medicines of a list that an address holds.
pub const MOST_MEDICINES: usize = 60;

/// What a reader looks at: the single source of truth of the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The page.
    pub page: Page,
    /// The slug of the entry that is open on the page. It may lead nowhere: the page then says so.
    pub open: Option<String>,
    /// The text in the search box, as typed.
    pub query: String,
    /// The medicines of a list that the reader pasted, by their names alone. The page of causes
    /// then shows what each of them is.
    pub medicines: Vec<String>,
    /// The chosen values of facets, ascending, each once. A facet without a chosen value allows
    /// all.
    pub chosen: Vec<Choice>,
    /// The order of the list.
    pub order: Order,
    /// Whether entries without a record for a chosen facet are hidden.
    pub hides_not_recorded: bool,
    /// The entries to compare: causes or types, at most [`MOST_COMPARED`], in the order in which
    /// they were chosen, each once.
    pub compared: Vec<Link>,
    /// What is known of the patient whose findings are compared with the causes. Only the page that
    /// compares them has any.
    pub findings: Findings,
    /// The cause with which this patient is compared, if the reader came from one.
    pub beside: Option<CauseId>,
    /// Whether the view is embedded in another page, where it can be read but not changed.
    pub embed: bool,
}

impl ViewState {
    /// A page with nothing chosen on it.
    pub fn at(page: Page) -> Self {
        Self { page, ..Self::default() }
    }

    /// The same view with an entry opened.
    #[must_use]
    pub fn opening(&self, slug: &str) -> Self {
        Self { open: Some(slug.to_owned()), ..self.clone() }
    }

    /// The same view with no entry open.
    #[must_use]
    pub fn closing(&self) -> Self {
        Self { open: None, ..self.clone() }
    }

    /// The same view with other words in the search box.
    #[must_use]
    pub fn asking(&self, query: String) -> Self {
        Self { query, ..self.clone() }
    }

    /// The same view with a list of medicines instead of search words.
    #[must_use]
    pub fn listing(&self, medicines: Vec<String>) -> Self {
        Self { query: String::new(), medicines, ..self.clone() }
    }

    /// The same view with other values chosen.
    #[must_use]
    pub fn choosing(&self, chosen: Vec<Choice>) -> Self {
        Self { chosen, ..self.clone() }
    }

    /// The same view in another order.
    #[must_use]
    pub fn ordering(&self, order: Order) -> Self {
        Self { order, ..self.clone() }
    }

    /// The same view without the choices in one facet.
    #[must_use]
    pub fn lifting(&self, facet: Facet) -> Self {
        let mut view = self.clone();
        view.chosen.retain(|choice| choice.facet != facet);
        view
    }

    /// The same view with the entry added to the comparison, or removed from it. Unchanged if there
    /// is no room for the entry: see [`Self::has_room_for`].
    #[must_use]
    pub fn comparing(&self, entry: Link) -> Self {
        let mut compared = self.compared.clone();
        if self.compared.contains(&entry) {
            compared.retain(|other| *other != entry);
        } else if self.has_room_for(entry) {
            compared.push(entry);
        }
        Self { compared, ..self.clone() }
    }

    /// Whether an entry can join the comparison: at most [`MOST_COMPARED`] entries, and no cause
    /// with a type.
    pub fn has_room_for(&self, entry: Link) -> bool {
        self.compared.len() < MOST_COMPARED
            && self.compared.iter().all(|other| same_kind(*other, entry))
    }

    /// The same view with other findings of the patient.
    #[must_use]
    pub fn finding(&self, findings: Findings) -> Self {
        Self { findings, ..self.clone() }
    }

    /// The same view with every filter lifted; order and comparison stay.
    #[must_use]
    pub fn unfiltered(&self) -> Self {
        Self { query: String::new(), medicines: Vec::new(), chosen: Vec::new(), ..self.clone() }
    }

    /// The same view in a window of its own.
    #[must_use]
    pub fn standing_alone(&self) -> Self {
        Self { embed: false, ..self.clone() }
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        !self.query.trim().is_empty() || !self.medicines.is_empty() || !self.chosen.is_empty()
    }
}

/// Whether both are causes, or both are topics.
pub const fn same_kind(one: Link, other: Link) -> bool {
    matches!((one, other), (Link::Cause(_), Link::Cause(_)) | (Link::Topic(_), Link::Topic(_)))
}
