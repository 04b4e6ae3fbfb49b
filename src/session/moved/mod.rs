//! What the last change moved: the indicators of every city that it reached, by how
//! much in the chosen year, and why nothing if so.
//!
//! A movement is measured in the strides of [`stakeholders`](super::stakeholders): 1
//! is the most that any one lever does to the indicator, alone, in that city and
//! year. So jobs, rents and homes can be ranked beside each other before the
//! ensemble has said how sure they are.

pub mod paths;
mod steps;
pub mod table;
pub mod words;

use crate::analysis::leverage::{self, Leverage};
use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::gates::{self, Gate};
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::projection::LeverSetting;
use crate::model::trace::{Run, Trace};
use crate::scenario::change::{Item, Value};
use crate::scenario::diff::{self, Change};
use crate::scenario::document::Setting;
use crate::scenario::limits;

use super::document::{Document, DocumentId};
use super::effects::{self, Late};
use super::figures::Display;
use super::previous::Turn;
use super::results::CityResult;
use super::stakeholders::{StrideBook, Strides};
use super::view::Place;

/// Beside the largest movement, one of fewer strides than this is not named.
const NAMED: f64 = 0.02;

/// The share of the strides of the largest movement of a topic from which on what
/// planners ask for first stands for it.
const HEAD: f64 = 0.25;

/// No more movements than these are named.
const MOST: usize = 3;

/// Indicators that tell of the same thing, the one that planners ask for first.
const TOPICS: [&[Indicator]; 6] = [
    &[Indicator::ManufacturingJobs, Indicator::Gva, Indicator::SpilloverJobs],
    &[Indicator::IndustrialFloorspace, Indicator::IndustrialLand],
    &[Indicator::RealRent, Indicator::Vacancy, Indicator::OccupancyCost],
    &[Indicator::HomesForgone],
    &[Indicator::PublicCost],
    &[Indicator::RecoveredMaterial, Indicator::CircularJobsNet],
];

/// What a document was left for, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The document.
    pub document: DocumentId,
    /// The revision before the change, and how it was left; `None` where nothing was
    /// changed yet, and the scenario stands beside adopted policy.
    pub from: Option<(u64, Turn)>,
}

/// What the last change moved.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Another one for every answer.
    pub stamp: u64,
    /// What was left.
    pub moment: Moment,
    /// The revision that it is about.
    pub revision: u64,
    /// The year in which positions are compared.
    pub year: i32,
    /// In what the scenario differs from what was left; nothing where it stands
    /// beside adopted policy.
    pub items: Vec<Change>,
    /// The cities that were computed again, in the order of the scenario.
    pub cities: Vec<CityMoved>,
}

/// What moved in a city.
#[derive(Clone, Debug, PartialEq)]
pub struct CityMoved {
    /// The city, by id.
    pub id: String,
    /// What can be seen to have moved, the largest first.
    pub movements: Vec<Movement>,
    /// Why nothing did, where nothing did.
    pub still: Option<Still>,
}

/// The movement of an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    /// The indicator.
    pub indicator: Indicator,
    /// Its value before.
    pub before: f64,
    /// Its value now.
    pub after: f64,
    /// Its size in strides.
    pub strides: f64,
}

impl Movement {
    /// By how much.
    #[must_use]
    pub fn delta(&self) -> f64 {
        self.after - self.before
    }
}

/// Why nothing moved in a city in the chosen year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Still {
    /// Something moves from this year on.
    Later(i32),
    /// Something moved from this year until that one.
    Over(i32, i32),
    /// Nothing does in any year; the gate that is shut, if one lever was changed and
    /// one is.
    Never(Option<Gate>),
    /// Nothing does in any year, for the lever that was changed comes too late.
    Late(Late),
}

impl Moved {
    /// Whether it is about this moment of a document.
    #[must_use]
    pub fn is_about(&self, document: &Document, year: i32) -> bool {
        self.moment == moment(document) && self.revision == document.history().revision() && self.year == year
    }

