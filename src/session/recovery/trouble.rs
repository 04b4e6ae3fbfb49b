//! Why something cannot be kept, in words.

use std::io;

use crate::scenario::store::SaveError;
use crate::session::save_words;
use crate::t;

/// Why something cannot be kept.
#[derive(Debug)]
pub enum Trouble {
    /// A recovery file cannot be written.
    NotWritten(SaveError),
    /// A document of this title is larger than any that could be opened again.
    TooLarge(String),
    /// The disk has not answered for some seconds.
    Slow,
    /// The system gives no thread.
    NoThread(io::Error),
}

impl Trouble {
    /// What the user must know.
    #[must_use]
    pub fn words(&self) -> String {
        let why = match self {
            Self::NotWritten(error) => save_words::words(error),
            Self::TooLarge(title) => t!("recovery-too-large", title = title.as_str()),
            Self::Slow => t!("recovery-slow").to_owned(),
            Self::NoThread(error) => error.to_string(),
        };
        t!("recovery-trouble", why = why)
    }
}
