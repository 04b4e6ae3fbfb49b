//! What the user has open and looks at: application state without a window.

pub mod figures;
