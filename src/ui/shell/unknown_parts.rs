//! Names the parts of the address that could not be used, and the views that may have been meant.

use leptos::prelude::*;

use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, Reading};
use crate::ui::element::remade::remade;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::ViewState;

/// How many characters of a part are shown.
const LONGEST: usize = 60;

/// The note. Empty if everything was understood.
#[component]
pub(crate) fn UnknownParts() -> impl IntoView {
    let ExploreContext { unknown, nearest, embedded, reading, .. } = ExploreContext::expect();
    // Screen readers announce only text that appears in an existing region.
    let is_ready = RwSignal::new(false);
    Effect::new(move || request_animation_frame(move || is_ready.set(true)));
    let close = move |_| {
        unknown.set(Vec::new());
        nearest.set(Vec::new());
        // The button disappears with the note.
        focus_soon(landmark::MAIN);
    };
    let state = move || {
        let parts = unknown.get();
        let views = nearest.get();
        // What seems to mean nothing may name a source that is still on its way.
        let is_sure = !reading.with(Reading::is_awaited);
        (is_ready.get() && is_sure && !(parts.is_empty() && views.is_empty()))
            .then(|| (parts, views, embedded.get()))
    };
    let draw = move |state: Option<(Vec<String>, Vec<ViewState>, bool)>| {
        let (parts, views, embedded) = state?;
        let note = view! {
            <section
                class="note note--left-out"
                aria-label="Parts of the address that were left out"
            >
                {listed(
                    "These parts of the address could not be used and were left out:",
                    parts.iter().map(|part| left_out(part)).collect(),
                )}
                {listed(
                    "The address leads to no page. Perhaps you meant:",
                    views.into_iter().map(|near| perhaps_meant(near, embedded)).collect(),
                )}
                // An embedded view has no buttons.
                {(!embedded)
                    .then(|| {
                        view! {
                            <button type="button" class="btn" on:click=close>
                                "Close this note"
                            </button>
                        }
                    })}
            </section>
        };
        Some(note.into_any())
    };
    view! { <div role="status">{remade(state, draw)}</div> }
}

/// A list under a sentence, or nothing for an empty list.
fn listed(introduction: &'static str, items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        view! {
            <p>{introduction}</p>
            <ul class="named" role="list">{items}</ul>
        }
        .into_any()
    })
}

/// A part of the address that could not be used.
fn left_out(part: &str) -> AnyView {
    let short: String = part.chars().take(LONGEST).collect();
    let cut = part.chars().nth(LONGEST).map(|_| "…");
    view! { <li><code dir="auto">{short} {cut}</code></li> }.into_any()
}

/// A link to a view that may have been meant.
fn perhaps_meant(near: ViewState, embedded: bool) -> AnyView {
    let name = wording::shown(&near);
    // In a frame, the meant view takes the place of this one.
    let near = ViewState { embed: embedded, ..near };
    let target = embedded.then_some("_self");
    view! { <li><a href=location::href(&near) target=target>{name}</a></li> }.into_any()
}
