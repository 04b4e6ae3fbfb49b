//! How far a group of forecasts was off, at one horizon.

use crate::analysis::random::normal_probability;

use super::bootstrap::{Chance, Ratio};
use super::forecast::Row;
use super::{bootstrap, number};

/// Fewer independent blocks than this cannot show that a range is wrong.
pub const ENOUGH_BLOCKS: f64 = 5.0;

/// The share of outcomes that the range promises to hold.
pub const PROMISED: f64 = 0.8;

/// Quantile of the normal for a 95 % interval.
const NINETY_FIVE: f64 = 1.959_963_984_540_054;

/// The scores of a group of forecasts of one mode and horizon. Errors are shares
/// of what came, of the forecast less what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Years ahead.
    pub horizon: u32,
    /// Forecasts scored.
    pub origins: usize,
    /// Mean absolute error of the model's median.
    pub model: f64,
    /// Mean absolute error of the trend.
    pub trend: f64,
    /// Mean absolute error of no change.
    pub no_change: f64,
    /// Mean absolute error of the official forecasts of the time and of the
    /// model on the same rows, and their number.
    pub official: Option<(f64, f64, usize)>,
    /// Theil's U: root mean square error over that of no change; NaN where that
    /// has no error.
    pub u_no_change: f64,
    /// Root mean square error over that of the trend.
    pub u_trend: f64,
    /// Mean error of the model's median.
    pub bias: f64,
    /// Share of forecasts whose median moved the way that jobs did; `None` where
    /// jobs moved nowhere.
    pub direction: Option<f64>,
    /// Share of outcomes inside the 80 % range.
    pub coverage: f64,
    /// The 95 % interval of that share, on the independent blocks (Wilson).
    pub coverage_interval: (f64, f64),
    /// Mean interval score of the 80 % range: its width, and ten times the miss
    /// where it does not hold, as shares of what came.
    pub interval_score: f64,
    /// Mean absolute error over that of the trend, with its interval.
    pub against_trend: Ratio,
    /// Mean absolute error over that of the better of trend and no change.
    pub against_better: Ratio,
}

impl Scores {
    /// Independent blocks: forecasts over the horizon, because those from
    /// neighbouring origins share most of their years.
    #[must_use]
    pub fn blocks(&self) -> f64 {
        number(self.origins) / f64::from(self.horizon)
    }

    /// Whether there are so few independent blocks that the range could not be
    /// found wrong.
    #[must_use]
    pub fn cannot_fail(&self) -> bool {
        self.blocks() < ENOUGH_BLOCKS
    }

    /// Whether the interval of the coverage leaves out what the range promises.
    #[must_use]
    pub fn range_is_off(&self) -> bool {
        let (low, high) = self.coverage_interval;
        !(low..=high).contains(&PROMISED)
    }

    /// The scores of some rows of one mode and horizon; `None` without any.
    #[must_use]
    pub(super) fn of(rows: &[&Row], chance: &Chance) -> Option<Self> {
        let horizon = rows.first()?.horizon;
        let n = number(rows.len());
        let mean = |value: &dyn Fn(&Row) -> f64| rows.iter().map(|row| value(row)).sum::<f64>() / n;
        let error = |forecast: f64, row: &Row| forecast / row.actual - 1.0;
        let model = |row: &Row| error(row.median(), row);
        let trend = |row: &Row| error(row.trend, row);
        let no_change = |row: &Row| error(row.last, row);
        let root = |value: &dyn Fn(&Row) -> f64| mean(&|row| value(row).powi(2)).sqrt();

        let official: Vec<(f64, f64)> =
            rows.iter().filter_map(|row| Some((error(row.official?, row).abs(), model(row).abs()))).collect();
        let of_official =
            |value: fn(&(f64, f64)) -> f64| official.iter().map(value).sum::<f64>() / number(official.len());
        let moved: Vec<bool> = rows
            .iter()
            .filter(|row| row.actual.to_bits() != row.last.to_bits())
            .map(|row| (row.median() > row.last) == (row.actual > row.last))
            .collect();
        let right = number(moved.iter().filter(|right| **right).count());
        let held = number(rows.iter().filter(|row| row.held()).count());
        Some(Self {
            horizon,
            origins: rows.len(),
            model: mean(&|row| model(row).abs()),
            trend: mean(&|row| trend(row).abs()),
            no_change: mean(&|row| no_change(row).abs()),
            official: (!official.is_empty()).then(|| (of_official(|e| e.0), of_official(|e| e.1), official.len())),
            u_no_change: bootstrap::over(root(&model), root(&no_change)),
            u_trend: bootstrap::over(root(&model), root(&trend)),
            bias: mean(&model),
            direction: (!moved.is_empty()).then(|| right / number(moved.len())),
            coverage: held / n,
            coverage_interval: wilson(held / n, n / f64::from(horizon)),
            interval_score: mean(&interval_score),
            against_trend: bootstrap::ratio(chance, rows, |row| [model(row).abs(), trend(row).abs(), f64::INFINITY]),
            against_better: bootstrap::ratio(chance, rows, |row| {
                [model(row).abs(), trend(row).abs(), no_change(row).abs()]
            }),
        })
    }
}

