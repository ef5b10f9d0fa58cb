//! Entries that are searched together: the causes, or the topics.
//!
//! Knows how to search them and how to link to one. Knows no filters and no pages.

use std::cmp::Reverse;

use crate::catalogue::{Catalogue, CauseId, Link, TopicId};
use crate::entry::is_named_as_medicine;
use crate::entry_set::EntrySet;
use crate::search::Query;
use crate::search::documents;
use crate::search::{Index, Ranked, rank};
use crate::sorted;
use crate::steps::InSteps;

/// Entries that are searched together, by their positions below `size`.
#[derive(Debug)]
pub(super) struct Collection {
    /// Built in steps or at first use: a list without a query does not wait for it.
    index: InSteps<Index>,
    /// The number of entries.
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
        let position = |link| match link {
            Link::Cause(id) => Some(id.index()),
            Link::Topic(_) | Link::Category(_) => None,
        };
        let link = |position| Link::Cause(CauseId::at(position));
        let less = demoted.clone();
        let index = InSteps::new(async move {
            let (shared, texts) = documents::of_causes(catalogue).await;
            let is_medicine = |id: &CauseId| is_named_as_medicine(catalogue, catalogue.cause(*id));
            let medicines = catalogue.cause_ids().filter(is_medicine).map(CauseId::index);
            let index = Index::build(size, less, shared, texts, position).await;
            index.with_medicines(medicines)
        });
        Self { index, size, link, demoted }
    }

    /// The topics.
    pub(super) fn topics(catalogue: &'static Catalogue) -> Self {
        let size = catalogue.topic_count();
        let link = |position| Link::Topic(TopicId::at(position));
        let position = |link| match link {
            Link::Topic(id) => Some(id.index()),
            Link::Cause(_) | Link::Category(_) => None,
        };
        let index = InSteps::new(async move {
            let (shared, texts) = documents::of_topics(catalogue);
            Index::build(size, EntrySet::none(size), shared, texts, position).await
        });
        Self { index, size, link, demoted: EntrySet::none(size) }
    }

    /// All entries.
    pub(super) fn all(&self) -> EntrySet {
        EntrySet::all(self.size)
    }

    /// The index; the first call builds what is left of it.
    pub(super) fn index(&self) -> &Index {
        self.index.get()
    }

    /// Builds a little of the index. Returns whether there is more to do.
    pub(super) fn build_some(&self) -> bool {
        self.index.step()
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
