//! From a text to its tree.

use std::collections::HashMap;

use super::problem::{MOST_PROBLEMS, Position};
use super::scan::{Comment, Fault, Scanner, is_deceptive};
use super::tree::{Entry, Node, Value};

/// The deepest nesting read. Documents need about eight levels; what nests
/// deeper is damage or malice, and ends here before any recursion does harm.
pub const DEEPEST: usize = 64;

/// The most values read. A scenario with the packs of three cities has some ten
/// thousand; each takes far more memory than the two bytes that may stand for it.
pub const MOST_VALUES: usize = 200_000;

/// The longest text of a document (characters). What is longer is never read,
/// and would have to be laid out to be shown.
pub const LONGEST_TEXT: usize = 50_000;

/// What the first pass found in a text that is well formed.
#[derive(Debug)]
pub struct Tree {
    /// The document.
    pub root: Node,
    /// Its comments and those around it.
    pub comments: Vec<Comment>,
    /// What RON would let pass.
    pub faults: Vec<Fault>,
}

/// Reads a text; the first fault of syntax is the error.
pub fn parse(text: &str) -> Result<Tree, Fault> {
    let mut parser = Parser { scan: Scanner::new(text), depth: 0, values: 0, open: Vec::new(), faults: Vec::new() };
    parser.attributes()?;
    let root = parser.value()?;
    parser.scan.skip_blank()?;
    if parser.scan.peek().is_some() {
        return Err(Fault::new(
            parser.scan.at(),
            "there is text after the end of the document",
            "one document in the file",
            "remove it, or look for a bracket closed too early",
        ));
    }
    let Parser { scan, mut faults, .. } = parser;
    let comments = scan.comments.iter().filter_map(|comment| deceptive(comment.at, &comment.text));
    faults.extend(comments.take(MOST_PROBLEMS));
    Ok(Tree { root, comments: scan.comments, faults })
}

fn deceptive(at: Position, text: &str) -> Option<Fault> {
    let c = text.chars().find(|c| is_deceptive(*c))?;
    Some(Fault::new(
        at,
        format!("this text has the character U+{:04X}, which hides or reorders what is read", u32::from(c)),
        "letters, digits, punctuation and line breaks",
        "remove it",
    ))
}

fn too_long(at: Position, text: &str) -> Option<Fault> {
    // Bytes are at hand; characters are counted where there may be too many.
    let characters = if text.len() > LONGEST_TEXT { text.chars().count() } else { 0 };
    (characters > LONGEST_TEXT).then(|| {
        let expected = format!("up to {LONGEST_TEXT}");
        Fault::new(at, format!("this text has {characters} characters"), &expected, "shorten it")
    })
}

struct Parser<'a> {
    scan: Scanner<'a>,
    depth: usize,
    values: usize,
    /// Brackets that are open, for the message when the text ends inside them.
    open: Vec<(char, Position)>,
    faults: Vec<Fault>,
}

