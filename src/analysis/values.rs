//! What the members report, and what is said of it: ranges and probabilities.

use rayon::prelude::*;

use crate::model::indicators::Better;
use crate::model::lane::on_widest;
use crate::model::sheet::Column;

use super::ensemble::Stop;
use super::quantiles::{Range, Room};
use super::strip::{MEMBERS, Strip};

/// What the members say of a column, for each reported year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bands {
    /// The range of the level.
    pub levels: Vec<Range>,
    /// The range of the difference from another run of the same members.
    pub effects: Vec<Range>,
    /// The probability that it is better than there; `None` where no member has a
    /// value in both, or neither direction is better.
    pub better: Vec<Option<f64>>,
}

/// The values of every member, whichever run they come from.
pub trait Values: Sync {
    /// Number of members.
    fn members(&self) -> usize;
    /// What they report, in their order.
    #[doc(hidden)]
    fn strips(&self) -> &[Strip];

    /// The members' values of a column in reported year number `row`, in order and in
    /// pieces of one length.
    fn pieces(&self, column: Column, row: usize) -> impl Iterator<Item = &[f64]> + Clone {
        let members = self.members();
        let strips = self.strips().iter().enumerate();
        strips.map(move |(i, strip)| {
            let all = strip.members(column, row);
            // The last lane is filled up with members that are not counted.
            &all[..all.len().min(members - i * MEMBERS)]
        })
    }

    /// The members' values of a column in reported year number `row`, in order.
    fn values(&self, column: Column, row: usize) -> impl Iterator<Item = f64> + '_ {
        self.pieces(column, row).flatten().copied()
    }

    /// The value of one member, counted from zero; `None` where it has none.
    fn value(&self, column: Column, row: usize, member: usize) -> Option<f64> {
        let strip = self.strips().get(member / MEMBERS).filter(|_| member < self.members())?;
        strip.members(column, row).get(member % MEMBERS).copied()
    }

    /// Number of reported years.
    fn years(&self) -> usize {
        self.strips().first().map_or(0, Strip::years)
    }

    /// The range of the level of a column in each reported year.
    fn levels(&self, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Vec<Range>>> {
        each(columns, |column, room| {
            let years = 0..self.years();
            years.map(|row| (!stop()).then(|| Range::of_pieces(self.pieces(column, row), room))).collect()
        })
    }

    /// The range of the difference from another run of the same members, such as
    /// the reference, in each reported year.
    fn effects(&self, against: &impl Values, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Vec<Range>>> {
        each(columns, |column, room| {
            let years = 0..self.years();
            let pairs = |row| self.pieces(column, row).zip(against.pieces(column, row));
            years.map(|row| (!stop()).then(|| Range::of_differences(pairs(row), room))).collect()
        })
    }

    /// What the members say of columns, against another run of the same members,
    /// such as the reference.
    fn bands(&self, against: &impl Values, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Bands>> {
        each(columns, |column, room| {
            let mut bands = Bands::default();
            for row in 0..self.years() {
                if stop() {
                    return None;
                }
                let pairs = self.pieces(column, row).zip(against.pieces(column, row));
                let level = Range::of_pieces(self.pieces(column, row), room);
                bands.levels.push(level);
                // What is counted against the reference is zero there.
                let zero = against.pieces(column, row).flatten().all(|there| there.to_bits() == 0);
                bands.effects.push(if zero { level } else { Range::of_differences(pairs.clone(), room) });
                bands.better.push(share_won(pairs, column.better()));
            }
            Some(bands)
        })
    }

    /// The probability that this run is better in reported year number `row` than
    /// another of the same members in that run's year number `its_row`, from
    /// paired draws: the share of members in which it is, ties (but for rounding) counted half.
    /// `None` where no member has a value in both, or neither direction is better.
    fn probability_better(
        &self,
        (than, its_row): (&impl Values, usize),
        column: Column,
        row: usize,
        better: Better,
    ) -> Option<f64> {
        share_won(self.pieces(column, row).zip(than.pieces(column, its_row)), better)
    }
}

/// Asks about each column, several at a time.
fn each<T: Send>(columns: &[Column], ask: impl Fn(Column, &mut Room) -> Option<T> + Sync) -> Option<Vec<T>> {
    columns.par_iter().map_init(Room::default, |room, column| ask(*column, room)).collect()
}

/// The share of pairs in which the first is better, ties counted half; `None`
/// without pairs of values, or where neither direction is better.
fn share_won<'a>(pieces: impl Iterator<Item = (&'a [f64], &'a [f64])>, better: Better) -> Option<f64> {
    let sign = match better {
        Better::More => 1.0,
        Better::Less => -1.0,
        Better::Neither => return None,
    };
    let (halves, count) = on_widest(
        #[inline(always)]
        || {
            let (mut halves, mut count) = (0_u64, 0_u64);
            // Whole numbers and no branches, so that several pairs are compared at once.
            for (here, there) in pieces {
                for (here, there) in here.iter().zip(there) {
                    let by = sign * (here - there);
                    // Rent, for one, is the same in two runs in which vacancy has been at its
                    // floor all along, and then rounding would decide.
                    let tie = by.abs() <= TIE * here.abs().max(there.abs());
                    let won = !tie && by > 0.0;
                    halves += u64::from(tie) + 2 * u64::from(won);
                    count += u64::from(!by.is_nan());
                }
            }
            (halves, count)
        },
    );
    #[expect(clippy::cast_precision_loss, reason = "there are not that many members")]
    (count > 0).then(|| halves as f64 / 2.0 / count as f64)
}

/// Values closer than this, relative to the larger, are the same but for rounding.
const TIE: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_decides_nothing() {
        let share = |here, there, better| share_won(std::iter::once((&[here][..], &[there][..])), better);
        assert_eq!(share(2.0, 1.0, Better::More), Some(1.0));
        assert_eq!(share(2.0, 1.0, Better::Less), Some(0.0));
        assert_eq!(share(-2.0, -1.0, Better::More), Some(0.0));
        assert_eq!(share(0.1 + 0.2, 0.3, Better::More), Some(0.5), "they differ in the last bit");
        assert_eq!(share(0.0, 0.0, Better::Less), Some(0.5));
        assert_eq!(share(1e-12, 0.0, Better::More), Some(1.0), "small is not rounding");
        assert_eq!(share(300.0, 300.000_1, Better::Less), Some(1.0));
        assert_eq!(share(f64::NAN, 1.0, Better::More), None);
        assert_eq!(share(2.0, 1.0, Better::Neither), None);
    }

    #[test]
    fn only_pairs_of_values_count() {
        let pieces = [(&[2.0, 1.0, 1.0][..], &[1.0, 2.0, 1.0][..]), (&[3.0, f64::NAN], &[1.0, 1.0])];
        assert_eq!(share_won(pieces.into_iter(), Better::More), Some(2.5 / 4.0));
        assert_eq!(share_won(std::iter::empty(), Better::More), None);
    }
}
