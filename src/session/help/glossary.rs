//! The glossary: the field's words, sorted and searched as each language has them.
//! What the words say are texts; here is which there are, and on what they rest.

use crate::model::indicators::Indicator;
use crate::model::levers::{LeverGroup, LeverId};
use crate::text;

/// A word of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id in texts.
    pub id: &'static str,
    /// The source that it rests on, by its key among the sources.
    pub source: Option<&'static str>,
}

/// Every word, by matter.
pub const ENTRIES: &[Entry] = &[
    Entry { id: "lever", source: None },
    Entry { id: "policy", source: None },
    Entry { id: "outlook", source: None },
    Entry { id: "scenario", source: None },
    Entry { id: "reference", source: None },
    Entry { id: "adopted_policy", source: None },
    Entry { id: "projection", source: None },
    Entry { id: "member", source: None },
    Entry { id: "ensemble", source: None },
    Entry { id: "range", source: None },
    Entry { id: "paired_draws", source: None },
    Entry { id: "central_run", source: None },
    Entry { id: "indicator", source: None },
    Entry { id: "city_pack", source: None },
    Entry { id: "receipt", source: None },
    Entry { id: "backcast", source: None },
    Entry { id: "calibration", source: None },
    Entry { id: "grade", source: None },
    Entry { id: "assumption", source: None },
    Entry { id: "shapley", source: None },
    Entry { id: "manufacturing_jobs", source: None },
    Entry { id: "workplace_jobs", source: None },
    Entry { id: "industrial_floorspace", source: None },
    Entry { id: "gross_internal_area", source: None },
    Entry { id: "industrial_land", source: None },
    Entry { id: "real_rent", source: None },
    Entry { id: "constant_prices", source: None },
    Entry { id: "vacancy", source: Some("lit-24") },
    Entry { id: "occupancy_cost", source: None },
    Entry { id: "gva", source: None },
    Entry { id: "spillover_jobs", source: Some("lit-64") },
    Entry { id: "recovered_material", source: None },
    Entry { id: "circular_jobs_net", source: Some("lit-73") },
    Entry { id: "circular_economy", source: None },
    Entry { id: "homes_forgone", source: None },
    Entry { id: "public_cost", source: None },
    Entry { id: "cost_per_net_job_year", source: None },
    Entry { id: "job_year", source: None },
    Entry { id: "zoning", source: None },
    Entry { id: "rent", source: None },
    Entry { id: "incentives", source: None },
    Entry { id: "protected_land", source: None },
    Entry { id: "sil", source: None },
    Entry { id: "lsis", source: None },
    Entry { id: "zemu", source: None },
    Entry { id: "release", source: None },
    Entry { id: "pipeline", source: None },
    Entry { id: "reprovision", source: None },
    Entry { id: "no_net_loss", source: Some("lit-38") },
    Entry { id: "intensification", source: Some("lit-33") },
    Entry { id: "plot_ratio", source: Some("lit-63") },
    Entry { id: "colocation", source: Some("lit-48") },
    Entry { id: "affordable_workspace", source: Some("lit-12") },
    Entry { id: "public_ownership", source: Some("lit-61") },
    Entry { id: "additionality", source: Some("lit-8") },
    Entry { id: "makerspace", source: Some("lit-87") },
    Entry { id: "distributed_manufacturing", source: Some("lit-88") },
];

impl Entry {
    /// The word.
    #[must_use]
    pub fn term(&self) -> &'static str {
        text::of("glossary-term", self.id).unwrap_or(self.id)
    }

    /// What it means, in a sentence or two.
    #[must_use]
    pub fn words(&self) -> &'static str {
        text::of("glossary-words", self.id).unwrap_or_default()
    }
}

/// The words that have all of these, in the order of the language. Whether letters
/// are large or have accents does not matter; those whose name has them come first.
#[must_use]
pub fn find(sought: &str) -> Vec<&'static Entry> {
    let sought = folded(sought);
    let parts: Vec<&str> = sought.split_whitespace().collect();
    let has = |text: &str| parts.iter().all(|part| text.contains(part));
    let mut found: Vec<(bool, String, &Entry)> = ENTRIES
        .iter()
        .map(|entry| (folded(entry.term()), entry))
        .filter(|(term, entry)| has(&format!("{term} {}", folded(entry.words()))))
        .map(|(term, entry)| (!has(&term), term, entry))
        .collect();
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(_, _, entry)| entry).collect()
}

