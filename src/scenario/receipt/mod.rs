//! The receipt: what a scenario gave when it was saved, and what it rested on.
//!
//! It is stored beside the document and never part of it. When the file is
//! opened the results are computed again; where they differ, what the receipt
//! says of parameters, figures and equations tells why, see [`mod@compare`].

pub mod compare;
pub mod hash;
mod used;

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::evidence::Library;
use crate::model;
use crate::model::indicators::Indicator;
use crate::model::projection;

use super::document::Scenario;
use super::lower::{self, LowerError};
pub use used::Used;

/// The indicators whose results are stored.
pub const INDICATORS: [Indicator; 6] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::HomesForgone,
    Indicator::PublicCost,
];

/// The years whose results are stored, as far as the projection has them.
pub const YEARS: [i32; 3] = [2030, 2040, 2050];

/// Results of the central run by city, indicator and year, in the indicator's unit.
pub type Results = IndexMap<String, IndexMap<String, BTreeMap<i32, f64>>>;

/// What a scenario gave, and what it rested on.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// Version of the program that saved it.
    pub program: String,
    /// Version of the equations, [`model::VERSION`].
    pub model: u32,
    /// Seed of the ensemble.
    pub seed: u64,
    /// Members of the ensemble.
    pub members: u32,
    /// Hash of what the scenario sets, [`hash::settings`].
    pub settings: String,
    /// Hash of what it rested on, [`hash::evidence`].
    pub evidence: String,
    /// Key results of the central run, to nine significant digits.
    pub results: Results,
    /// What the equations read.
    pub used: Used,
}

impl Receipt {
    /// The seed of the ensemble where nobody chose one.
    pub const SEED: u64 = 1;

    /// The members that the stored results come from: the central run.
    pub const MEMBERS: u32 = 1;

    /// What a scenario gives now.
    ///
    /// # Errors
    /// If a city cannot be computed, which does not happen to a scenario that is
    /// within its limits.
    pub fn of(scenario: &Scenario, library: &Library) -> Result<Self, LowerError> {
        let used = Used::of(scenario, library)?;
        Ok(Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            model: model::VERSION,
            seed: Self::SEED,
            members: Self::MEMBERS,
            settings: hash::settings(scenario),
            evidence: hash::evidence(model::VERSION, &used),
            results: results(scenario, library)?,
            used,
        })
    }
}

fn results(scenario: &Scenario, library: &Library) -> Result<Results, LowerError> {
    let mut results = Results::new();
    for id in scenario.cities.keys() {
        let outcome = projection::run(&lower::inputs(scenario, id, library)?);
        let years = outcome.scenario.years();
        let mut kept: Vec<i32> = YEARS.into_iter().filter(|year| years.contains(year)).collect();
        if kept.is_empty() {
            kept.push(*years.end());
        }
        let values = |indicator: Indicator| {
            let value = |year: &i32| Some((*year, nine_digits(outcome.scenario.at(indicator, *year)?)));
            (indicator.to_string(), kept.iter().filter_map(value).collect())
        };
        results.insert(id.clone(), INDICATORS.into_iter().map(values).collect());
    }
    Ok(results)
}

/// More than anybody reads, fewer than machines disagree about.
fn nine_digits(value: f64) -> f64 {
    let rounded = format!("{value:.8e}").parse().unwrap_or(value);
    // No negative zero.
    if rounded == 0.0 { 0.0 } else { rounded }
}
