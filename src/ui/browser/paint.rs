//! What may wait until the browser has shown what is drawn now, or taken what the reader presses.

use std::time::Duration;

use leptos::prelude::*;

/// Does something once the next frame has been painted. In a tab that is not seen this waits until
/// the reader comes back to it.
pub(crate) fn after_paint(action: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(action, Duration::ZERO));
}

/// Does something after what the reader may have pressed meanwhile: long work in several steps
/// holds up no key.
pub(crate) fn after_input(action: impl FnOnce() + 'static) {
    set_timeout(action, Duration::ZERO);
}
