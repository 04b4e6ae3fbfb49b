//! The window: the only place for egui and rfd.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`app`] | the application: what it holds, what a frame does, commands, actions |
//! | [`panels`] | the zones of the window; they read the session and ask for actions |
//! | [`charts`] | charts as data, and their drawing |
//! | [`dialogs`] | questions, native file dialogs, the palette |
//! | [`help`] | first steps, glossary, shortcuts, the model document by its headings, About |
//! | [`tour`] | the guided tour: a callout beside the control that it speaks of |
//! | [`model_document`] | the model document, read and drawn |
//! | [`widgets`] | our own controls |
//! | [`theme`] | colours by role, faces, type scale, distances |
//!
//! Panels never change anything. What the user does becomes an
//! [`app::action::Action`], and all of them are carried out at one place.

pub mod app;
pub mod charts;
pub mod dialogs;
mod frames;
pub mod help;
pub mod model_document;
pub mod panels;
mod start;
pub mod theme;
pub mod tour;
pub mod widgets;

pub use start::{APP_ID, GuiError, run};
