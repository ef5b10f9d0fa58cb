//! The raised numbers that lead from a statement to its sources, and what each source says.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Claim, Grade};
use crate::entry::References;
use crate::sorted;

/// The id of a reference in the list at the foot of an entry.
pub(crate) fn reference_id(number: usize) -> String {
    format!("ref-{number}")
}

/// The reference numbers of some claims, and their evidence grade together.
pub(crate) fn citations(
    references: &References,
    claims: &'static [Claim],
) -> impl IntoView + use<> {
    let numbers = citation_list(references.numbers(claims));
    Grade::of_claims(Catalogue::bundled(), claims).map(|grade| {
        view! {
            <sup class="citations">{numbers}</sup>
            " "
            <span class="tiny soft">{grade.label()}</span>
        }
    })
}

/// Numbers side by side. The space between them keeps 1 and 2 from reading as 12 where there is no
/// style.
fn citation_list(numbers: Vec<usize>) -> impl IntoView {
    numbers.into_iter().map(|number| view! { {citation(number)} " " }).collect_view()
}

/// One number, linked to its reference.
fn citation(number: usize) -> impl IntoView {
    view! {
        <a
            class="citations__number"
            href=format!("#{}", reference_id(number))
            aria-label=format!("reference {number}")
        >
            {number}
        </a>
    }
}

/// Words, followed by the numbers of the sources that give no detail. Empty if there are none.
pub(crate) fn also_cited(
    words: &'static str,
    references: &References,
    claims: &'static [Claim],
) -> impl IntoView + use<> {
    let plain = claims.iter().filter(|claim| claim.detail.is_none());
    let numbers = sorted::once(plain.filter_map(|claim| references.number(claim.source)));
    (!numbers.is_empty()).then(|| {
        let numbers = citation_list(numbers);
        view! { <p>{words} <sup class="citations">{numbers}</sup></p> }
    })
}

/// The exact statements of the sources, one line for each claim with a detail.
pub(crate) fn details(references: &References, claims: &'static [Claim]) -> impl IntoView + use<> {
    let lines: Vec<_> = claims
        .iter()
        .filter_map(|claim| {
            let number = references.number(claim.source)?;
            let detail = claim.detail?;
            Some(view! {
                <li>
                    {detail} <sup class="citations">{citation(number)}</sup>
                </li>
            })
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="details">{lines}</ul> })
}
