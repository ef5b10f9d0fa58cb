//! Moves the focus after the page has changed.
//!
//! Knows elements by their ids, and not what they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::context::ExploreContext;
use crate::ui::landmark;
use crate::view::Page;

/// Takes the focus to an entry that is opened, whatever page it is on, and back to its row, or
/// else to the list's heading, when it is closed. A page opened by itself begins at its top.
pub(crate) fn keep_focus(context: ExploreContext) {
    Effect::new(move |before: Option<(Page, Option<String>)>| {
        let now = (context.page.get(), context.open.get());
        match (&before, &now) {
            // The first run: the reader has just arrived, and the focus stays at the top.
            (None, _) => {}
            (Some(before), now) if before == now => {}
            (Some(_), (_, Some(_))) => focus_soon(landmark::ENTRY_HEADING),
            (Some((page, Some(closed))), (shown, None)) if page == shown => {
                return_focus_soon(landmark::row(closed), landmark::LIST_HEADING);
            }
            (Some(_), (_, None)) => {
                request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0))
            }
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
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

/// Whether an element took the focus: one that is hidden does not, and says nothing.
pub(crate) fn focus_element(element: &web_sys::Element) -> bool {
    let asked = element.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
    asked.is_some() && document().active_element().as_ref() == Some(element)
}
