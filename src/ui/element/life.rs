//! The times of life as a row of fields, those in which something begins filled.
//!
//! Words beside it say the same.

use leptos::prelude::*;

use crate::entry::Begins;

/// The row of fields.
pub(crate) fn life(ages: &[bool]) -> impl IntoView + use<> {
    const STEP: usize = 10;
    let view_box = format!("0 0 {} 8", STEP * ages.len());
    let fields = ages.iter().enumerate().map(|(at, begins)| {
        let from = format!("{}.5", STEP * at);
        view! { <rect class=begins.then_some("v") x=from y="0.5" width="8" height="7"></rect> }
    });
    view! {
        <svg class="life" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            {fields.collect_view()}
        </svg>
    }
}

/// The row of fields, and the same in words.
pub(crate) fn in_words(begins: &Begins) -> impl IntoView + use<> {
    let words = begins.words.join(", ");
    view! {
        {life(&begins.ages)}
        " "
        <span class="tiny">{words}</span>
    }
}
