//! What is often asked at the bedside, one press each.
//!
//! The choice is ours.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::differential::{Answer, Finding};
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words::{context, on_axis};

/// Where a pick leads.
#[derive(Clone, Copy)]
enum Pick {
    Term(&'static str),
    Context(&'static str),
    Axis(&'static str, &'static str),
}

/// The picks with their words.
const PICKS: [(&str, Pick); 12] = [
    ("Confused", Pick::Term("HP:0001289")),
    ("Seizures", Pick::Term("HP:0001250")),
    ("Fever", Pick::Term("HP:0001945")),
    ("Unsteady", Pick::Term("HP:0001251")),
    ("Flapping hands", Pick::Term("HP:0012164")),
    ("Weak kidneys", Pick::Context("kidney-failure")),
    ("After cardiac arrest", Pick::Context("recent-cardiac-arrest")),
    ("Jerks on moving", Pick::Axis("provocation", "action")),
    ("Jerks at touch or sound", Pick::Axis("provocation", "stimulus")),
    ("Jerks in sleep", Pick::Axis("provocation", "sleep")),
    ("Several parts", Pick::Axis("distribution", "multifocal")),
    ("Began within days", Pick::Axis("course", "acute")),
];

impl Pick {
    fn finding(self) -> Option<Finding> {
        match self {
            Self::Term(id) => Catalogue::bundled().ontology().find(id).map(Finding::Term),
            Self::Context(slug) => context(slug),
            Self::Axis(axis, value) => on_axis(axis, value),
        }
    }
}

/// The picks.
pub(super) fn quick(state: MatchState) -> impl IntoView {
    let picks = PICKS.iter().filter_map(|(words, pick)| {
        let finding = pick.finding()?;
        let is_present =
            move || state.findings.with(|it| it.answer(finding) == Some(Answer::Present));
        let press = move |_| {
            let answer = (!is_present()).then_some(Answer::Present);
            state.answer(finding, answer);
        };
        Some(view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || is_present().to_string()
                on:click=press
            >
                {*words}
            </button>
        })
    });
    view! {
        <div class="picks" role="group" aria-label="Often asked">
            {picks.collect_view()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pick_leads_to_something() {
        for (words, pick) in PICKS {
            assert!(pick.finding().is_some(), "{words}");
        }
    }
}
