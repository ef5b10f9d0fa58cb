//! Long work in small steps, so that a page can answer keys between them.
//!
//! The work is written as one piece, an `async` function that calls [`pause`] often: an `async`
//! function is one that can stop and go on. Nothing wakes it. It goes on only when its caller asks,
//! so the caller decides how much is done at once. Knows no clock.

use std::fmt::{self, Debug, Formatter};
use std::future::{Future, poll_fn};
use std::mem;
use std::pin::Pin;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};

/// Work that ends with a `T`.
type Work<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A value that is made in steps, or what is left of it at its first use.
pub struct InSteps<T> {
    made: OnceLock<T>,
    /// What is left to do; `None` once it is done.
    work: Mutex<Option<Work<T>>>,
}

impl<T> InSteps<T> {
    /// A value that this work makes. Nothing of it is done yet.
    pub(crate) fn new(work: impl Future<Output = T> + Send + 'static) -> Self {
        Self { made: OnceLock::new(), work: Mutex::new(Some(Box::pin(work))) }
    }

    /// The value. What is left of the work is done first.
    pub fn get(&self) -> &T {
        loop {
            if let Some(made) = self.made.get() {
                return made;
            }
            self.step();
        }
    }

    /// Does the work until its next pause. Returns whether there is more to do.
    pub fn step(&self) -> bool {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(rest) = work.as_mut() else { return false };
        match rest.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => true,
            Poll::Ready(made) => {
                *work = None;
                // The lock lets only one caller finish the work, so it was not set before.
                let _ = self.made.set(made);
                false
            }
        }
    }
}

impl<T: Debug> Debug for InSteps<T> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.debug_struct("InSteps").field("made", &self.made).finish_non_exhaustive()
    }
}

/// Ends a step.
pub(crate) async fn pause() {
    let mut has_paused = false;
    poll_fn(|_| if mem::replace(&mut has_paused, true) { Poll::Ready(()) } else { Poll::Pending })
        .await;
}

/// Does all work at once.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = std::pin::pin!(work);
    loop {
        if let Poll::Ready(made) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return made;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Work of three steps.
    async fn three() -> u8 {
        pause().await;
        pause().await;
        7
    }

    #[test]
    fn work_is_done_step_by_step() {
        let value = InSteps::new(three());
        assert!(value.step() && value.step(), "two pauses");
        assert_eq!(value.made.get(), None);
        assert!(!value.step(), "nothing is left");
        assert_eq!(value.made.get(), Some(&7));
        assert!(!value.step(), "nothing is done twice");
    }

    #[test]
    fn the_first_use_does_what_is_left() {
        let value = InSteps::new(three());
        assert!(value.step());
        assert_eq!(*value.get(), 7);
        assert_eq!(at_once(three()), 7);
    }

    #[test]
    fn many_threads_do_the_work_once() {
        let ends = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&ends);
        let value = InSteps::new(async move {
            let made = three().await;
            counted.fetch_add(1, Ordering::Relaxed);
            made
        });
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| assert_eq!(*value.get(), 7));
            }
        });
        assert_eq!(ends.load(Ordering::Relaxed), 1, "the work is done once");
    }
}
