//! The keyboard: to the search box, through the rows, into an entry and back.
//!
//! Single letters can be turned off. Arrows and Escape do what they do everywhere. In a frame, all
//! keys are left to the browser. Knows elements by ids and classes, not what they show.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement, KeyboardEvent};
use wasm_bindgen::JsCast;

use crate::ui::actions;
use crate::ui::browse::list::row;
use crate::ui::browser::focus::{focus_element, focus_soon};
use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// Listens to the keyboard.
pub(crate) fn listen(context: ExploreContext, shortcuts: RwSignal<bool>) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        let busy = event.default_prevented() || event.is_composing() || modified;
        if busy || context.keys_shown.get_untracked() || context.embedded.get_untracked() {
            return;
        }
        if handled(context, shortcuts.get_untracked(), &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Where the focus is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the search box.
    Search,
    /// In another place that takes letters: a field, a menu or a dialogue.
    Field,
    /// On the name of a row.
    Row,
    /// In an open entry.
    Entry,
    /// Anywhere else.
    Elsewhere,
}

fn place() -> Place {
    let Some(element) = document().active_element() else { return Place::Elsewhere };
    let within = |selector: &str| element.closest(selector).ok().flatten().is_some();
    if element.id() == landmark::SEARCH {
        Place::Search
    } else if within("input:not([type=checkbox]), select, textarea, dialog") {
        Place::Field
    } else if within(&format!(".{}", row::NAME)) {
        Place::Row
    } else if within("article") {
        Place::Entry
    } else {
        Place::Elsewhere
    }
}

/// Does what a key asks for. Returns whether the key means anything here.
fn handled(context: ExploreContext, shortcuts: bool, event: &KeyboardEvent) -> bool {
    let key = event.key();
    let place = place();
    if key == "Escape" && close_more() {
        return true;
    }
    match (place, key.as_str()) {
        (Place::Field, _) => false,
        (Place::Search, "ArrowDown") => step(Step::First),
        (Place::Search, "Escape") => {
            if context.view.with_untracked(|view| !view.query.is_empty()) {
                actions::ask(context, String::new());
                true
            } else {
                actions::close(context)
            }
        }
        (Place::Search, _) => false,
        (Place::Row, "ArrowDown") => step(Step::Next),
        (Place::Row, "ArrowUp") => step(Step::Previous),
        (Place::Row, "Home") => step(Step::First),
        (Place::Row, "End") => step(Step::Last),
        (Place::Row, "Escape") => focus_search(),
        (Place::Entry | Place::Elsewhere, "Escape") => actions::close(context),
        _ if !shortcuts => false,
        (_, "/") => focus_search() || search_everywhere(context),
        (_, "?") => {
            context.keys_shown.set(true);
            true
        }
        (Place::Row, "j") => step(Step::Next),
        // Not into the search box: what is typed after that would be searched for.
        (Place::Row, "k") => step(Step::Back),
        (_, "[") => follow("prev"),
        (_, "]") => follow("next"),
        (_, "j") => step(Step::First),
        _ => false,
    }
}

/// Goes to the one search from a page without a search box.
fn search_everywhere(context: ExploreContext) -> bool {
    actions::start_anew(context);
    focus_soon(landmark::SEARCH);
    true
}

fn focus_search() -> bool {
    let search = document().get_element_by_id(landmark::SEARCH);
    search.is_some_and(|search| focus_element(&search))
}

/// A step through the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Next,
    /// To the search box from the first row.
    Previous,
    /// Only among the rows.
    Back,
    Last,
}

/// Moves the focus among the visible rows. The search box comes before the first one.
fn step(step: Step) -> bool {
    let selector = format!("main .{}", row::NAME);
    let Ok(found) = document().query_selector_all(&selector) else { return false };
    let rows: Vec<Element> = (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<Element>().ok())
        .filter(|row| row.closest("[hidden]").is_ok_and(|hidden| hidden.is_none()))
        .collect();
    let active = document().active_element();
    let here = rows.iter().position(|row| Some(row) == active.as_ref());
    let there = match (step, here) {
        (Step::Last, _) => rows.len().checked_sub(1),
        (Step::Next, Some(here)) => Some(here + 1),
        (Step::Previous, Some(0)) => return focus_search(),
        (Step::Previous | Step::Back, Some(here)) => here.checked_sub(1),
        _ => Some(0),
    };
    there.and_then(|there| rows.get(there)).is_some_and(focus_element)
}

/// Follows the link to the entry before or after the present one.
fn follow(relation: &str) -> bool {
    let link = document().query_selector(&format!("main a[rel={relation}]")).ok().flatten();
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    link.inspect(HtmlElement::click).is_some()
}

/// Closes the list of further pages in the header and moves the focus to its name. Returns whether
/// it was open.
pub(super) fn close_more() -> bool {
    let more = document().get_element_by_id(landmark::MORE);
    let Some(more) = more.filter(|more| more.has_attribute("open")) else { return false };
    // Fails only for invalid attribute names.
    let _ = more.remove_attribute("open");
    let name = more.query_selector("summary").ok().flatten();
    name.is_some_and(|name| focus_element(&name))
}
