//! Who looks, and how often.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::look::{Looker, OnDisk, Seen, Watched};
use crate::session::document::{Document, DocumentId};
use crate::session::workspace::Workspace;

/// How often files are looked at.
const EVERY: Duration = Duration::from_secs(1);

/// How soon something new is looked at again, to be believed.
const AGAIN: Duration = Duration::from_millis(250);

/// How long a drive may take to answer before that is said.
const SLOW: Duration = Duration::from_secs(5);

/// Watches the files of open documents.
#[derive(Debug)]
pub struct Watch {
    watched: Vec<Watched>,
    desk: Desk,
    /// Who looks where there is no thread.
    at_once: Option<Looker>,
}

#[derive(Clone)]
struct Desk(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    watched: Vec<Watched>,
    seen: HashMap<DocumentId, Seen>,
    /// What is being looked at, and since when.
    asking: Option<(Watched, Instant)>,
    /// Whether somebody wants a look now.
    is_wanted: bool,
    has_ended: bool,
}

impl Watch {
    /// A watch with a thread. Locks that tell windows of each other are in `locks`.
    /// `wake` is called, from that thread, when there is something new.
    #[must_use]
    pub fn start(locks: Option<PathBuf>, wake: impl Fn() + Send + 'static) -> Self {
        let desk = Desk(Arc::default());
        let theirs = desk.clone();
        // Without a thread nothing is seen, and saving still asks.
        let _ =
            thread::Builder::new().name("watch".to_owned()).spawn(move || theirs.work(&mut Looker::new(locks), &wake));
        Self { watched: Vec::new(), desk, at_once: None }
    }

    /// A watch that looks twice whenever it is told to, in the thread that asks: for
    /// tests.
    #[must_use]
    pub fn at_once(locks: Option<PathBuf>) -> Self {
        Self { watched: Vec::new(), desk: Desk(Arc::default()), at_once: Some(Looker::new(locks)) }
    }

    /// Tells which files are to be watched. It never waits.
    pub fn follow(&mut self, workspace: &Workspace) {
        let watched: Vec<Watched> = workspace.documents().iter().filter_map(of).collect();
        if watched != self.watched {
            self.watched.clone_from(&watched);
            let mut state = self.desk.state();
            state.seen.retain(|id, _| watched.iter().any(|watched| watched.id == *id));
            state.watched = watched;
            state.is_wanted = true;
            self.desk.0.1.notify_all();
        }
    }

    /// Has everything looked at now: the user comes back from another program.
    pub fn look_now(&mut self) {
        let Some(looker) = &mut self.at_once else {
            self.desk.state().is_wanted = true;
            self.desk.0.1.notify_all();
            return;
        };
        looker.keep_only(&self.watched);
        for watched in &self.watched {
            looker.look(watched);
            let seen = looker.look(watched);
            self.desk.state().seen.insert(watched.id, seen);
        }
    }

    /// What was seen last of each document's file.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        let state = self.desk.state();
        let slow = state.asking.as_ref().filter(|(_, since)| since.elapsed() > SLOW).map(|(watched, _)| Seen {
            watched: watched.clone(),
            on_disk: OnDisk::NotAnswering,
            is_open_elsewhere: false,
        });
        let is_slow = |id: &DocumentId| slow.as_ref().is_some_and(|slow| slow.watched.id == *id);
        let others = state.seen.values().filter(|seen| !is_slow(&seen.watched.id)).cloned();
        others.chain(slow.clone()).collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let mut state = self.desk.state();
        state.has_ended = true;
        self.desk.0.1.notify_all();
    }
}

/// What is to be watched of a document.
fn of(document: &Document) -> Option<Watched> {
    let (id, stamp) = (document.id, document.stamp().cloned());
    document.path().map(Path::to_owned).map(|path| Watched { id, path, stamp })
}

impl Desk {
    fn work(&self, looker: &mut Looker, wake: &dyn Fn()) {
        let mut wait = EVERY;
        loop {
            let mut state = self.state();
            let until = Instant::now() + wait;
            while !state.is_wanted && !state.has_ended {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    break;
                }
                // Nothing to watch, nothing to wake up for.
                state = if state.watched.is_empty() {
                    self.0.1.wait(state).unwrap_or_else(PoisonError::into_inner)
                } else {
                    self.0.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
                };
            }
            if state.has_ended {
                return;
            }
            state.is_wanted = false;
            let watched = state.watched.clone();
            drop(state);
            looker.keep_only(&watched);
            let mut is_new = false;
            for watched in watched {
                self.state().asking = Some((watched.clone(), Instant::now()));
                let seen = looker.look(&watched);
                let mut state = self.state();
                let was_slow = state.asking.take().is_some_and(|(_, since)| since.elapsed() > SLOW);
                let before = state.seen.insert(watched.id, seen.clone());
                is_new |= was_slow || before.is_none_or(|before| before != seen);
            }
            if is_new {
                wake();
            }
            wait = if looker.is_in_doubt() { AGAIN } else { EVERY };
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock leaves things half done.
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}
