//! One year: every flow from the state, levers and drivers at its start.

use super::employment::{JobsStep, Offset, next_jobs};
use super::floorspace::{self, FloorspaceFlows};
use super::land::{self, LandFlows};
use super::lane::Lane;
use super::schedule::Controls;
use super::space_market::{Market, Weather, next_prices};
use super::state::{Constants, State};

/// What acts on a city from outside its stocks in one year.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a, R> {
    /// Lever levels and effects at the start of the year.
    pub now: &'a Controls,
    /// The same one year on.
    pub next: &'a Controls,
    /// Protected share of adopted policy, as a fraction.
    pub adopted_protection: f64,
    /// Underlying growth of jobs [1/yr].
    pub drift: R,
    /// What the outlook adds to it [1/yr].
    pub extra_growth: R,
    /// Real housing-land value, 1 in the base year [index].
    pub housing: R,
    /// The rest of the outlook.
    pub weather: Weather<R>,
}

/// The flows of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flows<R> {
    /// Land [ha/yr].
    pub land: LandFlows<R>,
    /// Floorspace [m²/yr].
    pub floorspace: FloorspaceFlows<R>,
    /// Jobs [jobs/yr].
    pub jobs: JobsStep<R>,
}

/// The state one year on, and the flows that led there. Allocates nothing.
pub fn step<R: Lane>(
    c: &Constants<R>,
    s: &State<R>,
    m: &Market<R>,
    y: &Year<'_, R>,
    offset: Offset<R>,
) -> (State<R>, Flows<R>) {
    let land = land::flows(c, s, y.housing, y.now, y.next, y.adopted_protection);
    let space = floorspace::flows(c, s, &land, y.now);
    let jobs = next_jobs(c, s, m, &space, y.now, (y.drift, y.extra_growth), offset);
    let prices = next_prices(c, s, m, y.now, y.weather);

    let next = State {
        protected: s.protected - land.from_protected + land.designated + land.new,
        other: s.other - land.from_other - land.designated,
        pipeline: s.pipeline - land.from_pipeline,
        floorspace: s.floorspace - space.obsolete - space.lost + space.reprovided + space.intensified + space.completed,
        completing: s.started,
        started: space.starts,
        affordable: s.affordable + space.affordable,
        other_users: prices.other_users,
        rent: prices.rent,
        long_run_rent: prices.long_run_rent,
        passing_rent: prices.passing_rent,
        capitalised: prices.capitalised,
        density: prices.density,
        jobs_inside: jobs.inside,
        jobs_outside: jobs.outside,
        answer: jobs.answer,
        grant_jobs: jobs.grant_jobs,
    };
    (next, Flows { land, floorspace: space, jobs })
}
