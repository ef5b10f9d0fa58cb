//! The button that adds an entry to the comparison, and the link to the comparison.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::actions;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::view::{Page, ViewState};

/// The button of an open entry. Empty where actions are not offered.
#[component]
pub(crate) fn CompareButton(
    /// The entry.
    entry: Link,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let pressed = move || context.compared.with(|compared| compared.contains(&entry));
    let toggle = move |_| actions::compare(context, entry);
    context.offers_actions().then(|| {
        view! {
            <div class="stack tight noprint compare-button">
                <button
                    type="button"
                    class="btn"
                    aria-pressed=move || pressed().to_string()
                    on:click=toggle
                >
                    "Compare"
                </button>
                <Show when=move || {
                    pressed() && context.compared.with(|compared| compared.len() > 1)
                }>
                    <a href=move || {
                        context.compared.with(|compared| side_by_side(compared))
                    }>"See them side by side"</a>
                </Show>
            </div>
        }
    })
}

/// The address of the page on which these entries are compared.
pub(crate) fn side_by_side(compared: &[Link]) -> String {
    location::href(&ViewState { compared: compared.to_vec(), ..ViewState::at(Page::Compare) })
}
