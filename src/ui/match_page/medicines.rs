//! The medicines of the patient: which can cause jerks, and which make worse what is likely here.

use leptos::prelude::*;

use super::state::MatchState;
use crate::catalogue::{Catalogue, CauseId, Link, Reversible};
use crate::patient::{Checked, Sheet, medicines as check};
use crate::ui::context::differential;
use crate::ui::element::link::{self, link};
use crate::ui::element::remade::remade;
use crate::ui::element::table::wide::wide_table;

/// The heads of the columns.
const HEADS: [&str; 5] = [
    "Medicine",
    "Place by score",
    "Jerks go away when it is stopped",
    "Makes worse, of what is likely here",
    "Makes worse otherwise",
];

/// How many diseases are named that a medicine makes worse and that are not near the top.
const MOST_OTHERS: usize = 4;

/// The check, a frame after the order; nothing if no medicine is taken.
pub(super) fn medicines(state: MatchState) -> impl IntoView {
    let checked = move || {
        state.painted.with(|findings| {
            // Without medicines nothing waits for the tables.
            if findings.medicines().next().is_none() {
                return (Vec::new(), false);
            }
            let ranked = state.ranked.get_untracked();
            let catalogue = Catalogue::bundled();
            let differential = differential();
            let sheet = Sheet { catalogue, differential, findings, ranked: &ranked };
            (check(&sheet), ranked.is_enough)
        })
    };
    remade(checked, |(checked, is_enough)| table(&checked, is_enough))
}

fn table(checked: &[Checked], is_enough: bool) -> Option<AnyView> {
    let rows = checked.iter().map(|it| row(it, is_enough)).collect_view();
    (!checked.is_empty()).then(|| {
        view! {
            <section class="stack tight" aria-labelledby="medicine-check">
                <h2 id="medicine-check">"The medicines"</h2>
                <p class="small soft">
                    "A medicine that is not in this collection says nothing about whether it can \
                     cause jerks. Never stop a medicine without the doctor who gave it."
                </p>
                {wide_table("Table of the medicines", &HEADS, rows)}
            </section>
        }
        .into_any()
    })
}

fn row(it: &Checked, is_enough: bool) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let place = it.place.filter(|_| is_enough).map(|place| place.to_string());
    let weak = it.is_weak.then_some(" weak evidence");
    let reversible = catalogue.cause(it.medicine).reversible.as_ref();
    let reversible = reversible.map(Reversible::words);
    let others = it.worsens_others.len();
    let more = others.checked_sub(MOST_OTHERS).filter(|more| *more > 0);
    view! {
        <tr>
            <th scope="row">
                {link(Link::Cause(it.medicine))} <span class="tiny soft">{weak}</span>
            </th>
            <td>{place.unwrap_or_else(|| "–".to_owned())}</td>
            <td>{reversible.unwrap_or("not recorded")}</td>
            <td>{named(&it.worsens)}</td>
            <td>
                {named(&it.worsens_others[..others.min(MOST_OTHERS)])}
                {more.map(|more| format!(" and {more} more"))}
            </td>
        </tr>
    }
}

/// Links side by side, or what is missing.
fn named(ids: &[CauseId]) -> AnyView {
    if ids.is_empty() {
        return view! { <span class="none">"none recorded"</span> }.into_any();
    }
    let links = ids.iter().enumerate().map(|(at, id)| {
        let entry = Link::Cause(*id);
        view! {
            {(at > 0).then_some(", ")}
            <a href=link::href(entry)>{link::name(entry)}</a>
        }
    });
    links.collect_view().into_any()
}
