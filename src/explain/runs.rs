//! The runs of one city, and the value of everything in them.

use super::expression::{Equation, Symbol, Values};
use super::quantity::{At, Quantity, Value};
use super::term::{self, Term};
use crate::model::inputs::Inputs;
use crate::model::levers::LeverId;
use crate::model::projection::{Outcome, Reference};
use crate::model::state::Base;
use crate::model::trace::{Run, Trace};

/// Which one of a quantity, where there are several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The city's.
    Whole,
    /// That of a sub-sector, by its position in the pack.
    Sector(usize),
    /// That of a lever.
    Lever(LeverId),
}

/// Scenario, reference and baseline of a city, with everything the equations saw.
#[derive(Debug)]
pub struct Runs<'a> {
    scenario: Trace,
    reference: Trace,
    baseline: Trace,
    outcome: &'a Outcome,
}

impl<'a> Runs<'a> {
    /// Runs a city again for whoever explains its numbers.
    #[must_use]
    pub fn new(inputs: &Inputs, reference: &Reference, outcome: &'a Outcome) -> Self {
        let trace = |run| Trace::of(inputs, reference, run);
        Self {
            scenario: trace(Run::Scenario),
            reference: trace(Run::Reference),
            baseline: trace(Run::Baseline),
            outcome,
        }
    }

    /// The first and last year that is reported.
    #[must_use]
    pub fn span(&self) -> (i32, i32) {
        (self.outcome.scenario.first_year(), self.outcome.scenario.last_year())
    }

    /// A run.
    #[must_use]
    pub const fn trace(&self, run: Run) -> &Trace {
        match run {
            Run::Scenario => &self.scenario,
            Run::Reference => &self.reference,
            Run::Baseline => &self.baseline,
        }
    }

    /// The value of a quantity, so many years after the start; not a number
    /// where it has none.
    #[must_use]
    pub fn value(&self, quantity: &Quantity, part: Part, run: Run, row: usize) -> f64 {
        let trace = self.trace(run);
        if row >= trace.years.len() {
            return f64::NAN;
        }
        let at = At { trace, row };
        match (quantity.value, part) {
            (Value::City(of), _) => of(at),
            (Value::Sector(of), Part::Sector(sector)) => of(at, sector),
            (Value::Lever(of), Part::Lever(lever)) => of(at, lever),
            (Value::Sector(_) | Value::Lever(_), _) => f64::NAN,
            (Value::Reported(indicator), _) => {
                let projection = match run {
                    Run::Scenario => &self.outcome.scenario,
                    Run::Reference | Run::Baseline => &self.outcome.reference,
                };
                projection.column(indicator).get(row).copied().unwrap_or(f64::NAN)
            }
            (Value::Equation, _) => quantity.equation(row).map_or(f64::NAN, |equation| {
                self.moment(equation, quantity, part, run, row)
                    .map_or(f64::NAN, |moment| equation.right.evaluate(&moment, moment.sector()))
            }),
        }
    }

    /// The year and run in which an equation explains a quantity of a year: a
    /// stock is explained by the year before.
    #[must_use]
    pub fn moment<'r>(
        &'r self,
        equation: &Equation,
        quantity: &Quantity,
        part: Part,
        run: Run,
        row: usize,
    ) -> Option<Moment<'r, 'a>> {
        let before = usize::try_from(equation.ahead()).unwrap_or(0);
        Some(Moment { runs: self, run: quantity.run.unwrap_or(run), row: row.checked_sub(before)?, part })
    }
}

/// A year of a run in which an equation is worked out.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'r, 'a> {
    runs: &'r Runs<'a>,
    run: Run,
    row: usize,
    part: Part,
}

impl Moment<'_, '_> {
    /// Years since the first of the run.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The sub-sector at hand.
    #[must_use]
    pub const fn sector(&self) -> Option<usize> {
        match self.part {
            Part::Sector(sector) => Some(sector),
            Part::Whole | Part::Lever(_) => None,
        }
    }

    /// The value of a term, so many years from this one.
    #[must_use]
    pub fn term(&self, term: Term, shift: i32, sector: Option<usize>) -> f64 {
        let Some(row) = self.row.checked_add_signed(isize::try_from(shift).unwrap_or(0)) else { return f64::NAN };
        let trace = self.runs.trace(self.run);
        let part = sector.map_or(self.part, Part::Sector);
        let lever = match self.part {
            Part::Lever(id) => Some(id),
            _ => None,
        };
        let c = &trace.constants;
        match term {
            Term::Quantity(quantity) => self.runs.value(quantity, part, self.run, row),
            Term::Reference(quantity) => self.runs.value(quantity, part, Run::Reference, row),
            Term::OfLever(quantity, id) => self.runs.value(quantity, Part::Lever(id), self.run, row),
            Term::Adopted(id) => id.or(lever).map_or(f64::NAN, |id| trace.adopted(id)),
            Term::Parameter(id) => c.p.get(id),
            Term::Lag => lever.map_or(f64::NAN, |id| c.p.get(id.spec().lag)),
            Term::Start(field) => start(&c.base, field.field),
            Term::Sector(field) => sector.and_then(|s| c.sector.get(s)).map_or(f64::NAN, |s| match field.field {
                "share" => s.share,
                "space_per_job" => s.space_per_job,
                _ => s.growth.ln(),
            }),
            Term::Driver(id) => trace.driver(id),
            Term::Baseline(id) => trace.baseline_driver(id),
        }
    }
}

impl Values for Moment<'_, '_> {
    fn value(&self, symbol: &Symbol, sector: Option<usize>) -> f64 {
        term::find(&symbol.name).map_or(f64::NAN, |term| self.term(term, symbol.shift, sector))
    }

    fn sectors(&self) -> usize {
        self.runs.trace(self.run).constants.sectors
    }
}

fn start(base: &Base<f64>, field: &str) -> f64 {
    match field {
        "jobs" => base.jobs,
        "scope" => base.scope,
        "floorspace" => base.floorspace,
        "land" => base.land,
        "protected_share" => base.protected_share,
        "pipeline" => base.pipeline,
        "vacancy" => base.vacancy,
        "rent" => base.rent,
        "long_run_rent" => base.long_run_rent,
        "affordable_share" => base.affordable_share,
        _ => f64::NAN,
    }
}
