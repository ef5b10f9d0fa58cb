//! Moves the focus after the page has changed.
//!
//! Knows elements by their ids, and not what they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to an element once the change that brought it has been drawn.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        focus(&id);
    });
}

/// Gives the focus back, after what held it has gone, to an element or, where that is not there,
/// to another. A reader who has moved the focus elsewhere keeps it there.
pub(crate) fn return_focus_soon(id: String, otherwise: &'static str) {
    request_animation_frame(move || {
        let nowhere = document().active_element().is_none_or(|held| held.tag_name() == "BODY");
        if nowhere && !focus(&id) {
            focus(otherwise);
        }
    });
}

/// Whether the element is there and was given the focus.
fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let element = element.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}
