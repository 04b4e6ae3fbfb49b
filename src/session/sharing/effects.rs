//! What each choice in a conflict would do to the headline indicators, by the
//! central run.

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::model::projection;
use crate::scenario::change::Item;
use crate::scenario::lower;
use crate::scenario::merge::Choice;
use crate::session::figures::Display;
use crate::session::jobs::desk::Cancel;
use crate::session::workspace::Workspace;
use crate::t;
use crate::units;

use super::merging::Proposal;

/// The choices in the order shown.
pub const CHOICES: [Choice; 3] = [Choice::Base, Choice::Mine, Choice::Theirs];

/// What has been asked and what has come.
#[derive(Debug, Default)]
pub struct Effects {
    asked: Option<(u64, i32)>,
    shown: Vec<Figures>,
}

/// Effects to be worked out.
pub(in crate::session) type Order = (u64, Work);
type Work = Box<dyn FnOnce(&Cancel) -> Option<Vec<Figures>> + Send>;

/// The headline of a city: its id, jobs and floorspace.
type Headline = (String, Option<f64>, Option<f64>);

/// The values behind an effect: for each choice, by city.
#[derive(Clone, Debug)]
pub struct Figures {
    item: Item,
    year: i32,
    values: [Vec<Headline>; 3],
}

impl Effects {
    /// What a choice in a conflict gives, maybe before the last choice: a line for
    /// each city that it concerns. Nothing where the choice changes no result.
    #[must_use]
    pub fn lines(&self, item: &Item, choice: usize, library: &Library) -> Vec<String> {
        let Some(figures) = self.shown.iter().find(|figures| figures.item == *item) else { return Vec::new() };
        let line = |(city, jobs, floorspace): &Headline| {
            let pack = library.packs.get(city)?;
            let written = |of: Indicator, value: Option<f64>| {
                let level = |value: f64| Display::of(of, value, &pack.currency).level(value).line();
                value.map_or_else(|| units::NONE.to_owned(), level)
            };
            Some(t!(
                "merge-effect",
                city = crate::words::city(pack),
                year = figures.year.to_string(),
                jobs = written(Indicator::ManufacturingJobs, *jobs),
                floorspace = written(Indicator::IndustrialFloorspace, *floorspace)
            ))
        };
        figures.values.get(choice).into_iter().flatten().filter_map(line).collect()
    }

    /// Keeps what has come.
    pub(in crate::session) fn keep(&mut self, figures: Vec<Figures>) {
        self.shown = figures;
    }

    /// What is to be worked out for the merge that is open. Each state of it is
    /// given out once.
    pub(in crate::session) fn orders(&mut self, workspace: &Workspace) -> Option<Order> {
        let merging = workspace.merging.as_ref();
        let Some((merging, proposal)) = merging.and_then(|merging| Some((merging, merging.proposal.as_ref()?))) else {
            *self = Self::default();
            return None;
        };
        let state = (merging.revision(), workspace.view.year);
        if self.asked == Some(state) {
            return None;
        }
        self.asked = Some(state);
        let (proposal, year) = (proposal.clone(), workspace.view.year);
        Some((state.0, Box::new(move |cancel| figures(&proposal, year, cancel))))
    }
}

/// Whether a choice about an item can change a result.
const fn counts(item: &Item) -> bool {
    !matches!(
        item,
        Item::Comment
            | Item::Title
            | Item::Author
            | Item::Notes
            | Item::Order
            | Item::Target { .. }
            | Item::Concern { .. }
    )
}

fn figures(proposal: &Proposal, year: i32, cancel: &Cancel) -> Option<Vec<Figures>> {
    let mut all = Vec::new();
    for conflict in proposal.conflicts.iter().filter(|conflict| counts(&conflict.item)) {
        let mut values: [Vec<Headline>; 3] = Default::default();
        for (choice, values) in CHOICES.into_iter().zip(&mut values) {
            if cancel.wanted() {
                return None;
            }
            let (scenario, library) = proposal.with(&conflict.item, choice);
            let concerned = scenario.cities.keys().filter(|city| conflict.item.city().is_none_or(|of| of == *city));
            for city in concerned {
                let run = lower::inputs(&scenario, city, &library).ok().map(|inputs| projection::run(&inputs).scenario);
                let at = |of: Indicator| run.as_ref().and_then(|run| run.at(of, year));
                values.push((city.clone(), at(Indicator::ManufacturingJobs), at(Indicator::IndustrialFloorspace)));
            }
        }
        all.push(Figures { item: conflict.item.clone(), year, values });
    }
    Some(all)
}
