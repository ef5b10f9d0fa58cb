//! The dialogue that explains the keys, with the switch for single letters.

use leptos::prelude::*;

use crate::ui::browser::storage;
use crate::ui::context::ExploreContext;

/// The keys and what they do.
const KEYS: &[(&str, &str)] = &[
    ("/", "go to the search box"),
    ("↓", "go from the search box to the first row, then to the next"),
    ("j", "go to the first row, then to the next"),
    ("k", "go to the previous row"),
    ("↑", "go to the previous row, and from the first to the search box"),
    ("Home, End", "go to the first or the last row"),
    ("Enter", "open the row"),
    ("[ and ]", "go to the entry before or after the open one"),
    ("Esc", "close the entry; in the rows, go to the search box; there, clear it"),
    ("?", "show these keys"),
];

/// The dialogue.
#[component]
pub(crate) fn KeysDialog(
    /// Whether single letters are shortcuts.
    shortcuts: RwSignal<bool>,
) -> impl IntoView {
    let shown = ExploreContext::expect().keys_shown;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            match (shown.get(), dialog.open()) {
                // Cannot fail: the dialogue is in the page and is not open.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let rows = KEYS.iter().map(|(key, what)| {
        view! {
            <dt>
                <kbd>{*key}</kbd>
            </dt>
            <dd>{*what}</dd>
        }
    });
    let switch = move |event| {
        let on = event_target_checked(&event);
        shortcuts.set(on);
        storage::keep_shortcuts(on);
    };
    view! {
        // Escape closes the dialogue without our code, so the close event resets the signal.
        <dialog
            node_ref=dialog
            aria-labelledby="keys-heading"
            on:close=move |_| shown.set(false)
        >
            <h2 id="keys-heading">"Keys"</h2>
            <dl class="facts">{rows.collect_view()}</dl>
            <p>
                <label class="row">
                    <input type="checkbox" prop:checked=shortcuts on:change=switch />
                    "Use single letters and signs as shortcuts"
                </label>
            </p>
            <p>
                <button type="button" class="btn" on:click=move |_| shown.set(false)>
                    "Close"
                </button>
            </p>
        </dialog>
    }
}
