//! A short note when a newer version of the explorer is ready on the device.
//!
//! Nothing is reloaded unless the reader asks for it. `offline.js` knows how versions get onto the
//! device. The two events below are all that both sides share.

use leptos::ev::Custom;
use leptos::prelude::*;
use leptos::web_sys::Event;

use crate::ui::browser::focus::focus_soon;
use crate::ui::landmark;

/// The event that reports a new version.
const WAITS: &str = "explorer:update";

/// The event that requests it.
const USE: &str = "explorer:use";

/// The note. Empty while no new version is ready.
#[component]
pub(crate) fn VersionNotice() -> impl IntoView {
    let waits = RwSignal::new(false);
    Effect::new(move || {
        let handle = window_event_listener(Custom::<Event>::new(WAITS), move |_| waits.set(true));
        on_cleanup(move || handle.remove());
    });
    let take = move |_| {
        if let Ok(event) = Event::new(USE) {
            // The event cannot be cancelled, so the result means nothing.
            let _ = window().dispatch_event(&event);
        }
    };
    let later = move |_| {
        waits.set(false);
        // The button disappears with the note.
        focus_soon(landmark::MAIN);
    };
    view! {
        // Screen readers announce only text that appears in an existing region.
        <div role="status">
            <Show when=move || waits.get()>
                <div class="note noprint">
                    <p>
                        "A new version of the explorer is ready. This page stays as it is until "
                        "you use it."
                    </p>
                    <button type="button" class="btn" on:click=take>
                        "Use the new version"
                    </button>
                    <button type="button" class="btn" on:click=later>
                        "Later"
                    </button>
                </div>
            </Show>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_uses_the_same_events() {
        let script = include_str!("../../../offline.js");
        for declared in [format!("const WAITS = \"{WAITS}\";"), format!("const USE = \"{USE}\";")] {
            assert!(script.contains(&declared), "offline.js has {declared}");
        }
    }
}
