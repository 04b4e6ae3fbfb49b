//! Which language the window speaks.

use std::cell::Cell;

use strum::IntoEnumIterator as _;

use crate::units::{self, Marks};

/// A language of the window.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "lowercase")]
pub enum Language {
    /// English, the language of the command line too.
    #[default]
    En,
    /// French.
    Fr,
    /// Dutch.
    Nl,
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::En) };
}

impl Language {
    /// Every language, in the order shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its tag, as in a file name: `fr`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.into()
    }

    /// Its name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Nl => "Nederlands",
        }
    }

    /// The language of a locale of the system such as `nl_BE.UTF-8`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let tag = locale.split(['_', '-', '.', '@']).next()?;
        tag.to_lowercase().parse().ok()
    }

    /// How numbers are written in it.
    #[must_use]
    pub const fn marks(self) -> Marks {
        match self {
            Self::En => Marks { decimal: '.', group: units::NARROW },
            Self::Fr => Marks { decimal: ',', group: units::NARROW },
            Self::Nl => Marks { decimal: ',', group: '.' },
        }
    }
}

/// Has this thread speak a language, in texts and in numbers. A thread that
/// nobody told speaks English, so nothing that works in the background, and
/// nothing of the command line, changes with the window.
pub fn speak(language: Language) {
    SPOKEN.set(language);
    units::write_with(language.marks());
}

/// Does something in a language, and goes back to the one before.
pub fn within<R>(language: Language, what: impl FnOnce() -> R) -> R {
    let before = SPOKEN.get();
    speak(language);
    let result = what();
    speak(before);
    result
}

/// The language that this thread speaks.
#[must_use]
pub fn language() -> Language {
    SPOKEN.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_in_a_language_leaves_the_one_before() {
        speak(Language::Nl);
        assert_eq!(within(Language::En, || (language(), units::number(0.5, 1))), (Language::En, "0.5".to_owned()));
        assert_eq!((language(), units::number(0.5, 1)), (Language::Nl, "0,5".to_owned()));
        speak(Language::En);
    }

    #[test]
    fn a_locale_of_the_system_is_understood() {
        assert_eq!(Language::of_locale("nl_BE.UTF-8"), Some(Language::Nl));
        assert_eq!(Language::of_locale("fr"), Some(Language::Fr));
        assert_eq!(Language::of_locale("C.UTF-8"), None);
        assert_eq!(Language::of_locale(""), None);
    }
}
