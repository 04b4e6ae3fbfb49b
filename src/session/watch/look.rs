//! One look at the files of open documents, and what was seen before.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::presence::Presence;
use crate::session::document::DocumentId;
use crate::session::stamp::Stamp;

/// How old the time of a change must be before the same time means the same file:
/// some systems know the time of a change to two seconds only.
const COARSE: Duration = Duration::from_secs(3);

/// What became of a document's file since it was opened or saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// It is as it was.
    #[default]
    AsKnown,
    /// Somebody wrote something else into it.
    Changed(Stamp),
    /// It is not there any more.
    Gone,
    /// Its folder is not there any more: moved, or on a drive that is not there.
    NoFolder,
    /// It is there and cannot be read.
    Unreadable,
    /// Its drive does not answer.
    NotAnswering,
}

impl OnDisk {
    /// Whether the work would be in no file if the document were closed.
    #[must_use]
    pub const fn is_away(&self) -> bool {
        !matches!(self, Self::AsKnown | Self::Changed(_))
    }
}

/// A document's file, and what it said when it was opened or saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The document.
    pub id: DocumentId,
    /// Its file.
    pub path: PathBuf,
    /// What it said, if that is known.
    pub stamp: Option<Stamp>,
}

/// What was seen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What was looked at.
    pub watched: Watched,
    /// What became of the file.
    pub on_disk: OnDisk,
    /// Whether another window has it open, too.
    pub is_open_elsewhere: bool,
}

/// Looks, and remembers.
#[derive(Debug)]
pub struct Looker {
    presence: Presence,
    read: HashMap<PathBuf, Known>,
    /// What was seen last, and is believed once it is seen again: whoever replaces
    /// a file may take it away first.
    suspected: HashMap<DocumentId, OnDisk>,
    believed: HashMap<DocumentId, OnDisk>,
}

/// A file as it was read.
#[derive(Debug)]
struct Known {
    modified: Option<SystemTime>,
    length: u64,
    stamp: Stamp,
    at: SystemTime,
}

impl Looker {
    /// Nothing seen yet. Locks that tell windows of each other are in `locks`.
    pub fn new(locks: Option<PathBuf>) -> Self {
        Self {
            presence: Presence::new(locks),
            read: HashMap::new(),
            suspected: HashMap::new(),
            believed: HashMap::new(),
        }
    }

    /// Forgets and lets go of what is not among these.
    pub fn keep_only(&mut self, watched: &[Watched]) {
        self.presence.keep_only(watched.iter().map(|watched| watched.path.as_path()));
        self.read.retain(|path, _| watched.iter().any(|watched| watched.path == *path));
        let is_open = |id: &DocumentId| watched.iter().any(|watched| watched.id == *id);
        self.suspected.retain(|id, _| is_open(id));
        self.believed.retain(|id, _| is_open(id));
    }

    /// Looks at a file.
    pub fn look(&mut self, watched: &Watched) -> Seen {
        let is_open_elsewhere = self.presence.claim(&watched.path);
        let now = self.on_disk(watched);
        let before = self.suspected.insert(watched.id, now.clone());
        let believed = self.believed.entry(watched.id).or_default();
        if now == OnDisk::AsKnown || before.as_ref() == Some(&now) {
            *believed = now;
        }
        Seen { watched: watched.clone(), on_disk: believed.clone(), is_open_elsewhere }
    }

    /// Whether something was seen that the next look should confirm.
    pub fn is_in_doubt(&self) -> bool {
        self.suspected.iter().any(|(id, suspected)| self.believed.get(id) != Some(suspected))
    }

