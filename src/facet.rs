//! Facets: what a list can be narrowed by, and what each entry has of it.
//!
//! Within a facet any chosen value will do, across facets all must. Knows no text search and no
//! order.

mod categories;
mod sources;
mod terms;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::catalogue::{
    AgeGroup, Catalogue, CategoryId, Cause, Contraction, Course, Distribution, Generator, Grade,
    Kind, Provocation, RareDisease, Recorded, Reversibility, UrgencyGrade,
};
use crate::entry_set::EntrySet;

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
    /// When a rare disease begins.
    Onset,
    /// How a rare disease is inherited.
    Inheritance,
    /// The genes of a rare disease.
    Gene,
    /// Exposures and situations.
    Context,
    /// What stands behind an entry.
    Evidence,
    /// The sources that an entry cites.
    Source,
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
        Self::Onset,
        Self::Inheritance,
        Self::Gene,
        Self::Context,
        Self::Evidence,
        Self::Source,
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
            Self::Onset => "onset",
            Self::Inheritance => "inheritance",
            Self::Gene => "gene",
            Self::Context => "context",
            Self::Evidence => "evidence",
            Self::Source => "source",
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
            Self::Onset => "Onset of the disease",
            Self::Inheritance => "Inheritance",
            Self::Gene => "Gene",
            Self::Context => "Think of it with",
            Self::Evidence => "Evidence",
            Self::Source => "Source",
            Self::Axis => "Axis",
        }
    }

    /// The kind of topics whose list it narrows; `None` for the list of causes.
    pub const fn narrows(self) -> Option<Kind> {
        match self {
            Self::Axis => Some(Kind::Type),
            _ => None,
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
    /// Other names by which a reader may look for it, in one text.
    pub aliases: &'static str,
    /// What it holds, in plain words, where its name does not say it.
    pub explanation: Option<&'static str>,
    /// The wider values that it is a part of, by their positions.
    pub parents: Vec<u16>,
    /// The entries that have it.
    pub entries: EntrySet,
}

impl Value {
    /// A value that is no part of another one and that nothing has.
    fn new(key: String, label: &'static str) -> Self {
        let (aliases, entries) = ("", EntrySet::default());
        Self { key, label, aliases, explanation: None, parents: Vec::new(), entries }
    }
}

/// A facet with all its values.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which facet.
    pub facet: Facet,
    /// Its values, in the order in which they are offered; a part comes after its whole.
    pub values: Vec<Value>,
    /// The entries of which it is known whether they have a value: those with any value on record, and
    /// those that cannot have one.
    pub recorded: EntrySet,
}

/// All facets. The table of each is made when it is first asked for, so that a start does not wait for
/// thousands of values that nobody has unfolded.
#[derive(Debug)]
pub struct Facets {
    catalogue: &'static Catalogue,
    /// In the order of [`Facet::ALL`].
    tables: [OnceLock<Table>; Facet::ALL.len()],
    /// The value of [`Facet::Group`] for each wide group's part of each category.
    shelves: OnceLock<BTreeMap<CategoryId, Vec<u16>>>,
}

impl Facets {
    /// The facets of a catalogue.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        let tables = [const { OnceLock::new() }; Facet::ALL.len()];
        Self { catalogue, tables, shelves: OnceLock::new() }
    }

    /// Sorts the entries of the catalogue by the values of a facet.
    fn make(&self, facet: Facet) -> Table {
        let catalogue = self.catalogue;
        match facet {
            Facet::Group => {
                let (table, shelves) = categories::table(catalogue);
                self.shelves.get_or_init(|| shelves);
                table
            }
            Facet::Urgency => urgency(catalogue),
            Facet::Course => {
                axis(catalogue, facet, Course::ALL, Course::key, Course::label, |it| &it.course)
            }
            Facet::Age => {
                axis(catalogue, facet, AgeGroup::ALL, AgeGroup::key, AgeGroup::label, |it| {
                    &it.age_groups
                })
            }
            Facet::Contraction => {
                let all = Contraction::ALL;
                axis(catalogue, facet, all, Contraction::key, Contraction::label, |it| {
                    &it.contraction
                })
            }
            Facet::Distribution => {
                let all = Distribution::ALL;
                axis(catalogue, facet, all, Distribution::key, Distribution::label, |it| {
                    &it.distribution
                })
            }
            Facet::Generator => {
                axis(catalogue, facet, Generator::ALL, Generator::key, Generator::label, |it| {
                    &it.generator
                })
            }
            Facet::Provocation => {
                let all = Provocation::ALL;
                axis(catalogue, facet, all, Provocation::key, Provocation::label, |it| {
                    &it.provocation
                })
            }
            Facet::Reversible => reversible(catalogue),
            Facet::Feature => terms::features(catalogue),
            Facet::Onset => terms::onsets(catalogue),
            Facet::Inheritance => terms::inheritance(catalogue),
            Facet::Gene => genes(catalogue),
            Facet::Context => contexts(catalogue),
            Facet::Evidence => evidence(catalogue),
            Facet::Source => sources::table(catalogue),
            Facet::Axis => types::table(catalogue),
        }
    }

    /// A facet; the first call makes its table.
    pub fn table(&self, facet: Facet) -> &Table {
        let at = Facet::ALL.iter().position(|other| *other == facet);
        self.tables[at.unwrap_or_default()].get_or_init(|| self.make(facet))
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
        // Its table brings them along.
        self.table(Facet::Group);
        let values = self.shelves.get().and_then(|it| it.get(&category)).into_iter().flatten();
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
        let mut chosen = chosen.iter().filter(|choice| choice.facet == facet);
        // Where nothing is chosen, the table need not even be made.
        let first = chosen.next()?;
        let table = self.table(facet);
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
        let wider = &self.values[usize::from(part.value)].parents;
        // A whole comes before its parts, so that what stands before it cannot be below it.
        wider.iter().filter(|parent| **parent >= whole.value).any(|parent| {
            *parent == whole.value || self.is_within(Choice { value: *parent, ..part }, whole)
        })
    }

    /// Whether any value is a part of another one.
    pub fn is_tree(&self) -> bool {
        self.values.iter().any(|value| !value.parents.is_empty())
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
            .map(|(key, label)| Value { entries: EntrySet::none(size), ..Value::new(key, label) })
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

/// The genes of rare diseases.
fn genes(catalogue: &'static Catalogue) -> Table {
    let of = |cause: &'static Cause| cause.rare.into_iter().flat_map(RareDisease::genes);
    let all: BTreeSet<&'static str> = causes(catalogue).flat_map(|(_, cause)| of(cause)).collect();
    let all: Vec<&'static str> = all.into_iter().collect();
    let mut has = Vec::new();
    let mut others = Vec::new();
    for (entry, cause) in causes(catalogue) {
        has.extend(of(cause).filter_map(|gene| Some((entry, all.binary_search(&gene).ok()?))));
        if !catalogue.may_be_inherited(cause) {
            others.push(entry);
        }
    }
    let values = all.into_iter().map(|gene| (gene.to_owned(), gene)).collect();
    let mut table = Table::flat(Facet::Gene, values, catalogue.cause_count(), has);
    for entry in others {
        table.recorded.insert(entry);
    }
    table
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
