//! One run of a city, for one member or several side by side: the years in
//! order, and what is reported of them.

use super::accounts::{self, Rates};
use super::employment::Offset;
use super::indicators::{Better, INDICATORS, Indicator};
use super::inputs::Inputs;
use super::lane::Lane;
use super::levers::LeverId;
use super::outlook::Outlook;
use super::schedule::Controls;
use super::space_market::{Market, market};
use super::state::{Constants, State};
use super::step::{Flows, step};

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

/// A column of what is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// An indicator.
    Indicator(Indicator),
    /// Jobs of a sub-sector, by its position in the pack.
    JobsOf(usize),
}

impl Column {
    /// Which direction a planner calls better.
    #[must_use]
    pub const fn better(self) -> Better {
        match self {
            Self::Indicator(indicator) => indicator.better(),
            Self::JobsOf(_) => Indicator::ManufacturingJobs.better(),
        }
    }
}

impl From<Indicator> for Column {
    fn from(i: Indicator) -> Self {
        Self::Indicator(i)
    }
}

/// What is reported of a run: column after column, one value a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns<R> {
    years: usize,
    values: Vec<R>,
}

impl<R: Lane> Columns<R> {
    /// Zeros for so many years and sub-sectors.
    #[must_use]
    pub fn zeros(years: usize, sectors: usize) -> Self {
        Self { years, values: vec![R::splat(0.0); years * (INDICATORS + sectors)] }
    }

    /// Room for so many years and sub-sectors. What is in it is of no meaning.
    fn make_room(&mut self, years: usize, sectors: usize) {
        self.years = years;
        self.values.resize(years * (INDICATORS + sectors), R::splat(0.0));
    }

    /// Number of reported years.
    #[must_use]
    pub const fn years(&self) -> usize {
        self.years
    }

    /// A column in the indicator's unit. A sub-sector that the city does not
    /// have gives an empty slice.
    #[must_use]
    pub fn column(&self, column: impl Into<Column>) -> &[R] {
        let start = self.start_of(column.into());
        self.values.get(start..start + self.years).unwrap_or(&[])
    }

    const fn start_of(&self, column: Column) -> usize {
        self.years
            * match column {
                Column::Indicator(i) => i as usize,
                Column::JobsOf(sector) => INDICATORS + sector,
            }
    }

    fn put(&mut self, column: impl Into<Column>, row: usize, value: R) {
        let at = self.start_of(column.into()) + row;
        self.values[at] = value;
    }
}

/// One moment of a run, as shown to whoever follows it.
pub struct Moment<'a, R> {
    /// Number of the reported year.
    pub row: usize,
    /// Levels and effects of the levers.
    pub now: &'a Controls<R>,
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

