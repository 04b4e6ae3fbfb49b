//! What is reported of a run: columns with a value for each year, and where they go.

use super::indicators::{Better, INDICATORS, Indicator};

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

/// Where a run reports to.
pub trait Sheet<R> {
    /// For how many sub-sectors there is room. The others are not reported.
    fn sectors(&self) -> usize;
    /// What was reported in a column in a reported year.
    fn get(&self, column: impl Into<Column>, row: usize) -> R;
    /// Reports a value.
    fn put(&mut self, column: impl Into<Column>, row: usize, value: R);
}

/// What is reported of a run: column after column, one value a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns<R> {
    years: usize,
    sectors: usize,
    values: Vec<R>,
}

impl<R: Copy> Columns<R> {
    /// Room for so many years and sub-sectors, in the memory that is there. New memory
    /// is filled; what else is in it is of no meaning.
    pub fn make_room(&mut self, years: usize, sectors: usize, fill: R) {
        (self.years, self.sectors) = (years, sectors);
        self.values.resize(years * (INDICATORS + sectors), fill);
    }

    /// Number of reported years.
    #[must_use]
    pub const fn years(&self) -> usize {
        self.years
    }

    /// Number of sub-sectors that are reported.
    #[must_use]
    pub const fn sectors(&self) -> usize {
        self.sectors
    }

    /// A column in the indicator's unit. A sub-sector that is not reported gives an
    /// empty slice.
    #[must_use]
    pub fn column(&self, column: impl Into<Column>) -> &[R] {
        let start = self.start_of(column.into());
        self.values.get(start..start + self.years).unwrap_or(&[])
    }

    /// The value of a column in a reported year, to be replaced.
    ///
    /// # Panics
    /// Where there is no room for it.
    #[inline(always)]
    pub fn cell(&mut self, column: Column, row: usize) -> &mut R {
        let at = self.start_of(column) + row;
        &mut self.values[at]
    }

    const fn start_of(&self, column: Column) -> usize {
        self.years
            * match column {
                Column::Indicator(i) => i as usize,
                Column::JobsOf(sector) => INDICATORS + sector,
            }
    }
}

impl<R: Copy> Sheet<R> for Columns<R> {
    #[inline(always)]
    fn sectors(&self) -> usize {
        self.sectors
    }

    #[inline(always)]
    fn get(&self, column: impl Into<Column>, row: usize) -> R {
        self.values[self.start_of(column.into()) + row]
    }

    #[inline(always)]
    fn put(&mut self, column: impl Into<Column>, row: usize, value: R) {
        *self.cell(column.into(), row) = value;
    }
}
