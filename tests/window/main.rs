//! The window: by name through its accessibility tree without a display, and
//! the real binary in a real window.

mod documents;
mod editing;
mod journey;
mod open;
mod panels;
mod why;
