//! Documents and their files: what was seen of them, and what was kept in case of
//! a crash.

use std::path::Path;

use super::Workspace;
use crate::reading::Problems;
use crate::scenario::store::SaveError;
use crate::session::differences::{self, Difference};
use crate::session::document::{Document, DocumentId, Draft, NotWritten, Recovered, Written};
use crate::session::recovery::Kept;
use crate::session::watch::Seen;

impl Workspace {
    /// Takes note of what was seen of the files.
    pub fn see(&mut self, seen: Vec<Seen>) {
        for seen in seen {
            if let Some(document) = self.find_mut(seen.watched.id) {
                document.see(seen);
            }
        }
    }

    /// Notes that what there is to say of a document's file has been read.
    pub fn hush(&mut self, id: DocumentId) {
        if let Some(document) = self.find_mut(id) {
            document.hush();
        }
    }

    /// Takes down what is to be written of a document, as [`Document::draft`] does.
    pub fn draft(&mut self, id: DocumentId, path: &Path, minds_others: bool, ticket: u64) -> Option<Draft> {
        let library = &self.library;
        let document = self.documents.iter_mut().find(|document| document.id == id)?;
        Some(document.draft(path, minds_others, ticket, library))
    }

    /// Notes what became of a draft. What the user must know about it.
    ///
    /// # Errors
    /// Why it was not written; the document keeps the file it had.
    pub fn settle_draft(
        &mut self,
        draft: &Draft,
        result: Result<Written, NotWritten>,
    ) -> Result<Option<String>, NotWritten> {
        let Some(document) = self.find_mut(draft.document) else { return Ok(None) };
        match result {
            Ok(written) => Ok(document.saved(draft, written)),
            Err(why) => {
                document.not_saved(draft);
                Err(why)
            }
        }
    }

    /// Notes that nobody writes a document any more.
    pub fn give_up_saving(&mut self, id: DocumentId) {
        if let Some(document) = self.find_mut(id) {
            document.give_up_saving();
        }
    }

    /// Writes a document to a file at once, and says what the user must know about it.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn save(&mut self, id: DocumentId, path: &Path) -> Result<Option<String>, SaveError> {
        let Some(draft) = self.draft(id, path, false, u64::MAX) else { return Ok(None) };
        let result = draft.write();
        self.settle_draft(&draft, result).or_else(|why| match why {
            NotWritten::Failed(error) => Err(error),
            // It was not asked whether somebody else did.
            NotWritten::ByOthers => Ok(None),
        })
    }

    /// Goes on with a document's own content although its file has another.
    pub fn keep_mine(&mut self, id: DocumentId) {
        if let Some(document) = self.find_mut(id) {
            document.keep_mine();
        }
    }

    /// Takes what a document's file says now. What it was before is one undo away,
    /// or, where the two rest on different data, stays open beside it. Says what the
    /// user must know.
    ///
    /// # Errors
    /// What is wrong with the file; everything is then as it was.
    pub fn reload(&mut self, id: DocumentId) -> Result<Vec<String>, Problems> {
        let Some(path) = self.find(id).and_then(Document::path).map(Path::to_owned) else { return Ok(Vec::new()) };
        let (theirs, news) = Document::open(self.fresh_id(), &path, &self.library)?;
        let Some(at) = self.documents.iter().position(|document| document.id == id) else { return Ok(Vec::new()) };
        let mine = &mut self.documents[at];
        if mine.brings_packs() || theirs.brings_packs() {
            let loses_work = mine.would_lose_work();
            let mine = std::mem::replace(mine, theirs);
            if loses_work {
                self.documents.insert(at + 1, mine.without_file());
            }
            self.current = at;
        } else {
            mine.take_theirs(theirs, &self.library);
        }
        self.settle();
        Ok(news.into_iter().map(|what| format!("{}: {what}", path.display())).collect())
    }

    /// In what a document differs from its file as it is now.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn differences_to_file(&self, id: DocumentId) -> Result<Vec<Difference>, Problems> {
        let Some(document) = self.find(id) else { return Ok(Vec::new()) };
        let Some(path) = document.path() else { return Ok(Vec::new()) };
        let (theirs, _) = Document::open(id, path, &self.library)?;
        let of = |document: &Document| (document.scenario().clone(), document.own_library());
        let ((mine, mine_knows), (theirs, theirs_know)) = (of(document), of(&theirs));
        let shared = &self.library;
        Ok(differences::between(
            (&mine, mine_knows.as_deref().unwrap_or(shared)),
            (&theirs, theirs_know.as_deref().unwrap_or(shared)),
        ))
    }

    /// Opens what was kept of a document, and selects it. If its file is open and
    /// has no other changes, or can be opened, what was kept becomes a step on top of
    /// it, so that undo leads back to the file.
    ///
    /// # Errors
    /// What is wrong with what was kept; everything is then as it was.
    pub fn recover(&mut self, kept: &Kept) -> Result<DocumentId, Problems> {
        let recovered = Recovered::read(kept, &self.library)?;
        let is_same = |document: &&Document| document.path().is_some() && document.path() == kept.path.as_deref();
        let open = self.documents.iter().find(is_same).map(|document| (document.id, document.would_lose_work()));
        let id = match (open, &kept.path) {
            (Some((id, false)), _) => id,
            // Somebody went on with the file: both stay, and only one of them has it.
            (Some((_, true)), _) | (None, None) => {
                let id = self.fresh_id();
                self.put(Document::recovered(id, recovered, None, &self.library));
                return Ok(id);
            }
            (None, Some(path)) => {
                let id = self.fresh_id();
                let Ok((document, _)) = Document::open(id, path, &self.library) else {
                    self.put(Document::recovered(id, recovered, Some(path.clone()), &self.library));
                    return Ok(id);
                };
                self.put(document);
                id
            }
        };
        let fresh = self.fresh_id();
        let library = &self.library;
        let Some(document) = self.documents.iter_mut().find(|document| document.id == id) else { return Ok(id) };
        if document.brings_packs() || recovered.brings_packs() {
            // Another document: what was worked out of the one before is not about it.
            *document = Document::recovered(fresh, recovered, kept.path.clone(), library);
        } else {
            document.recover(recovered, library);
        }
        let id = document.id;
        self.select(id);
        Ok(id)
    }

    fn find_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.documents.iter_mut().find(|document| document.id == id)
    }
}
