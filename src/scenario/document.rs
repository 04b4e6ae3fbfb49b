//! The scenario: the policies of several cities and an outlook, as plain data.
//!
//! It holds what a planner decided and nothing that follows from it: no
//! results, no view state, no undo. The only thing that changes it is a
//! [`ScenarioEdit`](super::edit::ScenarioEdit).

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use indexmap::IndexMap;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::reading::nearest;
use crate::t;
use crate::words;

/// The last year of a projection where a scenario does not say otherwise.
pub const DEFAULT_HORIZON: i32 = 2050;

/// A scenario: the document that people open, save and send.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Comment lines above the document in its file, without the `//`.
    /// Comments inside a file come here when it is read.
    pub comment: Vec<String>,
    /// Title, one line.
    pub title: String,
    /// Who made it; may be empty.
    pub author: String,
    /// What it stands for and what to try, in sentences.
    pub notes: String,
    /// The last year of the projection.
    pub horizon: i32,
    /// Assumptions about the world.
    pub outlook: OutlookChoice,
    /// Parameters that the planner overrides in every city.
    pub assumptions: BTreeMap<ParameterId, Assumption>,
    /// The cities by id, in the order shown.
    pub cities: IndexMap<String, CityPlan>,
}

impl Scenario {
    /// A scenario without cities, at the default outlook and horizon.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            comment: Vec::new(),
            title: title.into(),
            author: String::new(),
            notes: String::new(),
            horizon: DEFAULT_HORIZON,
            outlook: OutlookChoice::named(Library::BASELINE),
            assumptions: BTreeMap::new(),
            cities: IndexMap::new(),
        }
    }

    /// The setting of one lever; `None` where it is at adopted policy or the
    /// scenario has no such city.
    #[must_use]
    pub fn setting(&self, city: &str, lever: LeverId) -> Option<&Setting> {
        self.cities.get(city)?.levers.get(&lever)
    }
}

/// A named outlook and the drivers in which this scenario departs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookChoice {
    /// Id of the named outlook.
    pub base: String,
    /// Drivers with a value of their own, in the driver's unit.
    pub changes: BTreeMap<DriverId, Assumption>,
}

impl OutlookChoice {
    /// A named outlook as it is.
    #[must_use]
    pub fn named(base: impl Into<String>) -> Self {
        Self { base: base.into(), changes: BTreeMap::new() }
    }
}

/// A number that replaces the evidence, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The value, in the unit of what it replaces.
    pub value: f64,
    /// Why; may be empty.
    pub reason: String,
}

/// The policy of one city.
#[derive(Clone, Debug, PartialEq)]
pub struct CityPlan {
    /// The first year of the projection: one of the starts of the city pack.
    pub start: i32,
    /// Levers that are not at adopted policy.
    pub levers: BTreeMap<LeverId, Setting>,
    /// What the planner wants to reach, by indicator and year.
    pub targets: Vec<Target>,
    /// Parameters that the planner overrides in this city only.
    pub assumptions: BTreeMap<ParameterId, Assumption>,
    /// How much parties care, where that is not what their pack says: by party
    /// and indicator, from −3 (wants much less of it) to 3.
    pub concerns: BTreeMap<String, BTreeMap<Indicator, f64>>,
}

impl CityPlan {
    /// Adopted policy from `start` on.
    #[must_use]
    pub const fn adopted(start: i32) -> Self {
        Self {
            start,
            levers: BTreeMap::new(),
            targets: Vec::new(),
            assumptions: BTreeMap::new(),
            concerns: BTreeMap::new(),
        }
    }

    /// Brings the targets into their one order.
    pub fn order_targets(&mut self) {
        self.targets.sort_by(|a, b| (&a.indicator, a.year).cmp(&(&b.indicator, b.year)));
    }
}

/// How a lever is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The level reached, in the lever's own unit: 90 is 90 %.
    pub level: f64,
    /// The year in which the change begins.
    pub start: i32,
    /// Years over which the level is reached, in years.
    pub ramp: f64,
    /// Why; may be empty.
    pub reason: String,
}

impl Setting {
    /// The ramp of a lever where nobody chose one, in years.
    pub const DEFAULT_RAMP: f64 = 1.0;

    /// A level reached within a year of its start, without a reason.
    #[must_use]
    pub const fn new(level: f64, start: i32) -> Self {
        Self { level, start, ramp: Self::DEFAULT_RAMP, reason: String::new() }
    }
}

/// A value that an indicator should reach in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What is aimed at.
    pub indicator: Measure,
    /// By when.
    pub year: i32,
    /// The value, in the indicator's unit.
    pub value: f64,
}

/// An indicator, or the jobs of one sub-sector: what a row of a table and a
/// target are about. Its text form is `vacancy` or `manufacturing_jobs.SECTOR`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// An indicator of the city.
    Indicator(Indicator),
    /// Manufacturing jobs of the pack's sub-sector with this id.
    JobsOf(String),
}

impl Measure {
    /// The indicator whose unit and direction it has.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        match self {
            Self::Indicator(indicator) => *indicator,
            Self::JobsOf(_) => Indicator::ManufacturingJobs,
        }
    }

    /// What it is called, in a city that is described here: a sub-sector that the city
    /// does not have by its id.
    #[must_use]
    pub fn name(&self, pack: Option<&CityPack>) -> String {
        match self {
            Self::Indicator(indicator) => words::indicator(*indicator).to_owned(),
            Self::JobsOf(id) => {
                let sector = pack.and_then(|pack| pack.sectors.get(id));
                t!("why-jobs-of", sector = sector.map_or(id.as_str(), words::sector))
            }
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indicator(indicator) => write!(f, "{indicator}"),
            Self::JobsOf(sector) => write!(f, "{}.{sector}", Indicator::ManufacturingJobs),
        }
    }
}

impl FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(indicator) = text.parse() {
            return Ok(Self::Indicator(indicator));
        }
        match text.split_once('.') {
            Some((of, sector)) if of.parse() == Ok(Indicator::ManufacturingJobs) && !sector.is_empty() => {
                Ok(Self::JobsOf(sector.to_owned()))
            }
            _ => Err(UnknownMeasure(text.to_owned())),
        }
    }
}

/// A text that names no indicator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown indicator {0:?}; expected one of {all}; fix: {hint}", all = known().join(", "), hint = nearest::hint(.0, known()))]
pub struct UnknownMeasure(pub String);

/// The ids of all indicators.
fn known() -> Vec<&'static str> {
    Indicator::all().map(Into::into).collect()
}
