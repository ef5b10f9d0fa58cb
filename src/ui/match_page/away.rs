//! What a reader takes away: a phenopacket, a table, a paragraph for a letter, a link, paper. And
//! how to leave nothing behind.

use leptos::prelude::*;
use leptos::web_sys::js_sys::Date;

use super::enter::lost;
use super::folded::folded;
use super::state::MatchState;
use crate::catalogue::Catalogue;
use crate::differential::Findings;
use crate::export::File;
use crate::patient::{self, Sheet};
use crate::phenopacket::{Loss, Patient, write};
use crate::ui::browser::location;
use crate::ui::context::differential;
use crate::ui::element::hand_on::print_button;
use crate::ui::element::remade::remade;
use crate::ui::element::save::copied::copied;
use crate::ui::element::save::note::{SavedNote, save};
use crate::ui::element::save::sources::save_button;
use crate::view::{Page, ViewState};

/// The part of the page.
pub(super) fn away(state: MatchState) -> impl IntoView {
    let is_empty = move || state.findings.with(Findings::is_empty);
    view! {
        <section class="stack tight noprint" aria-labelledby="away">
            <h2 id="away">"Take it with you, or leave nothing"</h2>
            <p class="small">
                "What you enter is in the address of this page, after the sign #, which browsers \
                 never send, and in no store of the browser or of a server. Your browser may list \
                 the address among the pages you have seen: on a shared device, use a private \
                 window. A link with findings shows them to everyone who gets it. Enter no names."
            </p>
            {remade(is_empty, move |is_empty| (!is_empty).then(|| offers(state)))}
            <p>
                <button type="button" class="btn" on:click=move |_| state.forget()>
                    "Forget everything"
                </button>
            </p>
        </section>
    }
}

fn offers(state: MatchState) -> impl IntoView {
    let losses = RwSignal::new(Vec::<Loss>::new());
    let packet = move || {
        let (file, lost) = state.findings.with_untracked(|findings| {
            let patient = Patient {
                id: "patient".to_owned(),
                findings: findings.clone(),
                ..Patient::default()
            };
            write(Catalogue::bundled(), &patient, &now())
        });
        losses.set(lost);
        let count = state.findings.with_untracked(|findings| findings.terms().count());
        let (name, media_type) = ("patient-phenopacket.json", "application/json");
        save(made(name, media_type, file, count, "findings"), state.saved);
    };
    let table = move || {
        let (text, count) = with_sheet(state, |sheet, date, version| {
            (patient::table(sheet, date, version), sheet.ranked.order.len())
        });
        losses.set(Vec::new());
        save(made("myoclonus-match.csv", "text/csv", text, count, "causes"), state.saved);
    };
    let letter = move || {
        state.findings.track();
        with_sheet(state, patient::letter)
    };
    let linked = move || {
        let findings = state.findings.get();
        let page = ViewState::at(Page::Match);
        (location::address(&page.finding(findings)), location::address(&page))
    };
    let paragraph = |text| copied("The paragraph, to copy", text, 10);
    let links = |(with, without)| {
        view! {
            {copied("With the findings", with, 3)}
            {copied("Without them", without, 1)}
        }
    };
    view! {
        <div class="row" role="group" aria-label="Save">
            {save_button("Phenopacket", packet)} {save_button("Table (CSV)", table)}
            {print_button()}
        </div>
        <SavedNote saved=state.saved />
        {remade(move || losses.get(), |losses| lost(&losses.iter().collect::<Vec<_>>()))}
        {folded("A paragraph for a letter", letter, paragraph)}
        {folded("Links to copy", linked, links)}
    }
}

/// Calls a function with the patient and the order, the day, and the version of the data.
fn with_sheet<T>(state: MatchState, make: impl FnOnce(&Sheet<'_>, &str, &str) -> T) -> T {
    let catalogue = Catalogue::bundled();
    let now = now();
    let date = now.split('T').next().unwrap_or(&now);
    state.findings.with_untracked(|findings| {
        state.ranked.with_untracked(|ranked| {
            let sheet = Sheet { catalogue, differential: differential(), findings, ranked };
            make(&sheet, date, catalogue.date)
        })
    })
}

/// The time as RFC 3339 has it.
fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

fn made(
    name: &str,
    media_type: &'static str,
    text: String,
    count: usize,
    what: &'static str,
) -> File {
    File { name: name.to_owned(), media_type, text, count, what }
}
