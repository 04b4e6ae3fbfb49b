//! What is kept of open documents in case the program does not end as it should.
//! [`kept`] is what is kept of a document and the file it is kept in.

pub mod kept;
mod path_text;

pub use kept::{Kept, read};
