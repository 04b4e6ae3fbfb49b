//! A projection: one run of one city, and what it reports.

use std::ops::RangeInclusive;

use super::accounts;
use super::employment::Offset;
use super::indicators::{INDICATORS, Indicator};
pub use super::inputs::{Inputs, InputsError};
use super::ledger::LedgerYear;
use super::levers::LeverId;
use super::outlook::Outlook;
use super::schedule::Controls;
pub use super::schedule::LeverSetting;
use super::space_market::{Market, market};
use super::state::State;
use super::step::{Flows, step};

/// Delay of spill-over jobs in other sectors behind manufacturing jobs (yr).
pub const SPILL_OVER_LAG: usize = 3;

/// Net additional job-years from which a cost is divided by them, as a share of
/// base-year jobs: below, the ratio says more about rounding than about cost.
pub const ENOUGH_JOB_YEARS: f64 = 0.001;

/// A column of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// An indicator.
    Indicator(Indicator),
    /// Jobs of a sub-sector, by its position in the pack.
    JobsOf(usize),
}

impl From<Indicator> for Column {
    fn from(i: Indicator) -> Self {
        Self::Indicator(i)
    }
}

/// The indicators of one city, year by year, from one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    first: i32,
    years: usize,
    sectors: usize,
    /// Column after column: the indicators, then jobs by sub-sector.
    values: Vec<f64>,
    ledger: Vec<LedgerYear>,
}

impl Projection {
    fn empty(inputs: &Inputs) -> Self {
        let (years, sectors) = (inputs.len(), inputs.constants.sectors);
        let values = vec![0.0; years * (INDICATORS + sectors)];
        Self { first: inputs.first, years, sectors, values, ledger: Vec::with_capacity(years) }
    }

    /// The first year, that of the starting stocks.
    #[must_use]
    pub const fn first_year(&self) -> i32 {
        self.first
    }

    /// The last year.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        self.year(self.years - 1)
    }

    /// All years.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<i32> {
        self.first..=self.last_year()
    }

    /// Number of sub-sectors.
    #[must_use]
    pub const fn sectors(&self) -> usize {
        self.sectors
    }

    /// A column, one value a year in the indicator's unit. Empty entries, which
    /// only `cost_per_net_job_year` has, are NaN. A sub-sector that the city
    /// does not have gives an empty slice.
    #[must_use]
    pub fn column(&self, column: impl Into<Column>) -> &[f64] {
        let start = self.start_of(column.into());
        self.values.get(start..start + self.years).unwrap_or(&[])
    }

    /// The value of a column in a year; `None` outside the run and where it is empty.
    #[must_use]
    pub fn at(&self, column: impl Into<Column>, year: i32) -> Option<f64> {
        let row = usize::try_from(year.checked_sub(self.first)?).ok()?;
        self.column(column).get(row).copied().filter(|v| v.is_finite())
    }

    /// The flows of land, floorspace and jobs, one entry a reported year.
    #[must_use]
    pub fn ledger(&self) -> &[LedgerYear] {
        &self.ledger
    }

    fn year(&self, row: usize) -> i32 {
        self.first.saturating_add_unsigned(u32::try_from(row).unwrap_or(u32::MAX))
    }

    const fn start_of(&self, column: Column) -> usize {
        self.years
            * match column {
                Column::Indicator(i) => i as usize,
                Column::JobsOf(sector) => INDICATORS + sector,
            }
    }

    fn put(&mut self, column: impl Into<Column>, row: usize, value: f64) {
        let at = self.start_of(column.into()) + row;
        self.values[at] = value;
    }
}

/// The run under adopted policy, and what other runs of the same city need of
/// it. It does not depend on lever settings: keep it while levers move.
#[derive(Clone, Debug)]
pub struct Reference {
    projection: Projection,
    /// Offset of the job trend in each year, found under the baseline outlook.
    pub(super) offsets: Vec<f64>,
    /// Homes that release makes room for in each year.
    homes: Vec<f64>,
    /// Gross public cost of adopted policy in each year.
    cost: Vec<f64>,
}

impl Reference {
    /// What the reference projects.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }
}

/// A scenario beside its reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The same world under adopted policy.
    pub reference: Projection,
    /// The world with the levers as set.
    pub scenario: Projection,
}

/// One moment of a run, as shown to whoever follows it.
pub(super) struct Moment<'a> {
    pub(super) row: usize,
    pub(super) now: &'a Controls,
    pub(super) state: &'a State<f64>,
    pub(super) market: &'a Market<f64>,
    pub(super) flows: &'a Flows<f64>,
    pub(super) next: (&'a State<f64>, &'a Market<f64>),
}

