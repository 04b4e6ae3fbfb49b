//! That no work is lost: what is kept in case of a crash, what is offered after one,
//! files that change under open documents, files that cannot be written, and the
//! end of the program when somebody else ends it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Context, Event, ViewportCommand};

use super::App;
use super::action::AfterSave;
use super::dispatch::leave_field;
use super::ending::Ending;
use crate::gui::dialogs::{Differences, DiscardKept};
use crate::session::document::{Document, DocumentId};
use crate::session::file_name;
use crate::session::recovery::{Keeper, Offer, Which};
use crate::session::watch::{OnDisk, Watch};
use crate::t;

/// What the application has for it.
#[derive(Debug, Default)]
pub(super) struct Safety {
    keeper: Option<Keeper>,
    watch: Option<Watch>,
    /// What programs that are gone left behind.
    pub offer: Offer,
    /// The last thing that could not be saved, until it is saved or sent away.
    pub failure: Option<SaveFailure>,
    ending: Option<Arc<Ending>>,
    /// Whether the program ends as soon as a field has handed in what was typed.
    ends_after_field: bool,
    /// Whether the window closes although work is unsaved: it is kept.
    is_leaving: bool,
}

impl Safety {
    /// A document is saved or closed: that it could not be saved is not to be said any more.
    pub fn forget_failure_of(&mut self, id: DocumentId) {
        self.failure.take_if(|failure| failure.document == id);
    }
}

/// A document that could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveFailure {
    /// Which.
    pub document: DocumentId,
    /// Where it should have been written.
    pub path: PathBuf,
    /// What the user was about.
    pub then: AfterSave,
    /// Why it was not, in words.
    pub why: String,
}

