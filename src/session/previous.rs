//! Where everything stood before the last change: a drag, an undo, an edit.
//!
//! Taken from what was computed then, so that nothing is computed for it.

use std::collections::HashMap;

use crate::model::projection::Projection;
use crate::scenario::document::Scenario;
use crate::scenario::history::Change;

use super::results::{CityResult, Results};

/// How the last change came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Something was done.
    Done,
    /// It was taken back.
    Undone,
    /// It was done again.
    Redone,
}

/// A document before its last change.
#[derive(Clone, Debug)]
pub struct Previous {
    /// The revision that it was at.
    pub revision: u64,
    /// What it said.
    pub scenario: Scenario,
    /// How it was left.
    pub turn: Turn,
    /// By what it was left; within one gesture, its first edit.
    pub change: Option<Change>,
    cities: HashMap<String, CityResult>,
}

impl Previous {
    /// What there was at a revision, and how it was left.
    #[must_use]
    pub fn of(revision: u64, scenario: Scenario, results: &Results, (turn, change): (Turn, Option<Change>)) -> Self {
        let cities = results.cities().map(|(id, city)| (id.to_owned(), city.clone())).collect();
        Self { revision, scenario, turn, change, cities }
    }

    /// The result of a city as it was; `None` where it could not be computed.
    #[must_use]
    pub fn result(&self, id: &str) -> Option<&CityResult> {
        self.cities.get(id)
    }

    /// The scenario of a city as it was; `None` where it could not be computed.
    #[must_use]
    pub fn city(&self, id: &str) -> Option<&Projection> {
        self.result(id).map(|result| &result.outcome.scenario)
    }
}
