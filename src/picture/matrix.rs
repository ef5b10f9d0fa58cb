//! Treatments against kinds of jerks.
//!
//! The columns are the types by origin and the named syndromes that any effect is about. Effects on
//! other types and on causes are listed beside the cells, so no effect is left out.

use crate::catalogue::{Catalogue, Effect, Kind, Link, Topic, TopicId};

/// A type that has a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The type.
    pub topic: TopicId,
    /// Whether it is a named syndrome; the others are types by origin.
    pub is_syndrome: bool,
}

/// The sections of types that have columns, in their order.
const SECTIONS: [&str; 2] = ["generator", "named-syndrome"];

/// The columns, in the order of the types: first by origin, then syndromes.
pub fn columns(catalogue: &'static Catalogue) -> Vec<Column> {
    let mut columns = Vec::new();
    for slug in SECTIONS {
        let of_section = catalogue.topics(Kind::Type).filter(|(_, topic)| {
            topic.section.is_some_and(|section| catalogue.section(section).slug == slug)
        });
        for (topic, _) in of_section {
            if effects(catalogue).any(|effect| effect.on == Link::Topic(topic)) {
                columns.push(Column { topic, is_syndrome: slug == SECTIONS[1] });
            }
        }
    }
    columns
}

fn effects(catalogue: &'static Catalogue) -> impl Iterator<Item = &'static Effect> {
    catalogue.topics(Kind::Treatment).flat_map(|(_, topic)| topic.effects.values)
}

/// A treatment, with its effects in the columns and elsewhere.
#[derive(Clone, Debug)]
pub struct Treated {
    /// The treatment.
    pub id: TopicId,
    /// Its record.
    pub topic: &'static Topic,
    /// For each column, its effect there; `None` if nothing is recorded.
    pub cells: Vec<Option<&'static Effect>>,
    /// Its effects on other types and on causes.
    pub elsewhere: Vec<&'static Effect>,
}

/// All treatments, in the order of their page.
pub fn treatments(catalogue: &'static Catalogue, columns: &[Column]) -> Vec<Treated> {
    let rows = catalogue.in_sections(&[Kind::Treatment]).map(|(id, topic)| {
        let effects = topic.effects.values;
        let is_column =
            |effect: &&Effect| columns.iter().any(|column| effect.on == Link::Topic(column.topic));
        let cell =
            |column: &Column| effects.iter().find(|effect| effect.on == Link::Topic(column.topic));
        Treated {
            id,
            topic,
            cells: columns.iter().map(cell).collect(),
            elsewhere: effects.iter().filter(|effect| !is_column(effect)).collect(),
        }
    });
    rows.collect()
}
