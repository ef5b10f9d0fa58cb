//! One recorded fact of an entry: its name, its values, its sources.

pub(crate) mod figures;
pub(crate) mod opening;

use leptos::prelude::*;

use crate::catalogue::{Basis, Claim};
use crate::entry::References;
use crate::ui::entry::citation::{citations, details};

/// A name and its value, for a description list.
pub(crate) fn fact(
    name: &'static str,
    value: impl IntoView,
    references: &References,
    claims: &'static [Claim],
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt class="fact__name">{name}</dt>
            <dd class="fact__value">
                {value} {citations(references, claims)} {details(references, claims)}
            </dd>
        </div>
    }
}

/// A mark on a statement that rests on something other than a source on this cause.
pub(crate) fn basis_mark(basis: Basis) -> impl IntoView {
    match basis {
        Basis::Source => None,
        Basis::Class => Some(
            view! { <span class="mark-class" title=basis.label()>"stated for the group"</span> }
                .into_any(),
        ),
        Basis::Editorial => Some(
            view! { <span class="mark-editorial" title=basis.label()>"editorial"</span> }
                .into_any(),
        ),
    }
}
