//! Keeps what no file has: on a thread, within [`PROMISE`](super::PROMISE) of a change.
//!
//! Whoever draws hands over what changed in the frame in which it changed; the
//! thread has a clock of its own. So what is kept does not depend on frames that
//! come later, and no frame waits for a disk.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::folder::{Found, Left, left_behind};
use super::offer::FileSince;
use super::schedule::Schedule;
use super::trouble::Trouble;
use super::writer::{Job, Snapshot, Writer};
use super::{DELAY, RETRY};
use crate::session::document::{Document, DocumentId};
use crate::session::stamp::Stamp;
use crate::session::workspace::Workspace;

/// How long the end of the program waits for a disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// What of a document was handed over.
#[derive(Debug, PartialEq, Eq)]
struct Handed {
    revision: u64,
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
}

impl Handed {
    fn of(document: &Document) -> Self {
        Self {
            revision: document.history().revision(),
            path: document.path().map(Path::to_owned),
            stamp: document.stamp().cloned(),
        }
    }
}

/// Hands changes over and hears how it went.
#[derive(Debug)]
pub struct Keeper {
    handed: HashMap<DocumentId, Handed>,
    desk: Desk,
    /// Who does the work where there is no thread.
    at_once: Option<Writer>,
    has_ended: bool,
}

/// What the threads have in common.
#[derive(Clone)]
pub struct Desk(Arc<(Mutex<State>, Condvar)>);

struct State {
    schedule: Schedule<DocumentId, Job>,
    /// Recovery files that are not needed once what they hold is kept here.
    adopted: Vec<(DocumentId, Left)>,
    /// Recovery files that nobody wants.
    unwanted: Vec<Left>,
    found: Option<Found>,
    /// What became of the files of what was found, by recovery file.
    since: Vec<(PathBuf, Option<FileSince>)>,
    /// Why documents cannot be kept.
    troubles: BTreeMap<DocumentId, Arc<Trouble>>,
    /// Why nothing can be kept.
    no_thread: Option<Arc<Trouble>>,
    is_busy: bool,
    phase: Phase,
    began: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The program runs.
    Running,
    /// It ends, and what is kept stays for the next start.
    EndingKeeping,
    /// It ends, and everything is in its file or given up.
    EndingClean,
    /// Nobody works any more.
    Ended,
}

impl Keeper {
    /// A keeper with a thread that keeps things below `root`. `wake` is called, from
    /// that thread, when there is something to be told: [`Self::found`], [`Self::since`],
    /// [`Self::trouble`].
    #[must_use]
    pub fn start(root: PathBuf, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self::with_delay(root, DELAY, wake)
    }

    /// As [`Self::start`], with another time between a change and keeping it.
    #[must_use]
    pub fn with_delay(root: PathBuf, delay: Duration, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let desk = Desk::new(delay);
        let theirs = desk.clone();
        let started =
            thread::Builder::new().name("recovery".to_owned()).spawn(move || theirs.work(&root, &Arc::new(wake)));
        if let Err(error) = started {
            let mut state = desk.state();
            state.no_thread = Some(Arc::new(Trouble::NoThread(error)));
            state.phase = Phase::Ended;
        }
        Self { handed: HashMap::new(), desk, at_once: None, has_ended: false }
    }

    /// A keeper that does everything at once, in the thread that asks: for tests.
    #[must_use]
    pub fn at_once(root: PathBuf) -> Self {
        let desk = Desk::new(Duration::ZERO);
        let found = left_behind(&root);
        let since = found.left.iter().map(|left| (left.file.clone(), FileSince::of(left))).collect();
        (desk.state().found, desk.state().since) = (Some(found), since);
        Self { handed: HashMap::new(), desk, at_once: Some(Writer::new(root)), has_ended: false }
    }

