//! The values of fields that pictures are drawn from, in words.

use leptos::prelude::*;

use crate::catalogue::{Claim, Due, Effect, EffectKind};
use crate::entry::{Body, References};
use crate::ui::element::link::link;
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
        Body::Shares(shares) => {
            lines(shares.iter().map(|share| said(share.words, share.claims, references)))
        }
        Body::Effects(all) => effects(all, references),
        Body::Due(due) => lines(due.iter().map(in_case)),
        _ => return None,
    })
}

fn lines(lines: impl Iterator<Item = AnyView>) -> AnyView {
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul class="values">{lines}</ul> }.into_any()
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
