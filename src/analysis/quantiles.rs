//! Quantiles of type 7: linear between the order statistics, as most statistics
//! programs take them.

/// The tenth, fiftieth and ninetieth percentile: the median and the 80 % range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// One in ten members lies below.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// One in ten members lies above.
    pub p90: f64,
}

/// Room for the numbers of which quantiles are taken, to be used again and again.
#[derive(Clone, Debug, Default)]
pub struct Room(Vec<u64>);

impl Range {
    /// No numbers, no range.
    pub const EMPTY: Self = Self { p10: f64::NAN, p50: f64::NAN, p90: f64::NAN };

    /// The range of some numbers; those that are not finite do not count.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>, room: &mut Room) -> Self {
        let keys = &mut room.0;
        keys.clear();
        keys.extend(values.into_iter().map(key));
        // Looking at all of them is faster than stopping at the first, and there is none as a rule.
        if !keys.iter().fold(true, |all, &key| all & is_finite(key)) {
            keys.retain(|&key| is_finite(key));
        }
        let Some(last) = keys.len().checked_sub(1) else { return Self::EMPTY };
        let middle = place(last, 0.5).0;
        let p50 = pick(keys, 0, last, 0.5);
        // What is below and above the median is sorted apart from each other by now.
        let end = if place(last, 0.1).0 < middle { middle } else { last };
        Self { p10: pick(&mut keys[..=end], 0, last, 0.1), p50, p90: pick(&mut keys[middle..], middle, last, 0.9) }
    }
}

/// The rank below a quantile of numbers ranked 0 to `last`, and how far on it lies.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ranks are small"
)]
fn place(last: usize, p: f64) -> (usize, f64) {
    let place = last as f64 * p;
    (place as usize, place.fract())
}

/// A quantile of numbers ranked 0 to `last`, of which `keys` are those from rank `first` on.
fn pick(keys: &mut [u64], first: usize, last: usize, p: f64) -> f64 {
    let (rank, beyond) = place(last, p);
    let (_, &mut below, rest) = keys.select_nth_unstable(rank - first);
    let above = rest.iter().copied().min().unwrap_or(below);
    let (below, above) = (value(below), value(above));
    below + beyond * (above - below)
}

const SIGN: u64 = 1 << 63;

/// A whole number that sorts as the number does.
#[inline]
const fn key(x: f64) -> u64 {
    let bits = x.to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// The keys of finite numbers lie between those of the infinities.
#[inline]
const fn is_finite(key: u64) -> bool {
    self::key(f64::NEG_INFINITY) < key && key < self::key(f64::INFINITY)
}

#[inline]
const fn value(key: u64) -> f64 {
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn range(values: &[f64]) -> [f64; 3] {
        let Range { p10, p50, p90 } = Range::of(values.iter().copied(), &mut Room::default());
        [p10, p50, p90]
    }

    /// By sorting.
    fn plainly(values: &[f64], p: f64) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (rank, beyond) = place(sorted.len() - 1, p);
        let above = sorted[(rank + 1).min(sorted.len() - 1)];
        sorted[rank] + beyond * (above - sorted[rank])
    }

    #[test]
    fn known_values() {
        let eleven: Vec<f64> = (0..=10).map(f64::from).collect();
        let close = |got: [f64; 3], known: [f64; 3]| {
            for (got, known) in got.iter().zip(known) {
                assert_relative_eq!(*got, known, max_relative = 1e-15);
            }
        };
        close(range(&eleven), [1.0, 5.0, 9.0]);
        close(range(&[7.0]), [7.0; 3]);
        close(range(&[1.0, 2.0]), [1.1, 1.5, 1.9]);
        assert!(range(&[]).iter().all(|x| x.is_nan()));
        close(range(&[f64::NAN, 3.0, f64::INFINITY]), [3.0; 3]);
    }

    #[test]
    fn as_by_sorting_for_any_number_and_sign() {
        let mut x = 0.37_f64;
        for n in 1..60 {
            let values: Vec<f64> = (0..n)
                .map(|_| {
                    x = (3.9 * x * (1.0 - x)).clamp(0.001, 0.999);
                    (x - 0.5) * 1e3
                })
                .collect();
            let got = range(&values);
            for (got, p) in got.iter().zip([0.1, 0.5, 0.9]) {
                assert_relative_eq!(*got, plainly(&values, p), max_relative = 1e-14);
            }
        }
    }
}
