//! The table of quantities: every equation of the model document with what it
//! explains. Tests hold it to the document, whose text has each equation, and to
//! the model, which computes the same numbers.

use super::quantity::{Quantity, Value};

mod accounts;
mod floorspace;
mod jobs;
mod land;
mod levers;
mod market;
mod start;

/// All quantities, by part of the model.
pub static ALL: [&[Quantity]; 7] =
    [&levers::ALL, &start::ALL, &market::ALL, &land::ALL, &floorspace::ALL, &jobs::ALL, &accounts::ALL];

/// A quantity by its names, unit, value and equations.
const fn quantity(
    section: &'static str,
    (symbol, name, unit): (&'static str, &'static str, &'static str),
    words: &'static str,
    value: Value,
    equations: &'static [(usize, &'static str)],
) -> Quantity {
    Quantity { symbol, name, words, unit, section, value, equations, run: None }
}
