//! A cause: anything that can produce myoclonus.
//!
//! A record is inert data. It does not know how it is searched, filtered, graded or shown.

use super::claim::{Claim, Recorded, Reversible, Statement, Urgency};
use super::id::{CategoryId, ContextId, FeatureId, SuperGroupId, TopicId};
use super::topic::{Link, Phrase};
use super::vocabulary::{
    AgeGroup, Contraction, Course, Distribution, FrequencyClass, Generator, Provocation, Weakness,
};

/// A disease, drug, toxin, infection, lesion or state of the body that can produce myoclonus.
#[derive(Debug, PartialEq)]
pub struct Cause {
    /// The stable name used in addresses; never reused for something else.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// Other names: no clinical claim of their own.
    pub synonyms: &'static [&'static str],
    /// Names that people type and that the field would not use.
    pub lay_names: &'static [&'static str],
    /// The shelf it stands on; our ordering.
    pub category: CategoryId,
    /// The wide group it belongs to, exactly one; our ordering.
    pub super_group: SuperGroupId,
    /// A finer shelf, where the category has one; our ordering.
    pub subgroup: Option<&'static str>,
    /// Whether this is a group, syndrome or class that stands beside its members. It is not to
    /// be counted or ranked as a cause of its own.
    pub umbrella: bool,
    /// The curator's mark of weak evidence.
    pub weakness: Option<Weakness>,
    /// The same disease elsewhere, such as `ORPHA:399`.
    pub same_as: &'static [&'static str],
    /// The sources that say that this causes myoclonus; never empty.
    pub claims: &'static [Claim],
    /// How the jerks run over time.
    pub course: Recorded<Course>,
    /// The time of life.
    pub age_groups: Recorded<AgeGroup>,
    /// Positive or negative myoclonus. Both values: both are reported.
    pub contraction: Recorded<Contraction>,
    /// Which body parts.
    pub distribution: Recorded<Distribution>,
    /// Where the jerks arise.
    pub generator: Recorded<Generator>,
    /// What sets them off.
    pub provocation: Recorded<Provocation>,
    /// Whether they go when the cause is dealt with; absent: the sources seen do not say.
    pub reversible: Option<Reversible>,
    /// What else is found in patients with this cause.
    pub features: Recorded<FoundFeature>,
    /// How soon it needs attention; absent: not graded, which never means harmless.
    pub urgency: Option<Urgency>,
    /// The types of myoclonus that this cause is an example of.
    pub types: &'static [TopicId],
    /// The words explained that stand in its texts.
    pub terms: &'static [TopicId],
    /// Exposures and situations that point to this cause.
    pub context: Recorded<ContextId>,
    /// What establishes the cause, as the sources name it.
    pub first_tests: Recorded<Phrase>,
    /// What is done about it; never a dose.
    pub management: Option<Statement>,
    /// A remark.
    pub note: Option<Statement>,
}

impl Cause {
    /// Every name: the one shown, the synonyms, the lay names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name)
            .chain(self.synonyms.iter().copied())
            .chain(self.lay_names.iter().copied())
    }
}

/// A feature found in patients with a cause.
#[derive(Debug, PartialEq)]
pub struct FoundFeature {
    /// Which one.
    pub feature: FeatureId,
    /// How often, among patients with this cause (not among patients with myoclonus); absent:
    /// the sources seen do not say.
    pub frequency: Option<Frequency>,
}

/// How often a feature is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Counted in one source: `found` of `examined` patients, with `found <= examined` and
    /// `examined > 0`.
    Counted {
        /// Patients with the feature.
        found: u16,
        /// Patients looked at.
        examined: u16,
    },
    /// A frequency class.
    Class(FrequencyClass),
}

/// A wide group of causes. The division is ours, for browsing.
#[derive(Debug, PartialEq)]
pub struct SuperGroup {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// What stands here, in plain words.
    pub explanation: &'static str,
}

/// A shelf of causes. The division is ours, for browsing.
#[derive(Debug, PartialEq)]
pub struct Category {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// What stands here, in plain words.
    pub explanation: &'static str,
    /// The wide group to which its causes belong, unless a cause says otherwise.
    pub super_group: SuperGroupId,
}

/// A clinical feature: a term of the Human Phenotype Ontology.
#[derive(Debug, PartialEq)]
pub struct Feature {
    /// The term's id, such as `HP:0001336`.
    pub hpo: &'static str,
    /// The term's own label, unaltered.
    pub label: &'static str,
}

/// An exposure or situation that points to a cause.
#[derive(Debug, PartialEq)]
pub struct Context {
    /// The stable name.
    pub slug: &'static str,
    /// What is meant, in plain words; ours.
    pub meaning: &'static str,
}

/// A slug that was once in use.
#[derive(Debug, PartialEq)]
pub struct Retired {
    /// The old slug.
    pub slug: &'static str,
    /// The entry that took its place, if one did.
    pub merged_into: Option<Link>,
    /// Why it was taken out.
    pub reason: &'static str,
}
