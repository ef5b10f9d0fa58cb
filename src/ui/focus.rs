//! Moves the focus after the page has changed.
//!
//! Knows elements by their ids, and not what they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::component::{entry_pane, list_head};

/// Takes the focus to an entry that is opened, and back to its row, or else to the list's heading,
/// when it is closed. `row_id` tells the id of an entry's row.
pub(crate) fn keep_focus(open: Memo<Option<String>>, row_id: fn(&str) -> String) {
    Effect::new(move |before: Option<Option<String>>| {
        let now = open.get();
        match (before, now.as_deref()) {
            // The first run: the reader has just arrived, and the focus stays at the top.
            (None, _) => {}
            (Some(_), Some(_)) => focus_soon(entry_pane::HEADING_ID),
            (Some(Some(closed)), None) => {
                return_focus_soon(row_id(&closed), list_head::HEADING_ID);
            }
            (Some(None), None) => {}
        }
        now
    });
}

/// Moves the focus to an element once the change that brought it has been drawn.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        focus(&id);
    });
}

/// Gives the focus back, after what held it has gone, to an element or, where that is not there,
/// to another. A reader who has moved the focus elsewhere keeps it there.
fn return_focus_soon(id: String, otherwise: &'static str) {
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
