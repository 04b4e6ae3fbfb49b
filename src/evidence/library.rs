//! Everything that is known, in one place.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::de::DeserializeOwned;

use crate::model::calibration::{Calibration, Fitted};
use crate::model::city::CityPack;
use crate::model::outlook::NamedOutlook;
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Prior, Source};
use crate::reading::{Parsed, Position, Problem, Problems};

use super::check;

/// The shipped packs: where they lie in the project, and their text.
const PACKS: [(&str, &str); 3] = [
    ("presets/cities/london.ron", include_str!("../../presets/cities/london.ron")),
    ("presets/cities/brussels.ron", include_str!("../../presets/cities/brussels.ron")),
    ("presets/cities/rotterdam.ron", include_str!("../../presets/cities/rotterdam.ron")),
];

/// The shipped fits of cities to their history.
const CALIBRATIONS: [(&str, &str); 3] = [
    ("presets/calibration/london.ron", include_str!("../../presets/calibration/london.ron")),
    ("presets/calibration/brussels.ron", include_str!("../../presets/calibration/brussels.ron")),
    ("presets/calibration/rotterdam.ron", include_str!("../../presets/calibration/rotterdam.ron")),
];

/// Sources, parameters, outlooks, city packs and their fits to history.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Publications and data sets by key.
    pub sources: IndexMap<String, Source>,
    /// The prior of every model constant by its id, for a city that brings none of its own.
    pub parameters: IndexMap<String, Prior>,
    /// Named outlooks by id.
    pub outlooks: IndexMap<String, NamedOutlook>,
    /// City packs by the id of the city, in the order in which cities are shown.
    pub packs: IndexMap<String, CityPack>,
    /// Ids of the packs that are not those built in: they travel with scenarios.
    brought: BTreeSet<String>,
    /// The fits of cities to their history by the id of the city. A city may be without.
    pub calibrations: IndexMap<String, Calibration>,
}

impl Library {
    /// The outlook of every baseline.
    pub const BASELINE: &'static str = "plateau";

    /// The source of what was fitted to history.
    pub const CALIBRATION: &'static str = "calibration";

    /// What is shipped with the program. The tests check it; it is not checked
    /// again at every start.
    ///
    /// # Errors
    /// When a shipped file cannot be read, which the tests rule out.
    pub fn embedded() -> Result<Self, Problem> {
        let mut library = Self {
            sources: shipped("assets/evidence/sources.ron", include_str!("../../assets/evidence/sources.ron"))?,
            parameters: shipped(
                "assets/evidence/parameters.ron",
                include_str!("../../assets/evidence/parameters.ron"),
            )?,
            outlooks: shipped("assets/evidence/outlooks.ron", include_str!("../../assets/evidence/outlooks.ron"))?,
            packs: IndexMap::new(),
            brought: BTreeSet::new(),
            calibrations: IndexMap::new(),
        };
        for (file, text) in PACKS {
            let pack: CityPack = shipped(file, text)?;
            library.packs.insert(pack.id.clone(), pack);
        }
        for (file, text) in CALIBRATIONS {
            let fit: Calibration = shipped(file, text)?;
            library.calibrations.insert(fit.city.clone(), fit);
        }
        Ok(library)
    }

    /// Adds the city whose pack is `text`, if it passes every check; `file` is
    /// what to call it in messages.
    ///
    /// # Errors
    /// What keeps the text from being a city pack, or everything that is wrong
    /// with the pack.
    pub fn add_pack(&mut self, file: &str, text: String) -> Result<&CityPack, Problems> {
        let parsed = Parsed::of(file, text)?;
        let pack = self.read_pack(&parsed)?;
        match self.packs.entry(pack.id.clone()) {
            indexmap::map::Entry::Occupied(taken) => Err(Problems::from(parsed.problem(
                parsed.root().value_at(["id"]),
                format!("a city with the id {:?} is already known", taken.key()),
                "an id of its own".to_owned(),
                "change `id`".to_owned(),
            ))),
            indexmap::map::Entry::Vacant(free) => {
                self.brought.insert(pack.id.clone());
                Ok(free.insert(pack))
            }
        }
    }

    /// Takes a pack that passed its checks, in the place of one of the same id.
    pub fn bring(&mut self, pack: CityPack) {
        self.brought.insert(pack.id.clone());
        // Another pack is another history: a fit that is shipped is not of it.
        self.calibrations.shift_remove(&pack.id);
        self.packs.insert(pack.id.clone(), pack);
    }

