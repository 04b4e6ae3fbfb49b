//! Where every number comes from: its equation with live values, and what it
//! rests on, down to source and label.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`quantity`] | one table of everything that the equations compute |
//! | [`expression`], [`parse`] | equations as the model document writes them |
//! | [`term`] | what a name in an equation stands for |
//! | [`runs`] | the value of everything in the runs of a city |
//! | [`rests`] | what a quantity rests on in the end, and where a thing is used |
//! | [`address`] | what can be explained, and the way to it |
//! | [`explanation`] | an equation with live values, its terms with their links |
//! | [`path`] | along which terms a change reaches an indicator |
//!
//! The text of an equation is what is shown, what the model document says and
//! what is worked out: tests compare it with the document and with the model.

pub mod address;
pub mod explanation;
pub mod expression;
pub mod parse;
pub mod path;
pub mod quantity;
pub mod rests;
pub mod runs;
mod table;
pub mod term;
