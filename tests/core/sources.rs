//! The page of sources shows each source once, under its kind.

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::export::{self, Format};
use myoclonus_explorer::sources::{by_kind, cited_by};

#[test]
fn every_source_is_listed_once_under_its_kind() {
    let catalogue = Catalogue::bundled();
    let kinds = by_kind(catalogue, "");
    let mut listed: Vec<_> = kinds.iter().flat_map(|(_, sources)| sources).copied().collect();
    assert_eq!(listed.len(), catalogue.sources().len());
    listed.sort_unstable();
    assert_eq!(listed, catalogue.source_ids().collect::<Vec<_>>());
    for (kind, sources) in kinds {
        assert!(sources.iter().all(|id| catalogue.source(*id).kind == kind), "{kind:?}");
    }
    assert!(cited_by(catalogue).values().all(|by| !by.is_empty()));
}

#[test]
fn a_source_is_found_by_words_of_its_line() {
    let catalogue = Catalogue::bundled();
    let id = catalogue.source_ids().find(|id| catalogue.source(*id).pmid.is_some());
    let source = catalogue.source(id.expect("a source with a number"));
    let found = by_kind(catalogue, source.pmid.unwrap_or_default());
    assert!(found.iter().any(|(_, ids)| ids.iter().any(|it| catalogue.source(*it) == source)));
    assert!(by_kind(catalogue, "no such words anywhere").is_empty());
}

#[test]
fn one_file_holds_all_sources() {
    let catalogue = Catalogue::bundled();
    let count = catalogue.sources().len();
    let text = |format| export::all_sources(catalogue, format, "test").text;
    assert_eq!(text(Format::Ris).matches("\nER  -").count(), count);
    assert_eq!(text(Format::BibTex).lines().filter(|line| line.starts_with('@')).count(), count);
    // The first line names the columns.
    assert!(text(Format::Csv).lines().count() > count);
    let table = text(Format::Csv);
    assert!(catalogue.sources().iter().all(|source| table.contains(source.slug)));
}
