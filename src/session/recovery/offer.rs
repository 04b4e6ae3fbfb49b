//! What is offered after a crash: documents that a program left behind.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::folder::Left;
use crate::session::stamp::Stamp;
use crate::t;

/// What became of the file of a document that was left behind, since it was opened
/// there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSince {
    /// It is as it was.
    Same,
    /// Somebody changed it.
    Changed,
    /// It is not there, or cannot be read.
    Gone,
}

impl FileSince {
    /// Looks at the file of a document. `None` if it had none. It may take as long
    /// as a drive needs to answer.
    #[must_use]
    pub fn of(left: &Left) -> Option<Self> {
        let path = left.kept.path.as_deref()?;
        Some(match (Stamp::of_file(path), &left.kept.stamp) {
            (Err(_), _) => Self::Gone,
            (Ok(now), Some(then)) if now != *then => Self::Changed,
            (Ok(_), _) => Self::Same,
        })
    }
}

/// Which of the documents on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// One, by its place in the offer.
    One(usize),
}

/// A document on offer.
#[derive(Clone, Debug)]
pub struct Item {
    /// What was left behind.
    pub left: Left,
    /// What became of its file, once that is known.
    pub since: Option<FileSince>,
}

impl Item {
    /// When it was kept and which file it is of, in words.
    #[must_use]
    pub fn words(&self, now: SystemTime) -> String {
        let age = age(now.duration_since(self.left.kept.at).unwrap_or_default());
        let file = match &self.left.kept.path {
            Some(path) => path.display().to_string(),
            None => t!("recovery-no-file").to_owned(),
        };
        match self.since {
            Some(FileSince::Changed) => format!("{age} · {file} · {}", t!("recovery-file-changed")),
            Some(FileSince::Gone) => format!("{age} · {file} · {}", t!("recovery-file-gone")),
            Some(FileSince::Same) | None => format!("{age} · {file}"),
        }
    }
}

/// How long ago something was kept.
fn age(age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    match minutes {
        0 => t!("recovery-kept-now").to_owned(),
        1..60 => t!("recovery-kept-minutes", count = minutes),
        60..1440 => t!("recovery-kept-hours", count = minutes / 60),
        _ => t!("recovery-kept-days", count = minutes / 1440),
    }
}

/// The documents on offer.
#[derive(Debug, Default)]
pub struct Offer {
    items: Vec<Item>,
}

impl Offer {
    /// Everything on offer, what was kept last first.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Offers more.
    pub fn add(&mut self, left: Vec<Left>) {
        self.items.extend(left.into_iter().map(|left| Item { left, since: None }));
    }

    /// Notes what became of a file.
    pub fn learn(&mut self, recovery_file: &Path, since: Option<FileSince>) {
        for item in self.items.iter_mut().filter(|item| item.left.file == recovery_file) {
            item.since = since;
        }
    }

    /// Takes documents out of the offer.
    pub fn take(&mut self, which: Which) -> Vec<Left> {
        let taken = match which {
            Which::All => std::mem::take(&mut self.items),
            Which::One(at) if at < self.items.len() => vec![self.items.remove(at)],
            Which::One(_) => Vec::new(),
        };
        taken.into_iter().map(|item| item.left).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_said_in_the_unit_that_fits() {
        let words = |seconds| age(Duration::from_secs(seconds));
        assert_eq!(words(59), "kept less than a minute ago");
        assert_eq!(words(60), "kept a minute ago");
        assert_eq!(words(60 * 59), "kept 59 minutes ago");
        assert_eq!(words(3600), "kept an hour ago");
        assert_eq!(words(86_400 * 3), "kept 3 days ago");
    }
}
