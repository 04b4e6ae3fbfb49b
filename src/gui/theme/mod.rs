//! How the window looks: design tokens, faces, type scale, spacing.
//!
//! Colours are roles (`ink`, `panel`, `accent`) in `assets/themes/*.ron`;
//! nothing outside this module names a colour by value. Light and dark are the
//! same roles with other values, so a widget asks [`tokens()`] and never which
//! theme it is in.

mod fonts;
pub mod space;
mod style;
pub mod text;
mod tokens;

pub use style::install;
pub use tokens::{Tokens, tokens};
