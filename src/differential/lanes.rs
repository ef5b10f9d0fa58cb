//! The three lanes beside each other, bands in words, and whether the findings say enough.
//!
//! A lane never changes the order: it shows the same causes for another reason. Knows no formula.

use crate::catalogue::{Catalogue, CauseId, Reversibility, UrgencyGrade};
use crate::differential::Differential;
use crate::differential::constants::{DIFFERENCES, LANE_DEPTH, LANE_LENGTH};
use crate::differential::points::Points;
use crate::differential::sheet::Sheet;

/// The lanes above the whole list, each best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// Emergencies.
    pub do_not_miss: Vec<CauseId>,
    /// Causes for which days count, or whose jerks go away, at least partly, when they are treated.
    /// None that stays whatever is done, and no emergency, so no place is spent twice.
    pub check_first: Vec<CauseId>,
    /// Below *check first*, folded: every other cause whose exposure was told. To look at a
    /// medicine costs nothing.
    pub exposed: Vec<CauseId>,
}

/// How close a cause is to the first place, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// No clear difference from the first place.
    Best,
    /// Close behind.
    Close,
    /// Possible.
    Possible,
    /// Less likely.
    LessLikely,
    /// Far behind.
    Far,
}

impl Lanes {
    /// The lanes for the causes in `order`. How deep they reach depends on the `best` score of all.
    pub(super) fn new(
        differential: &Differential,
        sheet: &Sheet<'_>,
        order: &[CauseId],
        scores: &[Points],
        best: Points,
    ) -> Self {
        let catalogue = differential.catalogue;
        let is_ruled_out = |id: &CauseId| {
            let candidate = differential.candidates[id.index()].as_ref();
            candidate.is_none_or(|it| sheet.exposures.is_ruled_out(*id, it))
        };
        let open: Vec<CauseId> = order.iter().copied().filter(|id| !is_ruled_out(id)).collect();
        let near = open.iter().take_while(|id| (best - scores[id.index()]).0 <= LANE_DEPTH);
        let lane = |belongs: fn(&'static Catalogue, CauseId) -> bool| -> Vec<CauseId> {
            let all = near.clone().copied().filter(|id| belongs(catalogue, *id));
            all.take(LANE_LENGTH).collect()
        };
        let check_first = lane(is_worth_checking);
        let is_exposed = |id: &CauseId| {
            let candidate = differential.candidates[id.index()].as_ref();
            candidate.is_some_and(|it| sheet.exposures.needed_told(*id, it).next().is_some())
        };
        let exposed = open.iter().copied().filter(|id| is_exposed(id) && !check_first.contains(id));
        Self { exposed: exposed.collect(), do_not_miss: lane(is_emergency), check_first }
    }
}

/// Whether hours matter.
fn is_emergency(catalogue: &'static Catalogue, id: CauseId) -> bool {
    urgency(catalogue, id) == Some(UrgencyGrade::Emergency)
}

/// Whether days matter, or the jerks go away, at least partly, when the cause is treated. Where no
/// source says whether they go away, the grade of urgency still says that there is something to do.
fn is_worth_checking(catalogue: &'static Catalogue, id: CauseId) -> bool {
    let reversible = catalogue.cause(id).reversible.as_ref().map(|it| it.value);
    match (urgency(catalogue, id), reversible) {
        (Some(UrgencyGrade::Emergency), _) | (_, Some(Reversibility::No)) => false,
        (Some(UrgencyGrade::Soon), _) => true,
        (_, reversible) => reversible.is_some(),
    }
}

fn urgency(catalogue: &'static Catalogue, id: CauseId) -> Option<UrgencyGrade> {
    catalogue.cause(id).urgency.as_ref().map(|urgency| urgency.grade)
}

/// Whether the findings say enough to show an order: an exposure or a medicine, or two findings
/// that are not jerks. What is known of the jerks alone, and age, leave hundreds of causes.
pub(super) fn is_enough(sheet: &Sheet<'_>) -> bool {
    let ontology = sheet.differential.catalogue.ontology();
    let others = sheet.present.iter().filter(|(term, _)| !ontology.is_myoclonus(*term)).count();
    sheet.exposures.is_any_told() || others >= 2
}

impl Band {
    /// Every band, from the first place on.
    pub const ALL: [Self; 5] =
        [Self::Best, Self::Close, Self::Possible, Self::LessLikely, Self::Far];

    /// The band of a score.
    pub(super) fn of(best: Points, score: Points) -> Self {
        let behind = (best - score).0;
        let at = DIFFERENCES.iter().filter(|most| behind > **most).count();
        Self::ALL[at]
    }

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Best => "fits best",
            Self::Close => "fits almost as well",
            Self::Possible => "possible",
            Self::LessLikely => "less likely",
            Self::Far => "fits poorly",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_depends_on_the_distance_from_the_first_place_alone() {
        for best in [-5_000, 0, 20_000] {
            let band = |behind: i32| Band::of(Points(best), Points(best - behind));
            let ends = DIFFERENCES.map(|most| (band(most), band(most + 1)));
            for (at, (within, beyond)) in ends.into_iter().enumerate() {
                assert_eq!((within, beyond), (Band::ALL[at], Band::ALL[at + 1]));
            }
            assert_eq!(band(0), Band::Best);
        }
    }
}
