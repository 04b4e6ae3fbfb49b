//! What is wrong with a file, where, and how to put it right.

use std::fmt::{self, Write as _};

use super::scan::is_deceptive;

/// The most problems of one file that are listed: a damaged file can have a
/// hundred thousand, and nobody reads them.
pub const MOST_PROBLEMS: usize = 200;

/// How much of the beginning and of the end of a part of a message is told
/// (characters). A file can hold a name of a million.
const TOLD: [usize; 2] = [900, 300];

/// A text that somebody else wrote, as a message may repeat it: what would
/// hide, reorder or act on a terminal is spelt out, and of what nobody reads to
/// the end the middle is left out.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a>(pub &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, last] = TOLD;
        let length = if self.0.len() > first + last { self.0.chars().count() } else { 0 };
        let left_out = first..length.saturating_sub(last);
        for (at, c) in self.0.chars().enumerate() {
            if left_out.contains(&at) {
                if at == first {
                    f.write_char('…')?;
                }
            } else if is_deceptive(c) || matches!(c, '\n' | '\r' | '\t') {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

/// A place in a text, both counted from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Position {
    /// The start of a text.
    pub const START: Self = Self { line: 1, column: 1 };
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file as the user named it.
    pub file: String,
    /// Where in the file, if it is a matter of its text.
    pub at: Option<Position>,
    /// What is wrong.
    pub message: String,
    /// What was expected instead; may be empty.
    pub expected: String,
    /// How to put it right; may be empty.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Plain(&self.file).fmt(f)?;
        if let Some(at) = self.at {
            write!(f, ":{at}")?;
        }
        write!(f, ": {}", Plain(&self.message))?;
        if !self.expected.is_empty() {
            write!(f, "; expected {}", Plain(&self.expected))?;
        }
        if !self.fix.is_empty() {
            write!(f, "; fix: {}", Plain(&self.fix))?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Everything that is wrong with a file, in the order of the text. Never empty
/// when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// In the order of the text, one problem a place: of several the first
    /// found is kept. At most [`MOST_PROBLEMS`] are kept.
    #[must_use]
    pub fn sorted(mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|p| p.at);
        problems.dedup_by(|later, first| later.at.is_some() && later.at == first.at);
        problems.truncate(MOST_PROBLEMS);
        Self(problems)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
