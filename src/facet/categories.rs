//! The places of causes as a tree: division, category, subcategory.
//!
//! A category whose causes belong to several divisions has a part in each, so the counts of the
//! categories in a division add up to the count of the division. Not every cause has a subcategory.

use std::ptr;

use super::{Facet, Table, Value, causes};
use crate::catalogue::{Catalogue, Category, CategoryId, Cause, Division, DivisionId};
use crate::entry_set::EntrySet;

/// The categories with a cause in a division, in their own order.
fn within(
    catalogue: &'static Catalogue,
    division: DivisionId,
) -> Vec<(CategoryId, &'static Category)> {
    let has = |category: CategoryId| {
        let mut causes = causes(catalogue);
        causes.any(|(_, cause)| (cause.division, cause.category) == (division, category))
    };
    catalogue.categories().filter(|(id, _)| has(*id)).collect()
}

/// The key of the part that a division has of a category. A category that is the `only` one of its
/// division is not offered beside it.
fn key(division: &Division, category: &Category, only: bool) -> String {
    if only { division.slug.to_owned() } else { format!("{}.{}", division.slug, category.slug) }
}

/// The keys of the values that together make up a category.
pub(super) fn keys_of(catalogue: &'static Catalogue, category: CategoryId) -> Vec<String> {
    let mut keys = Vec::new();
    for (id, division) in catalogue.divisions() {
        let within = within(catalogue, id);
        let part = within.iter().find(|(own, _)| *own == category);
        keys.extend(part.map(|(_, category)| key(division, category, within.len() == 1)));
    }
    keys
}

/// The tree.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let size = catalogue.cause_count();
    let mut values: Vec<Value> = Vec::new();
    for (division_id, division) in catalogue.divisions() {
        let whole = position(&values);
        values.push(Value {
            explanation: Some(division.explanation),
            entries: set(catalogue, |cause| cause.division == division_id),
            ..Value::new(division.slug.to_owned(), division.name)
        });
        let within = within(catalogue, division_id);
        for (category_id, category) in &within {
            let only = within.len() == 1;
            let key = key(division, category, only);
            let has =
                |cause: &Cause| (cause.division, cause.category) == (division_id, *category_id);
            let mut parent = whole;
            if !only {
                parent = position(&values);
                values.push(Value {
                    explanation: Some(category.explanation),
                    parents: vec![whole],
                    entries: set(catalogue, has),
                    ..Value::new(key.clone(), category.name)
                });
            }
            let own: Vec<_> = causes(catalogue).filter(|(_, cause)| has(cause)).collect();
            for subcategory in catalogue.subcategories() {
                let is_in =
                    |cause: &Cause| cause.subcategory.is_some_and(|it| ptr::eq(it, subcategory));
                let mut own = own.iter().filter(|(_, cause)| is_in(cause)).peekable();
                if own.peek().is_none() {
                    continue;
                }
                let mut entries = EntrySet::none(size);
                own.for_each(|(entry, _)| entries.insert(*entry));
                values.push(Value {
                    parents: vec![parent],
                    entries,
                    ..Value::new(format!("{key}.{}", subcategory.slug), subcategory.name)
                });
            }
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
