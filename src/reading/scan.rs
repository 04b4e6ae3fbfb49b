//! Characters of a RON text with their positions; blanks, comments and literals.

use super::problem::Position;

/// What is wrong with the text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: Position,
    pub message: String,
    pub expected: String,
    pub fix: String,
}

impl Fault {
    pub fn new(at: Position, message: impl Into<String>, expected: &str, fix: &str) -> Self {
        Self { at, message: message.into(), expected: expected.to_owned(), fix: fix.to_owned() }
    }
}

/// A comment in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it begins.
    pub at: Position,
    /// What it says, without the signs around it.
    pub text: String,
    /// Whether it is a `//` line.
    pub is_line: bool,
}

impl Comment {
    /// What it says, line by line.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        // An empty `//` separates paragraphs; an empty block says nothing.
        self.text.split('\n').map(str::trim).filter(|line| self.is_line || !line.is_empty())
    }
}

/// A cursor over a text.
pub struct Scanner<'a> {
    text: &'a str,
    offset: usize,
    at: Position,
    /// The comments passed.
    pub comments: Vec<Comment>,
}

impl<'a> Scanner<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, offset: 0, at: Position::START, comments: Vec::new() }
    }

    /// Where the cursor is.
    pub const fn at(&self) -> Position {
        self.at
    }

    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn starts_with(&self, prefix: &str) -> bool {
        self.rest().starts_with(prefix)
    }

    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.offset += c.len_utf8();
        if c == '\n' {
            self.at = Position { line: self.at.line + 1, column: 1 };
        } else {
            self.at.column += 1;
        }
        Some(c)
    }

    /// Takes `c` if it is next.
    pub fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.next();
        }
        found
    }

    /// Takes characters while they fit.
    pub fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let start = self.offset;
        while self.peek().is_some_and(&fits) {
            self.next();
        }
        &self.text[start..self.offset]
    }

    /// Passes blanks and comments.
    pub fn skip_blank(&mut self) -> Result<(), Fault> {
        loop {
            self.take_while(char::is_whitespace);
            if self.starts_with("//") {
                let at = self.at;
                let text = self.take_while(|c| c != '\n')[2..].trim().to_owned();
                self.comments.push(Comment { at, text, is_line: true });
            } else if self.starts_with("/*") {
                let (at, from) = (self.at, self.offset);
                self.block_comment()?;
                let text = self.text[from + 2..self.offset - 2].to_owned();
                self.comments.push(Comment { at, text, is_line: false });
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            if self.starts_with("/*") {
                depth += 1;
                self.next();
            } else if self.starts_with("*/") {
                depth -= 1;
                self.next();
            }
            if self.next().is_none() {
                return Err(Fault::new(start, "this comment has no end", "*/", "close it, or restore a whole copy"));
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// A string whose opening quote is next, decoded.
    pub fn string(&mut self) -> Result<String, Fault> {
        let (start, from) = (self.at, self.offset);
        self.next();
        loop {
            match self.next() {
                None => return Err(unclosed(start)),
                Some('"') => break,
                Some('\\') => {
                    self.next();
                }
                Some(_) => {}
            }
        }
        let literal = &self.text[from..self.offset];
        if !literal.contains('\\') {
            return Ok(literal[1..literal.len() - 1].to_owned());
        }
        ron::from_str(literal).map_err(|error| {
            Fault::new(start, format!("this text has a wrong escape: {}", error.code), "", "write \\\\ for a backslash")
        })
    }

    /// A raw string such as `r#"…"#`, if one is next.
    pub fn raw_string(&mut self) -> Option<Result<String, Fault>> {
        let hashes = self.rest().strip_prefix('r')?.chars().take_while(|c| *c == '#').count();
        if !self.rest()[1 + hashes..].starts_with('"') {
            return None;
        }
        let start = self.at;
        let end = format!("\"{}", "#".repeat(hashes));
        for _ in 0..hashes + 2 {
            self.next();
        }
        let from = self.offset;
        while !self.starts_with(&end) {
            if self.next().is_none() {
                return Some(Err(unclosed(start)));
            }
        }
        let text = self.text[from..self.offset].to_owned();
        for _ in 0..=hashes {
            self.next();
        }
        Some(Ok(text))
    }
}

fn unclosed(start: Position) -> Fault {
    Fault::new(start, "this text has no closing quote", "\"", "close it, or restore a whole copy of the file")
}

/// A character that hides or reorders what a reader sees, or breaks a line where
/// only some programs do.
#[must_use]
pub fn is_deceptive(c: char) -> bool {
    let directs = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let breaks_lines_or_acts =
        matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    // What joins words, notes between lines, letters of tags: none of them is seen.
    let is_unseen = matches!(c, '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    directs || breaks_lines_or_acts || is_unseen
}
