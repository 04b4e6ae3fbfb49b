//! The ways along which the last change reached what it moved, found in the
//! background and kept until newer ones come.

use std::collections::HashMap;

use crate::explain::path::{Between, Path};
use crate::model::indicators::Indicator;
use crate::session::jobs::desk::Cancel;
use crate::session::results::CityResult;
use crate::session::workspace::Workspace;

use super::{Moment, Moved, Movement};

/// Ways by city and indicator.
type Ways = HashMap<(String, Indicator), Path>;

/// What has been asked and what has come.
#[derive(Debug, Default)]
pub struct Paths {
    /// The stamp last asked about.
    asked: Option<u64>,
    shown: Option<Found>,
}

/// The ways of one answer to what moved.
#[derive(Clone, Debug)]
pub struct Found {
    stamp: u64,
    moment: Moment,
    ways: Ways,
}

/// Ways to be found.
pub(in crate::session) type Order = (u64, Work);
type Work = Box<dyn FnOnce(&Cancel) -> Option<Found> + Send>;

impl Paths {
    /// The way to an indicator. While a lever moves on, that of a moment ago stays
    /// where the indicator still moves the same way.
    #[must_use]
    pub fn way(&self, moved: &Moved, city: &str, movement: &Movement) -> Option<&Path> {
        let found = self.shown.as_ref().filter(|found| found.moment == moved.moment)?;
        let path = found.ways.get(&(city.to_owned(), movement.indicator))?;
        (found.stamp == moved.stamp || path.rises() == (movement.delta() > 0.0)).then_some(path)
    }

    /// Keeps what has come.
    pub(in crate::session) fn keep(&mut self, found: Found) {
        self.shown = Some(found);
    }

    /// What is to be found for the last change; each answer to what moved is given
    /// out once.
    pub(in crate::session) fn order(&mut self, workspace: &Workspace) -> Option<Order> {
        let moved = workspace.moved()?;
        if self.asked == Some(moved.stamp) {
            return None;
        }
        self.asked = Some(moved.stamp);
        let document = workspace.document();
        let cities: Vec<_> = moved.cities.iter().filter(|city| !city.movements.is_empty()).collect();
        let sides = cities.into_iter().filter_map(|city| {
            let after = document.results().city(&city.id)?;
            let before = super::before(document, &city.id, after)?;
            let wanted = city.movements.iter().map(|movement| movement.indicator).collect();
            Some(Side { city: city.id.clone(), before, after: after.clone(), wanted })
        });
        let sides: Vec<Side> = sides.collect();
        if sides.is_empty() {
            return None;
        }
        let (stamp, moment, year) = (moved.stamp, moved.moment, moved.year);
        let work = move |cancel: &Cancel| {
            let mut ways = Ways::new();
            for side in &sides {
                side.find(year, &mut ways, cancel)?;
            }
            Some(Found { stamp, moment, ways })
        };
        Some((stamp, Box::new(work)))
    }
}

/// A city before and after, and what is asked about it.
struct Side {
    city: String,
    before: CityResult,
    after: CityResult,
    wanted: Vec<Indicator>,
}

impl Side {
    /// Finds its ways; `None` where it is told to stop.
    fn find(&self, year: i32, ways: &mut Ways, cancel: &Cancel) -> Option<()> {
        let (before, after) = (self.before.runs(), self.after.runs());
        let Some(mut between) = Between::new(&before, &after) else { return Some(()) };
        for indicator in &self.wanted {
            if cancel.wanted() {
                return None;
            }
            if let Some(path) = between.path(*indicator, year) {
                ways.insert((self.city.clone(), *indicator), path);
            }
        }
        Some(())
    }
}
