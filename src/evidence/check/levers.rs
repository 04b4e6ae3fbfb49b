//! What the levers are in a city.

use crate::model::city::{CityPack, LocalLever};
use crate::model::levers::{End, LeverId};

use super::Findings;
use super::bounds::Bounds;
use super::numbers::Numbers;

/// Every lever is described, and its figures lie in its range.
pub(super) fn levers(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    for id in LeverId::all() {
        match city.levers.get(&id) {
            Some(local) => f.below(id, |f| lever(f, numbers, city, id, local)),
            None => f.add(format!("{id} is missing")),
        }
    }
}

fn lever(f: &mut Findings, numbers: &Numbers, city: &CityPack, id: LeverId, local: &LocalLever) {
    let spec = id.spec();
    let unit = spec.unit.text(&city.currency.code);
    f.below("reference", |f| {
        numbers.quantity(f, &local.reference, &unit);
        // It holds for every start that does not bring its own.
        if let Some((year, _)) = city.starts.iter().find(|(_, start)| !start.reference.contains_key(&id)) {
            inside(f, city, *year, id, local.reference.value);
        }
    });
    match (&local.maximum, spec.max == End::Pack) {
        (Some(maximum), true) => f.below("maximum", |f| {
            numbers.bounded(f, maximum, &unit, Bounds::MAXIMUM);
            f.require(maximum.value > local.reference.value, || {
                format!("{} is not above the reference {}", maximum.value, local.reference.value)
            });
        }),
        (None, true) => f.add("the city sets the maximum of this lever; `maximum` is missing"),
        (Some(_), false) => f.add("this lever has the same maximum everywhere; remove `maximum`"),
        (None, false) => {}
    }
    f.below("evidence", |f| {
        let range = &local.evidence;
        f.require(range.low <= range.high, || format!("{} to {} is no range", range.low, range.high));
        inside(f, city, city.base_year, id, range.low);
        inside(f, city, city.base_year, id, range.high);
        numbers.source(f, &range.source, range.label);
        f.text("note", &range.note);
    });
    f.text("decided_by", &local.decided_by);
    f.text("instrument", &local.instrument);
    if let Some(why) = &local.unavailable {
        f.text("unavailable", why);
    }
}

/// The level lies between the ends of the lever in a run from `start`.
pub(super) fn inside(f: &mut Findings, city: &CityPack, start: i32, id: LeverId, level: f64) {
    let Some(levels) = city.levels(start, id) else { return };
    f.require(levels.contains(&level), || {
        format!("{level} is outside the lever's range, {} to {}", levels.start(), levels.end())
    });
}
