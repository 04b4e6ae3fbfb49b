//! One run of a city, for one member or several side by side: the years in
//! order, and what is reported of them.

use super::accounts::{self, Rates};
use super::employment::Offset;
use super::indicators::Indicator;
use super::inputs::Inputs;
use super::lane::Lane;
use super::levers::LeverId;
use super::outlook::Outlook;
use super::schedule::Course;
use super::sheet::{Column, Sheet};
use super::space_market::{Market, market};
use super::state::{Constants, State};
use super::step::{Flows, Year, step};

/// Delay of spill-over jobs in other sectors behind manufacturing jobs (yr).
pub const SPILL_OVER_LAG: usize = 3;

/// Net additional job-years from which a cost is divided by them, as a share of
/// base-year jobs: below, the ratio says more about rounding than about cost.
pub const ENOUGH_JOB_YEARS: f64 = 0.001;

/// The numbers in which one member of an ensemble differs from another. The
/// central run is a member too: every parameter at its centre, no shocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<R> {
    /// Parameters and stocks.
    pub constants: Constants<R>,
    /// Growth of log jobs in each reported year, shocks included (1/yr).
    pub growth: Vec<R>,
    /// Shock to log rent in each reported year.
    pub rent_shock: Vec<R>,
}

/// One moment of a run, as shown to whoever follows it.
pub struct Moment<'a, R> {
    /// Number of the reported year.
    pub row: usize,
    /// What acts on the city in the year: levers, drift, outlook.
    pub year: &'a Year<'a, R>,
    /// Jobs inside as the drift has them at the start of the year (jobs).
    pub jobs_on_trend: R,
    /// The stocks at the start of the year.
    pub state: &'a State<R>,
    /// What follows from them.
    pub market: &'a Market<R>,
    /// The flows of the twelve months that follow.
    pub flows: &'a Flows<R>,
    /// The stocks one year on, and what follows from them.
    pub next: (&'a State<R>, &'a Market<R>),
}

