//! Reports as bytes: tables in the formats that people and programs read, and
//! the model itself for other engines.
//!
//! Nothing here knows a path or a window. A [`table::Table`] is made by what
//! knows the numbers and becomes text, CSV or JSON.

pub mod attribution;
pub mod backcast;
pub mod calibration;
pub mod chart;
pub mod checks;
pub mod comparison;
pub mod difference;
pub mod evidence;
pub mod levers;
pub mod projection;
pub mod table;
pub mod xmile;
