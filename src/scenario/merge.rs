//! Two people's changes of one scenario brought together.
//!
//! An item that one side changed is taken from that side; one that both changed
//! in the same way is taken once; one that both changed differently is a
//! conflict, and somebody has to choose. So what comes out is never something
//! that nobody decided: each item is as the base, one side or the other has it.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;

use super::change::{Item, Value};
use super::diff::{concerns, targets};
use super::document::{Assumption, CityPlan, OutlookChoice, Scenario, Target};
use super::receipt::hash;

/// Whose value is taken where two sides conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// As it was before both.
    Base,
    /// The one side's.
    Mine,
    /// The other's.
    Theirs,
}

/// An item that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub item: Item,
    /// What the scenario said before both, if anything.
    pub base: Option<Value>,
    /// What the one side says.
    pub mine: Option<Value>,
    /// What the other says.
    pub theirs: Option<Value>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Both sides' changes; in a conflict, what was chosen.
    pub scenario: Scenario,
    /// Where there was something to choose, in the order of the document.
    pub conflicts: Vec<Conflict>,
}

/// Brings the changes of two scenarios that were made from `base` together.
/// `choose` is asked for every conflict.
///
/// What each side decided may be allowed and both together not, for example a
/// shorter horizon and a lever beyond it: the result has to be held against
/// [`super::limits`].
pub fn merge(base: &Scenario, mine: &Scenario, theirs: &Scenario, choose: impl FnMut(&Item) -> Choice) -> Merged {
    let mut merger = Merger { choose, conflicts: Vec::new() };
    let m = &mut merger;
    // By lines: a comment of one empty line is not none.
    let words = |lines: &Vec<String>| (!lines.is_empty()).then(|| Value::Text(lines.join("\n")));
    let scenario = Scenario {
        comment: m.pick(&Item::Comment, &base.comment, &mine.comment, &theirs.comment, words),
        title: m.text(&Item::Title, &base.title, &mine.title, &theirs.title),
        author: m.text(&Item::Author, &base.author, &mine.author, &theirs.author),
        notes: m.text(&Item::Notes, &base.notes, &mine.notes, &theirs.notes),
        horizon: m.pick(&Item::Horizon, &base.horizon, &mine.horizon, &theirs.horizon, |year| Some(Value::Year(*year))),
        outlook: OutlookChoice {
            base: m.text(&Item::Outlook, &base.outlook.base, &mine.outlook.base, &theirs.outlook.base),
            changes: m.map(
                [&base.outlook.changes, &mine.outlook.changes, &theirs.outlook.changes],
                |driver| Item::Driver(*driver),
                assumption,
            ),
        },
        assumptions: m.map(
            [&base.assumptions, &mine.assumptions, &theirs.assumptions],
            |parameter| Item::Parameter { city: None, parameter: *parameter },
            assumption,
        ),
        cities: m.cities([&base.cities, &mine.cities, &theirs.cities]),
    };
    Merged { scenario, conflicts: merger.conflicts }
}

/// Brings what two sides know of cities that are not built in together, by the
/// same rule: the packs of the cities of `scenario`, and the conflicts.
pub fn packs(
    scenario: &Scenario,
    [base, mine, theirs]: [&Library; 3],
    choose: impl FnMut(&Item) -> Choice,
) -> (Vec<CityPack>, Vec<Conflict>) {
    let mut merger = Merger { choose, conflicts: Vec::new() };
    let packs = scenario.cities.keys().filter_map(|id| {
        let [base, mine, theirs] = [base, mine, theirs].map(|library| library.brought(id));
        merger
            .pick(&Item::Pack(id.clone()), &base, &mine, &theirs, |pack| pack.map(|pack| Value::Pack(hash::pack(pack))))
            .cloned()
    });
    (packs.collect(), merger.conflicts)
}

/// The cities of the base and of both sides, in this order.
type Cities<'a> = [&'a IndexMap<String, CityPlan>; 3];

struct Merger<F> {
    choose: F,
    conflicts: Vec<Conflict>,
}

impl<F: FnMut(&Item) -> Choice> Merger<F> {
    /// The one rule: whoever changed it decides.
    fn pick<T: PartialEq + Clone>(
        &mut self,
        item: &Item,
        base: &T,
        mine: &T,
        theirs: &T,
        value: impl Fn(&T) -> Option<Value>,
    ) -> T {
        if mine == theirs || base == theirs {
            return mine.clone();
        }
        if base == mine {
            return theirs.clone();
        }
        let conflict = Conflict { item: item.clone(), base: value(base), mine: value(mine), theirs: value(theirs) };
        self.conflicts.push(conflict);
        match (self.choose)(item) {
            Choice::Base => base.clone(),
            Choice::Mine => mine.clone(),
            Choice::Theirs => theirs.clone(),
        }
    }

    fn text(&mut self, item: &Item, base: &str, mine: &str, theirs: &str) -> String {
        let value = |text: &&str| (!text.is_empty()).then(|| Value::from(*text));
        self.pick(item, &base, &mine, &theirs, value).to_owned()
    }

    fn map<K: Ord + Clone, V: PartialEq + Clone>(
        &mut self,
        [base, mine, theirs]: [&BTreeMap<K, V>; 3],
        item: impl Fn(&K) -> Item,
        value: impl Fn(&V) -> Value,
    ) -> BTreeMap<K, V> {
        let keys: BTreeSet<&K> = [base, mine, theirs].into_iter().flat_map(BTreeMap::keys).collect();
        let mut merged = BTreeMap::new();
        for key in keys {
            let (base, mine, theirs) = (base.get(key), mine.get(key), theirs.get(key));
            if let Some(chosen) = self.pick(&item(key), &base, &mine, &theirs, |v| v.map(&value)) {
                merged.insert(key.clone(), chosen.clone());
            }
        }
        merged
    }

