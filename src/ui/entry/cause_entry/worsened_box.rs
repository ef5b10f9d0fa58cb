//! Which medicines make a disease worse, and how.
//!
//! Has the weight of the urgency: whoever prescribes for the disease must not miss it.

use leptos::prelude::*;

use crate::catalogue::{Link, Phrase, WorsenedBy};
use crate::entry::{References, label};
use crate::ui::element::link;
use crate::ui::entry::citation::{citations, details};

/// The medicines that make a disease worse. Empty if none is recorded.
pub(super) fn worsened_box(
    worsened: Option<&'static WorsenedBy>,
    references: &References,
) -> impl IntoView + use<> {
    worsened.map(|worsened| {
        let medicines = worsened.medicines.iter();
        let medicines = medicines.map(|it| view! { <li>{medicine(it)}</li> }).collect_view();
        view! {
            <section class="worsened-box" aria-labelledby="worsened-heading">
                <h2 id="worsened-heading">{label::WORSENED_BY}</h2>
                <ul class="named" role="list">
                    {medicines}
                </ul>
                <p>{worsened.text} " " {citations(references, worsened.claims)}</p>
                {details(references, worsened.claims)}
            </section>
        }
    })
}

/// A medicine, linked to its own entry among the causes.
fn medicine(phrase: &'static Phrase) -> AnyView {
    let own = phrase.links.iter().find(|to| matches!(to, Link::Cause(_)));
    match own {
        Some(to) => view! { <a href=link::href(*to)>{phrase.words}</a> }.into_any(),
        None => phrase.words.into_any(),
    }
}
