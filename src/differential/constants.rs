//! The constants of the formula, each with its reason.
//!
//! `docs/differential.md` has the formula and what other values would do. Nothing here was fitted
//! to single cases.

use crate::catalogue::{Commonness, ContextKind};

/// How likely a finding comes from something other than the cause.
pub(super) const FROM_ELSEWHERE: f64 = 0.2;

/// What the likelihood ratio of a finding weighs beside its match.
pub(super) const LIKELIHOOD: f64 = 0.5;

/// What an absent finding weighs. Authors write down as absent what a disease usually has, so
/// more would mislead.
pub(super) const ABSENT: f64 = 0.1;

/// How often a listed finding is present if the sources do not say.
pub(super) const UNKNOWN_FREQUENCY: f64 = 0.5;

/// As how many patients a class of frequency or a percentage counts.
pub(super) const CLASS_PATIENTS: f64 = 8.0;

/// How often a patient with a cause has an exposure or situation that makes the cause. One in a
/// hundred denies what was there.
const IF_NEEDED: f64 = 0.99;

/// The same, for one that favours the cause.
const IF_USUAL: f64 = 0.5;

/// How often an exposure or situation is told if it is there.
const IS_TOLD: f64 = 0.9;

/// What exposures, commonness and axes weigh beside findings. The findings of a patient come
/// together, so each tells less than it would alone, and reports name exposures with more care.
pub(super) const SCALE: f64 = 2.5;

/// What one step of commonness adds, before the scale.
pub(super) const STEP: f64 = 1.0;

/// What a finding counts that an older illness of the patient explains.
pub(super) const EXPLAINED: f64 = 0.0;

/// How many of those who take a medicine of a class take a given one.
const THIS_MEDICINE: f64 = 0.1;

/// What a finding counts that the profile of an acquired cause does not mention: such a profile
/// holds what its sources happen to say.
pub(super) const NOT_MENTIONED: f64 = 0.5;

/// How much findings that are usual in acquired causes lose: the share of patients whose jerks are
/// taken to have one. More would cost inherited diseases, less would let them win by confusion.
pub(super) const ACQUIRED: f64 = 0.3;

/// How many findings an acquired cause must list to say what is usual.
pub(super) const ENOUGH_LISTED: usize = 3;

/// An age two groups or more away from everything recorded, in points.
pub const FAR_AGE: f64 = -1.5;

/// A value of an axis that is recorded for the cause, before the scale.
pub(super) const AXIS: f64 = 0.7;

/// How far below the first place of all causes a cause may be to stand in one of the first lanes,
/// in thousandths of a point: up to the end of the band *less likely*.
pub const LANE_DEPTH: i32 = DIFFERENCES[DIFFERENCES.len() - 1];

/// How many causes stand unfolded in each of these lanes.
pub(super) const LANE_LENGTH: usize = 5;

/// The largest distances from the first place, in thousandths, for the bands *among the best*,
/// *close*, *possible* and *less likely*.
pub const DIFFERENCES: [i32; 4] = [1_000, 3_000, 6_000, 12_000];

/// How confident the scores are when a question is chosen: they are divided by this.
pub(super) const TEMPERATURE: f64 = 4.0;

/// Between how many of the best causes a question has to distinguish.
pub(super) const BEST: usize = 50;

/// The least chance that a question is answered by yes.
pub(super) const LEAST_YES: f64 = 0.02;

/// How often a patient whose jerks have a given cause has an exposure or situation of this kind.
pub(super) const fn if_cause(kind: ContextKind) -> f64 {
    match kind {
        ContextKind::Needed => IF_NEEDED,
        ContextKind::Usual => IF_USUAL,
    }
}

/// How often a patient whose jerks have another cause has it.
pub(super) const fn otherwise(commonness: Commonness) -> f64 {
    match commonness {
        Commonness::Common => 0.1,
        Commonness::Uncommon => 0.02,
        Commonness::Rare => 0.004,
    }
}

/// What an exposure or situation adds that was told.
pub(super) fn told(kind: ContextKind, commonness: Commonness) -> f64 {
    SCALE * (if_cause(kind) / otherwise(commonness)).ln()
}

/// What it adds if there is no answer.
pub(super) fn not_told(kind: ContextKind, commonness: Commonness) -> f64 {
    SCALE * ((1.0 - IS_TOLD * if_cause(kind)) / (1.0 - IS_TOLD * otherwise(commonness))).ln()
}

/// What it adds if the patient does not have it.
pub(super) fn denied(kind: ContextKind, commonness: Commonness) -> f64 {
    SCALE * ((1.0 - if_cause(kind)) / (1.0 - otherwise(commonness))).ln()
}

/// What the name of a medicine that is taken adds beside its class.
pub(super) fn taken() -> f64 {
    -SCALE * THIS_MEDICINE.ln()
}

/// What a finding adds that defines a cause and is absent.
pub(super) fn defining_absent() -> f64 {
    SCALE * (1.0 - IF_NEEDED).ln()
}

/// The steps of commonness of curated causes, by category. Others have one step. True ratios are
/// far larger, but nothing records them exactly.
pub(super) const STEPS: [(&str, u8); 4] =
    [("drug", 2), ("metabolic-systemic", 2), ("hypoxia-ischaemia", 2), ("physiological", 2)];

/// Categories whose causes have no step if a registry of rare diseases has a number for them.
pub(super) const RARE_IF_NUMBERED: [&str; 3] = ["genetic-metabolic", "epileptic", "essential"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn every_category_named_here_exists() {
        let slugs: Vec<&str> = Catalogue::bundled().categories().map(|(_, it)| it.slug).collect();
        for name in STEPS.iter().map(|(name, _)| *name).chain(RARE_IF_NUMBERED) {
            assert!(slugs.contains(&name), "{name}");
        }
    }

    #[test]
    fn contexts_weigh_what_the_documentation_says() {
        use Commonness::{Common, Rare, Uncommon};
        use ContextKind::{Needed, Usual};
        let thousandths = |value: f64| (value * 1000.0).round() as i32;
        for (kind, commonness, expected) in [
            (Needed, Common, [5731, -5305, -11250]),
            (Needed, Uncommon, [9755, -5496, -11462]),
            (Needed, Rare, [13779, -5532, -11503]),
            (Usual, Common, [4024, -1259, -1469]),
            (Usual, Uncommon, [8047, -1449, -1682]),
        ] {
            let weights = [told, not_told, denied].map(|it| thousandths(it(kind, commonness)));
            assert_eq!(weights, expected, "{kind:?} {commonness:?}");
        }
        assert_eq!(thousandths(defining_absent()), -11513);
        assert_eq!(thousandths(taken()), 5756);
    }
}