impl Parser<'_> {
    /// Passes `#!(enable(…))` lines, which ron reads itself.
    fn attributes(&mut self) -> Result<(), Fault> {
        self.scan.skip_blank()?;
        while self.scan.starts_with("#!") {
            self.scan.take_while(|c| c != ']' && c != '\n');
            self.scan.take(']');
            self.scan.skip_blank()?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<Node, Fault> {
        self.scan.skip_blank()?;
        let at = self.scan.at();
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Fault::new(
                at,
                format!("there are more than {MOST_VALUES} values"),
                "a document of some thousand",
                "check that this is the right file",
            ));
        }
        let value = match self.scan.peek() {
            None => return Err(self.ended()),
            Some('"') => self.text_value(at)?,
            Some('(') => self.nested(')', at, Self::fields)?,
            Some('[') => self.nested(']', at, Self::items)?,
            Some('{') => self.nested('}', at, Self::entries)?,
            Some('\'') => self.character(at)?,
            Some(c) if c.is_ascii_digit() || matches!(c, '+' | '-' | '.') => {
                let bare = self.scan.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_'));
                let bare = bare.to_owned();
                self.number(at, bare)
            }
            Some(c) if c.is_alphabetic() || c == '_' => match self.scan.raw_string() {
                Some(text) => Value::Text(self.checked(at, text?)),
                None => self.word(at)?,
            },
            Some(c) => {
                return Err(Fault::new(
                    at,
                    format!("a value cannot begin with {c:?}"),
                    "a text in quotes, a number, `(`, `[` or `{`",
                    "correct it, or check that this is the right file",
                ));
            }
        };
        Ok(Node { at, end: self.scan.at(), value })
    }

    fn text_value(&mut self, at: Position) -> Result<Value, Fault> {
        let text = self.scan.string()?;
        Ok(Value::Text(self.checked(at, text)))
    }

    fn checked(&mut self, at: Position, text: String) -> String {
        if let Some(fault) = deceptive(at, &text).or_else(|| too_long(at, &text)) {
            self.note(fault);
        }
        text
    }

    /// Keeps a fault, unless there are so many that nobody reads them.
    fn note(&mut self, fault: Fault) {
        if self.faults.len() < MOST_PROBLEMS {
            self.faults.push(fault);
        }
    }

    fn character(&mut self, at: Position) -> Result<Value, Fault> {
        self.scan.next();
        if self.scan.take('\\') {
            self.scan.next();
        }
        let text = self.scan.take_while(|c| c != '\'' && c != '\n').to_owned();
        if self.scan.take('\'') {
            Ok(Value::Bare(text))
        } else {
            Err(Fault::new(at, "this character has no closing quote", "'", "write texts in double quotes"))
        }
    }

    fn number(&mut self, at: Position, bare: String) -> Value {
        let digits = bare.replace('_', "");
        let size = without_type(digits.trim_start_matches(['+', '-']));
        if is_word_for_no_number(size) || size.parse::<f64>().is_ok_and(|x| !x.is_finite()) {
            self.not_finite(at, &bare);
        }
        Value::Bare(bare)
    }

    fn not_finite(&mut self, at: Position, bare: &str) {
        self.note(Fault::new(
            at,
            format!("{bare} is not a number to compute with"),
            "a finite number",
            "write the number",
        ));
    }

    /// A word: `true`, `None`, a struct's name with its fields, an enum's variant.
    fn word(&mut self, at: Position) -> Result<Value, Fault> {
        let word = self.scan.take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '#')).to_owned();
        if is_word_for_no_number(without_type(&word)) {
            self.not_finite(at, &word);
        }
        self.scan.skip_blank()?;
        if self.scan.peek() != Some('(') {
            return Ok(Value::Bare(word));
        }
        let value = self.nested(')', self.scan.at(), Self::fields)?;
        // `Some(x)` and other wrappers of one value are where the value is.
        match value {
            Value::List(mut items) if items.len() == 1 => Ok(items.pop().map_or(Value::Bare(word), |item| item.value)),
            value => Ok(value),
        }
    }

    fn nested(
        &mut self,
        close: char,
        at: Position,
        content: fn(&mut Self) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        if self.depth == DEEPEST {
            return Err(Fault::new(
                at,
                format!("brackets are nested more than {DEEPEST} deep"),
                "a document of some eight levels",
                "check that this is the right file",
            ));
        }
        self.depth += 1;
        self.open.extend(self.scan.peek().map(|bracket| (bracket, at)));
        self.scan.next();
        let value = content(self)?;
        self.scan.skip_blank()?;
        if !self.scan.take(close) {
            return Err(self.unexpected(close));
        }
        self.open.pop();
        self.depth -= 1;
        Ok(value)
    }

    /// What stands where a comma or a closing bracket should.
    fn unexpected(&self, close: char) -> Fault {
        let Some(found) = self.scan.peek() else { return self.ended() };
        let opened =
            self.open.last().map_or_else(String::new, |(bracket, at)| format!(" (`{bracket}` opened at {at})"));
        Fault::new(
            self.scan.at(),
            format!("{found:?} does not fit here"),
            &format!("`,` or `{close}`{opened}"),
            "add the comma or the bracket that is missing",
        )
    }

    fn ended(&self) -> Fault {
        let message = self.open.last().map_or_else(
            || "the text ends before the document begins".to_owned(),
            |(bracket, at)| format!("the text ends inside the `{bracket}` opened at {at}"),
        );
        Fault::new(self.scan.at(), message, "the rest of the document", "restore a whole copy of the file")
    }

    /// What stands between round brackets: fields with names, or values.
    fn fields(&mut self) -> Result<Value, Fault> {
        self.scan.skip_blank()?;
        let mut entries = Vec::new();
        let mut items = Vec::new();
        while self.scan.peek().is_some_and(|c| c != ')') {
            let node = self.value()?;
            self.scan.skip_blank()?;
            if self.scan.take(':') {
                let key = key_text(&node);
                let value = self.value()?;
                entries.push(Entry { key, at: node.at, node: value });
            } else {
                items.push(node);
            }
            self.scan.skip_blank()?;
            if !self.scan.take(',') {
                break;
            }
            self.scan.skip_blank()?;
        }
        if entries.is_empty() {
            return Ok(Value::List(items));
        }
        self.duplicates(&entries);
        Ok(Value::Entries(entries))
    }

    fn items(&mut self) -> Result<Value, Fault> {
        self.scan.skip_blank()?;
        let mut items = Vec::new();
        while self.scan.peek().is_some_and(|c| c != ']') {
            items.push(self.value()?);
            self.scan.skip_blank()?;
            if !self.scan.take(',') {
                break;
            }
            self.scan.skip_blank()?;
        }
        Ok(Value::List(items))
    }

    fn entries(&mut self) -> Result<Value, Fault> {
        self.scan.skip_blank()?;
        let mut entries = Vec::new();
        while self.scan.peek().is_some_and(|c| c != '}') {
            let key = self.value()?;
            self.scan.skip_blank()?;
            if !self.scan.take(':') {
                if self.scan.peek().is_none() {
                    return Err(self.ended());
                }
                return Err(Fault::new(
                    self.scan.at(),
                    format!("{} has no value", key_text(&key)),
                    "`:` and a value",
                    "write the value, or remove the key",
                ));
            }
            let node = self.value()?;
            entries.push(Entry { key: key_text(&key), at: key.at, node });
            self.scan.skip_blank()?;
            if !self.scan.take(',') {
                break;
            }
            self.scan.skip_blank()?;
        }
        self.duplicates(&entries);
        Ok(Value::Entries(entries))
    }

    /// RON keeps the last of several values under one key without a word.
    fn duplicates(&mut self, entries: &[Entry]) {
        let mut first: HashMap<&str, Position> = HashMap::new();
        for entry in entries {
            if let Some(before) = first.get(entry.key.as_str()) {
                self.note(Fault::new(
                    entry.at,
                    format!("{} is given twice, first at {before}", entry.key.escape_debug()),
                    "each name once",
                    "remove one of them",
                ));
            } else {
                first.insert(&entry.key, entry.at);
            }
        }
    }
}

