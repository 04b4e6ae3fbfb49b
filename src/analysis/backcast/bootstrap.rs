//! How sure a ratio of errors is, when neighbouring forecasts share their years.

use std::collections::BTreeMap;

use crate::analysis::random::Stream;

use super::forecast::Row;
use super::number;

/// Draws of the blocks.
const DRAWS: u64 = 2000;

/// The chance behind every interval of a back-cast, drawn once: for each draw of
/// blocks, one number between 0 and 1 for each block.
#[derive(Clone, Debug)]
pub(super) struct Chance(Vec<Vec<f64>>);

impl Chance {
    /// For at most so many blocks.
    pub(super) fn new(blocks: usize) -> Self {
        let draw = |draw| {
            let mut random = Stream::new(1, "bootstrap", draw);
            (0..blocks).map(|_| random.uniform()).collect()
        };
        Self((0..DRAWS).map(draw).collect())
    }
}

/// A mean error that is nothing but rounding (share of what came).
const NO_ERROR: f64 = 1e-9;

/// So many independent blocks at least can be drawn otherwise than they came.
const FEWEST_BLOCKS: f64 = 2.0;

/// A ratio of mean absolute errors with its 90 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The ratio; below one the model is better. NaN where the rival has no error
    /// to compare with.
    pub value: f64,
    /// Five in a hundred draws of blocks are below, and as many above; `None` with
    /// fewer than two independent blocks, or where all draws say the same.
    pub interval: Option<(f64, f64)>,
}

/// An error over that of a rival; NaN where the rival has none.
#[must_use]
pub fn over(error: f64, rival: f64) -> f64 {
    if rival > NO_ERROR { error / rival } else { f64::NAN }
}

/// The mean of the first error over the smaller mean of the other two, with the
/// interval of a block bootstrap: the origins of each series are cut into blocks
/// of one horizon, in the order of time, and as many blocks as there are are
/// drawn with replacement, 2,000 times.
pub(super) fn ratio(chance: &Chance, rows: &[&Row], errors: impl Fn(&Row) -> [f64; 3]) -> Ratio {
    let mut series: BTreeMap<usize, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        series.entry(row.series).or_default().push(row);
    }
    // Sums over each block, with the number of its forecasts.
    let mut blocks: Vec<([f64; 3], f64)> = Vec::new();
    for rows in series.values_mut() {
        rows.sort_by_key(|row| row.origin);
        let size = rows.first().map_or(1, |row| usize::try_from(row.horizon).unwrap_or(1).max(1));
        for block in rows.chunks(size) {
            let mut sums = [0.0; 3];
            for row in block {
                for (sum, error) in sums.iter_mut().zip(errors(row)) {
                    *sum += error;
                }
            }
            blocks.push((sums, number(block.len())));
        }
    }
    let of = |drawn: &mut dyn Iterator<Item = usize>| {
        let (mut sums, mut count) = ([0.0; 3], 0.0);
        for block in drawn {
            let (errors, n) = blocks[block];
            for (sum, error) in sums.iter_mut().zip(errors) {
                *sum += error;
            }
            count += n;
        }
        let mean = sums.map(|sum| sum / count);
        over(mean[0], mean[1].min(mean[2]))
    };
    let value = of(&mut (0..blocks.len()));
    let ratios = chance.0.iter().map(|draw| of(&mut draw.iter().take(blocks.len()).map(|u| below(*u, blocks.len()))));
    let mut draws: Vec<f64> = ratios.filter(|ratio| ratio.is_finite()).collect();
    draws.sort_by(f64::total_cmp);
    let quantile = |share: usize| draws.get(draws.len() * share / 100).copied();
    let horizon = rows.first().map_or(1.0, |row| f64::from(row.horizon));
    let can_differ = |(low, high): &(f64, f64)| number(rows.len()) / horizon >= FEWEST_BLOCKS && high - low > NO_ERROR;
    Ratio { value, interval: quantile(5).zip(quantile(95)).filter(can_differ) }
}

/// The whole number below `n` that a number between 0 and 1 stands for, each as likely.
fn below(uniform: f64, n: usize) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and n")]
    let drawn = (uniform * number(n)) as usize;
    drawn.min(n - 1)
}

#[cfg(test)]
mod tests {
    use super::super::forecast::Mode;
    use super::*;
    use approx::assert_relative_eq;

    fn rows(horizon: u32, count: i32) -> Vec<Row> {
        let row = |origin| Row {
            series: 0,
            mode: Mode::ExAnte,
            origin,
            horizon,
            last: 1.0,
            actual: 1.0,
            log: (0.0, 0.1),
            trend: 1.0,
            official: None,
        };
        (2000..2000 + count).map(row).collect()
    }

    #[test]
    fn there_is_no_interval_where_draws_cannot_differ() {
        let of = |rows: &[Row], errors: fn(&Row) -> [f64; 3]| {
            ratio(&Chance::new(12), &rows.iter().collect::<Vec<_>>(), errors)
        };
        let same = of(&rows(3, 12), |_| [1.0, 2.0, 4.0]);
        assert_relative_eq!(same.value, 0.5);
        assert_eq!(same.interval, None, "all draws are the same");
        let differing: fn(&Row) -> [f64; 3] = |row| [f64::from(row.origin - 1999), 2.0, 4.0];
        assert_eq!(of(&rows(3, 5), differing).interval, None, "fewer than two blocks");
        assert!(of(&rows(3, 6), differing).interval.is_some());
    }

    #[test]
    fn nothing_is_measured_against_a_rival_without_error() {
        for error in [0.0, 1.0] {
            let rows = rows(1, 12);
            let r = ratio(&Chance::new(12), &rows.iter().collect::<Vec<_>>(), |_| [error, 1e-16, f64::INFINITY]);
            assert!(r.value.is_nan() && r.interval.is_none(), "{r:?}");
        }
    }

    #[test]
    fn longer_blocks_are_fewer_and_less_sure() {
        let wide = |horizon| {
            let rows = rows(horizon, 40);
            let wave = |row: &Row| [if (row.origin / 10) % 2 == 0 { 1.5 } else { 0.5 }, 1.0, f64::INFINITY];
            let r = ratio(&Chance::new(40), &rows.iter().collect::<Vec<_>>(), wave);
            let (low, high) = r.interval.expect("draws differ");
            assert!(low <= r.value && r.value <= high);
            high - low
        };
        assert!(wide(10) > 2.0 * wide(1), "{} {}", wide(10), wide(1));
    }
}