/// The interval score of the 80 % range of a row, as a share of what came.
fn interval_score(row: &Row) -> f64 {
    let (low, high) = row.range();
    let miss = (low - row.actual).max(row.actual - high).max(0.0);
    (high - low + miss * 2.0 / 0.2) / row.actual
}

/// The 95 % interval of a share seen in `n` independent trials, which need not
/// be whole.
#[must_use]
pub fn wilson(share: f64, n: f64) -> (f64, f64) {
    let z2 = NINETY_FIVE * NINETY_FIVE;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = NINETY_FIVE / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// The continuous ranked probability score of a normal forecast: its distance
/// from what came, in the unit of the forecast. Smaller is better.
#[must_use]
pub fn ranked_probability(mean: f64, sd: f64, actual: f64) -> f64 {
    let z = (actual - mean) / sd;
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let below = normal_probability(z);
    sd * (z * (2.0 * below - 1.0) + 2.0 * density - 1.0 / std::f64::consts::PI.sqrt())
}

#[cfg(test)]
mod tests {
    use super::super::forecast::Mode;
    use super::*;
    use approx::assert_relative_eq;

    fn row(origin: i32, last: f64, actual: f64, median: f64, trend: f64) -> Row {
        let log = (median.ln(), 0.05);
        Row { series: 0, mode: Mode::ExAnte, origin, horizon: 1, last, actual, log, trend, official: None }
    }

    #[test]
    fn scores_are_what_they_are_by_hand() {
        let rows = [row(2000, 100.0, 100.0, 110.0, 120.0), row(2001, 100.0, 80.0, 84.0, 72.0)];
        let scores = Scores::of(&rows.iter().collect::<Vec<_>>(), &Chance::new(2)).expect("rows");
        assert_relative_eq!(scores.model, 0.075, max_relative = 1e-12);
        assert_relative_eq!(scores.trend, 0.15, max_relative = 1e-12);
        assert_relative_eq!(scores.no_change, 0.125, max_relative = 1e-12);
        assert_relative_eq!(scores.bias, 0.075, max_relative = 1e-12);
        assert_relative_eq!(scores.u_no_change, (0.0125_f64 / 0.0625).sqrt(), max_relative = 1e-12);
        assert_relative_eq!(scores.u_trend, (0.0125_f64 / 0.05).sqrt(), max_relative = 1e-12);
        assert_eq!(scores.direction, Some(1.0), "where nothing moved there was no direction");
        assert_relative_eq!(scores.coverage, 0.5);
        assert_relative_eq!(scores.against_trend.value, 0.5, max_relative = 1e-12);
        assert_relative_eq!(scores.against_better.value, 0.6, max_relative = 1e-12);
        assert_eq!(scores.official, None);
        assert!(scores.cannot_fail());
    }

    #[test]
    fn a_miss_costs_ten_times_its_size() {
        let inside = row(2000, 100.0, 100.0, 100.0, 100.0);
        let (low, high) = inside.range();
        assert_relative_eq!(interval_score(&inside), (high - low) / 100.0, max_relative = 1e-12);
        let outside = Row { actual: high + 5.0, ..inside };
        assert_relative_eq!(interval_score(&outside), (high - low + 50.0) / (high + 5.0), max_relative = 1e-9);
    }

    #[test]
    fn wilson_agrees_with_the_textbook_and_stays_between_none_and_all() {
        // Eight of ten: Newcombe (1998), 0.4902 to 0.9433.
        let (low, high) = wilson(0.8, 10.0);
        assert_relative_eq!(low, 0.4902, epsilon = 5e-5);
        assert_relative_eq!(high, 0.9433, epsilon = 5e-5);
        let (low, high) = wilson(1.0, 0.3);
        assert!(low > 0.0 && high <= 1.0);
    }

    #[test]
    fn the_ranked_probability_score_is_that_of_the_textbook() {
        // Of a standard normal at its median: sqrt(2/pi) - 1/sqrt(pi).
        assert_relative_eq!(ranked_probability(0.0, 1.0, 0.0), 0.233_695, epsilon = 1e-6);
        assert_relative_eq!(ranked_probability(3.0, 1e-9, 5.0), 2.0, epsilon = 1e-6);
    }
}
