//! Moves the focus after the page has changed.
//!
//! Knows elements by their ids, not what they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::context::ExploreContext;
use crate::ui::landmark;
use crate::view::Page;

/// Moves the focus to an entry when it opens, on any page. When it closes, moves the focus back to
/// its row or, failing that, to the heading of the list. A page without an open entry starts at its
/// top, and its heading takes the focus if the link that was followed has gone with its page.
pub(crate) fn keep_focus(context: ExploreContext) {
    Effect::new(move |before: Option<(Page, Option<String>)>| {
        let now = (context.page.get(), context.open.get());
        match (&before, &now) {
            // First run: the reader has just arrived, so the focus stays at the top.
            (None, _) => {}
            (Some(before), now) if before == now => {}
            (Some(_), (_, Some(_))) => focus_soon(landmark::ENTRY_HEADING),
            (Some((page, Some(closed))), (shown, None)) if page == shown => {
                return_focus_soon(vec![landmark::row(closed), landmark::LIST_HEADING.to_owned()]);
            }
            (Some(_), (_, None)) => {
                request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
                return_focus_soon(vec![landmark::LIST_HEADING.to_owned()]);
            }
        }
        now
    });
}

/// Moves the focus to an element after the change that adds it has been drawn.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        focus(&id);
    });
}

/// Moves the focus to the first of these elements that takes it, if an element holds it now and
/// disappears with the next change.
pub(crate) fn refocus_soon(ids: &[&str]) {
    if document().active_element().is_some_and(|held| !is_gone(&held)) {
        return_focus_soon(ids.iter().map(ToString::to_string).collect());
    }
}

/// Moves the focus to the first of these elements that takes it, if the element that held it has
/// disappeared. A reader who has moved the focus elsewhere keeps it there.
fn return_focus_soon(ids: Vec<String>) {
    request_animation_frame(move || {
        if document().active_element().is_none_or(|held| is_gone(&held)) {
            ids.iter().any(|id| focus(id));
        }
    });
}

/// Whether an element that has the focus is about to lose it: the browser takes it from what is
/// folded away, but only when it draws.
fn is_gone(held: &web_sys::Element) -> bool {
    let folded = held.closest("details:not([open]) > :not(summary)");
    held.tag_name() == "BODY" || folded.is_ok_and(|folded| folded.is_some())
}

/// Focuses the element with this id. Returns whether that worked.
fn focus(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

/// Focuses an element. Returns whether that worked: a hidden element refuses without an error.
pub(crate) fn focus_element(element: &web_sys::Element) -> bool {
    let asked = element.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
    asked.is_some() && document().active_element().as_ref() == Some(element)
}
