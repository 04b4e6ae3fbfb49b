//! Version 2 of the scenario format, frozen: version 1 with the packs of cities
//! that are not built in, and with a receipt.

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::scenario::receipt;

/// What did not change since version 1.
use super::v1::{Assumption, City, Outlook};
use super::v3;

/// A scenario as version 2 writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    #[serde(rename = "format")]
    pub _format: IgnoredAny,
    #[serde(rename = "version")]
    pub _version: IgnoredAny,
    pub title: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub notes: String,
    pub horizon: i32,
    pub outlook: Outlook,
    #[serde(default)]
    pub assumptions: IndexMap<String, Assumption>,
    pub cities: IndexMap<String, City>,
    /// Packs by the id of the city. They have a format and a version of their
    /// own and are read by the reader of packs.
    #[serde(default)]
    pub packs: IndexMap<String, IgnoredAny>,
    #[serde(default)]
    pub receipt: Option<Receipt>,
}

/// What the scenario gave when it was saved.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    program: String,
    model: u32,
    seed: u64,
    members: u32,
    settings: String,
    evidence: String,
    results: IndexMap<String, IndexMap<String, IndexMap<i32, f64>>>,
    used: IndexMap<String, f64>,
    #[serde(default)]
    series: IndexMap<String, String>,
}

impl Document {
    /// The same in version 3, which can hold more: what parties care about.
    /// Nothing changes its meaning.
    pub fn upgrade(self) -> v3::Document {
        let city = |city: City| v3::City {
            start: city.start,
            levers: city.levers,
            targets: city.targets,
            assumptions: city.assumptions,
            concerns: IndexMap::new(),
        };
        v3::Document {
            _format: IgnoredAny,
            _version: IgnoredAny,
            title: self.title,
            author: self.author,
            notes: self.notes,
            horizon: self.horizon,
            outlook: self.outlook,
            assumptions: self.assumptions,
            cities: self.cities.into_iter().map(|(id, plan)| (id, city(plan))).collect(),
            packs: self.packs,
            receipt: self.receipt,
        }
    }
}

impl Receipt {
    /// The receipt of today.
    pub fn into_receipt(self) -> receipt::Receipt {
        let years = |years: IndexMap<i32, f64>| years.into_iter().collect();
        let indicators = |indicators: IndexMap<String, IndexMap<i32, f64>>| {
            indicators.into_iter().map(|(id, values)| (id, years(values))).collect()
        };
        receipt::Receipt {
            program: self.program,
            model: self.model,
            seed: self.seed,
            members: self.members,
            settings: self.settings,
            evidence: self.evidence,
            results: self.results.into_iter().map(|(id, results)| (id, indicators(results))).collect(),
            used: receipt::Used { values: self.used.into_iter().collect(), series: self.series.into_iter().collect() },
        }
    }
}
