//! The facet of the genes linked with rare diseases.

use std::collections::BTreeSet;

use super::{Facet, Table, causes};
use crate::catalogue::{AnnotatedDisease, Catalogue, Cause};

/// The genes. Causes that cannot have one on record count as recorded.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let of = |cause: &'static Cause| cause.annotated.into_iter().flat_map(AnnotatedDisease::genes);
    let all: BTreeSet<&'static str> = causes(catalogue).flat_map(|(_, cause)| of(cause)).collect();
    let all: Vec<&'static str> = all.into_iter().collect();
    let mut has = Vec::new();
    for (entry, cause) in causes(catalogue) {
        has.extend(of(cause).filter_map(|gene| Some((entry, all.binary_search(&gene).ok()?))));
    }
    let values = all.iter().map(|gene| ((*gene).to_owned(), *gene)).collect();
    let mut table = Table::flat(facet, values, catalogue.cause_count(), has);
    for (entry, cause) in causes(catalogue) {
        if !catalogue.may_be_inherited(cause) {
            table.recorded.insert(entry);
        }
    }
    table
}
