//! What there is to see of a city of the current document.

use crate::explain::explanation::Case;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::scenario::document::Measure;
use crate::session::stakeholders::{self, Standing};
use crate::session::transfer::{Copied, Scope, Transfer};
use crate::session::view::Place;

use super::Workspace;

impl Workspace {
    /// The city that the user looks at, if it is one.
    #[must_use]
    pub fn city(&self) -> Option<&CityPack> {
        match &self.view.place {
            Place::All => None,
            Place::City(id) => self.library().packs.get(id),
        }
    }

    /// The cities that the user looks at: one, or all of the current document.
    #[must_use]
    pub fn cities_in_view(&self) -> Vec<&String> {
        match &self.view.place {
            Place::City(id) => vec![id],
            Place::All => self.document().scenario().cities.keys().collect(),
        }
    }

    /// What the tab “Why” explains: what was chosen, or jobs where a city in view
    /// does not have it.
    #[must_use]
    pub fn explained(&self) -> Measure {
        let in_view = |id: &str| match &self.view.place {
            Place::All => true,
            Place::City(city) => city == id,
        };
        let mut ids = self.document().scenario().cities.keys().filter(|id| in_view(id));
        let has = |id: &String| match &self.view.explained {
            Measure::Indicator(_) => true,
            Measure::JobsOf(sector) => {
                self.library().packs.get(id).is_some_and(|pack| pack.sectors.contains_key(sector))
            }
        };
        if ids.all(has) { self.view.explained.clone() } else { Measure::Indicator(Indicator::ManufacturingJobs) }
    }

    /// A city of the current document, with all that is known about its numbers.
    /// `None` where the document does not have it or it cannot be computed.
    #[must_use]
    pub fn case(&self, city: &str) -> Option<Case<'_>> {
        let scenario = self.document().scenario();
        Some(Case {
            library: self.library(),
            catalogue: self.catalogue(),
            scenario,
            pack: self.library().packs.get(city)?,
            plan: scenario.cities.get(city)?,
            runs: self.document().results().city(city)?.runs(),
        })
    }

    /// How the parties of a city stand in the chosen year; nobody where the
    /// current document does not have it.
    #[must_use]
    pub fn standings(&self, city: &str) -> Vec<Standing<'_>> {
        let document = self.document();
        let found = self.library().packs.get(city).zip(document.scenario().cities.get(city));
        let Some(((pack, plan), result)) = found.zip(document.results().city(city)) else { return Vec::new() };
        stakeholders::standings(pack, plan, result, &self.strides.of(pack, self.brought_by(), result), self.view.year)
    }

    /// What becomes of a city's levers, those of `scope`, when these are pasted.
    #[must_use]
    pub fn transfer(&self, copied: &Copied, city: &str, scope: Scope) -> Option<Transfer> {
        let scenario = self.document().scenario();
        let (pack, plan) = (self.library().packs.get(city)?, scenario.cities.get(city)?);
        copied.reaches(scope).then(|| copied.into_city(pack, plan, scenario, scope))
    }

    /// Copies levers of a city of the current document.
    #[must_use]
    pub fn copy(&self, city: &str, scope: Scope) -> Option<Copied> {
        let plan = self.document().scenario().cities.get(city)?;
        Some(Copied::of(self.library().packs.get(city)?, plan, scope))
    }
}
