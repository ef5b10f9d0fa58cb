//! A cause: anything that can produce myoclonus.
//!
//! A record is inert data. It does not know how it is searched, filtered, graded or shown.

use super::axis::{AXES, AxisId, AxisValue, AxisValueId};
use super::claim::{Claim, Recorded, Reversible, Statement, Urgency};
use super::id::{CategoryId, ContextId, DivisionId, TopicId};
use super::ontology::annotated_disease::AnnotatedDisease;
use super::ontology::frequency::FoundFeature;
use super::topic::{Link, Phrase};
use super::vocabulary::Weakness;

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
    pub division: DivisionId,
    /// A finer shelf, where the category has one; our ordering.
    pub subcategory: Option<&'static Subcategory>,
    /// Whether this is a group, syndrome or class that stands beside its members. It is not to
    /// be counted or ranked as a cause of its own.
    pub is_group: bool,
    /// The curator's mark of weak evidence.
    pub weakness: Option<Weakness>,
    /// The same disease elsewhere, such as `ORPHA:399`.
    pub same_as: &'static [&'static str],
    /// The sources that say that this causes myoclonus; never empty.
    pub claims: &'static [Claim],
    /// What the jerks are like: what is recorded on each axis, in the order of [`AXES`].
    pub axes: &'static [Recorded<AxisValueId>; AXES.len()],
    /// Whether they go when the cause is dealt with; absent: the sources seen do not say.
    pub reversible: Option<Reversible>,
    /// What else is found in patients with this cause.
    pub features: Recorded<FoundFeature>,
    /// How soon it needs attention; absent: not graded, which never means harmless.
    pub urgency: Option<Urgency>,
    /// The types of myoclonus that this cause is an example of.
    pub types: &'static [TopicId],
    /// The words explained that stand in its texts.
    pub glossary: &'static [TopicId],
    /// Exposures and situations that point to this cause.
    pub context: Recorded<ContextId>,
    /// What establishes the cause, as the sources name it.
    pub first_tests: Recorded<Phrase>,
    /// What is done about it; never a dose.
    pub management: Option<Statement>,
    /// Which medicines make it worse.
    pub worsened_by: Option<WorsenedBy>,
    /// A remark.
    pub note: Option<Statement>,
    /// Whether nobody has curated it, so that all it says comes from the import.
    pub imported: bool,
    /// What the annotations of rare diseases say of it, where it is among them.
    pub annotated: Option<&'static AnnotatedDisease>,
}

impl Cause {
    /// Every name: the one shown, the synonyms, the lay names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name)
            .chain(self.synonyms.iter().copied())
            .chain(self.lay_names.iter().copied())
    }

    /// What is recorded on an axis.
    pub const fn axis(&self, axis: AxisId) -> &Recorded<AxisValueId> {
        &self.axes[axis.index()]
    }

    /// The values recorded on an axis, in the curator's order.
    pub fn on_axis(&self, axis: AxisId) -> impl Iterator<Item = &'static AxisValue> + use<> {
        self.axis(axis).values.iter().map(move |value| axis.value(*value))
    }
}

/// The medicines that make a disease worse.
#[derive(Debug, PartialEq)]
pub struct WorsenedBy {
    /// The medicines, or classes of medicines; never empty.
    pub medicines: &'static [Phrase],
    /// How they make it worse, and what to do. Nothing tells a patient to stop a medicine alone.
    pub text: &'static str,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// A wide group of causes. The division is ours, for browsing.
#[derive(Debug, PartialEq)]
pub struct Division {
    /// The stable name used in addresses.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// What stands here, in plain words.
    pub explanation: &'static str,
    /// Whether its causes are not inherited, so that nobody would record a gene of one.
    pub acquired: bool,
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
    pub division: DivisionId,
}

/// A part of a category. The division is ours, for browsing.
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
