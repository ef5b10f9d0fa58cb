//! The axes of the types as a tree: the axis, and the types on it that have narrower ones.
//!
//! Entries are the topics of the catalogue; only types are recorded.

use super::{Facet, Table, Value};
use crate::catalogue::{Catalogue, Kind, TopicId};
use crate::entry_set::EntrySet;

/// The tree.
pub(super) fn table(catalogue: &'static Catalogue, facet: Facet) -> Table {
    let size = catalogue.topic_count();
    let mut values: Vec<Value> = Vec::new();
    let mut recorded = EntrySet::none(size);
    for (group_id, group) in catalogue.sections(Kind::Type) {
        let axis = u16::try_from(values.len()).expect("there are far fewer axes");
        let mut entries = EntrySet::none(size);
        let on_axis: Vec<_> = catalogue
            .topics(Kind::Type)
            .filter(|(_, topic)| topic.section == Some(group_id))
            .collect();
        for (id, _) in &on_axis {
            entries.insert(id.index());
        }
        recorded.add(&entries);
        values.push(Value {
            key: group.slug.to_owned(),
            label: group.name,
            aliases: "",
            explanation: Some(group.explanation),
            parents: Vec::new(),
            entries,
        });
        for (id, topic) in on_axis {
            let narrower = below(catalogue, id);
            if narrower.len() > 1 {
                let mut entries = EntrySet::none(size);
                for topic in narrower {
                    entries.insert(topic.index());
                }
                values.push(Value {
                    key: format!("{}.{}", group.slug, topic.slug),
                    label: topic.name,
                    aliases: "",
                    explanation: None,
                    parents: vec![axis],
                    entries,
                });
            }
        }
    }
    Table { facet, values, recorded }
}

/// A type and all narrower ones, on whatever axis.
fn below(catalogue: &'static Catalogue, top: TopicId) -> Vec<TopicId> {
    let mut found = vec![top];
    let mut at = 0;
    while let Some(wider) = found.get(at).copied() {
        let narrower =
            catalogue.topics(Kind::Type).filter(|(_, topic)| topic.parent == Some(wider));
        for (id, _) in narrower {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        at += 1;
    }
    found
}
