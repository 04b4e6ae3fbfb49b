//! Charts outside the window: a plain description of a picture, drawn as SVG at any
//! size with its title, units and sources, as PNG, and its numbers as CSV.
//!
//! Nothing here knows the window or where the numbers come from. A [`picture`] is
//! laid out once, in points of its own; another size is the same picture larger.

pub mod axis;
mod canvas;
pub mod faces;
mod flow;
pub mod labels;
mod page;
pub mod picture;
#[cfg(feature = "gui")]
pub mod png;
mod steps;
pub mod svg;
mod years;
