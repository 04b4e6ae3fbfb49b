//! How the window looks: design tokens, faces, type scale, spacing.
//!
//! Colours are roles (`ink`, `panel`, `accent`) in `assets/themes/*.ron`;
//! nothing outside this module names a colour by value. The themes are the same
//! roles with other values, so a widget asks [`tokens()`] and never which theme
//! it is in.

mod fonts;
pub mod icons;
#[cfg(test)]
mod sight;
pub mod space;
pub mod state;
mod style;
pub mod text;
mod tokens;

pub use style::{choose, install};
pub use tokens::{Tokens, tokens};
