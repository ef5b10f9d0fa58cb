//! Names the parts of the address that could not be used, and the views that may have been meant.

use leptos::prelude::*;

use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::ViewState;

/// How many characters of a part are shown.
const LONGEST: usize = 60;

/// The note. Empty if everything was understood.
#[component]
pub(crate) fn UnknownParts() -> impl IntoView {
    let ExploreContext { unknown, nearest, embedded, .. } = ExploreContext::expect();
    // Screen readers announce only text that appears in an existing region.
    let is_ready = RwSignal::new(false);
    Effect::new(move || request_animation_frame(move || is_ready.set(true)));
    let has_parts = move || unknown.with(|unknown| !unknown.is_empty());
    let has_nearest = move || nearest.with(|nearest| !nearest.is_empty());
    let close = move |_| {
        unknown.set(Vec::new());
        nearest.set(Vec::new());
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
    let links = move || {
        let views = nearest.get().into_iter().map(|near| {
            let name = wording::shown(&near);
            // In a frame, the meant view takes the place of this one.
            let near = ViewState { embed: embedded.get(), ..near };
            let target = near.embed.then_some("_self");
            view! { <li><a href=location::href(&near) target=target>{name}</a></li> }
        });
        views.collect_view()
    };
    view! {
        <div role="status">
            <Show when=move || is_ready.get() && (has_parts() || has_nearest())>
                <section
                    class="note note--left-out"
                    aria-label="Parts of the address that were left out"
                >
                    <Show when=has_parts>
                        <p>
                            "These parts of the address could not be used and were left out:"
                        </p>
                        <ul>{parts}</ul>
                    </Show>
                    <Show when=has_nearest>
                        <p>"The address leads to no page. Perhaps you meant:"</p>
                        <ul>{links}</ul>
                    </Show>
                    // An embedded view has no buttons. An edited address can end the embedding
                    // while the note is shown.
                    <Show when=move || !embedded.get()>
                        <button type="button" class="btn" on:click=close>
                            "Close this note"
                        </button>
                    </Show>
                </section>
            </Show>
        </div>
    }
}