/// Runs a city from its first to its last year and shows every year to `visit`. `offset`
/// says for each year, and for the jobs on trend at its start, where the offset of the
/// trend comes from.
#[inline(always)]
pub fn simulate<R: Lane>(
    inputs: &Inputs,
    member: &Member<R>,
    mut course: Course<'_, R>,
    outlook: &Outlook,
    offset: impl Fn(usize, R) -> Offset<R>,
    mut visit: impl FnMut(Moment<'_, R>),
) {
    let c = &member.constants;
    let mut state = c.initial();
    let mut controls = *course.now();
    let mut now = market(c, &state, &controls);
    let mut jobs_on_trend = state.jobs_inside[..c.sectors].iter().fold(R::splat(0.0), |sum, jobs| sum + *jobs);
    for row in 0..inputs.len() {
        course.advance();
        let year = inputs.year(row, member, (&controls, course.now()), outlook);
        let (next_state, flows) = step(c, &state, &now, &year, offset(row, jobs_on_trend));
        let next = market(c, &next_state, course.now());
        visit(Moment {
            row,
            jobs_on_trend,
            year: &year,
            state: &state,
            market: &now,
            flows: &flows,
            next: (&next_state, &next),
        });
        jobs_on_trend = jobs_on_trend * year.drift.exp();
        state = next_state;
        now = next;
        controls = *course.now();
    }
}

/// What other runs of a member need of its run under adopted policy, year by year.
#[derive(Clone, Debug)]
pub struct AdoptedRun<R>(Vec<AdoptedYear<R>>);

/// One year of it. What is read together lies together.
#[derive(Clone, Copy, Debug)]
struct AdoptedYear<R> {
    /// Offset of the job trend, found under the baseline outlook (log).
    offset: R,
    /// Manufacturing jobs (jobs).
    jobs: R,
    /// Homes that release makes room for (homes/yr).
    homes: R,
    /// Gross public cost (currency/yr).
    cost: R,
}

impl<R: Lane> AdoptedRun<R> {
    /// The offset of the job trend in a reported year (log), as it was found.
    #[inline(always)]
    #[must_use]
    pub fn offset(&self, row: usize) -> Offset<R> {
        Offset::Use(self.0[row].offset)
    }
}

/// Runs a member under adopted policy, reports it to `sheet`, and gives what other runs
/// of the same member need; `also` follows along.
#[inline(always)]
pub fn reference_run<R: Lane>(
    sheet: &mut impl Sheet<R>,
    inputs: &Inputs,
    member: &Member<R>,
    mut also: impl FnMut(&Moment<'_, R>),
) -> AdoptedRun<R> {
    let c = &member.constants;
    let rates = Rates::new(c);
    let (zero, none) = (R::splat(0.0), R::splat(f64::NAN));
    let mut years: Vec<AdoptedYear<R>> = Vec::with_capacity(inputs.len());
    // First to find the offsets, then with them. In one place, because all of it is
    // compiled for each width of vectors.
    for finds in [true, false] {
        let outlook = if finds { inputs.baseline() } else { inputs.outlook() };
        let known: Vec<R> = years.drain(..).map(|year| year.offset).collect();
        simulate(
            inputs,
            member,
            inputs.course_as_adopted(c),
            outlook,
            #[inline(always)]
            |row, on_trend| known.get(row).map_or(Offset::Solve(on_trend), |offset| Offset::Use(*offset)),
            #[inline(always)]
            |m| {
                years.push(AdoptedYear {
                    offset: m.flows.jobs.offset,
                    jobs: m.market.total_jobs,
                    homes: accounts::homes(c, m.flows),
                    cost: accounts::public_cost(c, &rates, m.state, m.market, m.flows, m.year.now),
                });
                if finds {
                    return;
                }
                record(sheet, inputs, (c, &rates), &m);
                // What is counted against the reference.
                for of in [Indicator::HomesForgone, Indicator::PublicCost, Indicator::SpilloverJobs] {
                    sheet.put(of, m.row, zero);
                }
                sheet.put(Indicator::CostPerNetJobYear, m.row, none);
                also(&m);
            },
        );
    }
    AdoptedRun(years)
}

/// Runs a member with the levers as set, against its run under adopted policy, and
/// reports it to `sheet`; `also` follows along.
#[inline(always)]
pub fn scenario_run<R: Lane>(
    sheet: &mut impl Sheet<R>,
    inputs: &Inputs,
    member: &Member<R>,
    adopted: &AdoptedRun<R>,
    mut also: impl FnMut(&Moment<'_, R>),
) {
    let c = &member.constants;
    let rates = Rates::new(c);
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let mut homes_forgone = zero;
    let mut spent = zero;
    let mut job_years = zero;
    let mut discount = one;
    let enough = R::splat(ENOUGH_JOB_YEARS) * c.base.jobs;
    simulate(
        inputs,
        member,
        inputs.course_as_set(c),
        inputs.outlook(),
        #[inline(always)]
        |row, _| adopted.offset(row),
        #[inline(always)]
        |m| {
            record(sheet, inputs, (c, &rates), &m);
            let row = m.row;
            let reference = &adopted.0[row];

            sheet.put(Indicator::HomesForgone, row, homes_forgone);
            homes_forgone = homes_forgone + reference.homes - accounts::homes(c, m.flows);

            let cost = accounts::public_cost(c, &rates, m.state, m.market, m.flows, m.year.now) - reference.cost;
            sheet.put(Indicator::PublicCost, row, cost);
            spent = spent + discount * cost;
            job_years = job_years + discount * (m.market.total_jobs - reference.jobs);
            discount = discount / (one + c.p.discount_rate);
            let per_job_year = job_years.select(enough, spent / job_years, R::splat(f64::NAN));
            sheet.put(Indicator::CostPerNetJobYear, row, per_job_year);

            let spill_over = row.checked_sub(SPILL_OVER_LAG).map_or(zero, |earlier| {
                let then = sheet.get(Indicator::ManufacturingJobs, earlier) - adopted.0[earlier].jobs;
                (c.p.spill_local + c.p.spill_chain) * then
            });
            sheet.put(Indicator::SpilloverJobs, row, spill_over);
            also(&m);
        },
    );
}

/// The indicators that a run knows of itself, without its reference.
#[inline(always)]
fn record<R: Lane>(
    sheet: &mut impl Sheet<R>,
    inputs: &Inputs,
    (c, rates): (&Constants<R>, &Rates<R>),
    m: &Moment<'_, R>,
) {
    let (row, s) = (m.row, m.state);
    let age = R::splat(f64::from(u32::try_from(row).unwrap_or(u32::MAX)));
    let recovered = m.year.now.effect(LeverId::CircularProgramme);
    let additional = recovered - R::splat(inputs.adopted(LeverId::CircularProgramme));
    sheet.put(Indicator::ManufacturingJobs, row, m.market.total_jobs);
    sheet.put(Indicator::IndustrialFloorspace, row, s.floorspace);
    sheet.put(Indicator::IndustrialLand, row, s.protected + s.other + s.pipeline);
    sheet.put(Indicator::RealRent, row, s.rent * c.base.rent);
    sheet.put(Indicator::Vacancy, row, m.market.vacancy);
    sheet.put(Indicator::OccupancyCost, row, m.market.occupancy_cost);
    sheet.put(Indicator::Gva, row, accounts::gva(c, rates, m.market, age));
    sheet.put(Indicator::RecoveredMaterial, row, recovered);
    sheet.put(Indicator::CircularJobsNet, row, accounts::circular_jobs(c, additional));
    for (sector, jobs) in m.market.jobs[..c.sectors].iter().enumerate().take(sheet.sectors()) {
        sheet.put(Column::JobsOf(sector), row, *jobs);
    }
}
