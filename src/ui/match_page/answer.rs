//! The causes in three lanes: what must not be missed, what is worth checking first, all by score.
//!
//! A lane never changes the order. Where the findings say too little, there is none.

mod bars;
mod cause;
mod rows;

use std::sync::Arc;

use leptos::prelude::*;

use self::rows::Rows;
use super::folded::folded;
use super::state::{FIRST, MatchState};
use super::words::first_fits;
use crate::catalogue::{Catalogue, CauseId, Link};
use crate::differential::{Change, Finding, Findings, LANE_DEPTH, Question, Ranked, candidates};
use crate::finding_search::name;
use crate::patient::NO_DIAGNOSIS;
use crate::ui::browse::chips::Chips;
use crate::ui::browse::facet_panel::one_of::one_of;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::{differential, explorer};
use crate::ui::element::compare_button::side_by_side;
use crate::ui::element::link::{self, link};
use crate::ui::element::remade::{remade, remade_words};
use crate::view::Page;

/// How many causes a press adds to the list by score.
const MORE: usize = 20;

/// How many of the first causes are compared.
const COMPARED: usize = 3;

/// How many changes of the first place are named.
const CHANGES: usize = 5;

/// The answer.
pub(super) fn answer(state: MatchState) -> impl IntoView {
    let drawn = move || {
        let orders = (state.ranked.get(), state.narrowed.get());
        (state.findings.get(), orders, state.shown.get())
    };
    view! {
        <section class="stack" aria-labelledby="lanes">
            <h2 id="lanes" tabindex="-1">
                "Causes by how well they fit"
            </h2>
            <p role="status">
                <b>{remade_words(move || state.first(), first_fits)}</b>
            </p>
            <p class="small soft">
                {NO_DIAGNOSIS}
                " A score says how well a cause fits what was entered: it is no probability."
            </p>
            {state.offers_actions().then(|| filters(state))}
            <Chips />
            {remade(
                drawn,
                move |(findings, (all, ranked), shown)| {
                    lanes(state, findings, &all, &ranked, shown)
                },
            )}
            {remade(
                move || state.painted.get(),
                move |_| {
                    let is_enough = state.ranked.with_untracked(|ranked| ranked.is_enough);
                    is_enough.then(|| below(state))
                },
            )}
        </section>
    }
}

/// The filters of the order, folded.
fn filters(state: MatchState) -> impl IntoView {
    let context = state.context;
    let candidates = candidates(Catalogue::bundled());
    let count = |choice| {
        explorer().facets().narrowing(candidates.clone(), std::slice::from_ref(&choice)).count()
    };
    let is_narrowed = context.view.with_untracked(|view| !view.chosen.is_empty());
    view! {
        <details class="small noprint" open=is_narrowed>
            <summary>"Show only some causes"</summary>
            <p class="row">
                {Page::Match.facets().map(|facet| one_of(context, facet, &count)).collect_view()}
            </p>
            <p class="soft">
                "A cause of which this is not recorded is left out, too. What must not be missed \
                 is always shown."
            </p>
        </details>
    }
}

