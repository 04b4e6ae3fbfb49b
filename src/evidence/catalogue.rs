//! The list of everything that is known, made once, to look things up in.

use std::collections::HashMap;

use super::entries::{self, Entry, Kind};
use super::{Library, Peers, peers};
use crate::model::city::{CityPack, Series};

/// Everything that is known, by position and by id.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    entries: Vec<Entry>,
    /// What a search looks through, entry by entry, in small letters.
    words: Vec<String>,
    first: HashMap<String, usize>,
    peers: Peers,
}

impl Catalogue {
    /// The list of a library.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        // The tests rule out that the shipped panel cannot be read.
        let peers = peers().unwrap_or_default();
        let entries = entries::entries(library, &peers);
        let words = entries.iter().map(|entry| words(library, entry)).collect();
        let mut first = HashMap::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            first.entry(entry.id.clone()).or_insert(at);
        }
        Self { entries, words, first, peers }
    }

    /// Every entry, in the order of tables.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry at a position.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)
    }

    /// The series or forecast with this id: of a city's pack or, without one, of
    /// the panel of other cities.
    #[must_use]
    pub fn series<'a>(&'a self, pack: Option<&'a CityPack>, id: &str) -> Option<&'a Series> {
        match pack {
            Some(pack) => pack.series.get(id).or_else(|| pack.forecasts.get(id)),
            None => self.peers.get(id),
        }
    }

    /// The position of the entry with this id. `london.land@2010` is the value of
    /// the series in that year, `london.land` its latest.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        let (name, year) = match id.rsplit_once('@') {
            Some((name, year)) => (name, year.parse::<i32>().ok()),
            None => (id, None),
        };
        let first = *self.first.get(name)?;
        let same = || self.entries[first..].iter().zip(first..).take_while(|(entry, _)| entry.id == name);
        match (self.entries[first].kind, year) {
            (Kind::Series | Kind::Forecast, None) => same().max_by_key(|(entry, _)| entry.year).map(|(_, at)| at),
            (_, Some(year)) => same().find(|(entry, _)| entry.year == Some(year)).map(|(_, at)| at),
            (_, None) => Some(first),
        }
    }

    /// The entry with this id, as [`Self::position`] finds it.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.at(self.position(id)?)
    }

    /// Whether every word of a search, in small letters, is in an entry.
    #[must_use]
    pub fn says(&self, position: usize, search: &[&str]) -> bool {
        self.words.get(position).is_some_and(|words| search.iter().all(|word| words.contains(word)))
    }
}

/// What a search looks through.
fn words(library: &Library, entry: &Entry) -> String {
    let pack = entry.city.as_ref().and_then(|id| library.packs.get(id));
    let citation = library.source(pack, &entry.source).map_or("", |source| source.citation.as_str());
    let label = entry.confidence.map_or("", |label| label.text());
    let year = entry.year.map_or_else(String::new, |year| year.to_string());
    let city = pack.map_or("", |pack| pack.name.as_str());
    let parts: [&str; 9] =
        [&entry.id, entry.kind.text(), &entry.label, &entry.unit, city, &year, &entry.source, label, citation];
    parts.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        Catalogue::of(&Library::embedded().expect("the evidence is embedded"))
    }

    #[test]
    fn ids_lead_to_entries_and_a_series_to_its_year_or_its_latest() {
        let catalogue = catalogue();
        assert!(catalogue.entries().len() > 1000);
        assert_eq!(catalogue.get("eps_R").map(|e| e.kind), Some(Kind::Parameter));
        assert_eq!(catalogue.get("london.eps_R").and_then(|e| e.city.as_deref()), Some("london"));
        let year = |id| catalogue.get(id).and_then(|e| e.year);
        assert_eq!(year("brussels.floorspace@2017"), Some(2017));
        assert!(year("brussels.floorspace") > Some(2017));
        assert_eq!(year("brussels.floorspace@1066"), None);
        assert_eq!(catalogue.position("nothing.of.the.kind"), None);
    }

    #[test]
    fn every_input_that_a_number_names_leads_to_an_entry() {
        let library = Library::embedded().expect("the evidence is embedded");
        let catalogue = catalogue();
        let mut links = 0;
        let mut follow = |city: Option<&crate::model::city::CityPack>, from: &[String]| {
            for name in from {
                match entries::input(&library, city, name) {
                    Some(id) => {
                        assert!(catalogue.get(&id).is_some(), "{id}");
                        links += 1;
                    }
                    None => assert!(super::super::worth::assumption(name).is_some(), "{name}"),
                }
            }
        };
        for prior in library.parameters.values() {
            follow(None, &prior.from);
        }
        for pack in library.packs.values() {
            pack.parameters.values().for_each(|prior| follow(Some(pack), &prior.from));
            super::super::worth::figures(pack).for_each(|(_, figure)| follow(Some(pack), &figure.from));
        }
        assert!(links > 100, "{links}");
    }

    #[test]
    fn a_search_needs_all_its_words() {
        let catalogue = catalogue();
        let at = catalogue.position("london.eps_R").expect("it is there");
        assert!(catalogue.says(at, &["elasticity", "london"]));
        assert!(!catalogue.says(at, &["elasticity", "brussels"]));
        assert!(catalogue.says(at, &[]));
    }
}