    fn cities(&mut self, sides: Cities<'_>) -> IndexMap<String, CityPlan> {
        let ids: IndexSet<&String> = sides.iter().flat_map(|cities| cities.keys()).collect();
        let mut merged = BTreeMap::new();
        for id in ids {
            let [base, mine, theirs] = sides.map(|cities| cities.get(id));
            let plan = match (mine, theirs) {
                (Some(mine), Some(theirs)) if mine != theirs => Some(self.plan(id, base, mine, theirs)),
                // One side took it out: all of it is at stake.
                _ => self
                    .pick(&Item::City(id.clone()), &base, &mine, &theirs, |plan| plan.cloned().map(Value::City))
                    .cloned(),
            };
            merged.extend(plan.map(|plan| (id.clone(), plan)));
        }
        let order = order(sides.map(|cities| cities.keys().map(String::as_str).collect()), &merged);
        order.into_iter().filter_map(|id| merged.remove_entry(id.as_str())).collect()
    }

    /// A city that both sides have.
    fn plan(&mut self, id: &str, base: Option<&CityPlan>, mine: &CityPlan, theirs: &CityPlan) -> CityPlan {
        let city = || id.to_owned();
        let sides = [base, Some(mine), Some(theirs)];
        let none = CityPlan::adopted(mine.start);
        let [was, _, _] = sides.map(|plan| plan.unwrap_or(&none));
        let [start, my_start, their_start] = sides.map(|plan| plan.map(|plan| plan.start));
        let start = self.pick(&Item::Start(city()), &start, &my_start, &their_start, |year| year.map(Value::Year));
        let levers = self.map(
            [&was.levers, &mine.levers, &theirs.levers],
            |lever| Item::Lever { city: city(), lever: *lever },
            |setting| Value::Setting(setting.clone()),
        );
        let targets = self.map(
            [&targets(was), &targets(mine), &targets(theirs)],
            |(indicator, year)| Item::Target { city: city(), indicator: indicator.clone(), year: *year },
            |value| Value::Number(*value),
        );
        let assumptions = self.map(
            [&was.assumptions, &mine.assumptions, &theirs.assumptions],
            |parameter| Item::Parameter { city: Some(city()), parameter: *parameter },
            assumption,
        );
        let weights = self.map(
            [&concerns(was), &concerns(mine), &concerns(theirs)],
            |(party, indicator)| Item::Concern { city: city(), party: party.clone(), indicator: *indicator },
            |weight| Value::Number(*weight),
        );
        let mut concerns: BTreeMap<String, BTreeMap<Indicator, f64>> = BTreeMap::new();
        for ((party, indicator), weight) in weights {
            concerns.entry(party).or_default().insert(indicator, weight);
        }
        CityPlan {
            // Without a base, to choose the base is to choose between the two all the same.
            start: start.unwrap_or(mine.start),
            levers,
            targets: targets.into_iter().map(|((indicator, year), value)| Target { indicator, year, value }).collect(),
            assumptions,
            concerns,
        }
    }
}

fn assumption(assumption: &Assumption) -> Value {
    Value::Assumption(assumption.clone())
}

/// The order of the cities that are left. An order decides nothing about a
/// city, so it is no conflict: where both sides moved cities, the base stands.
/// A city that is not on all sides comes after the one that it follows on its own.
fn order<V>(sides: [Vec<&str>; 3], left: &BTreeMap<String, V>) -> Vec<String> {
    let common = |id: &&str| left.contains_key(*id) && sides.iter().all(|side| side.contains(id));
    let [base, mine, theirs] = sides.clone().map(|side| side.into_iter().filter(common).collect::<Vec<&str>>());
    let fixed = if mine == base {
        theirs
    } else if theirs == base || theirs == mine {
        mine
    } else {
        base
    };
    // What follows each fixed city on each side; place 0 is before all of them.
    let [of_base, mut of_mine, mut of_theirs] = sides.map(|side| followers(&side, &fixed, left));
    let known: BTreeSet<&str> = of_mine.iter().chain(&of_theirs).flatten().copied().collect();
    let mut order: Vec<String> = Vec::new();
    for place in 0..=fixed.len() {
        order.extend(place.checked_sub(1).map(|at| fixed[at].to_owned()));
        for side in [&mut of_mine, &mut of_theirs] {
            side[place].retain(|id| !order.iter().any(|placed| placed == id));
        }
        let (mine, theirs) = (&of_mine[place], &of_theirs[place]);
        let all: BTreeSet<&str> = mine.iter().chain(theirs).copied().collect();
        let group: Vec<&str> = if theirs.is_empty() || mine == theirs {
            mine.clone()
        } else if mine.is_empty() {
            theirs.clone()
        } else {
            // The same whichever side is mine.
            all.into_iter().collect()
        };
        let dropped = of_base[place].iter().filter(|id| !known.contains(*id)).copied();
        order.extend(group.into_iter().chain(dropped).map(str::to_owned));
    }
    order
}

/// The cities of a side that are left but not fixed, by the fixed city before them.
fn followers<'a, V>(side: &[&'a str], fixed: &[&str], left: &BTreeMap<String, V>) -> Vec<Vec<&'a str>> {
    let mut groups = vec![Vec::new(); fixed.len() + 1];
    let mut place = 0;
    for id in side {
        match fixed.iter().position(|other| other == id) {
            Some(at) => place = at + 1,
            None if left.contains_key(*id) => groups[place].push(*id),
            None => {}
        }
    }
    groups
}
