//! Entries that are searched together: the causes, or the topics.
//!
//! Knows how to search them and how to link to one. Knows no filters and no pages.

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::catalogue::{Catalogue, CauseId, Link, TopicId};
use crate::entry::is_named_as_medicine;
use crate::entry_set::EntrySet;
use crate::search::Query;
use crate::search::documents;
use crate::search::{Index, SearchField};
use crate::search::{Ranked, rank};
use crate::sorted;

/// The lists of entries that share texts, and the texts: see [`Index::build`].
type Documents = (Vec<Vec<u16>>, Vec<(u16, SearchField, &'static str)>);

/// Entries that are searched together, by their positions below `size`.
#[derive(Debug)]
pub(super) struct Collection {
    /// Built at first use: a list without a query does not wait for it.
    index: OnceLock<Index>,
    catalogue: &'static Catalogue,
    documents: fn(&'static Catalogue) -> Documents,
    /// The number of entries.
    pub(super) size: usize,
    /// The entry at a position.
    pub(super) link: fn(usize) -> Link,
    /// The position of an entry.
    position: fn(Link) -> Option<usize>,
    /// The entries that come later among equals.
    pub(super) demoted: EntrySet,
}

impl Collection {
    /// The causes; imported ones are demoted.
    pub(super) fn causes(catalogue: &'static Catalogue) -> Self {
        let size = catalogue.cause_count();
        let mut demoted = EntrySet::none(size);
        for id in catalogue.cause_ids().filter(|id| catalogue.cause(*id).imported) {
            demoted.insert(id.index());
        }
        let documents = documents::of_causes;
        let position = |link| match link {
            Link::Cause(id) => Some(id.index()),
            Link::Topic(_) | Link::Category(_) => None,
        };
        let link = |position| Link::Cause(CauseId::at(position));
        Self { index: OnceLock::new(), catalogue, documents, size, link, position, demoted }
    }

    /// The topics.
    pub(super) fn topics(catalogue: &'static Catalogue) -> Self {
        let size = catalogue.topic_count();
        let demoted = EntrySet::none(size);
        let documents = documents::of_topics;
        let link = |position| Link::Topic(TopicId::at(position));
        let position = |link| match link {
            Link::Topic(id) => Some(id.index()),
            Link::Cause(_) | Link::Category(_) => None,
        };
        Self { index: OnceLock::new(), catalogue, documents, size, link, position, demoted }
    }

    /// All entries.
    pub(super) fn all(&self) -> EntrySet {
        EntrySet::all(self.size)
    }

    /// The index; the first call builds it.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let (shared, texts) = (self.documents)(self.catalogue);
            let catalogue = self.catalogue;
            let medicines = (0..self.size).filter(|at| match (self.link)(*at) {
                Link::Cause(id) => is_named_as_medicine(catalogue, catalogue.cause(id)),
                Link::Topic(_) | Link::Category(_) => false,
            });
            Index::build(self.size, self.demoted.clone(), shared, texts, self.position)
                .with_medicines(medicines)
        })
    }

    /// The entries of `among` that match a query, ranked; a word that is `known` elsewhere is no
    /// misspelling. `None` for an empty query, which needs no index.
    pub(super) fn rank(
        &self,
        query: &Query,
        among: &EntrySet,
        known: &dyn Fn(&str) -> bool,
    ) -> Option<Ranked> {
        if !query.has_words { None } else { Some(rank(self.index(), query, among, known)) }
    }

    /// The entries of `among` with a name that matches a query, best first, then those that a
    /// phrase in it leads to; at most `limit`.
    ///
    /// By name none if any word matches only through a misspelling or not at all: that is no reason
    /// to send a reader to another page.
    pub(super) fn named(&self, query: &Query, among: &EntrySet, limit: usize) -> Vec<Link> {
        let sure = |ranked: &Ranked| {
            !ranked.partial && ranked.matches.iter().all(|matches| matches.in_label)
        };
        // A misspelling would count for nothing.
        let Some(ranked) = self.rank(query, among, &|_| true) else { return Vec::new() };
        let is_sure = sure(&ranked);
        let by_name = |entry: usize| is_sure && ranked.by_name.contains(entry);
        let entries = ranked.entries.positions();
        let mut named: Vec<_> = entries
            .filter(|entry| by_name(*entry) || ranked.led_to.contains(*entry))
            .map(|entry| (!by_name(entry), Reverse(ranked.scores[entry]), entry))
            .collect();
        sorted::sort(&mut named);
        named.into_iter().take(limit).map(|(.., entry)| (self.link)(entry)).collect()
    }
}
