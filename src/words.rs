//! The names of what the model and the evidence have, in the language of whoever
//! reads them.
//!
//! The English words are those of the tables, where the command line and the
//! documents take them from. Here they are looked up in French and Dutch, by the id
//! of the thing or, where it comes with a city pack, by its English name, and stay
//! English where there is nothing else.

use std::borrow::Cow;

use crate::model::city::{CityPack, LocalLever, Sector};
use crate::model::indicators::Indicator;
use crate::model::levers::{Grade, LeverGroup, LeverId};
use crate::model::outlook::{DriverId, NamedOutlook};
use crate::model::parameters::ParameterId;
use crate::model::parties::Party;
use crate::model::provenance::{Family, Label};
use crate::text::{self, Language};

fn named(family: &str, id: &str, english: &'static str) -> &'static str {
    // English has no such texts, and need not be asked.
    match text::language() {
        Language::En => english,
        _ => text::of(family, id).unwrap_or(english),
    }
}

fn of_data<'a>(family: &str, id: &str, english: &'a str) -> &'a str {
    match text::language() {
        Language::En => english,
        _ => text::of(family, id).unwrap_or(english),
    }
}

/// The name of a lever.
#[must_use]
pub fn lever(id: LeverId) -> &'static str {
    named("lever-name", id.into(), id.spec().name)
}

/// What a lever is in the real world.
#[must_use]
pub fn lever_meaning(id: LeverId) -> &'static str {
    named("lever-meaning", id.into(), id.spec().meaning)
}

/// How a lever works in the model.
#[must_use]
pub fn lever_channel(id: LeverId) -> &'static str {
    named("lever-channel", id.into(), id.spec().channel)
}

/// What the level of a lever is a share or multiple of.
#[must_use]
pub fn lever_of(id: LeverId) -> &'static str {
    named("lever-of", id.into(), id.spec().of)
}

/// The grade of a lever in words, where parts differ.
#[must_use]
pub fn lever_note(id: LeverId) -> &'static str {
    named("lever-note", id.into(), id.spec().grade_note)
}

/// The name of a group of levers.
#[must_use]
pub fn group(group: LeverGroup) -> &'static str {
    let english: &'static str = group.into();
    named("lever-group", english, english)
}

/// What a grade of evidence stands for.
#[must_use]
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => crate::t!("levers-grade-a"),
        Grade::B => crate::t!("levers-grade-b"),
        Grade::C => crate::t!("levers-grade-c"),
        Grade::D => crate::t!("levers-grade-d"),
    }
}

/// The name of an indicator.
#[must_use]
pub fn indicator(of: Indicator) -> &'static str {
    named("indicator-name", of.into(), of.name())
}

/// The name of a driver of the outlook.
#[must_use]
pub fn driver(id: DriverId) -> &'static str {
    named("driver-name", id.into(), id.spec().name)
}

/// What a driver is in the real world.
#[must_use]
pub fn driver_meaning(id: DriverId) -> &'static str {
    named("driver-meaning", id.into(), id.spec().meaning)
}

/// How a driver enters the model.
#[must_use]
pub fn driver_channel(id: DriverId) -> &'static str {
    named("driver-channel", id.into(), id.spec().channel)
}

/// The name of an outlook.
#[must_use]
pub fn outlook<'a>(id: &str, outlook: &'a NamedOutlook) -> &'a str {
    of_data("outlook-name", id, &outlook.name)
}

/// What an outlook stands for.
#[must_use]
pub fn outlook_meaning<'a>(id: &str, outlook: &'a NamedOutlook) -> &'a str {
    of_data("outlook-meaning", id, &outlook.meaning)
}

/// What a constant of the model is, in a sentence.
#[must_use]
pub fn parameter(id: ParameterId) -> &'static str {
    named("parameter", id.id(), id.meaning().trim())
}

/// The words of a label.
#[must_use]
pub fn label(label: Label) -> &'static str {
    named("label", label.text(), label.text())
}

/// A kind of entry among the sources, by its English word.
#[must_use]
pub fn kind(english: &'static str) -> &'static str {
    named("kind", english, english)
}

/// The shape of an uncertainty.
#[must_use]
pub fn family(family: Family) -> &'static str {
    let english = match family {
        Family::Fixed => "fixed",
        Family::Normal => "normal",
        Family::Lognormal => "lognormal",
        Family::NegativeLognormal => "negative, lognormal",
        Family::Beta => "beta",
        Family::Gamma => "gamma",
        Family::Triangular => "triangular",
        Family::HalfNormal => "half-normal",
        Family::Uniform => "uniform",
    };
    named("family", english, english)
}

