//! The facet of an axis: its values, as the axis declares them.

use super::{Facet, Table, causes};
use crate::catalogue::{AxisId, Catalogue};

/// The values of an axis.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet, axis: AxisId) -> Table {
    // A blank would be encoded in addresses.
    let key = |key: &str| key.replace(' ', "-");
    let values = axis.axis().values.iter().map(|value| (key(value.key), value.label)).collect();
    let has = causes(catalogue).flat_map(|(entry, cause)| {
        let values = cause.axis(axis).values.iter();
        values.map(move |value| (entry, usize::from(value.0)))
    });
    Table::flat(facet, values, catalogue.cause_count(), has.collect())
}
