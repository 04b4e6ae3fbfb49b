//! Documents on their way to their files, each on a thread of its own: a drive that does
//! not answer holds up neither the window nor another document.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use super::action::AfterSave;
use super::{App, SaveFailure};
use crate::gui::dialogs::Question;
use crate::session::document::{Document, DocumentId, Draft, NotWritten, Written};
use crate::session::jobs::desk::Jobs;
use crate::session::jobs::executor::Executor;
use crate::session::save_words;
use crate::t;

/// A draft and what became of it.
type Tried = (Draft, Result<Written, NotWritten>);

/// Who writes, and what the user was about.
pub(super) struct Saving {
    hire: Box<dyn Fn() -> Box<dyn Executor>>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// Of each document, by file: a newer draft takes the place of one not begun.
    desks: HashMap<DocumentId, Jobs<PathBuf, Tried>>,
    then: HashMap<DocumentId, AfterSave>,
    last: u64,
}

impl fmt::Debug for Saving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Saving").field("then", &self.then).finish_non_exhaustive()
    }
}

impl Saving {
    /// Whoever is hired writes; `wake` is called when something has been written.
    pub fn new(hire: Box<dyn Fn() -> Box<dyn Executor>>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { hire, wake: Arc::new(wake), desks: HashMap::new(), then: HashMap::new(), last: 0 }
    }

    /// The number of the next draft.
    const fn ticket(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Has a draft written, and notes what comes after it.
    fn order(&mut self, draft: Draft, then: AfterSave) {
        self.then.insert(draft.document, then);
        let (hire, wake) = (&self.hire, &self.wake);
        let desk = self.desks.entry(draft.document).or_insert_with(|| {
            let wake = Arc::clone(wake);
            Jobs::new(hire(), move || wake())
        });
        desk.order(draft.path.clone(), draft.ticket, move |_| {
            let result = draft.write();
            Some((draft, result))
        });
    }

    /// What has been tried since the last time, or why nothing came of it.
    fn arrived(&self) -> Vec<(DocumentId, Result<Tried, String>)> {
        let all = self.desks.iter();
        all.flat_map(|(document, desk)| desk.arrived().map(|done| (*document, done.result))).collect()
    }

    /// Nothing waits any more until a document is saved.
    pub fn wait_no_more(&mut self) {
        self.then.clear();
    }

    /// Whether something waits until a document is saved.
    fn is_waited_for(&self, document: DocumentId) -> bool {
        self.then.get(&document).is_some_and(|then| *then != AfterSave::Stay)
    }
}

impl App {
    /// Has a document written to a file, unless somebody else changed the file.
    pub(super) fn write_to(&mut self, id: DocumentId, path: &Path, minds_others: bool, then: AfterSave) {
        let ticket = self.saving.ticket();
        if let Some(draft) = self.workspace.draft(id, path, minds_others, ticket) {
            self.saving.order(draft, then);
        }
    }

    /// Goes on where the user was about to once a document is saved, if it is being
    /// saved as it is. Whoever asks a second time does not want to wait.
    pub(super) fn waits_for(&mut self, id: DocumentId, then: AfterSave) -> bool {
        let is_saving = self.workspace.find(id).is_some_and(Document::is_saving_everything);
        if !is_saving || self.saving.is_waited_for(id) {
            return false;
        }
        self.saving.then.insert(id, then);
        let name = self.workspace.find(id).map_or("", Document::title);
        self.done = Some(t!("status-closes-when-saved", name = name));
        true
    }

    /// Takes note of what was written, and goes on with what the user was about.
    pub(super) fn note_saved(&mut self, ctx: &Context) {
        self.saving.desks.retain(|id, _| self.workspace.find(*id).is_some());
        self.saving.then.retain(|id, _| self.workspace.find(*id).is_some());
        for (id, result) in self.saving.arrived() {
            match result {
                Ok((draft, result)) => self.settle(ctx, &draft, result),
                Err(why) => {
                    self.saving.then.remove(&id);
                    self.workspace.give_up_saving(id);
                    self.say(why);
                }
            }
        }
    }

    fn settle(&mut self, ctx: &Context, draft: &Draft, result: Result<Written, NotWritten>) {
        let id = draft.document;
        let settled = self.workspace.settle_draft(draft, result);
        if self.workspace.find(id).is_some_and(Document::is_saving) {
            // A newer draft is on its way, and what comes then comes after that.
            if let Ok(Some(what)) = settled {
                self.say(what);
            }
            return;
        }
        let then = self.saving.then.remove(&id).unwrap_or(AfterSave::Stay);
        match settled {
            Ok(news) => {
                self.safety.forget_failure_of(id);
                self.remember(&draft.path);
                if let Some(what) = news {
                    self.say(what);
                }
                self.go_on(ctx, id, then);
            }
            Err(NotWritten::ByOthers) => self.compare_with_file(id, Some(then)),
            Err(NotWritten::Failed(error)) => {
                let why = save_words::words(&error);
                self.could_not_save(SaveFailure { document: id, path: draft.path.clone(), then, why });
            }
        }
    }

    /// A document is saved: what the user was about.
    fn go_on(&mut self, ctx: &Context, id: DocumentId, then: AfterSave) {
        match then {
            AfterSave::Stay => {}
            // It was changed while it was written.
            AfterSave::Close if self.workspace.find(id).is_some_and(Document::would_lose_work) => {
                self.dialogs.ask(Question { document: id, then });
            }
            AfterSave::Close => self.close_now(id),
            AfterSave::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }
}
