//! The facet of exposures and situations.

use super::{Facet, Table, causes};
use crate::catalogue::Catalogue;

/// The exposures and situations, in the order of their labels.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let mut all: Vec<_> = catalogue.contexts().collect();
    all.sort_unstable_by_key(|(_, context)| (context.meaning, context.slug));
    let mut place = vec![0; all.len()];
    for (at, (id, _)) in all.iter().enumerate() {
        place[id.index()] = at;
    }
    let has = causes(catalogue).flat_map(|(entry, cause)| {
        let place = &place;
        cause.context.values.iter().map(move |id| (entry, place[id.index()]))
    });
    let values = all.iter().map(|(_, context)| (context.slug.to_owned(), context.meaning));
    Table::flat(facet, values.collect(), catalogue.cause_count(), has.collect())
}
