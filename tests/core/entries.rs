//! Entries by their slugs, for tests that name them.

use myoclonus_explorer::catalogue::{Catalogue, Cause, CauseId, Found, Kind, Link};

fn cause_id(slug: &str) -> CauseId {
    match Catalogue::embedded().find(slug) {
        Some(Found::Cause(id)) => id,
        other => panic!("{slug}: {other:?}"),
    }
}

/// The record of a cause.
pub(crate) fn record(slug: &str) -> &'static Cause {
    Catalogue::embedded().cause(cause_id(slug))
}

/// A cause as a link.
pub(crate) fn cause(slug: &str) -> Link {
    Link::Cause(cause_id(slug))
}

/// A type as a link.
pub(crate) fn a_type(slug: &str) -> Link {
    let found = Catalogue::embedded().find_topic(&[Kind::Type], slug);
    Link::Topic(found.unwrap_or_else(|| panic!("no type {slug}")))
}
