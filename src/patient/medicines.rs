//! What the medicines of a patient do: which can cause jerks, and which make worse what is likely.

use super::Sheet;
use crate::catalogue::{CauseId, Reversibility};
use crate::differential::{Answer, Band};
use crate::entry::worsens;
use crate::sorted;

/// A medicine that a patient takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The medicine, as a cause of jerks.
    pub medicine: CauseId,
    /// Its place in the order of causes; `None` for an entry that is not ranked.
    pub place: Option<f64>,
    /// Whether the evidence that it causes jerks is weak.
    pub is_weak: bool,
    /// Whether jerks go away when it is stopped; `None` if no source says.
    pub reversible: Option<Reversibility>,
    /// The diseases that it makes worse and that are likely or possible here, the likeliest first.
    pub worsens: Vec<CauseId>,
    /// The other diseases that it makes worse, in the order of the catalogue.
    pub worsens_others: Vec<CauseId>,
}

/// The medicines that are taken, the likeliest cause of the jerks first.
pub fn medicines(sheet: &Sheet<'_>) -> Vec<Checked> {
    let taken = sheet.findings.medicines_with(Answer::Present);
    let mut checked: Vec<Checked> = taken.map(|id| check(sheet, id)).collect();
    // What is not ranked comes last.
    sorted::sort_by(&mut checked, |one, other| {
        let place = |it: &Checked| it.place.unwrap_or(f64::INFINITY);
        place(one).total_cmp(&place(other)).then(one.medicine.cmp(&other.medicine))
    });
    checked
}

fn check(sheet: &Sheet<'_>, medicine: CauseId) -> Checked {
    let cause = sheet.catalogue.cause(medicine);
    let is_near = |id: &CauseId| {
        sheet.ranked.entries.contains(id.index()) && sheet.ranked.band(*id) <= Band::Possible
    };
    let all = worsens(sheet.catalogue, medicine);
    let (mut near, others): (Vec<CauseId>, Vec<CauseId>) = all.into_iter().partition(is_near);
    sorted::sort_by_key(&mut near, |id| std::cmp::Reverse(sheet.ranked.score(*id)));
    Checked {
        medicine,
        place: sheet.ranked.place(medicine),
        is_weak: cause.weakness.is_some(),
        reversible: cause.reversible.as_ref().map(|it| it.value),
        worsens: near,
        worsens_others: others,
    }
}
