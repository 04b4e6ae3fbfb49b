//! Charts as data, made from a city's data and projections without a window.
//! The window draws them, [`crate::export::chart`] writes them to files.

pub mod build;
pub mod chart;
pub mod dress;
pub mod picture;
pub mod readout;
pub mod summary;
pub mod turns;
