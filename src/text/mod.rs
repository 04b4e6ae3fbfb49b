//! What the window says, in the language of whoever reads it.
//!
//! Texts are Fluent files, `assets/text/LANGUAGE/TOPIC.ftl`. The macro `t!`
//! fetches one: without parameters as a `&'static str`, with parameters as a
//! `String`. [`of`] fetches those of things that have an id of their own: levers,
//! indicators, tabs. A test holds the languages and the code together: a text that
//! is missing, unused or has other parameters fails it.
//!
//! What comes from data stays in the language of the data: packs, sources, the
//! model document, what people wrote into their scenarios.

mod catalogue;
mod language;

use std::borrow::Borrow;

use fluent_bundle::FluentArgs;
pub use fluent_bundle::FluentValue as Value;

use self::catalogue::Catalogue;
pub use self::language::{Language, language, speak, within};

/// A text of the window by its id: `t!("tabs-year")`, or with parameters
/// `t!("tabs-more", count = 3)`.
#[macro_export]
macro_rules! t {
    ($id:literal) => {
        $crate::text::plain($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::text::filled($id, [$((stringify!($name), $crate::text::Value::from($value))),+])
    };
}

/// A text without parameters in the language of this thread: [`t!`] is the way
/// to ask for it. An id that is nowhere is shown itself.
#[must_use]
pub fn plain(id: &'static str) -> &'static str {
    found(id).unwrap_or(id)
}

/// A text with its parameters filled in: [`t!`] is the way to ask for it.
#[must_use]
pub fn filled<'a, const N: usize>(id: &'static str, args: [(&'static str, Value<'a>); N]) -> String {
    let args: FluentArgs<'a> = args.into_iter().collect();
    let text = Catalogue::of(language()).filled(id, &args);
    text.or_else(|| Catalogue::of(Language::En).filled(id, &args)).unwrap_or_else(|| id.to_owned())
}

/// Parts of a sentence that have commas of their own, one after the other.
#[must_use]
pub fn apart<S: Borrow<str>>(parts: &[S]) -> String {
    parts.join(t!("window-apart"))
}

/// Things in a row: `a, b and c`.
#[must_use]
pub fn list<S: Borrow<str>>(parts: &[S]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [most @ .., last] => t!("figures-and", most = most.join(", "), last = last.borrow()),
    }
}

/// The text of a thing that has an id of its own, `FAMILY-ID`, where this
/// language has one: `of("lever-name", "zoning.protected_share")`. What an id has
/// beside letters, digits, `_` and `-` is written as `-`.
#[must_use]
pub fn of(family: &str, id: &str) -> Option<&'static str> {
    found(&key(family, id))
}

/// The id of the text of a thing.
#[must_use]
pub fn key(family: &str, id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    format!("{family}-{}", id.chars().map(plain).collect::<String>())
}

fn found(id: &str) -> Option<&'static str> {
    Catalogue::of(language()).plain(id).or_else(|| Catalogue::of(Language::En).plain(id))
}
