//! A document's text, read once for places and ready to be read into types.

use std::path::Path;

use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::file;
use super::nearest;
use super::parse::{self, Tree};
use super::problem::{Position, Problem};
use super::scan::{Comment, Fault};
use super::tree::{Node, Value};

/// The longest version of a program that a message repeats (bytes).
const LONGEST_VERSION: usize = 20;

/// A well-formed RON text with the place of everything in it.
#[derive(Debug)]
pub struct Parsed {
    file: String,
    text: String,
    tree: Tree,
}

impl Parsed {
    /// Reads a file.
    ///
    /// # Errors
    /// The first [`Problem`] with the file or the syntax of its text.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        Self::of(&path.display().to_string(), file::read_text(path)?)
    }

    /// Reads a text; `file` is what to call it in messages.
    ///
    /// # Errors
    /// The first [`Problem`] with its syntax.
    pub fn of(file: &str, text: String) -> Result<Self, Problem> {
        // A byte order mark is no part of the text, and lines end in one way.
        let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text).replace("\r\n", "\n");
        let tree = parse::parse(&text).map_err(|fault| located(file, fault))?;
        Ok(Self { file: file.to_owned(), text, tree })
    }

    /// What the file is called in messages.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The document with the place of everything in it.
    #[must_use]
    pub const fn root(&self) -> &Node {
        &self.tree.root
    }

    /// The value at the end of `path` as a document of its own, in which every
    /// problem has its place in the whole text. `None` where there is no such value.
    #[must_use]
    pub fn part(&self, path: &[&str]) -> Option<Self> {
        let root = path.iter().try_fold(&self.tree.root, |node, step| Some(&node.entry(step)?.node))?.clone();
        let (from, to) = (self.offset(root.at), self.offset(root.end));
        // Blanks in the place of what comes before keep lines and columns.
        let mut text = "\n".repeat(root.at.line - 1) + &" ".repeat(root.at.column - 1);
        text.push_str(self.text.get(from..to)?);
        let tree = Tree { root, comments: Vec::new(), faults: Vec::new() };
        Some(Self { file: self.file.clone(), text, tree })
    }

    /// Where a place is in the text, in bytes.
    fn offset(&self, at: Position) -> usize {
        let before: usize = self.text.split_inclusive('\n').take(at.line - 1).map(str::len).sum();
        let line = &self.text[before..];
        before + line.char_indices().nth(at.column - 1).map_or(line.len(), |(offset, _)| offset)
    }

    /// What all comments say, line by line, without the signs around them.
    #[must_use]
    pub fn comments(&self) -> Vec<String> {
        self.tree.comments.iter().flat_map(Comment::lines).map(str::to_owned).collect()
    }

    /// Where there are comments that are not lines above the document. They
    /// move there when it is written again.
    #[must_use]
    pub fn comments_inside(&self) -> Vec<Position> {
        let above = |comment: &&Comment| comment.is_line && comment.at < self.tree.root.at;
        self.tree.comments.iter().filter(|comment| !above(comment)).map(|comment| comment.at).collect()
    }

    /// What RON lets pass but a document must not contain: keys given twice,
    /// numbers that are not finite, characters that deceive the eye.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.tree.faults.iter().map(|fault| located(&self.file, fault.clone())).collect()
    }

    /// A problem at a place in this text.
    #[must_use]
    pub fn problem(&self, at: Position, message: String, expected: String, fix: String) -> Problem {
        Problem { file: self.file.clone(), at: Some(at), message, expected, fix }
    }

    /// The version in the header, which is read before anything else and
    /// tolerates everything else. `format` is what the header must name,
    /// `newest` the last version this program knows.
    ///
    /// # Errors
    /// If the text is no such document, or of a version not known here.
    pub fn version(&self, format: &str, newest: u32) -> Result<u32, Problem> {
        let root = &self.tree.root;
        let expected_header = || format!("(format: {format:?}, version: {newest}, …)");
        match root.entry("format").map(|entry| (&entry.node.value, entry.node.at)) {
            Some((Value::Text(found), _)) if found == format => {}
            Some((Value::Text(found), at)) => {
                return Err(self.problem(
                    at,
                    format!("this is a {found:?}, not a {format:?}"),
                    expected_header(),
                    "name a file of that kind".to_owned(),
                ));
            }
            _ => {
                return Err(self.problem(
                    root.at,
                    format!("this is not a {format:?}: it does not begin with its format"),
                    expected_header(),
                    "check that this is the right file".to_owned(),
                ));
            }
        }
        let Some(entry) = root.entry("version") else {
            return Err(self.problem(
                root.at,
                "the version of the format is missing".to_owned(),
                expected_header(),
                format!("add `version: {newest}` after the format"),
            ));
        };
        let Value::Bare(written) = &entry.node.value else {
            return Err(self.problem(
                entry.node.at,
                "the version is not a number".to_owned(),
                expected_header(),
                String::new(),
            ));
        };
        match written.parse::<u32>() {
            Ok(version) if (1..=newest).contains(&version) => Ok(version),
            Ok(version) if version > newest => Err(self.problem(
                entry.node.at,
                format!("this file is of format version {version}, from a newer Making Room{}", self.writer()),
                format!("version {newest} or older"),
                format!("open it with a Making Room that reads format version {version}, or ask for a copy in version {newest}"),
            )),
            _ => Err(self.problem(
                entry.node.at,
                format!("{written} is not a version"),
                format!("a whole number from 1 to {newest}"),
                format!("write `version: {newest}`"),
            )),
        }
    }

    /// The version of the program that wrote the document, where its receipt tells.
    fn writer(&self) -> String {
        let program = self.tree.root.entry("receipt").and_then(|receipt| receipt.node.entry("program"));
        match program.map(|entry| &entry.node.value) {
            Some(Value::Text(program)) if program.len() <= LONGEST_VERSION && program.is_ascii() => {
                format!(" ({})", program.escape_debug())
            }
            _ => String::new(),
        }
    }

    /// The document as a type.
    ///
    /// # Errors
    /// The first [`Problem`] that ron has with it.
    pub fn typed<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        options().from_str(&self.text).map_err(|error| self.shape(&error))
    }

    fn shape(&self, error: &SpannedError) -> Problem {
        use ron::error::Error as E;
        let mut at = Position { line: error.span.start.line, column: error.span.start.col };
        let (message, expected, fix) = match &error.code {
            E::NoSuchStructField { expected, found, .. } => (
                format!("unknown field {found}"),
                format!("one of {}", expected.join(", ")),
                nearest::hint(found, expected.iter().copied()),
            ),
            E::MissingStructField { field, .. } => {
                // ron notices at the closing bracket; the opening one is easier to find.
                at = self.tree.root.opening_of(at).unwrap_or(at);
                (
                    format!("the field {field} is missing"),
                    format!("{field} among the fields"),
                    format!("add `{field}: …`"),
                )
            }
            E::IntegerOutOfBounds => (
                "this whole number is too large or too small".to_owned(),
                "a number such as 2050".to_owned(),
                "correct the number".to_owned(),
            ),
            E::ExpectedInteger => (
                "this is not a whole number".to_owned(),
                "a number such as 2050".to_owned(),
                "write it without quotes or fraction".to_owned(),
            ),
            E::ExpectedFloat => (
                "this is not a number".to_owned(),
                "a number such as 0.5".to_owned(),
                "write it without quotes".to_owned(),
            ),
            E::ExpectedString => (
                "this is not a text".to_owned(),
                "a text in double quotes".to_owned(),
                "put it in double quotes".to_owned(),
            ),
            E::NoSuchEnumVariant { expected, found, .. } => (
                format!("unknown name {found}"),
                format!("one of {}", expected.join(", ")),
                nearest::hint(found, expected.iter().copied()),
            ),
            E::InvalidValueForType { expected, found } => {
                (format!("{found} does not fit here"), expected.clone(), "write a value of that kind".to_owned())
            }
            E::Message(message) => match message.split_once(": expected ") {
                Some((message, expected)) => {
                    (message.to_owned(), expected.to_owned(), "correct the name, or remove it".to_owned())
                }
                None => (message.clone(), String::new(), "correct the value".to_owned()),
            },
            other => {
                let text = other.to_string();
                match text.strip_prefix("Expected ") {
                    Some(expected) => {
                        ("this does not fit here".to_owned(), expected.to_owned(), "correct the value".to_owned())
                    }
                    None => (text, String::new(), "correct the value".to_owned()),
                }
            }
        };
        self.problem(at, message, expected, fix)
    }
}

/// How documents are written in RON: an optional value stands as it is.
#[must_use]
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(2 * parse::DEEPEST)
}

fn located(file: &str, fault: Fault) -> Problem {
    Problem {
        file: file.to_owned(),
        at: Some(fault.at),
        message: fault.message,
        expected: fault.expected,
        fix: fault.fix,
    }
}
