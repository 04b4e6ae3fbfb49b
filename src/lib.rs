//! Making Room: what a city's zoning, rent and incentive levers do to
//! manufacturing jobs and industrial floorspace.

pub mod analysis;
pub mod checks;
pub mod cli;
pub mod evidence;
pub mod explain;
pub mod export;
#[cfg(feature = "gui")]
pub mod gui;
pub mod model;
pub mod reading;
pub mod scenario;
pub mod session;
pub mod text;
pub mod units;
pub mod words;
