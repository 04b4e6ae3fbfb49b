//! What follows from a scenario: inputs, reference and projection of every city.
//!
//! Recomputed when the scenario's revision changes, within the same frame. The
//! reference does not depend on lever settings, so while a lever moves only the
//! projection of its city is computed again.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::evidence::Library;
use crate::explain::runs::Runs;
use crate::model::levers::LeverId;
use crate::model::outlook::Outlook;
use crate::model::parameters::ParameterId;
use crate::model::projection::{self, Column, Inputs, Outcome, Reference};
use crate::scenario::document::{Assumption, CityPlan, Scenario};
use crate::scenario::lower::{self, LowerError};

/// The results of one city.
#[derive(Clone, Debug)]
pub struct CityResult {
    /// Changes whenever the city is computed again.
    pub version: u64,
    basis: Basis,
    plan: CityPlan,
    inputs: Inputs,
    reference: Reference,
    /// The reference and the scenario.
    pub outcome: Outcome,
}

impl CityResult {
    /// Scenario and reference of a column in a year; `None` where there is no value.
    #[must_use]
    pub fn at(&self, column: impl Into<Column>, year: i32) -> Option<(f64, Option<f64>)> {
        let column = column.into();
        let value = self.outcome.scenario.at(column, year)?;
        Some((value, self.outcome.reference.at(column, year)))
    }

    /// The same city with every lever at adopted policy.
    #[must_use]
    pub fn at_adopted_policy(&self) -> Self {
        let reference = self.outcome.reference.clone();
        Self {
            inputs: self.inputs.keeping(|_| false),
            outcome: Outcome { scenario: reference.clone(), reference },
            plan: CityPlan { levers: BTreeMap::new(), ..self.plan.clone() },
            ..self.clone()
        }
    }

    /// What the reference depends on.
    pub(super) const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The run under adopted policy.
    #[must_use]
    pub const fn reference(&self) -> &Reference {
        &self.reference
    }

    /// Its runs again, with everything that their equations saw.
    #[must_use]
    pub fn runs(&self) -> Runs<'_> {
        Runs::new(&self.inputs, &self.reference, &self.outcome)
    }

    /// The level and the effect of a lever in each reported year, in the lever's unit.
    #[must_use]
    pub fn course(&self, lever: LeverId) -> Vec<(f64, f64)> {
        self.inputs.course(lever)
    }

    /// The inputs the city was computed from.
    #[must_use]
    pub const fn inputs(&self) -> &Inputs {
        &self.inputs
    }
}

/// What the reference of a city depends on: everything but lever settings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Basis {
    start: i32,
    horizon: i32,
    pub(super) outlook: Outlook,
    everywhere: BTreeMap<ParameterId, Assumption>,
    here: BTreeMap<ParameterId, Assumption>,
}

impl Basis {
    /// Whether the members of an ensemble are the same: they do not depend on
    /// the outlook.
    pub(super) fn has_members_of(&self, other: &Self) -> bool {
        let of = |basis: &Self| (basis.start, basis.horizon);
        of(self) == of(other) && self.everywhere == other.everywhere && self.here == other.here
    }
}

/// The results of all cities of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Results {
    revision: Option<u64>,
    /// How often there was something to compute.
    version: u64,
    cities: IndexMap<String, Result<CityResult, LowerError>>,
}

impl Results {
    /// Brings the results up to date with the scenario. Does nothing if they are.
    pub fn refresh(&mut self, scenario: &Scenario, revision: u64, library: &Library) {
        if self.revision == Some(revision) {
            return;
        }
        self.version += 1;
        let mut old = std::mem::take(&mut self.cities);
        self.cities = scenario
            .cities
            .iter()
            .map(|(id, plan)| {
                let before = old.swap_remove(id).and_then(Result::ok);
                (id.clone(), city(scenario, (id, plan), before, self.version, library))
            })
            .collect();
        self.revision = Some(revision);
    }

    /// The result of a city; `None` where the scenario does not have it or it
    /// cannot be computed.
    #[must_use]
    pub fn city(&self, id: &str) -> Option<&CityResult> {
        self.cities.get(id)?.as_ref().ok()
    }

    /// Why a city cannot be computed.
    #[must_use]
    pub fn error(&self, id: &str) -> Option<&LowerError> {
        self.cities.get(id)?.as_ref().err()
    }

    /// The cities that could be computed, in the order of the scenario.
    pub fn cities(&self) -> impl Iterator<Item = (&str, &CityResult)> {
        self.cities.iter().filter_map(|(id, result)| Some((id.as_str(), result.as_ref().ok()?)))
    }
}

