//! What a pack says about its city's past, so that the model's constants can be
//! fitted to it: where a run over the past starts, the policy of those years,
//! and what was observed.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::calibration::NotFitted;
use super::city::{CityPack, DriftSegment};
use super::levers::LeverId;
use super::parameters::ParameterId;
use super::provenance::{Prior, Quantity};

/// The past of a city, from the first year of the run to the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// First year of the run.
    pub from: i32,
    /// Last year of the run.
    pub to: i32,
    /// The stocks with which it starts.
    pub start: Past,
    /// Policy of those years where it was not that of the base year.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub policy: IndexMap<LeverId, Change>,
    /// Years in which land was released under another policy than today's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paces: Vec<Pace>,
    /// Growth of consumer prices, which turns the model's real rents into money (1/yr).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<Prior>,
    /// The constants to fit. All others are held at the centres of their priors.
    pub constants: Vec<Constant>,
    /// How sub-sector trends are fitted, where sub-sectors name observed series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trends: Option<Trends>,
    /// What was observed.
    pub targets: Vec<Observed>,
    /// What cannot be fitted in this city.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_fitted: Vec<NotFitted>,
}

/// The stocks with which a run over the past starts. What is uncertain about
/// them is fitted with the constants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// Industrial floorspace (m²).
    pub floorspace: Prior,
    /// Vacancy (share).
    pub vacancy: Prior,
    /// Real market rent, 1 in the base year of the pack (index).
    pub rent: Prior,
    /// Log of the long-run rent over the market rent.
    pub long_run_rent: Prior,
    /// Log of what other users demand at the rent of the base year over what the
    /// stocks of the base year leave them.
    pub other_users: Prior,
    /// Industrial land including the consented pipeline (ha).
    pub land: Quantity,
    /// Protected share of the land outside the pipeline (0 to 1).
    pub protected_share: Quantity,
    /// Consented release pipeline, part of `land` (ha).
    pub pipeline: Quantity,
}

impl Past {
    /// The uncertain stocks with the names and units of their fields.
    #[must_use]
    pub const fn uncertain(&self) -> [(&'static str, &'static str, &Prior); 5] {
        [
            ("floorspace", "m²", &self.floorspace),
            ("vacancy", "share", &self.vacancy),
            ("rent", "index", &self.rent),
            ("long_run_rent", "log", &self.long_run_rent),
            ("other_users", "log", &self.other_users),
        ]
    }

    /// The stocks that are taken as they stand, with the names of their fields.
    #[must_use]
    pub const fn certain(&self) -> [(&'static str, &Quantity); 3] {
        [("land", &self.land), ("protected_share", &self.protected_share), ("pipeline", &self.pipeline)]
    }
}

/// A change of policy in the past, as it was carried out: without a lag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The level until then, in the lever's unit.
    pub before: Quantity,
    /// The first year of the new level.
    pub from: i32,
    /// The level from then on, in the lever's unit.
    pub level: Quantity,
}

/// A stretch of years with a pace of release of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// First year.
    pub from: i32,
    /// The year in which the next stretch begins.
    pub to: i32,
    /// Release hazard as a multiple of today's.
    pub pace: Prior,
}

/// A constant to fit, by its id in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Constant(pub ParameterId);

impl TryFrom<String> for Constant {
    type Error = super::parameters::UnknownParameter;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        id.parse().map(Self)
    }
}

impl From<Constant> for String {
    fn from(constant: Constant) -> Self {
        constant.0.id().to_owned()
    }
}

/// How much of a sub-sector's yearly change is news about its trend.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trends {
    /// Standard deviation of the trends around the values of the pack (1/yr).
    pub spread: Quantity,
    /// Standard deviation of a year's lasting change besides the trend (log).
    pub shock: Quantity,
    /// Standard deviation of the survey's error for all sub-sectors together; a
    /// part of the jobs has an error larger by the root of its share (log).
    pub measurement: Quantity,
}

impl Trends {
    /// Its figures with the names of their fields.
    #[must_use]
    pub const fn figures(&self) -> [(&'static str, &Quantity); 3] {
        [("spread", &self.spread), ("shock", &self.shock), ("measurement", &self.measurement)]
    }
}

/// Something observed, which the run over the past should give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observed {
    /// What it is, in words.
    pub what: String,
    /// What of the run is compared with it.
    pub measure: Measure,
    /// First and last year; the same where it is about one.
    pub years: (i32, i32),
    /// The value.
    pub value: Quantity,
    /// Standard deviation of its error, on the scale of the measure.
    pub error: f64,
    /// Why the error is as large.
    pub because: String,
}

