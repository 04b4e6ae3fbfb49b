//! Edits: the only thing that changes a scenario.

use std::collections::BTreeMap;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::{LeverGroup, LeverId};
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::t;
use crate::words;

use super::document::{Assumption, CityPlan, Measure, Scenario, Setting, Target};
use super::limits::{self, Fault};

/// One change of a scenario, undoable.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioEdit {
    /// Replaces the title.
    SetTitle(String),
    /// Replaces the author.
    SetAuthor(String),
    /// Replaces the notes.
    SetNotes(String),
    /// Moves the last year of the projection.
    SetHorizon(i32),
    /// Chooses a named outlook; changed drivers stay changed.
    SetOutlook(String),
    /// Departs from the named outlook in one driver.
    SetDriver {
        /// Which driver.
        driver: DriverId,
        /// Its value, in the driver's unit, and why.
        assumption: Assumption,
    },
    /// Follows the named outlook again in one driver.
    ResetDriver(DriverId),
    /// Follows the named outlook again in every driver.
    ResetOutlook,
    /// Adds a city at adopted policy, or with a plan made elsewhere.
    AddCity {
        /// Id of the city.
        city: String,
        /// Its plan; `None` is adopted policy from the city's base year.
        plan: Option<CityPlan>,
    },
    /// Takes a city out.
    RemoveCity(String),
    /// Moves the first year of a city's projection. Levers that would then
    /// start before it start with it.
    SetCityStart {
        /// Id of the city.
        city: String,
        /// One of the starts of its pack.
        start: i32,
    },
    /// Sets a level. A lever that was at adopted policy gets the city's first
    /// possible start and the default ramp.
    SetLevel {
        /// Id of the city.
        city: String,
        /// Which lever.
        lever: LeverId,
        /// The level, in the lever's unit.
        level: f64,
    },
    /// Sets a lever as a whole.
    SetLever {
        /// Id of the city.
        city: String,
        /// Which lever.
        lever: LeverId,
        /// Level, start, ramp and reason.
        setting: Setting,
    },
    /// Sets a lever back to adopted policy.
    ResetLever {
        /// Id of the city.
        city: String,
        /// Which lever.
        lever: LeverId,
    },
    /// Sets a group of levers back to adopted policy.
    ResetGroup {
        /// Id of the city.
        city: String,
        /// Which group.
        group: LeverGroup,
    },
    /// Sets every lever of a city back to adopted policy.
    ResetCity(String),
    /// Sets every lever of every city back to adopted policy.
    ResetAll,
    /// Replaces all lever settings of a city, for example with another city's.
    SetPolicy {
        /// Id of the city.
        city: String,
        /// The new settings.
        levers: BTreeMap<LeverId, Setting>,
    },
    /// Adds a target, or replaces the one for the same indicator and year.
    SetTarget {
        /// Id of the city.
        city: String,
        /// What to reach.
        target: Target,
    },
    /// Takes a target out.
    RemoveTarget {
        /// Id of the city.
        city: String,
        /// What was aimed at.
        indicator: Measure,
        /// By when.
        year: i32,
    },
    /// Weighs what a party cares about otherwise, or as the pack does again.
    SetConcern {
        /// Id of the city.
        city: String,
        /// Id of the party.
        party: String,
        /// What it cares about.
        indicator: Indicator,
        /// From −3 (wants much less of it) to 3; `None` as the pack has it.
        weight: Option<f64>,
    },
    /// Weighs everything that the parties of a city care about as the pack does.
    ResetConcerns(String),
    /// Overrides a parameter. The reason may not be empty.
    SetAssumption {
        /// Id of the city; `None` for all cities.
        city: Option<String>,
        /// Which parameter.
        parameter: ParameterId,
        /// Its value, in the parameter's unit, and why.
        assumption: Assumption,
    },
    /// Takes the evidence's value of a parameter again.
    ResetAssumption {
        /// Id of the city; `None` for the override of all cities.
        city: Option<String>,
        /// Which parameter.
        parameter: ParameterId,
    },
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditError {
    /// The scenario has no such city.
    #[error("{}", t!("edits-no-city", city = .0))]
    NoCity(String),
    /// The scenario has the city already.
    #[error("{}", t!("edits-has-city", city = .0))]
    HasCity(String),
    /// A scenario keeps at least one city.
    #[error("{}", t!("edits-last-city", city = .0))]
    LastCity(String),
    /// There is no such target.
    #[error("{}", t!("edits-no-target", city = .city, what = .indicator.to_string(), year = .year))]
    NoTarget {
        /// Id of the city.
        city: String,
        /// What would be aimed at.
        indicator: Measure,
        /// By when.
        year: i32,
    },
    /// An override needs a reason.
    #[error("{}", t!("edits-no-reason", parameter = .0.id()))]
    NoReason(ParameterId),
    /// The scenario would say something that it may not.
    #[error(transparent)]
    Limit(#[from] Fault),
}

impl ScenarioEdit {
    /// The scenario after this edit. The one given stays as it is, so an edit
    /// that fails has changed nothing.
    ///
    /// # Errors
    /// If the edit names something that is not there, or the result would
    /// break a limit of [`limits`].
    pub fn apply(&self, scenario: &Scenario, library: &Library) -> Result<Scenario, EditError> {
        let mut next = scenario.clone();
        self.change(&mut next, library)?;
        match limits::faults(&next, library).into_iter().next() {
            Some(fault) => Err(fault.into()),
            None => Ok(next),
        }
    }

    fn change(&self, next: &mut Scenario, library: &Library) -> Result<(), EditError> {
        match self {
            Self::SetTitle(text) => text.clone_into(&mut next.title),
            Self::SetAuthor(text) => text.clone_into(&mut next.author),
            Self::SetNotes(text) => text.clone_into(&mut next.notes),
            Self::SetHorizon(year) => next.horizon = *year,
            Self::SetOutlook(id) => id.clone_into(&mut next.outlook.base),
            Self::SetDriver { driver, assumption } => {
                next.outlook.changes.insert(*driver, assumption.clone());
            }
            Self::ResetDriver(driver) => {
                next.outlook.changes.remove(driver);
            }
            Self::ResetOutlook => next.outlook.changes.clear(),
            Self::AddCity { city, plan } => add_city(next, library, city, plan.as_ref())?,
            Self::RemoveCity(city) => remove_city(next, city)?,
            Self::SetCityStart { city, start } => {
                let plan = plan(next, city)?;
                plan.start = *start;
                for setting in plan.levers.values_mut() {
                    setting.start = setting.start.max(*start);
                }
            }
            Self::SetLevel { city, lever, level } => {
                let horizon = next.horizon;
                let plan = plan(next, city)?;
                let start = limits::first_policy_year(pack(library, city)?, (plan.start, horizon));
                plan.levers.entry(*lever).or_insert_with(|| Setting::new(*level, start)).level = *level;
            }
            Self::SetLever { city, lever, setting } => {
                plan(next, city)?.levers.insert(*lever, setting.clone());
            }
            Self::ResetLever { city, lever } => {
                plan(next, city)?.levers.remove(lever);
            }
            Self::ResetGroup { city, group } => {
                plan(next, city)?.levers.retain(|lever, _| lever.spec().group != *group);
            }
            Self::ResetCity(city) => plan(next, city)?.levers.clear(),
            Self::ResetAll => next.cities.values_mut().for_each(|plan| plan.levers.clear()),
            Self::SetPolicy { city, levers } => levers.clone_into(&mut plan(next, city)?.levers),
            Self::SetTarget { city, target } => {
                let plan = plan(next, city)?;
                plan.targets.retain(|t| t.indicator != target.indicator || t.year != target.year);
                plan.targets.push(target.clone());
                plan.order_targets();
            }
            Self::RemoveTarget { city, indicator, year } => {
                let targets = &mut plan(next, city)?.targets;
                let Some(at) = targets.iter().position(|t| t.indicator == *indicator && t.year == *year) else {
                    return Err(EditError::NoTarget { city: city.clone(), indicator: indicator.clone(), year: *year });
                };
                targets.remove(at);
            }
            Self::SetConcern { city, party, indicator, weight } => {
                let default = pack(library, city)?.parties.get(party).map(|party| party.weight(*indicator));
                let concerns = &mut plan(next, city)?.concerns;
                let weights = concerns.entry(party.clone()).or_default();
                match weight.filter(|weight| default != Some(*weight)) {
                    Some(weight) => weights.insert(*indicator, weight),
                    None => weights.remove(indicator),
                };
                concerns.retain(|_, weights| !weights.is_empty());
            }
            Self::ResetConcerns(city) => plan(next, city)?.concerns.clear(),
            Self::SetAssumption { city, parameter, assumption } => {
                if assumption.reason.trim().is_empty() {
                    return Err(EditError::NoReason(*parameter));
                }
                assumptions(next, city.as_deref())?.insert(*parameter, assumption.clone());
            }
            Self::ResetAssumption { city, parameter } => {
                assumptions(next, city.as_deref())?.remove(parameter);
            }
        }
        Ok(())
    }

    /// What the edit is called in the undo menu, for example
    /// "Protected share of industrial land, London".
    #[must_use]
    pub fn name(&self, library: &Library) -> String {
        let in_city = |what: &str, city: &str| format!("{what}, {}", library.packs.get(city).map_or(city, words::city));
        match self {
            Self::SetTitle(_) => t!("edits-title").to_owned(),
            Self::SetAuthor(_) => t!("edits-author").to_owned(),
            Self::SetNotes(_) => t!("edits-notes").to_owned(),
            Self::SetHorizon(_) => t!("edits-horizon").to_owned(),
            Self::SetOutlook(_) => t!("edits-outlook").to_owned(),
            Self::SetDriver { driver, .. } => words::driver(*driver).to_owned(),
            Self::ResetDriver(driver) => t!("edits-reset", what = words::driver(*driver)),
            Self::ResetOutlook => t!("edits-reset-outlook").to_owned(),
            Self::AddCity { city, .. } => in_city(t!("edits-add-city"), city),
            Self::RemoveCity(city) => in_city(t!("edits-remove-city"), city),
            Self::SetCityStart { city, .. } => in_city(t!("edits-start"), city),
            Self::SetLevel { city, lever, .. } | Self::SetLever { city, lever, .. } => {
                in_city(words::lever(*lever), city)
            }
            Self::ResetLever { city, lever } => in_city(&t!("edits-reset", what = words::lever(*lever)), city),
            Self::ResetGroup { city, group } => in_city(&t!("edits-reset", what = words::group(*group)), city),
            Self::ResetCity(city) => in_city(t!("edits-reset-levers"), city),
            Self::ResetAll => t!("edits-reset-all").to_owned(),
            Self::SetPolicy { city, .. } => in_city(t!("edits-paste"), city),
            Self::SetTarget { city, target } => {
                in_city(&t!("edits-target", what = target.indicator.name(library.packs.get(city))), city)
            }
            Self::RemoveTarget { city, indicator, .. } => {
                in_city(&t!("edits-remove-target", what = indicator.name(library.packs.get(city))), city)
            }
            Self::SetConcern { city, party, indicator, .. } => {
                let known = library.packs.get(city).and_then(|pack| pack.parties.get(party));
                let party = known.map_or(party.as_str(), words::party);
                in_city(&t!("charts-line", name = party, figure = words::indicator(*indicator)), city)
            }
            Self::ResetConcerns(city) => in_city(t!("edits-reset-concerns"), city),
            Self::SetAssumption { city, parameter, .. } => {
                named(&t!("edits-assumption", parameter = parameter.id()), city.as_deref(), in_city)
            }
            Self::ResetAssumption { city, parameter } => {
                named(&t!("edits-reset-assumption", parameter = parameter.id()), city.as_deref(), in_city)
            }
        }
    }
}

fn named(what: &str, city: Option<&str>, in_city: impl Fn(&str, &str) -> String) -> String {
    city.map_or_else(|| what.to_owned(), |city| in_city(what, city))
}

fn pack<'a>(library: &'a Library, city: &str) -> Result<&'a CityPack, EditError> {
    library.packs.get(city).ok_or_else(|| limits::unknown_city(city, library).into())
}

