//! Who goes first: while the window works on a frame, threads that compute pause
//! between two pieces of their work.
//!
//! That they step back in the eyes of the system is not enough. It gives every thread
//! a turn, and with as many of them as there are processors one of them gets its turn
//! in the middle of a frame, for a large part of the time that a frame may take.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// For no longer than this does a piece of work wait: a frame that takes more is no
/// reason to stop.
const PATIENCE: Duration = Duration::from_millis(10);

/// A way that one walks and others leave free.
#[derive(Debug)]
struct Way {
    taken: AtomicBool,
    lock: Mutex<()>,
    free: Condvar,
}

/// That of the window.
static WAY: Way = Way::new();

thread_local! {
    /// Whether this thread leaves the way to others.
    static BEHIND: Cell<bool> = const { Cell::new(false) };
}

impl Way {
    const fn new() -> Self {
        Self { taken: AtomicBool::new(false), lock: Mutex::new(()), free: Condvar::new() }
    }

    fn take(&self) -> Taken<'_> {
        self.taken.store(true, Ordering::Relaxed);
        Taken(self)
    }

    fn give(&self, patience: Duration) {
        if !BEHIND.get() || !self.taken.load(Ordering::Relaxed) {
            return;
        }
        let lock = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever wakes goes on, whether it was woken or has waited long enough.
        let _ = self.free.wait_timeout_while(lock, patience, |()| self.taken.load(Ordering::Relaxed));
    }
}

/// The way is taken for as long as this lives.
#[derive(Debug)]
#[must_use]
pub struct Taken<'a>(&'a Way);

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let lock = self.0.lock.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.taken.store(false, Ordering::Relaxed);
        drop(lock);
        self.0.free.notify_all();
    }
}

/// To be held by the window while it works on a frame.
pub fn take() -> Taken<'static> {
    WAY.take()
}

/// To be called between two pieces of work: waits while the window works on a frame,
/// if this thread is one that lets it go first.
pub fn give() {
    WAY.give(PATIENCE);
}

/// From now on this thread lets the window go first.
pub(super) fn step_behind() {
    BEHIND.set(true);
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    const LONG: Duration = Duration::from_mins(5);

    #[test]
    fn a_thread_that_lets_the_window_go_first_waits_until_the_frame_is_done() {
        let (way, is_done) = (Way::new(), AtomicBool::new(false));
        thread::scope(|scope| {
            let (begun, is_begun) = mpsc::channel();
            let frame = way.take();
            let (way, is_done) = (&way, &is_done);
            let behind = scope.spawn(move || {
                step_behind();
                begun.send(()).expect("heard");
                way.give(LONG);
                is_done.load(Ordering::SeqCst)
            });
            is_begun.recv().expect("it begins");
            is_done.store(true, Ordering::SeqCst);
            drop(frame);
            assert!(behind.join().expect("it ends"), "it went on in the middle of the frame");
        });
    }

    #[test]
    fn a_thread_waits_for_nobody_else() {
        let way = Way::new();
        let _frame = way.take();
        // Whoever computes in the thread of the window would wait for itself.
        way.give(LONG);
        thread::scope(|scope| {
            scope.spawn(|| {
                step_behind();
                Way::new().give(LONG);
                way.give(Duration::ZERO);
            });
        });
    }
}
