//! What a file said at some time, to tell later whether it still does.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::reading::file::LARGEST;
use crate::scenario::receipt::hash;

/// What a file said, as a hash of its bytes. A file that somebody touched or
/// copied back still has the stamp it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// The stamp of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(hash::of_bytes(bytes))
    }

    /// The stamp of a file as it is now. Of one that is larger than any document
    /// only the beginning counts.
    ///
    /// # Errors
    /// Why it cannot be read, [`ErrorKind::InvalidInput`] if it is not a plain file.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        // A pipe or a device may never answer.
        if !std::fs::metadata(path)?.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(Self::of(&bytes))
    }

    /// The stamp that was written as this text; `None` where it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("sha256:")?;
        let is_hash = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        is_hash.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_about_what_the_file_says() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.ron");
        std::fs::write(&path, "one").expect("it can be written");
        let one = Stamp::of_file(&path).expect("it can be read");
        assert_eq!(one, Stamp::of(b"one"));
        std::fs::write(&path, "two").expect("it can be written");
        assert_ne!(Stamp::of_file(&path).expect("it can be read"), one);
        assert_eq!(Stamp::from_text(&one.to_string()), Some(one));
        for text in ["", "sha256:", "sha256:zz", &format!("sha256:{}", "A".repeat(64))] {
            assert_eq!(Stamp::from_text(text), None, "{text}");
        }
        assert!(Stamp::of_file(folder.path()).is_err(), "a folder has none");
    }
}
