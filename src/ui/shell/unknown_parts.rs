//! Names the parts of the address that could not be used.

use leptos::prelude::*;

use crate::ui::browser::focus::focus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// How many characters of a part are shown.
const LONGEST: usize = 60;

/// The note. Empty if everything was understood.
#[component]
pub(crate) fn UnknownParts() -> impl IntoView {
    let ExploreContext { unknown, embedded, .. } = ExploreContext::expect();
    let close = move |_| {
        unknown.set(Vec::new());
        // The button disappears with the note.
        focus_soon(landmark::MAIN);
    };
    let parts = move || {
        let parts = unknown.get().into_iter().map(|part| {
            let short: String = part.chars().take(LONGEST).collect();
            let cut = part.chars().nth(LONGEST).map(|_| "…");
            view! { <li><code dir="auto">{short} {cut}</code></li> }
        });
        parts.collect_view()
    };
    view! {
        <Show when=move || unknown.with(|unknown| !unknown.is_empty())>
            <section
                class="note note--left-out"
                aria-label="Parts of the address that were left out"
            >
                <p>
                    "These parts of the address could not be used and were left out:"
                </p>
                <ul>{parts}</ul>
                // An embedded view has no buttons. An edited address can end the embedding while
                // the note is shown.
                <Show when=move || !embedded.get()>
                    <button type="button" class="btn" on:click=close>
                        "Close this note"
                    </button>
                </Show>
            </section>
        </Show>
    }
}
