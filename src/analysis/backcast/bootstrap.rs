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

/// A ratio of mean absolute errors with its 90 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The ratio; below one the model is better.
    pub value: f64,
    /// Five in a hundred draws of blocks are below.
    pub low: f64,
    /// Five in a hundred draws of blocks are above.
    pub high: f64,
}

/// The mean of the first error over the smaller mean of the other two, with the
/// interval of a block bootstrap: the origins of each series are cut into blocks
/// of one horizon, in the order of time, and as many blocks as there are are
/// drawn with replacement, 2,000 times. NaN where the rival is never wrong.
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
        mean[0] / mean[1].min(mean[2])
    };
    let value = of(&mut (0..blocks.len()));
    let ratios = chance.0.iter().map(|draw| of(&mut draw.iter().take(blocks.len()).map(|u| below(*u, blocks.len()))));
    let mut draws: Vec<f64> = ratios.filter(|ratio| ratio.is_finite()).collect();
    draws.sort_by(f64::total_cmp);
    let quantile = |share: usize| draws.get(draws.len() * share / 100).copied().unwrap_or(f64::NAN);
    Ratio { value, low: quantile(5), high: quantile(95) }
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
    fn the_same_everywhere_is_sure() {
        let rows = rows(3, 12);
        let r = ratio(&Chance::new(12), &rows.iter().collect::<Vec<_>>(), |_| [1.0, 2.0, 4.0]);
        assert_relative_eq!(r.value, 0.5);
        assert_relative_eq!(r.low, 0.5);
        assert_relative_eq!(r.high, 0.5);
    }

    #[test]
    fn longer_blocks_are_fewer_and_less_sure() {
        let wide = |horizon| {
            let rows = rows(horizon, 40);
            let wave = |row: &Row| [if (row.origin / 10) % 2 == 0 { 1.5 } else { 0.5 }, 1.0, f64::INFINITY];
            let r = ratio(&Chance::new(40), &rows.iter().collect::<Vec<_>>(), wave);
            assert!(r.low <= r.value && r.value <= r.high);
            r.high - r.low
        };
        assert!(wide(10) > 2.0 * wide(1), "{} {}", wide(10), wide(1));
    }
}
