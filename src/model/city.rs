//! A city pack: everything the model knows about one city, as data.
//!
//! A city joins with a pack, never with code. The annotated template is
//! `presets/cities/template.ron`.

use std::ops::RangeInclusive;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::history::History;
use super::levers::{End, LeverId};
use super::parties::Party;
use super::provenance::{Label, Prior, Quantity, Source};

/// The most sub-sectors a pack may have: the state keeps them in a fixed array.
pub const MAX_SECTORS: usize = 16;

/// The most bytes an id may have: it is part of the key of the city's random numbers.
pub const LONGEST_ID: usize = 24;

/// The data of one city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CityPack {
    /// Always [`CityPack::FORMAT`].
    pub format: String,
    /// Version of the pack format, [`CityPack::VERSION`] or older.
    pub version: u32,
    /// Short id in files and on the command line, for example `london`.
    pub id: String,
    /// Name shown to the user.
    pub name: String,
    /// Country.
    pub country: String,
    /// Money.
    pub currency: Currency,
    /// The default first year of a projection.
    pub base_year: i32,
    /// Footprints and definitions: what each kind of figure covers.
    pub geography: Vec<Footprint>,
    /// What a planner should know about the data of this city before believing it.
    pub caveats: Vec<String>,
    /// Manufacturing by sub-sector; the shares sum to one.
    pub sectors: IndexMap<String, Sector>,
    /// The years in which a run may start, with the stocks of that year.
    pub starts: IndexMap<i32, Start>,
    /// Parameters that differ here from `assets/evidence/parameters.ron`.
    pub parameters: IndexMap<String, Prior>,
    /// Adopted policy, legal room and evidence range, lever by lever.
    pub levers: IndexMap<LeverId, LocalLever>,
    /// The observed jobs from which the underlying growth is estimated.
    pub drift: Vec<DriftSegment>,
    /// The observed jobs of the nation, whose slow growth the city's is measured
    /// against; empty where the city stands for itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nation: Vec<DriftSegment>,
    /// The observed jobs on which the back-cast is run, each a series of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backcast: Vec<DriftSegment>,
    /// Observed series.
    pub series: IndexMap<String, Series>,
    /// Official projections of the past.
    pub forecasts: IndexMap<String, Series>,
    /// What the past says about the constants, for `making-room calibrate`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
    /// Who decides, and whose interests are touched.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub parties: IndexMap<String, Party>,
    /// Sources of this city that `assets/evidence/sources.ron` does not list.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub sources: IndexMap<String, Source>,
}

impl CityPack {
    /// What the `format` field of every pack says.
    pub const FORMAT: &'static str = "making-room city pack";
    /// The newest pack format. Version 2 added the parties.
    pub const VERSION: u32 = 2;

    /// The level of a lever under the policy adopted at the start of a run, in
    /// the lever's unit: that of the start where it differs, else the city's.
    #[must_use]
    pub fn reference(&self, start: i32, lever: LeverId) -> Option<&Quantity> {
        let then = self.starts.get(&start).and_then(|s| s.reference.get(&lever));
        then.or_else(|| self.levers.get(&lever).map(|l| &l.reference))
    }

    /// The levels a lever can take in a run from `start`, in the lever's unit.
    /// `None` where the pack does not describe the lever.
    #[must_use]
    pub fn levels(&self, start: i32, lever: LeverId) -> Option<RangeInclusive<f64>> {
        let local = self.levers.get(&lever)?;
        let reference = self.reference(start, lever)?.value;
        let end = |end| match end {
            End::At(value) => value,
            End::Reference => reference,
            End::Pack => local.maximum.as_ref().map_or(reference, |m| m.value),
        };
        Some(end(lever.spec().min)..=end(lever.spec().max))
    }
}

/// The money of a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: String,
    /// Sign shown before an amount.
    pub symbol: String,
    /// Year of the constant prices.
    pub price_year: i32,
    /// Euros per unit of the currency.
    pub eur_rate: Quantity,
}

/// What one kind of figure covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footprint {
    /// The kind of figure, for example `jobs`.
    pub of: String,
    /// Area and definition.
    pub covers: String,
}

