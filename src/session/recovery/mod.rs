//! What is kept of open documents in case the program does not end as it should.
//!
//! Each running program has a [`folder`] of its own, with a lock that the system
//! takes away when the program is gone, however it went. A [`keeper`] hands over what
//! changed to a thread with a [`schedule`]; the writer brings it to the disk. What a
//! program that is gone left behind is found by the next one and put on [`offer`]. [`kept`] is what is
//! kept of a document and the file it is kept in.

use std::time::Duration;

pub mod folder;
pub mod keeper;
pub mod kept;
pub mod offer;
mod path_text;
pub mod schedule;
pub mod trouble;
mod writer;

pub use folder::{Damaged, Found, Left, left_behind};
pub use keeper::{Desk, Keeper};
pub use kept::{Kept, read};
pub use offer::{FileSince, Offer, Which};
pub use trouble::Trouble;

/// However the program ends, no more than the edits of this time are lost.
pub const PROMISE: Duration = Duration::from_secs(2);

/// How long after a change it is kept: what is left of the promise is for a disk
/// that has something else to do.
pub const DELAY: Duration = Duration::from_millis(500);

/// How long after a failure it is tried again.
pub const RETRY: Duration = Duration::from_secs(3);
