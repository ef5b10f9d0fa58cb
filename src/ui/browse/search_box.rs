//! The search box.
//!
//! Writes the typed words into the view. Does not know what they find.

use leptos::prelude::*;

use crate::ui::actions::ask;
use crate::ui::browser::location;
use crate::ui::browser::typed::typed;
use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// The search box with its label.
#[component]
pub(crate) fn SearchBox(
    /// The name of the box.
    label: &'static str,
    /// An example of what to type. Without one, the box shows its name.
    #[prop(optional)]
    example: Option<&'static str>,
    /// Whether the page is about it.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let type_in = move |event: leptos::ev::Event| {
        if let Some(typed) = typed(&event) {
            ask(context, typed);
        }
    };
    view! {
        <div role="search">
            <div class="search" class:search--big=big>
                <label class="vh" for=landmark::SEARCH>
                    {label}
                </label>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="10" cy="10" r="6"></circle>
                    <path d="m15 15 6 6"></path>
                </svg>
                <input
                    id=landmark::SEARCH
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    autocapitalize="off"
                    enterkeyhint="search"
                    spellcheck="false"
                    placeholder=example.unwrap_or(label)
                    prop:value=move || context.view.with(|view| view.query.clone())
                    on:input=type_in
                    on:compositionend=move |event| ask(context, event_target_value(&event))
                    // Leaving the box, for example by pressing a link, ends the typing.
                    on:change=move |_| location::settle(context)
                />
            </div>
        </div>
    }
}