impl App {
    /// Keeps unsaved work below `recovery`, on threads, and offers what was left
    /// there. Locks that tell windows of each other are in `locks`.
    pub fn keep_in(&mut self, ctx: &Context, recovery: PathBuf, locks: Option<PathBuf>) {
        let wake = || {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        self.safety.keeper = Some(Keeper::start(recovery, wake()));
        self.safety.watch = Some(Watch::start(locks, wake()));
    }

    /// As [`Self::keep_in`], with everything done at once and files looked at when
    /// [`Self::look_at_files`] says so: for tests.
    pub fn keep_at_once_in(&mut self, recovery: PathBuf, locks: Option<PathBuf>) {
        self.safety.keeper = Some(Keeper::at_once(recovery));
        self.safety.watch = Some(Watch::at_once(locks));
    }

    /// Ends when the system says so, without a question and with everything kept.
    pub fn end_with(&mut self, ctx: &Context) {
        if let Some(keeper) = &self.safety.keeper {
            self.safety.ending = Ending::listen(ctx.clone(), keeper.desk());
        }
    }

    /// Looks at the files of all documents now.
    pub fn look_at_files(&mut self) {
        if let Some(watch) = &mut self.safety.watch {
            watch.look_now();
        }
    }

    /// What is on offer.
    #[must_use]
    pub const fn offer(&self) -> &Offer {
        &self.safety.offer
    }

    /// What belongs into every frame.
    pub(super) fn keep_safe(&mut self, ctx: &Context) {
        if let Some(watch) = &mut self.safety.watch {
            if ctx.input(|i| i.events.contains(&Event::WindowFocused(true))) {
                watch.look_now();
            }
            watch.follow(&self.workspace);
            self.workspace.see(watch.seen());
        }
        let Some(keeper) = &mut self.safety.keeper else { return };
        keeper.follow(&self.workspace);
        if let Some(found) = keeper.found() {
            self.safety.offer.add(found.left);
            for damaged in found.damaged {
                self.say(t!("recovery-damaged", why = damaged.why, path = damaged.at.display().to_string()));
            }
        }
        let since = self.safety.keeper.as_mut().map(Keeper::since).unwrap_or_default();
        for (file, since) in since {
            self.safety.offer.learn(&file, since);
        }
        self.end_if_told(ctx);
    }

    /// Ends with everything kept if the system said so. What cannot be kept is asked
    /// about.
    fn end_if_told(&mut self, ctx: &Context) {
        let Some(ending) = self.safety.ending.clone().filter(|ending| ending.is_asked()) else { return };
        self.safety.ends_after_field = !self.safety.ends_after_field && leave_field(ctx);
        if self.safety.ends_after_field {
            ending.ask_again();
            ctx.request_repaint();
            return;
        }
        let kept = self.safety.keeper.as_mut().map_or(Ok(()), Keeper::flush);
        match kept {
            Ok(()) => self.safety.is_leaving = true,
            Err(trouble) => self.say(trouble.words()),
        }
        ending.answer();
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Whether the window may close although work is unsaved.
    pub(super) const fn is_leaving(&self) -> bool {
        self.safety.is_leaving
    }

    /// The window closes. What is not in a file was given up, unless the system ends
    /// the program: then it stays for the next start.
    pub(super) fn keep_no_more(&mut self) {
        if let Some(keeper) = self.safety.keeper.as_mut().filter(|_| !self.safety.is_leaving) {
            keeper.end();
        }
    }

    /// Why unsaved work is not kept at the moment, in words.
    pub(super) fn keeping_trouble(&self) -> Option<String> {
        self.safety.keeper.as_ref()?.trouble().map(|trouble| trouble.words())
    }

    /// Goes on with what was left behind.
    pub(super) fn recover(&mut self, which: Which) {
        for left in self.safety.offer.take(which).into_iter().rev() {
            match self.workspace.recover(&left.kept) {
                Ok(id) => {
                    if let Some(keeper) = &mut self.safety.keeper {
                        keeper.adopt(id, left);
                    }
                }
                Err(problems) => {
                    let (title, path) = (left.kept.title.as_str(), left.file.display().to_string());
                    self.say(t!("recovery-refused", title = title, why = problems.to_string(), path = path));
                }
            }
        }
    }

    /// Asks before what was left behind is gone for good.
    pub(super) fn ask_to_discard(&mut self, which: Which) {
        let items = self.safety.offer.items();
        let title = match which {
            Which::One(at) => items.get(at).map(|item| item.left.kept.title.clone()),
            Which::All => None,
        };
        self.dialogs.ask_to_discard(DiscardKept { which, title });
    }

    /// Removes what was left behind.
    pub(super) fn discard(&mut self, which: Which) {
        let left = self.safety.offer.take(which);
        if let Some(keeper) = &mut self.safety.keeper {
            keeper.discard(left);
        }
    }

    /// Leaves what was left behind to the next start.
    pub(super) fn offer_later(&mut self) {
        self.safety.offer = Offer::default();
    }

    /// Takes what a document's file says now.
    pub(super) fn reload(&mut self, id: DocumentId) {
        match self.workspace.reload(id) {
            Ok(news) => news.into_iter().for_each(|what| self.say(what)),
            Err(problems) => {
                let why = problems.to_string();
                self.say(t!("disk-broken", why = why));
            }
        }
    }

    /// Shows in what a document differs from its file. `then` says that it is about
    /// to replace the file, and what comes after that.
    pub(super) fn compare_with_file(&mut self, id: DocumentId, then: Option<AfterSave>) {
        let Some(path) = self.workspace.find(id).and_then(|document| document.path()) else { return };
        let file = file_name::shown(path);
        let rows = self.workspace.differences_to_file(id).map_err(|problems| problems.to_string());
        self.dialogs.show_differences(Differences { document: id, file, then, rows });
    }

    /// Writes a document over what somebody else wrote into its file.
    pub(super) fn replace(&mut self, id: DocumentId, then: AfterSave) {
        self.workspace.keep_mine(id);
        if let Some(path) = self.workspace.find(id).and_then(|document| document.path()).map(Path::to_owned) {
            self.write_to(id, &path, false, then);
        }
    }

    /// Writes a document to a file, after a question if somebody else changed it.
    pub(super) fn save_to(&mut self, id: DocumentId, path: &Path, then: AfterSave) {
        let is_own = |document: &&Document| document.path() == Some(path);
        let on_disk = self.workspace.find(id).filter(is_own).map(|document| document.on_disk().clone());
        if on_disk == Some(OnDisk::NotAnswering) {
            // It would wait for nobody knows how long.
            let why = t!("save-not-answering", path = path.display().to_string());
            self.could_not_save(SaveFailure { document: id, path: path.to_owned(), then, why });
        } else {
            self.write_to(id, path, true, then);
        }
    }

    pub(super) fn could_not_save(&mut self, failure: SaveFailure) {
        self.given_up.clear();
        self.workspace.select(failure.document);
        self.safety.failure = Some(failure);
    }
}
