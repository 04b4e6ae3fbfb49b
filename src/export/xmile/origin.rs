//! Where the numbers of the exported model come from, in sentences for the
//! documentation of its variables.

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Label, Quantity};
use crate::scenario::document::{CityPlan, Scenario};
use crate::scenario::limits;

/// The documents that an exported model is made of.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// The evidence.
    pub library: &'a Library,
    /// The city.
    pub pack: &'a CityPack,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the scenario decides for the city.
    pub plan: &'a CityPlan,
}

impl Origin<'_> {
    /// What is said of a figure of the pack.
    pub fn figure(&self, quantity: &Quantity) -> String {
        self.known(quantity.label, &quantity.source)
    }

    /// What is said of a parameter.
    pub fn parameter(&self, id: ParameterId) -> String {
        let assumed = self.plan.assumptions.get(&id).or_else(|| self.scenario.assumptions.get(&id));
        match (assumed, self.library.prior(self.pack, id)) {
            (Some(assumption), _) => format!(" Assumed in the scenario{}", because(&assumption.reason)),
            (None, Some(_)) if self.library.fitted(self.pack, id).is_some() => {
                self.known(Label::Derived, Library::CALIBRATION)
            }
            (None, Some(prior)) => self.known(prior.label, &prior.source),
            (None, None) => String::new(),
        }
    }

    /// What is said of the trend of a sub-sector, for which the pack gives `figure`.
    pub fn trend(&self, sector: &str, figure: &Quantity) -> String {
        let fitted = self.library.calibrations.get(&self.pack.id).and_then(|fit| fit.trend(sector));
        fitted.map_or_else(|| self.figure(figure), |_| self.known(Label::Derived, Library::CALIBRATION))
    }

    /// What is said of the setting of a lever: why it is set, and if it can do anything.
    pub fn setting(&self, id: LeverId) -> String {
        let local = self.pack.levers.get(&id);
        let why = self.plan.levers.get(&id).map(|setting| format!(" Set in the scenario{}", because(&setting.reason)));
        match local.and_then(|local| local.unavailable.as_ref()) {
            Some(nothing) => format!(" No effect in this city: {nothing}"),
            None => why.unwrap_or_default(),
        }
    }

    /// What is said of a driver of the outlook.
    pub fn driver(&self, id: DriverId) -> String {
        let changed = self.scenario.outlook.changes.get(&id);
        changed.map_or(String::new(), |assumption| format!(" Changed in the scenario{}", because(&assumption.reason)))
    }

    /// The year in which a lever that is not set would begin to move.
    pub fn first_policy_year(&self) -> i32 {
        limits::first_policy_year(self.pack, (self.plan.start, self.scenario.horizon))
    }

    fn known(&self, label: Label, source: &str) -> String {
        let citation = self.library.source(Some(self.pack), source).map_or(source, |known| known.citation.as_str());
        format!(" Known as: {}. Source: {citation}", label.text())
    }
}

fn because(reason: &str) -> String {
    if reason.is_empty() { ".".to_owned() } else { format!(": {reason}") }
}
