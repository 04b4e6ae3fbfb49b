//! Where everything stood before the last change: a drag, an undo, an edit.
//!
//! Taken from what was computed then, so that nothing is computed for it.

use std::collections::HashMap;

use crate::model::projection::Projection;

use super::results::Results;

/// The projections of a document before its last change.
#[derive(Clone, Debug)]
pub struct Previous {
    /// The revision that they are of.
    pub revision: u64,
    cities: HashMap<String, Projection>,
}

impl Previous {
    /// What there was at a revision.
    #[must_use]
    pub fn of(revision: u64, results: &Results) -> Self {
        let cities = results.cities().map(|(id, city)| (id.to_owned(), city.outcome.scenario.clone())).collect();
        Self { revision, cities }
    }

    /// The scenario of a city as it was; `None` where it could not be computed.
    #[must_use]
    pub fn city(&self, id: &str) -> Option<&Projection> {
        self.cities.get(id)
    }
}
