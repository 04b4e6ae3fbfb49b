//! Where a scenario is taken from when two or three are held beside each other.

use crate::evidence::Library;
use crate::scenario::document::Scenario;
use crate::scenario::{presets, store};
use crate::session::document::{Document, DocumentId};
use crate::session::stamp::Stamp;
use crate::session::workspace::Workspace;
use crate::t;

/// A scenario that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// An open document as it is now.
    Open(DocumentId),
    /// The file of an open document as it is on the disk.
    File(DocumentId),
    /// A shipped scenario, by its id.
    Preset(&'static str),
}

/// What changes whenever a scenario that can be chosen does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The revision of an open document.
    Revision(u64),
    /// What a file said when its document was last opened, saved or reloaded.
    File(Option<Stamp>),
    /// A shipped scenario stays as it is.
    Shipped,
}

/// A scenario as it was when it was taken, with what it rests on.
#[derive(Clone, Debug)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
    /// What it rests on.
    pub library: Library,
}

impl Side {
    /// The scenario with its library.
    #[must_use]
    pub const fn with(&self) -> (&Scenario, &Library) {
        (&self.scenario, &self.library)
    }
}

impl Source {
    /// Everything that can be chosen: what is open, the files of what is open, and
    /// the presets.
    pub fn all(workspace: &Workspace) -> impl Iterator<Item = Self> + '_ {
        let open = workspace.documents().iter().map(|document| Self::Open(document.id));
        let kept = workspace.documents().iter().filter(|document| document.path().is_some());
        let files = kept.map(|document| Self::File(document.id));
        open.chain(files).chain(presets::ALL.iter().map(|preset| Self::Preset(preset.id)))
    }

    /// What it is called; `None` where it is not there any more.
    #[must_use]
    pub fn name(self, workspace: &Workspace) -> Option<String> {
        match self {
            Self::Open(id) => Some(called(workspace, workspace.find(id)?)),
            Self::File(id) => {
                let document = workspace.find(id)?;
                let file = document.path()?.file_name()?.to_string_lossy();
                Some(t!("merge-file-on-disk", file = file.as_ref()))
            }
            Self::Preset(id) => {
                let offer = workspace.offers().iter().find(|offer| offer.preset.id == id)?;
                Some(t!("merge-preset", title = crate::words::preset(&offer.title)))
            }
        }
    }

    /// In which state it is now; `None` where it is not there any more.
    #[must_use]
    pub fn state(self, workspace: &Workspace) -> Option<State> {
        Some(match self {
            Self::Open(id) => State::Revision(workspace.find(id)?.history().revision()),
            Self::File(id) => State::File(workspace.find(id)?.stamp().cloned()),
            Self::Preset(_) => State::Shipped,
        })
    }

    /// Takes the scenario as it is now.
    ///
    /// # Errors
    /// If it is not there any more, or its file cannot be opened.
    pub fn take(self, workspace: &Workspace) -> Result<Side, String> {
        let gone = || t!("merge-gone").to_owned();
        let name = self.name(workspace).ok_or_else(gone)?;
        let shared = workspace.shared();
        let opened = match self {
            Self::Open(id) => {
                let document = workspace.find(id).ok_or_else(gone)?;
                let library = document.library(shared).clone();
                return Ok(Side { name, scenario: document.scenario().clone(), library });
            }
            Self::File(id) => {
                let path = workspace.find(id).and_then(Document::path).ok_or_else(gone)?;
                store::open(path, shared).map_err(|problems| problems.to_string())?
            }
            Self::Preset(id) => {
                let preset = presets::find(id).ok_or_else(gone)?;
                preset.read(shared).map_err(|problems| problems.to_string())?
            }
        };
        let library = opened.library.unwrap_or_else(|| shared.clone());
        Ok(Side { name, scenario: opened.scenario, library })
    }
}

/// The title of a document, with its file where another has the same title.
fn called(workspace: &Workspace, document: &Document) -> String {
    let alike = workspace.documents().iter().filter(|other| other.title() == document.title()).count();
    match document.path().and_then(std::path::Path::file_name).filter(|_| alike > 1) {
        Some(file) => format!("{}, {}", document.title(), file.display()),
        None => document.title().to_owned(),
    }
}
