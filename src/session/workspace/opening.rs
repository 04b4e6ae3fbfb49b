//! Documents come in, new, from files or from others, and go.

use std::path::{Path, PathBuf};

use super::Workspace;
use crate::evidence::Library;
use crate::reading::{Parsed, Problems};
use crate::scenario::document::Scenario;
use crate::scenario::edit::{EditError, ScenarioEdit};
use crate::scenario::format;
use crate::scenario::presets::Preset;
use crate::session::document::{Document, DocumentId, Origin};
use crate::t;

impl Workspace {
    /// Begins a scenario with these cities at adopted policy, and selects it. The
    /// document of the first minute makes way if nobody touched it.
    ///
    /// # Errors
    /// If a scenario may not be so; everything is then as it was.
    pub fn begin(&mut self, title: &str, cities: &[String]) -> Result<(), EditError> {
        let mut scenario = Scenario::new("");
        for city in cities {
            scenario = at_adopted_policy(city).apply(&scenario, self.library())?;
        }
        let scenario = ScenarioEdit::SetTitle(title.to_owned()).apply(&scenario, self.library())?;
        let id = self.fresh_id();
        self.put(Document::new(id, scenario, Origin::New, self.library()));
        Ok(())
    }

    /// Opens a preset and selects it, as [`Self::begin`] does.
    ///
    /// # Errors
    /// If the preset does not fit the library.
    pub fn open_preset(&mut self, preset: &Preset) -> Result<(), Problems> {
        let scenario = preset.open(&self.library)?;
        let id = self.fresh_id();
        self.put(Document::new(id, scenario, Origin::Shipped, &self.library));
        Ok(())
    }

    /// Opens the scenario of a text, as a file would hold it, and says what its
    /// reader must know. It is in no file yet.
    ///
    /// # Errors
    /// What is wrong with the text; everything is then as it was.
    pub fn paste(&mut self, text: String) -> Result<Vec<String>, Problems> {
        let opened = format::read(&Parsed::of(t!("merge-clipboard"), text)?, &self.library)?;
        let news = opened.news(&self.library);
        let library = opened.library.unwrap_or_else(|| self.library.clone());
        self.take_in(opened.scenario, &library);
        Ok(news.into_iter().map(|what| format!("{}: {what}", t!("merge-clipboard"))).collect())
    }

    /// Opens a scenario that was made of others, beside them, and selects it. It is
    /// work that no file has.
    pub fn take_in(&mut self, scenario: Scenario, library: &Library) {
        let id = self.fresh_id();
        self.documents.push(Document::new(id, scenario, Origin::Made, library));
        self.current = self.documents.len() - 1;
        self.arrive();
    }

    /// Opens a copy of the current document beside it, and selects it.
    pub fn duplicate(&mut self) {
        let (document, library) = (self.document(), self.library());
        let title = t!("merge-copy-of", title = document.title());
        // A title that would be too long stays as it is.
        let copy = ScenarioEdit::SetTitle(title).apply(document.scenario(), library);
        let (scenario, library) = (copy.unwrap_or_else(|_| document.scenario().clone()), library.clone());
        self.take_in(scenario, &library);
    }

    /// Opens a file and selects it, under its absolute path, and says what its
    /// reader must know. A file that is open already is selected.
    ///
    /// # Errors
    /// What is wrong with the file; everything is then as it was.
    pub fn open(&mut self, path: &Path) -> Result<Vec<String>, Problems> {
        let path = &absolute(path);
        let same = |other: &Path| match (std::fs::canonicalize(other), std::fs::canonicalize(path)) {
            (Ok(a), Ok(b)) => a == b,
            _ => other == path,
        };
        if let Some(id) = self.documents.iter().find(|d| d.path().is_some_and(same)).map(|d| d.id) {
            self.select(id);
            return Ok(Vec::new());
        }
        let id = self.fresh_id();
        let (document, news) = Document::open(id, path, &self.library)?;
        self.put(document);
        Ok(news.into_iter().map(|what| format!("{}: {what}", path.display())).collect())
    }

