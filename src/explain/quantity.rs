//! Quantities: everything that the equations compute, with its equation.

use std::sync::LazyLock;

use super::expression::Equation;
use super::parse;
use super::table;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::trace::{Run, Snapshot, Trace};

/// A year of a run, from which a quantity takes its value.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The run.
    pub trace: &'a Trace,
    /// Years since its first.
    pub row: usize,
}

impl<'a> At<'a> {
    /// What the equations saw in the year.
    #[must_use]
    pub fn year(self) -> &'a Snapshot {
        &self.trace.years[self.row]
    }

    /// The same one year before; `None` in the first year.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Some(Self { row: self.row.checked_sub(1)?, ..self })
    }
}

/// Where the value of a quantity comes from. The test that compares a value of
/// the model with the quantity's equation keeps the two from drifting apart.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// The model computes it.
    City(fn(At<'_>) -> f64),
    /// The model computes it for each sub-sector.
    Sector(fn(At<'_>, usize) -> f64),
    /// The model computes it for each lever.
    Lever(fn(At<'_>, LeverId) -> f64),
    /// A projection reports it.
    Reported(Indicator),
    /// It is a name for its equation, which others are checked with.
    Equation,
}

/// How many of it there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One in a city.
    City,
    /// One for each sub-sector.
    Sector,
    /// One for each lever.
    Lever,
}

/// Something that the equations compute.
#[derive(Debug)]
pub struct Quantity {
    /// Its name in the equations.
    pub symbol: &'static str,
    /// Its name in words.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub words: &'static str,
    /// Its unit; `currency` stands for the city's.
    pub unit: &'static str,
    /// The heading in the model document under which its equation stands.
    pub section: &'static str,
    /// Where its value comes from.
    pub value: Value,
    /// Its equations, each from this many years after the start on.
    pub equations: &'static [(usize, &'static str)],
    /// The run in which its equation holds, where that is one for all.
    pub run: Option<Run>,
}

impl Quantity {
    /// How many of it there are.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.value {
            Value::Sector(_) => Scope::Sector,
            Value::Lever(_) => Scope::Lever,
            Value::City(_) | Value::Reported(_) | Value::Equation => Scope::City,
        }
    }

    /// Whether it is carried from year to year by what happens in between.
    #[must_use]
    pub fn is_stock(&self) -> bool {
        self.all().iter().any(|(_, equation)| equation.ahead() > 0)
    }

    /// The equation that gives it so many years after the start.
    #[must_use]
    pub fn equation(&self, row: usize) -> Option<&'static Equation> {
        self.all().iter().rev().find(|(from, _)| *from <= row).map(|(_, equation)| equation)
    }

    /// All its equations, each with the years after the start from which it holds.
    #[must_use]
    pub fn all(&self) -> &'static [(usize, Equation)] {
        QUANTITIES.iter().position(|other| std::ptr::eq(*other, self)).map_or(&[], |at| &EQUATIONS[at])
    }
}

/// Every quantity, in the order of the model document.
pub static QUANTITIES: LazyLock<Vec<&'static Quantity>> = LazyLock::new(|| table::ALL.into_iter().flatten().collect());

static EQUATIONS: LazyLock<Vec<Vec<(usize, Equation)>>> = LazyLock::new(|| {
    let read = |(from, text): &(usize, &'static str)| (*from, parse::equation(text).expect("a test reads them all"));
    QUANTITIES.iter().map(|quantity| quantity.equations.iter().map(read).collect()).collect()
});

/// The quantity of this name in the equations.
#[must_use]
pub fn find(symbol: &str) -> Option<&'static Quantity> {
    QUANTITIES.iter().copied().find(|quantity| quantity.symbol == symbol)
}

/// The quantity behind an indicator.
#[must_use]
pub const fn of_indicator(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::ManufacturingJobs => "E",
        Indicator::IndustrialFloorspace => "S",
        Indicator::IndustrialLand => "L",
        Indicator::RealRent => "rent_t",
        Indicator::Vacancy => "v",
        Indicator::OccupancyCost => "OCC",
        Indicator::Gva => "GVA",
        Indicator::SpilloverJobs => "spill",
        Indicator::RecoveredMaterial => "recovered",
        Indicator::CircularJobsNet => "circular",
        Indicator::HomesForgone => "forgone",
        Indicator::PublicCost => "public_cost",
        Indicator::CostPerNetJobYear => "cost_per_year",
    }
}

/// The quantity behind the jobs of a sub-sector.
pub const JOBS_OF_SECTOR: &str = "Er_s";
