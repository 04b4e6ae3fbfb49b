//! The open documents and the view on them.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::evidence::Library;
use crate::evidence::catalogue::Catalogue;
use crate::scenario::edit::{EditError, ScenarioEdit};
use crate::scenario::history::Gesture;

use super::compare::kept::Kept;
use super::compare::selection::Selection;
use super::document::{Document, DocumentId, Origin};
use super::help::Help;
use super::moved::Moved;
use super::search::Search;
use super::sharing::differing::Differing;
use super::sharing::merging::Merging;
use super::shelf::{self, Offer};
use super::stakeholders::StrideBook;
use super::tour::Tour;
use super::trail::Trail;
use super::view::{Place, View};

mod cities;
mod disk;
mod opening;

pub use opening::absolute;

/// Everything that is open.
#[derive(Debug)]
pub struct Workspace {
    library: Library,
    documents: Vec<Document>,
    current: usize,
    next_id: u64,
    offers: OnceCell<Vec<Offer>>,
    catalogue: OnceCell<Catalogue>,
    strides: StrideBook,
    moved: Option<Moved>,
    /// What the user looks at.
    pub view: View,
    /// What of it is being explained.
    pub trail: Trail,
    /// What the user looks for among the sources.
    pub search: Search,
    /// What of Help is in view.
    pub help: Help,
    /// Whose list that is, where a document has one of its own.
    searched: Option<DocumentId>,
    /// The guided tour, while it is on its way.
    pub tour: Option<Tour>,
    /// The heading of the model document that is being read.
    pub reading: String,
    /// What is compared with what.
    pub comparing: Selection,
    /// Two scenarios that are held beside each other item by item.
    pub differing: Option<Differing>,
    /// A merge in the making.
    pub merging: Option<Merging>,
}

impl Workspace {
    /// A workspace with one document: every city at adopted policy. There is
    /// always a document.
    #[must_use]
    pub fn new(library: Library, view: View) -> Self {
        let scenario = opening::untitled(&library, library.packs.keys());
        let document = Document::new(DocumentId(0), scenario, Origin::New, &library);
        let mut workspace = Self {
            library,
            documents: vec![document],
            current: 0,
            next_id: 1,
            offers: OnceCell::new(),
            catalogue: OnceCell::new(),
            strides: StrideBook::default(),
            moved: None,
            view,
            trail: Trail::default(),
            search: Search::default(),
            help: Help::default(),
            searched: None,
            tour: None,
            reading: String::new(),
            comparing: Selection::default(),
            differing: None,
            merging: None,
        };
        workspace.settle();
        workspace
    }

    /// What is known, with the packs that the current document brought.
    #[must_use]
    pub fn library(&self) -> &Library {
        self.document().library(&self.library)
    }

    /// The current document, where it knows packs that are not built in.
    #[must_use]
    pub fn brought_by(&self) -> Option<DocumentId> {
        (!std::ptr::eq(self.library(), &raw const self.library)).then(|| self.document().id)
    }

    /// What is known to all documents, without the packs that one brought.
    #[must_use]
    pub const fn shared(&self) -> &Library {
        &self.library
    }

