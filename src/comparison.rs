//! Entries side by side: what differs, what is alike, what is not recorded of any.
//!
//! A pure function of the catalogue. Knows the names of the fields, not how they are drawn.

use std::mem::discriminant;

use crate::catalogue::{
    AgeGroup, Catalogue, Cause, Contraction, Course, Distribution, FieldName, Generator, Grade,
    Link, Provocation, Recorded, TermId, Topic,
};

/// Some entries compared, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The fields in which they differ.
    pub differing: Vec<Line>,
    /// The fields that are not recorded of some, and in which the others do not differ. Not recorded
    /// is no difference.
    pub partly: Vec<Line>,
    /// The fields in which all have the same.
    pub alike: Vec<Line>,
    /// The names of the fields that are recorded of none.
    pub not_recorded: Vec<&'static str>,
}

/// One field of all the entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The name of the field.
    pub name: &'static str,
    /// What each entry has of it, in the order of the entries; nothing where it is not recorded.
    pub cells: Vec<Vec<Part>>,
}

/// One of the values of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The value.
    pub words: &'static str,
    /// Whether every entry has it of which anything is recorded.
    pub everywhere: bool,
}

/// The values of one field of one entry.
type Values = Vec<&'static str>;

/// One field of one entry.
struct Field {
    name: &'static str,
    /// The name of the wider field that it is a part of: not recorded where none of its parts is.
    part_of: Option<&'static str>,
    values: Values,
}

impl Field {
    fn new(name: &'static str, values: Values) -> Self {
        Self { name, part_of: None, values }
    }
}

/// Compares causes with causes, or types with types; entries of another sort than the first are
/// left out.
pub fn compare(catalogue: &'static Catalogue, entries: &[Link]) -> Comparison {
    let kind = entries.first().map(discriminant);
    let fields: Vec<Vec<Field>> = entries
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
    let (mut missing, mut told) = (Vec::new(), Vec::new());
    for (at, field) in first.iter().enumerate() {
        let cells: Vec<&Values> = fields.iter().map(|entry| &entry[at].values).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            missing.push(field.part_of.unwrap_or(field.name));
            continue;
        }
        let recorded = || cells.iter().filter(|cell| !cell.is_empty());
        // What every one of those has of which anything is recorded.
        let everywhere = |words: &&'static str| recorded().all(|cell| cell.contains(words));
        let alike = recorded().all(|cell| cell.iter().all(everywhere));
        let parts = |cell: &&Values| {
            let parts = cell.iter().map(|words| Part { words, everywhere: everywhere(words) });
            let mut parts: Vec<Part> = parts.collect();
            // Stable: what tells them apart comes first, each half in the order of the entry.
            parts.sort_by_key(|part| part.everywhere);
            parts
        };
        told.extend(field.part_of);
        let line = Line { name: field.name, cells: cells.iter().map(parts).collect() };
        let lines = match (alike, recorded().count() == cells.len()) {
            (false, _) => &mut comparison.differing,
            (true, false) => &mut comparison.partly,
            (true, true) => &mut comparison.alike,
        };
        lines.push(line);
    }
    missing.retain(|name| !told.contains(name));
    missing.dedup();
    comparison.not_recorded = missing;
    comparison
}

/// The fields of a cause, always the same ones in the same order.
fn of_cause(catalogue: &'static Catalogue, cause: &'static Cause) -> Vec<Field> {
    let reversible = cause.reversible.as_ref();
    let urgency = cause.urgency.as_ref();
    let tests = cause.first_tests.values.iter().map(|test| test.words);
    let rare = cause.rare.as_ref();
    let genes = rare.iter().flat_map(|rare| rare.genes());
    let inheritance = rare.iter().flat_map(|rare| rare.inheritance).copied();
    let onset = rare.iter().flat_map(|rare| rare.onset).map(|found| found.term);
    let label = |term| catalogue.term(term).label;
    let context = cause.context.values.iter().map(|id| catalogue.context(*id).meaning);
    let mut fields = vec![
        Field::new("Kind of cause", vec![catalogue.category(cause.category).name]),
        Field::new("Finer kind", cause.subgroup.into_iter().collect()),
        Field::new("Evidence", vec![Grade::of(catalogue, cause).label()]),
        Field::new("Urgency", urgency.map(|urgency| urgency.grade.label()).into_iter().collect()),
        Field::new("Kind of jerk", labels(&cause.contraction, Contraction::label)),
        Field::new("Where on the body", labels(&cause.distribution, Distribution::label)),
        Field::new("Where it arises", labels(&cause.generator, Generator::label)),
        Field::new("Set off by", labels(&cause.provocation, Provocation::label)),
        Field::new("Course", labels(&cause.course, Course::label)),
        Field::new("Time of life", labels(&cause.age_groups, AgeGroup::label)),
        Field::new(
            "Goes away again",
            reversible
                .map(|reversible| reversible.said_of_group.unwrap_or(reversible.value.label()))
                .into_iter()
                .collect(),
        ),
        Field::new("Genes", genes.collect()),
        Field::new("Inheritance", inheritance.map(label).collect()),
        Field::new("Onset of the disease", onset.map(label).collect()),
        Field::new("Think of it with", context.collect()),
        Field::new("First tests", tests.collect()),
        Field::new("What is done", cause.management.iter().map(|said| said.text).collect()),
    ];
    fields.extend(features(catalogue, cause));
    fields
}

/// What else is found, one field for each system of the body, so that hundreds of features can be
/// read side by side.
fn features(catalogue: &'static Catalogue, cause: &'static Cause) -> Vec<Field> {
    let ontology = catalogue.ontology();
    let mut has = vec![false; ontology.len()];
    for term in catalogue.features_of(cause) {
        has[term.index()] = true;
    }
    let systems = ontology.systems().into_iter().map(Some).chain([None]);
    let of_system = |system: Option<TermId>| {
        let own = |id: TermId| has[id.index()] && ontology.system(id) == system;
        let terms = ontology.terms().filter(|(id, _)| own(*id));
        let values = terms.map(|(_, term)| term.label).collect();
        let name = system.map_or("Other findings", |system| ontology.term(system).label);
        Field { part_of: Some("What else is found"), ..Field::new(name, values) }
    };
    systems.map(of_system).collect()
}

fn labels<T: Copy>(field: &'static Recorded<T>, label: fn(T) -> &'static str) -> Values {
    field.values.iter().map(|value| label(*value)).collect()
}

/// The fields of a topic, always the same ones in the same order.
fn of_topic(catalogue: &'static Catalogue, topic: &'static Topic) -> Vec<Field> {
    let axis = topic.group.map(|group| catalogue.group(group).name);
    let wider = topic.parent.map(|parent| catalogue.topic(parent).name);
    let mut fields = vec![
        Field::new("Axis", axis.into_iter().collect()),
        Field::new("A kind of", wider.into_iter().collect()),
    ];
    fields.extend(FieldName::ALL.iter().filter_map(|name| {
        // Only fields that some type has: the others belong to tests, treatments and so on.
        let used = catalogue
            .topics(topic.kind)
            .any(|(_, other)| other.fields.iter().any(|field| field.name == *name));
        let own = topic.fields.iter().filter(|field| field.name == *name);
        let words = own.flat_map(|field| field.body).map(|phrase| phrase.words);
        used.then(|| Field::new(name.label(), words.collect()))
    }));
    fields
}
