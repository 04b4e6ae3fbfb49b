//! Whether the files of open documents are still what they were, and whether
//! another window has them open too.
//!
//! A thread looks once a second, which also works on network drives. One that does
//! not answer holds up the thread, and never a frame.

mod look;
mod presence;
mod watcher;

pub use look::{OnDisk, Seen, Watched};
pub use watcher::Watch;
