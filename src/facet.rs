//! Facets: what a list can be narrowed by, and what each entry has of it.
//!
//! Within a facet any chosen value will do, across facets all must. Knows no text search and no
//! order.

mod shelves;
mod topics;

use std::collections::BTreeMap;

use crate::catalogue::{
    AgeGroup, Catalogue, CategoryId, Cause, Contraction, Course, Distribution, Generator, Grade,
    Provocation, Recorded, Reversibility, UrgencyGrade,
};
use crate::entry_set::EntrySet;
use crate::view_state::Page;

/// Something to narrow a list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Where a cause is shelved: the wide group, the category, the finer shelf.
    Group,
    /// How soon a cause needs attention.
    Urgency,
    /// How the jerks run over time.
    Course,
    /// The time of life.
    Age,
    /// Positive or negative myoclonus.
    Contraction,
    /// Which body parts.
    Distribution,
    /// Where the jerks arise.
    Generator,
    /// What sets them off.
    Provocation,
    /// Whether they go when the cause is dealt with.
    Reversible,
    /// What else is found in patients.
    Feature,
    /// Exposures and situations.
    Context,
    /// What stands behind an entry.
    Evidence,
    /// The axis of a type, and the wider type on it.
    Axis,
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Which facet.
    pub facet: Facet,
    /// The position of the value among those of the facet.
    pub value: u16,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Group,
        Self::Urgency,
        Self::Course,
        Self::Age,
        Self::Contraction,
        Self::Distribution,
        Self::Generator,
        Self::Provocation,
        Self::Reversible,
        Self::Feature,
        Self::Context,
        Self::Evidence,
        Self::Axis,
    ];

    /// The word that stands for the facet in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Urgency => "urgency",
            Self::Course => "course",
            Self::Age => "age",
            Self::Contraction => "jerk",
            Self::Distribution => "where",
            Self::Generator => "origin",
            Self::Provocation => "trigger",
            Self::Reversible => "reversible",
            Self::Feature => "feature",
            Self::Context => "context",
            Self::Evidence => "evidence",
            Self::Axis => "axis",
        }
    }

    /// What a reader sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Group => "Kind of cause",
            Self::Urgency => "Urgency",
            Self::Course => "Course",
            Self::Age => "Time of life",
            Self::Contraction => "Kind of jerk",
            Self::Distribution => "Where on the body",
            Self::Generator => "Where it arises",
            Self::Provocation => "Set off by",
            Self::Reversible => "Goes away again",
            Self::Feature => "What else is found",
            Self::Context => "Think of it with",
            Self::Evidence => "Evidence",
            Self::Axis => "Axis",
        }
    }

    /// The page whose list it narrows.
    pub const fn page(self) -> Page {
        match self {
            Self::Axis => Page::Types,
            _ => Page::Causes,
        }
    }
}

/// A value of a facet, with the entries that have it.
#[derive(Clone, Debug)]
pub struct Value {
    /// The word that stands for it in addresses.
    pub key: String,
    /// What a reader sees.
    pub label: &'static str,
    /// What it holds, in plain words, where its name does not say it.
    pub explanation: Option<&'static str>,
    /// The wider value that it is a part of, by its position.
    pub parent: Option<u16>,
    /// The entries that have it.
    pub entries: EntrySet,
}

/// A facet with all its values.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which facet.
    pub facet: Facet,
    /// Its values, in the order in which they are offered; a part comes after its whole.
    pub values: Vec<Value>,
    /// The entries that have any value on record.
    pub recorded: EntrySet,
}

/// All facets.
#[derive(Debug)]
pub struct Facets {
    tables: Vec<Table>,
    /// The value of [`Facet::Group`] for each wide group's part of each category.
    shelves: BTreeMap<CategoryId, Vec<u16>>,
}

