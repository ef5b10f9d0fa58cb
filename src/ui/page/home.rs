//! The start: what myoclonus is, one search for everything, and the ways in.

use leptos::prelude::*;

use crate::ui::browse::head::opening_words;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::Page;

/// The start.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    view! {
        <div class="stack wide">
            <h1 id=landmark::LIST_HEADING tabindex="-1">
                {wording::page(Page::Home).heading}
            </h1>
            <p class="lead">{opening_words()}</p>
        </div>
    }
}
