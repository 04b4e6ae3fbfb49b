//! Scenarios from hand to hand: copied as text and pasted, held beside another
//! item by item, and two people's changes of one scenario brought together.

pub mod differing;
pub mod effects;
pub mod merging;
pub mod say;
pub mod source;
