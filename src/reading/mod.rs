//! Safe reading of text that somebody else wrote: scenarios and city packs in RON,
//! [`series`] of figures in CSV.
//!
//! A file may be anything: a directory, a device, a picture, ten thousand
//! brackets, a document of a later version. Reading it ends in a value or in
//! [`Problem`]s that say where, what was expected and how to put it right;
//! never in a panic, a hang or a silently wrong number.
//!
//! The text is read twice. The first pass, into a [`tree`], keeps the position of every
//! key and value, bounds the depth, and finds what RON lets pass: duplicate
//! keys, numbers that are not finite, control characters. The second pass is
//! ron's own, into typed structs. Problems of meaning found later ask the first
//! pass where they are.

pub mod file;
pub mod nearest;
mod parse;
pub mod parsed;
pub mod problem;
mod scan;
pub mod series;
pub mod tree;

pub use parsed::Parsed;
pub use problem::{Plain, Position, Problem, Problems};
pub use scan::is_deceptive;
