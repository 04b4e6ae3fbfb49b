//! What uses the model as a function: draws, ensemble, back-cast, calibration, checks.
//!
//! No files and no scenarios: callers bring the numbers. The only layer with
//! random numbers and threads, and never with a clock.

pub mod attribution;
pub mod backcast;
pub mod beliefs;
pub mod calibration;
pub mod distribution;
pub mod draws;
pub mod ensemble;
pub mod lever_space;
pub mod leverage;
pub mod paired;
pub mod quantiles;
pub mod random;
pub mod soundness;
mod strip;
pub mod values;
