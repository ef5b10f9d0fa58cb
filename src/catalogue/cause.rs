//! A cause: anything that can produce myoclonus.
//!
//! A record is inert data. It does not know how it is searched, filtered, graded or shown.

use super::annotated_disease::RareDisease;
use super::axis::{AXES, AxisId, AxisValue, AxisValueId};
use super::claim::{Claim, Recorded, Reversible, Statement, Urgency};
use super::id::{CategoryId, ContextId, SuperGroupId, TermId, TopicId};
use super::topic::{Link, Phrase};
use super::vocabulary::{FrequencyClass, Weakness};

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
    pub terms: &'static [TopicId],
    /// Exposures and situations that point to this cause.
    pub context: Recorded<ContextId>,
    /// What establishes the cause, as the sources name it.
    pub first_tests: Recorded<Phrase>,
    /// What is done about it; never a dose.
    pub management: Option<Statement>,
    /// A remark.
    pub note: Option<Statement>,
    /// Whether nobody has curated it, so that all it says comes from the import.
    pub imported: bool,
    /// What the annotations of rare diseases say of it, where it is among them.
    pub rare: Option<&'static RareDisease>,
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

/// A feature found in patients with a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundFeature {
    /// Which one.
    pub term: TermId,
    /// How often, among patients with this cause (not among patients with myoclonus): patients
    /// counted, shares stated with nobody counted, or both. Empty: the sources seen do not say.
    pub frequency: &'static [Frequency],
}

/// How often a feature is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Counted: `found` of `examined` patients, with `found <= examined` and
    /// `examined > 0`.
    Counted {
        /// Patients with the feature.
        found: u16,
        /// Patients looked at.
        examined: u16,
    },
    /// A frequency class.
    Class(FrequencyClass),
    /// Tenths of a percent.
    PerMille(u16),
}

/// A class of frequency, and a share, counts as so many patients.
const PATIENTS_OF_A_SHARE: f64 = 8.0;

impl Frequency {
    /// How many patients have it, of how many: those counted, or as many as a share counts for; of a
    /// class the middle of the range that it names.
    fn patients(self) -> (f64, f64) {
        let share = match self {
            Self::Counted { found, examined } => return (f64::from(found), f64::from(examined)),
            Self::Class(FrequencyClass::Obligate) => 1.0,
            Self::Class(FrequencyClass::VeryFrequent) => 0.895,
            Self::Class(FrequencyClass::Frequent) => 0.545,
            Self::Class(FrequencyClass::Occasional) => 0.17,
            Self::Class(FrequencyClass::VeryRare) => 0.025,
            Self::PerMille(share) => f64::from(share) / 1000.0,
        };
        (share * PATIENTS_OF_A_SHARE, PATIENTS_OF_A_SHARE)
    }

    /// The share of patients in percent, rounded.
    pub fn percent(self) -> u32 {
        let (found, examined) = self.patients();
        (100.0 * found / examined).round() as u32
    }

    /// The least and the greatest share of patients, in percent, that some frequencies allow; none where
    /// there is none. Of a class these are the ends of its range, of patients counted those of Wilson's
    /// interval (95%): of one patient little is sure.
    pub fn range(frequencies: &[Self]) -> Option<(u32, u32)> {
        let ends = frequencies.iter().map(|each| match *each {
            Self::Class(FrequencyClass::Obligate) => (100, 100),
            Self::Class(FrequencyClass::VeryFrequent) => (80, 99),
            Self::Class(FrequencyClass::Frequent) => (30, 79),
            Self::Class(FrequencyClass::Occasional) => (5, 29),
            Self::Class(FrequencyClass::VeryRare) => (1, 4),
            Self::PerMille(_) => (each.percent(), each.percent()),
            Self::Counted { found, examined } => wilson(f64::from(found), f64::from(examined)),
        });
        ends.reduce(|(least, most), (low, high)| (least.min(low), most.max(high)))
    }

    /// The share of patients, from 0 to 1, that some frequencies add up to; none where there is none.
    pub fn pooled(frequencies: &[Self]) -> Option<f64> {
        let add = |(found, examined): (f64, f64), each: &Self| {
            let (more, of) = each.patients();
            (found + more, examined + of)
        };
        let (found, examined) = frequencies.iter().fold((0.0, 0.0), add);
        (examined > 0.0).then_some(found / examined)
    }
}

/// Wilson's interval (95%) for `found` of `examined` patients, in percent.
fn wilson(found: f64, examined: f64) -> (u32, u32) {
    const Z: f64 = 1.96;
    let share = found / examined;
    let square = Z * Z / examined;
    let middle = share + square / 2.0;
    let half = Z * (share * (1.0 - share) / examined + square / (4.0 * examined)).sqrt();
    let percent = |value: f64| (100.0 * value / (1.0 + square)).round().clamp(0.0, 100.0) as u32;
    (percent(middle - half), percent(middle + half))
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
    pub super_group: SuperGroupId,
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
