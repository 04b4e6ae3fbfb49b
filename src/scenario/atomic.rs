//! A file put in the place of another as a whole: what is new is written beside
//! it, brought to the disk, and takes its name.

use std::ffi::OsStr;
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::time::Duration;

use atomic_write_file::AtomicWriteFile;

/// The length of the ending that tells a file apart that is not in its place yet.
const ENDING: usize = 6;

/// How long such a file stays: whoever wrote it may be at it on a slow drive.
const ABANDONED: Duration = Duration::from_mins(10);

/// Writes what shall be in a file beside it, to the disk but not into its place.
pub fn staged(path: &Path, bytes: &[u8]) -> io::Result<AtomicWriteFile> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Copies a file to another as a whole, whatever its size: it may be none of ours.
pub fn copy(from: &Path, old: &Metadata, to: &Path) -> io::Result<()> {
    let mut before = File::open(from)?;
    let mut file = AtomicWriteFile::open(to)?;
    // What was private stays private.
    file.as_file().set_permissions(old.permissions())?;
    io::copy(&mut before, &mut file)?;
    put(to, file)
}

/// Puts what was staged for `path` into its place. Where that fails, nothing of it stays.
pub fn put(path: &Path, new: AtomicWriteFile) -> io::Result<()> {
    let own = new.as_file().metadata()?;
    if let Err(error) = new.commit() {
        // On some network drives only the folder cannot be brought to the disk.
        if !std::fs::metadata(path).is_ok_and(|now| is_same(&now, &own)) {
            sweep(path, |_, left| is_same(left, &own));
            return Err(error);
        }
    }
    sweep(path, |name, left| {
        !is_chosen(name) && left.modified().is_ok_and(|then| then.elapsed().is_ok_and(|age| age > ABANDONED))
    });
    sync_folder(folder(path))
}

/// The folder that a file is in.
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Whether two are one file.
#[cfg(unix)]
fn is_same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Removes files that were on their way to the place of `path` and for which `is_litter` holds.
fn sweep(path: &Path, is_litter: impl Fn(&OsStr, &Metadata) -> bool) {
    let Some(to) = path.file_name() else { return };
    // What cannot be listed or removed harms nobody: the file itself is in order.
    for entry in std::fs::read_dir(folder(path)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if is_on_its_way(&name, to) && entry.metadata().is_ok_and(|left| left.is_file() && is_litter(&name, &left)) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is one under which `to` is written beside its place: `.NAME.xxxxxx`,
/// letters and digits at random.
fn is_on_its_way(name: &OsStr, to: &OsStr) -> bool {
    let rest = name.as_encoded_bytes().strip_prefix(b".").and_then(|rest| rest.strip_prefix(to.as_encoded_bytes()));
    let ending = rest.and_then(|rest| rest.strip_prefix(b"."));
    ending.is_some_and(|ending| ending.len() == ENDING && ending.iter().all(u8::is_ascii_alphanumeric))
}

/// Whether an ending looks like what somebody chose, such as `.backup` or a date. One
/// in a hundred at random does too, and stays.
fn is_chosen(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let ending = &bytes[bytes.len().saturating_sub(ENDING)..];
    [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit].iter().any(|kind| ending.iter().all(kind))
}

/// Brings the names in a folder to the disk. Not every system can, and then
/// there is nothing to do.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_on_its_way_to_a_name_is_taken_for_it() {
        let is = |name: &str, to: &str| is_on_its_way(OsStr::new(name), OsStr::new(to));
        assert!(is(".a.ron.Ab12Cd", "a.ron"));
        for name in ["a.ron", "a.ron~", ".a.ron", ".a.ron.Ab12C", ".a.ron.Ab12Cde", ".a.ron.Ab12C~", ".b.ron.Ab12Cd"] {
            assert!(!is(name, "a.ron"), "{name}");
        }
        assert!(!is_chosen(OsStr::new(".a.ron.Ab12Cd")));
        for name in [".a.ron.backup", ".a.ron.BACKUP", ".a.ron.261126"] {
            assert!(is_chosen(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn what_a_killed_save_left_is_removed_by_a_later_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        let [left, young, other] =
            [".a.ron.Ab12Cd", ".a.ron.Ab12Ce", ".a.ron.backup"].map(|name| folder.path().join(name));
        for file in [&left, &young, &other] {
            std::fs::write(file, "half").expect("written");
        }
        let aged = |path: &Path| {
            let hour_ago = std::time::SystemTime::now() - Duration::from_hours(1);
            File::options().write(true).open(path).and_then(|file| file.set_modified(hour_ago)).expect("aged");
        };
        aged(&left);
        aged(&other);
        put(&path, staged(&path, b"whole").expect("written")).expect("put");
        assert_eq!(std::fs::read(&path).expect("there"), b"whole");
        assert!(!left.exists() && young.exists() && other.exists());
    }
}
