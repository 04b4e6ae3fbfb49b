//! Fitting a city's constants to its history.
//!
//! A run over the past ([`retrace`](crate::model::retrace)) gives what should
//! have been observed; priors and errors make a posterior of it; Markov chains
//! draw from that. What is shipped is a normal distribution on transformed
//! scales ([`Calibration`](crate::model::calibration::Calibration)).

pub mod chains;
mod chance;
pub mod diagnostics;
mod fit;
mod matrix;
mod posterior;
mod priors;
mod trends;

pub use fit::{Evidence, FitError, Settings, fit, past};
