//! A document on its way to a file: taken down at once, written by whoever has the
//! time, and noted as saved when that is done.

use std::path::{Path, PathBuf};

use super::{Document, DocumentId};
use crate::evidence::Library;
use crate::scenario::store::{self, SaveError};
use crate::session::stamp::Stamp;
use crate::session::watch::OnDisk;
use crate::t;

/// A document as it is to be written. The document may change meanwhile.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which document.
    pub document: DocumentId,
    /// The file.
    pub path: PathBuf,
    /// Tells the drafts of a document apart; the newest has the highest.
    pub ticket: u64,
    revision: u64,
    text: String,
    /// What the file is known to say, where nobody else's work is to be replaced.
    known: Option<Stamp>,
}

/// A document that was written.
#[derive(Clone, Debug)]
pub struct Written {
    revision: u64,
    stamp: Stamp,
}

/// Why a document was not written. The file is as it was.
#[derive(Debug)]
pub enum NotWritten {
    /// Somebody else changed the file since it was opened or saved.
    ByOthers,
    /// The system refused.
    Failed(SaveError),
}

impl Draft {
    /// Writes it, which may take as long as the drive likes.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn write(&self) -> Result<Written, NotWritten> {
        // A file that cannot be read is no reason to ask: writing it will tell.
        let is_anothers = |known: &Stamp| Stamp::of_file(&self.path).is_ok_and(|now| now != *known);
        if self.known.as_ref().is_some_and(is_anothers) {
            return Err(NotWritten::ByOthers);
        }
        store::replace(&self.path, &self.text).map_err(NotWritten::Failed)?;
        Ok(Written { revision: self.revision, stamp: Stamp::of(self.text.as_bytes()) })
    }
}

/// What of a document is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Saving {
    ticket: u64,
    revision: u64,
    pub(super) path: PathBuf,
}

impl Document {
    /// Takes down what is to be written to `path`. Where that is its own file and
    /// `minds_others` says so, what somebody else wrote there is not replaced.
    pub fn draft(&mut self, path: &Path, minds_others: bool, ticket: u64, library: &Library) -> Draft {
        let revision = self.history.revision();
        let is_own = self.path.as_deref() == Some(path);
        self.saving = Some(Saving { ticket, revision, path: path.to_owned() });
        Draft {
            document: self.id,
            path: path.to_owned(),
            ticket,
            revision,
            text: store::text(self.scenario(), self.library(library)),
            known: self.stamp.clone().filter(|_| is_own && minds_others),
        }
    }

    /// Whether it is being written.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether it is being written as it is now, so that nothing of it is lost once
    /// that is done.
    #[must_use]
    pub fn is_saving_everything(&self) -> bool {
        self.saving.as_ref().is_some_and(|saving| saving.revision == self.history.revision())
    }

    /// Notes that a draft was written: its file is the document's now, and what was
    /// changed since is unsaved. What the user must know about it.
    pub fn saved(&mut self, draft: &Draft, written: Written) -> Option<String> {
        self.settle(draft);
        self.stamp = Some(written.stamp);
        (self.on_disk, self.hushed) = (OnDisk::AsKnown, None);
        let moved = std::mem::take(&mut self.has_comments_inside) && self.path.as_ref() == Some(&draft.path);
        self.path = Some(draft.path.clone());
        self.history.mark_saved_at(written.revision);
        moved.then(|| {
            let kept = store::previous(&draft.path).display().to_string();
            t!("status-comments-moved", path = draft.path.display().to_string(), kept = kept)
        })
    }

    /// Notes that a draft was not written; the document keeps the file it had.
    pub fn not_saved(&mut self, draft: &Draft) {
        self.settle(draft);
    }

    /// Notes that nobody writes it any more, whatever became of its drafts.
    pub fn give_up_saving(&mut self) {
        self.saving = None;
    }

    /// A newer draft is still on its way.
    fn settle(&mut self, draft: &Draft) {
        self.saving.take_if(|saving| saving.ticket <= draft.ticket);
    }
}