/// The lanes: what must not be missed among all causes, the others as far as the filters allow.
pub(super) fn lanes(
    state: MatchState,
    findings: Findings,
    all: &Ranked,
    ranked: &Arc<Ranked>,
    shown: usize,
) -> AnyView {
    if !ranked.is_enough {
        return view! {
            <p class="box">
                "An order needs one exposure or medicine, or two findings besides the jerks. With \
                 less it would only be noise. "
                <span class="soft">
                    "Exposures are medicines, events, illnesses and the state of the body."
                </span>
            </p>
        }
        .into_any();
    }
    let do_not_miss = &all.lanes.do_not_miss;
    let check_first = &ranked.lanes.check_first;
    let by_score: Vec<CauseId> = ranked.order.iter().copied().take(shown).collect();
    let drawn = [&by_score[..], do_not_miss, check_first].concat();
    let rows = Rows::new(state, findings, Arc::clone(ranked), drawn);
    // Who presses for more is led to the first new row, so it is there at once.
    let at_once = if shown > FIRST { shown } else { 1 };
    let rest = ranked.order.len() - by_score.len();
    let first: Vec<Link> = ranked.order.iter().take(COMPARED).map(|id| Link::Cause(*id)).collect();
    let compare = (first.len() > 1).then(|| {
        view! {
            <p class="row noprint">
                <a class="btn" href=side_by_side(&first)>
                    {format!("Compare the first {}", first.len())}
                </a>
            </p>
        }
    });
    let more = (rest > 0).then(|| {
        let press = move |_| {
            // The button is drawn anew; the first new cause comes after it.
            focus_soon(cause::place(shown + 1));
            state.shown.update(|shown| *shown += MORE);
        };
        view! {
            <button type="button" class="btn noprint" on:click=press>
                {format!("Show {} more", rest.min(MORE))}
            </button>
        }
    });
    let fewer = (shown > FIRST).then(|| {
        let press = move |_| {
            focus_soon(cause::place(1));
            state.shown.set(FIRST);
        };
        view! {
            <button type="button" class="btn noprint" on:click=press>
                "Show fewer"
            </button>
        }
    });
    let lanes = view! {
        <div class="lanes">
            {lane(
                "do-not-miss",
                "Do not miss",
                "emergencies, in order of fit",
                do_not_miss,
                rows.list(do_not_miss, false, 0),
            )}
            <div class="stack tight">
                {lane(
                    "check-first",
                    "Check first",
                    "days count, or the jerks can go away",
                    check_first,
                    rows.list(check_first, false, 0),
                )}
                {exposed(&ranked.lanes.exposed)}
            </div>
            <div class="stack tight">
                {lane(
                    "by-score",
                    "By score",
                    if ranked.order.len() == all.order.len() {
                        format!("all {} causes", all.order.len())
                    } else {
                        format!("{} of {} causes", ranked.order.len(), all.order.len())
                    },
                    &by_score,
                    rows.list(&by_score, true, at_once),
                )}
                <p class="row">{more} {fewer}</p>
            </div>
        </div>
        {compare}
    };
    rows.draw_others();
    lanes.into_any()
}

/// What the bars mean, and which answers would change the order; a frame after the lanes.
fn below(state: MatchState) -> AnyView {
    view! {
        <p class="key">
            <span>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path class="v" d="M0 3h10v4H0z"></path>
                </svg>
                "speaks for it, a piece for each reason"
            </span>
            <span>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path class="neg" d="M0 3h10v4H0z"></path>
                </svg>
                "speaks against it"
            </span>
        </p>
        {changes(state)}
    }
    .into_any()
}

/// A lane below its heading.
fn lane(
    id: &'static str,
    heading: &'static str,
    about: impl Into<String>,
    causes: &[CauseId],
    rows: AnyView,
) -> impl IntoView {
    let none = causes.is_empty().then(|| {
        let points = LANE_DEPTH / 1000;
        let none = format!("No cause of this kind is within {points} points of the first.");
        view! { <p class="none small">{none}</p> }
    });
    view! {
        <section class="lane stack tight" aria-labelledby=id>
            <h3 id=id>{heading}</h3>
            <p class="tiny soft">{about.into()}</p>
            {none}
            {rows}
        </section>
    }
}

/// Every other cause whose exposure was told, folded.
fn exposed(ids: &[CauseId]) -> Option<AnyView> {
    let links = ids.iter().map(|id| view! { <li>{link(Link::Cause(*id))}</li> });
    (!ids.is_empty()).then(|| {
        view! {
            <details class="small">
                <summary>
                    {format!("{} more whose exposure was told", ids.len())}
                </summary>
                <ul role="list">{links.collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}

/// The single answers that would bring another cause to the first place; worked out when a reader
/// asks.
fn changes(state: MatchState) -> impl IntoView {
    // Every answer folds this again, so it must not be worked out anew before that.
    let found = move || {
        state.findings.with_untracked(|findings| {
            let mut changes = differential().changes(findings);
            changes.truncate(CHANGES);
            changes
        })
    };
    let draw = |changes: Vec<Change>| {
        if changes.is_empty() {
            return view! { <p>"No single answer would."</p> }.into_any();
        }
        let items = changes.into_iter().filter_map(change);
        view! { <ul role="list">{items.collect_view()}</ul> }.into_any()
    };
    folded("What would change the first place", found, draw)
}

fn change(change: Change) -> Option<AnyView> {
    let finding = match change.question {
        Question::Finding(term) => Finding::Term(term),
        Question::Context(context) => Finding::Context(context),
        Question::Checklist(_) => return None,
    };
    let answer = if change.yes { "present" } else { "absent" };
    let name = name(Catalogue::bundled(), finding);
    let first = Link::Cause(change.first);
    Some(
        view! {
            <li>
                {format!("{name}, if {answer}: ")} <a href=link::href(first)>{link::name(first)}</a>
            </li>
        }
        .into_any(),
    )
}
