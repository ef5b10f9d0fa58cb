//! The bundled catalogue, as the tests ask for it: entries by slug, results of a query.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{Catalogue, Cause, CauseId, Kind, Link, Lookup, Topic};
use myoclonus_explorer::explorer::{Explorer, Results, Row};
use myoclonus_explorer::facet::{Choice, Facet};
use myoclonus_explorer::view::ViewState;

/// One explorer for all tests.
pub(crate) static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(Catalogue::bundled()));

/// What a query finds among the causes.
pub(crate) fn explore(query: &str) -> Results {
    EXPLORER.explore(&ViewState { query: query.to_owned(), ..ViewState::default() })
}

/// The entries of some rows by their slugs, in order.
pub(crate) fn slugs(rows: &[Row]) -> Vec<&'static str> {
    let catalogue = Catalogue::bundled();
    let slug = |row: &Row| match row.entry {
        Link::Cause(id) => catalogue.cause(id).slug,
        Link::Topic(id) => catalogue.topic(id).slug,
        Link::Category(id) => catalogue.category(id).slug,
    };
    rows.iter().map(slug).collect()
}

/// The slugs of what a query finds among the causes, in order.
pub(crate) fn found(query: &str) -> Vec<&'static str> {
    slugs(&explore(query).rows)
}

/// The positions of the causes, or of the topics, in some rows.
pub(crate) fn positions(rows: &[Row]) -> BTreeSet<usize> {
    let position = |row: &Row| match row.entry {
        Link::Cause(id) => id.index(),
        Link::Topic(id) => id.index(),
        Link::Category(_) => panic!("categories are not listed"),
    };
    rows.iter().map(position).collect()
}

/// The name of an entry.
pub(crate) fn name(link: Link) -> &'static str {
    let catalogue = Catalogue::bundled();
    match link {
        Link::Cause(id) => catalogue.cause(id).name,
        Link::Topic(id) => catalogue.topic(id).name,
        Link::Category(id) => catalogue.category(id).name,
    }
}

/// The names of all causes.
pub(crate) fn names() -> Vec<&'static str> {
    causes().flat_map(|(_, cause)| cause.names()).collect()
}

/// The facet with this key in addresses.
pub(crate) fn facet(key: &str) -> Facet {
    Facet::from_key(key).unwrap_or_else(|| panic!("no facet {key}"))
}

/// A value of a facet, by its key.
pub(crate) fn choice(facet: Facet, key: &str) -> Choice {
    let found = EXPLORER.facets().choice(facet, key);
    found.unwrap_or_else(|| panic!("no {} {key}", facet.key()))
}

/// All causes.
pub(crate) fn causes() -> impl Iterator<Item = (CauseId, &'static Cause)> {
    let catalogue = Catalogue::bundled();
    catalogue.cause_ids().map(|id| (id, catalogue.cause(id)))
}

/// The causes that curators wrote; the others are imported.
pub(crate) fn curated() -> impl Iterator<Item = &'static Cause> {
    causes().map(|(_, cause)| cause).filter(|cause| !cause.imported)
}

/// The position of a cause.
pub(crate) fn cause_id(slug: &str) -> CauseId {
    match Catalogue::bundled().find(slug) {
        Some(Lookup::Cause(id)) => id,
        other => panic!("{slug}: {other:?}"),
    }
}

/// The record of a cause.
pub(crate) fn record(slug: &str) -> &'static Cause {
    Catalogue::bundled().cause(cause_id(slug))
}

/// A cause as a link.
pub(crate) fn cause(slug: &str) -> Link {
    Link::Cause(cause_id(slug))
}

/// The record of a topic.
pub(crate) fn topic(kind: Kind, slug: &str) -> &'static Topic {
    let found = Catalogue::bundled().topics(kind).find(|(_, topic)| topic.slug == slug);
    found.unwrap_or_else(|| panic!("no {} {slug}", kind.key())).1
}

/// A type as a link.
pub(crate) fn a_type(slug: &str) -> Link {
    let found = Catalogue::bundled().find_topic(&[Kind::Type], slug);
    Link::Topic(found.unwrap_or_else(|| panic!("no type {slug}")))
}
