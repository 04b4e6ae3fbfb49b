//! What members report, some dozens of them beside each other.
//!
//! Members are computed in lanes, and a lane reports all its columns and years. What
//! is asked of them is about one column in one year, over all members. A strip is
//! between the two: the members of a few lanes lie side by side for each column and
//! year, so that they are read in long pieces, and what a lane writes stays near.

use crate::model::lane::Members;
use crate::model::sheet::{Column, Columns, Sheet};

use super::ensemble::{Lanes, WIDTH};

/// Lanes in a strip.
pub(super) const LANES: usize = 64 / WIDTH;
/// Members in a strip.
pub(super) const MEMBERS: usize = LANES * WIDTH;

/// The members' values of a column in a year, lane by lane.
type Cell = [[f64; WIDTH]; LANES];

/// What the members of a strip report.
#[derive(Clone, Debug, Default)]
pub struct Strip(Columns<Cell>);

impl Strip {
    /// Room for so many years and sub-sectors. What is in it is of no meaning.
    pub(super) fn make_room(&mut self, years: usize, sectors: usize) {
        self.0.make_room(years, sectors, [[0.0; WIDTH]; LANES]);
    }

    /// Where a lane reports to.
    pub(super) const fn lane(&mut self, lane: usize) -> LaneSheet<'_> {
        LaneSheet { strip: self, lane }
    }

    /// The members' values of a column in a reported year; none where there are none.
    #[inline]
    pub(super) fn members(&self, column: Column, row: usize) -> &[f64] {
        self.0.column(column).get(row).map_or(&[], |cell| cell.as_flattened())
    }

    /// Number of reported years.
    pub(super) const fn years(&self) -> usize {
        self.0.years()
    }
}

/// The place of one lane in a strip.
pub(super) struct LaneSheet<'a> {
    strip: &'a mut Strip,
    lane: usize,
}

#[expect(clippy::inline_always, reason = "a run is compiled as a whole: `on_widest`")]
impl Sheet<Lanes> for LaneSheet<'_> {
    #[inline(always)]
    fn sectors(&self) -> usize {
        self.strip.0.sectors()
    }

    #[inline(always)]
    fn get(&self, column: impl Into<Column>, row: usize) -> Lanes {
        Members(self.strip.0.get(column, row)[self.lane])
    }

    #[inline(always)]
    fn put(&mut self, column: impl Into<Column>, row: usize, value: Lanes) {
        self.strip.0.cell(column.into(), row)[self.lane] = value.0;
    }
}
