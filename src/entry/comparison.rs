//! Entries side by side: what differs, what is alike, what is recorded for none.
//!
//! A pure function of the catalogue. Knows the names of the fields, not how they are drawn.

mod findings;

use std::mem::discriminant;

use super::distinctive::Rarity;
use super::fields::{self as entry, Body, fields};
use super::label;
use crate::catalogue::{Catalogue, Cause, FieldName, FoundFeature, Grade, Link, Topic};
use crate::sorted;

pub use findings::{Shared, SharedCell};

/// Some entries compared, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The fields in which they differ.
    pub differing: Vec<Line>,
    /// The fields that some have no record for, and in which the others agree. A missing record is
    /// no difference.
    pub partly: Vec<Line>,
    /// The fields in which all agree.
    pub alike: Vec<Line>,
    /// For each cause, the findings that are recorded of this one alone, the most telling first.
    pub apart: Vec<Vec<FoundFeature>>,
    /// The findings that are recorded of two or more.
    pub shared: Vec<Shared>,
    /// The names of the fields that are recorded for none.
    pub not_recorded: Vec<&'static str>,
}

/// One field, for all entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The name of the field.
    pub name: &'static str,
    /// The values of each entry, in the order of the entries; empty if not recorded.
    pub cells: Vec<Vec<Part>>,
}

/// One of the values of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The value.
    pub words: &'static str,
    /// Whether every entry with any value for this field has this one.
    pub everywhere: bool,
}

/// The values of one field of one entry.
type Values = Vec<&'static str>;

/// One field of one entry.
type LabelledValues = (&'static str, Values);

/// Compares causes with causes, or types with types; entries of another kind than the first are
/// left out.
pub fn compare(catalogue: &'static Catalogue, rarity: &Rarity, entries: &[Link]) -> Comparison {
    let kind = entries.first().map(discriminant);
    let fields: Vec<Vec<LabelledValues>> = entries
        .iter()
        .filter(|entry| Some(discriminant(*entry)) == kind)
        .filter_map(|entry| match entry {
            Link::Cause(id) => Some(of_cause(catalogue, catalogue.cause(*id))),
            Link::Topic(id) => Some(of_topic(catalogue, catalogue.topic(*id))),
            Link::Category(_) => None,
        })
        .collect();
    let mut comparison = Comparison::default();
    let Some(first) = fields.first() else { return comparison };
    for (at, (name, _)) in first.iter().enumerate() {
        let cells: Vec<&Values> = fields.iter().map(|entry| &entry[at].1).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            comparison.not_recorded.push(*name);
            continue;
        }
        let recorded = || cells.iter().filter(|cell| !cell.is_empty());
        // Whether every entry with a record has these words.
        let everywhere = |words: &&'static str| recorded().all(|cell| cell.contains(words));
        let alike = recorded().all(|cell| cell.iter().all(everywhere));
        let parts = |cell: &&Values| {
            let parts = cell.iter().map(|words| Part { words, everywhere: everywhere(words) });
            let mut parts: Vec<Part> = parts.collect();
            // Stable: what sets the entries apart comes first, and each half keeps the entry's
            // order.
            sorted::sort_by_key(&mut parts, |part| part.everywhere);
            parts
        };
        let line = Line { name, cells: cells.iter().map(parts).collect() };
        let lines = match (alike, recorded().count() == cells.len()) {
            (false, _) => &mut comparison.differing,
            (true, false) => &mut comparison.partly,
            (true, true) => &mut comparison.alike,
        };
        lines.push(line);
    }
    let causes = entries.iter().filter_map(|entry| match entry {
        Link::Cause(id) if Some(discriminant(entry)) == kind => Some(catalogue.cause(*id)),
        _ => None,
    });
    let causes: Vec<&'static Cause> = causes.collect();
    comparison.apart = findings::apart(catalogue, rarity, &causes);
    comparison.shared = findings::shared(catalogue, &causes);
    let is_found = |cause: &&'static Cause| catalogue.features_of(cause).next().is_some();
    if !causes.is_empty() && !causes.iter().any(is_found) {
        comparison.not_recorded.push(label::FEATURES);
    }
    comparison
}

/// The fields of a cause, always the same ones in the same order.
fn of_cause(catalogue: &'static Catalogue, cause: &'static Cause) -> Vec<LabelledValues> {
    let head = [
        (label::KIND_OF_CAUSE, vec![catalogue.category(cause.category).name]),
        ("More specific kind", cause.subcategory.iter().map(|it| it.name).collect()),
        (label::EVIDENCE, vec![Grade::of(catalogue, cause).label()]),
    ];
    // Findings have their own part. Opening texts differ in every word, and no two notes are about
    // the same thing.
    let compared = |field: &entry::Field| match field.body {
        Body::Listed
        | Body::Opening(_)
        | Body::Jerks(_)
        | Body::Features(_)
        | Body::Annotations(_) => false,
        _ => field.key != "note",
    };
    let said = fields(catalogue, cause).into_iter().filter(compared);
    head.into_iter().chain(said.map(|field| (field.label, field.body.words(catalogue)))).collect()
}

/// The fields of a topic, always the same ones in the same order.
fn of_topic(catalogue: &'static Catalogue, topic: &'static Topic) -> Vec<LabelledValues> {
    let axis = topic.section.map(|group| catalogue.section(group).name);
    let wider = topic.parent.map(|parent| catalogue.topic(parent).name);
    let mut fields =
        vec![("Axis", axis.into_iter().collect()), ("A kind of", wider.into_iter().collect())];
    // Opening texts differ in every word.
    let compared = |name: &&FieldName| !name.is_opening();
    fields.extend(FieldName::ALL.iter().filter(compared).filter_map(|name| {
        // Only fields that some type has: the others belong to tests, treatments and so on.
        let used = catalogue
            .topics(topic.kind)
            .any(|(_, other)| other.fields.iter().any(|field| field.name == *name));
        let own = topic.fields.iter().filter(|field| field.name == *name);
        let words = own.flat_map(|field| field.body).map(|phrase| phrase.words);
        used.then(|| (name.label(), words.collect()))
    }));
    fields
}
