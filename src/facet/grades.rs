//! Facets with at most one value for each cause: urgency, reversibility, evidence.

use super::{Facet, Table, causes};
use crate::catalogue::{Catalogue, Cause, Grade, Reversibility, UrgencyGrade};

/// How soon a cause needs attention.
pub(super) fn urgency(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let values = UrgencyGrade::ALL.iter().map(|grade| (grade.key().to_owned(), grade.label()));
    single(catalogue, facet, values.collect(), |_, cause| {
        cause.urgency.as_ref().map(|urgency| urgency.grade.index())
    })
}

/// Whether it goes away again. A statement on a whole group of causes is a value of its own,
/// because it is not about the cause itself.
pub(super) fn reversible(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let own = Reversibility::ALL.iter().map(|value| (value.key().to_owned(), value.label()));
    let of_group = ("group".to_owned(), "stated only for the group");
    single(catalogue, facet, own.chain([of_group]).collect(), |_, cause| {
        cause.reversible.as_ref().map(|reversible| match reversible.said_of_group {
            Some(_) => Reversibility::ALL.len(),
            None => reversible.value.index(),
        })
    })
}

/// How well an entry is supported.
pub(super) fn evidence(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let values = Grade::ALL.iter().map(|grade| (grade.key().to_owned(), grade.label()));
    single(catalogue, facet, values.collect(), |catalogue, cause| {
        Some(Grade::of(catalogue, cause).index())
    })
}

/// The facet of a field that has at most one value, given by its position.
fn single(
    catalogue: &'static Catalogue,
    facet: Facet,
    values: Vec<(String, &'static str)>,
    value: fn(&'static Catalogue, &'static Cause) -> Option<usize>,
) -> Table {
    let has = causes(catalogue)
        .filter_map(|(entry, cause)| Some((entry, value(catalogue, cause)?)))
        .collect();
    Table::flat(facet, values, catalogue.cause_count(), has)
}
