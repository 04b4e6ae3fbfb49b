//! Trends of sub-sectors from noisy surveys: exact, without chains.
//!
//! The log share of a sub-sector in all jobs is a level that moves each year by
//! a constant trend and a lasting shock, and is observed with an error. A Kalman
//! filter gives the trend's posterior. Only differences between sub-sectors
//! count, so the trends are moved together until their mean, weighted by jobs,
//! is that of the pack's values.

use std::collections::BTreeMap;

use crate::model::calibration::{Fitted, Scale};
use crate::model::city::CityPack;
use crate::model::history::Trends;
use crate::model::lane::Lane;

/// The fewest years that say anything about a trend.
const FEWEST: usize = 3;

/// The fit of every sub-sector's trend, by the id of the sub-sector.
///
/// # Errors
/// When a sub-sector has no observed series, or the series have too few years in common.
pub(super) fn trends(pack: &CityPack, settings: &Trends) -> Result<Vec<(String, Fitted)>, String> {
    let mut lines: Vec<(&str, BTreeMap<i32, f64>)> = Vec::new();
    for (id, sector) in &pack.sectors {
        let series = sector.series.as_ref().and_then(|series| pack.series.get(series));
        let series = series.ok_or_else(|| format!("the sub-sector {id:?} names no observed series"))?;
        lines.push((id, series.main_line().filter(|(_, jobs)| *jobs > 0.0).collect()));
    }
    let mut totals: BTreeMap<i32, f64> = BTreeMap::new();
    for year in lines.first().into_iter().flat_map(|(_, line)| line.keys()) {
        if lines.iter().all(|(_, line)| line.contains_key(year)) {
            totals.insert(*year, lines.iter().filter_map(|(_, line)| line.get(year)).sum());
        }
    }
    if totals.len() < FEWEST {
        return Err(format!("the sub-sectors have {} years in common; expected at least {FEWEST}", totals.len()));
    }

    let weighted = |trend: &dyn Fn(&str) -> f64| {
        pack.sectors.iter().map(|(id, sector)| sector.share.value * trend(id)).sum::<f64>()
    };
    let prior = |id: &str| pack.sectors.get(id).map_or(0.0, |sector| sector.trend.value);
    let prior_mean = weighted(&prior);
    let mut found: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (id, line) in &lines {
        let years: Vec<(i32, f64)> =
            totals.iter().filter_map(|(year, total)| Some((*year, Lane::ln(line.get(year)? / total)))).collect();
        let shares: f64 = totals.iter().filter_map(|(year, total)| Some(line.get(year)? / total)).sum();
        let share = shares / f64::from(u32::try_from(years.len()).unwrap_or(u32::MAX));
        let noise = settings.measurement.value / share.sqrt();
        let around = (prior(id) - prior_mean, settings.spread.value);
        found.insert(id, slope(&years, around, settings.shock.value, noise));
    }
    let found_mean = weighted(&|id| found.get(id).map_or(0.0, |f| f.0));
    Ok(pack
        .sectors
        .keys()
        .filter_map(|id| {
            let (mean, sd) = *found.get(id.as_str())?;
            let fitted = Fitted {
                scale: Scale::Linear,
                mean: mean - found_mean + prior_mean,
                sd,
                prior_mean: prior(id),
                prior_sd: settings.spread.value,
                draws: None,
            };
            Some((id.clone(), fitted))
        })
        .collect())
}

/// Mean and standard deviation of the trend in a level that moves by it and by
/// shocks, seen with noise. `around` is the trend's prior.
fn slope(points: &[(i32, f64)], around: (f64, f64), shock: f64, noise: f64) -> (f64, f64) {
    let Some(&(mut year, first)) = points.first() else { return around };
    let (mut level, mut trend) = (first, around.0);
    // Variance of the level, covariance, variance of the trend.
    let (mut ll, mut lt, mut tt) = (noise * noise, 0.0, around.1 * around.1);
    for &(next, seen) in &points[1..] {
        while year < next {
            level += trend;
            ll += 2.0 * lt + tt + shock * shock;
            lt += tt;
            year += 1;
        }
        let surprise = seen - level;
        let variance = ll + noise * noise;
        let (gain_level, gain_trend) = (ll / variance, lt / variance);
        level += gain_level * surprise;
        trend += gain_trend * surprise;
        tt -= gain_trend * lt;
        lt -= gain_trend * ll;
        ll -= gain_level * ll;
    }
    (trend, tt.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// Without shocks it is Bayesian regression on a line: with a wide prior, least squares.
    #[test]
    fn without_shocks_and_prior_it_is_least_squares() {
        let points: Vec<(i32, f64)> =
            [0.1, 0.05, 0.22, 0.18, 0.31, 0.29].into_iter().zip(2010..).map(|(y, t)| (t, y)).collect();
        let found = slope(&points, (0.0, 1e3), 0.0, 0.05);
        // Slope of least squares and its standard error, worked out by hand: Σ(t−t̄)² = 17.5.
        let expected = points.iter().map(|(t, y)| (f64::from(*t) - 2012.5) * y).sum::<f64>() / 17.5;
        assert_relative_eq!(found.0, expected, max_relative = 1e-5);
        assert_relative_eq!(found.1, 0.05 / 17.5_f64.sqrt(), max_relative = 1e-5);
    }

    #[test]
    fn noise_leaves_the_prior_and_shocks_keep_some_of_it() {
        let points = [(2015, 0.0), (2018, 0.3), (2021, 0.6)];
        assert_relative_eq!(slope(&points, (-0.01, 0.01), 0.0, 100.0).0, -0.01, max_relative = 1e-3);
        let calm = slope(&points, (0.0, 0.02), 0.01, 0.05);
        let shaken = slope(&points, (0.0, 0.02), 0.1, 0.05);
        assert!(calm.0 > shaken.0 && shaken.0 > 0.0 && calm.1 < shaken.1 && shaken.1 < 0.02);
    }
}
