//! The back-cast: how far the drift of jobs would have been off, had it been
//! asked at every year of an observed series, knowing nothing of what came.
//!
//! A [`JobsSeries`] has origins (years with ten observations behind them); at
//! each of them a [`Row`] has the model beside the [`rivals`]. [`scores`]
//! sums up a group of such rows, [`bootstrap`] says how sure a sum is, and
//! [`Report`] is all of it. What is learnt from the [`panel`] of other cities is
//! learnt anew for each of them without that city.

pub mod bootstrap;
pub mod draws;
pub mod fan;
mod forecast;
mod group;
mod judgement;
mod official;
pub mod panel;
mod report;
pub mod rivals;
pub mod scores;
mod series;
mod target;

pub use forecast::{HORIZONS, Mode, Row};
pub use group::{Group, TURN, pooled};
pub use judgement::Warning;
pub use official::Official;
pub use report::Report;
pub use scores::Scores;
pub use series::{FEWEST, JobsSeries, Kind};
pub use target::{Bar, Target};

/// A count as a number.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
