//! What a reader does first, done once where no one sees it.
//!
//! Chromium compiles a function of the program at its first call, so the first key would wait for
//! more than a hundred functions. Does not know what is rehearsed.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Steps that are taken once in a visit, each with what it works on: unlike the work of
/// [`InSteps`](crate::steps::InSteps) they outlive a page that is left and opened again.
pub(crate) struct Rehearsal<T: 'static> {
    steps: &'static [fn(T)],
    taken: AtomicUsize,
}

impl<T> Rehearsal<T> {
    /// No step is taken yet.
    pub(crate) const fn of(steps: &'static [fn(T)]) -> Self {
        Self { steps, taken: AtomicUsize::new(0) }
    }

    /// Takes a step. Returns whether there was one.
    pub(crate) fn step(&self, with: T) -> bool {
        let next = self.steps.get(self.taken.fetch_add(1, Ordering::Relaxed));
        next.map(|step| step(with)).is_some()
    }
}

/// Draws something that never enters the page.
pub(crate) fn draw_unseen(content: impl FnOnce() -> AnyView + 'static) {
    // In a box, so that this is once in the program.
    let content: Box<dyn FnOnce() -> AnyView> = Box::new(content);
    if let Ok(frame) = document().create_element("div") {
        drop(mount_to(frame.unchecked_into(), content));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_taken_once() {
        static TAKEN: AtomicUsize = AtomicUsize::new(0);
        let add: fn(usize) = |count| {
            TAKEN.fetch_add(count, Ordering::Relaxed);
        };
        let steps: &'static [fn(usize)] = Box::leak(Box::new([add, add]));
        let rehearsal = Rehearsal::of(steps);
        let more: Vec<bool> = (0..4).map(|_| rehearsal.step(1)).collect();
        assert_eq!((more, TAKEN.load(Ordering::Relaxed)), (vec![true, true, false, false], 2));
    }
}
