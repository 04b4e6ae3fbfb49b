//! Charts: what is to be drawn as plain data, and the drawing of it.
//!
//! [`build`] makes a [`chart::Chart`] from a city's data and projections
//! without touching the window; [`draw`] puts it on the screen with `egui_plot`.

pub mod attribution;
pub mod build;
pub mod chart;
pub mod draw;
mod ends;
pub mod flow;
mod ground;
pub mod ticks;
