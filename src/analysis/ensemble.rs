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
use crate::model::run::{Columns, Member, ReferenceRun, reference_run, scenario_run_into};

use super::beliefs::Beliefs;
use super::draws::Sampler;
use super::values::Values;

/// Members that are computed side by side.
pub(super) const WIDTH: usize = 8;
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

/// The members under adopted policy.
#[derive(Clone, Debug)]
pub struct References {
    members: usize,
    runs: Vec<ReferenceRun<Lanes>>,
}

/// What the members report with the levers as set.
#[derive(Clone, Debug, Default)]
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
        self.scenario_again(Results::default(), inputs, reference, stop)
    }

    /// The same in the memory of earlier results: while a lever moves, asking for
    /// megabytes again and again takes a good part of the time.
    #[must_use]
    pub fn scenario_again(
        &self,
        earlier: Results,
        inputs: &Inputs,
        reference: &References,
        stop: Stop<'_>,
    ) -> Option<Results> {
        let mut columns = earlier.columns;
        columns.resize_with(self.lanes.len(), || Columns::zeros(0, 0));
        let lanes = columns.par_iter_mut().zip(&self.lanes).zip(&reference.runs);
        let run = |((columns, lane), reference)| {
            on_widest(
                #[inline(always)]
                || scenario_run_into(columns, inputs, lane, reference, |_| {}),
            );
        };
        lanes.map(|lane| (!stop()).then(|| run(lane))).collect::<Option<()>>()?;
        Some(Results { members: self.members, columns })
    }
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
