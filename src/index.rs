//! The inverted index: which names hold which word.
//!
//! Built once from the catalogue. Answers "which names hold a word that begins so"; knows nothing
//! of whole queries, filters or order.

use crate::catalogue::{Catalogue, CauseId};
use crate::text;

/// One name of one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameId {
    /// Whose name.
    pub cause: CauseId,
    /// 0 for the name shown, then the synonyms and the lay names from 1 on.
    pub position: u16,
}

/// Words in order, each with the names that hold it.
#[derive(Debug)]
pub struct Index {
    /// Sorted by word, then by name.
    postings: Vec<(Box<str>, NameId)>,
}

impl Index {
    /// Indexes every name of every cause.
    pub fn build(catalogue: &Catalogue) -> Self {
        let mut postings = Vec::new();
        for id in catalogue.cause_ids() {
            let cause = catalogue.cause(id);
            for (name, position) in cause.names().zip(0..) {
                let words = text::words(name).into_iter();
                postings.extend(
                    words.map(|word| (word.into_boxed_str(), NameId { cause: id, position })),
                );
            }
        }
        postings.sort_unstable();
        postings.dedup();
        Self { postings }
    }

    /// The names that hold a word beginning with `prefix`, which must be folded. A name that
    /// holds several such words is named several times.
    pub fn prefixed(&self, prefix: &str) -> impl Iterator<Item = NameId> {
        let start = self.postings.partition_point(|(word, _)| **word < *prefix);
        let from = &self.postings[start..];
        let end = from.partition_point(|(word, _)| word.starts_with(prefix));
        from[..end].iter().map(|(_, name)| *name)
    }
}