/// One manufacturing sub-sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Name shown to the user, with its industry codes.
    pub name: String,
    /// Share of the city's manufacturing jobs in the base year, 0 to 1.
    pub share: Quantity,
    /// Floorspace per job in the base year, m²/job.
    pub space_per_job: Quantity,
    /// Growth of jobs before normalisation to the city's drift, 1/yr.
    pub trend: Quantity,
    /// Id of the observed series of its jobs, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
}

/// The stocks with which a run starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// Manufacturing jobs (jobs).
    pub jobs: Quantity,
    /// Share of these jobs that sits in the counted floorspace (0 to 1).
    pub scope: Quantity,
    /// Industrial floorspace (m²).
    pub floorspace: Quantity,
    /// Industrial land including the consented pipeline (ha).
    pub land: Quantity,
    /// Share of the land outside the pipeline that is protected (0 to 1).
    pub protected_share: Quantity,
    /// Consented or allocated release pipeline, part of `land` (ha).
    pub pipeline: Quantity,
    /// Vacancy of the floorspace (0 to 1).
    pub vacancy: Quantity,
    /// Market rent in constant prices (currency/m²/yr).
    pub rent: Quantity,
    /// Log of the long-run rent over the market rent.
    pub long_run_rent: Quantity,
    /// Affordable space as a share of the stock (0 to 1).
    pub affordable_share: Quantity,
    /// Adopted policy of this year where it was not what it is in the base
    /// year, in the lever's unit.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub reference: IndexMap<LeverId, Quantity>,
}

/// What a lever is in this city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalLever {
    /// The level under adopted policy, in the lever's unit.
    pub reference: Quantity,
    /// The largest level on offer here, for levers whose maximum the pack sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Quantity>,
    /// The levels that evidence or practice covers; beyond them the model extrapolates.
    pub evidence: Range,
    /// Who decides.
    pub decided_by: String,
    /// The instrument and what the law allows.
    pub instrument: String,
    /// Why the lever can do nothing here, if so; a setting is then kept in a
    /// scenario, but not projected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unavailable: Option<String>,
}

/// A closed interval with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Lower end, in the lever's unit.
    pub low: f64,
    /// Upper end, in the lever's unit.
    pub high: f64,
    /// Key into `assets/evidence/sources.ron`, or into the pack's own sources.
    pub source: String,
    /// How it is known.
    pub label: Label,
    /// Why these ends.
    pub note: String,
}

/// A stretch of an observed jobs series used to estimate the drift. Series of
/// different definitions are never chained: each segment starts at a level of
/// its own and contributes growth only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DriftSegment {
    /// Id of the series in this pack.
    pub series: String,
    /// First year used.
    pub from: i32,
    /// Last year used.
    pub to: i32,
    /// Years in which the series is known to break: the level restarts there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<i32>,
    /// Standard deviation of the measurement error of log jobs, where it is
    /// known; otherwise it is learnt from the series (log).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measurement: Option<Quantity>,
}

/// Observations over time, or a published path of the future.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Title shown to the user.
    pub title: String,
    /// Indicator id whose chart shows it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Unit of the values.
    pub unit: String,
    /// Area it covers.
    pub geography: String,
    /// A conflict, break or restatement that a reader must know; shown with the chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// Whether the calibration may fit it. Never true of assumptions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fit: bool,
    /// For an official projection: the year it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<i32>,
    /// For an official projection: the observed series on which it is judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The values, in the order of time.
    pub points: Vec<Point>,
}

/// One observed value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Calendar year; the last year where the figure covers a period.
    pub year: i32,
    /// The period as published, where it is not a plain year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The value.
    pub value: f64,
    /// Unit, where it differs from the series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Key into `assets/evidence/sources.ron`, or into the pack's own sources.
    pub source: String,
    /// How it is known.
    pub label: Label,
    /// What this value is exactly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// False where the value has another definition than the series' main
    /// line and is not drawn with it.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub main: bool,
}

const fn yes() -> bool {
    true
}

impl Series {
    /// The values of the main line as `(year, value)`.
    pub fn main_line(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        self.points.iter().filter(|p| p.main).map(|p| (p.year, p.value))
    }

    /// The value of the main line in a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<f64> {
        self.main_line().find(|(y, _)| *y == year).map(|(_, v)| v)
    }
}
