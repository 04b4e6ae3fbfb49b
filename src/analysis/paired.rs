//! Two runs of the same members beside each other, year by year, also where they
//! begin in different years.

use crate::model::indicators::Better;
use crate::model::sheet::Column;

use super::ensemble::Results;
use super::quantiles::{Range, Room};
use super::values::Values as _;

/// The members of a scenario and the first year that they report.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What they report.
    pub members: &'a Results,
    /// The first year.
    pub first_year: i32,
}

impl Run<'_> {
    fn row(self, year: i32) -> Option<usize> {
        usize::try_from(year.checked_sub(self.first_year)?).ok()
    }

    /// The share of futures in which this scenario is better than another in a
    /// year, ties counted half. `None` where one of them has no value, or neither
    /// direction is better.
    #[must_use]
    pub fn better(self, than: Run<'_>, column: Column, year: i32, better: Better) -> Option<f64> {
        let (row, its_row) = (self.row(year)?, than.row(year)?);
        self.members.probability_better((than.members, its_row), column, row, better)
    }

    /// The range of what this scenario has more than another in a year, on the same
    /// draws. `None` where one of them has no value.
    #[must_use]
    pub fn difference(self, from: Run<'_>, column: Column, year: i32, room: &mut Room) -> Option<Range> {
        let (row, its_row) = (self.row(year)?, from.row(year)?);
        let pairs = self.members.values(column, row).zip(from.members.values(column, its_row));
        Some(Range::of(pairs.map(|(here, there)| here - there), room)).filter(|range| range.p50.is_finite())
    }
}
