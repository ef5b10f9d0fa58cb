//! Patients from a file in the form of the GA4GH: chosen, dropped or pasted.
//!
//! One patient is taken at once; of several there is a table. What was not taken is listed.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::phenopacket::{Fault, Loss, MAX_BYTES, Patient, Reading, read};
use crate::ui::browser::file::{self, Bytes};
use crate::ui::context::differential;
use crate::ui::element::link::link;
use crate::ui::element::remade::remade;
use crate::ui::element::table::wide::wide_table;
use crate::ui::match_page::state::MatchState;

/// How many losses are listed.
const MOST_LOSSES: usize = 100;

/// How many patients a table shows.
const MOST_PATIENTS: usize = 100;

/// Takes the content of a file.
pub(in crate::ui::match_page) fn take(state: MatchState, bytes: &Bytes) {
    let reading = match bytes {
        Ok(bytes) => read(Catalogue::bundled(), bytes),
        Err(bytes) => Err(Fault::TooLarge { bytes: *bytes }),
    };
    if let Ok(reading) = &reading
        && let [only] = &reading.patients[..]
    {
        let findings = only.findings.clone();
        state.change(|known| *known = findings);
    }
    state.opened.set(Some(reading));
}

/// The field for a file, and what became of it.
pub(super) fn open(state: MatchState) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        file::chosen(&event, MAX_BYTES, move |bytes| take(state, &bytes));
    };
    view! {
        <label class="small noprint">
            "Open a phenopacket (JSON), or drop it anywhere on this page "
            <input type="file" accept=".json,.jsonl,application/json" on:change=chosen />
        </label>
        <div role="status" class="stack tight">
            {remade(
                move || state.opened.get(),
                move |opened| {
                    opened
                        .map(|opened| match opened {
                            Err(fault) => {
                                view! { <p class="box">{fault.to_string()}</p> }.into_any()
                            }
                            Ok(reading) => told(state, &reading),
                        })
                },
            )}
        </div>
    }
}

fn told(state: MatchState, reading: &Reading) -> AnyView {
    let Reading { patients, losses } = reading;
    let one = if let [only] = &patients[..] {
        let taken = only.findings.all().len();
        Some(view! { <p class="small">{format!("Taken from the file: {taken} findings.")}</p> })
    } else {
        None
    };
    let several = (patients.len() > 1).then(|| table(state, patients));
    let all: Vec<&Loss> =
        patients.iter().flat_map(|patient| &patient.losses).chain(losses).collect();
    view! {
        {one}
        {several}
        {lost(&all)}
    }
    .into_any()
}

/// Several patients: what was found, the first cause, and the press that takes one.
fn table(state: MatchState, patients: &[Patient]) -> impl IntoView + use<> {
    let rows = patients.iter().take(MOST_PATIENTS).enumerate().map(|(at, patient)| {
        let findings = patient.findings.clone();
        let ranked = differential().rank(&findings, &differential().candidates());
        let first = ranked.order.first().filter(|_| ranked.is_enough).copied();
        let first = match first {
            Some(id) => link(Link::Cause(id)).into_any(),
            None => "not enough to rank".into_any(),
        };
        let id = if patient.id.is_empty() { format!("{}", at + 1) } else { patient.id.clone() };
        let label = format!("Take patient {id}");
        let count = findings.all().len();
        let take = move |_| {
            let findings = findings.clone();
            state.change(|known| *known = findings);
        };
        view! {
            <tr>
                <th scope="row" dir="auto">
                    {id}
                </th>
                <td>{count}</td>
                <td>{first}</td>
                <td>
                    <button type="button" class="chip" aria-label=label on:click=take>
                        "Take"
                    </button>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p class="small">{format!("The file has {} patients.", patients.len())}</p>
        {wide_table(
            "Patients of the file",
            &["Patient", "Findings", "First by score", "Take"],
            rows,
        )}
    }
}

/// What was not taken, folded.
pub(in crate::ui::match_page) fn lost(losses: &[&Loss]) -> Option<AnyView> {
    let items = losses.iter().take(MOST_LOSSES).map(|loss| {
        let Loss { place, value, why } = *loss;
        view! {
            <li>
                <code dir="auto">{place.clone()}</code>
                " "
                <span dir="auto">{value.clone()}</span>
                ": "
                {why.label()}
            </li>
        }
    });
    let items = items.collect_view();
    (!losses.is_empty()).then(|| {
        view! {
            <details class="small">
                <summary>{format!("{} not taken, or not as they stand", losses.len())}</summary>
                <ul role="list">{items}</ul>
            </details>
        }
        .into_any()
    })
}