/// Runs a city from its first to its last year and shows every year to `visit`.
pub(super) fn simulate(
    inputs: &Inputs,
    controls: &[Controls],
    outlook: &Outlook,
    offsets: Option<&[f64]>,
    mut visit: impl FnMut(Moment<'_>),
) {
    let c = &inputs.constants;
    let mut state = c.initial();
    let mut now = market(c, &state, &controls[0]);
    for row in 0..inputs.len() {
        let year = inputs.year(row, controls, outlook);
        let offset = offsets.map_or(Offset::Solve, |x| Offset::Use(x[row]));
        let (next_state, flows) = step(c, &state, &now, &year, offset);
        let next = market(c, &next_state, &controls[row + 1]);
        visit(Moment {
            row,
            now: &controls[row],
            state: &state,
            market: &now,
            flows: &flows,
            next: (&next_state, &next),
        });
        state = next_state;
        now = next;
    }
}

/// Projects a city under adopted policy. Cache it while only levers move.
#[must_use]
pub fn reference(inputs: &Inputs) -> Reference {
    let controls = inputs.adopted_controls();
    let mut offsets = Vec::with_capacity(inputs.len());
    simulate(inputs, &controls, inputs.baseline(), None, |m| offsets.push(m.flows.jobs.offset));

    let mut reference = Reference {
        projection: Projection::empty(inputs),
        homes: Vec::with_capacity(inputs.len()),
        cost: Vec::with_capacity(inputs.len()),
        offsets,
    };
    let (projection, homes, cost) = (&mut reference.projection, &mut reference.homes, &mut reference.cost);
    simulate(inputs, &controls, inputs.outlook(), Some(&reference.offsets), |m| {
        homes.push(accounts::homes(&inputs.constants, m.flows));
        cost.push(accounts::public_cost(&inputs.constants, m.state, m.market, m.flows, m.now));
        record(projection, inputs, &m);
        projection.put(Indicator::CostPerNetJobYear, m.row, f64::NAN);
    });
    reference
}

/// Projects a city with its levers as set, against `reference`, which must come
/// from the same inputs but for the lever settings.
#[must_use]
pub fn project(inputs: &Inputs, reference: &Reference) -> Projection {
    let c = &inputs.constants;
    let controls = inputs.controls();
    let mut projection = Projection::empty(inputs);
    let mut homes_forgone = 0.0;
    let mut spent = 0.0;
    let mut job_years = 0.0;
    let mut discount = 1.0;
    let reference_jobs = reference.projection.column(Indicator::ManufacturingJobs);
    simulate(inputs, &controls, inputs.outlook(), Some(&reference.offsets), |m| {
        record(&mut projection, inputs, &m);
        let row = m.row;

        projection.put(Indicator::HomesForgone, row, homes_forgone);
        homes_forgone += reference.homes[row] - accounts::homes(c, m.flows);

        let cost = accounts::public_cost(c, m.state, m.market, m.flows, m.now) - reference.cost[row];
        projection.put(Indicator::PublicCost, row, cost);
        spent += discount * cost;
        job_years += discount * (m.market.total_jobs - reference_jobs[row]);
        discount /= 1.0 + c.p.discount_rate;
        let enough = ENOUGH_JOB_YEARS * c.base.jobs;
        let per_job_year = if job_years > enough { spent / job_years } else { f64::NAN };
        projection.put(Indicator::CostPerNetJobYear, row, per_job_year);

        if let Some(earlier) = row.checked_sub(SPILL_OVER_LAG) {
            let then = projection.column(Indicator::ManufacturingJobs)[earlier] - reference_jobs[earlier];
            projection.put(Indicator::SpilloverJobs, row, (c.p.spill_local + c.p.spill_chain) * then);
        }
    });
    projection
}

/// Reference and scenario of one city.
#[must_use]
pub fn run(inputs: &Inputs) -> Outcome {
    let reference = reference(inputs);
    let scenario = project(inputs, &reference);
    Outcome { reference: reference.projection, scenario }
}

/// The indicators that a run knows of itself. Those against the reference stay zero.
fn record(projection: &mut Projection, inputs: &Inputs, m: &Moment<'_>) {
    let c = &inputs.constants;
    let (row, s) = (m.row, m.state);
    let year = projection.year(row);
    projection.ledger.push(LedgerYear::new(year, (s, m.market), m.flows, m.next));

    projection.put(Indicator::ManufacturingJobs, row, m.market.total_jobs);
    projection.put(Indicator::IndustrialFloorspace, row, s.floorspace);
    projection.put(Indicator::IndustrialLand, row, s.protected + s.other + s.pipeline);
    projection.put(Indicator::RealRent, row, s.rent * c.base.rent);
    projection.put(Indicator::Vacancy, row, m.market.vacancy);
    projection.put(Indicator::OccupancyCost, row, m.market.occupancy_cost);
    projection.put(Indicator::Gva, row, accounts::gva(c, m.market, f64::from(year - inputs.first)));
    let recovered = m.now.effect(LeverId::CircularProgramme);
    projection.put(Indicator::RecoveredMaterial, row, recovered);
    let additional = recovered - inputs.adopted(LeverId::CircularProgramme);
    projection.put(Indicator::CircularJobsNet, row, accounts::circular_jobs(c, additional));
    for (sector, jobs) in m.market.jobs[..c.sectors].iter().enumerate() {
        projection.put(Column::JobsOf(sector), row, *jobs);
    }
}
