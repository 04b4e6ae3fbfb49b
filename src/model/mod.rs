//! The indicator model: pure functions from inputs to projections.
//!
//! No files, clock, random numbers, threads or windows here. The equations with
//! units and order of evaluation are in `assets/docs/model.md`.

pub mod city;
pub mod indicators;
pub mod lane;
pub mod levers;
pub mod outlook;
pub mod parameters;
pub mod provenance;
mod text_id;
