//! The facet of exposures and situations.

use super::{Facet, Table, causes};
use crate::catalogue::Catalogue;

/// The exposures and situations, in their own order.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let has = causes(catalogue)
        .flat_map(|(entry, cause)| cause.context.values.iter().map(move |id| (entry, id.index())));
    let all = catalogue.contexts();
    let values = all.map(|(_, context)| (context.slug.to_owned(), context.meaning));
    Table::flat(facet, values.collect(), catalogue.cause_count(), has.collect())
}