    /// What the last change of a document moved in a year.
    pub(super) fn of(stamp: u64, document: &Document, library: &Library, strides: &StrideBook, year: i32) -> Self {
        let items = document.previous().map(|before| diff::diff(&before.scenario, document.scenario()));
        let items = items.unwrap_or_default();
        let brought_by = document.brings_packs().then_some(document.id);
        let cities = document.results().cities().filter_map(|(id, after)| {
            let before = before(document, id, after)?;
            let pack = library.packs.get(id)?;
            Some(city(pack, (&before, after), &strides.of(pack, brought_by, after), &items, year))
        });
        let cities = cities.collect();
        let revision = document.history().revision();
        Self { stamp, moment: moment(document), revision, year, items, cities }
    }

    /// What is to be named, the largest first: in the city that the user looks at, if
    /// something moved there, or in all; of each topic one indicator.
    #[must_use]
    pub fn named(&self, place: &Place) -> Vec<(&CityMoved, Movement)> {
        let here = |city: &&CityMoved| matches!(place, Place::City(id) if *id == city.id);
        let has_moved = |city: &&CityMoved| !city.movements.is_empty();
        let is_here = self.cities.iter().any(|city| here(&city) && has_moved(&city));
        let cities = self.cities.iter().filter(|city| !is_here || here(city));
        let of = |city| TOPICS.into_iter().filter_map(move |topic| Some((city, CityMoved::head(city, topic)?)));
        let mut named: Vec<(&CityMoved, Movement)> = cities.flat_map(of).collect();
        named.sort_by(|a, b| b.1.strides.total_cmp(&a.1.strides));
        let worth_it = named.iter().skip(1).filter(|(_, movement)| movement.strides >= NAMED).count();
        named.truncate(MOST.min(1 + worth_it));
        named
    }
}

impl CityMoved {
    /// The movement that stands for a topic: the first of its indicators that moved
    /// at least a quarter as much as the one that moved most.
    fn head(&self, topic: &[Indicator]) -> Option<Movement> {
        let of = |of: &Indicator| self.movements.iter().find(|movement| movement.indicator == *of);
        let most = topic.iter().filter_map(of).map(|movement| movement.strides).fold(0.0, f64::max);
        topic.iter().filter_map(of).find(|movement| movement.strides >= HEAD * most).copied()
    }
}

/// The moment at which a document is.
fn moment(document: &Document) -> Moment {
    Moment { document: document.id, from: document.previous().map(|previous| (previous.revision, previous.turn)) }
}

/// The position of a city before the last change, or under adopted policy where
/// nothing was changed yet; `None` where it is the same.
pub(super) fn before(document: &Document, id: &str, after: &CityResult) -> Option<CityResult> {
    match document.previous() {
        Some(previous) => previous.result(id).filter(|before| before.version != after.version).cloned(),
        None => after.inputs().changed().next().is_some().then(|| after.at_adopted_policy()),
    }
}

/// The indicators that are looked at. The cost of a net job-year is left out: it is
/// a ratio of two that are, and begins and ends with one of them.
fn looked_at() -> impl Iterator<Item = Indicator> {
    Indicator::all().filter(|indicator| *indicator != Indicator::CostPerNetJobYear)
}

fn city(
    pack: &CityPack,
    (before, after): (&CityResult, &CityResult),
    strides: &Strides,
    items: &[Change],
    year: i32,
) -> CityMoved {
    let mut movements = movements(pack, (before, after), strides, year);
    movements.sort_by(|a, b| b.strides.total_cmp(&a.strides));
    let still = movements.is_empty().then(|| {
        let years = after.outcome.scenario.years();
        let mut seen = years.filter(|other| !self::movements(pack, (before, after), strides, *other).is_empty());
        match seen.next() {
            Some(first) if first > year => Still::Later(first),
            Some(first) => Still::Over(first, seen.next_back().unwrap_or(first)),
            None => never(pack, after, items),
        }
    });
    CityMoved { id: pack.id.clone(), movements, still }
}

/// What can be seen to differ in a year.
fn movements(
    pack: &CityPack,
    (before, after): (&CityResult, &CityResult),
    strides: &Strides,
    year: i32,
) -> Vec<Movement> {
    let of = |indicator| {
        let value = |result: &CityResult| result.outcome.scenario.at(indicator, year).filter(|v| v.is_finite());
        let (before, after) = (value(before)?, value(after)?);
        let delta = (after - before).abs();
        // Half of the last digit with which it is shown.
        let visible = Display::of(indicator, after, &pack.currency).finest() / 2.0;
        let size = strides.at(indicator, year).unwrap_or_else(|| before.abs().max(after.abs()));
        (delta >= visible).then(|| Movement { indicator, before, after, strides: delta / size })
    };
    looked_at().filter_map(of).collect()
}

