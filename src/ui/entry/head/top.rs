//! What a reader of an entry sees first: what it is in plain words, how soon it needs attention,
//! and the same in clinical words.
//!
//! A cause without a grade gets words too: not graded is never shown as harmless.

use leptos::prelude::*;

use crate::catalogue::{Basis, Claim, HowSoon, Statement, Urgency, UrgencyGrade};
use crate::entry::References;
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::fact::basis_mark;

/// The plain words, first and larger.
pub(crate) fn lead(
    text: impl IntoView + 'static,
    mark: AnyView,
    references: &References,
    claims: &'static [Claim],
) -> AnyView {
    view! {
        <div class="lead">
            <p>{text} " " {mark} {citations(references, claims)}</p>
            {details(references, claims)}
        </div>
    }
    .into_any()
}

/// The mark of a text that a rule builds from the rare-disease data.
pub(crate) fn made_from_data() -> AnyView {
    view! {
        <span class="tag" title="Built by a rule from the data below, not by a curator">
            "made from rare-disease data"
        </span>
    }
    .into_any()
}

/// The clinical words, set off.
pub(crate) fn clinical(
    label: &'static str,
    text: impl IntoView + 'static,
    basis: Basis,
    references: &References,
    claims: &'static [Claim],
) -> AnyView {
    view! {
        <div class="clinical">
            <b>{label}</b>
            <p>{text} " " {basis_mark(basis)} {citations(references, claims)}</p>
            {details(references, claims)}
        </div>
    }
    .into_any()
}

/// What an entry without a grade says all the same, and the `dangers` that are recorded of it.
pub(crate) fn not_graded(dangers: Option<String>) -> AnyView {
    let dangers = dangers.map(|dangers| {
        view! { <p class="small">{dangers} " " {made_from_data()}</p> }
    });
    view! {
        <section class="box stack tight" aria-labelledby="urgency-heading">
            <h2 id="urgency-heading">"Urgency not graded"</h2>
            <p>"That does not mean harmless: new, worsening or alarming jerks need a doctor."</p>
            <p>
                <b>"Whatever the cause: "</b>
                {WHATEVER_THE_CAUSE}
                " "
                {basis_mark(Basis::Editorial)}
            </p>
            {dangers}
        </section>
    }
    .into_any()
}

/// What is an emergency in every entry. The red flags say the same, with their sources.
const WHATEVER_THE_CAUSE: &str = "Call the emergency number for a first fit, a fit that lasts \
                                  over 5 minutes or comes again, trouble breathing, or someone \
                                  who is hard to wake.";

/// How soon a cause needs attention, and what to do.
pub(crate) fn urgency(urgency: &'static Urgency, references: &References) -> AnyView {
    let level = match urgency.grade {
        UrgencyGrade::Emergency => "e",
        UrgencyGrade::Soon => "s",
        UrgencyGrade::Routine => "b",
    };
    view! {
        <section class="box stack tight" data-u=level aria-labelledby="urgency-heading">
            <h2 id="urgency-heading">{urgency.grade.label()}</h2>
            {urgency.grade.caveat().map(|caveat| view! { <p class="small">{caveat}</p> })}
            <p>
                <b>"What to do: "</b>
                {urgency.act}
                " "
                {basis_mark(urgency.act_basis)}
            </p>
            <div class="small">
                <p><b>"Why: "</b> {urgency.why} " " {citations(references, urgency.claims)}</p>
                {details(references, urgency.claims)}
            </div>
        </section>
    }
    .into_any()
}

/// A statement with its sources, to stand after a name.
pub(crate) fn said(
    text: impl IntoView + 'static,
    mark: AnyView,
    references: &References,
    claims: &'static [Claim],
) -> AnyView {
    let sources = view! { {citations(references, claims)} {details(references, claims)} };
    view! { {text} " " {mark} " " {sources} }.into_any()
}

/// What to do about a red flag, and why, in the colour of how soon it usually needs help.
pub(crate) fn alarm(usual: Option<HowSoon>, act: Option<AnyView>, why: Option<AnyView>) -> AnyView {
    let level = match usual {
        Some(HowSoon::Now) | None => "e",
        Some(HowSoon::SameDay | HowSoon::Days | HowSoon::Soon | HowSoon::Planned) => "s",
    };
    let act = act.map(|act| view! { <div><b>"What to do: "</b> {act}</div> });
    let why = why.map(|why| view! { <div class="small"><b>"Why: "</b> {why}</div> });
    view! { <div class="box stack tight" data-u=level>{act} {why}</div> }.into_any()
}

/// The plain words of a statement.
pub(crate) fn plain(said: &'static Statement, references: &References) -> AnyView {
    lead(said.text, basis_mark(said.basis).into_any(), references, said.claims)
}
