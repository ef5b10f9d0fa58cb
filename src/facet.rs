//! Facets: what a list can be narrowed by, and which entries have which value.
//!
//! Within a facet, any chosen value is enough; an entry must fit every facet. Knows no text search
//! and no order.

mod axes;
mod begins;
mod categories;
mod contexts;
mod definition;
mod genes;
mod grades;
mod sources;
mod terms;
mod types;

use std::sync::OnceLock;

use self::definition::Definition;
use crate::catalogue::{Catalogue, CategoryId, Cause, Kind};
use crate::entry_set::EntrySet;
use crate::sorted;

/// Something to narrow a list by, as a position among the definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facet(u8);

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Which facet.
    pub facet: Facet,
    /// The position of the value among those of the facet.
    pub value: u16,
}

impl Facet {
    /// The place of a cause: division, category, subcategory.
    pub const GROUP: Self = Self::named("group");
    /// The time of life in which a cause begins.
    pub const BEGINS: Self = Self::named("begins");
    /// How soon a cause needs attention.
    pub const URGENCY: Self = Self::named("urgency");
    /// The sources that a cause cites. They come with what is read in entries.
    pub const SOURCE: Self = Self::named("source");
    /// The genes of rare diseases.
    pub const GENE: Self = Self::named("gene");
    /// Whether the jerks go away when the cause is treated.
    pub const REVERSIBLE: Self = Self::named("reversible");
    /// How a rare disease is inherited.
    pub const INHERITANCE: Self = Self::named("inheritance");
    /// Findings in patients besides jerks.
    pub const FEATURE: Self = Self::named("feature");

    /// Every facet, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(definition::COUNT)
    }

    /// The facet with this key in addresses.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|facet| facet.key() == key)
    }

    /// The facet with this key. In a constant, a key that no facet has does not compile.
    const fn named(key: &str) -> Self {
        let mut at = 0;
        while at < definition::COUNT {
            if equal(definition::DEFINITIONS[at].key, key) {
                return Self(at as u8);
            }
            at += 1;
        }
        panic!("no facet has this key")
    }

    /// Its position among all facets.
    const fn index(self) -> usize {
        self.0 as usize
    }

    const fn definition(self) -> &'static Definition {
        &definition::DEFINITIONS[self.index()]
    }

    /// The word for it in addresses.
    pub const fn key(self) -> &'static str {
        self.definition().key
    }

    /// What a reader sees.
    pub const fn label(self) -> &'static str {
        self.definition().label
    }

    /// The kind of topics whose list it narrows; `None` for the list of causes.
    pub const fn narrows(self) -> Option<Kind> {
        self.definition().narrows
    }

    /// Whether it is unfolded at first.
    pub const fn is_prominent(self) -> bool {
        self.definition().is_prominent
    }
}

/// Whether two texts are equal; `==` cannot be used in a constant.
const fn equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// A value of a facet, with the entries that have it.
#[derive(Clone, Debug)]
pub struct Value {
    /// The word for it in addresses.
    pub key: String,
    /// What a reader sees.
    pub label: &'static str,
    /// Other names by which a reader may look for it, in one text.
    pub aliases: &'static str,
    /// What it contains, in plain words, if its name does not say so.
    pub explanation: Option<&'static str>,
    /// The wider values that it is a part of, by their positions.
    pub parents: Vec<u16>,
    /// The entries that have it.
    pub entries: EntrySet,
}

impl Value {
    /// A value without wider values and without entries.
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
    /// The entries with a value on record, and those to which the facet does not apply. For all
    /// others, it is not recorded.
    pub recorded: EntrySet,
}

/// All facets. Each table is built at first use, so a start does not wait for thousands of values
/// that no reader has unfolded.
#[derive(Debug)]
pub struct Facets {
    catalogue: &'static Catalogue,
    /// In the order of [`Facet::all`].
    tables: [OnceLock<Table>; definition::COUNT],
}

impl Facets {
    /// The facets of a catalogue.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self { catalogue, tables: [const { OnceLock::new() }; definition::COUNT] }
    }

    /// The table of a facet; the first call builds it.
    pub fn table(&self, facet: Facet) -> &Table {
        let table = &self.tables[facet.index()];
        table.get_or_init(|| definition::build(self.catalogue, facet))
    }

    /// A value.
    pub fn value(&self, choice: Choice) -> &Value {
        &self.table(choice.facet).values[usize::from(choice.value)]
    }

    /// The value with this key, as an address writes it.
    pub fn choice(&self, facet: Facet, key: &str) -> Option<Choice> {
        let position = self.table(facet).values.iter().position(|value| value.key == key)?;
        Some(Choice { facet, value: u16::try_from(position).ok()? })
    }

    /// The choices that show a whole category: one for each division that has a part of it.
    pub fn category(&self, category: CategoryId) -> Vec<Choice> {
        let keys = categories::keys_of(self.catalogue, category);
        keys.iter().filter_map(|key| self.choice(Facet::GROUP, key)).collect()
    }

    /// The choices after a value is pressed: it is removed if it was chosen, and added if not. A
    /// part replaces its whole, and a whole replaces its parts, so the list then has as many
    /// entries as the number beside the value says.
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
            sorted::sort(&mut chosen);
        }
        chosen
    }

    /// The entries with a chosen value of a facet; `None` if nothing is chosen in it, which means
    /// all.
    pub fn fitting(&self, facet: Facet, chosen: &[Choice]) -> Option<EntrySet> {
        let mut chosen = chosen.iter().filter(|choice| choice.facet == facet);
        // Without a choice, the table need not even be built.
        let first = chosen.next()?;
        let table = self.table(facet);
        let mut fitting = self.value(*first).entries.clone();
        for choice in chosen {
            fitting.add(&table.values[usize::from(choice.value)].entries);
        }
        Some(fitting)
    }

    /// The entries among these that fit every facet of the choices.
    pub fn narrowing(&self, mut among: EntrySet, chosen: &[Choice]) -> EntrySet {
        for facet in Facet::all() {
            if let Some(fitting) = self.fitting(facet, chosen) {
                among.keep(&fitting);
            }
        }
        among
    }
}

impl Table {
    /// All values as choices.
    pub fn choices(&self) -> impl Iterator<Item = Choice> + use<> {
        let facet = self.facet;
        let count = u16::try_from(self.values.len()).unwrap_or(u16::MAX);
        (0..count).map(move |value| Choice { facet, value })
    }

    /// Whether a value is below another one in the tree.
    pub fn is_within(&self, part: Choice, whole: Choice) -> bool {
        let wider = &self.values[usize::from(part.value)].parents;
        // A whole comes before its parts, so no value before it can be below it.
        wider.iter().filter(|parent| **parent >= whole.value).any(|parent| {
            *parent == whole.value || self.is_within(Choice { value: *parent, ..part }, whole)
        })
    }

    /// Whether any value is a part of another one.
    pub fn is_tree(&self) -> bool {
        self.values.iter().any(|value| !value.parents.is_empty())
    }

    /// A table of values without parts. `has` pairs an entry with each of its values.
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
