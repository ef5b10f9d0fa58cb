//! The sources as a tree: what kind of text, and which one.

use super::{Facet, Table, Value, causes};
use crate::catalogue::{Catalogue, SourceKind};
use crate::entry::References;
use crate::entry_set::EntrySet;

/// The sources that any cause cites.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let size = catalogue.cause_count();
    let mut cited = vec![EntrySet::none(size); catalogue.sources().len()];
    for (entry, cause) in causes(catalogue) {
        for source in References::of(catalogue, cause).sources() {
            cited[source.index()].insert(entry);
        }
    }
    let mut values: Vec<Value> = Vec::new();
    for kind in SourceKind::ALL {
        let of_kind = catalogue.source_ids().filter(|id| catalogue.source(*id).kind == *kind);
        let of_kind: Vec<_> =
            of_kind.filter(|id| cited[id.index()].positions().next().is_some()).collect();
        if of_kind.is_empty() {
            continue;
        }
        let whole = u16::try_from(values.len()).expect("there are far fewer sources");
        let mut entries = EntrySet::none(size);
        for id in &of_kind {
            entries.add(&cited[id.index()]);
        }
        values.push(Value { entries, ..Value::new(format!("kind:{}", kind.key()), kind.label()) });
        values.extend(of_kind.into_iter().map(|id| {
            let source = catalogue.source(id);
            Value {
                aliases: source.authors.unwrap_or_default(),
                parents: vec![whole],
                entries: std::mem::take(&mut cited[id.index()]),
                ..Value::new(source.slug.to_owned(), source.title)
            }
        }));
    }
    Table { facet, values, recorded: EntrySet::all(size) }
}
