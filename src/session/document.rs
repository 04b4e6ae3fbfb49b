//! An open scenario: its history, its file and its results.

use std::path::{Path, PathBuf};

use crate::evidence::Library;
use crate::reading::Problems;
use crate::scenario::document::Scenario;
use crate::scenario::edit::{EditError, ScenarioEdit};
use crate::scenario::history::{Gesture, History};
use crate::scenario::store::{self, SaveError};

use super::results::Results;

/// Tells open documents apart, also when they move in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DocumentId(pub u64);

/// Where the scenario of a document without a file came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is shipped with the program.
    Shipped,
    /// It was begun in this session.
    New,
}

/// An open scenario.
#[derive(Debug)]
pub struct Document {
    /// Its identity in this session.
    pub id: DocumentId,
    history: History,
    origin: Origin,
    path: Option<PathBuf>,
    /// The revision with which it was opened.
    opened_at: u64,
    /// What is known with the packs that its file brings, where it brings any.
    library: Option<Library>,
    /// Whether its file has comments that the next save moves above the document.
    has_comments_inside: bool,
    results: Results,
}

impl Document {
    /// A scenario that is in no file yet. It may be closed without a question
    /// until somebody changes it.
    #[must_use]
    pub fn new(id: DocumentId, scenario: Scenario, origin: Origin, library: &Library) -> Self {
        let mut document = Self::with(id, History::unsaved(scenario), origin, None);
        // What the document before it brought goes with its cities.
        let brings = document.scenario().cities.keys().any(|city| library.brought(city).is_some());
        document.library = brings.then(|| library.clone());
        document.refresh(library);
        document
    }

    /// The scenario of a file, and what its reader must know: what differs from
    /// when it was saved, and what reading it changed.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(id: DocumentId, path: &Path, library: &Library) -> Result<(Self, Vec<String>), Problems> {
        let opened = store::open(path, library)?;
        let news = opened.news(library);
        let mut document = Self::with(id, History::saved(opened.scenario), Origin::New, Some(path.to_owned()));
        document.library = opened.library;
        document.has_comments_inside = !opened.comments_inside.is_empty();
        document.refresh(library);
        Ok((document, news))
    }

    fn with(id: DocumentId, history: History, origin: Origin, path: Option<PathBuf>) -> Self {
        let opened_at = history.revision();
        let (library, results) = (None, Results::default());
        Self { id, history, origin, path, opened_at, library, has_comments_inside: false, results }
    }

    /// What is known to this document: `shared`, or that with the packs that its
    /// file brought.
    #[must_use]
    pub fn library<'a>(&'a self, shared: &'a Library) -> &'a Library {
        self.library.as_ref().unwrap_or(shared)
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

    /// The title, or a word where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        let title = self.scenario().title.trim();
        if title.is_empty() { "Untitled" } else { title }
    }

    /// Whether closing it would lose work: a change that no file has.
    #[must_use]
    pub fn would_lose_work(&self) -> bool {
        let as_it_came = self.path.is_none() && self.history.revision() == self.opened_at;
        self.history.is_unsaved() && !as_it_came
    }

    /// Where it is kept, in words: `plan.ron – saved`.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        match (&self.path, self.would_lose_work(), self.origin) {
            (Some(path), true, _) => format!("{} – not saved", path.display()),
            (Some(path), false, _) => format!("{} – saved", path.display()),
            (None, true, _) => "In no file yet – not saved".to_owned(),
            (None, false, Origin::Shipped) => "Shipped scenario, not in a file".to_owned(),
            (None, false, Origin::New) => "In no file yet".to_owned(),
        }
    }

    /// Changes the scenario and computes what follows.
    ///
    /// # Errors
    /// If the edit is refused; the document is then as it was.
    pub fn apply(&mut self, edit: &ScenarioEdit, gesture: Option<Gesture>, library: &Library) -> Result<(), EditError> {
        let known = self.library(library);
        let (next, name) = (edit.apply(self.scenario(), known)?, edit.name(known));
        self.history.push(name, gesture, next);
        self.refresh(library);
        Ok(())
    }

    /// Takes the last step back.
    pub fn undo(&mut self, library: &Library) {
        if self.history.undo() {
            self.refresh(library);
        }
    }

    /// Does the step last taken back again.
    pub fn redo(&mut self, library: &Library) {
        if self.history.redo() {
            self.refresh(library);
        }
    }

    /// Writes the scenario to `path`, which becomes its file, and says what the
    /// user must know about it.
    ///
    /// # Errors
    /// If the file cannot be written; the document keeps the file it had.
    pub fn save(&mut self, path: &Path, library: &Library) -> Result<Option<String>, SaveError> {
        store::save(path, self.scenario(), self.library(library))?;
        let moved = std::mem::take(&mut self.has_comments_inside) && self.path.as_deref() == Some(path);
        self.path = Some(path.to_owned());
        self.history.mark_saved();
        Ok(moved.then(|| {
            format!(
                "{}: the comments inside it now stand above the document; the file as it was is kept as {}",
                path.display(),
                store::previous(path).display()
            )
        }))
    }

    fn refresh(&mut self, library: &Library) {
        let library = self.library.as_ref().unwrap_or(library);
        self.results.refresh(self.history.scenario(), self.history.revision(), library);
    }
}
