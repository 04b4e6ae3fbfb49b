//! The ensemble: the model run for every member, scenario and reference on the
//! same draws.
//!
//! ```text
//! Beliefs ─Ensemble::draw─> Ensemble ─reference─> References ─┐
//!                               └──────scenario───────────────┴─> Results ─ranges─> bands
//! ```
//!
//! Draws depend on what is believed about a city, the seed and the number of
//! members; the reference also on the outlook; neither on lever settings: keep
//! both while a lever moves. Everything asks `stop` from time to time and gives
//! `None` once it says yes, so that newer input need not wait.

use rayon::prelude::*;

use crate::model::indicators::Better;
use crate::model::inputs::Inputs;
use crate::model::lane::Members;
use crate::model::parameters::Parameters;
use crate::model::run::{Column, Columns, Member, ReferenceRun, reference_run, scenario_run};

use super::beliefs::Beliefs;
use super::draws::Sampler;
use super::quantiles::{Range, Room};

/// Members that are computed side by side.
const WIDTH: usize = 8;
type Lanes = Members<WIDTH>;

/// The usual number of members.
pub const USUAL: usize = 1_000;
/// The largest number of members.
pub const MOST: usize = 100_000;
/// The usual seed.
pub const SEED: u64 = 1;

/// Asked from time to time whether the result is still wanted.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Never stops.
pub const TO_THE_END: Stop<'static> = &|| false;

/// The members of one city.
#[derive(Clone, Debug)]
pub struct Ensemble {
    members: usize,
    lanes: Vec<Member<Lanes>>,
}

/// The members under adopted policy.
#[derive(Clone, Debug)]
pub struct References {
    members: usize,
    runs: Vec<ReferenceRun<Lanes>>,
}

/// What the members report with the levers as set.
#[derive(Clone, Debug)]
pub struct Results {
    members: usize,
    columns: Vec<Columns<Lanes>>,
}

impl Ensemble {
    /// Draws the first `members` members. `inputs` brings stocks, drift and span;
    /// its lever settings and outlook do not matter here.
    #[must_use]
    pub fn draw(beliefs: &Beliefs, inputs: &Inputs, members: usize, seed: u64, stop: Stop<'_>) -> Option<Self> {
        let sampler = Sampler::new(beliefs);
        let lanes = (0..members.div_ceil(WIDTH))
            .into_par_iter()
            .map(|lane| {
                // The last lane is filled up with members that are not counted.
                let drawn: [Member<f64>; WIDTH] =
                    std::array::from_fn(|i| sampler.draw(inputs, seed, (lane * WIDTH + i + 1) as u64));
                (!stop()).then(|| side_by_side(&drawn))
            })
            .collect::<Option<_>>()?;
        Some(Self { members, lanes })
    }

    /// Number of members.
    #[must_use]
    pub const fn members(&self) -> usize {
        self.members
    }

    /// Runs every member under adopted policy.
    #[must_use]
    pub fn reference(&self, inputs: &Inputs, stop: Stop<'_>) -> Option<References> {
        let run = |lane| (!stop()).then(|| reference_run(inputs, lane, |_| {}));
        let runs = self.lanes.par_iter().map(run).collect::<Option<_>>()?;
        Some(References { members: self.members, runs })
    }

    /// Runs every member with the levers as set. `reference` must come from this
    /// ensemble and the same inputs but for the lever settings.
    #[must_use]
    pub fn scenario(&self, inputs: &Inputs, reference: &References, stop: Stop<'_>) -> Option<Results> {
        let run = |(lane, reference)| (!stop()).then(|| scenario_run(inputs, lane, reference, |_| {}));
        let columns = self.lanes.par_iter().zip(&reference.runs).map(run).collect::<Option<_>>()?;
        Some(Results { members: self.members, columns })
    }
}

