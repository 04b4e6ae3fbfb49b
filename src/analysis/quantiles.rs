//! Quantiles of type 7: linear between the order statistics, as most statistics
//! programs take them.
//!
//! While a lever moves, thousands of ranges are asked for at a time. Numbers are
//! told apart by the slot of equal width in which they lie, and only those in
//! the slots that hold a wanted rank are sorted.

use crate::model::lane::on_widest;

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

impl Range {
    /// No numbers, no range.
    pub const EMPTY: Self = Self { p10: f64::NAN, p50: f64::NAN, p90: f64::NAN };

    /// The range of some numbers; those that are not finite do not count.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>, room: &mut Room) -> Self {
        room.numbers.clear();
        room.numbers.extend(values);
        Self::of_numbers(room)
    }

    /// The range of numbers that lie in pieces.
    #[must_use]
    pub fn of_pieces<'a>(pieces: impl Iterator<Item = &'a [f64]>, room: &mut Room) -> Self {
        room.numbers.clear();
        pieces.for_each(|piece| room.numbers.extend_from_slice(piece));
        Self::of_numbers(room)
    }

    /// The range of the numbers that are in the room.
    fn of_numbers(room: &mut Room) -> Self {
        on_widest(
            #[inline(always)]
            || room.range(),
        )
    }

    /// The range of the differences of pairs that lie in pieces.
    #[must_use]
    pub fn of_differences<'a>(pieces: impl Iterator<Item = (&'a [f64], &'a [f64])>, room: &mut Room) -> Self {
        room.numbers.clear();
        on_widest(
            #[inline(always)]
            || {
                for (here, there) in pieces {
                    room.numbers.extend(here.iter().zip(there).map(
                        #[inline(always)]
                        |(here, there)| here - there,
                    ));
                }
                room.range()
            },
        )
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

/// Slots from the smallest number to the largest of a sample; what is beyond it
/// lies in the first and the last.
const SLOTS: usize = 256;
/// The last of them.
const LAST_SLOT: f64 = 255.0;
/// Numbers in that sample.
const SAMPLE: usize = 64;
/// 2⁵²: a number added to it leaves its whole part in the low bits.
const TWO_52: f64 = 4_503_599_627_370_496.0;
/// No width of a slot is infinite for numbers up to this.
const FAR: f64 = 1e300;

/// Room for the numbers of which quantiles are taken, to be used again and again.
#[derive(Clone, Debug, Default)]
pub struct Room {
    numbers: Vec<f64>,
    /// In which slot each number lies.
    slots: Vec<u8>,
    /// The numbers that are sorted.
    few: Vec<f64>,
}

#[expect(clippy::inline_always, reason = "they are compiled once for each width of vectors, in the caller")]
impl Room {
    #[inline(always)]
    fn range(&mut self) -> Range {
        // Looking at all of them is faster than stopping at the first, and there is none as a rule.
        if !self.numbers.iter().fold(true, |all, x| all & x.is_finite()) {
            self.numbers.retain(|x| x.is_finite());
        }
        let Some(last) = self.numbers.len().checked_sub(1) else { return Range::EMPTY };
        let places = [0.1, 0.5, 0.9].map(|p| place(last, p));
        self.fill_slots();
        let at = self.sort_few(places.map(|(rank, _)| [rank, (rank + 1).min(last)]));
        let [p10, p50, p90] = [0, 1, 2].map(|i| {
            let ([below, above], (_, beyond)) = (at[i], places[i]);
            self.few[below] + beyond * (self.few[above] - self.few[below])
        });
        Range { p10, p50, p90 }
    }

    /// Puts every number into its slot: a larger one never into a lower one, which
    /// is all that must hold. Numbers that cannot be told apart share one.
    #[inline(always)]
    fn fill_slots(&mut self) {
        let (mut low, mut high) = (FAR, -FAR);
        for &x in self.numbers.iter().step_by(self.numbers.len().div_ceil(SAMPLE)) {
            low = if x < low { x } else { low };
            high = if x > high { x } else { high };
        }
        let per_number = LAST_SLOT / (high - low);
        self.slots.clear();
        self.slots.extend(self.numbers.iter().map(|x| {
            let slot = (x - low) * per_number;
            let slot = if slot < LAST_SLOT { slot } else { LAST_SLOT };
            let slot = if slot > 0.0 { slot } else { 0.0 };
            #[expect(clippy::cast_possible_truncation, reason = "the low bits are the slot")]
            let slot = (slot + TWO_52).to_bits() as u8;
            slot
        }));
    }

    /// Sorts the numbers in the slots that hold one of some ranks, which must
    /// ascend. Gives where in `few` each rank is then.
    #[inline(always)]
    fn sort_few<const N: usize>(&mut self, ranks: [[usize; 2]; N]) -> [[usize; 2]; N] {
        let mut counts = [0_usize; SLOTS];
        for &slot in &self.slots {
            counts[usize::from(slot)] += 1;
        }
        let mut is_wanted = [false; SLOTS];
        let (mut slot, mut below, mut left_out) = (0, 0, 0);
        let places = ranks.map(|pair| {
            pair.map(|rank| {
                while below + counts[slot] <= rank {
                    below += counts[slot];
                    left_out += if is_wanted[slot] { 0 } else { counts[slot] };
                    slot += 1;
                }
                is_wanted[slot] = true;
                rank - left_out
            })
        });

        // Every number is put behind those kept, and stays there if it is one.
        self.few.resize(self.numbers.len() + 1, 0.0);
        let mut kept = 0;
        for (x, &slot) in self.numbers.iter().zip(&self.slots) {
            self.few[kept] = *x;
            kept += usize::from(is_wanted[usize::from(slot)]);
        }
        self.few[..kept].sort_unstable_by(f64::total_cmp);
        places
    }
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

    /// Ties, far outliers, the largest numbers there are: whatever the slots look like.
    #[test]
    fn as_by_sorting_for_any_shape() {
        let mut x = 0.37_f64;
        let mut uniform = || {
            x = (3.9 * x * (1.0 - x)).clamp(0.001, 0.999);
            x
        };
        for n in [2, 63, 64, 65, 200, 1_000, 4_097] {
            let mut check = |shape: &dyn Fn(f64) -> f64| {
                let values: Vec<f64> = (0..n).map(|_| shape(uniform())).collect();
                let known = [0.1, 0.5, 0.9].map(|p| plainly(&values, p).to_bits());
                assert_eq!(range(&values).map(f64::to_bits), known, "{n}");
            };
            check(&|u| if u < 0.6 { 0.0 } else { u });
            check(&|u| if u < 0.5 { -0.0 } else { 0.0 });
            check(&|u| (u - 0.5).recip());
            check(&|u| if u > 0.98 { 1e18 } else { u });
            check(&|u| (u - 0.5) * f64::MAX);
            check(&|u| u * f64::MIN_POSITIVE / 1e6);
            check(&|_| -7.25);
        }
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
