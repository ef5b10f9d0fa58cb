//! The times of life as a row of fields, those in which something begins filled.
//!
//! Words beside it say the same.

use leptos::prelude::*;

use crate::entry::Begins;

/// The row of fields. Two shapes, because a list draws dozens of rows at every key.
pub(crate) fn life(ages: &[bool]) -> impl IntoView + use<> {
    const STEP: usize = 10;
    let view_box = format!("0 0 {} 8", STEP * ages.len());
    let fields = |filled: bool| {
        let wanted = ages.iter().enumerate().filter(|(_, begins)| **begins == filled);
        wanted.map(|(at, _)| format!("M{}.5 .5h8v7h-8z", STEP * at)).collect::<String>()
    };
    view! {
        <svg class="life" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            <path d=fields(false)></path>
            <path class="v" d=fields(true)></path>
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