    /// Hands over what changed since the last call. It never waits.
    pub fn follow(&mut self, workspace: &Workspace) {
        if self.has_ended {
            return;
        }
        let mut jobs: Vec<(DocumentId, Job)> = Vec::new();
        for document in workspace.documents().iter().filter(|document| document.would_lose_work()) {
            let now = Handed::of(document);
            if self.handed.get(&document.id) != Some(&now) {
                jobs.push((document.id, Job::Keep(Box::new(Snapshot::of(document)))));
                self.handed.insert(document.id, now);
            }
        }
        let is_kept = |id: &DocumentId| workspace.find(*id).is_some_and(Document::would_lose_work);
        let gone: Vec<DocumentId> = self.handed.keys().copied().filter(|id| !is_kept(id)).collect();
        for id in gone {
            self.handed.remove(&id);
            jobs.push((id, Job::Forget));
        }
        if jobs.is_empty() {
            return;
        }
        let mut state = self.desk.state();
        let now = state.now();
        for (id, job) in jobs {
            match job {
                Job::Keep(_) => state.schedule.order(id, job, now),
                Job::Forget => state.schedule.order_now(id, job, now),
            }
        }
        drop(state);
        self.wake();
    }

    /// What was found when the thread began, once.
    pub fn found(&mut self) -> Option<Found> {
        self.desk.state().found.take()
    }

    /// What became of the files of what was found, once.
    pub fn since(&mut self) -> Vec<(PathBuf, Option<FileSince>)> {
        std::mem::take(&mut self.desk.state().since)
    }

    /// Why something cannot be kept at the moment, if so.
    #[must_use]
    pub fn trouble(&self) -> Option<Arc<Trouble>> {
        self.desk.state().trouble().cloned()
    }

    /// Notes that a document goes on with what was left behind. Once it is kept
    /// here, or in its file, or given up, the older recovery file goes.
    pub fn adopt(&mut self, id: DocumentId, left: Left) {
        self.desk.state().adopted.push((id, left));
        // A document that needs no keeping is in its file already.
        self.handed.entry(id).or_insert(Handed { revision: u64::MAX, path: None, stamp: None });
    }

    /// Removes what nobody wants.
    pub fn discard(&mut self, left: Vec<Left>) {
        self.desk.state().unwanted.extend(left);
        self.wake();
    }

    /// What can keep everything from another thread.
    #[must_use]
    pub fn desk(&self) -> Desk {
        self.desk.clone()
    }

    /// Keeps everything that was handed over, and waits for it.
    ///
    /// # Errors
    /// Why something is not kept.
    pub fn flush(&mut self) -> Result<(), Arc<Trouble>> {
        if self.at_once.is_some() {
            self.wake();
            return self.trouble().map_or(Ok(()), Err);
        }
        self.desk.flush()
    }

    /// Ends it. Everything is in its file or given up, so nothing is kept.
    pub fn end(&mut self) {
        self.finish(Phase::EndingClean);
    }

    fn finish(&mut self, phase: Phase) {
        if std::mem::replace(&mut self.has_ended, true) {
            return;
        }
        if let Some(mut writer) = self.at_once.take() {
            self.desk.turn(&mut writer);
            if phase == Phase::EndingClean || writer.is_empty() {
                writer.clear();
            }
            return;
        }
        self.desk.finish(phase);
    }

    fn wake(&mut self) {
        match &mut self.at_once {
            Some(writer) => self.desk.turn(writer),
            None => self.desk.0.1.notify_all(),
        }
    }
}

impl Drop for Keeper {
    /// However the program comes here, what was handed over is kept.
    fn drop(&mut self) {
        self.finish(Phase::EndingKeeping);
    }
}

impl Desk {
    fn new(delay: Duration) -> Self {
        let state = State {
            schedule: Schedule::new(delay, RETRY),
            adopted: Vec::new(),
            unwanted: Vec::new(),
            found: None,
            since: Vec::new(),
            troubles: BTreeMap::new(),
            no_thread: None,
            is_busy: false,
            phase: Phase::Running,
            began: Instant::now(),
        };
        Self(Arc::new((Mutex::new(state), Condvar::new())))
    }

