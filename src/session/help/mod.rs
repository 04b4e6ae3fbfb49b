//! Help: which part of it is read, and the [`glossary`].

pub mod glossary;

use strum::IntoEnumIterator as _;

use crate::text;

/// The parts of Help, in the order shown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Section {
    /// What the program is for, and where to begin.
    #[default]
    Start,
    /// The field's words.
    Glossary,
    /// Every key.
    Shortcuts,
    /// The model document, by its headings.
    Model,
    /// The program, its data and its faces.
    About,
}

impl Section {
    /// Every part in the order shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its id in texts.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its label, and the name of the command that opens it.
    #[must_use]
    pub fn label(self) -> &'static str {
        text::of("help-section", self.id()).unwrap_or(self.id())
    }
}

/// What of Help is in view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// Whether it is open.
    pub open: bool,
    /// The part that is read, or was when it was last open.
    pub section: Section,
    /// What is looked for in the glossary.
    pub sought: String,
}

impl Help {
    /// Open at a part.
    #[must_use]
    pub fn at(&self, section: Section) -> Self {
        Self { open: true, section, ..self.clone() }
    }

    /// Looking for something in the glossary.
    #[must_use]
    pub fn seeking(&self, sought: impl Into<String>) -> Self {
        Self { open: true, section: Section::Glossary, sought: sought.into() }
    }

    /// Closed; what was read is read again when it is next opened.
    #[must_use]
    pub fn closed(&self) -> Self {
        Self { open: false, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_read_again() {
        let help = Help::default().at(Section::About);
        assert!(help.open);
        let closed = help.closed();
        assert_eq!((closed.open, closed.section), (false, Section::About));
        assert_eq!(closed.at(closed.section), help);
        assert_eq!(closed.seeking("zemu").section, Section::Glossary);
    }
}
