//! A document and its file: what became of it, and taking its side or one's own.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Document, DocumentId, Origin};
use crate::evidence::Library;
use crate::reading::{Parsed, Problems};
use crate::scenario::document::Scenario;
use crate::scenario::format;
use crate::scenario::history::{Change, History};
use crate::session::recovery::Kept;
use crate::session::stamp::Stamp;
use crate::session::watch::{OnDisk, Seen};

/// What the user should know of the file of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// What became of it.
    pub on_disk: OnDisk,
    /// Whether another window has it open, too.
    pub is_open_elsewhere: bool,
}

impl Document {
    /// What its file said when it was opened or saved.
    #[must_use]
    pub const fn stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    /// Whether its file has comments that the next save moves above the document.
    #[must_use]
    pub const fn has_comments_inside(&self) -> bool {
        self.has_comments_inside
    }

    /// What became of its file since.
    #[must_use]
    pub const fn on_disk(&self) -> &OnDisk {
        &self.on_disk
    }

    /// What the user should know of its file and has not sent away.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        let news = self.all_news();
        let is_worth_saying = news.on_disk != OnDisk::AsKnown || news.is_open_elsewhere;
        (is_worth_saying && self.hushed.as_ref() != Some(&news)).then_some(news)
    }

    /// Notes that what there is to say of its file has been read.
    pub fn hush(&mut self) {
        self.hushed = Some(self.all_news());
    }

    fn all_news(&self) -> News {
        News { on_disk: self.on_disk.clone(), is_open_elsewhere: self.is_open_elsewhere }
    }

    /// Takes note of what was seen of its file, unless it was saved or moved since, or
    /// is being written: what is seen then may be its own doing.
    pub fn see(&mut self, seen: Seen) {
        if self.saving.is_none() && self.path.as_ref() == Some(&seen.watched.path) && self.stamp == seen.watched.stamp {
            (self.on_disk, self.is_open_elsewhere) = (seen.on_disk, seen.is_open_elsewhere);
            // What comes again is said again.
            let news = self.all_news();
            self.hushed.take_if(|hushed| *hushed != news);
        }
    }

    /// Goes on with its own content although the file has another: it is unsaved
    /// then, and saving replaces the file without a further question.
    pub fn keep_mine(&mut self) {
        if let OnDisk::Changed(stamp) = &mut self.on_disk {
            self.stamp = Some(stamp.clone());
            self.on_disk = OnDisk::AsKnown;
            self.history.mark_unsaved();
        }
    }

    /// Takes what its file says now, as a step that can be taken back. `theirs` is
    /// the file as it was just read. Neither rests on data of its own.
    pub fn take_theirs(&mut self, theirs: Self, library: &Library) {
        debug_assert!(!self.brings_packs() && !theirs.brings_packs(), "undo would lead to results of other data");
        self.push(Change::Reloaded, None, theirs.history.scenario().clone());
        self.history.mark_saved();
        self.has_comments_inside = theirs.has_comments_inside;
        self.stamp = theirs.stamp;
        (self.on_disk, self.hushed) = (OnDisk::AsKnown, None);
        self.refresh(library);
    }

    /// The document in no file: its file has something else now.
    #[must_use]
    pub fn without_file(mut self) -> Self {
        (self.path, self.stamp, self.opened_at) = (None, None, None);
        (self.on_disk, self.is_open_elsewhere, self.hushed) = (OnDisk::AsKnown, false, None);
        self.history.mark_unsaved();
        self
    }

    /// Whether it rests on data of its own.
    #[must_use]
    pub fn brings_packs(&self) -> bool {
        self.library.is_some()
    }

    /// Goes on with what was kept of it, as a step that can be taken back. Neither
    /// rests on data of its own.
    pub fn recover(&mut self, recovered: Recovered, library: &Library) {
        debug_assert!(!self.brings_packs() && !recovered.brings_packs(), "undo would lead to results of other data");
        self.push(Change::Recovered, None, recovered.scenario);
        self.has_comments_inside |= recovered.has_comments_inside;
        // What the work rests on is what the file was then. If it is not that any
        // more, the watch will say so.
        self.stamp = recovered.stamp.or(self.stamp.take());
        self.refresh(library);
    }

    /// A document of what was kept, without what came before.
    #[must_use]
    pub fn recovered(id: DocumentId, recovered: Recovered, path: Option<PathBuf>, library: &Library) -> Self {
        let mut document = Self::with(id, History::unsaved(recovered.scenario), Origin::New, path);
        document.opened_at = None;
        document.library = recovered.library;
        document.has_comments_inside = recovered.has_comments_inside;
        document.stamp = recovered.stamp.filter(|_| document.path.is_some());
        document.refresh(library);
        document
    }
}

/// What was kept of a document, read.
#[derive(Clone, Debug)]
pub struct Recovered {
    scenario: Scenario,
    library: Option<Arc<Library>>,
    stamp: Option<Stamp>,
    has_comments_inside: bool,
}

impl Recovered {
    /// Reads what was kept. It is read fully or not at all.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(kept: &Kept, library: &Library) -> Result<Self, Problems> {
        let opened = format::read(&Parsed::of(&kept.title, kept.text.clone())?, library)?;
        Ok(Self {
            scenario: opened.scenario,
            library: opened.library.map(Arc::new),
            stamp: kept.stamp.clone(),
            has_comments_inside: kept.has_comments_inside,
        })
    }

    /// Whether it rests on data of its own.
    #[must_use]
    pub const fn brings_packs(&self) -> bool {
        self.library.is_some()
    }
}
