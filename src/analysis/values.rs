//! What the members report, and what is said of it: ranges and probabilities.

use rayon::prelude::*;

use crate::model::indicators::Better;
use crate::model::run::{Column, Columns};

use super::block::Block;
use super::ensemble::{Lanes, Stop, WIDTH};
use super::quantiles::{Range, Room};

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
    /// What each lane of members reports.
    #[doc(hidden)]
    fn lane(&self, lane: usize) -> Option<&Columns<Lanes>>;

    /// The members' values of a column in reported year number `row`, in order.
    fn values(&self, column: Column, row: usize) -> impl Iterator<Item = f64> + '_ {
        let lanes = (0..self.members().div_ceil(WIDTH)).filter_map(move |i| self.lane(i)?.column(column).get(row));
        lanes.flat_map(|lane| lane.0).take(self.members())
    }

    /// The value of one member, counted from zero; `None` where it has none.
    fn value(&self, column: Column, row: usize, member: usize) -> Option<f64> {
        let lane = self.lane(member / WIDTH).filter(|_| member < self.members())?;
        lane.column(column).get(row).map(|lane| lane.0[member % WIDTH])
    }

    /// The range of the level of a column in each reported year.
    fn levels(&self, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Vec<Range>>> {
        let each = |desk: &mut Desk, &column: &Column| {
            desk.here.read(self, column);
            desk.here.rows().map(|row| (!stop()).then(|| Range::of(row.iter().copied(), &mut desk.room))).collect()
        };
        columns.par_iter().map_init(Desk::default, each).collect()
    }

    /// The range of the difference from another run of the same members, such as
    /// the reference, in each reported year.
    fn effects(&self, against: &impl Values, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Vec<Range>>> {
        let each = |desk: &mut Desk, &column: &Column| {
            let Desk { here, there, room } = desk;
            here.read(self, column);
            there.read(against, column);
            let pairs = here.rows().zip(there.rows());
            pairs.map(|(here, there)| (!stop()).then(|| Range::of(differences(here, there), room))).collect()
        };
        columns.par_iter().map_init(Desk::default, each).collect()
    }

    /// What the members say of columns, against another run of the same members,
    /// such as the reference.
    fn bands(&self, against: &impl Values, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Bands>> {
        let each = |desk: &mut Desk, &column: &Column| {
            let Desk { here, there, room } = desk;
            here.read(self, column);
            there.read(against, column);
            let mut bands = Bands::default();
            for (here, there) in here.rows().zip(there.rows()) {
                if stop() {
                    return None;
                }
                let level = Range::of(here.iter().copied(), room);
                bands.levels.push(level);
                // What is counted against the reference is zero there.
                let zero = there.iter().all(|there| there.to_bits() == 0);
                bands.effects.push(if zero { level } else { Range::of(differences(here, there), room) });
                bands.better.push(share_won(here.iter().copied().zip(there.iter().copied()), column.better()));
            }
            Some(bands)
        };
        columns.par_iter().map_init(Desk::default, each).collect()
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
        share_won(self.values(column, row).zip(than.values(column, its_row)), better)
    }
}

/// Room to work on a column of two runs.
#[derive(Default)]
struct Desk {
    here: Block,
    there: Block,
    room: Room,
}

fn differences<'a>(here: &'a [f64], there: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    here.iter().zip(there).map(|(here, there)| here - there)
}

/// The share of pairs in which the first is better, ties counted half; `None`
/// without pairs of values, or where neither direction is better.
fn share_won(pairs: impl Iterator<Item = (f64, f64)>, better: Better) -> Option<f64> {
    let sign = match better {
        Better::More => 1.0,
        Better::Less => -1.0,
        Better::Neither => return None,
    };
    // Whole numbers and no branches, so that several pairs are compared at once.
    let (halves, count) = pairs.fold((0_u64, 0_u64), |(halves, count), (here, there)| {
        let by = sign * (here - there);
        // Rent, for one, is the same in two runs in which vacancy has been at its floor
        // all along, and then rounding would decide.
        let tie = by.abs() <= TIE * here.abs().max(there.abs());
        let won = !tie && by > 0.0;
        (halves + u64::from(tie) + 2 * u64::from(won), count + u64::from(!by.is_nan()))
    });
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
        let share = |here, there, better| share_won(std::iter::once((here, there)), better);
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
        let pairs = [(2.0, 1.0), (1.0, 2.0), (1.0, 1.0), (3.0, 1.0), (f64::NAN, 1.0)];
        assert_eq!(share_won(pairs.into_iter(), Better::More), Some(2.5 / 4.0));
        assert_eq!(share_won(std::iter::empty(), Better::More), None);
    }
}
