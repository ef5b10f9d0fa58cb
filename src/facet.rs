//! Facets: what the list of causes can be narrowed by, and what a cause has of each.
//!
//! Within a facet any chosen value will do, across facets all must. Knows no text search and no
//! order.

use crate::catalogue::{Catalogue, CategoryId, Cause, Course, SuperGroupId};

/// Something to narrow the list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The wide group.
    Group,
    /// The category.
    Category,
    /// How the jerks run over time; most causes have no record of it.
    Course,
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Which facet.
    pub facet: Facet,
    /// The position of the value among those of the facet.
    value: u16,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Group, Self::Category, Self::Course];

    /// The word that stands for the facet in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Category => "category",
            Self::Course => "course",
        }
    }

    /// What a reader sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::Category => "Category",
            Self::Course => "Course over time",
        }
    }

    /// Every value, in the order in which they are offered.
    pub fn choices(self, catalogue: &Catalogue) -> Vec<Choice> {
        let count = match self {
            Self::Group => catalogue.super_groups().count(),
            Self::Category => catalogue.categories().count(),
            Self::Course => Course::ALL.len(),
        };
        (0..count)
            .filter_map(|value| u16::try_from(value).ok())
            .map(|value| Choice { facet: self, value })
            .collect()
    }

    /// The value with this key, as an address has it.
    pub fn choice(self, catalogue: &Catalogue, key: &str) -> Option<Choice> {
        self.choices(catalogue).into_iter().find(|choice| choice.key(catalogue) == key)
    }

    /// Whether the cause has any value of this facet on record.
    pub fn is_recorded(self, cause: &Cause) -> bool {
        match self {
            Self::Group | Self::Category => true,
            Self::Course => cause.course.is_recorded(),
        }
    }
}

impl Choice {
    /// The choice of one category.
    pub const fn category(category: CategoryId) -> Self {
        Self { facet: Facet::Category, value: category.0 }
    }

    /// The word that stands for the value in addresses.
    pub fn key(self, catalogue: &Catalogue) -> &'static str {
        match self.facet {
            Facet::Group => catalogue.super_group(SuperGroupId(self.value)).slug,
            Facet::Category => catalogue.category(CategoryId(self.value)).slug,
            Facet::Course => Course::ALL[usize::from(self.value)].key(),
        }
    }

    /// What a reader sees.
    pub fn name(self, catalogue: &Catalogue) -> &'static str {
        match self.facet {
            Facet::Group => catalogue.super_group(SuperGroupId(self.value)).name,
            Facet::Category => catalogue.category(CategoryId(self.value)).name,
            Facet::Course => Course::ALL[usize::from(self.value)].label(),
        }
    }

    /// What the value holds, in plain words, where its name does not say it.
    pub fn explanation(self, catalogue: &Catalogue) -> Option<&'static str> {
        match self.facet {
            Facet::Group => Some(catalogue.super_group(SuperGroupId(self.value)).explanation),
            Facet::Category => Some(catalogue.category(CategoryId(self.value)).explanation),
            Facet::Course => None,
        }
    }

    /// Whether a cause has this value.
    pub fn fits(self, cause: &Cause) -> bool {
        match self.facet {
            Facet::Group => cause.super_group.0 == self.value,
            Facet::Category => cause.category.0 == self.value,
            Facet::Course => cause.course.values.contains(&Course::ALL[usize::from(self.value)]),
        }
    }
}

/// How a cause stands to a set of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has a chosen value of every facet in which something is chosen.
    Fits,
    /// It would fit, but for facets of which it has nothing on record: which is not no.
    NotRecorded,
    /// It has other values than the chosen ones.
    Differs,
}

/// How a cause stands to the choices of all facets but `lifted`.
pub fn standing(choices: &[Choice], lifted: Option<Facet>, cause: &Cause) -> Standing {
    let mut standing = Standing::Fits;
    for facet in Facet::ALL.iter().filter(|facet| Some(**facet) != lifted) {
        let mut chosen = choices.iter().filter(|choice| choice.facet == *facet).peekable();
        if chosen.peek().is_none() || chosen.any(|choice| choice.fits(cause)) {
            continue;
        }
        if facet.is_recorded(cause) {
            return Standing::Differs;
        }
        standing = Standing::NotRecorded;
    }
    standing
}
