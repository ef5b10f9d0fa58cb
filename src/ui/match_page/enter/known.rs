//! What is known of the patient: a row for each finding with its answer, and what does not fit
//! together.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Checklist};
use crate::differential::{Answer, Finding, Findings, Lint};
use crate::finding_search::name;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::differential;
use crate::ui::element::remade::remade;
use crate::ui::element::removable::removable;
use crate::ui::landmark;
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words::{self, ANSWERS};

/// The rows by kind, a frame after the order. A row stays while its answer and the other kinds
/// change, and so does the focus in it.
pub(super) fn known(state: MatchState) -> impl IntoView {
    let all = Memo::new(move |_| {
        let all = state.painted.with(Findings::all).into_iter();
        all.map(|(finding, _)| finding).collect::<Vec<_>>()
    });
    let is_empty = move || all.with(Vec::is_empty);
    let groups = words::KINDS.map(|kind| {
        let of_kind = move || {
            all.with(|all| {
                let all = all.iter().copied();
                all.filter(|finding| words::kind(*finding) == kind).collect::<Vec<_>>()
            })
        };
        remade(of_kind, move |found| group(state, kind, &found))
    });
    let lints = move || {
        state.painted.with(|findings| {
            // Without findings nothing waits for the tables.
            if findings.is_empty() { Vec::new() } else { differential().lints(findings) }
        })
    };
    let closed = move || {
        state.painted.with(|findings| {
            Checklist::ALL
                .iter()
                .copied()
                .filter(|list| findings.is_complete(*list))
                .collect::<Vec<_>>()
        })
    };
    view! {
        {remade(is_empty, |is_empty| {
            is_empty.then(|| view! { <p class="none small">"Nothing was entered yet."</p> })
        })}
        {groups.into_iter().collect_view()}
        {remade(closed, move |closed| no_others(state, &closed))}
        {remade(lints, move |lints| misfits(state, &lints))}
    }
}

/// The findings of a kind below its heading.
pub(in crate::ui::match_page) fn group(
    state: MatchState,
    kind: &'static str,
    found: &[Finding],
) -> Option<AnyView> {
    (!found.is_empty()).then(|| {
        let rows = found.iter().map(|finding| row(state, *finding)).collect_view();
        view! {
            <div>
                <h3>{kind}</h3>
                {rows}
            </div>
        }
        .into_any()
    })
}

/// The lists of which nothing else is there, each with the press that takes this back.
fn no_others(state: MatchState, closed: &[Checklist]) -> Option<AnyView> {
    let rows = closed.iter().map(|list| {
        let list = *list;
        let label = list.label();
        let reopen = move || {
            state.change(|findings| findings.reopen(list));
            state.said.set(format!("{label}: asked again"));
        };
        let removed = state.offers_actions().then(|| {
            removable("finding__off", format!("Remove {label}: none of the others"), "×", reopen)
        });
        view! {
            <div class="finding">
                <span>{label} ": none of the others"</span>
                {removed}
            </div>
        }
    });
    let rows = rows.collect_view();
    (!closed.is_empty()).then(|| {
        view! {
            <div>
                <h3>"Lists asked to the end"</h3>
                {rows}
            </div>
        }
        .into_any()
    })
}

/// A finding with its answers.
fn row(state: MatchState, finding: Finding) -> AnyView {
    let label = name(Catalogue::bundled(), finding);
    let remove = move || state.answer(finding, None);
    let removed = state
        .offers_actions()
        .then(|| removable("finding__off", format!("Remove {label}"), "×", remove));
    view! {
        <div class="finding">
            <span>{label} " " <span class="tiny soft">{words::beside(finding)}</span></span>
            {answers(state, finding, label)}
            {removed}
        </div>
    }
    .into_any()
}

/// The answers as a group of radio buttons. What the jerks are like has no other answer than yes.
fn answers(state: MatchState, finding: Finding, label: &'static str) -> Option<AnyView> {
    if matches!(finding, Finding::Axis(..)) {
        return None;
    }
    let given = move |answer: Answer| state.findings.with(|it| it.answer(finding) == Some(answer));
    if !state.offers_actions() {
        let said = ANSWERS.iter().find(|(answer, _)| given(*answer)).map(|(_, words)| *words);
        return Some(view! { <b>{said}</b> }.into_any());
    }
    let group = format!("{finding:?}");
    let radios = ANSWERS.iter().map(|(answer, words)| {
        let answer = *answer;
        view! {
            <label>
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || given(answer)
                    on:change=move |_| state.answer(finding, Some(answer))
                />
                <span>{*words}</span>
            </label>
        }
    });
    Some(
        view! {
            <fieldset class="four" aria-label=label>
                {radios.collect_view()}
            </fieldset>
        }
        .into_any(),
    )
}

/// What does not fit together, each with the press that mends it.
fn misfits(state: MatchState, lints: &[Lint]) -> Option<AnyView> {
    let items = lints.iter().map(|lint| {
        let lint = *lint;
        let mend = move |_| {
            state.change(|findings| lint.mend(findings));
            focus_soon(landmark::LIST_HEADING);
        };
        let said = words::lint(lint);
        let button = state.offers_actions().then(|| {
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-label=format!("Mend: {said}")
                    on:click=mend
                >
                    "Mend"
                </button>
            }
        });
        view! {
            <li class="row ends">
                <span>{said.clone()}</span>
                {button}
            </li>
        }
    });
    let items = items.collect_view();
    (!lints.is_empty()).then(|| {
        view! {
            <section class="box small stack tight" data-u="s" aria-labelledby="misfits">
                <h3 id="misfits">"This does not fit together"</h3>
                <ul role="list" class="stack tight">
                    {items}
                </ul>
            </section>
        }
        .into_any()
    })
}
