//! Scenarios in files.
//!
//! A file is replaced as a whole: what is new is written beside it and brought
//! to the disk before it takes the old one's name, so that at every moment,
//! whatever fails, the file is the old or the new one. What a document was
//! before stays beside it, one step back, under its name with a tilde.

use std::ffi::OsString;
use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::evidence::Library;
use crate::reading::{Parsed, Plain, Problems};

use super::atomic::{self, folder};
use super::document::Scenario;
use super::format::{self, Opened};
use super::receipt::Receipt;
use crate::t;

/// The most links from one to the next that are followed.
const MOST_LINKS: usize = 40;

/// Reads a scenario from a file. It opens fully or not at all.
///
/// # Errors
/// The first problem with the file or its syntax, or all problems of meaning.
pub fn open(path: &Path, library: &Library) -> Result<Opened, Problems> {
    format::read(&Parsed::read(path)?, library)
}

/// Writes a scenario to a file with the packs that are not built in and a
/// receipt of what it gives now. Permissions and links stay as they were; what
/// the file was before stays beside it.
///
/// # Errors
/// Why the file was not written; it is then as it was.
pub fn save(path: &Path, scenario: &Scenario, library: &Library) -> Result<(), SaveError> {
    replace(path, &text(scenario, library))
}

/// The text of a scenario's file, as [`save`] writes it.
#[must_use]
pub fn text(scenario: &Scenario, library: &Library) -> String {
    // A scenario that cannot be computed is kept all the same.
    let receipt = Receipt::of(scenario, library).ok();
    format::write::whole(scenario, library, receipt.as_ref())
}

/// Writes the text of a document to a file. What the file was before stays
/// beside it; a file that says the same already is left alone.
///
/// # Errors
/// Why the file was not written; it is then as it was.
pub fn replace(path: &Path, text: &str) -> Result<(), SaveError> {
    let target = Target::of(path)?;
    if target.holds(text.as_bytes()).map_err(|error| SaveError::of(path, error))? {
        return Ok(());
    }
    let new = atomic::staged(&target.path, text.as_bytes()).map_err(|error| SaveError::of(path, error))?;
    if let Some(old) = &target.old {
        let backup = previous(&target.path);
        atomic::copy(&target.path, old, &backup).map_err(|error| SaveError::of(&backup, error))?;
    }
    atomic::put(&target.path, new).map_err(|error| SaveError::of(path, error))
}

/// Where the version before stays: the name with a tilde.
#[must_use]
pub fn previous(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push("~");
    path.with_file_name(name)
}

/// Writes bytes to a file, the whole of them or nothing, without keeping what
/// was there.
///
/// # Errors
/// Why the file was not written; it is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let target = Target::of(path)?;
    let staged = atomic::staged(&target.path, bytes);
    staged.and_then(|new| atomic::put(&target.path, new)).map_err(|error| SaveError::of(path, error))
}

/// The file that a path leads to, and what there is now.
struct Target {
    path: PathBuf,
    old: Option<Metadata>,
}

impl Target {
    fn of(path: &Path) -> Result<Self, SaveError> {
        // A new file takes the place of what a link points to, not of the link.
        let target = followed(path);
        let old = match std::fs::metadata(&target) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(SaveError::of(path, error)),
        };
        match &old {
            Some(old) if old.is_dir() => Err(SaveError::Directory(path.to_owned())),
            Some(old) if !old.is_file() => Err(SaveError::NoFile(path.to_owned())),
            Some(old) if old.permissions().readonly() => Err(SaveError::ReadOnly(path.to_owned())),
            None if !folder(&target).is_dir() => Err(SaveError::NoFolder(path.to_owned())),
            _ => Ok(Self { path: target, old }),
        }
    }

    /// Whether the file says this already.
    fn holds(&self, bytes: &[u8]) -> io::Result<bool> {
        match &self.old {
            Some(old) if old.len() == bytes.len() as u64 => Ok(std::fs::read(&self.path)? == bytes),
            _ => Ok(false),
        }
    }
}

/// What a path leads to when links are followed, also where nothing is there yet.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match std::fs::read_link(&path) {
            Ok(next) => path = folder(&path).join(next),
            Err(_) => break,
        }
    }
    path
}

fn shown(path: &Path) -> String {
    Plain(&path.display().to_string()).to_string()
}

/// Why a file was not written. What was there before is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The path is a directory.
    #[error("{}", t!("faults-directory", path = shown(.0)))]
    Directory(PathBuf),
    /// The path is a device or a pipe.
    #[error("{}", t!("faults-no-plain-file", path = shown(.0)))]
    NoFile(PathBuf),
    /// The file may not be changed.
    #[error("{}", t!("faults-read-only", path = shown(.0)))]
    ReadOnly(PathBuf),
    /// The folder is not there.
    #[error("{}", t!("faults-no-folder", path = shown(.0)))]
    NoFolder(PathBuf),
    /// The user may not write there.
    #[error("{}", t!("faults-not-allowed", path = shown(.0)))]
    NotAllowed(PathBuf),
    /// The disk is full.
    #[error("{}", t!("faults-full", path = shown(.0)))]
    Full(PathBuf),
    /// The system could not write it.
    #[error("{}", t!("faults-failed", path = shown(.path), source = .source.to_string()))]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl SaveError {
    /// What it means that the system did not write a file for this reason.
    #[must_use]
    pub fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(path),
            ErrorKind::NotFound if !folder(&path).is_dir() => Self::NoFolder(path),
            _ => Self::Failed { path, source },
        }
    }

    /// Whether it is the system that cannot write there, rather than a file that
    /// nobody should write to.
    #[must_use]
    pub const fn is_of_the_system(&self) -> bool {
        matches!(self, Self::NoFolder(_) | Self::NotAllowed(_) | Self::Full(_) | Self::Failed { .. })
    }
}
