//! What scenarios say of things, in the words of the window.

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::scenario::change::{Item, Value};
use crate::scenario::document::{Assumption, Setting};
use crate::session::figures::{Display, lever_text};
use crate::t;
use crate::units;

/// What an item is called, without its city.
#[must_use]
pub fn name(item: &Item, library: &Library) -> String {
    match item {
        Item::Comment => t!("merge-item-comment").to_owned(),
        Item::Title => t!("merge-item-title").to_owned(),
        Item::Author => t!("merge-item-author").to_owned(),
        Item::Notes => t!("merge-item-notes").to_owned(),
        Item::Horizon => t!("compare-last-year").to_owned(),
        Item::Outlook => t!("compare-outlook").to_owned(),
        Item::Driver(driver) => crate::words::driver(*driver).to_owned(),
        Item::Parameter { parameter, .. } => t!("compare-assumption", parameter = parameter.id()),
        Item::City(_) => t!("merge-item-city").to_owned(),
        Item::Start(_) => t!("compare-first-year").to_owned(),
        Item::Lever { lever, .. } => crate::words::lever(*lever).to_owned(),
        Item::Target { indicator, year, .. } => {
            let of = indicator.name(item.city().and_then(|id| library.packs.get(id)));
            t!("merge-item-target", indicator = of, year = year.to_string())
        }
        Item::Concern { city, party, indicator } => {
            let known = library.packs.get(city).and_then(|pack| pack.parties.get(party));
            let party = known.map_or(party.as_str(), crate::words::party);
            t!("merge-item-concern", party = party, indicator = crate::words::indicator(*indicator))
        }
        Item::Order => t!("merge-item-order").to_owned(),
        Item::Pack(_) => t!("merge-item-pack").to_owned(),
    }
}

/// What an item is called, with its city where it has one.
#[must_use]
pub fn full_name(item: &Item, library: &Library) -> String {
    match item.city() {
        Some(id) => format!("{}, {}", name(item, library), city_name(id, library)),
        None => name(item, library),
    }
}

/// The name of a city.
#[must_use]
pub fn city_name<'a>(id: &'a str, library: &'a Library) -> &'a str {
    library.packs.get(id).map_or(id, crate::words::city)
}

/// What a scenario says of an item, with units; what holds where it says nothing.
#[must_use]
pub fn value(item: &Item, value: Option<&Value>, library: &Library) -> String {
    let pack = item.city().and_then(|id| library.packs.get(id));
    let Some(value) = value else {
        return match item {
            Item::Driver(_) => t!("merge-as-outlook").to_owned(),
            Item::Parameter { .. } => t!("compare-evidence").to_owned(),
            Item::Lever { .. } => t!("compare-adopted").to_owned(),
            Item::Pack(_) => t!("merge-as-built-in").to_owned(),
            Item::Concern { .. } => t!("merge-as-pack").to_owned(),
            _ => t!("merge-nothing").to_owned(),
        };
    };
    match value {
        Value::Text(text) if *item == Item::Outlook => library
            .outlooks
            .get(text)
            .map_or_else(|| text.clone(), |outlook| crate::words::outlook(text, outlook).to_owned()),
        Value::Text(text) => text.clone(),
        Value::Year(year) => year.to_string(),
        Value::Number(number) => target(item, *number, pack).unwrap_or_else(|| plain(item, *number, library)),
        Value::Assumption(Assumption { value, reason }) => because(plain(item, *value, library), reason),
        Value::Setting(setting) => because(lever(item, setting, pack, library), &setting.reason),
        Value::City(plan) => t!(
            "merge-plan",
            start = plan.start.to_string(),
            levers = plan.levers.len(),
            targets = plan.targets.len(),
            assumptions = plan.assumptions.len()
        ),
        Value::Order(cities) => cities.iter().map(|id| city_name(id, library)).collect::<Vec<_>>().join(", "),
        Value::Pack(hash) => t!("merge-own-data", hash = hash.as_str()),
    }
}

fn lever(item: &Item, setting: &Setting, pack: Option<&CityPack>, library: &Library) -> String {
    let level = match (item, pack) {
        (Item::Lever { lever, .. }, Some(pack)) => lever_text(lever.spec(), setting.level, &pack.currency),
        _ => plain(item, setting.level, library),
    };
    let ramp = units::years(setting.ramp);
    t!("merge-setting", level = level, start = setting.start.to_string(), ramp = ramp)
}

fn target(item: &Item, value: f64, pack: Option<&CityPack>) -> Option<String> {
    let Item::Target { indicator, .. } = item else { return None };
    Some(Display::of(indicator.indicator(), value, &pack?.currency).exactly(value).line())
}

fn plain(item: &Item, value: f64, library: &Library) -> String {
    units::with_unit(value, &crate::words::unit(&item.unit(library)))
}

fn because(what: String, reason: &str) -> String {
    if reason.is_empty() { what } else { t!("merge-because", what = what, reason = reason) }
}
