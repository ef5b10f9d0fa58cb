//! Receives what is read in entries, which `boot.js` fetches after the first part of the program,
//! and with it the second part, which draws it.
//!
//! Knows whether they have come, not what is in them.

use leptos::ev::Custom;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::js_sys::Uint8Array;
use leptos::web_sys::{CustomEvent, Event};
use wasm_bindgen::JsCast;

use crate::ui::browser::focus::refocus_soon;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, Reading};
use crate::ui::deferred::{Deferred, keep};
use crate::ui::landmark;

/// The event with the bytes or, as a text, the reason why there are none.
const CAME: &str = "reading-came";

/// The event with the seconds for which the network has been silent; 0 as soon as something comes.
const STANDS: &str = "reading-stands";

/// The event by which the page asks for it: at the start, and again after a failure.
const WANTED: &str = "reading-wanted";

/// Why what has come cannot be used.
const DAMAGED: &str = "They came damaged, or belong to another version of the explorer.";

/// Asks for what is read in entries and for the second part of the program, and takes them when
/// they come.
pub(crate) fn follow<F>(context: ExploreContext, second_part: fn() -> F)
where
    F: Future<Output = &'static Deferred> + 'static,
{
    let came = window_event_listener(Custom::<CustomEvent>::new(CAME), move |event| {
        // What was asked for again may have come first.
        let is_here = move || context.reading.with_untracked(|reading| *reading == Reading::Here);
        if is_here() {
            return;
        }
        match event.detail().dyn_into::<Uint8Array>() {
            Ok(bytes) => spawn_local(async move {
                // The script has put the second part into the program before it said that it came.
                let second = second_part().await;
                keep(second);
                if is_here() {
                    return;
                }
                if (second.complete)(bytes.to_vec()) {
                    all_is_here(context);
                } else {
                    set(context, Reading::Lost(DAMAGED.to_owned()));
                }
            }),
            Err(reason) => set(context, Reading::Lost(reason.as_string().unwrap_or_default())),
        }
    });
    let stands = window_event_listener(Custom::<CustomEvent>::new(STANDS), move |event| {
        let reading = match event.detail().as_f64() {
            Some(seconds) if seconds > 0.0 => Reading::Silent(seconds as u32),
            _ => Reading::Awaited,
        };
        let changes = |now: &Reading| now.is_awaited() && *now != reading;
        if context.reading.with_untracked(changes) {
            set(context, reading);
        }
    });
    on_cleanup(move || {
        came.remove();
        stands.remove();
    });
    ask(context);
}

/// Draws what has waited. Searches again where no row can move under a finger: phrases and texts
/// may find what names did not.
fn all_is_here(context: ExploreContext) {
    set(context, Reading::Here);
    let has_list = context.page.get_untracked().has_entries();
    let is_empty = has_list && context.results.with_untracked(|results| results.rows.is_empty());
    if is_empty || !context.used.get_untracked() {
        context.searched_again.set(true);
    }
    location::read_again(context);
}

/// Asks for it, for the first time or again.
pub(crate) fn ask(context: ExploreContext) {
    set(context, Reading::Awaited);
    if let Ok(event) = Event::new(WANTED) {
        // The event cannot be cancelled, so the result means nothing.
        let _ = window().dispatch_event(&event);
    }
}

/// Shows what is true now. An entry that is open is drawn anew, with its heading, and a note with
/// its button.
fn set(context: ExploreContext, reading: Reading) {
    refocus_soon(&[landmark::ENTRY_HEADING, landmark::LIST_HEADING]);
    context.reading.set(reading);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_uses_the_same_events() {
        let script = include_str!("../../../boot.js");
        for name in [CAME, STANDS, WANTED] {
            assert!(script.contains(&format!("\"{name}\"")), "boot.js names {name}");
        }
    }
}
