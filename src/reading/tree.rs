//! A RON text as a tree that keeps where everything is.

use super::problem::Position;
pub use super::scan::is_deceptive;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it begins.
    pub at: Position,
    /// Where what follows it begins.
    pub end: Position,
    /// What it is.
    pub value: Value,
}

/// What a value is, as far as finding places and checking text goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number or a bare word such as `true`, as written.
    Bare(String),
    /// A list or tuple.
    List(Vec<Node>),
    /// A struct or map.
    Entries(Vec<Entry>),
}

/// A field of a struct or an entry of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key as text.
    pub key: String,
    /// Where the key is.
    pub at: Position,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The entry with this key; the last, as RON reads it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.value {
            Value::Entries(entries) => entries.iter().rev().find(|entry| entry.key == key),
            _ => None,
        }
    }

    fn child(&self, step: &str) -> Option<&Self> {
        match &self.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => self.entry(step).map(|entry| &entry.node),
        }
    }

    /// Where the innermost bracket opens that closes at or just before `end`.
    #[must_use]
    pub fn opening_of(&self, end: Position) -> Option<Position> {
        let children: Vec<&Self> = match &self.value {
            Value::List(items) => items.iter().collect(),
            Value::Entries(entries) => entries.iter().map(|entry| &entry.node).collect(),
            _ => return None,
        };
        let closing = Position { column: self.end.column.saturating_sub(1), ..self.end };
        let own = (closing == end || self.end == end).then_some(self.at);
        children.into_iter().find_map(|child| child.opening_of(end)).or(own)
    }

    /// The place of the value at the end of `path`, or of the nearest value
    /// around it that is written. Steps are keys and, in lists, positions.
    #[must_use]
    pub fn value_at<'a>(&self, path: impl IntoIterator<Item = &'a str>) -> Position {
        let mut node = self;
        for step in path {
            match node.child(step) {
                Some(next) => node = next,
                None => break,
            }
        }
        node.at
    }

    /// The place of the key at the end of `path`, or the nearest as in [`Self::value_at`].
    #[must_use]
    pub fn key_at<'a>(&self, path: impl IntoIterator<Item = &'a str>) -> Position {
        let (mut node, mut at) = (self, self.at);
        for step in path {
            at = node.entry(step).map_or(node.at, |entry| entry.at);
            match node.child(step) {
                Some(next) => node = next,
                None => break,
            }
        }
        at
    }
}
