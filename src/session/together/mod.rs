//! All cities beside each other: an indicator on one scale, and what the cities have
//! in common.

pub mod charts;
pub mod words;

use crate::model::city::CityPack;
use crate::model::indicators::{Better, Indicator};
use crate::model::levers::LeverId;
use crate::scenario::document::Measure;

use super::background::Background;
use super::figures::Display;
use super::results::CityResult;
use super::why::Question;
use super::workspace::Workspace;

/// What can be shown on one scale: levels, which have a first year to be compared
/// with, and shares. What is a difference from the reference has neither.
pub const CHOICES: [Indicator; 7] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::IndustrialLand,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::OccupancyCost,
    Indicator::Gva,
];

/// What the sentence is about: what planners ask for first.
const TOLD: [Indicator; 3] = [Indicator::IndustrialFloorspace, Indicator::RealRent, Indicator::ManufacturingJobs];

/// Which way something goes against the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is more.
    Up,
    /// It is less.
    Down,
    /// It cannot be seen to differ.
    Same,
}

/// A change against the reference in a city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The city.
    pub pack: &'a CityPack,
    /// Which way it goes.
    pub way: Way,
    /// As a share of the reference; for a share the difference in points.
    pub share: f64,
    /// The share of futures in which it goes this way, on the same draws as the
    /// reference; `None` where it is not known.
    pub sure: Option<f64>,
}

/// What the results say of all cities in a year.
pub struct Facts<'a> {
    workspace: &'a Workspace,
    background: &'a Background,
    /// The cities that depart from adopted policy, with their results.
    changed: Vec<(&'a CityPack, &'a CityResult)>,
    /// The cities that do not.
    pub still: Vec<&'a CityPack>,
}

impl<'a> Facts<'a> {
    /// What the results of the current document say in the chosen year.
    #[must_use]
    pub fn of(workspace: &'a Workspace, background: &'a Background) -> Self {
        let known = |(id, result)| Some((workspace.library().packs.get(id)?, result));
        let cities = workspace.document().results().cities().filter_map(known);
        let (changed, still): (Vec<_>, Vec<_>) =
            cities.partition(|(_, result): &(_, &CityResult)| result.inputs().changed().next().is_some());
        Self { workspace, background, changed, still: still.into_iter().map(|(pack, _)| pack).collect() }
    }

    /// How many cities depart from adopted policy.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.changed.len()
    }

    /// The change of an indicator in every city that departs from adopted policy.
    #[must_use]
    pub fn changes(&self, of: Indicator) -> Vec<Change<'a>> {
        let year = self.workspace.view.year;
        let change = |(pack, result): &(&'a CityPack, &CityResult)| {
            let (value, reference) = result.at(of, year)?;
            let reference = reference.filter(|reference| reference.is_finite() && value.is_finite())?;
            let delta = value - reference;
            let visible = Display::of(of, value, &pack.currency).finest() / 2.0;
            let way = if delta.abs() < visible {
                Way::Same
            } else if delta > 0.0 {
                Way::Up
            } else {
                Way::Down
            };
            let share = if of == Indicator::Vacancy { delta } else { delta / reference };
            Some(Change { pack, way, share, sure: self.sure(pack, of, way) })
        };
        self.changed.iter().filter_map(change).filter(|change| change.share.is_finite()).collect()
    }

    fn sure(&self, pack: &CityPack, of: Indicator, way: Way) -> Option<f64> {
        let ranges = self.background.ranges().city(self.workspace.document().id, &pack.id)?;
        let better = ranges.better(of, self.workspace.view.year)?;
        match (of.better(), way) {
            (Better::More, Way::Up) | (Better::Less, Way::Down) => Some(better),
            (Better::More, Way::Down) | (Better::Less, Way::Up) => Some(1.0 - better),
            (Better::Neither, _) | (_, Way::Same) => None,
        }
    }

    /// The lever that does most to what is shown, and in which city, once it is
    /// known for every city that departs from adopted policy. Until newer answers come
    /// it is that of the last ones, as far as those levers still differ.
    #[must_use]
    pub fn levers(&self) -> Option<Vec<(&'a CityPack, LeverId)>> {
        let most = |(pack, result): &(&'a CityPack, &CityResult)| {
            let question = Question {
                document: self.workspace.document().id,
                city: pack.id.clone(),
                measure: Measure::Indicator(self.workspace.view.together),
            };
            let answer = self.background.why().answer(&question)?;
            let row = answer.row(self.workspace.view.year)?;
            let still = |id: &LeverId| result.inputs().changed().any(|changed| changed == *id);
            let levers = answer.attribution.levers.iter().filter_map(|(id, years)| Some((*id, years.get(row)?.abs())));
            let (lever, _) = levers.filter(|(id, part)| *part > 0.0 && still(id)).max_by(|a, b| a.1.total_cmp(&b.1))?;
            Some((*pack, lever))
        };
        self.changed.iter().map(most).collect()
    }

    /// The changed lever with the longest name in every city that has one.
    fn longest_levers(&self) -> Vec<(&'a CityPack, LeverId)> {
        let longest = |(pack, result): &(&'a CityPack, &CityResult)| {
            let lever = result.inputs().changed().max_by_key(|id| crate::words::lever(*id).chars().count())?;
            Some((*pack, lever))
        };
        self.changed.iter().filter_map(longest).collect()
    }
}
