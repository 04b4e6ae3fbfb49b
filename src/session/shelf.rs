//! The presets as a menu shows them.

use crate::evidence::Library;
use crate::scenario::presets::{self, Preset};

/// A preset, by what a reader must know to choose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The preset.
    pub preset: &'static Preset,
    /// Its title.
    pub title: String,
    /// What it stands for.
    pub about: String,
}

/// Every preset, in the order shown. One that does not fit the library has its
/// id for a title; opening it will say why.
#[must_use]
pub fn offers(library: &Library) -> Vec<Offer> {
    let offer = |preset: &'static Preset| match preset.open(library) {
        Ok(scenario) => Offer { preset, about: presets::stands_for(&scenario).to_owned(), title: scenario.title },
        Err(_) => Offer { preset, about: String::new(), title: preset.id.to_owned() },
    };
    presets::ALL.iter().map(offer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_offered_by_title_and_purpose() {
        let offers = offers(&Library::embedded().expect("the evidence is embedded"));
        assert_eq!(offers.len(), presets::ALL.len());
        for offer in &offers {
            assert_ne!(offer.title, offer.preset.id);
            assert!(!offer.about.is_empty(), "{}", offer.title);
        }
    }
}
