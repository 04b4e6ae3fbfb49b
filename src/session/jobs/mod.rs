//! Work in the background: what takes longer than a frame may.
//!
//! [`desk::Jobs`] takes orders and gives back results. Of each kind of job the
//! newest order wins: it replaces one not begun, and tells one that runs to
//! stop. Whoever orders never waits. [`executor`] has the thread that does the
//! work, and stand-ins without one: everything here can be tested without
//! threads. [`way`] lets the window go first.

pub mod desk;
pub mod executor;
pub mod way;