/// A number without the type that RON lets follow it, as in `1e999f64`.
fn without_type(number: &str) -> &str {
    number.strip_suffix("f32").or_else(|| number.strip_suffix("f64")).unwrap_or(number)
}

fn is_word_for_no_number(word: &str) -> bool {
    matches!(word, "inf" | "NaN")
}

fn key_text(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Bare(text) => text.clone(),
        Value::List(_) | Value::Entries(_) => "this key".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = "// a note\n(\n    format: \"x\", /* inner */\n    list: [1, 2.5, -3e4],\n    map: {\"a\": (level: 1), r#\"b\"#: None},\n    word: Some(\"q\\\"\"),\n    flag: true,\n)\n";

    #[test]
    fn knows_where_everything_is() {
        let tree = parse(GOOD).expect("well formed");
        let at = |line, column| Position { line, column };
        assert!(tree.faults.is_empty());
        assert_eq!(tree.root.at, at(2, 1));
        assert_eq!(tree.root.key_at(["map", "a", "level"]), at(5, 17));
        assert_eq!(tree.root.value_at(["map", "a", "level"]), at(5, 24));
        assert_eq!(tree.root.value_at(["list", "1"]), at(4, 15));
        assert_eq!(tree.root.value_at(["map", "absent", "level"]), at(5, 10));
        assert_eq!(tree.root.entry("word").map(|e| e.node.value.clone()), Some(Value::Text("q\"".to_owned())));
        assert_eq!(tree.comments.len(), 2);
    }

    #[test]
    fn names_what_ron_lets_pass() {
        let messages = |text: &str| -> Vec<String> {
            parse(text).expect("well formed").faults.iter().map(|f| format!("{} {}", f.at, f.message)).collect()
        };
        assert_eq!(messages("{\"a\": 1,\n\"a\": 2}"), ["2:1 a is given twice, first at 1:2"]);
        assert_eq!(messages("(a: 1, a: 2)"), ["1:8 a is given twice, first at 1:2"]);
        assert_eq!(messages("[inf, NaN, -inf, 1e999, -1e999]").len(), 5);
        assert_eq!(messages("[inff64, NaNf32, -inff32, 1e999f64, 1_0e999f64]").len(), 5);
        assert_eq!(messages("(a: \"b\\u{202E}c\")").len(), 1);
        assert_eq!(messages("(a: \"b\u{7}c\") // \u{2066}").len(), 2);
    }

    #[test]
    fn says_where_the_text_went_wrong() {
        let fault = |text: &str| {
            let fault = parse(text).expect_err("not well formed");
            format!("{} {}", fault.at, fault.message)
        };
        assert_eq!(fault("(a: [1, 2"), "1:10 the text ends inside the `[` opened at 1:5");
        assert_eq!(fault("(a: 1 b: 2)"), "1:7 'b' does not fit here");
        assert_eq!(fault("(a: \"x)"), "1:5 this text has no closing quote");
        assert_eq!(fault("%PDF-1.4"), "1:1 a value cannot begin with '%'");
        assert_eq!(fault("(a: 1) (b: 2)"), "1:8 there is text after the end of the document");
        assert_eq!(fault("/* never"), "1:1 this comment has no end");
        assert_eq!(fault(&"[".repeat(10_000)), "1:65 brackets are nested more than 64 deep");
        assert_eq!(fault("{\"a\" 1}"), "1:6 a has no value");
        let many = format!("[{}", "1,".repeat(300_000));
        assert_eq!(fault(&many), "1:400000 there are more than 200000 values");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            let _ = parse(&text);
        }

        #[test]
        fn brackets_and_quotes_in_any_order_are_read_or_refused(text in "[(){}\\[\\]\",:a1#r'/*\\\\ \n-]{0,80}") {
            let _ = parse(&text);
        }

        #[test]
        fn what_ron_reads_is_well_formed(at in 0..GOOD.len(), byte in any::<u8>()) {
            let mut bytes = GOOD.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(text) = String::from_utf8(bytes) && ron::from_str::<ron::Value>(&text).is_ok() {
                prop_assert!(parse(&text).is_ok(), "{text}");
            }
        }
    }
}
