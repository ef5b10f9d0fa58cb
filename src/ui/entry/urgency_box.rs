//! How soon a cause needs attention, and what to do.
//!
//! A cause without a grade gets words too: not graded is never shown as harmless.

use leptos::prelude::*;

use crate::catalogue::{Urgency, UrgencyGrade};
use crate::entry::{References, label};
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::fact::basis_mark;

/// The urgency of an entry.
pub(crate) fn urgency_box(
    urgency: Option<&'static Urgency>,
    references: &References,
) -> impl IntoView + use<> {
    match urgency {
        None => view! {
            <section class="urgency-box" data-grade="none" aria-labelledby="urgency-heading">
                <h2 id="urgency-heading">{label::URGENCY}</h2>
                <p>
                    "Not graded. That does not mean harmless: new, worsening or alarming jerks "
                    "need a doctor."
                </p>
            </section>
        }
        .into_any(),
        Some(urgency) => view! {
            <section
                class="urgency-box"
                data-grade=urgency.grade.key()
                aria-labelledby="urgency-heading"
            >
                <h2 id="urgency-heading">{urgency.grade.label()}</h2>
                {caveat(urgency.grade)}
                <p>
                    <strong>"What to do: "</strong> {urgency.act} " "
                    {basis_mark(urgency.act_basis)}
                </p>
                <p>
                    <strong>"Why: "</strong> {urgency.why} " "
                    {citations(references, urgency.claims)}
                </p>
                {details(references, urgency.claims)}
            </section>
        }
        .into_any(),
    }
}

/// What the grade does not say, where it could be misread.
fn caveat(grade: UrgencyGrade) -> impl IntoView {
    grade.caveat().map(|caveat| view! { <p class="entry__remark">{caveat}</p> })
}
