//! Where every number comes from: its equation with live values, and what it
//! rests on, down to source and label.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`quantity`] | one table of everything that the equations compute |
//! | [`expression`], [`parse`] | equations as the model document writes them |
//! | [`term`] | what a name in an equation stands for |
//! | [`runs`] | the value of everything in the runs of a city |
//!
//! The text of an equation is what is shown, what the model document says and
//! what is worked out: tests compare it with the document and with the model.

pub mod expression;
pub mod parse;
pub mod quantity;
pub mod runs;
mod table;
pub mod term;
