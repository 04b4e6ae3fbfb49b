//! Brings what is to be kept to the disk.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::folder::{Left, OwnFolder};
use super::kept::Kept;
use super::trouble::Trouble;
use crate::evidence::Library;
use crate::reading::file::LARGEST;
use crate::scenario::document::Scenario;
use crate::scenario::format::write;
use crate::scenario::store::{self, SaveError};
use crate::session::document::{Document, DocumentId};
use crate::session::stamp::Stamp;

/// A document as it was at some moment: what its recovery file is made of, but not
/// in a frame.
#[derive(Debug)]
pub struct Snapshot {
    scenario: Scenario,
    library: Option<Arc<Library>>,
    title: String,
    at: SystemTime,
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
    has_comments_inside: bool,
}

impl Snapshot {
    /// A document as it is now.
    pub fn of(document: &Document) -> Self {
        Self {
            scenario: document.scenario().clone(),
            library: document.own_library(),
            title: document.title().to_owned(),
            at: SystemTime::now(),
            path: document.path().map(Path::to_owned),
            stamp: document.stamp().cloned(),
            has_comments_inside: document.has_comments_inside(),
        }
    }

    fn kept(&self) -> Kept {
        let text = match &self.library {
            Some(library) => write::whole(&self.scenario, library, None),
            None => write::write(&self.scenario),
        };
        Kept {
            title: self.title.clone(),
            at: self.at,
            path: self.path.clone(),
            stamp: self.stamp.clone(),
            has_comments_inside: self.has_comments_inside,
            text,
        }
    }
}

/// What is to be done about a document.
#[derive(Debug)]
pub enum Job {
    /// Keep it as it was then.
    Keep(Box<Snapshot>),
    /// It is in its file, or given up.
    Forget,
}

/// Writes and removes recovery files.
#[derive(Debug)]
pub struct Writer {
    root: PathBuf,
    /// The folder, made when it is first needed.
    own: Option<OwnFolder>,
    /// What is in it.
    kept: HashSet<DocumentId>,
    /// Older recovery files of documents that are open now.
    adopted: HashMap<DocumentId, Vec<Left>>,
}

impl Writer {
    pub fn new(root: PathBuf) -> Self {
        Self { root, own: None, kept: HashSet::new(), adopted: HashMap::new() }
    }

    /// Notes an older recovery file of a document, which goes with the next job.
    pub fn adopt(&mut self, id: DocumentId, left: Left) {
        self.adopted.entry(id).or_default().push(left);
    }

    /// Does a job, so that it is done also if the power fails a moment later.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn perform(&mut self, id: DocumentId, job: &Job) -> Result<(), Trouble> {
        match job {
            Job::Keep(snapshot) => {
                let kept = snapshot.kept();
                if kept.text.len() as u64 > LARGEST {
                    return Err(Trouble::TooLarge(kept.title));
                }
                let bytes = kept.bytes();
                self.write(id, &bytes).map_err(Trouble::NotWritten)?;
                self.kept.insert(id);
            }
            Job::Forget => {
                if let Some(file) = self.own.as_ref().map(|own| own.file(id)) {
                    match fs::remove_file(&file) {
                        Err(error) if error.kind() != ErrorKind::NotFound => {
                            return Err(Trouble::NotWritten(SaveError::of(&file, error)));
                        }
                        _ => {}
                    }
                }
                self.kept.remove(&id);
            }
        }
        self.adopted.remove(&id).into_iter().flatten().for_each(Left::remove);
        Ok(())
    }

    fn write(&mut self, id: DocumentId, bytes: &[u8]) -> Result<(), SaveError> {
        // Somebody may have cleared the folder away; then there is a new one.
        if self.own.as_ref().is_some_and(|own| !own.path().is_dir()) {
            self.own = None;
        }
        let own = match &mut self.own {
            Some(own) => own,
            none => {
                let path = self.root.clone();
                none.insert(OwnFolder::create(&self.root).map_err(|error| SaveError::of(&path, error))?)
            }
        };
        store::write(&own.file(id), bytes)
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.adopted.is_empty()
    }

    /// Takes the folder away: everything is in its file or given up.
    pub fn clear(&mut self) {
        if let Some(own) = self.own.take() {
            own.remove();
        }
        self.adopted.drain().flat_map(|(_, left)| left).for_each(Left::remove);
    }
}
