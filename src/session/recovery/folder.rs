//! The folders of recovery files: one a running program, locked as long as it runs.
//!
//! The lock is the system's, which takes it away when the program is gone, however
//! it went. Whoever makes or looks at folders holds the gate, so that nobody takes
//! a folder that was made a moment ago for one that was left behind.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::kept::{self, Kept};
use crate::session::document::DocumentId;

const LOCK: &str = "lock";
const GATE: &str = "gate";
const DAMAGED: &str = "damaged";
const EXTENSION: &str = "recovery";

/// The most folders, and files of a folder, that are looked at.
const MOST: usize = 500;

/// The folder of this program.
#[derive(Debug)]
pub struct OwnFolder {
    path: PathBuf,
    _lock: File,
}

impl OwnFolder {
    /// Makes a folder that nobody else has, and locks it.
    ///
    /// # Errors
    /// What the system says.
    pub fn create(root: &Path) -> io::Result<Self> {
        private(root)?;
        let _gate = gate(root);
        let since = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
        let name = format!("{since}-{}", std::process::id());
        for attempt in 0..MOST {
            let path = root.join(format!("{name}-{attempt}"));
            match builder().create(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            let mut lock = File::create(path.join(LOCK))?;
            // Without locks here, the number in the file is what tells.
            if let Err(TryLockError::WouldBlock) = lock.try_lock() {
                continue;
            }
            write!(lock, "{}", std::process::id())?;
            // What is written into the folder is safe only if the folder is.
            for folder in root.ancestors().take(2) {
                sync(folder);
            }
            return Ok(Self { path, _lock: lock });
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// The recovery file of a document.
    #[must_use]
    pub fn file(&self, id: DocumentId) -> PathBuf {
        self.path.join(format!("{}.{EXTENSION}", id.0))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the folder away with everything in it: nothing of it is needed any more.
    pub fn remove(self) {
        // What cannot be removed now is offered by the next start, which loses nothing.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// The folder of a program that is gone, locked so that nobody else offers it too.
#[derive(Debug)]
struct Orphan {
    path: PathBuf,
    _lock: File,
}

impl Drop for Orphan {
    /// Takes the folder away if nothing is left in it that somebody could want.
    fn drop(&mut self) {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let (ours, others): (Vec<_>, Vec<_>) = entries.map(|entry| entry.path()).partition(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // A write that was cut off leaves a name with a dot.
            name == LOCK || name.starts_with('.')
        });
        if others.is_empty() {
            for path in ours {
                let _ = fs::remove_file(path);
            }
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// A document that a program left behind. Its folder stays locked as long as this lives.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its recovery file.
    pub file: PathBuf,
    /// What is in it.
    pub kept: Kept,
    _folder: Arc<Orphan>,
}

impl Left {
    /// Removes the recovery file: it is not needed any more.
    pub fn remove(self) {
        // What cannot be removed is offered again, which loses nothing.
        let _ = fs::remove_file(&self.file);
    }
}

/// A recovery file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Where it is kept from now on.
    pub at: PathBuf,
    /// What is wrong with it.
    pub why: String,
}

/// What programs that are gone left behind.
#[derive(Debug, Default)]
pub struct Found {
    /// The documents, those kept last first.
    pub left: Vec<Left>,
    /// What cannot be read.
    pub damaged: Vec<Damaged>,
}

/// What is in the folders whose programs are gone. Files that cannot be read are
/// put aside, so that they are said once and lost never.
#[must_use]
pub fn left_behind(root: &Path) -> Found {
    let mut found = Found::default();
    if !root.is_dir() {
        return found;
    }
    let _gate = gate(root);
    let folders = entries(root).filter(|path| path.is_dir() && path.file_name().is_some_and(|name| name != DAMAGED));
    for path in folders.take(MOST) {
        let Ok(lock) = File::options().read(true).write(true).open(path.join(LOCK)) else { continue };
        if !is_gone(&lock, &path) {
            continue;
        }
        let folder = Arc::new(Orphan { path, _lock: lock });
        let files = entries(&folder.path).filter(|path| path.extension().is_some_and(|e| e == EXTENSION));
        for file in files.take(MOST) {
            match kept::read_file(&file) {
                Ok(kept) => found.left.push(Left { file, kept, _folder: Arc::clone(&folder) }),
                Err(problem) => found.damaged.push(put_aside(root, &folder.path, file, &problem.to_string())),
            }
        }
    }
    found.left.sort_by(|a, b| b.kept.at.cmp(&a.kept.at).then_with(|| a.file.cmp(&b.file)));
    found
}

/// Whether the program that had this lock is gone. The lock is then ours.
fn is_gone(lock: &File, folder: &Path) -> bool {
    match lock.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        // A file system without locks: where processes can be seen, the number tells.
        Err(TryLockError::Error(_)) => {
            let number = fs::read_to_string(folder.join(LOCK)).unwrap_or_default();
            let processes = Path::new("/proc");
            number.parse::<u32>().is_ok() && processes.join("self").exists() && !processes.join(number).exists()
        }
    }
}

fn put_aside(root: &Path, folder: &Path, file: PathBuf, why: &str) -> Damaged {
    let name = [folder, &file].map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    let aside = root.join(DAMAGED).join(name.join("-"));
    let moved = private(&root.join(DAMAGED)).and_then(|()| fs::rename(&file, &aside));
    // The message begins with where the file was.
    let why = why.strip_prefix(&format!("{}: ", file.display())).unwrap_or(why).to_owned();
    Damaged { at: if moved.is_ok() { aside } else { file }, why }
}

/// Brings the names in a folder to the disk, as far as the system can.
fn sync(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Held while folders are made or looked at. Where the system has no locks there
/// is none, and the lock of each folder has to do.
fn gate(root: &Path) -> Option<File> {
    let gate = File::create(root.join(GATE)).ok()?;
    gate.lock().ok()?;
    Some(gate)
}

/// Makes a folder that only the user can look into: a scenario may be confidential.
fn private(folder: &Path) -> io::Result<()> {
    builder().recursive(true).create(folder)
}

#[cfg(unix)]
fn builder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn builder() -> DirBuilder {
    DirBuilder::new()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    fn kept(title: &str, at: u64) -> Kept {
        Kept {
            title: title.to_owned(),
            at: UNIX_EPOCH + Duration::from_secs(at),
            path: None,
            stamp: None,
            has_comments_inside: false,
            text: "(…)".to_owned(),
        }
    }

    fn put(folder: &OwnFolder, id: u64, kept: &Kept) {
        fs::write(folder.file(DocumentId(id)), kept.bytes()).expect("it can be written");
    }

    fn titles(found: &Found) -> Vec<&str> {
        found.left.iter().map(|left| left.kept.title.as_str()).collect()
    }

    #[test]
    fn only_what_was_left_behind_is_offered_and_only_once() {
        let root = tempfile::tempdir().expect("a folder for the test");
        let (gone, here) = [(); 2].map(|()| OwnFolder::create(root.path()).expect("a folder")).into();
        put(&gone, 1, &kept("Older", 10));
        put(&gone, 2, &kept("Newer", 20));
        put(&here, 1, &kept("Open", 30));
        assert!(left_behind(root.path()).left.is_empty(), "both run");
        drop(gone);
        let found = left_behind(root.path());
        assert_eq!(titles(&found), ["Newer", "Older"]);
        assert!(left_behind(root.path()).left.is_empty(), "somebody offers them already");
        drop(found);
        let mut found = left_behind(root.path());
        assert_eq!(titles(&found), ["Newer", "Older"], "nobody wanted them yet");
        found.left.remove(0).remove();
        drop(found);
        let found = left_behind(root.path());
        assert_eq!(titles(&found), ["Older"]);
        let folder = found.left[0].file.parent().map(Path::to_owned).expect("a folder");
        found.left.into_iter().for_each(Left::remove);
        assert!(!folder.exists(), "an empty folder goes");
        assert!(here.path().exists());
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_and_said_once() {
        let root = tempfile::tempdir().expect("a folder for the test");
        let gone = OwnFolder::create(root.path()).expect("a folder");
        put(&gone, 1, &kept("Good", 10));
        fs::write(gone.file(DocumentId(2)), "half of a fi").expect("it can be written");
        fs::create_dir(gone.file(DocumentId(3))).expect("it can be made");
        drop(gone);
        let found = left_behind(root.path());
        assert_eq!(titles(&found), ["Good"]);
        assert_eq!(found.damaged.len(), 2);
        let damaged = found.damaged.iter().find(|damaged| damaged.at.is_file()).expect("the file was kept");
        assert_eq!(fs::read_to_string(&damaged.at).expect("it is there"), "half of a fi");
        assert!(damaged.why.starts_with("it has no header"), "{}", damaged.why);
        drop(found);
        assert!(left_behind(root.path()).damaged.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_into_the_folders() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().expect("a folder for the test");
        let root = root.path().join("state/recovery");
        let own = OwnFolder::create(&root).expect("a folder");
        for folder in [&root, own.path()] {
            assert_eq!(fs::metadata(folder).expect("it is there").permissions().mode() & 0o777, 0o700);
        }
    }

    #[test]
    fn where_nothing_is_nothing_is_found() {
        assert!(left_behind(Path::new("/nowhere/at/all")).left.is_empty());
    }
}
