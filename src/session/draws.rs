//! Members of the ensemble that are drawn once for all jobs about a city: of one
//! scenario, or of the one that others are compared with.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::analysis::beliefs::Beliefs;
use crate::analysis::ensemble::{Breadth, Ensemble, References, Results, SEED, Stop, TO_THE_END};
use crate::model::outlook::Outlook;
use crate::model::projection::Inputs;

use super::results::Basis;

/// What is drawn once, for the jobs about a city.
#[derive(Debug)]
pub(super) struct Source {
    beliefs: Beliefs,
    basis: Basis,
    /// How many members there are.
    pub(super) members: usize,
    /// Filled by the first job. Only one job runs at a time.
    drawn: Mutex<Option<Drawn>>,
}

/// The members, and what was run with them.
#[derive(Debug)]
pub(super) struct Drawn {
    /// The members.
    pub(super) ensemble: Ensemble,
    /// The outlook of the reference.
    pub(super) outlook: Outlook,
    /// Their runs under adopted policy.
    pub(super) reference: References,
    /// Their runs under the levers of a version.
    runs: Option<(u64, Breadth, Results)>,
}

impl Source {
    /// So many members of these beliefs, drawn when the first job asks.
    pub(super) fn new(beliefs: Beliefs, basis: Basis, members: usize) -> Arc<Self> {
        Arc::new(Self { beliefs, basis, members, drawn: Mutex::new(None) })
    }

    /// Whether a city that rests on this has the same members.
    pub(super) fn is_for(&self, basis: &Basis) -> bool {
        self.basis.has_members_of(basis)
    }

    /// What was drawn so far, for one job at a time.
    pub(super) fn lock(&self) -> MutexGuard<'_, Option<Drawn>> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The members and their reference, made where they are not there yet. That
    /// is never given up: whatever is asked next needs them, too.
    pub(super) fn drawn<'a>(
        &self,
        drawn: &'a mut Option<Drawn>,
        inputs: &Inputs,
        outlook: &Outlook,
    ) -> Option<&'a mut Drawn> {
        let ensemble = match drawn.take() {
            Some(same) if same.outlook == *outlook => return Some(drawn.insert(same)),
            Some(other) => other.ensemble,
            None => Ensemble::draw(&self.beliefs, inputs, self.members, SEED, TO_THE_END)?,
        };
        let reference = ensemble.reference(inputs, TO_THE_END)?;
        Some(drawn.insert(Drawn { ensemble, outlook: *outlook, reference, runs: None }))
    }
}

impl Drawn {
    /// Runs the members under the levers of a version, unless they are there.
    pub(super) fn run(&mut self, inputs: &Inputs, version: u64, breadth: Breadth, stop: Stop<'_>) -> Option<()> {
        if self.runs.as_ref().is_none_or(|(of, has, _)| *of != version || *has < breadth) {
            let earlier = self.runs.take().map(|(_, _, runs)| runs).unwrap_or_default();
            let runs = self.ensemble.scenario_again(earlier, breadth, inputs, &self.reference, stop)?;
            self.runs = Some((version, breadth, runs));
        }
        Some(())
    }

    /// The runs last made.
    pub(super) fn runs(&self) -> Option<&Results> {
        self.runs.as_ref().map(|(_, _, runs)| runs)
    }
}
