//! What the user has open and looks at: application state without a window.
//!
//! [`workspace::Workspace`] holds the open [`document::Document`]s, each with
//! its history and the [`results`] computed from it, and the [`view`]: which
//! document, city, tab and year. [`preferences`] is what is kept between runs, the
//! [`shelf`] the presets to choose from.

pub mod document;
pub mod figures;
pub mod preferences;
pub mod results;
pub mod shelf;
pub mod view;
pub mod workspace;
