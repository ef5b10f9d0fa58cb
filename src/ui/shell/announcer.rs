//! Announces to screen readers how many entries are left, once typing pauses.
//!
//! The region is in the page from the start, because screen readers ignore one that appears later.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::ui::context::ExploreContext;
use crate::ui::wording::results::{count_text, search_notes};

/// How long typing must pause before the count is announced.
const PAUSE: Duration = Duration::from_millis(800);

/// The one live region.
#[component]
pub(crate) fn Announcer() -> impl IntoView {
    let context = ExploreContext::expect();
    let (spoken, speak) = signal(String::new());
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        // Other pages count nothing.
        let text = if context.page.get().has_entries() {
            context.results.with(|results| {
                let mut sentences = vec![count_text(results)];
                sentences.extend(search_notes(results));
                sentences.join(". ")
            })
        } else {
            String::new()
        };
        match before {
            // First run: nothing has changed yet, and the screen reader is reading the page itself.
            None => None,
            Some(pending) => {
                if let Some(pending) = pending {
                    pending.clear();
                }
                set_timeout_with_handle(move || speak.set(text), PAUSE).ok()
            }
        }
    });
    view! {
        <p class="vh" role="status">
            {spoken}
        </p>
    }
}
