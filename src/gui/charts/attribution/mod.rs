//! Which lever did it: a waterfall of one year and wedges over all years.
//!
//! [`waterfall`] and [`wedges`] make plain data of an answer; [`rows`] and
//! [`areas`] draw it.

pub mod areas;
pub mod picture;
pub mod rows;
mod shades;
pub mod waterfall;
pub mod wedges;
