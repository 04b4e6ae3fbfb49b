//! Scenarios in files.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use crate::evidence::Library;
use crate::reading::{Parsed, Problems};

use super::document::Scenario;
use super::format;

/// Reads a scenario from a file. It opens fully or not at all.
///
/// # Errors
/// The first problem with the file or its syntax, or all problems of meaning.
pub fn open(path: &Path, library: &Library) -> Result<Scenario, Problems> {
    format::read(&Parsed::read(path)?, library)
}

/// Writes a scenario to a file: the whole of it or nothing, so that what was
/// there survives a full disk. Permissions and links stay as they were.
///
/// # Errors
/// If the file is read-only or the system cannot write it.
pub fn save(path: &Path, scenario: &Scenario) -> Result<(), SaveError> {
    write(path, format::write::write(scenario).as_bytes())
}

/// Writes bytes to a file, the whole of them or nothing.
///
/// # Errors
/// If the file is read-only or the system cannot write it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |source| SaveError::Failed { path: path.to_owned(), source };
    // A new file takes the place of the old one: of what a link points to, not of the link.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match std::fs::metadata(&target) {
        Ok(old) if old.is_dir() => return Err(SaveError::Directory(path.to_owned())),
        Ok(old) if old.permissions().readonly() => return Err(SaveError::ReadOnly(path.to_owned())),
        _ => {}
    }
    let mut file = AtomicWriteFile::open(target).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.commit().map_err(failed)
}

/// Why a file was not written. What was there before is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The path is a directory.
    #[error("{}: this is a directory; name a file inside it", .0.display())]
    Directory(PathBuf),
    /// The file may not be changed.
    #[error("{}: this file is read-only; save under another name, or change its permissions", .0.display())]
    ReadOnly(PathBuf),
    /// The system could not write it.
    #[error("{}: the file cannot be written: {source}; check the folder, its permissions and the space on the disk", .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}
