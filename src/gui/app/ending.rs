//! The end of the program when the system, or whoever started it, says so: a log-out,
//! a closed terminal, Ctrl+C.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use eframe::egui::Context;

use crate::session::recovery::Desk;

/// How long the window may take to close by itself. Whoever ends a session waits
/// for some seconds before it takes the program away.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a signal asks of the window, and what the window answers.
#[derive(Debug, Default)]
pub struct Ending {
    asked: AtomicBool,
    answered: Mutex<bool>,
    answer: Condvar,
}

impl Ending {
    /// Listens for SIGTERM, SIGINT and SIGHUP, and for what other systems have in
    /// their place. `None` where nobody can listen: then they end the program as
    /// they always do, and what was kept until then is offered.
    pub fn listen(ctx: Context, desk: Desk) -> Option<Arc<Self>> {
        let ending = Arc::new(Self::default());
        let ours = Arc::clone(&ending);
        ctrlc::set_handler(move || ours.signalled(&ctx, &desk)).ok()?;
        Some(ending)
    }

    /// On a thread of its own: asks the window, and ends the program without it if
    /// it does not answer.
    fn signalled(&self, ctx: &Context, desk: &Desk) {
        *self.answered.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.asked.store(true, Ordering::SeqCst);
        ctx.request_repaint();
        let answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.answer.wait_timeout_while(answered, PATIENCE, |answered| !*answered);
        let has_answered = *waited.unwrap_or_else(PoisonError::into_inner).0;
        if !has_answered && desk.flush().is_ok() {
            // Everything is kept, and the window is stuck or hidden.
            std::process::exit(0);
        }
    }

    /// Whether the window is asked to close. Asked once, told once.
    pub fn is_asked(&self) -> bool {
        self.asked.swap(false, Ordering::SeqCst)
    }

    /// The window will be asked again in the next frame.
    pub fn ask_again(&self) {
        self.asked.store(true, Ordering::SeqCst);
    }

    /// The window does what is to be done: it closes, or asks what it must.
    pub fn answer(&self) {
        *self.answered.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.answer.notify_all();
    }
}
