//! What would have been said from an origin, year by year.

use super::forecast::{EIGHTY, HORIZONS, figure, known};
use super::rivals;
use super::series::JobsSeries;
use crate::model::parameters::Parameters;

/// A forecast from one origin, beside what the others would have said.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// The last year that was known.
    pub origin: i32,
    /// Jobs observed at the origin: what no change says for ever.
    pub last: f64,
    /// The years after it, in their order.
    pub years: Vec<Ahead>,
}

/// What would have been said about a year (jobs).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// The year.
    pub year: i32,
    /// The lower end of the 80 % range.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The upper end.
    pub high: f64,
    /// The trend.
    pub trend: f64,
}

impl Fan {
    /// What it said about a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<&Ahead> {
        self.years.iter().find(|ahead| ahead.year == year)
    }
}

/// The fans from every origin of a series, over the longest horizon.
#[must_use]
pub fn fans(series: &JobsSeries, p: &Parameters<f64>) -> Vec<Fan> {
    let longest = HORIZONS[HORIZONS.len() - 1];
    let fan = |origin| {
        let drift = known(series, p, origin);
        let years = (1..=longest).filter_map(|horizon| {
            let (mean, sd) = figure(&drift, horizon);
            Some(Ahead {
                year: origin.saturating_add_unsigned(horizon),
                low: (mean - EIGHTY * sd).exp(),
                median: mean.exp(),
                high: (mean + EIGHTY * sd).exp(),
                trend: rivals::trend(&series.observations, origin, horizon)?,
            })
        });
        Some(Fan { origin, last: series.at(origin)?, years: years.collect() })
    };
    series.origins().filter_map(fan).collect()
}