impl Facets {
    /// Sorts the entries of the catalogue by all their values.
    pub fn build(catalogue: &'static Catalogue) -> Self {
        let (groups, shelves) = shelves::table(catalogue);
        let tables = vec![
            groups,
            urgency(catalogue),
            axis(catalogue, Facet::Course, Course::ALL, Course::key, Course::label, |cause| {
                &cause.course
            }),
            axis(catalogue, Facet::Age, AgeGroup::ALL, AgeGroup::key, AgeGroup::label, |cause| {
                &cause.age_groups
            }),
            axis(
                catalogue,
                Facet::Contraction,
                Contraction::ALL,
                Contraction::key,
                Contraction::label,
                |cause| &cause.contraction,
            ),
            axis(
                catalogue,
                Facet::Distribution,
                Distribution::ALL,
                Distribution::key,
                Distribution::label,
                |cause| &cause.distribution,
            ),
            axis(
                catalogue,
                Facet::Generator,
                Generator::ALL,
                Generator::key,
                Generator::label,
                |cause| &cause.generator,
            ),
            axis(
                catalogue,
                Facet::Provocation,
                Provocation::ALL,
                Provocation::key,
                Provocation::label,
                |cause| &cause.provocation,
            ),
            reversible(catalogue),
            features(catalogue),
            contexts(catalogue),
            evidence(catalogue),
            topics::table(catalogue),
        ];
        Self { tables, shelves }
    }

    /// The facets of a page, in the order in which they are offered.
    pub fn of(&self, page: Page) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(move |table| table.facet.page() == page)
    }

    /// A facet.
    pub fn table(&self, facet: Facet) -> &Table {
        let found = self.tables.iter().find(|table| table.facet == facet);
        found.expect("there is a table for every facet")
    }

    /// A value.
    pub fn value(&self, choice: Choice) -> &Value {
        &self.table(choice.facet).values[usize::from(choice.value)]
    }

    /// The value with this key, as an address has it.
    pub fn choice(&self, facet: Facet, key: &str) -> Option<Choice> {
        let position = self.table(facet).values.iter().position(|value| value.key == key)?;
        Some(Choice { facet, value: u16::try_from(position).ok()? })
    }

    /// The choices that show a whole category: one for each wide group that has a part of it.
    pub fn category(&self, category: CategoryId) -> Vec<Choice> {
        let values = self.shelves.get(&category).into_iter().flatten();
        values.map(|value| Choice { facet: Facet::Group, value: *value }).collect()
    }

    /// What is chosen once a value is pressed: let go if it was chosen, or else chosen. A part takes
    /// the place of its whole, and a whole that of its parts: the number beside the pressed value is
    /// then what is shown.
    pub fn pressing(&self, choice: Choice, chosen: &[Choice]) -> Vec<Choice> {
        let mut chosen = chosen.to_vec();
        if let Ok(position) = chosen.binary_search(&choice) {
            chosen.remove(position);
        } else {
            let table = self.table(choice.facet);
            chosen.retain(|other| {
                other.facet != choice.facet
                    || !table.is_within(*other, choice) && !table.is_within(choice, *other)
            });
            chosen.push(choice);
            chosen.sort_unstable();
        }
        chosen
    }

    /// The entries that have a chosen value of a facet; none if nothing is chosen in it, which
    /// means all.
    pub fn fitting(&self, facet: Facet, chosen: &[Choice]) -> Option<EntrySet> {
        let table = self.table(facet);
        let mut chosen = chosen.iter().filter(|choice| choice.facet == facet);
        let first = chosen.next()?;
        let mut fitting = self.value(*first).entries.clone();
        for choice in chosen {
            fitting.add(&table.values[usize::from(choice.value)].entries);
        }
        Some(fitting)
    }
}

impl Table {
    /// All values as choices.
    pub fn choices(&self) -> impl Iterator<Item = Choice> + use<> {
        let facet = self.facet;
        let count = u16::try_from(self.values.len()).unwrap_or(u16::MAX);
        (0..count).map(move |value| Choice { facet, value })
    }

    /// Whether a value is a part of another one, near or far.
    pub fn is_within(&self, part: Choice, whole: Choice) -> bool {
        let mut at = self.values[usize::from(part.value)].parent;
        while let Some(parent) = at {
            if parent == whole.value {
                return true;
            }
            at = self.values[usize::from(parent)].parent;
        }
        false
    }