    /// Keeps everything that was handed over, and waits for it.
    ///
    /// # Errors
    /// Why something is not kept.
    pub fn flush(&self) -> Result<(), Arc<Trouble>> {
        let until = Instant::now() + PATIENCE;
        let mut state = self.state();
        let now = state.now();
        state.schedule.hurry(now);
        self.0.1.notify_all();
        while state.phase != Phase::Ended
            && (state.is_busy || state.schedule.next().is_some_and(|due| due <= state.now()))
        {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Arc::new(Trouble::Slow));
            }
            state = self.0.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        match (state.trouble(), state.schedule.next()) {
            (Some(why), _) => Err(why.clone()),
            (None, Some(_)) => Err(Arc::new(Trouble::Slow)),
            (None, None) => Ok(()),
        }
    }

    fn finish(&self, phase: Phase) {
        let until = Instant::now() + PATIENCE;
        let mut state = self.state();
        if state.phase != Phase::Running {
            return;
        }
        state.phase = phase;
        let now = state.now();
        state.schedule.hurry(now);
        self.0.1.notify_all();
        // A disk that does not answer does not keep the program from ending.
        while state.phase != Phase::Ended {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            state = self.0.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// What the thread does until the program ends.
    fn work<W: Fn() + Send + Sync + 'static>(&self, root: &Path, wake: &Arc<W>) {
        let found = left_behind(root);
        self.look_at_files(found.left.clone(), Arc::clone(wake));
        self.state().found = Some(found);
        wake();
        let mut writer = Writer::new(root.to_owned());
        loop {
            let mut state = self.state();
            loop {
                let (now, next) = (state.now(), state.schedule.next());
                let is_due = next.is_some_and(|due| due <= now);
                if is_due || !state.unwanted.is_empty() || state.phase != Phase::Running {
                    break;
                }
                state = match next {
                    Some(due) => {
                        self.0.1.wait_timeout(state, due.saturating_sub(now)).unwrap_or_else(PoisonError::into_inner).0
                    }
                    None => self.0.1.wait(state).unwrap_or_else(PoisonError::into_inner),
                };
            }
            let phase = state.phase;
            if phase == Phase::EndingClean {
                state.schedule.clear();
            }
            let before = state.trouble().is_some();
            drop(state);
            self.turn(&mut writer);
            if self.state().trouble().is_some() != before {
                wake();
            }
            if phase != Phase::Running {
                if phase == Phase::EndingClean || writer.is_empty() {
                    writer.clear();
                }
                self.state().phase = Phase::Ended;
                self.0.1.notify_all();
                return;
            }
        }
    }

    /// Looks at the files of what was found, on a thread of its own: a drive that does
    /// not answer must hold up neither the offer nor what is kept.
    fn look_at_files<W: Fn() + Send + Sync + 'static>(&self, left: Vec<Left>, wake: Arc<W>) {
        if left.is_empty() {
            return;
        }
        let desk = self.clone();
        // Without a thread it is offered without saying what became of the files.
        let _ = thread::Builder::new().name("recovery files".to_owned()).spawn(move || {
            for left in left {
                let since = FileSince::of(&left);
                desk.state().since.push((left.file, since));
                wake();
            }
        });
    }

    /// Does what is due.
    fn turn(&self, writer: &mut Writer) {
        let mut state = self.state();
        let now = state.now();
        let due = state.schedule.take_due(now);
        for (id, left) in std::mem::take(&mut state.adopted) {
            writer.adopt(id, left);
        }
        let unwanted = std::mem::take(&mut state.unwanted);
        state.is_busy = true;
        drop(state);
        unwanted.into_iter().for_each(Left::remove);
        let done: Vec<_> = due.into_iter().map(|(id, job)| (id, writer.perform(id, &job).err(), job)).collect();
        let mut state = self.state();
        state.is_busy = false;
        let now = state.now();
        for (id, why, job) in done {
            match why {
                None => drop(state.troubles.remove(&id)),
                Some(why) => {
                    state.schedule.failed(id, job, now);
                    state.troubles.insert(id, Arc::new(why));
                }
            }
        }
        self.0.1.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock leaves things half done.
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn now(&self) -> Duration {
        self.began.elapsed()
    }

    /// Why something is not kept at the moment, if so.
    fn trouble(&self) -> Option<&Arc<Trouble>> {
        self.no_thread.as_ref().or_else(|| self.troubles.values().next())
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::view::View;

    #[test]
    fn what_need_not_be_kept_any_more_is_no_trouble() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("a file");
        std::fs::write(&file, "").expect("it can be written");
        let mut workspace = Workspace::new(Library::embedded().expect("the evidence is embedded"), View::default());
        let mut keeper = Keeper::at_once(file.join("no folder"));
        workspace.apply(&ScenarioEdit::SetTitle("Mine".to_owned()), None).expect("a title is allowed");
        keeper.follow(&workspace);
        assert!(keeper.trouble().is_some(), "it cannot be kept there");
        assert!(keeper.flush().is_err());
        workspace.undo();
        keeper.follow(&workspace);
        assert!(keeper.trouble().is_none(), "there is nothing to be kept");
        assert!(keeper.flush().is_ok());
    }
}
