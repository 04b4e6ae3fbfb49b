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

/// An open scenario.
#[derive(Debug)]
pub struct Document {
    /// Its identity in this session.
    pub id: DocumentId,
    history: History,
    path: Option<PathBuf>,
    untouched: bool,
    results: Results,
}

impl Document {
    /// A scenario that is in no file yet. It may be closed without a question
    /// until somebody changes it.
    #[must_use]
    pub fn new(id: DocumentId, scenario: Scenario, library: &Library) -> Self {
        Self::with(id, History::unsaved(scenario), None, library)
    }

    /// The scenario of a file.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(id: DocumentId, path: &Path, library: &Library) -> Result<Self, Problems> {
        let scenario = store::open(path, library)?;
        Ok(Self::with(id, History::saved(scenario), Some(path.to_owned()), library))
    }

    fn with(id: DocumentId, history: History, path: Option<PathBuf>, library: &Library) -> Self {
        let mut document = Self { id, history, path, untouched: true, results: Results::default() };
        document.refresh(library);
        document
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

    /// Whether it differs from its file.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.history.is_unsaved()
    }

    /// Whether closing it would lose work: a change that no file has.
    #[must_use]
    pub fn would_lose_work(&self) -> bool {
        self.is_unsaved() && !self.untouched
    }

    /// Changes the scenario and computes what follows.
    ///
    /// # Errors
    /// If the edit is refused; the document is then as it was.
    pub fn apply(&mut self, edit: &ScenarioEdit, gesture: Option<Gesture>, library: &Library) -> Result<(), EditError> {
        let next = edit.apply(self.scenario(), library)?;
        let revision = self.history.revision();
        self.history.push(edit.name(library), gesture, next);
        self.untouched &= self.history.revision() == revision;
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

    /// Writes the scenario to `path`, which becomes its file.
    ///
    /// # Errors
    /// If the file cannot be written; the document keeps the file it had.
    pub fn save(&mut self, path: &Path) -> Result<(), SaveError> {
        store::save(path, self.scenario())?;
        self.path = Some(path.to_owned());
        self.history.mark_saved();
        Ok(())
    }

    fn refresh(&mut self, library: &Library) {
        self.results.refresh(self.history.scenario(), self.history.revision(), library);
    }
}
