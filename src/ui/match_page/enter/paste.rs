//! The field for a pasted list of findings or medicines, and what of the list was not understood.

use leptos::prelude::*;
use leptos::web_sys;

use super::open;
use crate::catalogue::Catalogue;
use crate::finding_search::name;
use crate::ui::browser::focus::focus_soon;
use crate::ui::element::remade::remade;
use crate::ui::match_page::pasted::{Report, read};
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words;

/// The id of the report. The focus goes there, because the report may be out of sight.
const REPORT: &str = "list-report";

/// Takes the pasted list over: findings, medicines, or a phenopacket.
pub(super) fn take(state: MatchState) {
    let list = state.pasted.get_untracked();
    if list.trim_start().starts_with(['{', '[']) {
        open::take(state, &Ok(list.into_bytes()));
        return;
    }
    let (findings, lines) = read(&list);
    let taken = findings.all().len();
    state.change(|known| known.take_over(&findings));
    state.said.set(format!("{taken} understood, {} lines to look at", lines.len()));
    state.report.set(Some(Report { taken, lines }));
    focus_soon(REPORT);
}

/// The field, folded.
pub(super) fn paste(state: MatchState) -> impl IntoView {
    Effect::new(move || {
        if state.pasted.with(String::is_empty) {
            state.report.set(None);
        }
    });
    let folded = move |event: leptos::ev::Event| {
        let is_open = event_target::<web_sys::Element>(&event).has_attribute("open");
        state.shows_list.set(is_open);
    };
    view! {
        <details class="noprint" prop:open=state.shows_list on:toggle=folded>
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
                    <button type="button" class="btn" on:click=move |_| take(state)>
                        "Add these"
                    </button>
                </p>
                {remade(
                    move || state.report.get(),
                    move |report| report.map(|it| told(state, it)),
                )}
            </div>
        </details>
    }
}

fn told(state: MatchState, report: Report) -> impl IntoView {
    let Report { taken, lines } = report;
    let lines = lines.into_iter().map(|line| {
        let number = line.number;
        let perhaps = line.perhaps.iter().map(|found| {
            let (finding, answer) = (found.finding, line.answer);
            let name = name(Catalogue::bundled(), finding);
            view! {
                <button
                    type="button"
                    class="chip"
                    on:click=move |_| {
                        state.answer(finding, Some(answer));
                        state.report.update(|report| settle(report, number));
                        focus_soon(REPORT);
                    }
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
        <div
            id=REPORT
            tabindex="-1"
            class="small stack tight"
            role="group"
            aria-label="What became of the list"
        >
            <p>{format!("{taken} understood and added.")}</p>
            <ul role="list" class="stack tight">
                {lines.collect_view()}
            </ul>
        </div>
    }
}

/// Takes a line out of the report, because the reader has said what it means.
fn settle(report: &mut Option<Report>, number: usize) {
    if let Some(report) = report {
        report.lines.retain(|line| line.number != number);
        report.taken += 1;
    }
}
