//! An open scenario: its history, its file and its results.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::evidence::Library;
use crate::evidence::catalogue::Catalogue;
use crate::reading::{Parsed, Problems, file};
use crate::scenario::document::Scenario;
use crate::scenario::edit::{EditError, ScenarioEdit};
use crate::scenario::format;
use crate::scenario::history::{Change, Gesture, History};
use crate::t;
use crate::words;

use super::previous::{Previous, Turn};
use super::results::Results;
use super::stamp::Stamp;
use super::watch::OnDisk;

mod disk;
mod draft;

pub use disk::{News, Recovered};
pub use draft::{Draft, NotWritten, Written};

/// Tells open documents apart, also when they move in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u64);

/// Where the scenario of a document without a file came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is shipped with the program.
    Shipped,
    /// It was begun in this session.
    New,
    /// It was made of others, or pasted: as it came, it is work that no file has.
    Made,
}

/// An open scenario.
#[derive(Debug)]
pub struct Document {
    /// Its identity in this session.
    pub id: DocumentId,
    history: History,
    origin: Origin,
    path: Option<PathBuf>,
    /// The revision with which it was opened. A document that was recovered has none:
    /// as it came, it is work that no file has.
    opened_at: Option<u64>,
    /// What is known with the packs that its file brings, where it brings any.
    library: Option<Arc<Library>>,
    /// The same as a list, made when it is first asked for.
    catalogue: OnceCell<Catalogue>,
    /// Whether its file has comments that the next save moves above the document.
    has_comments_inside: bool,
    /// What its file said when it was opened or saved.
    stamp: Option<Stamp>,
    /// What became of its file since.
    on_disk: OnDisk,
    /// Whether another window has its file open, too.
    is_open_elsewhere: bool,
    /// What was seen of its file and need not be said any more.
    hushed: Option<disk::News>,
    /// What of it is being written.
    saving: Option<draft::Saving>,
    results: Results,
    previous: Option<Previous>,
}

impl Document {
    /// A scenario that is in no file yet. It may be closed without a question
    /// until somebody changes it.
    #[must_use]
    pub fn new(id: DocumentId, scenario: Scenario, origin: Origin, library: &Library) -> Self {
        let mut document = Self::with(id, History::unsaved(scenario), origin, None);
        // What the document before it brought goes with its cities.
        let brings = document.scenario().cities.keys().any(|city| library.brought(city).is_some());
        document.library = brings.then(|| Arc::new(library.clone()));
        document.refresh(library);
        document
    }