    /// The pack of a city if it is not built in, and so has to travel with what
    /// speaks of the city.
    #[must_use]
    pub fn brought(&self, city: &str) -> Option<&CityPack> {
        self.packs.get(city).filter(|_| self.brought.contains(city))
    }

    /// Reads and checks a city pack without adding it.
    ///
    /// # Errors
    /// What keeps the text from being a city pack, or everything that is wrong
    /// with the pack, in the order of the text.
    pub fn read_pack(&self, parsed: &Parsed) -> Result<CityPack, Problems> {
        self.read(parsed, |_| {})
    }

    /// Reads a city pack and checks it once it is prepared.
    pub(super) fn read(&self, parsed: &Parsed, prepare: impl FnOnce(&mut CityPack)) -> Result<CityPack, Problems> {
        parsed.version(CityPack::FORMAT, CityPack::VERSION)?;
        let mut problems = parsed.problems();
        let mut pack: CityPack = match parsed.typed() {
            Ok(pack) => pack,
            Err(problem) => {
                problems.push(problem);
                return Err(Problems::sorted(problems));
            }
        };
        prepare(&mut pack);
        let place = |path: &[String]| parsed.root().value_at(path.iter().map(String::as_str));
        problems.extend(
            check::pack(self, &pack)
                .into_iter()
                .map(|finding| parsed.problem(place(&finding.path), finding.to_string(), String::new(), String::new())),
        );
        if problems.is_empty() { Ok(pack) } else { Err(Problems::sorted(problems)) }
    }

    /// The prior of a parameter in a city: the city's own, or else the default
    /// for any city. `None` only in a library that fails its checks.
    #[must_use]
    pub fn prior<'a>(&'a self, city: &'a CityPack, id: ParameterId) -> Option<&'a Prior> {
        city.parameters.get(id.id()).or_else(|| self.parameters.get(id.id()))
    }

    /// What history says about a parameter in a city, where it was fitted.
    #[must_use]
    pub fn fitted(&self, city: &CityPack, id: ParameterId) -> Option<&Fitted> {
        self.calibrations.get(&city.id)?.parameter(id)
    }

    /// What the central run uses for a parameter in a city: the centre of its
    /// fit to history, or else the expectation of its prior.
    #[must_use]
    pub fn expected(&self, city: &CityPack, id: ParameterId) -> Option<f64> {
        self.fitted(city, id).map(Fitted::centre).or_else(|| self.prior_expected(city, id))
    }

    /// What the central run uses for the trend of a sub-sector (1/yr): the centre
    /// of its fit to history, or else the pack's own.
    #[must_use]
    pub fn expected_trend(&self, city: &CityPack, sector: &str) -> Option<f64> {
        let fitted = self.calibrations.get(&city.id).and_then(|fit| fit.trend(sector));
        fitted.map(Fitted::centre).or_else(|| Some(city.sectors.get(sector)?.trend.value))
    }

    /// The expectation of the prior of a parameter in a city. Amounts of money in
    /// the evidence for all cities are in euros and are turned into the city's
    /// currency at its stated rate.
    #[must_use]
    pub fn prior_expected(&self, city: &CityPack, id: ParameterId) -> Option<f64> {
        if let Some(own) = city.parameters.get(id.id()) {
            return Some(own.expected());
        }
        let general = self.parameters.get(id.id())?.expected();
        Some(if id.is_money() { general / city.currency.eur_rate.value } else { general })
    }

    /// A source by its key: the city's own, or one that all cities share.
    #[must_use]
    pub fn source<'a>(&'a self, city: Option<&'a CityPack>, key: &str) -> Option<&'a Source> {
        city.and_then(|c| c.sources.get(key)).or_else(|| self.sources.get(key))
    }
}

/// A shipped text as its type. The tests read it the careful way, for places
/// and duplicates; here it is only typed, because the program starts with it.
pub(super) fn shipped<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    crate::reading::parsed::options().from_str(text).map_err(|error| Problem {
        file: file.to_owned(),
        at: Some(Position { line: error.span.start.line, column: error.span.start.col }),
        message: error.code.to_string(),
        expected: String::new(),
        fix: String::new(),
    })
}
