//! The texts that open an entry: what it is, in plain words and for clinicians.
//!
//! Knows how one of them is shown, not which entries have one.

use leptos::prelude::*;

use crate::catalogue::{Basis, Claim};
use crate::entry::References;
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::fact::basis_mark;

/// A text under its heading, with its sources. The `key` of the field names the heading.
pub(crate) fn opening(
    key: &'static str,
    label: &'static str,
    text: impl IntoView,
    basis: Basis,
    references: &References,
    claims: &'static [Claim],
) -> impl IntoView {
    let heading = format!("{key}-heading");
    let labelled_by = heading.clone();
    view! {
        <section aria-labelledby=labelled_by>
            <h2 id=heading>{label}</h2>
            <p>{text} " " {basis_mark(basis)} {citations(references, claims)}</p>
            {details(references, claims)}
        </section>
    }
}
