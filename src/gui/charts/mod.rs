//! The drawing of charts.
//!
//! [`crate::session::charts`] makes a chart from a city's data and projections
//! without touching the window; [`draw`] puts it on the screen with `egui_plot`.

pub mod attribution;
pub mod draw;
mod ends;
pub mod fan;
pub mod flow;
mod ground;
pub mod overlay;
pub mod series;
