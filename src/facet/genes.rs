//! The facet of the genes linked with rare diseases.

use super::{Facet, Table, causes};
use crate::catalogue::Catalogue;
use crate::sorted;

/// The genes. Causes to which genes do not apply count as recorded.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let all = sorted::once(causes(catalogue).flat_map(|(_, cause)| cause.genes()));
    let mut has = Vec::new();
    for (entry, cause) in causes(catalogue) {
        let genes = cause.genes().into_iter();
        has.extend(genes.filter_map(|gene| Some((entry, all.binary_search(&gene).ok()?))));
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