    /// The scenario of a file, and what its reader must know: what differs from
    /// when it was saved, and what reading it changed.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(id: DocumentId, path: &Path, library: &Library) -> Result<(Self, Vec<String>), Problems> {
        let bytes = file::read_bytes(path)?;
        let stamp = Stamp::of(&bytes);
        let name = path.display().to_string();
        let opened = format::read(&Parsed::of(&name, file::text(&name, bytes)?)?, library)?;
        let news = opened.news(library);
        let mut document = Self::with(id, History::saved(opened.scenario), Origin::New, Some(path.to_owned()));
        document.library = opened.library.map(Arc::new);
        document.has_comments_inside = !opened.comments_inside.is_empty();
        document.stamp = Some(stamp);
        document.refresh(library);
        Ok((document, news))
    }

    fn with(id: DocumentId, history: History, origin: Origin, path: Option<PathBuf>) -> Self {
        Self {
            id,
            opened_at: Some(history.revision()),
            history,
            origin,
            path,
            library: None,
            catalogue: OnceCell::new(),
            has_comments_inside: false,
            stamp: None,
            on_disk: OnDisk::AsKnown,
            is_open_elsewhere: false,
            hushed: None,
            saving: None,
            results: Results::default(),
            previous: None,
        }
    }

    /// What is known to this document: `shared`, or that with the packs that its
    /// file brought.
    #[must_use]
    pub fn library<'a>(&'a self, shared: &'a Library) -> &'a Library {
        self.library.as_deref().unwrap_or(shared)
    }

    /// What is known to this document as a list, where its file brought packs.
    #[must_use]
    pub fn own_catalogue(&self) -> Option<&Catalogue> {
        let library = self.library.as_deref()?;
        Some(self.catalogue.get_or_init(|| Catalogue::of(library)))
    }

    /// Forgets what was worded in another language.
    pub fn speak_anew(&mut self) {
        self.catalogue = OnceCell::new();
    }

    /// What is known with the packs that its file brought, where it brought any.
    #[must_use]
    pub fn own_library(&self) -> Option<Arc<Library>> {
        self.library.clone()
    }

    /// The scenario as it is now.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        self.history.scenario()
    }

    /// Its undo history.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Its file, if it has one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What follows from it.
    #[must_use]
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// Where everything stood before the last change; `None` where nothing was
    /// changed yet.
    #[must_use]
    pub const fn previous(&self) -> Option<&Previous> {
        self.previous.as_ref()
    }

    /// The title, or a word where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        match (self.scenario().title.trim(), self.origin) {
            ("", _) => t!("status-untitled"),
            (title, Origin::Shipped) => words::preset(title),
            (title, Origin::New | Origin::Made) => title,
        }
    }

    /// Whether closing it would lose work: a change that no file has.
    #[must_use]
    pub fn would_lose_work(&self) -> bool {
        let as_it_came =
            self.path.is_none() && self.origin != Origin::Made && self.opened_at == Some(self.history.revision());
        (self.history.is_unsaved() || self.on_disk.is_away()) && !as_it_came
    }

    /// Whether closing it now would lose work, or a file that is being written.
    #[must_use]
    pub fn is_at_stake(&self) -> bool {
        self.would_lose_work() || self.is_saving()
    }

    /// Where it is kept, in words: `plan.ron – saved`, `plan.ron – saving…`.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        if let Some(saving) = &self.saving {
            return t!("status-saving", path = saving.path.display().to_string());
        }
        match (&self.path, self.would_lose_work(), self.origin) {
            (Some(path), true, _) => t!("status-file-not-saved", path = path.display().to_string()),
            (Some(path), false, _) => t!("status-file-saved", path = path.display().to_string()),
            (None, true, _) => t!("status-no-file-not-saved").to_owned(),
            (None, false, Origin::Shipped) => t!("status-shipped").to_owned(),
            (None, false, Origin::New | Origin::Made) => t!("status-no-file").to_owned(),
        }
    }

    /// Changes the scenario and computes what follows.
    ///
    /// # Errors
    /// If the edit is refused; the document is then as it was.
    pub fn apply(&mut self, edit: &ScenarioEdit, gesture: Option<Gesture>, library: &Library) -> Result<(), EditError> {
        let known = self.library(library);
        let next = edit.apply(self.scenario(), known)?;
        self.push(edit.clone().into(), gesture, next);
        self.refresh(library);
        Ok(())
    }

    /// The name of what [`Self::undo`] would take back.
    #[must_use]
    pub fn undo_name(&self, library: &Library) -> Option<String> {
        self.history.undo_change().map(|change| change.name(self.library(library)))
    }

    /// The name of what [`Self::redo`] would do again.
    #[must_use]
    pub fn redo_name(&self, library: &Library) -> Option<String> {
        self.history.redo_change().map(|change| change.name(self.library(library)))
    }

    /// Takes the last step back.
    pub fn undo(&mut self, library: &Library) {
        let was = self.position();
        let change = self.history.undo_change().cloned();
        if self.history.undo() {
            self.remember(was, (Turn::Undone, change));
            self.refresh(library);
        }
    }

    /// Does the step last taken back again.
    pub fn redo(&mut self, library: &Library) {
        let was = self.position();
        let change = self.history.redo_change().cloned();
        if self.history.redo() {
            self.remember(was, (Turn::Redone, change));
            self.refresh(library);
        }
    }

    /// Takes over the result of a change, and keeps where it began.
    fn push(&mut self, change: Change, gesture: Option<Gesture>, next: Scenario) {
        let was = self.position();
        if self.history.push(change, gesture, next) {
            self.remember(was, (Turn::Done, self.history.undo_change().cloned()));
        }
    }

    fn position(&self) -> (u64, Scenario) {
        (self.history.revision(), self.scenario().clone())
    }

    /// Keeps the results of a revision that has been left, and how.
    fn remember(&mut self, (revision, scenario): (u64, Scenario), how: (Turn, Option<Change>)) {
        self.previous = Some(Previous::of(revision, scenario, &self.results, how));
    }

    fn refresh(&mut self, library: &Library) {
        let library = self.library.as_deref().unwrap_or(library);
        self.results.refresh(self.history.scenario(), self.history.revision(), library);
    }
}
