//! What is run for a finding: from its data to inputs of the model.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::analysis::calibration::{Evidence, FitError, past};
use crate::analysis::ensemble::{Ensemble, TO_THE_END};
use crate::analysis::values::Values as _;
use crate::evidence::Library;
use crate::model::calibration::Calibration;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::model::projection::{Inputs, Outcome, Reference, project, reference};
use crate::model::retrace::Passed;
use crate::model::sheet::Column;
use crate::model::trace::{self, Trace};
use crate::scenario::document::{Assumption, CityPlan, Scenario, Setting};
use crate::scenario::{limits, lower, presets};

use super::data::{Level, Subject};

/// A city with the policy of a finding.
pub struct Case<'a> {
    /// Its pack.
    pub pack: &'a CityPack,
    /// What the model computes with.
    pub inputs: Inputs,
    library: &'a Library,
    scenario: Scenario,
    reference: Reference,
}

impl<'a> Case<'a> {
    fn new(scenario: Scenario, city: &str, library: &'a Library) -> Result<Self, String> {
        let inputs = lower::inputs(&scenario, city, library).map_err(|error| error.to_string())?;
        let pack = library.packs.get(city).ok_or_else(|| format!("there is no city {city:?}"))?;
        let reference = reference(&inputs);
        Ok(Self { pack, inputs, library, scenario, reference })
    }

    /// Scenario and reference.
    pub fn outcome(&self) -> Outcome {
        Outcome { reference: self.reference.projection().clone(), scenario: project(&self.inputs, &self.reference) }
    }

    /// The scenario with everything that its equations see.
    pub fn trace(&self) -> Trace {
        Trace::of(&self.inputs, &self.reference, trace::Run::Scenario)
    }

    /// The same city with another setting of its levers.
    pub fn with(&self, change: impl FnOnce(&mut Inputs)) -> Self {
        let mut inputs = self.inputs.clone();
        change(&mut inputs);
        let (scenario, reference) = (self.scenario.clone(), self.reference.clone());
        Self { pack: self.pack, inputs, library: self.library, scenario, reference }
    }

    /// What the members of the ensemble have in a year, scenario and reference. They
    /// run no further: what comes later changes nothing before.
    pub fn members(
        &self,
        indicator: Indicator,
        year: i32,
        members: usize,
        seed: u64,
    ) -> Result<Vec<(f64, f64)>, String> {
        let scenario = Scenario { horizon: year, ..self.scenario.clone() };
        let inputs = lower::inputs(&scenario, &self.pack.id, self.library).map_err(|error| error.to_string())?;
        let beliefs = lower::beliefs(&scenario, &self.pack.id, self.library).map_err(|error| error.to_string())?;
        let run = || {
            let ensemble = Ensemble::draw(&beliefs, &inputs, members, seed, TO_THE_END)?;
            let reference = ensemble.reference(&inputs, TO_THE_END)?;
            let scenario = ensemble.scenario(&inputs, &reference, TO_THE_END)?;
            let (column, last) = (Column::from(indicator), inputs.len() - 1);
            Some(scenario.values(column, last).zip(reference.values(column, last)).collect())
        };
        run().ok_or_else(|| "the members were stopped".to_owned())
    }

    /// What was fitted to the city's history.
    pub fn fit(&self) -> Result<&'a Calibration, String> {
        self.library.calibrations.get(&self.pack.id).ok_or_else(|| "not fitted to its history".to_owned())
    }

    /// The run over the past at the centre of the fit, and its first year.
    pub fn past(&self) -> Result<(i32, Vec<Passed<f64>>), String> {
        let (pack, library) = (self.pack, self.library);
        let first = pack.history.as_ref().ok_or("the pack says nothing of its past")?.from;
        let baseline = library.outlooks.get(Library::BASELINE).ok_or("there is no baseline outlook")?.values();
        let expected = |id| library.prior_expected(pack, id);
        let evidence = Evidence::new(pack, expected, |id| library.prior(pack, id), baseline);
        let passed = evidence.and_then(|evidence| past(&evidence, self.fit().map_err(FitError::Missing)?));
        Ok((first, passed.map_err(|error| error.to_string())?))
    }

    /// The first year in which a lever of the package moves.
    pub fn begins(&self) -> Option<i32> {
        LeverId::all().filter_map(|id| self.inputs.setting(id)).map(|setting| setting.start).min()
    }
}

/// The cities of a subject with their names, and each as a case or why it cannot be run.
pub fn cases<'a>(subject: &Subject, library: &'a Library) -> Vec<(String, Result<Case<'a>, String>)> {
    match subject {
        Subject::Package { cities, levers, assumptions } => each(cities, library, |city| {
            let pack = library.packs.get(city).ok_or_else(|| format!("there is no city {city:?}"))?;
            Case::new(package(pack, levers, assumptions)?, city, library)
        }),
        Subject::Preset(id) => match presets::find(id).map(|preset| preset.open(library)) {
            Some(Ok(scenario)) => {
                let cities: Vec<String> = scenario.cities.keys().cloned().collect();
                each(&cities, library, |city| Case::new(scenario.clone(), city, library))
            }
            Some(Err(problems)) => vec![(id.clone(), Err(problems.to_string()))],
            None => vec![(id.clone(), Err("there is no such preset".to_owned()))],
        },
        Subject::Evidence { cities } => each(cities, library, |city| {
            let pack = library.packs.get(city).ok_or_else(|| format!("there is no city {city:?}"))?;
            Case::new(package(pack, &IndexMap::new(), &IndexMap::new())?, city, library)
        }),
    }
}

fn each<'a>(
    cities: &[String],
    library: &'a Library,
    case: impl Fn(&str) -> Result<Case<'a>, String>,
) -> Vec<(String, Result<Case<'a>, String>)> {
    let name = |city: &String| library.packs.get(city).map_or_else(|| city.clone(), |pack| pack.name.clone());
    cities.iter().map(|city| (name(city), case(city))).collect()
}

/// A scenario of one city with these settings from the first possible year.
fn package(
    pack: &CityPack,
    levers: &IndexMap<LeverId, Level>,
    assumptions: &IndexMap<String, f64>,
) -> Result<Scenario, String> {
    let start = limits::first_policy_year(pack, (pack.base_year, limits::LATEST_HORIZON));
    let setting = |at: &Level| Setting { ramp: at.ramp, ..Setting::new(at.level, start) };
    let assumed = |(id, value): (&String, &f64)| {
        let parameter: ParameterId = id.parse().map_err(|error| format!("{error}"))?;
        Ok((parameter, Assumption { value: *value, reason: String::new() }))
    };
    let plan = CityPlan {
        levers: levers.iter().map(|(id, level)| (*id, setting(level))).collect(),
        assumptions: assumptions.iter().map(assumed).collect::<Result<BTreeMap<_, _>, String>>()?,
        ..CityPlan::adopted(pack.base_year)
    };
    let mut scenario = Scenario::new(String::new());
    // Long enough for what lasts: the jobs of a grant fade over decades.
    scenario.horizon = limits::LATEST_HORIZON;
    scenario.cities.insert(pack.id.clone(), plan);
    Ok(scenario)
}
