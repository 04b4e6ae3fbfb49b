//! What the program knows and from where: sources, parameters, outlooks and
//! city packs, with the checks that keep every number honest.
//!
//! [`Library::embedded`] holds what is shipped; [`Library::add_pack`] adds a
//! city from a file. [`check`] lists what is wrong, [`entries`] everything that is
//! known, [`worth`] says how well a number is known once everything that it was made
//! of is counted.

pub mod carried;
pub mod catalogue;
pub mod check;
pub mod entries;
mod expected;
mod library;
mod peers;
pub mod worth;

pub use library::Library;
pub use peers::{Peers, peers};