    /// A table whose values have no parts, from what each entry has.
    fn flat(
        facet: Facet,
        values: Vec<(String, &'static str)>,
        size: usize,
        has: Vec<(usize, usize)>,
    ) -> Self {
        let mut values: Vec<Value> = values
            .into_iter()
            .map(|(key, label)| Value {
                key,
                label,
                explanation: None,
                parent: None,
                entries: EntrySet::none(size),
            })
            .collect();
        let mut recorded = EntrySet::none(size);
        for (entry, value) in has {
            values[value].entries.insert(entry);
            recorded.insert(entry);
        }
        Self { facet, values, recorded }
    }
}

/// Every cause with its position.
fn causes(catalogue: &'static Catalogue) -> impl Iterator<Item = (usize, &'static Cause)> {
    catalogue.cause_ids().map(|id| (id.index(), catalogue.cause(id)))
}

/// The facet of a field whose values are words of a vocabulary.
fn axis<T: Copy + PartialEq + 'static>(
    catalogue: &'static Catalogue,
    facet: Facet,
    all: &'static [T],
    key: fn(T) -> &'static str,
    label: fn(T) -> &'static str,
    field: fn(&'static Cause) -> &'static Recorded<T>,
) -> Table {
    // Blanks would be encoded in addresses.
    let values = all.iter().map(|value| (key(*value).replace(' ', "-"), label(*value))).collect();
    let mut has = Vec::new();
    for (entry, cause) in causes(catalogue) {
        for value in field(cause).values {
            has.extend(all.iter().position(|each| each == value).map(|value| (entry, value)));
        }
    }
    Table::flat(facet, values, catalogue.cause_count(), has)
}

/// The facet of a field that has at most one value, given by its position.
fn single(
    catalogue: &'static Catalogue,
    facet: Facet,
    values: Vec<(String, &'static str)>,
    value: fn(&'static Catalogue, &'static Cause) -> Option<usize>,
) -> Table {
    let mut has = Vec::new();
    for (entry, cause) in causes(catalogue) {
        has.extend(value(catalogue, cause).map(|value| (entry, value)));
    }
    Table::flat(facet, values, catalogue.cause_count(), has)
}

fn urgency(catalogue: &'static Catalogue) -> Table {
    let all = UrgencyGrade::ALL;
    let values = all.iter().map(|grade| (grade.key().to_owned(), grade.label())).collect();
    single(catalogue, Facet::Urgency, values, |_, cause| {
        let grade = cause.urgency.as_ref()?.grade;
        UrgencyGrade::ALL.iter().position(|each| *each == grade)
    })
}

/// Whether it goes away again. A sentence on a whole group of causes is a value of its own, because
/// it is not said of the cause itself.
fn reversible(catalogue: &'static Catalogue) -> Table {
    let mut values: Vec<(String, &'static str)> =
        Reversibility::ALL.iter().map(|value| (value.key().to_owned(), value.label())).collect();
    values.push(("group".to_owned(), "said of the group only"));
    single(catalogue, Facet::Reversible, values, |_, cause| {
        let reversible = cause.reversible.as_ref()?;
        let own = Reversibility::ALL.iter().position(|value| *value == reversible.value);
        reversible.said_of_group.map(|_| Reversibility::ALL.len()).or(own)
    })
}

fn features(catalogue: &'static Catalogue) -> Table {
    let all = catalogue.features().map(|(id, feature)| (feature.label, feature.hpo, id.index()));
    let has = causes(catalogue).flat_map(|(entry, cause)| {
        cause.features.values.iter().map(move |found| (entry, found.feature.index()))
    });
    named(catalogue, Facet::Feature, all.collect(), has.collect())
}

fn contexts(catalogue: &'static Catalogue) -> Table {
    let all = catalogue.contexts().map(|(id, context)| (context.meaning, context.slug, id.index()));
    let has = causes(catalogue)
        .flat_map(|(entry, cause)| cause.context.values.iter().map(move |id| (entry, id.index())));
    named(catalogue, Facet::Context, all.collect(), has.collect())
}

/// The facet of a field whose values are entries of a table, given as label, key and position in the
/// table; offered in the order of their labels.
fn named(
    catalogue: &'static Catalogue,
    facet: Facet,
    mut all: Vec<(&'static str, &'static str, usize)>,
    mut has: Vec<(usize, usize)>,
) -> Table {
    all.sort_unstable();
    let mut place = vec![0; all.len()];
    for (at, (_, _, position)) in all.iter().enumerate() {
        place[*position] = at;
    }
    for (_, value) in &mut has {
        *value = place[*value];
    }
    let values = all.into_iter().map(|(label, key, _)| (key.to_owned(), label)).collect();
    Table::flat(facet, values, catalogue.cause_count(), has)
}

fn evidence(catalogue: &'static Catalogue) -> Table {
    let all = Grade::ALL;
    let values = all.iter().map(|grade| (grade.label().replace(' ', "-"), grade.label())).collect();
    single(catalogue, Facet::Evidence, values, |catalogue, cause| {
        let grade = Grade::of(catalogue, cause);
        Grade::ALL.iter().position(|each| *each == grade)
    })
}
