//! The drawing of charts.
//!
//! [`crate::session::charts`] makes a chart from a city's data and projections
//! without touching the window; [`draw`] puts it on the screen with `egui_plot`.

pub mod attribution;
pub mod draw;
mod ends;
pub mod fan;
pub mod fan_picture;
pub mod flow;
pub mod flow_picture;
mod ghost;
mod ground;
mod handling;
mod legend;
pub mod overlay;
pub mod pattern;
mod pointed;
mod reading;
pub mod series;
mod turns;

pub use handling::Asked;
