//! What is kept of an open document, and the file it is kept in: a header in RON,
//! then the document as a scenario file has it.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::path_text;
use crate::reading::file::{self, LARGEST};
use crate::reading::{Parsed, Problem, parsed};
use crate::session::stamp::Stamp;

/// What the header names.
const FORMAT: &str = "making-room recovery";

/// The newest version of the header, and the one that is written.
const VERSION: u32 = 1;

/// What parts the header from the document.
const DIVIDER: &str = "\n--- document ---\n";

/// The largest header that is read (bytes). A path of 4,096 bytes, all of them
/// escaped, has room.
const LARGEST_HEADER: usize = 32 * 1024;

/// What the reader calls a text of which it does not know the file.
const NAME: &str = "recovery file";

/// An open document as it was at some moment, with what is needed to offer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its title, as the user saw it.
    pub title: String,
    /// When it was kept.
    pub at: SystemTime,
    /// Its file, if it had one.
    pub path: Option<PathBuf>,
    /// What that file said when it was opened or saved.
    pub stamp: Option<Stamp>,
    /// Whether the file has comments that the next save moves above the document.
    pub has_comments_inside: bool,
    /// The document as a scenario file has it.
    pub text: String,
}

#[derive(Serialize)]
struct Header<'a> {
    format: &'a str,
    version: u32,
    program: &'a str,
    title: &'a str,
    kept: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stamp: Option<String>,
    has_comments_inside: bool,
    document: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(rename = "program")]
    _program: String,
    title: String,
    kept: u64,
    #[serde(default)]
    path: Option<String>,
    #[serde(default)]
    stamp: Option<String>,
    has_comments_inside: bool,
    document: String,
}

impl Kept {
    /// The bytes of its recovery file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let header = Header {
            format: FORMAT,
            version: VERSION,
            program: env!("CARGO_PKG_VERSION"),
            title: &self.title,
            kept: self.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs(),
            path: self.path.as_deref().map(path_text::write),
            stamp: self.stamp.as_ref().map(Stamp::to_string),
            has_comments_inside: self.has_comments_inside,
            document: Stamp::of(self.text.as_bytes()).to_string(),
        };
        let pretty = ron::ser::PrettyConfig::new().struct_names(false).indentor("    ").new_line("\n");
        // A header is plain data, which RON can always write.
        let header = parsed::options().to_string_pretty(&header, pretty).unwrap_or_default();
        [&header, DIVIDER, &self.text].concat().into_bytes()
    }
}

/// What a recovery file of these bytes holds. It is read fully or not at all.
///
/// # Errors
/// What is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Kept, Problem> {
    let head = &bytes[..bytes.len().min(LARGEST_HEADER)];
    let Some(at) = head.windows(DIVIDER.len()).position(|window| window == DIVIDER.as_bytes()) else {
        return Err(whole("it has no header, or the header has no end", "a header, then the document"));
    };
    let (header, text) = (&bytes[..at], &bytes[at + DIVIDER.len()..]);
    if text.len() as u64 > LARGEST {
        return Err(whole("the document in it is larger than any document", "a document of some kB"));
    }
    let header = Parsed::of(NAME, file::text(NAME, header.to_vec())?)?;
    // There is one version so far; the newer ones are refused by name.
    header.version(FORMAT, VERSION)?;
    if let Some(problem) = header.problems().into_iter().next() {
        return Err(problem);
    }
    let read: Read = header.typed()?;
    let said = Stamp::from_text(&read.document);
    if said.is_none_or(|said| said != Stamp::of(text)) {
        return Err(whole(
            "the document in it is not the one that was written",
            "a document with the hash of the header",
        ));
    }
    let wrong = |what: &str| header.problem(header.root().at, what.to_owned(), String::new(), String::new());
    let stamp = match &read.stamp {
        Some(text) => Some(Stamp::from_text(text).ok_or_else(|| wrong("the stamp of the file is no hash"))?),
        None => None,
    };
    let path = match &read.path {
        Some(text) => Some(path_text::read(text).ok_or_else(|| wrong("the path of the file is none"))?),
        None => None,
    };
    let at = UNIX_EPOCH.checked_add(Duration::from_secs(read.kept)).ok_or_else(|| wrong("the time is none"))?;
    let text = file::text(NAME, text.to_vec())?;
    Ok(Kept { title: read.title, at, path, stamp, has_comments_inside: read.has_comments_inside, text })
}

/// Reads a recovery file.
///
/// # Errors
/// What is wrong with it.
pub fn read_file(path: &Path) -> Result<Kept, Problem> {
    let named = |problem| Problem { file: path.display().to_string(), ..problem };
    let bytes = file::read_bytes_up_to(path, LARGEST + LARGEST_HEADER as u64)?;
    read(&bytes).map_err(named)
}

fn whole(message: &str, expected: &str) -> Problem {
    let (file, message, expected) = (NAME.to_owned(), message.to_owned(), expected.to_owned());
    Problem { file, at: None, message, expected, fix: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    fn kept() -> Kept {
        Kept {
            title: "Für “später”, 100 %".to_owned(),
            at: UNIX_EPOCH + Duration::from_secs(1_790_000_000),
            path: Some(PathBuf::from("/home/plans/für später\u{202e}\n.ron")),
            stamp: Some(Stamp::of(b"what the file said")),
            has_comments_inside: true,
            text: presets::ALL[1].text().to_owned(),
        }
    }

    #[test]
    fn what_is_kept_is_read_back() {
        for kept in [kept(), Kept { path: None, stamp: None, has_comments_inside: false, ..kept() }] {
            assert_eq!(read(&kept.bytes()), Ok(kept));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_is_read_back() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = std::ffi::OsString::from_vec(b"/plans/\xff\xfe.ron".to_vec());
        let kept = Kept { path: Some(path.into()), ..kept() };
        assert_eq!(read(&kept.bytes()), Ok(kept));
    }

    #[test]
    fn a_file_cut_or_changed_anywhere_is_refused() {
        let bytes = kept().bytes();
        for end in (0..bytes.len()).step_by(7) {
            assert!(read(&bytes[..end]).is_err(), "cut at {end}");
        }
        let divider = bytes.windows(DIVIDER.len()).position(|w| w == DIVIDER.as_bytes()).expect("it is there");
        for at in (divider..bytes.len()).step_by(13) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(read(&damaged).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn a_file_from_the_future_or_of_another_kind_is_refused_by_name() {
        let text = String::from_utf8(kept().bytes()).expect("it is text");
        let told =
            |from: &str, to: &str| read(text.replacen(from, to, 1).as_bytes()).expect_err("it is refused").to_string();
        assert!(told("version: 1", "version: 2").contains("newer Making Room"));
        assert!(told("making-room recovery", "making-room pack").contains("this is a"));
        assert!(told("title:", "titles:").contains("unknown field titles"));
        assert!(told("kept: 1790000000", "kept: 18446744073709551615").contains("time"));
        assert!(told("kept: 1790000000", "kept: 1e999").contains("recovery file:"));
    }

    #[test]
    fn no_bytes_make_the_reader_panic_or_take_long() {
        let huge = [kept().bytes(), vec![b' '; LARGEST.try_into().expect("it fits")]].concat();
        let deep = [vec![b'('; LARGEST_HEADER - 100], DIVIDER.as_bytes().to_vec()].concat();
        for bytes in [&[][..], b"\xff\xfe", DIVIDER.as_bytes(), b"(\n--- document ---\n", &huge, &deep] {
            assert!(read(bytes).is_err());
        }
    }
}
