//! What became of every square metre of a city between two years.

use crate::model::projection::Projection;
use crate::t;
use crate::units;

/// Who uses the floorspace at one moment (m²).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Uses {
    /// Manufacturing.
    pub manufacturing: f64,
    /// Logistics and the other users of industrial space.
    pub other_users: f64,
    /// Nobody.
    pub vacant: f64,
}

impl Uses {
    /// The uses with their names, in the order shown.
    #[must_use]
    pub fn named(&self) -> [(&'static str, f64); 3] {
        [
            (t!("space-manufacturing"), self.manufacturing),
            (t!("space-other-users"), self.other_users),
            (t!("space-vacant"), self.vacant),
        ]
    }

    /// All of it (m²).
    #[must_use]
    pub fn total(&self) -> f64 {
        self.manufacturing + self.other_users + self.vacant
    }
}

/// The floorspace of a city over a period (m²).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// The year at whose start the period begins.
    pub from: i32,
    /// The year at whose start it ends.
    pub to: i32,
    /// At the start.
    pub start: Uses,
    /// Built on sites that were industrial, or on new industrial land.
    pub completed: f64,
    /// Built again on released sites.
    pub reprovided: f64,
    /// Added by denser building on protected sites.
    pub intensified: f64,
    /// Converted with released land: lost to homes and other uses.
    pub converted: f64,
    /// Fell out of use.
    pub obsolete: f64,
    /// At the end.
    pub end: Uses,
}

impl Space {
    /// What happened between the starts of two years of a projection. `None`
    /// where it does not report both, or the second is not after the first.
    #[must_use]
    pub fn over(projection: &Projection, from: i32, to: i32) -> Option<Self> {
        let place = |year: i32| usize::try_from(year.checked_sub(projection.first_year())?).ok();
        let (first, last) = (place(from)?, place(to)?);
        let ledger = projection.ledger();
        let uses = |row: usize| {
            let year = &ledger.get(row)?.floorspace;
            Some(Uses { manufacturing: year.manufacturing, other_users: year.other_users, vacant: year.vacant })
        };
        let (start, end) = (uses(first)?, uses(last)?);
        let years = ledger.get(first..last).filter(|years| !years.is_empty())?;
        let mut space = Self {
            from,
            to,
            start,
            completed: 0.0,
            reprovided: 0.0,
            intensified: 0.0,
            converted: 0.0,
            obsolete: 0.0,
            end,
        };
        for year in years.iter().map(|year| &year.floorspace) {
            space.completed += year.completed;
            space.reprovided += year.reprovided;
            space.intensified += year.intensified;
            space.converted += year.lost;
            space.obsolete += year.obsolete;
        }
        Some(space)
    }

    /// What came in (m²).
    #[must_use]
    pub fn added(&self) -> f64 {
        self.completed + self.reprovided + self.intensified
    }

    /// What went (m²).
    #[must_use]
    pub fn gone(&self) -> f64 {
        self.converted + self.obsolete
    }

    /// What was there at the start and did not go (m²). Where more went than was
    /// there, some of it was built in the period, and nothing is left of the start.
    #[must_use]
    pub fn kept(&self) -> f64 {
        (self.start.total() - self.gone()).max(0.0)
    }

    /// End less start and all flows: zero up to rounding (m²).
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.end.total() - (self.start.total() + self.added() - self.gone())
    }

    /// The same in whole square metres that still add up.
    #[must_use]
    pub fn rounded(&self) -> Self {
        let (start, end) = (self.start.total().round(), self.end.total().round());
        let uses = |uses: &Uses, whole: f64| match *units::adding_up(&uses.named().map(|(_, area)| area), whole, 1.0) {
            [manufacturing, other_users, vacant] => Uses { manufacturing, other_users, vacant },
            _ => *uses,
        };
        let flows = [self.completed, self.reprovided, self.intensified, -self.converted, -self.obsolete];
        match *units::adding_up(&flows, end - start, 1.0) {
            [completed, reprovided, intensified, converted, obsolete] => Self {
                start: uses(&self.start, start),
                completed,
                reprovided,
                intensified,
                converted: -converted,
                obsolete: -obsolete,
                end: uses(&self.end, end),
                ..*self
            },
            _ => *self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::projection;
    use crate::scenario::{lower, presets};

    #[test]
    fn every_period_of_every_preset_closes_to_the_last_square_metre() {
        let library = Library::embedded().expect("the evidence is embedded");
        for preset in &presets::ALL {
            let scenario = preset.open(&library).expect("it is shipped");
            for (city, plan) in &scenario.cities {
                let outcome = projection::run(&lower::inputs(&scenario, city, &library).expect("it lowers"));
                for (from, to) in [(plan.start, plan.start + 1), (plan.start, 2050), (2031, 2040), (2049, 2050)] {
                    let what = format!("{} {city} {from} to {to}", preset.id);
                    let space = Space::over(&outcome.scenario, from, to).expect(&what);
                    assert!(space.gap().abs() < 1e-3, "{what}: {}", space.gap());
                    let whole = space.rounded();
                    assert!(whole.gap() == 0.0, "{what}: {}", whole.gap());
                    assert!((whole.converted - space.converted).abs() < 1.0 + 1e-6, "{what}");
                    assert!(whole.obsolete >= 0.0 && whole.intensified >= 0.0, "{what}");
                }
            }
        }
    }

    #[test]
    fn a_year_is_what_the_ledger_has_and_what_is_not_projected_is_not_there() {
        let library = Library::embedded().expect("the evidence is embedded");
        let scenario = presets::ALL[1].open(&library).expect("it is shipped");
        let outcome = projection::run(&lower::inputs(&scenario, "london", &library).expect("it lowers"));
        let first = outcome.scenario.first_year();
        let year = Space::over(&outcome.scenario, first, first + 1).expect("the first year");
        let ledger = &outcome.scenario.ledger()[0].floorspace;
        assert_eq!((year.converted, year.obsolete), (ledger.lost, ledger.obsolete));
        assert!((year.kept() - (ledger.start - ledger.lost - ledger.obsolete)).abs() < 1e-6);
        for (from, to) in [(first, first), (first + 2, first + 1), (first - 1, 2030), (2030, 2051)] {
            assert_eq!(Space::over(&outcome.scenario, from, to), None, "{from} to {to}");
        }
    }
}
