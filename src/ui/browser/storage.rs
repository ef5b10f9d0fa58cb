//! What the browser keeps from one visit to the next. Only this file knows the local storage.
//!
//! A browser may refuse to store anything. The explorer then works without.

use leptos::prelude::*;

/// The key of the switch for single-letter shortcuts. A reader who dictates must turn them off.
const SHORTCUTS: &str = "myoclonus-explorer.shortcuts";

/// Whether single letters are shortcuts. They are unless the reader has turned them off.
pub(crate) fn shortcuts() -> bool {
    let kept = storage().and_then(|storage| storage.get_item(SHORTCUTS).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Stores whether single letters are shortcuts.
pub(crate) fn keep_shortcuts(on: bool) {
    if let Some(storage) = storage() {
        // Fails if storage is full or forbidden. The choice then lasts for this visit.
        let _ = storage.set_item(SHORTCUTS, if on { "on" } else { "off" });
    }
}

fn storage() -> Option<leptos::web_sys::Storage> {
    window().local_storage().ok().flatten()
}
