//! What the first answer needs, made in steps before anyone asks; then a rehearsal of it, so that
//! the first finding is answered sooner.

use std::hint::black_box;
use std::sync::Arc;

use leptos::prelude::*;

use super::answer::lanes;
use super::enter::{group, meanings};
use super::state::MatchState;
use crate::differential::{Answer, Finding, Findings, Ranked};
use crate::ui::browser::paint::in_steps;
use crate::ui::browser::rehearsal::{Rehearsal, draw_unseen};
use crate::ui::context::{differential, explorer, finding_search, prepare_box, prepare_match};

/// First what an age and a misspelt finding may mean, then the order of the causes, its lanes, and
/// the rows of what is known. The order also has a step of its own, so that no step takes long.
static STEPS: Rehearsal<MatchState> = Rehearsal::of(&[
    |state| draw_unseen(move || meanings(state, "72")),
    |state| draw_unseen(move || meanings(state, "siezures")),
    |_| {
        black_box(order(&patient()));
    },
    |state| {
        let patient = patient();
        let order = Arc::new(order(&patient));
        draw_unseen(move || lanes(state, patient, &order, &order, 1));
    },
    |state| {
        let findings: Vec<Finding> = patient().all().into_iter().map(|(it, _)| it).collect();
        draw_unseen(move || group(state, "", &findings).into_any());
    },
]);

/// What is known of the patient in the rehearsal: a finding, a situation and a medicine.
const KNOWN: [&str; 3] = ["seizures", "kidney failure", "lithium"];

/// Makes what the box needs, then what the order needs, then what a pasted list of medicines needs.
pub(super) fn prepare(state: MatchState) {
    let owner = Owner::current().unwrap_or_default();
    in_steps(move || {
        if prepare_box() {
            return true;
        }
        // The reader may have left the page.
        if state.searches.try_get_untracked() == Some(false) {
            state.searches.set(true);
        }
        prepare_match() || explorer().prepare() || owner.with(|| rehearse(state))
    });
}

/// Takes a step, unless the reader has typed into the box, has entered something or has left the
/// page. Returns whether there was one.
fn rehearse(state: MatchState) -> bool {
    let is_untouched = state.typed.try_with_untracked(String::is_empty) == Some(true)
        && state.findings.try_with_untracked(Findings::is_empty) == Some(true);
    is_untouched && STEPS.step(state)
}

fn order(patient: &Findings) -> Ranked {
    differential().rank(patient, &differential().candidates())
}

fn patient() -> Findings {
    let mut patient = Findings::default();
    for words in KNOWN {
        for found in finding_search().find(words, 1).found {
            patient.set(found.finding, Some(Answer::Present));
        }
    }
    patient
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rehearsed_patient_has_an_order() {
        let patient = patient();
        assert_eq!(patient.all().len(), KNOWN.len());
        assert!(order(&patient).is_enough, "no lane would be rehearsed");
    }
}
