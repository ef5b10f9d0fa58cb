//! The search box.
//!
//! Writes what is typed into the view; what it finds is not known here.

use leptos::prelude::*;

use crate::ui::context::ExploreContext;
use crate::ui::location;

/// The id of the box.
pub(crate) const INPUT_ID: &str = "search";

/// The search box with its label.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let context = ExploreContext::expect();
    let typed = move |event| {
        let view = context.view.with_untracked(|view| view.asking(event_target_value(&event)));
        location::replace(context, view);
    };
    view! {
        <div class="search-box" role="search">
            <label class="search-box__label" for=INPUT_ID>
                "Search by name"
            </label>
            <input
                id=INPUT_ID
                class="search-box__input"
                type="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder="gabapentin, Lance-Adams, hiccup …"
                prop:value=move || context.view.with(|view| view.query.clone())
                on:input=typed
                // Leaving the box, as by pressing a link, ends the typing.
                on:change=move |_| location::settle(context)
            />
        </div>
    }
}
