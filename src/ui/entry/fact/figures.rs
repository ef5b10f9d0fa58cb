//! The values of fields that pictures are drawn from, in words; shares are drawn beside them.

use leptos::prelude::*;

use crate::catalogue::{Claim, Due, Effect, EffectKind, Share};
use crate::entry::{Body, References};
use crate::ui::element::link::link;
use crate::ui::element::table::bar::{self, axis, bar};
use crate::ui::entry::citation::citations;
use crate::ui::entry::fact::basis_mark;

/// The value of such a field; `None` for other fields.
pub(crate) fn figures(body: Body, references: &References) -> Option<AnyView> {
    Some(match body {
        Body::Parts(parts) => {
            let parts: Vec<&str> = parts.iter().map(|part| part.label()).collect();
            parts.join(", ").into_any()
        }
        Body::Timings(timings) => lines(timings.iter().map(|timing| {
            let what = format!("{}: {}", timing.measured.label(), timing.words);
            said(what, timing.claims, references)
        })),
        Body::Shares(shares) => drawn(shares, references),
        Body::Effects(all) => effects(all, references),
        Body::Due(due) => lines(due.iter().map(in_case)),
        _ => return None,
    })
}

fn lines(lines: impl Iterator<Item = AnyView>) -> AnyView {
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul class="values">{lines}</ul> }.into_any()
}

/// Shares as a table: each in words, and as a bar on the scale that findings have.
fn drawn(shares: &'static [Share], references: &References) -> AnyView {
    let rows = shares.iter().map(|share| {
        let words = said(share.words, share.claims, references);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    {words}
                </th>
                <td role="cell" class="draw">
                    {bar(&[part(share)])}
                </td>
            </tr>
        }
    });
    view! {
        <table class="plot plot--tall" role="table">
            <caption class="vh">"How many have jerks"</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        "Of whom"
                    </th>
                    <th scope="col" role="columnheader" class="draw">
                        {axis()}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What of the bar is filled: one share, or the range that the source gives.
fn part(share: &Share) -> bar::Part {
    match share.low {
        Some(low) if low < share.high => bar::Part::Range(low, share.high),
        Some(_) if share.high > 0.0 => bar::Part::Value(share.high),
        Some(_) => bar::Part::Absent,
        None => bar::Part::Range(0.0, share.high),
    }
}

fn said(
    words: impl IntoView + 'static,
    claims: &'static [Claim],
    references: &References,
) -> AnyView {
    view! { {words} " " {citations(references, claims)} }.into_any()
}

fn in_case(due: &'static Due) -> AnyView {
    let when = due.when.map(|when| format!(": {when}"));
    view! { {due.by.label()} {when} " " {basis_mark(due.basis)} }.into_any()
}

fn effects(all: &'static [Effect], references: &References) -> AnyView {
    let of_kind = |kind: EffectKind| {
        let rows = all.iter().filter(move |effect| effect.kind == kind);
        let rows = rows.map(|effect| {
            let meant = (!effect.medicines.is_empty()).then(|| effect.medicines.join(", "));
            let remarks = [meant.as_deref(), Some(effect.evidence.label()), effect.note];
            let remarks: Vec<&str> = remarks.into_iter().flatten().collect();
            let remarks = format!(" ({}) ", remarks.join("; "));
            let row = view! { {link(effect.on)} {remarks} {citations(references, effect.claims)} };
            row.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <p>{kind.label()} ":"</p> {lines(rows.into_iter())} })
    };
    EffectKind::ALL.iter().map(|kind| of_kind(*kind)).collect_view().into_any()
}
