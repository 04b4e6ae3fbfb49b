//! One forecast from one origin beside what came and what others would have said.

use crate::model::drift::{Drift, drift, slow_growth};
use crate::model::parameters::Parameters;

use super::rivals;
use super::series::JobsSeries;

/// The horizons of the back-cast (yr).
pub const HORIZONS: [u32; 5] = [1, 3, 5, 8, 10];

/// Half-width of the 80 % range of a normal number (sd).
pub(super) const EIGHTY: f64 = 1.281_551_565_544_600_4;

/// What a forecast may know of the nation after its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Nothing: the headline.
    ExAnte,
    /// How the nation's jobs moved: the diagnosis.
    Conditional,
}

impl Mode {
    /// As written in tables.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ExAnte => "ex_ante",
            Self::Conditional => "conditional",
        }
    }
}

/// A forecast, its rivals and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Position of the series in the report.
    pub series: usize,
    /// What was known of the nation.
    pub mode: Mode,
    /// The last year that was known.
    pub origin: i32,
    /// Years ahead.
    pub horizon: u32,
    /// Jobs observed at the origin.
    pub last: f64,
    /// Jobs observed `horizon` years later.
    pub actual: f64,
    /// The model's log jobs as they would be published: mean and standard deviation.
    pub log: (f64, f64),
    /// The trend.
    pub trend: f64,
    /// The official forecast of the time, in proportion to the jobs observed in
    /// its base year, where one was made from this origin.
    pub official: Option<f64>,
}

impl Row {
    /// The year that is forecast.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.origin.saturating_add_unsigned(self.horizon)
    }

    /// The model's median (jobs).
    #[must_use]
    pub fn median(&self) -> f64 {
        self.log.0.exp()
    }

    /// The model's 80 % range (jobs).
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let (mean, sd) = self.log;
        ((mean - EIGHTY * sd).exp(), (mean + EIGHTY * sd).exp())
    }

    /// Whether what came lies in it.
    #[must_use]
    pub fn held(&self) -> bool {
        let (low, high) = self.range();
        (low..=high).contains(&self.actual)
    }
}

/// The drift of a series as it could be known at an origin.
#[must_use]
pub fn known(series: &JobsSeries, p: &Parameters<f64>, origin: i32) -> Drift {
    drift(&series.observations, series.known_nation(), p, origin)
}

/// Log jobs as they would be published some years after the origin: mean and
/// standard deviation.
#[must_use]
pub fn figure(drift: &Drift, ahead: u32) -> (f64, f64) {
    let (mean, sd) = drift.level(ahead);
    (mean, sd.hypot(drift.measurement))
}

/// What the mean moves by when the nation's growth over the horizon is known:
/// how it grew, less what its slow growth led to expect.
pub(super) fn news_of_nation(series: &JobsSeries, p: &Parameters<f64>, origin: i32, horizon: u32) -> Option<f64> {
    let nation = series.known_nation()?;
    let to = origin.saturating_add_unsigned(horizon);
    let grew = series.national_growth(origin, to)?;
    let slow = slow_growth(nation, p, origin);
    let expected: f64 = (0..horizon).map(|h| p.drift_mean + slow * p.drift_persistence.powf(f64::from(h))).sum();
    Some(grew - expected)
}

/// Every forecast of a series from every origin, where what came is known: ex
/// ante, and conditional where the nation is known too.
pub(super) fn rows(at: usize, series: &JobsSeries, p: &Parameters<f64>) -> Vec<Row> {
    let mut all = Vec::new();
    for origin in series.origins() {
        let drift = known(series, p, origin);
        for horizon in HORIZONS {
            let known = series.at(origin).zip(series.at(origin.saturating_add_unsigned(horizon)));
            let (Some((last, actual)), Some(trend)) = (known, rivals::trend(&series.observations, origin, horizon))
            else {
                continue;
            };
            let (mean, sd) = figure(&drift, horizon);
            let row = Row {
                series: at,
                mode: Mode::ExAnte,
                origin,
                horizon,
                last,
                actual,
                log: (mean, sd),
                trend,
                official: None,
            };
            if let Some(news) = news_of_nation(series, p, origin, horizon) {
                all.push(Row { mode: Mode::Conditional, log: (mean + news, sd), ..row.clone() });
            }
            all.push(row);
        }
    }
    all.sort_by_key(|row| (row.mode == Mode::Conditional, row.origin, row.horizon));
    all
}
