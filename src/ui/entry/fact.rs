//! One recorded fact of an entry: its name, its values, its sources.

pub(crate) mod caution;
pub(crate) mod figures;

use leptos::prelude::*;

use crate::catalogue::{Basis, Claim};
use crate::entry::{Body, Field, References};
use crate::ui::entry::citation::{citations, details};

/// A name and its value, for a description list.
pub(crate) fn fact(
    name: impl IntoView + 'static,
    value: impl IntoView + 'static,
    references: &References,
    claims: &'static [Claim],
) -> AnyView {
    let sources = view! { {citations(references, claims)} {details(references, claims)} };
    line(name, view! { {value} " " {sources} })
}

/// A field that a picture is drawn from; `None` for other fields.
pub(crate) fn figure(field: &Field, references: &References) -> Option<AnyView> {
    let value = figures::figures(field.body, references)?;
    // The rows of the others have sources of their own.
    let claims = if matches!(field.body, Body::Parts(_)) { field.claims } else { &[] };
    Some(fact(field.label, value, references, claims))
}

/// A name and a value that needs no source of its own.
pub(crate) fn line(name: impl IntoView + 'static, value: impl IntoView + 'static) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd>{value}</dd>
    }
    .into_any()
}

/// Facts side by side with their names; nothing if there are none.
pub(crate) fn facts(facts: Vec<AnyView>) -> Option<AnyView> {
    (!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> }.into_any())
}

/// A mark on a statement that rests on something other than a source on this cause.
pub(crate) fn basis_mark(basis: Basis) -> Option<AnyView> {
    let words = match basis {
        Basis::Source => return None,
        Basis::Class => "stated for the group",
        Basis::Editorial => "our wording",
    };
    Some(view! { <span class="tag" title=basis.label()>{words}</span> }.into_any())
}
