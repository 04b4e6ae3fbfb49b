//! Which files are open in a window: a lock for each, beside those of other windows
//! on this machine. The system takes a lock away when its program is gone.

use std::collections::HashMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::session::stamp::Stamp;

/// The locks that this program has, or would like to have.
#[derive(Debug)]
pub struct Presence {
    /// Where locks are; without a place nobody knows of others.
    folder: Option<PathBuf>,
    /// By the path under which the file is open.
    held: HashMap<PathBuf, Held>,
}

#[derive(Debug)]
struct Held {
    at: PathBuf,
    _lock: File,
}

impl Presence {
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, held: HashMap::new() }
    }

    /// Says that this program has a file open. Whether another one has it, too.
    pub fn claim(&mut self, path: &Path) -> bool {
        let Some(folder) = &self.folder else { return false };
        if self.held.contains_key(path) {
            return false;
        }
        // A file that is not there is nobody's.
        let Ok(file) = fs::canonicalize(path) else { return false };
        if fs::create_dir_all(folder).is_err() {
            return false;
        }
        let name = Stamp::of(file.as_os_str().as_encoded_bytes()).to_string().replace(':', "-");
        let at = folder.join(name);
        let Ok(lock) = File::options().create(true).truncate(false).write(true).open(&at) else { return false };
        match lock.try_lock() {
            Ok(()) => {
                self.held.insert(path.to_owned(), Held { at, _lock: lock });
                false
            }
            Err(TryLockError::WouldBlock) => true,
            // Without locks here, no alarm is better than a false one.
            Err(TryLockError::Error(_)) => false,
        }
    }

    /// Lets go of every file but these.
    pub fn keep_only<'a>(&mut self, paths: impl Iterator<Item = &'a Path>) {
        let open: Vec<&Path> = paths.collect();
        self.held.retain(|path, held| {
            let stays = open.contains(&path.as_path());
            if !stays {
                let _ = fs::remove_file(&held.at);
            }
            stays
        });
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        for held in self.held.values() {
            let _ = fs::remove_file(&held.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_open_elsewhere_is_known_under_any_name_until_it_is_closed_there() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (file, other) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
        fs::write(&file, "").expect("it can be written");
        fs::write(&other, "").expect("it can be written");
        let locks = Some(folder.path().join("open"));
        let (mut first, mut second) = (Presence::new(locks.clone()), Presence::new(locks));
        assert!(!first.claim(&file));
        assert!(!first.claim(&file), "it is not another one");
        assert!(!second.claim(&other));
        let detour = folder.path().join("open/../a.ron");
        assert!(second.claim(&detour));
        first.keep_only(std::iter::once(other.as_path()));
        assert!(!second.claim(&detour), "it was closed there");
        assert!(first.claim(&file));
        drop(second);
        assert!(!first.claim(&file));
    }

    #[test]
    fn without_a_place_for_locks_there_is_no_alarm() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("a.ron");
        fs::write(&file, "").expect("it can be written");
        for place in [None, Some(file.join("no folder"))] {
            let (mut first, mut second) = (Presence::new(place.clone()), Presence::new(place));
            assert!(!first.claim(&file) && !second.claim(&file));
        }
        assert!(!Presence::new(Some(folder.path().to_owned())).claim(Path::new("/nowhere/at/all.ron")));
    }
}
