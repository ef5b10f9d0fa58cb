//! What may wait until the browser has shown what is drawn now, or taken what the reader presses.

use std::time::Duration;

use leptos::prelude::*;

/// Does something once the next frame has been painted. In a tab that is not seen this waits until
/// the reader comes back to it.
pub(crate) fn after_paint(action: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(action, Duration::ZERO));
}

/// How long work in steps may hold up a key, in milliseconds. A slow device does less in this time.
const HELD_UP: f64 = 8.0;

/// After how many milliseconds of drawing no further step is taken before the next frame. The
/// browser needs about as long again to lay out and paint what was drawn.
const DRAWS_FOR: f64 = 4.0;

/// Does long work in steps, until `step` says that nothing is left to do. What the reader presses
/// comes in between.
pub(crate) fn in_steps(step: impl Fn() -> bool + 'static) {
    let some = move || {
        if takes_steps(&step, HELD_UP) {
            in_steps(step);
        }
    };
    set_timeout(some, Duration::ZERO);
}

/// Draws in steps, until `step` says that nothing is left. Once what is drawn has been painted, it
/// goes on: a fast device draws more between two frames than a slow one.
pub(crate) fn draw_in_steps(step: impl Fn() -> bool + 'static) {
    after_paint(move || {
        if takes_steps(&step, DRAWS_FOR) {
            draw_in_steps(step);
        }
    });
}

/// Takes steps until so many milliseconds have passed. Returns whether more may be left.
fn takes_steps(step: impl Fn() -> bool, most: f64) -> bool {
    let began = now();
    while step() {
        if now() - began > most {
            return true;
        }
    }
    false
}

/// The time, in milliseconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
