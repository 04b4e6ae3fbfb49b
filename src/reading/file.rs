//! A text file of a size that a document can have.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use super::problem::{Position, Problem};

/// The largest file read, in bytes. A scenario has a few thousand, a city pack
/// some hundred thousand.
pub const LARGEST: u64 = 2 * 1024 * 1024;

/// The text of a document.
///
/// # Errors
/// A [`Problem`] if there is no such file, it is not a plain file, cannot be
/// read, is empty, larger than [`LARGEST`], or not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    text(&path.display().to_string(), read_bytes(path)?)
}

/// The bytes of a file.
///
/// # Errors
/// A [`Problem`] if there is no such file, it is not a plain file, cannot be
/// read, or is larger than [`LARGEST`].
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    read_bytes_up_to(path, LARGEST)
}

/// The bytes of a file that may have so many.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_bytes_up_to(path: &Path, largest: u64) -> Result<Vec<u8>, Problem> {
    let file = path.display().to_string();
    let problem = |message: String, expected: &str, fix: &str| Problem {
        file: file.clone(),
        at: None,
        message,
        expected: expected.to_owned(),
        fix: fix.to_owned(),
    };
    let unreadable = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound => {
            problem("there is no such file".to_owned(), "the path of a file", "check the spelling and the folder")
        }
        ErrorKind::PermissionDenied => problem(
            "you may not read this file".to_owned(),
            "a file that you can read",
            "ask its owner, or change its permissions",
        ),
        _ => problem(
            format!("the file cannot be read: {error}"),
            "a file that can be read to its end",
            "check that the disk or network drive is there, and where links lead",
        ),
    };

    let metadata = std::fs::metadata(path).map_err(|e| unreadable(&e))?;
    if metadata.is_dir() {
        return Err(problem("this is a directory".to_owned(), "a file", "name a file inside it"));
    }
    // A pipe or a device may never end and has no size to ask for.
    if !metadata.is_file() {
        return Err(problem("this is not a plain file".to_owned(), "a file on disk", "save it to a file first"));
    }
    let too_large = || {
        problem(
            format!("the file is larger than {} MB", largest / (1024 * 1024)),
            "a text of some kB",
            "check that it is the right file",
        )
    };
    if metadata.len() > largest {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(|e| unreadable(&e))?;
    // The size may have changed since it was asked for.
    opened.take(largest + 1).read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > largest {
        return Err(too_large());
    }
    Ok(bytes)
}

/// The text in some bytes; `file` is what to call them in a message.
///
/// # Errors
/// A [`Problem`] if they are not UTF-8.
pub fn utf8(file: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..good]);
        Problem {
            file: file.to_owned(),
            at: Some(end_of(&before)),
            message: "this is not UTF-8 text".to_owned(),
            expected: "a text file".to_owned(),
            fix: "save it as UTF-8, or check that it is the right file".to_owned(),
        }
    })
}

/// The text of a document in some bytes; `file` is what to call them in a message.
///
/// # Errors
/// A [`Problem`] if they are empty or not UTF-8.
pub fn text(file: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let text = utf8(file, bytes)?;
    if text.trim().is_empty() {
        return Err(Problem {
            file: file.to_owned(),
            at: None,
            message: "the file is empty".to_owned(),
            expected: "a document that begins with its format and version".to_owned(),
            fix: "write a new scenario with `making-room new`, or restore a copy".to_owned(),
        });
    }
    Ok(text)
}

fn end_of(text: &str) -> Position {
    let line = text.matches('\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position { line, column: last.chars().count() + 1 }
}
