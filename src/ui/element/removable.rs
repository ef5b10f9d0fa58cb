//! A button that removes something from the page, and itself with it.
//!
//! Does not know what is removed.

use leptos::prelude::*;

use crate::ui::browser::focus::focus_soon;
use crate::ui::landmark;

/// The button; the focus then moves to the heading of the list. The search box would bring up the
/// keyboard of a telephone.
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