    /// The presets to choose from, read when they are first asked for.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        self.offers.get_or_init(|| shelf::offers(&self.library))
    }

    /// Everything that is known to the current document as one list, made when it is
    /// first asked for.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        let own = self.document().own_catalogue();
        own.unwrap_or_else(|| self.catalogue.get_or_init(|| Catalogue::of(&self.library)))
    }

    /// Forgets what was worded in another language.
    pub fn speak_anew(&mut self) {
        self.catalogue = OnceCell::new();
        self.documents.iter_mut().for_each(Document::speak_anew);
    }

    /// What the last change of the current document moved in the chosen year.
    #[must_use]
    pub const fn moved(&self) -> Option<&Moved> {
        self.moved.as_ref()
    }

    /// The open documents in the order shown.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The document that the user works on.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.documents[self.current]
    }

    /// A document by its identity.
    #[must_use]
    pub fn find(&self, id: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == id)
    }

    /// Makes another document the current one.
    pub fn select(&mut self, id: DocumentId) {
        if let Some(at) = self.documents.iter().position(|d| d.id == id) {
            self.current = at;
            self.arrive();
        }
    }

    /// Compares every open document and nothing else, or nothing at all.
    pub fn compare_open(&mut self, wanted: bool) {
        self.comparing.choose_open(wanted, &self.documents);
    }

    /// What is compared, to be kept between runs.
    #[must_use]
    pub fn compared(&self) -> Kept {
        self.comparing.kept(&self.documents)
    }

    /// Compares again what was kept, as far as it is open.
    pub fn compare_as(&mut self, kept: &Kept) {
        self.comparing.restore(kept, &self.documents, &self.library);
    }

    /// Changes the current document.
    ///
    /// # Errors
    /// If the edit is refused; the document is then as it was.
    pub fn apply(&mut self, edit: &ScenarioEdit, gesture: Option<Gesture>) -> Result<(), EditError> {
        let result = self.documents[self.current].apply(edit, gesture, &self.library);
        self.settle();
        result
    }

    /// Takes the last step of the current document back.
    pub fn undo(&mut self) {
        self.documents[self.current].undo(&self.library);
        self.settle();
    }

    /// Does the step last taken back again.
    pub fn redo(&mut self) {
        self.documents[self.current].redo(&self.library);
        self.settle();
    }

    /// The files of the open documents, in their order.
    #[must_use]
    pub fn paths(&self) -> Vec<PathBuf> {
        self.documents.iter().filter_map(|d| d.path().map(Path::to_owned)).collect()
    }

    /// Looks at something; what the current document does not have is passed over.
    pub fn look_at(&mut self, view: View) {
        self.view = view;
        self.settle();
    }

    /// Chooses a year within those projected.
    pub fn choose_year(&mut self, year: i32) {
        self.view.year = year;
        self.settle();
    }

    /// Zooms all charts to these years, or back to all of them. Fewer years than
    /// can be read are widened.
    pub fn choose_years(&mut self, years: Option<(i32, i32)>) {
        self.view.years = years.map(|(a, b)| {
            let (first, last) = (a.min(b), a.max(b));
            let missing = View::FEWEST_YEARS.saturating_sub(last.saturating_sub(first)).max(0);
            (first.saturating_sub(missing / 2), last.saturating_add(missing - missing / 2))
        });
    }

    /// Settles on a document newly looked at. One of a single city shows that city.
    fn arrive(&mut self) {
        let cities = &self.document().scenario().cities;
        if let (Place::All, 1, Some(only)) = (&self.view.place, cities.len(), cities.keys().next()) {
            self.view.place = Place::City(only.clone());
        }
        self.settle();
    }

    /// Brings the view back to something that the current document has, and what
    /// is compared to what is open.
    fn settle(&mut self) {
        self.comparing.settle(&self.documents, &self.library);
        // Another list has other entries at the same places.
        let owner = self.brought_by();
        if std::mem::replace(&mut self.searched, owner) != owner {
            self.search.chosen = None;
        }
        let scenario = self.documents[self.current].scenario();
        let lost = matches!(&self.view.place, Place::City(id) if !scenario.cities.contains_key(id));
        if lost {
            self.view.place = scenario.cities.keys().next().map_or(Place::All, |id| Place::City(id.clone()));
        }
        let first = scenario.cities.values().map(|plan| plan.start).min().unwrap_or(self.view.year);
        self.view.year = self.view.year.clamp(first.min(scenario.horizon), scenario.horizon);
        self.compare_positions();
    }

    /// Finds out what the last change moved, once for every change and year.
    fn compare_positions(&mut self) {
        let (document, year) = (&self.documents[self.current], self.view.year);
        if self.moved.as_ref().is_some_and(|moved| moved.is_about(document, year)) {
            return;
        }
        let stamp = self.moved.as_ref().map_or(0, |moved| moved.stamp + 1);
        let library = document.library(&self.library);
        self.moved = Some(Moved::of(stamp, document, library, &self.strides, year));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::levers::LeverId;
    use crate::scenario::presets;

    pub(super) fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let view = View { place: Place::City("london".to_owned()), ..View::default() };
        Workspace::new(library, view)
    }

    fn set(level: f64) -> ScenarioEdit {
        ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level }
    }

    #[test]
    fn a_document_says_where_it_is_kept() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("mine.ron");
        let mut workspace = workspace();
        assert_eq!(workspace.document().whereabouts(), "In no file yet");
        workspace.open_preset(&presets::ALL[1]).expect("it is shipped");
        assert_eq!(workspace.document().whereabouts(), "Shipped scenario, not in a file");
        assert!(!workspace.document().would_lose_work());
        workspace.apply(&set(70.0), None).expect("a level in range");
        assert_eq!(workspace.document().whereabouts(), "In no file yet – not saved");
        workspace.undo();
        assert_eq!(workspace.document().whereabouts(), "Shipped scenario, not in a file");
        workspace.redo();
        workspace.save(workspace.document().id, &file).expect("the folder can be written");
        assert_eq!(workspace.document().whereabouts(), format!("{} – saved", file.display()));
        workspace.undo();
        assert_eq!(workspace.document().whereabouts(), format!("{} – not saved", file.display()));
        assert!(workspace.document().would_lose_work(), "the file has something else");
    }

    #[test]
    fn a_drag_is_one_step_and_its_results_follow() {
        let mut workspace = workspace();
        for level in [70.0, 80.0, 90.0] {
            workspace.apply(&set(level), Some(Gesture(4))).expect("a level in range");
        }
        assert!(workspace.document().would_lose_work());
        let name = workspace.document().undo_name(workspace.library());
        assert_eq!(name.as_deref(), Some("Protected share of industrial land, London"));
        workspace.undo();
        assert!(workspace.document().scenario().setting("london", LeverId::ProtectedShare).is_none());
        assert_eq!(workspace.document().undo_name(workspace.library()), None);
    }

    #[test]
    fn a_refused_edit_leaves_the_document() {
        let mut workspace = workspace();
        assert!(workspace.apply(&set(900.0), None).is_err());
        assert!(workspace.document().scenario().setting("london", LeverId::ProtectedShare).is_none());
    }
}
