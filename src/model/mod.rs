//! The indicator model: pure functions from inputs to projections.
//!
//! No files, clock, random numbers, threads or windows here. The equations with
//! units and order of evaluation are in `assets/docs/model.md`.
#![expect(clippy::inline_always, reason = "a run is compiled as a whole, once for each width of vectors: `on_widest`")]

/// The version of the equations. It goes up with every change after which the
/// same inputs give other results; scenarios keep it in their receipts. A test
/// compares a fixed run with what each version gave.
pub const VERSION: u32 = 2;

pub mod accounts;
pub mod calibration;
pub mod city;
pub mod drift;
mod elementary;
pub mod employment;
mod filter;
#[cfg(test)]
mod fixture;
pub mod floorspace;
pub mod gates;
pub mod history;
pub mod indicators;
pub mod inputs;
pub mod land;
pub mod lane;
pub mod ledger;
pub mod levers;
pub mod outlook;
pub mod parameters;
pub mod parties;
pub mod projection;
pub mod provenance;
pub mod retrace;
pub mod run;
pub mod schedule;
pub mod sheet;
pub mod space_market;
pub mod state;
pub mod step;
mod text_id;
pub mod trace;
