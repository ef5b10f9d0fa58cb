//! The shelves of causes as a tree: wide group, category, finer shelf.
//!
//! A category whose causes belong to several wide groups has a part in each, so that the numbers of
//! the categories of a wide group add up to its own. Not every cause stands on a finer shelf.

use std::collections::BTreeMap;

use super::{Facet, Table, Value, causes};
use crate::catalogue::{Catalogue, CategoryId};
use crate::entry_set::EntrySet;
use crate::text;

/// The tree, and which of its values make up each category.
pub(super) fn table(catalogue: &'static Catalogue) -> (Table, BTreeMap<CategoryId, Vec<u16>>) {
    let size = catalogue.cause_count();
    let mut values: Vec<Value> = Vec::new();
    let mut shelves: BTreeMap<CategoryId, Vec<u16>> = BTreeMap::new();
    for (group_id, group) in catalogue.super_groups() {
        let in_group: Vec<_> =
            causes(catalogue).filter(|(_, cause)| cause.super_group == group_id).collect();
        let whole = position(&values);
        values.push(Value {
            key: group.slug.to_owned(),
            label: group.name,
            aliases: "",
            explanation: Some(group.explanation),
            parents: Vec::new(),
            entries: set(size, in_group.iter().map(|(entry, _)| *entry)),
        });
        let categories: Vec<_> = catalogue
            .categories()
            .filter(|(id, _)| in_group.iter().any(|(_, cause)| cause.category == *id))
            .collect();
        for (id, category) in &categories {
            let on_shelf: Vec<_> =
                in_group.iter().filter(|(_, cause)| cause.category == *id).collect();
            // A category that is the whole group is not offered twice.
            let alone = categories.len() == 1;
            let shelf = if alone { whole } else { position(&values) };
            let key = if alone {
                group.slug.to_owned()
            } else {
                format!("{}.{}", group.slug, category.slug)
            };
            if !alone {
                values.push(Value {
                    key: key.clone(),
                    label: category.name,
                    aliases: "",
                    explanation: Some(category.explanation),
                    parents: vec![whole],
                    entries: set(size, on_shelf.iter().map(|(entry, _)| *entry)),
                });
            }
            shelves.entry(*id).or_default().push(shelf);
            // Abbreviations in capitals stand among the others.
            let mut finer: BTreeMap<(String, &'static str), Vec<usize>> = BTreeMap::new();
            for (entry, cause) in &on_shelf {
                if let Some(subgroup) = cause.subgroup {
                    let place = (subgroup.to_ascii_lowercase(), subgroup);
                    finer.entry(place).or_default().push(*entry);
                }
            }
            values.extend(finer.into_iter().map(|((_, subgroup), entries)| Value {
                key: format!("{key}.{}", text::words(subgroup).join("-")),
                label: subgroup,
                aliases: "",
                explanation: None,
                parents: vec![shelf],
                entries: set(size, entries.into_iter()),
            }));
        }
    }
    (Table { facet: Facet::Group, values, recorded: EntrySet::all(size) }, shelves)
}

fn position(values: &[Value]) -> u16 {
    u16::try_from(values.len()).expect("there are far fewer shelves")
}

fn set(size: usize, entries: impl Iterator<Item = usize>) -> EntrySet {
    let mut set = EntrySet::none(size);
    for entry in entries {
        set.insert(entry);
    }
    set
}
