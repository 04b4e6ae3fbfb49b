//! A projection: one run of one city, and what it reports.

use std::ops::RangeInclusive;

use super::employment::Offset;
pub use super::inputs::{Inputs, InputsError};
use super::ledger::LedgerYear;
use super::run::{AdoptedRun, Moment, reference_run, scenario_run};
pub use super::schedule::LeverSetting;
pub use super::sheet::Column;
use super::sheet::Columns;

/// The indicators of one city, year by year, from the central run.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    first: i32,
    columns: Columns<f64>,
    ledger: Vec<LedgerYear>,
}

impl Projection {
    fn new(inputs: &Inputs, columns: Columns<f64>, ledger: Vec<LedgerYear>) -> Self {
        Self { first: inputs.span().0, columns, ledger }
    }

    /// The first year, that of the starting stocks.
    #[must_use]
    pub const fn first_year(&self) -> i32 {
        self.first
    }

    /// The last year.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        year(self.first, self.columns.years() - 1)
    }

    /// All years.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<i32> {
        self.first..=self.last_year()
    }

    /// Number of sub-sectors.
    #[must_use]
    pub const fn sectors(&self) -> usize {
        self.columns.sectors()
    }

    /// A column, one value a year in the indicator's unit. Empty entries, which
    /// only `cost_per_net_job_year` has, are NaN. A sub-sector that the city
    /// does not have gives an empty slice.
    #[must_use]
    pub fn column(&self, column: impl Into<Column>) -> &[f64] {
        self.columns.column(column)
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
}

fn year(first: i32, row: usize) -> i32 {
    first.saturating_add_unsigned(u32::try_from(row).unwrap_or(u32::MAX))
}

/// The run under adopted policy, and what other runs of the same city need of
/// it. It does not depend on lever settings: keep it while levers move.
#[derive(Clone, Debug)]
pub struct Reference {
    projection: Projection,
    run: AdoptedRun<f64>,
}

impl Reference {
    /// What the reference projects.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Offset of the job trend in a reported year.
    pub(super) fn offset(&self, row: usize) -> Offset<f64> {
        self.run.offset(row)
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

/// Projects a city under adopted policy. Cache it while only levers move.
#[must_use]
pub fn reference(inputs: &Inputs) -> Reference {
    let (mut columns, mut ledger) = room(inputs);
    let run = reference_run(&mut columns, inputs, inputs.central(), |m| ledger.push(ledger_year(inputs, m)));
    Reference { projection: Projection::new(inputs, columns, ledger), run }
}

/// Projects a city with its levers as set, against `reference`, which must come
/// from the same inputs but for the lever settings.
#[must_use]
pub fn project(inputs: &Inputs, reference: &Reference) -> Projection {
    let (mut columns, mut ledger) = room(inputs);
    scenario_run(&mut columns, inputs, inputs.central(), &reference.run, |m| ledger.push(ledger_year(inputs, m)));
    Projection::new(inputs, columns, ledger)
}

/// Reference and scenario of one city.
#[must_use]
pub fn run(inputs: &Inputs) -> Outcome {
    let reference = reference(inputs);
    let scenario = project(inputs, &reference);
    Outcome { reference: reference.projection, scenario }
}

/// Room for what a run reports, and for its flows.
fn room(inputs: &Inputs) -> (Columns<f64>, Vec<LedgerYear>) {
    let mut columns = Columns::default();
    columns.make_room(inputs.len(), inputs.constants().sectors, 0.0);
    (columns, Vec::with_capacity(inputs.len()))
}

fn ledger_year(inputs: &Inputs, m: &Moment<'_, f64>) -> LedgerYear {
    LedgerYear::new(year(inputs.span().0, m.row), (m.state, m.market), m.flows, m.next)
}
