//! A cause: anything that can produce myoclonus.
//!
//! A record is inert data. It does not know how it is searched, filtered, graded or shown.

use super::axis::{AXES, AxisId, AxisValue, AxisValueId};
use super::claim::{Claim, Recorded, Reversible, Share, Statement, Timing, Urgency};
use super::id::{CategoryId, ContextId, DivisionId, TermId, TopicId};
use super::ontology::annotated_disease::AnnotatedDisease;
use super::ontology::frequency::FoundFeature;
use super::topic::{Link, Phrase};
use super::vocabulary::{BodyPart, Weakness};

/// A disease, drug, toxin, infection, lesion or state of the body that can produce myoclonus.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The stable name used in addresses; never reused for something else.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// Other names. They make no clinical claim.
    pub synonyms: &'static [&'static str],
    /// Everyday names, which people type and specialists do not use.
    pub lay_names: &'static [&'static str],
    /// Its category; our grouping.
    pub category: CategoryId,
    /// Its division; our grouping.
    pub division: DivisionId,
    /// Its subcategory, if the category has any; our grouping.
    pub subcategory: Option<&'static Subcategory>,
    /// Whether this is a group, syndrome or class that is listed beside its members. It must not be
    /// counted or ranked as a cause of its own.
    pub is_group: bool,
    /// The curator's mark of weak evidence.
    pub weakness: Option<Weakness>,
    /// Its numbers in registries, such as `ORPHA:399`.
    pub same_as: &'static [&'static str],
    /// What it is, in one line; our wording, derived from its opening texts.
    pub lead: Option<&'static str>,
    /// What it is, in words for everyone.
    pub plain: Option<Statement>,
    /// What it is, in exact terms.
    pub clinical: Option<Statement>,
    /// The sources that say that this causes myoclonus; never empty.
    pub claims: &'static [Claim],
    /// What the jerks are like: the values on each axis, in the order of [`AXES`].
    pub axes: &'static [Recorded<AxisValueId>; AXES.len()],
    /// Which parts of the body were seen to jerk.
    pub parts: Recorded<BodyPart>,
    /// How long and how fast the jerks are on recordings; one row for each source.
    pub timings: Recorded<Timing>,
    /// How many of the patients have jerks; one row for each source.
    pub shares: Recorded<Share>,
    /// Whether the jerks go away when the cause is treated; `None` if the sources seen do not say.
    pub reversible: Option<Reversible>,
    /// What else is found in patients with this cause.
    pub features: Recorded<FoundFeature>,
    /// How soon it needs attention. `None` means not graded, never harmless.
    pub urgency: Option<Urgency>,
    /// The types of myoclonus that this cause is an example of.
    pub types: &'static [TopicId],
    /// The words of the glossary that occur in its texts.
    pub glossary: &'static [TopicId],
    /// The treatments that the text on what is done names.
    pub treatments: &'static [TopicId],
    /// Exposures and situations that point to this cause.
    pub context: Recorded<ContextId>,
    /// The first tests to establish the cause, as the sources name them.
    pub first_tests: Recorded<Phrase>,
    /// Genes, if a curator recorded any; those of the annotated diseases are among them. See
    /// [`Self::genes`] for a cause with or without a curator.
    pub recorded_genes: Recorded<&'static str>,
    /// What is done about it; never a dose.
    pub management: Option<Statement>,
    /// Which medicines make it worse.
    pub worsened_by: Option<WorsenedBy>,
    /// A remark.
    pub note: Option<Statement>,
    /// Whether it comes from the import alone, without a curator.
    pub imported: bool,
    /// The annotated diseases that are this cause: none, one, or several numbers that its curator
    /// takes together. What is found in one of them was not found in another.
    pub annotated: &'static [&'static AnnotatedDisease],
}

impl Cause {
    /// Every name: the one shown, the synonyms, the lay names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name)
            .chain(self.synonyms.iter().copied())
            .chain(self.lay_names.iter().copied())
    }

    /// The genes that are linked with it, each once.
    pub fn genes(&self) -> Vec<&'static str> {
        let annotated = self.annotated.iter().flat_map(|disease| disease.genes());
        each_once(self.recorded_genes.values.iter().copied().chain(annotated))
    }

    /// The ways in which it is inherited, each once.
    pub fn inheritance(&self) -> Vec<TermId> {
        each_once(self.annotated.iter().flat_map(|disease| disease.inheritance).copied())
    }

    /// How it is inherited, where nothing is recorded and only its name in a registry says so: the
    /// number of the term, and words.
    pub fn inheritance_by_name(&self) -> Option<(u32, &'static str)> {
        const WAYS: [(&str, u32, &str); 3] = [
            ("autosomal dominant", 6, "autosomal dominant, by its name"),
            ("autosomal recessive", 7, "autosomal recessive, by its name"),
            ("x-linked", 1417, "X-linked, by its name"),
        ];
        let name = self.name.to_lowercase();
        let way = WAYS.iter().find(|(way, ..)| name.contains(way));
        way.filter(|_| self.inheritance().is_empty()).map(|(_, number, words)| (*number, *words))
    }

    /// The values recorded on an axis, with their claims.
    pub const fn axis(&self, axis: AxisId) -> &Recorded<AxisValueId> {
        &self.axes[axis.index()]
    }

    /// The values recorded on an axis, in the curator's order.
    pub fn on_axis(&self, axis: AxisId) -> impl Iterator<Item = &'static AxisValue> + use<> {
        self.axis(axis).values.iter().map(move |value| axis.value(*value))
    }
}

/// The medicines that make a disease worse.
#[derive(Clone, Debug, PartialEq)]
pub struct WorsenedBy {
    /// The medicines, or classes of medicines; never empty.
    pub medicines: &'static [Phrase],
    /// How they make it worse, and what to do. Nothing tells a patient to stop a medicine alone.
    pub text: &'static str,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// A division: one of the widest groups of causes. The grouping is ours, for browsing.
#[derive(Debug, PartialEq)]
pub struct Division {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// What it contains, in plain words.
    pub explanation: &'static str,
    /// Whether its causes are acquired, so genes do not apply to them.
    pub acquired: bool,
}

/// A category of causes. The grouping is ours, for browsing.
#[derive(Debug, PartialEq)]
pub struct Category {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// What it contains, in plain words.
    pub explanation: &'static str,
    /// The division of its causes, unless a cause names another.
    pub division: DivisionId,
}

/// A part of a category. The grouping is ours, for browsing.
#[derive(Debug, PartialEq, Eq)]
pub struct Subcategory {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
}

/// An exposure or situation that points to a cause.
#[derive(Debug, PartialEq)]
pub struct Context {
    /// The stable name.
    pub slug: &'static str,
    /// What it means, in plain words of our own.
    pub meaning: &'static str,
}

/// A slug that was once in use.
#[derive(Debug, PartialEq)]
pub struct Retired {
    /// The old slug.
    pub slug: &'static str,
    /// The entry that replaced it, if any.
    pub merged_into: Option<Link>,
    /// Why it was removed.
    pub reason: &'static str,
}

/// The values without repetitions, in the same order.
pub(crate) fn each_once<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once
}
