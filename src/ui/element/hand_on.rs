//! How a reader hands something on: on paper, or by its address.

use leptos::prelude::*;

use super::link::view_of;
use super::save::copied::copied;
use crate::catalogue::Link;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;

/// The button that prints the open entry, and its address to copy. Empty where actions are not
/// offered. A file on a disk has no address that would help anyone else.
#[component]
pub(crate) fn HandOn(
    /// The entry.
    entry: Link,
) -> impl IntoView {
    ExploreContext::expect().offers_actions().then(|| {
        let has_address = !location::site().is_empty();
        let address = has_address.then(|| {
            view! {
                <details class="small">
                    <summary>"Link to copy"</summary>
                    {copied("The address of this entry", location::address(&view_of(entry)), 2)}
                </details>
            }
        });
        view! {
            <div class="stack tight noprint">
                {print_button()}
                {address}
            </div>
        }
    })
}

/// The button that prints the page.
pub(crate) fn print_button() -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn"
            // Fails only where the browser forbids printing.
            on:click=move |_| drop(window().print())
        >
            "Print"
        </button>
    }
}