fn plan<'a>(scenario: &'a mut Scenario, city: &str) -> Result<&'a mut CityPlan, EditError> {
    scenario.cities.get_mut(city).ok_or_else(|| EditError::NoCity(city.to_owned()))
}

fn assumptions<'a>(
    scenario: &'a mut Scenario,
    city: Option<&str>,
) -> Result<&'a mut BTreeMap<ParameterId, Assumption>, EditError> {
    match city {
        Some(city) => Ok(&mut plan(scenario, city)?.assumptions),
        None => Ok(&mut scenario.assumptions),
    }
}

fn add_city(scenario: &mut Scenario, library: &Library, city: &str, plan: Option<&CityPlan>) -> Result<(), EditError> {
    if scenario.cities.contains_key(city) {
        return Err(EditError::HasCity(city.to_owned()));
    }
    let base_year = pack(library, city)?.base_year;
    let plan = plan.cloned().unwrap_or_else(|| CityPlan::adopted(base_year));
    scenario.cities.insert(city.to_owned(), plan);
    Ok(())
}

fn remove_city(scenario: &mut Scenario, city: &str) -> Result<(), EditError> {
    if scenario.cities.len() == 1 && scenario.cities.contains_key(city) {
        return Err(EditError::LastCity(city.to_owned()));
    }
    // shift_remove keeps the order of the others.
    scenario.cities.shift_remove(city).map(drop).ok_or_else(|| EditError::NoCity(city.to_owned()))
}