/// The word for an indicator, where there is one.
#[must_use]
pub fn of_indicator(of: Indicator) -> Option<&'static Entry> {
    let id: &'static str = of.into();
    entry(id)
}

/// The word that helps most with a lever: its own, or that of its group.
#[must_use]
pub fn of_lever(lever: LeverId) -> Option<&'static Entry> {
    entry(match lever {
        LeverId::ProtectedShare => "protected_land",
        LeverId::ReleasePace => "release",
        LeverId::Reprovision => "reprovision",
        LeverId::Intensification => "intensification",
        LeverId::AffordableQuota | LeverId::AffordableDiscount => "affordable_workspace",
        LeverId::PublicOwnership => "public_ownership",
        LeverId::CapitalGrants => "additionality",
        LeverId::CircularProgramme => "circular_economy",
        LeverId::MakerSpaces => "makerspace",
        other => match other.spec().group {
            LeverGroup::Zoning => "zoning",
            LeverGroup::Rent => "rent",
            LeverGroup::Incentives => "incentives",
        },
    })
}

fn entry(id: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.id == id)
}

/// A text as it is compared and sorted in our languages: small letters without
/// accents, ligatures as two letters, and nothing of quotation marks and hyphens.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '’' | '\'' | '-' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use strum::IntoEnumIterator as _;

    use super::*;
    use crate::evidence::Library;
    use crate::session::view::Tab;
    use crate::text::{Language, speak, within};
    use crate::words;

    #[test]
    fn every_word_has_a_name_of_its_own_and_a_meaning_in_every_language() {
        assert!((40..=60).contains(&ENTRIES.len()), "{}", ENTRIES.len());
        for language in Language::all() {
            within(language, || {
                let terms: HashSet<&str> = ENTRIES.iter().map(Entry::term).collect();
                assert_eq!(terms.len(), ENTRIES.len(), "{language:?}");
                for entry in ENTRIES {
                    assert!(entry.words().ends_with('.'), "{language:?}: {}", entry.id);
                }
            });
        }
    }

    #[test]
    fn its_words_are_those_of_the_window() {
        for language in Language::all() {
            within(language, || {
                for of in Indicator::all() {
                    assert_eq!(of_indicator(of).map(Entry::term), Some(words::indicator(of)), "{language:?}");
                }
                for group in LeverGroup::iter() {
                    let id: &str = group.into();
                    let term = entry(&id.to_lowercase()).map(Entry::term);
                    assert_eq!(term, Some(words::group(group)), "{language:?}");
                }
                assert_eq!(entry("backcast").map(Entry::term), Some(Tab::Backcast.label()), "{language:?}");
            });
        }
    }

    #[test]
    fn it_is_searched_without_regard_to_accents_and_case() {
        within(Language::Fr, || {
            let first = |sought: &str| find(sought).first().map(|entry| entry.id);
            assert_eq!(first("RECONVERSION"), Some("release"));
            assert_eq!(first("coût d'occupation"), Some("occupancy_cost"));
            assert_eq!(first("cout occupation"), Some("occupancy_cost"));
            assert!(find("test retrospectif").iter().any(|entry| entry.id == "backcast"));
        });
        speak(Language::En);
        assert_eq!(find("zemu").first().map(|entry| entry.id), Some("zemu"));
        assert!(find("no such word at all").is_empty());
        assert_eq!(find("  ").len(), ENTRIES.len());
    }

    #[test]
    fn it_is_sorted_as_the_language_does() {
        within(Language::Fr, || {
            let terms: Vec<&str> = find("").iter().map(|entry| entry.term()).collect();
            let at = |term: &str| terms.iter().position(|other| *other == term).expect("it is there");
            assert!(at("Économie circulaire") < at("Emplois manufacturiers"), "É is an E: {terms:?}");
            assert!(at("Dossier de ville") < at("Économie circulaire"));
        });
    }

    #[test]
    fn every_source_is_among_the_sources() {
        let library = Library::embedded().expect("the evidence is embedded");
        for entry in ENTRIES {
            assert!(entry.source.is_none_or(|key| library.source(None, key).is_some()), "{}", entry.id);
        }
    }

    #[test]
    fn every_indicator_and_lever_leads_to_a_word() {
        assert!(Indicator::all().all(|of| of_indicator(of).is_some()));
        assert!(LeverId::all().all(|lever| of_lever(lever).is_some()));
    }
}
