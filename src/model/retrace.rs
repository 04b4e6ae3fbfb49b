//! The space side of a city run over its past, with the jobs that were observed.
//!
//! Land, floorspace, vacancy and rents follow the equations of every other run;
//! only jobs are given instead of projected. The run is anchored in the base
//! year of the pack: rents are 1 there, trends count the years from there, and
//! what other users demand passes through what the base year leaves them.

use super::employment::Offset;
use super::lane::Lane;
use super::schedule::Controls;
use super::space_market::{Weather, market};
use super::state::{Constants, State};
use super::step::{Year, step};

/// The past of a city as a run sees it: what is the same in every run.
#[derive(Clone, Debug)]
pub struct Road<'a> {
    /// First year.
    pub from: i32,
    /// The base year of the pack.
    pub base_year: i32,
    /// Jobs of each year, the first to the last (jobs).
    pub jobs: &'a [f64],
    /// Levels and effects of the levers in each year.
    pub controls: &'a [Controls<f64>],
    /// Protected share of the land outside the pipeline, as a fraction.
    pub protected_share: f64,
    /// Industrial land in the first year, pipeline included (ha).
    pub land: f64,
    /// Consented release pipeline in the first year (ha).
    pub pipeline: f64,
    /// Growth of real housing-land value (1/yr).
    pub housing: f64,
}

/// What differs from run to run besides the constants.
#[derive(Clone, Debug, PartialEq)]
pub struct Departure<R> {
    /// Floorspace in the first year (m²).
    pub floorspace: R,
    /// Vacancy in the first year (share).
    pub vacancy: R,
    /// Market rent in the first year (index, 1 in the base year).
    pub rent: R,
    /// Log of the long-run over the market rent in the first year.
    pub long_run_rent: R,
    /// Log of the demand of other users over what the base year leaves them.
    pub other_users: R,
}

/// The observable side of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passed<R> {
    /// Floorspace (m²).
    pub floorspace: R,
    /// Vacancy (share).
    pub vacancy: R,
    /// Market rent (index, 1 in the base year).
    pub rent: R,
    /// Industrial land (ha).
    pub land: R,
    /// Land released in the twelve months that follow (ha/yr).
    pub released: R,
}

/// The least space of other users, as a share of the stock: a draw that leaves
/// less than nothing gets this.
const LEAST_OTHER_USERS: f64 = 0.01;

/// Runs the past, year by year from the first to the last. `pace` is the
/// release hazard of a year, counted from the first, as a multiple of today's.
pub fn retrace<R: Lane>(
    constants: &Constants<R>,
    road: &Road<'_>,
    departure: &Departure<R>,
    pace: impl Fn(usize) -> R,
) -> Vec<Passed<R>> {
    let zero = R::splat(0.0);
    let mut c = constants.clone();
    c.other_users = (c.other_users * departure.other_users.exp()).max(R::splat(LEAST_OTHER_USERS) * c.base.floorspace);
    let age = |row: usize| f64::from(road.from - road.base_year) + f64::from(u32::try_from(row).unwrap_or(u32::MAX));

    let mut state = first(&c, road, departure, age(0));
    let mut passed = Vec::with_capacity(road.jobs.len());
    let Some(mut now) = road.controls.first().map(|now| now.map(R::splat)) else { return passed };
    for row in 0..road.jobs.len() {
        let next = road.controls.get(row + 1).map_or(now, |next| next.map(R::splat));
        c.p.hazard_other = constants.p.hazard_other * pace(row);
        let m = market(&c, &state, &now);
        let year = Year {
            now: &now,
            next: &next,
            adopted_protection: road.protected_share,
            drift: zero,
            extra_growth: zero,
            housing: R::splat(road.housing * age(row)).exp(),
            weather: Weather { age: R::splat(age(row)), logistics: zero, inflation: zero, rent_shock: zero },
        };
        let (following, flows) = step(&c, &state, &m, &year, Offset::Use(zero));
        passed.push(Passed {
            floorspace: state.floorspace,
            vacancy: m.vacancy,
            rent: state.rent,
            land: state.protected + state.other + state.pipeline,
            released: flows.land.released(),
        });
        (state, now) = (following, next);
        if let Some(&jobs) = road.jobs.get(row + 1) {
            feed(&c, &mut state, jobs);
        }
    }
    passed
}

