//! A path as a text from which exactly that path can be read again, whatever
//! bytes it has.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The text of a path: what could not be read again, or could deceive whoever
/// looks at it, is `%` and two digits for each byte.
pub fn write(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_alphanumeric() || (c.is_ascii_graphic() && c != '%') || c == ' ' {
                text.push(c);
            } else {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| escape(&mut text, byte));
            }
        }
        chunk.invalid().iter().for_each(|byte| escape(&mut text, *byte));
    }
    text
}

fn escape(text: &mut String, byte: u8) {
    use std::fmt::Write as _;
    // Writing to a string cannot fail.
    let _ = write!(text, "%{byte:02x}");
}

/// The path that was written as this text; `None` where it is none.
pub fn read(text: &str) -> Option<PathBuf> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            let digits = str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    // No system has such a path.
    let is_path = !bytes.is_empty() && !bytes.contains(&0);
    is_path.then(|| system(bytes)).flatten().map(PathBuf::from)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere not all bytes are a path")]
fn system(bytes: Vec<u8>) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt as _;
    Some(OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn system(bytes: Vec<u8>) -> Option<OsString> {
    String::from_utf8(bytes).ok().map(OsString::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_back() {
        for path in ["/a/b.ron", "für später %41\t\"\\.ron", "a\u{202e}b", " "] {
            let text = write(Path::new(path));
            assert_eq!(read(&text), Some(PathBuf::from(path)), "{text}");
            assert!(!text.contains(['\t', '\u{202e}']), "{text}");
        }
    }

    #[test]
    fn what_is_no_path_is_none() {
        for text in ["", "a%", "a%4", "a%zz", "a%00b", "%+1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
