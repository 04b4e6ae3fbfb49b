//! Why a file was not written, in the language of whoever reads it.

use std::path::Path;

use crate::scenario::store::SaveError;
use crate::t;

/// What went wrong, and what can be done. The document stays as it is.
#[must_use]
pub fn words(error: &SaveError) -> String {
    let shown = |path: &Path| path.display().to_string();
    match error {
        SaveError::Directory(path) => t!("save-is-folder", path = shown(path)),
        SaveError::NoFile(path) => t!("save-is-no-file", path = shown(path)),
        SaveError::ReadOnly(path) => t!("save-read-only", path = shown(path)),
        SaveError::NoFolder(path) => t!("save-no-folder", path = shown(path)),
        SaveError::NotAllowed(path) => t!("save-not-allowed", path = shown(path)),
        SaveError::Full(path) => t!("save-full", path = shown(path)),
        SaveError::Failed { path, source } => t!("save-failed", path = shown(path), why = source.to_string()),
    }
}
