//! The places of causes as a tree: wide group, category, subcategory.
//!
//! A category whose causes belong to several wide groups has a part in each, so the numbers of the
//! categories of a wide group add up to its own. Not every cause has a subcategory.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facet, Table, Value, causes};
use crate::catalogue::{Catalogue, CategoryId, Cause, DivisionId, Subcategory};
use crate::entry_set::EntrySet;

/// The part that one wide group has of one category.
struct Part {
    group: DivisionId,
    category: CategoryId,
    /// Whether the category is the whole of the wide group, so that it is not offered twice.
    is_whole: bool,
}

impl Part {
    fn key(&self, catalogue: &Catalogue) -> String {
        let group = catalogue.division(self.group).slug;
        if self.is_whole {
            group.to_owned()
        } else {
            format!("{group}.{}", catalogue.category(self.category).slug)
        }
    }
}

/// Every part that has a cause, by wide group, then by category.
fn parts(catalogue: &'static Catalogue) -> Vec<Part> {
    let used: BTreeSet<(DivisionId, CategoryId)> =
        causes(catalogue).map(|(_, cause)| (cause.division, cause.category)).collect();
    let of_group = |group| used.iter().filter(|(other, _)| *other == group).count();
    let part = |(group, category): &(DivisionId, CategoryId)| Part {
        group: *group,
        category: *category,
        is_whole: of_group(*group) == 1,
    };
    used.iter().map(part).collect()
}

/// The keys of the values that together are a whole category.
pub(super) fn keys_of(catalogue: &'static Catalogue, category: CategoryId) -> Vec<String> {
    let parts = parts(catalogue).into_iter().filter(|part| part.category == category);
    parts.map(|part| part.key(catalogue)).collect()
}

/// The tree.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let size = catalogue.cause_count();
    let mut values: Vec<Value> = Vec::new();
    let parts = parts(catalogue);
    for (group_id, group) in catalogue.divisions() {
        let whole = position(&values);
        values.push(Value {
            explanation: Some(group.explanation),
            entries: set(catalogue, |cause| cause.division == group_id),
            ..Value::new(group.slug.to_owned(), group.name)
        });
        for part in parts.iter().filter(|part| part.group == group_id) {
            let key = part.key(catalogue);
            let has = |cause: &Cause| (cause.division, cause.category) == (group_id, part.category);
            let mut parent = whole;
            if !part.is_whole {
                let category = catalogue.category(part.category);
                parent = position(&values);
                values.push(Value {
                    explanation: Some(category.explanation),
                    parents: vec![whole],
                    entries: set(catalogue, has),
                    ..Value::new(key.clone(), category.name)
                });
            }
            // Abbreviations in capitals are sorted among the other names.
            let finer: BTreeMap<String, &'static Subcategory> = causes(catalogue)
                .filter(|(_, cause)| has(cause))
                .filter_map(|(_, cause)| cause.subcategory)
                .map(|subcategory| (subcategory.name.to_ascii_lowercase(), subcategory))
                .collect();
            values.extend(finer.into_values().map(|subcategory| Value {
                parents: vec![parent],
                entries: set(catalogue, |cause| {
                    has(cause) && cause.subcategory == Some(subcategory)
                }),
                ..Value::new(format!("{key}.{}", subcategory.slug), subcategory.name)
            }));
        }
    }
    Table { facet, values, recorded: EntrySet::all(size) }
}

fn position(values: &[Value]) -> u16 {
    u16::try_from(values.len()).expect("there are far fewer categories")
}

/// The causes for which something holds.
fn set(catalogue: &'static Catalogue, holds: impl Fn(&Cause) -> bool) -> EntrySet {
    let mut set = EntrySet::none(catalogue.cause_count());
    for (entry, _) in causes(catalogue).filter(|(_, cause)| holds(cause)) {
        set.insert(entry);
    }
    set
}
