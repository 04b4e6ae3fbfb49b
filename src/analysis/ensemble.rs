//! The ensemble: the model run for every member, scenario and reference on the
//! same draws.
//!
//! ```text
//! Beliefs ─Ensemble::draw─> Ensemble ─reference─> References ─┐
//!                               └──────scenario───────────────┴─> Results ─bands─> ranges
//! ```
//!
//! Draws depend on what is believed about a city, the seed and the number of
//! members; the reference also on the outlook; neither on lever settings: keep
//! both while a lever moves. Everything asks `stop` from time to time and gives
//! `None` once it says yes, so that newer input need not wait.

use rayon::prelude::*;

use crate::model::inputs::Inputs;
use crate::model::lane::{Members, on_widest};
use crate::model::parameters::Parameters;
use crate::model::run::{AdoptedRun, Member, reference_run, scenario_run};
use crate::model::sheet::Column;

use super::beliefs::Beliefs;
use super::draws::Sampler;
use super::strip::{self, Strip};
use super::values::Values;

/// Members that are computed side by side.
pub(super) const WIDTH: usize = 16;
pub(super) type Lanes = Members<WIDTH>;

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

/// Which columns of the members are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breadth {
    /// The indicators.
    Indicators,
    /// The jobs of each sub-sector, too: nearly as much again to write and to read.
    SubSectors,
}

impl Breadth {
    /// What these columns need.
    #[must_use]
    pub fn of(columns: &[Column]) -> Self {
        let is_sector = |column: &Column| matches!(column, Column::JobsOf(_));
        if columns.iter().any(is_sector) { Self::SubSectors } else { Self::Indicators }
    }
}

/// The members under adopted policy.
#[derive(Clone, Debug)]
pub struct References {
    members: usize,
    strips: Vec<Strip>,
    /// What runs need of them: lane by lane, in strips.
    adopted: Vec<Vec<AdoptedRun<Lanes>>>,
}

/// What the members report with the levers as set.
#[derive(Clone, Debug, Default)]
pub struct Results {
    members: usize,
    strips: Vec<Strip>,
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
        let run = |lanes: &[Member<Lanes>]| {
            let mut strip = Strip::default();
            strip.make_room(inputs.len(), inputs.constants().sectors);
            let run = |(lane, member)| {
                on_widest(
                    #[inline(always)]
                    || reference_run(&mut strip.lane(lane), inputs, member, |_| {}),
                )
            };
            let adopted = lanes.iter().enumerate().map(run).collect();
            (!stop()).then_some((strip, adopted))
        };
        let runs = self.lanes.par_chunks(strip::LANES).map(run).collect::<Option<Vec<_>>>()?;
        let (strips, adopted) = runs.into_iter().unzip();
        Some(References { members: self.members, strips, adopted })
    }

    /// Runs every member with the levers as set. `reference` must come from this
    /// ensemble and the same inputs but for the lever settings.
    #[must_use]
    pub fn scenario(&self, inputs: &Inputs, reference: &References, stop: Stop<'_>) -> Option<Results> {
        self.scenario_again(Results::default(), Breadth::SubSectors, inputs, reference, stop)
    }

    /// The same in the memory of earlier results: while a lever moves, asking for
    /// megabytes again and again takes a good part of the time. So does keeping what
    /// nobody looks at.
    #[must_use]
    pub fn scenario_again(
        &self,
        earlier: Results,
        breadth: Breadth,
        inputs: &Inputs,
        reference: &References,
        stop: Stop<'_>,
    ) -> Option<Results> {
        let sectors = if breadth == Breadth::SubSectors { inputs.constants().sectors } else { 0 };
        let mut strips = earlier.strips;
        strips.resize_with(self.lanes.len().div_ceil(strip::LANES), Strip::default);
        let run = |strip: &mut Strip, lanes: &[Member<Lanes>], adopted: &[AdoptedRun<Lanes>]| {
            strip.make_room(inputs.len(), sectors);
            for (lane, (member, adopted)) in lanes.iter().zip(adopted).enumerate() {
                on_widest(
                    #[inline(always)]
                    || scenario_run(&mut strip.lane(lane), inputs, member, adopted, |_| {}),
                );
            }
            (!stop()).then_some(())
        };
        let work = strips.par_iter_mut().zip(self.lanes.par_chunks(strip::LANES)).zip(&reference.adopted);
        work.map(|((strip, lanes), adopted)| run(strip, lanes, adopted)).collect::<Option<()>>()?;
        Some(Results { members: self.members, strips })
    }
}

impl Values for References {
    fn members(&self) -> usize {
        self.members
    }
    fn strips(&self) -> &[Strip] {
        &self.strips
    }
}

impl Values for Results {
    fn members(&self) -> usize {
        self.members
    }
    fn strips(&self) -> &[Strip] {
        &self.strips
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
