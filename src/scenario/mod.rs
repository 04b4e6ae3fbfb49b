//! The scenario document: plain data, the edits that change it, its history,
//! its file format, how two of it are compared and merged, and how it becomes
//! inputs of the model.
//!
//! [`document`] is ground state. Everything to the right of it, inputs,
//! projections, marks on a chart, is derived and never stored.

pub mod assumptions;
mod atomic;
pub mod change;
pub mod common;
pub mod diff;
pub mod document;
pub mod edit;
pub mod format;
pub mod history;
pub mod limits;
pub mod lower;
pub mod merge;
pub mod past;
pub mod presets;
pub mod receipt;
pub mod store;