/// Runs a city from its first to its last year and shows every year to `visit`.
#[inline(always)]
pub fn simulate<R: Lane>(
    inputs: &Inputs,
    member: &Member<R>,
    controls: &[Controls<R>],
    outlook: &Outlook,
    offsets: Option<&[R]>,
    mut visit: impl FnMut(Moment<'_, R>),
) {
    let c = &member.constants;
    let mut state = c.initial();
    let mut now = market(c, &state, &controls[0]);
    let mut jobs_on_trend = state.jobs_inside[..c.sectors].iter().fold(R::splat(0.0), |sum, jobs| sum + *jobs);
    for row in 0..inputs.len() {
        let year = inputs.year(row, member, controls, outlook);
        let offset = offsets.map_or(Offset::Solve(jobs_on_trend), |x| Offset::Use(x[row]));
        let (next_state, flows) = step(c, &state, &now, &year, offset);
        let next = market(c, &next_state, &controls[row + 1]);
        visit(Moment {
            row,
            jobs_on_trend,
            now: &controls[row],
            state: &state,
            market: &now,
            flows: &flows,
            next: (&next_state, &next),
        });
        jobs_on_trend = jobs_on_trend * year.drift.exp();
        state = next_state;
        now = next;
    }
}

/// The run under adopted policy, and what other runs of the same member need of it.
#[derive(Clone, Debug)]
pub struct ReferenceRun<R> {
    /// What is reported of it.
    pub columns: Columns<R>,
    /// Offset of the job trend in each year, found under the baseline outlook.
    pub offsets: Vec<R>,
    /// Homes that release makes room for in each year.
    homes: Vec<R>,
    /// Gross public cost of adopted policy in each year.
    cost: Vec<R>,
}

/// Runs a member under adopted policy; `also` follows along.
pub fn reference_run<R: Lane>(
    inputs: &Inputs,
    member: &Member<R>,
    mut also: impl FnMut(&Moment<'_, R>),
) -> ReferenceRun<R> {
    let c = &member.constants;
    let controls = inputs.adopted_controls(member);
    let mut offsets = Vec::with_capacity(inputs.len());
    simulate(inputs, member, &controls, inputs.baseline(), None, |m| offsets.push(m.flows.jobs.offset));

    let mut columns = Columns::zeros(inputs.len(), c.sectors);
    let mut homes = Vec::with_capacity(inputs.len());
    let mut cost = Vec::with_capacity(inputs.len());
    let rates = Rates::new(c);
    simulate(inputs, member, &controls, inputs.outlook(), Some(&offsets), |m| {
        homes.push(accounts::homes(c, m.flows));
        cost.push(accounts::public_cost(c, &rates, m.state, m.market, m.flows, m.now));
        record(&mut columns, inputs, (c, &rates), &m);
        columns.put(Indicator::CostPerNetJobYear, m.row, R::splat(f64::NAN));
        also(&m);
    });
    ReferenceRun { columns, offsets, homes, cost }
}

/// Runs a member with the levers as set, against its reference; `also` follows along.
pub fn scenario_run<R: Lane>(
    inputs: &Inputs,
    member: &Member<R>,
    reference: &ReferenceRun<R>,
    also: impl FnMut(&Moment<'_, R>),
) -> Columns<R> {
    let mut columns = Columns::zeros(0, 0);
    scenario_run_into(&mut columns, inputs, member, reference, also);
    columns
}

/// The same in the place of what an earlier run reported, whose memory it takes over.
#[inline(always)]
pub fn scenario_run_into<R: Lane>(
    columns: &mut Columns<R>,
    inputs: &Inputs,
    member: &Member<R>,
    reference: &ReferenceRun<R>,
    mut also: impl FnMut(&Moment<'_, R>),
) {
    let c = &member.constants;
    let controls = inputs.controls(member);
    columns.make_room(inputs.len(), c.sectors);
    let rates = Rates::new(c);
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let mut homes_forgone = zero;
    let mut spent = zero;
    let mut job_years = zero;
    let mut discount = one;
    let enough = R::splat(ENOUGH_JOB_YEARS) * c.base.jobs;
    let reference_jobs = reference.columns.column(Indicator::ManufacturingJobs);
    simulate(
        inputs,
        member,
        &controls,
        inputs.outlook(),
        Some(&reference.offsets),
        #[inline(always)]
        |m| {
            record(columns, inputs, (c, &rates), &m);
            let row = m.row;

            columns.put(Indicator::HomesForgone, row, homes_forgone);
            homes_forgone = homes_forgone + reference.homes[row] - accounts::homes(c, m.flows);

            let cost = accounts::public_cost(c, &rates, m.state, m.market, m.flows, m.now) - reference.cost[row];
            columns.put(Indicator::PublicCost, row, cost);
            spent = spent + discount * cost;
            job_years = job_years + discount * (m.market.total_jobs - reference_jobs[row]);
            discount = discount / (one + c.p.discount_rate);
            let per_job_year = job_years.select(enough, spent / job_years, R::splat(f64::NAN));
            columns.put(Indicator::CostPerNetJobYear, row, per_job_year);

            let spill_over = row.checked_sub(SPILL_OVER_LAG).map_or(zero, |earlier| {
                let then = columns.column(Indicator::ManufacturingJobs)[earlier] - reference_jobs[earlier];
                (c.p.spill_local + c.p.spill_chain) * then
            });
            columns.put(Indicator::SpilloverJobs, row, spill_over);
            also(&m);
        },
    );
}

/// The indicators that a run knows of itself, without its reference.
#[inline(always)]
fn record<R: Lane>(
    columns: &mut Columns<R>,
    inputs: &Inputs,
    (c, rates): (&Constants<R>, &Rates<R>),
    m: &Moment<'_, R>,
) {
    let (row, s) = (m.row, m.state);
    columns.put(Indicator::ManufacturingJobs, row, m.market.total_jobs);
    columns.put(Indicator::IndustrialFloorspace, row, s.floorspace);
    columns.put(Indicator::IndustrialLand, row, s.protected + s.other + s.pipeline);
    columns.put(Indicator::RealRent, row, s.rent * c.base.rent);
    columns.put(Indicator::Vacancy, row, m.market.vacancy);
    columns.put(Indicator::OccupancyCost, row, m.market.occupancy_cost);
    let age = R::splat(f64::from(u32::try_from(row).unwrap_or(u32::MAX)));
    columns.put(Indicator::Gva, row, accounts::gva(c, rates, m.market, age));
    let recovered = m.now.effect(LeverId::CircularProgramme);
    columns.put(Indicator::RecoveredMaterial, row, recovered);
    let additional = recovered - R::splat(inputs.adopted(LeverId::CircularProgramme));
    columns.put(Indicator::CircularJobsNet, row, accounts::circular_jobs(c, additional));
    for (sector, jobs) in m.market.jobs[..c.sectors].iter().enumerate() {
        columns.put(Column::JobsOf(sector), row, *jobs);
    }
}
