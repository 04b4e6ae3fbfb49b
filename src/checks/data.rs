//! The checks as they are written in `tests/checks`.

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::reading::{Parsed, Problem};
use crate::units::{decimals_of, number};

const FINDINGS: (&str, &str) = ("tests/checks/findings.ron", include_str!("../../tests/checks/findings.ron"));
const LEVERS: (&str, &str) = ("tests/checks/levers.ron", include_str!("../../tests/checks/levers.ron"));

/// The published findings.
///
/// # Errors
/// What keeps the text from being read.
pub fn findings() -> Result<Vec<Finding>, Problem> {
    read(FINDINGS)
}

/// The lever matrix.
///
/// # Errors
/// What keeps the text from being read.
pub fn levers() -> Result<Levers, Problem> {
    read(LEVERS)
}

fn read<T: DeserializeOwned>((file, text): (&str, &str)) -> Result<T, Problem> {
    let parsed = Parsed::of(file, text.to_owned())?;
    parsed.problems().into_iter().next().map_or_else(|| parsed.typed(), Err)
}

/// Something that others found.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What they found, in a sentence.
    pub finding: String,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// How it is put to the model, and what to know about it.
    pub note: String,
    /// What is run.
    pub of: Subject,
    /// What the model must show.
    pub expected: Vec<Expectation>,
}

/// What is run for a finding.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Subject {
    /// Lever settings that begin in the first year in which a policy can.
    Package {
        /// Ids of the cities.
        cities: Vec<String>,
        /// The settings.
        levers: IndexMap<LeverId, Level>,
        /// Parameters with another value than the evidence has, by id.
        #[serde(default)]
        assumptions: IndexMap<String, f64>,
    },
    /// A shipped scenario.
    Preset(String),
    /// Nothing: the evidence itself is asked, or the run over the past that was
    /// fitted to it.
    Evidence {
        /// Ids of the cities.
        cities: Vec<String>,
    },
}

/// The level of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// In the lever's unit.
    pub level: f64,
    /// Years until it is reached.
    #[serde(default = "one_year")]
    pub ramp: f64,
}

const fn one_year() -> f64 {
    1.0
}

/// A quantity and where it must lie.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The quantity.
    pub shows: Shown,
    /// Where it must lie, in the quantity's unit.
    pub within: Within,
}

/// A quantity that a check looks at.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Shown {
    /// Scenario against reference (%), so many years after the package begins.
    Effect {
        /// Of what.
        indicator: Indicator,
        /// Years after the beginning.
        years: i32,
    },
    /// Change of an indicator between two years (%).
    Change {
        /// Of what.
        indicator: Indicator,
        /// In which run.
        run: Run,
        /// First year.
        from: i32,
        /// Last year.
        to: i32,
    },
    /// Share of the members of an ensemble in which scenario is below reference
    /// (%), so many years after the package begins.
    MembersBelow {
        /// In what.
        indicator: Indicator,
        /// Years after the beginning.
        years: i32,
        /// How many members.
        members: usize,
        /// The seed of their random numbers.
        seed: u64,
    },
    /// How much of a tax relief has come back in rents (%).
    ReliefInRents {
        /// Years of it.
        years: i32,
        /// Since when they count.
        #[serde(default)]
        since: Since,
    },
    /// What one more year of grants costs for each net job (currency/job).
    CostOfNetJob {
        /// Job-years that count as one job (yr).
        life: f64,
        /// What takes prices of the finding to those of the pack.
        deflator: f64,
    },
    /// The sum of these parameters, by id.
    Parameters(Vec<String>),
    /// What the run over the past has at the centre of the city's fit.
    Past {
        /// Of what.
        of: Space,
        /// In which year.
        year: i32,
        /// As a change since this year (%), or else as a level.
        #[serde(default)]
        since: Option<i32>,
    },
    /// What draws of the fit have where floorspace was observed (million m²).
    Fitted {
        /// What was observed, as the fit calls it.
        what: String,
        /// Which of the draws.
        at: Draw,
    },
}

/// Since when the years of a lever count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Since {
    /// Since it is at its full level.
    #[default]
    FullLevel,
    /// Since it begins to move.
    Beginning,
}

/// What a run over the past shows of the space side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Space {
    /// Floorspace (million m²).
    Floorspace,
    /// Vacancy (%).
    Vacancy,
    /// Real market rent (index).
    Rent,
}

/// A draw of many, by its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Draw {
    /// One in ten is below.
    Low,
    /// Half are below.
    Middle,
    /// One in ten is above.
    High,
}

/// Which run of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Run {
    /// With the policy.
    Scenario,
    /// Without it.
    Reference,
}

/// Where a number must lie.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Within {
    /// From the one to the other, both included.
    Between(f64, f64),
    /// Above this number.
    Above(f64),
    /// Below this number.
    Below(f64),
    /// Anywhere: the figure is only told.
    Told,
}

impl Within {
    /// Whether a number lies there. What is not a number lies nowhere.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::Between(low, high) => (low..=high).contains(&value),
            Self::Above(low) => value > low,
            Self::Below(high) => value < high,
            Self::Told => value.is_finite(),
        }
    }

    /// Where it must lie, in words, with a unit before and one after each number.
    #[must_use]
    pub fn text(self, before: &str, after: &str) -> String {
        let bound = |value: f64| format!("{before}{}", number(value, decimals_of(value)));
        match self {
            Self::Between(low, high) => format!("{} to {}{after}", bound(low), bound(high)),
            Self::Above(low) => format!("above {}{after}", bound(low)),
            Self::Below(high) => format!("below {}{after}", bound(high)),
            Self::Told => String::new(),
        }
    }
}

/// The lever matrix and the corners of the lever space.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Levers {
    /// Years from the start of the run until levers begin to move.
    pub begins: i32,
    /// Years over which they do.
    pub ramp: f64,
    /// Years after the beginning in which a channel must show.
    pub years: i32,
    /// What each lever moves first.
    pub channels: Vec<Channel>,
    /// What levers do to jobs in the end.
    pub jobs: Vec<Magnitude>,
    /// The corners that must be sound.
    pub corners: Corners,
}

/// What a lever moves first.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The lever.
    pub lever: LeverId,
    /// The indicator that it moves first.
    pub moves: Indicator,
    /// In which direction at its upper end.
    pub direction: Direction,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Direction {
    /// More of it.
    Up,
    /// Less of it.
    Down,
}

/// What levers at an end do to jobs in the last year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Magnitude {
    /// Ids of the cities; without any, all.
    #[serde(default)]
    pub cities: Vec<String>,
    /// The levers and their ends.
    pub levers: IndexMap<LeverId, At>,
    /// Where the change of jobs must lie (% of the reference).
    pub within: Within,
}

/// An end of a lever's range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum At {
    /// The lowest level.
    Low,
    /// The highest level.
    High,
    /// The one with more jobs.
    Better,
}

/// Corners of the lever space beside the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corners {
    /// How many at random.
    pub random: usize,
    /// The seed of the random numbers.
    pub seed: u64,
}
