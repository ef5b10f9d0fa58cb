//! Entries that are searched together: the causes, or the topics.
//!
//! Knows how to search them and how to link to one. Knows no filters and no pages.

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::catalogue::{Catalogue, CauseId, Link, TopicId};
use crate::entry_set::EntrySet;
use crate::search::Query;
use crate::search::documents;
use crate::search::{Index, SearchField};
use crate::search::{Ranked, rank};

/// The lists of entries that share texts, and the texts: see [`Index::build`].
type Documents = (Vec<Vec<u16>>, Vec<(u16, SearchField, &'static str)>);

/// Entries that are searched together, by their positions below `size`.
#[derive(Debug)]
pub(super) struct Collection {
    /// Built at first use: a list without a query does not wait for it.
    index: OnceLock<Index>,
    catalogue: &'static Catalogue,
    documents: fn(&'static Catalogue) -> Documents,
    /// How many entries there are.
    pub(super) size: usize,
    /// The entry at a position.
    pub(super) link: fn(usize) -> Link,
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
        let link = |position| Link::Cause(CauseId::at(position));
        Self { index: OnceLock::new(), catalogue, documents, size, link, demoted }
    }

    /// The topics.
    pub(super) fn topics(catalogue: &'static Catalogue) -> Self {
        let size = catalogue.topic_count();
        let demoted = EntrySet::none(size);
        let documents = |catalogue| (Vec::new(), documents::of_topics(catalogue).collect());
        let link = |position| Link::Topic(TopicId::at(position));
        Self { index: OnceLock::new(), catalogue, documents, size, link, demoted }
    }

    /// All entries.
    pub(super) fn all(&self) -> EntrySet {
        EntrySet::all(self.size)
    }

    /// The index; the first call builds it.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let (shared, texts) = (self.documents)(self.catalogue);
            Index::build(self.size, self.demoted.clone(), shared, texts)
        })
    }

    /// The entries `among` some that match a query; `None` for an empty query, which needs no
    /// index.
    pub(super) fn rank(&self, query: &Query, among: &EntrySet) -> Option<Ranked> {
        if query.words.is_empty() { None } else { Some(rank(self.index(), query, among)) }
    }

    /// The first `limit` entries `among` some with a name that matches a query, best first.
    ///
    /// None where a word matches only by misspellings or not at all: this is no reason to lead a
    /// reader to another page.
    pub(super) fn named(&self, query: &Query, among: &EntrySet, limit: usize) -> Vec<Link> {
        let sure = |ranked: &Ranked| {
            !ranked.partial && ranked.matches.iter().all(|matches| matches.in_label)
        };
        let Some(ranked) = self.rank(query, among).filter(sure) else { return Vec::new() };
        let names = ranked.by_name.positions();
        let mut named: Vec<_> = names.map(|entry| (Reverse(ranked.scores[entry]), entry)).collect();
        named.sort_unstable();
        named.into_iter().take(limit).map(|(_, entry)| (self.link)(entry)).collect()
    }
}
