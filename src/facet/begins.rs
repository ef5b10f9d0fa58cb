//! The facet of the age at the beginning: the times of life, from curators and rare-disease data.

use super::{Facet, Table, causes};
use crate::catalogue::{AxisId, Catalogue};
use crate::entry::begins;

/// The times of life in which a cause begins, from birth to old age.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    // A blank would be encoded in addresses.
    let key = |key: &str| key.replace(' ', "-");
    let ages = AxisId::AGE_GROUPS.axis().values.iter();
    let values = ages.map(|age| (key(age.key), age.label)).collect();
    let has = causes(catalogue).flat_map(|(entry, cause)| {
        let ages = begins(catalogue, cause).map(|begins| begins.ages).unwrap_or_default();
        let ages = ages.into_iter().enumerate().filter(|(_, begins)| *begins);
        ages.map(move |(age, _)| (entry, age)).collect::<Vec<_>>()
    });
    Table::flat(facet, values, catalogue.cause_count(), has.collect())
}