/// The name of a quantity, by its symbol in the equations.
#[must_use]
pub fn quantity(symbol: &str, english: &'static str) -> &'static str {
    named("quantity-name", &spelt(symbol), english)
}

/// What a quantity is, in a sentence.
#[must_use]
pub fn quantity_words(symbol: &str, english: &'static str) -> &'static str {
    named("quantity-words", &spelt(symbol), english)
}

/// The name of a figure of a pack that the equations read, by its field.
#[must_use]
pub fn term(field: &str, english: &'static str) -> &'static str {
    named("term", field, english)
}

/// A field of a pack as a word: `space_per_job` is "space per job".
#[must_use]
pub fn field(field: &str) -> Cow<'_, str> {
    let words = match text::language() {
        Language::En => None,
        _ => text::of("field", field),
    };
    words.map_or_else(|| Cow::Owned(field.replace('_', " ")), Cow::Borrowed)
}

/// The name of a city.
#[must_use]
pub fn city(pack: &CityPack) -> &str {
    of_data("city", &pack.name, &pack.name)
}

/// The country of a city.
#[must_use]
pub fn country(pack: &CityPack) -> &str {
    of_data("country", &pack.country, &pack.country)
}

/// The name of a sub-sector.
#[must_use]
pub fn sector(sector: &Sector) -> &str {
    of_data("sector", &sector.name, &sector.name)
}

/// The name of a party of a city: that of its pack where the language has no other.
#[must_use]
pub fn party(party: &Party) -> &str {
    of_data("party", &party.name, &party.name)
}

/// Who decides a lever in a city.
#[must_use]
pub fn decided_by(lever: &LocalLever) -> &str {
    of_data("decided-by", &lever.decided_by, &lever.decided_by)
}

/// The title of a series as the legend of a chart has it; `None` where the language
/// has no words of its own for it.
#[must_use]
pub fn series(title: &str) -> Option<&'static str> {
    (text::language() != Language::En).then(|| text::of("series", title)).flatten()
}

/// What a city's constants were fitted to.
#[must_use]
pub fn fitted(what: &str) -> &str {
    of_data("fitted", what, what)
}

/// The title of a shipped scenario.
#[must_use]
pub fn preset(title: &str) -> &str {
    of_data("preset", title, title)
}

/// A unit, part by part: `jobs/kt` is `emplois/kt`. One with a word that is not
/// known is a description in a source's own words, and stays as it is.
#[must_use]
pub fn unit(english: &str) -> Cow<'_, str> {
    if text::language() == Language::En {
        return Cow::Borrowed(english);
    }
    match parts_of_unit(english) {
        Some(parts) => Cow::Owned(parts),
        None => Cow::Borrowed(english),
    }
}

fn parts_of_unit(english: &str) -> Option<String> {
    // Symbols and codes of currencies are the same everywhere.
    let same = |word: &str| word.chars().count() <= 3 || !word.chars().any(char::is_lowercase);
    let word = |word: &str| match text::of("unit", word) {
        Some(known) => Some(known.to_owned()),
        None => same(word).then(|| word.to_owned()),
    };
    let part = |part: &str| match text::of("unit", part) {
        Some(known) => Some(known.to_owned()),
        None => part.split(' ').map(word).collect::<Option<Vec<_>>>().map(|words| words.join(" ")),
    };
    english.split('/').map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

/// A symbol with its letters as an id can have them: `Λ` is `Lambda`.
#[must_use]
pub fn spelt(symbol: &str) -> String {
    let letter = |c: char| match c {
        'Λ' => "Lambda".to_owned(),
        'Π' => "Pi".to_owned(),
        'α' => "alpha".to_owned(),
        'ν' => "nu".to_owned(),
        'σ' => "sigma".to_owned(),
        'ω' => "omega".to_owned(),
        'Ê' => "E-hat".to_owned(),
        'ĝ' => "g-hat".to_owned(),
        other => other.to_string(),
    };
    symbol.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_part_by_part() {
        assert_eq!(unit("jobs/kt"), "jobs/kt");
        text::speak(Language::Fr);
        assert_eq!(unit("jobs/kt"), "emplois/kt");
        assert_eq!(unit("EUR/m²/yr"), "EUR/m²/an");
        assert_eq!(unit("plot ratio"), "P/S");
        assert_eq!(unit("million GBP/yr"), "millions GBP/an");
        assert_eq!(unit("1/yr"), "1/an");
        let described = "million GBP/acre industrial, Park Royal average";
        assert_eq!(unit(described), described);
        text::speak(Language::En);
    }

    #[test]
    fn names_follow_the_language_and_go_back_to_english() {
        let lever = || self::lever(LeverId::ProtectedShare);
        let english = LeverId::ProtectedShare.spec().name;
        assert_eq!(lever(), english);
        text::speak(Language::Nl);
        assert_eq!(lever(), "Beschermd bedrijventerrein");
        text::speak(Language::En);
        assert_eq!(lever(), english);
    }

    #[test]
    fn no_two_symbols_are_spelt_alike() {
        let all = ["Λ", "ν", "ω", "Ê", "ĝ", "Π", "r_Π", "r_P", "α", "a", "S", "s", "E", "E_s"];
        let spelt: std::collections::HashSet<String> = all.iter().map(|symbol| self::spelt(symbol)).collect();
        assert_eq!(spelt.len(), all.len());
    }
}
