//! One cause in a lane: name, a plain line, urgency, band, what speaks for and against it, what is
//! missing, and the whole sum, folded.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::bars::Scale;
use crate::catalogue::{Catalogue, CauseId, Link, TermId};
use crate::differential::{Band, Contribution, Points, Reason};
use crate::patient;
use crate::sorted;
use crate::ui::browse::list::cause_row::{sentence, tag};
use crate::ui::element::link;
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words;

/// How many reasons are named in a row.
const MOST_FOR: usize = 3;
const MOST_AGAINST: usize = 2;

/// How many missing findings are named.
pub(super) const MOST_MISSING: usize = 3;

/// A cause to be shown.
pub(super) struct Shown {
    pub(super) id: CauseId,
    pub(super) score: Points,
    pub(super) band: Band,
    pub(super) sum: Vec<Contribution>,
    pub(super) missing: Vec<TermId>,
}

/// The id of the link in the row at a place of the list by score.
pub(super) fn place(place: usize) -> String {
    format!("place-{place}")
}

/// The row. Without a place in the list by score it leaves out what that list says.
pub(super) fn cause(state: MatchState, shown: Shown, scale: Scale, at: Option<usize>) -> AnyView {
    let is_short = at.is_none();
    let catalogue = Catalogue::bundled();
    let Shown { id, score, band, mut sum, missing } = shown;
    let cause = catalogue.cause(id);
    let entry = Link::Cause(id);
    let urgency = cause.urgency.as_ref().map(|urgency| tag(urgency.grade));
    sorted::sort_by_key(&mut sum, |it| std::cmp::Reverse(it.points));
    let reasons = |side: &mut dyn Iterator<Item = &Contribution>, most: usize| {
        let mut named: Vec<String> = Vec::new();
        for it in side.filter(|it| it.reason != Reason::Commonness) {
            let words = patient::reason(catalogue, it.reason);
            if named.len() < most && !named.contains(&words) {
                named.push(words);
            }
        }
        named.join("; ")
    };
    let zero = Points::default();
    let speaks = state.findings.with_untracked(|findings| {
        patient::speaks_for(catalogue, findings, id, &sum, MOST_FOR).join("; ")
    });
    let against = reasons(&mut sum.iter().rev().filter(|it| it.points < zero), MOST_AGAINST);
    let missing: Vec<&str> = missing.into_iter().map(|term| catalogue.term(term).label).collect();
    let said = [("For: ", speaks), ("Against: ", against), ("Not told: ", missing.join("; "))];
    let most = if is_short { 1 } else { said.len() };
    let said = said.into_iter().take(most).filter(|(_, words)| !words.is_empty());
    let said = said.map(|(head, words)| {
        view! {
            <p class="small">
                <b>{head}</b>
                {words}
            </p>
        }
    });
    let bar = scale.bar(&sum);
    let whole = move || table(&sum, id, score, scale);
    let is_unfolded = state.unfolded.with_value(|unfolded| unfolded.contains(&id));
    // Made at the first unfolding: every answer draws dozens of rows.
    let (made, mut to_come) = if is_unfolded { (Some(whole()), None) } else { (None, Some(whole)) };
    // When it is dropped, the sum leaves the page.
    let mut made_later = None;
    let toggled = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        let Some(details) = details else { return };
        let is_open = details.has_attribute("open");
        state.unfolded.update_value(|unfolded| {
            if is_open {
                unfolded.insert(id)
            } else {
                unfolded.remove(&id)
            };
        });
        if let Some(whole) = to_come.take_if(|_| is_open) {
            made_later.get_or_insert_with(|| mount_to(details, whole));
        }
    };
    view! {
        <li class="fit">
            <h4>
                <a id=at.map(place) href=link::href(entry)>
                    {cause.name}
                </a>
                " "
                {urgency}
            </h4>
            {(!is_short).then(|| view! { <p class="small soft">{sentence(cause)}</p> })}
            {bar}
            <p class="small">
                <b>{band.label()}</b>
                {format!(", {:.1} points", score.value())}
            </p>
            {said.collect_view()}
            <details class="small" open=is_unfolded on:toggle=toggled>
                <summary>
                    "The whole sum" <span class="vh">{format!(" of {}", cause.name)}</span>
                </summary>
                {made}
            </details>
        </li>
    }
    .into_any()
}

/// Every contribution, and their sum.
fn table(sum: &[Contribution], id: CauseId, score: Points, scale: Scale) -> AnyView {
    let rows = sum.iter().map(|it| {
        let sign = if it.points > Points::default() { "+" } else { "" };
        view! {
            <tr>
                <th scope="row">{words::reason(it.reason, id)}</th>
                <td class="draw">{scale.single(it.points)}</td>
                <td class="n">{format!("{sign}{}", it.points)}</td>
            </tr>
        }
    });
    view! {
        <table class="plot plot--tall">
            <thead class="vh">
                <tr>
                    <th scope="col">"Reason"</th>
                    <th scope="col">"Drawn"</th>
                    <th scope="col">"Points"</th>
                </tr>
            </thead>
            <tbody>
                {rows.collect_view()}
                <tr>
                    <th scope="row">
                        <b>"Sum"</b>
                    </th>
                    <td class="draw"></td>
                    <td class="n">
                        <b>{score.to_string()}</b>
                    </td>
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}
