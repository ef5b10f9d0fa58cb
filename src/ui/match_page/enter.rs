//! The ways to enter what is known of a patient, and what was entered.

mod add;
mod known;
mod open;
mod paste;
mod person;
mod quick;

use leptos::prelude::*;

use self::add::AddBox;
pub(super) use self::add::meanings;
pub(super) use self::known::group;
use self::known::known;
use self::open::open;
pub(super) use self::open::{lost, take};
use self::paste::paste;
use self::person::person;
use self::quick::quick;
use super::state::MatchState;
use super::words::first_fits;
use crate::ui::element::remade::{remade, remade_words};
use crate::ui::landmark;

/// What is known, below its heading; the ways to enter more where the page may be changed.
pub(super) fn enter(state: MatchState) -> impl IntoView {
    let controls = state.offers_actions();
    let first = controls.then(|| {
        view! {
            <AddBox state />
            {quick(state).into_any()}
        }
    });
    let more = controls.then(|| {
        view! {
            {person(state).into_any()}
            {paste(state).into_any()}
            {open(state).into_any()}
        }
    });
    view! {
        <section class="stack" aria-labelledby="known">
            <h2 id="known">"What is known"</h2>
            {first}
            {remade(move || (state.sentence.get(), state.left.get()), sentence)}
            {known(state).into_any()}
            <p class="phone-only noprint">
                <a href=landmark::link_to("lanes")>
                    {remade_words(move || state.first(), first_fits)} " See the lists"
                </a>
            </p>
            {more}
        </section>
    }
}

/// Where the findings are from, if a sentence brought them.
fn sentence((sentence, left): (String, Vec<String>)) -> Option<AnyView> {
    let left = (!left.is_empty()).then(|| {
        view! {
            " Not taken as it stands: "
            <span dir="auto">{left.join("; ")}</span>
            "."
        }
    });
    (!sentence.is_empty()).then(|| {
        view! {
            <p class="box small">
                "Taken from " <q dir="auto">{sentence}</q>
                ". Check each answer, and add what was not understood." {left}
            </p>
        }
        .into_any()
    })
}
