//! What may wait until the browser has shown what is drawn now.

use std::time::Duration;

use leptos::prelude::*;

/// Does something once the next frame has been painted. In a tab that is not seen this waits until
/// the reader comes back to it.
pub(crate) fn after_paint(action: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(action, Duration::ZERO));
}