    /// Closes a document. The last one makes way for an empty scenario of its cities.
    pub fn close(&mut self, id: DocumentId) {
        let Some(at) = self.documents.iter().position(|d| d.id == id) else { return };
        let closed = self.documents.remove(at);
        if self.documents.is_empty() {
            let id = self.fresh_id();
            let library = closed.library(&self.library);
            let scenario = untitled(library, closed.scenario().cities.keys());
            self.documents.push(Document::new(id, scenario, Origin::New, library));
        }
        if self.current > at || self.current == self.documents.len() {
            self.current = self.current.saturating_sub(1);
        }
        self.settle();
    }

    pub(super) fn fresh_id(&mut self) -> DocumentId {
        let id = DocumentId(self.next_id);
        self.next_id += 1;
        id
    }

    pub(super) fn put(&mut self, document: Document) {
        let welcome = self.documents.len() == 1 && self.documents[0].path().is_none();
        if welcome && !self.documents[0].is_at_stake() {
            self.documents.clear();
        }
        self.documents.push(document);
        self.current = self.documents.len() - 1;
        self.arrive();
    }
}

/// The path from the root, if the system knows where it is now.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The edit that adds a city at adopted policy.
fn at_adopted_policy(city: &str) -> ScenarioEdit {
    ScenarioEdit::AddCity { city: city.to_owned(), plan: None }
}

/// A scenario without a title in which these cities stay at adopted policy. A
/// city that may not be in a scenario is left out.
pub(super) fn untitled<'a>(library: &Library, cities: impl Iterator<Item = &'a String>) -> Scenario {
    cities
        .fold(Scenario::new(""), |scenario, city| at_adopted_policy(city).apply(&scenario, library).unwrap_or(scenario))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::view::Place;
    use crate::session::workspace::tests::workspace;

    #[test]
    fn an_untouched_first_document_makes_way() {
        let mut workspace = workspace();
        let brussels = ["brussels".to_owned()];
        workspace.begin("Second", &brussels).expect("a title is allowed");
        assert_eq!(workspace.documents().len(), 1);
        assert_eq!(workspace.view.place, Place::City("brussels".to_owned()));
        let edit = ScenarioEdit::SetTitle("Mine".to_owned());
        workspace.apply(&edit, None).expect("a title is allowed");
        workspace.begin("Third", &brussels).expect("a title is allowed");
        assert_eq!(workspace.documents().len(), 2);
    }

    #[test]
    fn a_scenario_that_no_file_could_hold_is_not_begun() {
        let mut workspace = workspace();
        let before = workspace.document().id;
        let (london, nowhere) = (["london".to_owned()], ["nowhere".to_owned()]);
        for (title, cities) in [
            ("a".repeat(201), &london[..]),
            ("ab\u{202e}cd".to_owned(), &london),
            ("A".to_owned(), &nowhere),
            ("A".to_owned(), &[]),
        ] {
            assert!(workspace.begin(&title, cities).is_err(), "{title:?} {cities:?}");
            assert_eq!((workspace.document().id, workspace.documents().len()), (before, 1));
        }
    }

    #[test]
    fn a_file_that_does_not_open_changes_nothing() {
        let mut workspace = workspace();
        let before = workspace.document().id;
        assert!(workspace.open(Path::new("/nowhere/at/all.ron")).is_err());
        assert_eq!(workspace.document().id, before);
        assert_eq!(workspace.documents().len(), 1);
    }

    #[test]
    fn closing_the_last_document_leaves_an_empty_one() {
        let mut workspace = workspace();
        let id = workspace.document().id;
        workspace.close(id);
        assert_eq!(workspace.documents().len(), 1);
        assert!(workspace.document().scenario().cities.contains_key("london"));
        assert!(!workspace.document().would_lose_work());
    }
}
