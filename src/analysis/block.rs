//! The members' values of one column, laid out for reading year by year.
//!
//! Members are computed in lanes, each with all columns and years of its own: the
//! values of one year lie far apart there. A block gathers them, a column at a
//! time, in an order that the caches like.

use crate::model::run::Column;

use super::ensemble::WIDTH;
use super::values::Values;

/// One row for each reported year, one value for each member in it.
#[derive(Clone, Debug, Default)]
pub struct Block {
    members: usize,
    /// From one row to the next: room for whole lanes.
    stride: usize,
    values: Vec<f64>,
}

impl Block {
    /// Takes over a column of all members. What was there before is gone.
    pub fn read(&mut self, run: &(impl Values + ?Sized), column: Column) {
        self.members = run.members();
        let lanes = self.members.div_ceil(WIDTH);
        self.stride = lanes * WIDTH;
        let years = run.lane(0).map_or(0, |lane| lane.column(column).len());
        self.values.resize(years * self.stride, 0.0);
        for (i, lane) in (0..lanes).filter_map(|i| Some((i, run.lane(i)?))) {
            let rows = self.values.chunks_exact_mut(self.stride);
            for (row, members) in rows.zip(lane.column(column)) {
                row[i * WIDTH..][..WIDTH].copy_from_slice(&members.0);
            }
        }
    }

    /// The values of the members, in order, in each reported year.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.stride.max(1)).map(|row| &row[..self.members])
    }
}
