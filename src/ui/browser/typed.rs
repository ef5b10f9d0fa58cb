//! What a reader has typed into a box.

use leptos::ev::Event;
use leptos::prelude::event_target_value;
use leptos::web_sys::InputEvent;
use wasm_bindgen::JsCast;

/// The text of the box; `None` while a word is still being composed from several keys, because it
/// is not searched yet.
pub(crate) fn typed(event: &Event) -> Option<String> {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    (!composing).then(|| event_target_value(event))
}
