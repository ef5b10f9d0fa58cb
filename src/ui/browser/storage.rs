//! What the browser keeps from one visit to the next: the only file that knows the local storage.
//!
//! A browser may refuse to keep anything; then the explorer works on without.

use leptos::prelude::*;

/// The switch for shortcuts of a single letter, which a reader who dictates has to turn off.
const SHORTCUTS: &str = "myoclonus-explorer.shortcuts";

/// Whether single letters are shortcuts. They are unless the reader has turned them off.
pub(crate) fn shortcuts() -> bool {
    let kept = storage().and_then(|storage| storage.get_item(SHORTCUTS).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Keeps whether single letters are shortcuts.
pub(crate) fn keep_shortcuts(on: bool) {
    if let Some(storage) = storage() {
        // Refused where storage is full or forbidden: the choice then lasts for this visit.
        let _ = storage.set_item(SHORTCUTS, if on { "on" } else { "off" });
    }
}

fn storage() -> Option<leptos::web_sys::Storage> {
    window().local_storage().ok().flatten()
}
