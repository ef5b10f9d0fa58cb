//! The field for a pasted list of findings or medicines, and what of the list was not understood.

use leptos::prelude::*;

use super::open;
use crate::catalogue::{Catalogue, Link};
use crate::differential::{Answer, Finding, Findings};
use crate::entry::is_medicine;
use crate::explorer::Recognised;
use crate::finding_list::{self, Why};
use crate::finding_search::{Found, name};
use crate::ui::context::{explorer, finding_search};
use crate::ui::element::remade::remade;
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words;

/// How many meanings are offered for a line that was not understood.
const MOST: usize = 3;

/// What became of a list.
#[derive(Clone, Default, PartialEq)]
struct Report {
    taken: usize,
    lines: Vec<Line>,
}

/// A line that was not taken, or not as it stands.
#[derive(Clone, PartialEq)]
struct Line {
    number: usize,
    text: String,
    why: &'static str,
    perhaps: Vec<Found>,
    answer: Answer,
}

/// The field, folded.
pub(super) fn paste(state: MatchState) -> impl IntoView {
    let report = RwSignal::new(None::<Report>);
    let take = move |_| {
        let list = state.pasted.get_untracked();
        if list.trim_start().starts_with(['{', '[']) {
            open::take(state, &Ok(list.into_bytes()));
            return;
        }
        let (findings, lines) = state.pasted.with_untracked(|list| read(list));
        let taken = findings.all().len();
        state.change(|known| known.take_over(&findings));
        state.said.set(format!("{taken} understood, {} lines to look at", lines.len()));
        report.set(Some(Report { taken, lines }));
    };
    Effect::new(move || {
        if state.pasted.with(String::is_empty) {
            report.set(None);
        }
    });
    view! {
        <details class="noprint">
            <summary>"Paste a list"</summary>
            <div class="stack tight">
                <label class="small">
                    "Findings or medicines, one a line. “No …”, “?” and numbers of terms are \
                     understood; amounts are left out. A phenopacket can be pasted, too. "
                    <textarea
                        class="saved"
                        rows="6"
                        dir="auto"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=state.pasted
                        on:input=move |event| state.pasted.set(event_target_value(&event))
                    ></textarea>
                </label>
                <p>
                    <button type="button" class="btn" on:click=take>
                        "Add these"
                    </button>
                </p>
                {remade(move || report.get(), move |report| report.map(|it| told(state, it)))}
            </div>
        </details>
    }
}

/// Reads a list: findings by their names, then medicines with their amounts.
fn read(list: &str) -> (Findings, Vec<Line>) {
    let catalogue = Catalogue::bundled();
    let finding_list::Reading { mut findings, remarks } = finding_list::read(catalogue, list);
    let mut lines = Vec::new();
    for remark in remarks {
        let mut line = Line {
            number: remark.line,
            text: remark.text,
            why: words::remark(remark.why),
            perhaps: Vec::new(),
            answer: Answer::Present,
        };
        if remark.why == Why::Unknown {
            let (answer, rest) =
                finding_list::answer_of(&line.text).unwrap_or((Answer::Unsure, ""));
            let mut medicines = explorer().medicines(rest);
            let known = medicines.drain(..).next().filter(|_| rest.len() < 200);
            match known.map(|it| it.what) {
                Some(Recognised::Found(links)) => {
                    let one = links.into_iter().find_map(|link| match link {
                        Link::Cause(id) if is_medicine(catalogue, catalogue.cause(id)) => Some(id),
                        _ => None,
                    });
                    if let Some(id) = one {
                        findings.set(Finding::Medicine(id), Some(answer));
                        continue;
                    }
                }
                Some(Recognised::NotHere) => {
                    line.why = "known, not in this collection; that says nothing about jerks";
                    lines.push(line);
                    continue;
                }
                _ => {}
            }
            let sought = finding_search().find(&line.text, MOST);
            (line.perhaps, line.answer) = (sought.found, answer);
        }
        lines.push(line);
    }
    (findings, lines)
}

fn told(state: MatchState, report: Report) -> impl IntoView {
    let Report { taken, lines } = report;
    let lines = lines.into_iter().map(|line| {
        let perhaps = line.perhaps.iter().map(|found| {
            let (finding, answer) = (found.finding, line.answer);
            let name = name(Catalogue::bundled(), finding);
            view! {
                <button
                    type="button"
                    class="chip"
                    on:click=move |_| state.answer(finding, Some(answer))
                >
                    {format!("Add {name}, {}", words::answer(answer))}
                </button>
            }
        });
        view! {
            <li class="stack tight">
                <span>
                    {format!("Line {}: ", line.number)} <b dir="auto">{line.text.clone()}</b> ": "
                    {line.why}
                </span>
                {perhaps.collect_view()}
            </li>
        }
    });
    view! {
        <div class="small stack tight" role="group" aria-label="What became of the list">
            <p>{format!("{taken} understood and added.")}</p>
            <ul role="list" class="stack tight">
                {lines.collect_view()}
            </ul>
        </div>
    }
}