/// Puts the observed jobs of a year into the state.
fn feed<R: Lane>(c: &Constants<R>, state: &mut State<R>, jobs: f64) {
    let inside = c.base.scope * R::splat(jobs);
    for (slot, sector) in state.jobs_inside.iter_mut().zip(&c.sector[..c.sectors]) {
        *slot = sector.share * inside;
    }
    state.jobs_outside = R::splat(jobs) - inside;
}

/// The state in the first year: density at its long-run level, other users with
/// what vacancy and manufacturing leave them.
fn first<R: Lane>(c: &Constants<R>, road: &Road<'_>, departure: &Departure<R>, age: f64) -> State<R> {
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let jobs = road.jobs.first().copied().unwrap_or(0.0);
    let floorspace = departure.floorspace;
    let ln_rent = departure.rent.ln();
    let density = (c.p.density_trend * R::splat(age) + c.p.density_elasticity * ln_rent).exp();
    let manufacturing = density * c.mean_space_per_job * c.base.scope * R::splat(jobs);
    let left = (one - departure.vacancy) * floorspace - manufacturing;
    let building = c.p.completions * floorspace * (departure.rent / c.p.replacement_cost).power(c.p.supply_elasticity);
    let free_land = road.land - road.pipeline;
    let protected = road.protected_share * free_land;
    let mut state = State {
        protected: R::splat(protected),
        other: R::splat(free_land - protected),
        pipeline: R::splat(road.pipeline),
        floorspace,
        completing: building,
        started: building,
        affordable: zero,
        other_users: left.max(R::splat(LEAST_OTHER_USERS) * floorspace),
        rent: departure.rent,
        long_run_rent: (ln_rent + departure.long_run_rent).exp(),
        passing_rent: departure.rent,
        density,
        ..c.initial()
    };
    feed(c, &mut state, jobs);
    state
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{constants, set};
    use super::*;
    use approx::assert_relative_eq;

    fn road<'a>(jobs: &'a [f64], controls: &'a [Controls<f64>]) -> Road<'a> {
        Road {
            from: 2024,
            base_year: 2024,
            jobs,
            controls,
            protected_share: 0.6,
            land: 2_000.0,
            pipeline: 100.0,
            housing: 0.0,
        }
    }

    /// From the base year on, with jobs that stay, it is the run of the projection.
    #[test]
    fn from_the_base_year_it_is_an_ordinary_run() {
        let (mut c, controls) = (constants(), set(&[]));
        // Without an answer of jobs to cost or lost sites, a zero drift keeps jobs where they are.
        (c.p.cost_elasticity, c.p.leave) = (0.0, 0.0);
        for sector in &mut c.sector[..c.sectors] {
            sector.growth = 1.0;
        }
        let departure = Departure {
            floorspace: c.base.floorspace,
            vacancy: c.base.vacancy,
            rent: 1.0,
            long_run_rent: c.base.long_run_rent,
            other_users: 0.0,
        };
        let years = 5;
        let jobs = vec![c.base.jobs; years];
        let passed = retrace(&c, &road(&jobs, &controls[..years]), &departure, |_| 1.0);

        let mut state = c.initial();
        for (row, then) in passed.iter().enumerate() {
            let now = &controls[row];
            let m = market(&c, &state, now);
            assert_relative_eq!(then.floorspace, state.floorspace, max_relative = 1e-12);
            assert_relative_eq!(then.vacancy, m.vacancy, max_relative = 1e-9);
            assert_relative_eq!(then.rent, state.rent, max_relative = 1e-12);
            let age = f64::from(u32::try_from(row).expect("few years"));
            let year = Year {
                now,
                next: &controls[row + 1],
                adopted_protection: 0.6,
                drift: 0.0,
                extra_growth: 0.0,
                housing: 1.0,
                weather: Weather { age, logistics: 0.0, inflation: 0.0, rent_shock: 0.0 },
            };
            state = step(&c, &state, &m, &year, Offset::Use(0.0)).0;
        }
    }

    #[test]
    fn a_pace_multiplies_the_hazard_and_leaves_the_pipeline_alone() {
        let (c, controls) = (constants(), set(&[]));
        let departure = Departure { floorspace: 10e6, vacancy: 0.05, rent: 1.0, long_run_rent: 0.0, other_users: 0.0 };
        let released = |pace: f64| {
            let passed = retrace(&c, &road(&[100_000.0; 3], &controls[..3]), &departure, |_| pace);
            passed[0].released
        };
        let pipeline = 0.04 * 100.0;
        assert_relative_eq!(released(2.0) - pipeline, 2.0 * (released(1.0) - pipeline), max_relative = 1e-12);
    }
}
