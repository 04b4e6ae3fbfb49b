//! From a scenario to what the model computes with.

use crate::analysis::beliefs::{Belief, Beliefs};
use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::model::outlook::{DriverId, NamedOutlook, Outlook};
use crate::model::parameters::{ParameterId, Parameters};
use crate::model::projection::{Inputs, InputsError, LeverSetting};

use super::document::{CityPlan, Scenario};

/// Why a city of a scenario cannot be projected.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LowerError {
    /// The scenario has no such city.
    #[error("the scenario has no city {0:?}")]
    NoCity(String),
    /// No pack describes the city.
    #[error("there is no city pack {0:?}")]
    NoPack(String),
    /// There is no such outlook.
    #[error("there is no outlook {0:?}")]
    NoOutlook(String),
    /// The evidence has no value for a parameter.
    #[error("the evidence has no value for the parameter {0}")]
    NoParameter(ParameterId),
    /// The model refuses the numbers.
    #[error(transparent)]
    Inputs(#[from] InputsError),
}

/// The inputs of one city, with its levers as the scenario sets them.
///
/// # Errors
/// If something that the scenario names does not exist, or the model refuses
/// its numbers. Neither happens to a scenario that [`super::limits::faults`]
/// finds nothing in and packs that pass their checks.
pub fn inputs(scenario: &Scenario, city: &str, library: &Library) -> Result<Inputs, LowerError> {
    let plan = scenario.cities.get(city).ok_or_else(|| LowerError::NoCity(city.to_owned()))?;
    let pack = library.packs.get(city).ok_or_else(|| LowerError::NoPack(city.to_owned()))?;
    let parameters = parameters(scenario, plan, pack, library)?;
    let baseline = named(library, Library::BASELINE)?;
    let mut inputs =
        Inputs::new(pack, plan.start, scenario.horizon, parameters, baseline, outlook(scenario, library)?)?;
    for (index, sector) in pack.sectors.keys().enumerate() {
        if let Some(trend) = library.expected_trend(pack, sector) {
            inputs.set_trend(index, trend);
        }
    }
    set_levers(&mut inputs, plan, pack);
    Ok(inputs)
}

/// The inputs of a city of which only lever settings changed: what does not depend on
/// them, as the estimate of the drift, is not worked out again.
///
/// # Errors
/// If the scenario or the library does not have the city.
pub fn moved(before: &Inputs, scenario: &Scenario, city: &str, library: &Library) -> Result<Inputs, LowerError> {
    let plan = scenario.cities.get(city).ok_or_else(|| LowerError::NoCity(city.to_owned()))?;
    let pack = library.packs.get(city).ok_or_else(|| LowerError::NoPack(city.to_owned()))?;
    let mut inputs = before.keeping(|_| false);
    set_levers(&mut inputs, plan, pack);
    Ok(inputs)
}

fn set_levers(inputs: &mut Inputs, plan: &CityPlan, pack: &CityPack) {
    let has_effect = |lever: &LeverId| pack.levers.get(lever).is_some_and(|local| local.unavailable.is_none());
    for (lever, setting) in plan.levers.iter().filter(|(lever, _)| has_effect(lever)) {
        inputs.set_lever(*lever, LeverSetting { level: setting.level, start: setting.start, ramp: setting.ramp });
    }
}

/// What is believed about a city's constants in a scenario: the beliefs from
/// which the members of its ensemble are drawn.
///
/// # Errors
/// If there is no such city, or the evidence lacks a parameter.
pub fn beliefs(scenario: &Scenario, city: &str, library: &Library) -> Result<Beliefs, LowerError> {
    let plan = scenario.cities.get(city).ok_or_else(|| LowerError::NoCity(city.to_owned()))?;
    let pack = library.packs.get(city).ok_or_else(|| LowerError::NoPack(city.to_owned()))?;
    let belief = |&id: &ParameterId| -> Result<Belief, LowerError> {
        if let Some(assumption) = assumed(scenario, plan, id) {
            return Ok(Belief::Fixed(assumption));
        }
        if let Some(own) = pack.parameters.get(id.id()) {
            return Ok(Belief::Here(own.clone()));
        }
        let general = library.parameters.get(id.id()).ok_or(LowerError::NoParameter(id))?;
        let per = if id.is_money() { pack.currency.eur_rate.value } else { 1.0 };
        Ok(Belief::Everywhere(general.clone(), per))
    };
    Ok(Beliefs {
        city: city.to_owned(),
        parameters: ParameterId::ALL.iter().map(belief).collect::<Result<_, _>>()?,
        calibration: library.calibrations.get(&pack.id).cloned(),
        sectors: pack.sectors.keys().cloned().collect(),
    })
}

/// The value that a scenario gives a parameter: for the city, else for all.
fn assumed(scenario: &Scenario, plan: &CityPlan, id: ParameterId) -> Option<f64> {
    plan.assumptions.get(&id).or_else(|| scenario.assumptions.get(&id)).map(|assumption| assumption.value)
}

/// The outlook that a scenario chooses, with its own changes.
///
/// # Errors
/// If there is no outlook of that name.
pub fn outlook(scenario: &Scenario, library: &Library) -> Result<Outlook, LowerError> {
    let base = named(library, &scenario.outlook.base)?;
    let changed = |id: DriverId| scenario.outlook.changes.get(&id).map(|assumption| assumption.value);
    Ok(Outlook::from_fn(|id| changed(id).unwrap_or_else(|| base.get(id))))
}

fn named(library: &Library, id: &str) -> Result<Outlook, LowerError> {
    library.outlooks.get(id).map(NamedOutlook::values).ok_or_else(|| LowerError::NoOutlook(id.to_owned()))
}

/// A value for every parameter: the scenario's for the city, else the
/// scenario's for all, else the centre of the city's fit to its history, else
/// the expectation of the pack's prior, else of the evidence's.
pub(super) fn parameters(
    scenario: &Scenario,
    plan: &CityPlan,
    pack: &CityPack,
    library: &Library,
) -> Result<Parameters<f64>, LowerError> {
    let mut missing = None;
    let values = Parameters::from_fn(|id| {
        assumed(scenario, plan, id).or_else(|| library.expected(pack, id)).unwrap_or_else(|| {
            missing.get_or_insert(id);
            f64::NAN
        })
    });
    missing.map_or(Ok(values), |id| Err(LowerError::NoParameter(id)))
}
