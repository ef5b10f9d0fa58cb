//! The sources of the whole catalogue: by kind, found by words, with the entries that cite each.
//!
//! Pure functions of the catalogue. Knows no page and no file.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, Link, SourceId, SourceKind};
use crate::entry::References;
use crate::text;

/// The entries that cite each source: causes, then topics.
pub fn cited_by(catalogue: &'static Catalogue) -> BTreeMap<SourceId, Vec<Link>> {
    let mut cited: BTreeMap<SourceId, Vec<Link>> = BTreeMap::new();
    let mut add = |references: References, link: Link| {
        for source in references.sources() {
            cited.entry(*source).or_default().push(link);
        }
    };
    for id in catalogue.cause_ids() {
        add(References::of(catalogue, catalogue.cause(id)), Link::Cause(id));
    }
    for (id, topic) in catalogue.all_topics() {
        add(References::of_topic(topic), Link::Topic(id));
    }
    cited
}

/// The sources of each kind that have all these words in title, authors, journal, year or number.
/// Kinds without any are left out; the order is that of the kinds.
pub fn by_kind(catalogue: &'static Catalogue, words: &str) -> Vec<(SourceKind, Vec<SourceId>)> {
    let words = text::words(words);
    let fits = |id: &SourceId| {
        let source = catalogue.source(*id);
        let year = source.year.map(|year| year.to_string()).unwrap_or_default();
        let texts = [source.authors, source.container, source.doi, source.pmid];
        let texts = texts.into_iter().flatten().chain([source.title, year.as_str()]);
        let texts: Vec<String> = texts.flat_map(text::words).collect();
        words.iter().all(|word| texts.iter().any(|text| text.starts_with(&**word)))
    };
    let found: Vec<SourceId> = catalogue.source_ids().filter(fits).collect();
    let kinds = SourceKind::ALL.iter().map(|kind| {
        let of_kind = found.iter().filter(|id| catalogue.source(**id).kind == *kind);
        (*kind, of_kind.copied().collect::<Vec<_>>())
    });
    kinds.filter(|(_, sources)| !sources.is_empty()).collect()
}
