//! While a reader types: how much of the list the window can show, and when the keys rest.
//!
//! Does not know what is shown in a row.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::browser::paint::after_paint;
use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// How long the keys must rest.
const REST: Duration = Duration::from_millis(150);

thread_local! {
    /// How many keys there were: what waits from before the last one has no effect.
    static KEYS: Cell<usize> = const { Cell::new(0) };
}

/// More than the window shows, in CSS pixels: what stands above the list may become shorter with
/// the next key.
const SPARE: f64 = 100.0;

/// Once the keys rest, the list is drawn in so many steps, each with so much more of it in CSS
/// pixels, and the last with what is left. Each waits until the one before has been painted: all in
/// one would hold up the next key on a slow device.
const STEPS: usize = 5;
const STEP: f64 = 700.0;

/// From now until the keys rest, only the rows in the window are needed.
pub(crate) fn hurry(context: ExploreContext) {
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64());
    let seen = number(window().inner_height()).zip(window().scroll_y().ok());
    // Without the size of the window all rows are needed.
    let room =
        seen.map(|(height, scrolled)| (height + scrolled - above_the_list()).max(0.0) + SPARE);
    context.hurry.set(room);
    let key = KEYS.get().wrapping_add(1);
    KEYS.set(key);
    set_timeout(move || draw_more(context, key, STEPS), REST);
}

/// Draws more of the list, and the rest of it after so many steps, unless another key has come.
fn draw_more(context: ExploreContext, key: usize, steps: usize) {
    if KEYS.get() != key {
        return;
    }
    let room = context.hurry.get_untracked().filter(|_| steps > 0);
    context.hurry.set(room.map(|room| room + STEP));
    if room.is_some() {
        after_paint(move || draw_more(context, key, steps - 1));
    }
}

/// How far below the beginning of the page the list begins, in CSS pixels. Too small a number costs
/// only rows that are not needed yet.
fn above_the_list() -> f64 {
    let list = document().get_element_by_id(landmark::RESULTS);
    let list = list.and_then(|list| list.dyn_into::<HtmlElement>().ok());
    list.map_or(0.0, |list| f64::from(list.offset_top()))
}
