//! The window: the only place for egui and rfd.

pub mod charts;
pub mod theme;
pub mod widgets;