/// The values of every member, whichever run they come from.
pub trait Values: Sync {
    /// Number of members.
    fn members(&self) -> usize;
    /// What each lane of members reports.
    fn lane(&self, lane: usize) -> Option<&Columns<Members<WIDTH>>>;

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
        self.ranges(columns, stop, |column, row, room| Range::of(self.values(column, row), room))
    }

    /// The range of the difference from another run of the same members, such as
    /// the reference, in each reported year.
    fn effects(&self, against: &impl Values, columns: &[Column], stop: Stop<'_>) -> Option<Vec<Vec<Range>>> {
        self.ranges(columns, stop, |column, row, room| {
            let pairs = self.values(column, row).zip(against.values(column, row));
            Range::of(pairs.map(|(here, there)| here - there), room)
        })
    }

    /// A range for every column and reported year.
    #[doc(hidden)]
    fn ranges(
        &self,
        columns: &[Column],
        stop: Stop<'_>,
        range: impl Fn(Column, usize, &mut Room) -> Range + Sync,
    ) -> Option<Vec<Vec<Range>>> {
        let years = self.lane(0).map_or(0, Columns::years);
        let each = |&column: &Column| {
            let row = |room: &mut Room, row| (!stop()).then(|| range(column, row, room));
            (0..years).into_par_iter().map_init(Room::default, row).collect::<Option<Vec<Range>>>()
        };
        columns.par_iter().map(each).collect()
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
        let pairs = self.values(column, row).zip(than.values(column, its_row));
        let (mut wins, mut count) = (0.0, 0.0);
        for won in pairs.filter_map(|(here, there)| win(here, there, better)) {
            count += 1.0;
            wins += won;
        }
        (count > 0.0).then(|| wins / count)
    }
}

/// Values closer than this, relative to the larger, are the same but for rounding.
const TIE: f64 = 1e-9;

/// 1 where `here` is better than `there`, 0 where it is worse, one half for a tie;
/// `None` where one of them is empty or neither direction is better.
fn win(here: f64, there: f64, better: Better) -> Option<f64> {
    let by = match better {
        Better::More => here - there,
        Better::Less => there - here,
        Better::Neither => return None,
    };
    if by.is_nan() {
        return None;
    }
    // Rent, for one, is the same in two runs in which vacancy has been at its floor
    // all along, and then rounding would decide.
    let tie = by.abs() <= TIE * here.abs().max(there.abs());
    Some(if tie { 0.5 } else { f64::from(by > 0.0) })
}

impl Values for References {
    fn members(&self) -> usize {
        self.members
    }
    fn lane(&self, lane: usize) -> Option<&Columns<Lanes>> {
        self.runs.get(lane).map(|run| &run.columns)
    }
}

impl Values for Results {
    fn members(&self) -> usize {
        self.members
    }
    fn lane(&self, lane: usize) -> Option<&Columns<Lanes>> {
        self.columns.get(lane)
    }
}

/// Several members as one lane.
fn side_by_side(drawn: &[Member<f64>; WIDTH]) -> Member<Lanes> {
    let gather = |get: &dyn Fn(&Member<f64>) -> f64| Members(std::array::from_fn(|i| get(&drawn[i])));
    let mut constants = drawn[0].constants.map(|x| Members([x; WIDTH]));
    constants.p = Parameters::from_fn(|id| gather(&|m| m.constants.p.get(id)));
    constants.base.jobs = gather(&|m| m.constants.base.jobs);
    constants.base.floorspace = gather(&|m| m.constants.base.floorspace);
    for (s, sector) in constants.sector.iter_mut().enumerate() {
        sector.growth = gather(&|m| m.constants.sector[s].growth);
    }
    constants.base_cost = gather(&|m| m.constants.base_cost);
    constants.other_users = gather(&|m| m.constants.other_users);
    let years = 0..drawn[0].growth.len();
    Member {
        constants,
        growth: years.clone().map(|t| gather(&|m| m.growth[t])).collect(),
        rent_shock: years.map(|t| gather(&|m| m.rent_shock[t])).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_decides_nothing() {
        assert_eq!(win(2.0, 1.0, Better::More), Some(1.0));
        assert_eq!(win(2.0, 1.0, Better::Less), Some(0.0));
        assert_eq!(win(-2.0, -1.0, Better::More), Some(0.0));
        assert_eq!(win(0.1 + 0.2, 0.3, Better::More), Some(0.5), "they differ in the last bit");
        assert_eq!(win(0.0, 0.0, Better::Less), Some(0.5));
        assert_eq!(win(1e-12, 0.0, Better::More), Some(1.0), "small is not rounding");
        assert_eq!(win(300.0, 300.000_1, Better::Less), Some(1.0));
        assert_eq!(win(f64::NAN, 1.0, Better::More), None);
        assert_eq!(win(2.0, 1.0, Better::Neither), None);
    }
}