/// What of a run is compared with an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Floorspace in the last year (m²), error of its log.
    Floorspace,
    /// Change of floorspace from the first year to the last (m²).
    FloorspaceChange,
    /// Vacancy in the last year (share).
    Vacancy,
    /// Rent in money in the last year over that of the first (ratio), error of its log.
    RentGrowth,
    /// Land released from the first year to the last (ha), error of its log.
    LandReleased,
}

impl Measure {
    /// Whether errors are of the logarithm.
    #[must_use]
    pub const fn is_log(self) -> bool {
        matches!(self, Self::Floorspace | Self::RentGrowth | Self::LandReleased)
    }

    /// The unit of its values.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Floorspace | Self::FloorspaceChange => "m²",
            Self::Vacancy => "share",
            Self::RentGrowth => "ratio",
            Self::LandReleased => "ha",
        }
    }

    /// Whether it is about a stretch of years.
    #[must_use]
    pub const fn spans(self) -> bool {
        matches!(self, Self::FloorspaceChange | Self::RentGrowth | Self::LandReleased)
    }
}

/// The jobs of each year of a city's past, as a run over it is fed with: the
/// jobs of the base year, moved by the growth of the observed series (jobs).
///
/// Within a stretch of the pack's `drift`, missing years lie on a straight line
/// of logs. Where a stretch says that its survey is noisy, three years are
/// averaged. Across a break, and where nothing was observed, jobs stay as they
/// are. Series of different definitions contribute growth, never levels.
///
/// # Errors
/// When the pack lacks its base year or a series.
pub fn observed_jobs(pack: &CityPack, from: i32, to: i32) -> Result<Vec<f64>, String> {
    let base = pack.starts.get(&pack.base_year).ok_or_else(|| format!("no stocks of {}", pack.base_year))?.jobs.value;
    let lines: Vec<Line> = pack.drift.iter().map(|segment| Line::of(pack, segment)).collect::<Result<_, _>>()?;
    let growth = |year: i32| lines.iter().find_map(|line| line.growth(year)).unwrap_or(0.0);
    let level = |year: i32| {
        let (first, last) = (year.min(pack.base_year), year.max(pack.base_year));
        let change: f64 = (first..last).map(growth).sum();
        let signed = if year < pack.base_year { -change } else { change };
        base * super::lane::Lane::exp(signed)
    };
    Ok((from..=to).map(level).collect())
}

/// The log jobs of a stretch.
struct Line {
    points: Vec<(i32, f64)>,
    breaks: Vec<i32>,
}

impl Line {
    fn of(pack: &CityPack, segment: &DriftSegment) -> Result<Self, String> {
        let series = pack.series.get(&segment.series).ok_or_else(|| format!("no series {:?}", segment.series))?;
        let inside = |year: i32| (segment.from..=segment.to).contains(&year);
        let jobs: Vec<(i32, f64)> = series.main_line().filter(|(year, _)| inside(*year)).collect();
        let noisy = segment.measurement.is_some();
        let smooth = |year: i32, value: f64| {
            if !noisy {
                return value;
            }
            let (mut sum, mut count) = (0.0, 0.0);
            for (_, value) in jobs.iter().filter(|(other, _)| other.abs_diff(year) <= 1) {
                sum += value;
                count += 1.0;
            }
            sum / count
        };
        let points = jobs.iter().map(|&(year, value)| (year, super::lane::Lane::ln(smooth(year, value)))).collect();
        Ok(Self { points, breaks: segment.breaks.clone() })
    }

    /// Growth from a year to the next, where the stretch covers both and does not break.
    fn growth(&self, year: i32) -> Option<f64> {
        let pair = self.points.windows(2).find(|pair| pair[0].0 <= year && year < pair[1].0)?;
        let [(first, before), (last, after)] = [pair[0], pair[1]];
        let broken = self.breaks.iter().any(|&at| first < at && at <= last);
        (!broken).then(|| (after - before) / f64::from(last - first))
    }
}