fn city(
    scenario: &Scenario,
    (id, plan): (&str, &CityPlan),
    before: Option<CityResult>,
    version: u64,
    library: &Library,
) -> Result<CityResult, LowerError> {
    let basis = Basis {
        start: plan.start,
        horizon: scenario.horizon,
        outlook: lower::outlook(scenario, library)?,
        everywhere: scenario.assumptions.clone(),
        here: plan.assumptions.clone(),
    };
    match before {
        Some(result) if result.basis == basis && result.plan.levers == plan.levers => {
            Ok(CityResult { plan: plan.clone(), ..result })
        }
        Some(result) if result.basis == basis => {
            let inputs = lower::moved(&result.inputs, scenario, id, library)?;
            let scenario = projection::project(&inputs, &result.reference);
            let outcome = Outcome { scenario, ..result.outcome };
            Ok(CityResult { version, plan: plan.clone(), inputs, outcome, ..result })
        }
        _ => {
            let inputs = lower::inputs(scenario, id, library)?;
            let reference = projection::reference(&inputs);
            let outcome = Outcome {
                reference: reference.projection().clone(),
                scenario: projection::project(&inputs, &reference),
            };
            Ok(CityResult { version, basis, plan: plan.clone(), inputs, reference, outcome })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::indicators::Indicator;
    use crate::model::projection::Projection;
    use crate::scenario::document::Setting;

    fn london() -> Scenario {
        let mut scenario = Scenario::new("test");
        scenario.cities.insert("london".to_owned(), CityPlan::adopted(2023));
        scenario
    }

    #[test]
    fn a_lever_moved_and_moved_back_gives_the_reference_to_the_last_bit() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut results = Results::default();
        let mut scenario = london();
        results.refresh(&scenario, 0, &library);
        let jobs = |results: &Results| {
            let city = results.city("london").expect("London is computed");
            city.at(Indicator::ManufacturingJobs, 2050).expect("2050 is projected")
        };
        let (before, reference) = jobs(&results);
        assert_eq!(Some(before), reference);

        let plan = scenario.cities.get_mut("london").expect("it is there");
        plan.levers.insert(LeverId::ProtectedShare, Setting::new(95.0, 2027));
        results.refresh(&scenario, 1, &library);
        let (moved, reference) = jobs(&results);
        assert!(moved > before, "{moved} {before}");
        assert_eq!(Some(before), reference);

        scenario.cities.get_mut("london").expect("it is there").levers.clear();
        results.refresh(&scenario, 2, &library);
        assert_eq!(jobs(&results), (before, Some(before)));
    }

    #[test]
    fn only_what_was_computed_again_has_a_new_version() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = london();
        scenario.cities.insert("brussels".to_owned(), CityPlan::adopted(2024));
        let mut results = Results::default();
        results.refresh(&scenario, 0, &library);
        let version = |results: &Results, id| results.city(id).expect("it is computed").version;
        let before = ["london", "brussels"].map(|id| version(&results, id));
        scenario.title = "another".to_owned();
        results.refresh(&scenario, 1, &library);
        assert_eq!(["london", "brussels"].map(|id| version(&results, id)), before);
        scenario.cities["london"].levers.insert(LeverId::ProtectedShare, Setting::new(95.0, 2027));
        results.refresh(&scenario, 2, &library);
        assert!(version(&results, "london") > before[0] && version(&results, "brussels") == before[1]);
    }

    #[test]
    fn what_is_kept_while_a_lever_moves_is_what_a_fresh_run_gives() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = london();
        let mut kept = Results::default();
        kept.refresh(&scenario, 0, &library);
        let plan = scenario.cities.get_mut("london").expect("it is there");
        plan.levers.insert(LeverId::CapitalGrants, Setting::new(10.0, 2027));
        plan.levers.insert(LeverId::ProtectedShare, Setting::new(90.0, 2030));
        kept.refresh(&scenario, 1, &library);
        let plan = scenario.cities.get_mut("london").expect("it is there");
        plan.levers.remove(&LeverId::CapitalGrants);
        plan.levers.insert(LeverId::ProtectedShare, Setting::new(95.0, 2027));
        kept.refresh(&scenario, 2, &library);
        let fresh = projection::run(&lower::inputs(&scenario, "london", &library).expect("it lowers"));
        let kept = kept.city("london").expect("London is computed");
        for of in Indicator::all() {
            let bits = |run: &Projection| run.column(of).iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&kept.outcome.scenario), bits(&fresh.scenario), "{of}");
            assert_eq!(bits(&kept.outcome.reference), bits(&fresh.reference), "{of}");
        }
    }

    #[test]
    fn an_outlook_moves_the_reference_too() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = london();
        let mut results = Results::default();
        results.refresh(&scenario, 0, &library);
        let reference = |r: &Results| r.city("london").and_then(|c| c.at(Indicator::ManufacturingJobs, 2050));
        let before = reference(&results);
        let other = library.outlooks.keys().find(|id| *id != Library::BASELINE).expect("there are several");
        scenario.outlook.base.clone_from(other);
        results.refresh(&scenario, 1, &library);
        assert_ne!(before, reference(&results));
    }
}
