//! A button that removes something from the page, including itself.
//!
//! Does not know what is removed.

use leptos::prelude::*;

use crate::ui::browser::focus::focus_soon;
use crate::ui::landmark;

/// The button. After a press the focus moves to the heading of the list, because the search box
/// would open the keyboard of a phone.
pub(crate) fn removable(
    class: &'static str,
    label: String,
    content: impl IntoView,
    remove: impl Fn() + 'static,
) -> impl IntoView {
    let press = move |_| {
        remove();
        focus_soon(landmark::LIST_HEADING);
    };
    view! {
        <button type="button" class=class aria-label=label on:click=press>
            {content}
        </button>
    }
}