    fn on_disk(&mut self, watched: &Watched) -> OnDisk {
        let path = &watched.path;
        match self.stamp(path) {
            Ok(stamp) => match &watched.stamp {
                Some(known) if *known != stamp => OnDisk::Changed(stamp),
                _ => OnDisk::AsKnown,
            },
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                let has_folder = path.parent().is_none_or(Path::is_dir);
                if has_folder { OnDisk::Gone } else { OnDisk::NoFolder }
            }
            Err(_) => OnDisk::Unreadable,
        }
    }

    /// The stamp of a file, read again only where it may have changed.
    fn stamp(&mut self, path: &Path) -> std::io::Result<Stamp> {
        let metadata = fs::metadata(path)?;
        let (modified, length) = (metadata.modified().ok(), metadata.len());
        if let Some(known) = self.read.get(path) {
            let is_old = |time: SystemTime| known.at.duration_since(time).is_ok_and(|age| age > COARSE);
            if modified == known.modified && length == known.length && modified.is_some_and(is_old) {
                return Ok(known.stamp.clone());
            }
        }
        let at = SystemTime::now();
        let stamp = Stamp::of_file(path)?;
        self.read.insert(path.to_owned(), Known { modified, length, stamp: stamp.clone(), at });
        Ok(stamp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(looker: &mut Looker, watched: &Watched) -> OnDisk {
        looker.look(watched);
        looker.look(watched).on_disk
    }

    #[test]
    fn what_becomes_of_a_file_is_seen() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let inside = folder.path().join("plans");
        fs::create_dir(&inside).expect("it can be made");
        let path = inside.join("a.ron");
        fs::write(&path, "one").expect("it can be written");
        let watched = Watched { id: DocumentId(1), path: path.clone(), stamp: Some(Stamp::of(b"one")) };
        let mut looker = Looker::new(None);
        assert_eq!(twice(&mut looker, &watched), OnDisk::AsKnown);
        // Same length, within the same tick of the clock.
        fs::write(&path, "two").expect("it can be written");
        assert_eq!(twice(&mut looker, &watched), OnDisk::Changed(Stamp::of(b"two")));
        fs::write(&path, "one").expect("it can be written");
        assert_eq!(looker.look(&watched).on_disk, OnDisk::AsKnown, "good news is believed at once");
        fs::remove_file(&path).expect("it can be removed");
        assert_eq!(looker.look(&watched).on_disk, OnDisk::AsKnown, "it may come back");
        assert!(looker.is_in_doubt());
        assert_eq!(looker.look(&watched).on_disk, OnDisk::Gone);
        fs::remove_dir(&inside).expect("it can be removed");
        assert_eq!(twice(&mut looker, &watched), OnDisk::NoFolder);
        fs::write(&inside, "a file in place of the folder").expect("it can be written");
        assert_eq!(twice(&mut looker, &watched), OnDisk::NoFolder);
        fs::remove_file(&inside).expect("it can be removed");
        fs::create_dir_all(&path).expect("it can be made");
        assert_eq!(twice(&mut looker, &watched), OnDisk::Unreadable);
        assert!(!looker.is_in_doubt());
    }

    #[test]
    fn a_file_replaced_in_two_steps_is_never_gone() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.ron");
        let watched = Watched { id: DocumentId(1), path: path.clone(), stamp: Some(Stamp::of(b"one")) };
        let mut looker = Looker::new(None);
        assert_eq!(looker.look(&watched).on_disk, OnDisk::AsKnown);
        fs::write(&path, "half").expect("it can be written");
        assert_eq!(looker.look(&watched).on_disk, OnDisk::AsKnown);
        fs::write(&path, "whole").expect("it can be written");
        assert_eq!(looker.look(&watched).on_disk, OnDisk::AsKnown);
        assert_eq!(looker.look(&watched).on_disk, OnDisk::Changed(Stamp::of(b"whole")));
    }

    #[test]
    fn a_file_of_which_nothing_is_known_is_not_changed() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.ron");
        fs::write(&path, "one").expect("it can be written");
        let watched = Watched { id: DocumentId(1), path, stamp: None };
        assert_eq!(twice(&mut Looker::new(None), &watched), OnDisk::AsKnown);
    }
}