/// What keeps a lever from doing anything, where it alone was changed.
fn never(pack: &CityPack, after: &CityResult, items: &[Change]) -> Still {
    let Some((lever, tried)) = lever_changed(pack, items) else { return Still::Never(None) };
    let (inputs, reference, scenario) = (after.inputs(), after.reference(), &after.outcome.scenario);
    let trace = Trace::of(inputs, reference, Run::Scenario);
    let gate = gates::shut(lever, &tried, inputs, &trace);
    if gate.is_some() {
        return Still::Never(gate);
    }
    let visible = |of: Indicator| effects::visible(scenario, of, &pack.currency);
    let begins = limits::first_policy_year(pack, inputs.span());
    if leverage::of_set(inputs, reference, scenario, lever, visible) != Leverage::Nowhere {
        return Still::Never(None);
    }
    Late::of(lever, (inputs, reference), begins, visible).map_or(Still::Never(None), Still::Late)
}

/// The lever of a city that alone was changed, and how it was and is set.
fn lever_changed(pack: &CityPack, items: &[Change]) -> Option<(LeverId, Vec<LeverSetting>)> {
    let [Change { item: Item::Lever { city, lever }, before, after }] = items else { return None };
    let setting = |value: &Option<Value>| match value {
        Some(Value::Setting(Setting { level, start, ramp, .. })) => {
            Some(LeverSetting { level: *level, start: *start, ramp: *ramp })
        }
        _ => None,
    };
    (*city == pack.id).then(|| (*lever, [before, after].into_iter().filter_map(setting).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::view::View;
    use super::super::workspace::Workspace;
    use super::*;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::history::Gesture;
    use crate::scenario::presets;

    const LAND: Indicator = Indicator::IndustrialLand;

    fn workspace(place: Place) -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        Workspace::new(library, View { place, ..View::default() })
    }

    fn london() -> Place {
        Place::City("london".to_owned())
    }

    fn protect(workspace: &mut Workspace, level: f64, gesture: u64) {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
        workspace.apply(&edit, Some(Gesture(gesture))).expect("a level in range");
    }

    fn moved(workspace: &Workspace) -> &Moved {
        workspace.moved().expect("there is always a document")
    }

    fn movement(workspace: &Workspace, of: Indicator) -> Movement {
        let cities = &moved(workspace).cities;
        let found = cities.iter().flat_map(|city| &city.movements).find(|movement| movement.indicator == of);
        *found.expect("it moved")
    }

    fn value(workspace: &Workspace, of: Indicator) -> f64 {
        let result = workspace.document().results().city("london").expect("it is computed");
        result.at(of, workspace.view.year).expect("a year of the projection").0
    }

    #[test]
    fn a_drag_is_told_against_where_it_began_and_an_undo_against_what_it_took_back() {
        let mut workspace = workspace(london());
        assert!(moved(&workspace).cities.is_empty() && moved(&workspace).moment.from.is_none());
        let adopted = value(&workspace, LAND);
        let mut stamps = Vec::new();
        for level in [70.0, 80.0, 90.0] {
            protect(&mut workspace, level, 1);
            let movement = movement(&workspace, LAND);
            assert_eq!(movement.before.to_bits(), adopted.to_bits(), "one drag is one change");
            assert_eq!(movement.after.to_bits(), value(&workspace, LAND).to_bits());
            stamps.push(moved(&workspace).stamp);
        }
        assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
        let dragged = movement(&workspace, LAND);
        assert!(dragged.delta() > 0.0 && dragged.strides > NAMED);
        assert_eq!(moved(&workspace).items.len(), 1);
        workspace.undo();
        let undone = movement(&workspace, LAND);
        assert_eq!((undone.before.to_bits(), undone.after.to_bits()), (dragged.after.to_bits(), adopted.to_bits()));
        assert_eq!(moved(&workspace).moment.from.map(|(_, turn)| turn), Some(Turn::Undone));
        workspace.redo();
        assert_eq!(moved(&workspace).moment.from.map(|(_, turn)| turn), Some(Turn::Redone));
        assert_eq!(movement(&workspace, LAND), dragged);
    }

    #[test]
    fn it_is_found_out_once_for_a_change_and_a_year() {
        let mut workspace = workspace(london());
        protect(&mut workspace, 90.0, 1);
        let (stamp, then) = (moved(&workspace).stamp, movement(&workspace, LAND));
        workspace.look_at(View { place: Place::All, ..workspace.view.clone() });
        assert_eq!(moved(&workspace).stamp, stamp, "another place is no other change");
        workspace.choose_year(2050);
        assert_eq!(moved(&workspace).stamp, stamp + 1);
        assert!(movement(&workspace, LAND).delta() > then.delta());
    }

    #[test]
    fn a_change_for_all_cities_is_told_of_the_one_in_view_or_of_all() {
        let mut workspace = workspace(london());
        let other = workspace.library().outlooks.keys().find(|id| *id != Library::BASELINE).expect("one").clone();
        workspace.apply(&ScenarioEdit::SetOutlook(other), None).expect("it is there");
        let all = moved(&workspace);
        assert_eq!(all.cities.len(), 3);
        let named = all.named(&london());
        assert!(!named.is_empty() && named.iter().all(|(city, _)| city.id == "london"));
        let named = all.named(&Place::All);
        assert_eq!(named.len(), MOST);
        assert!(named.windows(2).all(|pair| pair[0].1.strides >= pair[1].1.strides));
    }

    #[test]
    fn of_what_tells_of_the_same_only_one_is_named() {
        let mut workspace = workspace(london());
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::CapitalGrants, level: 20.0 };
        workspace.apply(&edit, None).expect("a level in range");
        let movements = &moved(&workspace).cities[0].movements;
        let has = |of: Indicator| movements.iter().any(|movement| movement.indicator == of);
        assert!(has(Indicator::ManufacturingJobs) && has(Indicator::Gva) && has(Indicator::SpilloverJobs));
        assert!(!has(Indicator::CostPerNetJobYear), "a ratio of two that are told");
        let named = moved(&workspace).named(&london());
        let jobs = named.iter().filter(|(_, movement)| TOPICS[0].contains(&movement.indicator));
        assert_eq!(jobs.map(|(_, movement)| movement.indicator).collect::<Vec<_>>(), [Indicator::ManufacturingJobs]);
        let every = TOPICS.into_iter().flatten().count() + 1;
        assert_eq!(every, Indicator::all().count(), "each indicator has a topic, but the ratio");
    }

    #[test]
    fn where_nothing_moves_it_is_known_why() {
        let mut workspace = workspace(london());
        let set = |workspace: &mut Workspace, start: i32| {
            let setting = Setting::new(95.0, start);
            let edit = ScenarioEdit::SetLever { city: "london".to_owned(), lever: LeverId::ProtectedShare, setting };
            workspace.apply(&edit, None).expect("a setting in range");
            moved(workspace).cities.first().and_then(|city| city.still)
        };
        assert_eq!(set(&mut workspace, 2050), Some(Still::Never(Some(Gate::Time))));
        let Some(Still::Later(first)) = set(&mut workspace, 2045) else { panic!("2040 is before 2045") };
        assert!(first > 2045, "{first}");
        workspace.choose_year(2050);
        assert_eq!(moved(&workspace).cities[0].still, None);
        workspace.apply(&ScenarioEdit::SetTitle("Mine".to_owned()), None).expect("a title");
        assert!(moved(&workspace).cities.is_empty(), "no city is computed again for a title");
    }

    #[test]
    fn a_scenario_just_opened_stands_beside_adopted_policy() {
        let mut workspace = workspace(london());
        workspace.open_preset(presets::find("protect-and-intensify").expect("shipped")).expect("it opens");
        let land = movement(&workspace, LAND);
        let result = workspace.document().results().city("london").expect("it is computed");
        assert_eq!(result.at(LAND, 2040), Some((land.after, Some(land.before))));
        workspace.open_preset(presets::find("reference").expect("shipped")).expect("it opens");
        assert!(moved(&workspace).cities.is_empty());
    }
}
