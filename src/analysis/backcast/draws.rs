//! The futures behind a forecast, one by one, so that anybody can count how
//! many of them lie where.

use rayon::prelude::*;

use crate::analysis::random::Stream;
use crate::model::drift::Drift;

use super::forecast::{HORIZONS, Row, known, news_of_nation};
use super::report::Report;

/// The jobs of every member in every forecast of a report: one entry a row of
/// the report, in its order, with the members in theirs.
///
/// A member draws one path of growth from each origin, as the ensemble does from
/// the base year, and the measurement error of the figure at each horizon. Its
/// numbers come from its own stream of the seed, the origin and the series.
#[must_use]
pub fn draws(report: &Report, members: u32, seed: u64) -> Vec<Vec<f64>> {
    report.rows.par_iter().map(|row| members_of(report, row, members, seed)).collect()
}

fn members_of(report: &Report, row: &Row, members: u32, seed: u64) -> Vec<f64> {
    let (series, p) = (&report.series[row.series], &report.parameters[row.series]);
    let drift = known(series, p, row.origin);
    // What is known of the nation moves every member alike, as it moves the mean.
    let conditional = row.mode == super::Mode::Conditional;
    let news = conditional.then(|| news_of_nation(series, p, row.origin, row.horizon)).flatten().unwrap_or(0.0);
    let stream = format!("{} {}", row.origin, series.id);
    (0..members)
        .map(|member| (one(&drift, row.horizon, Stream::new(seed, &stream, member.into())) + news).exp())
        .collect()
}

/// Log jobs of a member at a horizon, as they would be published.
fn one(drift: &Drift, horizon: u32, mut random: Stream) -> f64 {
    let longest = HORIZONS[HORIZONS.len() - 1] as usize;
    let path = drift.path(longest, || random.normal());
    let errors = HORIZONS.map(|_| random.normal());
    let error = HORIZONS.iter().position(|h| *h == horizon).map_or(0.0, |at| errors[at]);
    let grown: f64 = path.growth.iter().take(horizon as usize).sum();
    drift.state[0] + path.level + grown + drift.measurement * error
}
