//! In what two scenarios differ.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use crate::evidence::Library;
use crate::model::indicators::Indicator;

use super::change::{Item, Value};
use super::document::{Assumption, CityPlan, Measure, Scenario};
use super::receipt::hash;

/// One item in which two scenarios differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is about.
    pub item: Item,
    /// What the first scenario says of it, if anything.
    pub before: Option<Value>,
    /// What the second says.
    pub after: Option<Value>,
}

/// Everything in which two scenarios differ, in the order of the document.
/// Nothing is in it exactly where the two would be the same file.
#[must_use]
pub fn diff(before: &Scenario, after: &Scenario) -> Vec<Change> {
    let mut changes = Vec::new();
    let out = &mut changes;
    let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    let comment = |scenario: &Scenario| (!scenario.comment.is_empty()).then(|| scenario.comment.join("\n"));
    one(out, Item::Comment, comment(before).map(Value::Text), comment(after).map(Value::Text));
    one(out, Item::Title, text(&before.title), text(&after.title));
    one(out, Item::Author, text(&before.author), text(&after.author));
    one(out, Item::Notes, text(&before.notes), text(&after.notes));
    one(out, Item::Horizon, Some(Value::Year(before.horizon)), Some(Value::Year(after.horizon)));
    one(out, Item::Outlook, text(&before.outlook.base), text(&after.outlook.base));
    map(out, Some(&before.outlook.changes), Some(&after.outlook.changes), Item::Driver, assumption);
    let everywhere = |parameter| Item::Parameter { city: None, parameter };
    map(out, Some(&before.assumptions), Some(&after.assumptions), everywhere, assumption);
    let added = after.cities.keys().filter(|id| !before.cities.contains_key(*id));
    for id in before.cities.keys().chain(added) {
        city(out, id, before.cities.get(id), after.cities.get(id));
    }
    let kept = |of: &Scenario, other: &Scenario| {
        Value::Order(of.cities.keys().filter(|id| other.cities.contains_key(*id)).cloned().collect())
    };
    one(out, Item::Order, Some(kept(before, after)), Some(kept(after, before)));
    changes
}

/// In which packs that are not built in two scenarios differ.
#[must_use]
pub fn packs(before: (&Scenario, &Library), after: (&Scenario, &Library)) -> Vec<Change> {
    let mut changes = Vec::new();
    let ids: IndexSet<&String> = before.0.cities.keys().chain(after.0.cities.keys()).collect();
    for id in ids {
        let own = |(scenario, library): (&Scenario, &Library)| {
            let pack = library.brought(id).filter(|_| scenario.cities.contains_key(id));
            pack.map(|pack| Value::Pack(hash::pack(pack)))
        };
        one(&mut changes, Item::Pack(id.clone()), own(before), own(after));
    }
    changes
}

fn city(out: &mut Vec<Change>, id: &str, before: Option<&CityPlan>, after: Option<&CityPlan>) {
    if let (Some(before), Some(after)) = (before, after) {
        one(out, Item::Start(id.to_owned()), Some(Value::Year(before.start)), Some(Value::Year(after.start)));
    } else {
        let whole = |plan: Option<&CityPlan>| plan.cloned().map(Value::City);
        one(out, Item::City(id.to_owned()), whole(before), whole(after));
    }
    let city = || id.to_owned();
    let levers = |plan: Option<&CityPlan>| plan.map(|plan| plan.levers.clone());
    map(
        out,
        levers(before).as_ref(),
        levers(after).as_ref(),
        |lever| Item::Lever { city: city(), lever },
        |s| Value::Setting(s.clone()),
    );
    map(
        out,
        before.map(targets).as_ref(),
        after.map(targets).as_ref(),
        |(indicator, year)| Item::Target { city: city(), indicator, year },
        |value| Value::Number(*value),
    );
    let here = |parameter| Item::Parameter { city: Some(city()), parameter };
    map(out, before.map(|p| &p.assumptions), after.map(|p| &p.assumptions), here, assumption);
    map(
        out,
        before.map(concerns).as_ref(),
        after.map(concerns).as_ref(),
        |(party, indicator)| Item::Concern { city: city(), party, indicator },
        |weight| Value::Number(*weight),
    );
}

/// The targets of a city by what they are about.
pub(super) fn targets(plan: &CityPlan) -> BTreeMap<(Measure, i32), f64> {
    plan.targets.iter().map(|t| ((t.indicator.clone(), t.year), t.value)).collect()
}

/// The weights of a city by party and indicator.
pub(super) fn concerns(plan: &CityPlan) -> BTreeMap<(String, Indicator), f64> {
    let of = |(party, weights): (&String, &BTreeMap<Indicator, f64>)| {
        let party = party.clone();
        weights.iter().map(move |(indicator, weight)| ((party.clone(), *indicator), *weight)).collect::<Vec<_>>()
    };
    plan.concerns.iter().flat_map(of).collect()
}

fn assumption(assumption: &Assumption) -> Value {
    Value::Assumption(assumption.clone())
}

fn one(out: &mut Vec<Change>, item: Item, before: Option<Value>, after: Option<Value>) {
    if before != after {
        out.push(Change { item, before, after });
    }
}

fn map<K: Ord + Clone, V>(
    out: &mut Vec<Change>,
    before: Option<&BTreeMap<K, V>>,
    after: Option<&BTreeMap<K, V>>,
    item: impl Fn(K) -> Item,
    value: impl Fn(&V) -> Value,
) {
    let keys: BTreeSet<&K> = before.into_iter().chain(after).flat_map(BTreeMap::keys).collect();
    for key in keys {
        let of = |map: Option<&BTreeMap<K, V>>| map.and_then(|map| map.get(key)).map(&value);
        one(out, item(key.clone()), of(before), of(after));
    }
}
