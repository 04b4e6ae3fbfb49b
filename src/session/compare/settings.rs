//! In what scenarios differ, and what they have in common in their levers.

use crate::model::levers::LeverId;
use crate::scenario::assumptions;
use crate::scenario::common::{self, Spread};
use crate::session::figures::lever_text;
use crate::t;
use crate::units;

use super::library_of;
use super::selection::Member;

/// What a scenario says of something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// In a few words.
    pub words: String,
    /// When: first year and years, where that matters.
    pub when: String,
    /// Whether it is what holds where nobody decided.
    pub is_adopted: bool,
}

/// Something in which scenarios differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The city, by name; `None` for what concerns all.
    pub city: Option<String>,
    /// What it is.
    pub name: String,
    /// What each scenario says, in the order of the members.
    pub entries: Vec<Entry>,
}

/// A lever over the compared scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// The city, by name.
    pub city: String,
    /// The lever.
    pub lever: LeverId,
    /// What each sets it to.
    pub spread: Spread,
    /// Lowest, median and highest level, in words.
    pub levels: [String; 3],
    /// The levels that the lever can take.
    pub range: (f64, f64),
}

/// The spreads of the levers in these cities.
fn spreads(members: &[Member<'_>], cities: &[String]) -> Vec<Spread> {
    let scenarios: Vec<_> = members.iter().map(|member| (member.scenario, member.library)).collect();
    let mut spreads = common::spreads(&scenarios);
    spreads.retain(|spread| cities.contains(&spread.city));
    spreads
}

/// Everything in which the scenarios differ that has an effect in these cities:
/// outlook, years and own assumptions first, then the levers.
#[must_use]
pub fn differences(members: &[Member<'_>], cities: &[String]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut add = |city: Option<&str>, name: String, entries: Vec<Entry>| {
        let mut others = entries.iter().filter(|entry| !entry.words.is_empty());
        let first = others.next();
        if others.any(|other| Some(other) != first) {
            found.push(Difference { city: city.map(str::to_owned), name, entries });
        }
    };
    add(None, t!("compare-outlook").to_owned(), members.iter().map(outlook).collect());
    add(
        None,
        t!("compare-last-year").to_owned(),
        members.iter().map(|m| plain(m.scenario.horizon.to_string())).collect(),
    );
    for city in cities {
        let name = city_name(members, city);
        let years = |member: &Member<'_>| {
            member.scenario.cities.get(city).map_or_else(Entry::default, |plan| plain(plan.start.to_string()))
        };
        add(Some(&name), t!("compare-first-year").to_owned(), members.iter().map(years).collect());
        let mut parameters: Vec<_> =
            members.iter().flat_map(|m| assumptions::counting(m.scenario, city)).map(|own| own.parameter).collect();
        parameters.sort_unstable();
        parameters.dedup();
        for parameter in parameters {
            let entry = |member: &Member<'_>| {
                if !member.scenario.cities.contains_key(city) {
                    return Entry::default();
                }
                match assumptions::of(member.scenario, city, parameter) {
                    Some(own) => {
                        plain(units::with_unit(own.assumption.value, &crate::words::unit(&own.unit(member.library))))
                    }
                    None => Entry { words: t!("compare-evidence").to_owned(), is_adopted: true, ..Entry::default() },
                }
            };
            add(Some(&name), t!("compare-assumption", parameter = parameter.id()), members.iter().map(entry).collect());
        }
    }
    for spread in spreads(members, cities).iter().filter(|spread| spread.differs()) {
        let name = city_name(members, &spread.city);
        let entries = (0..members.len()).map(|which| lever(members, spread, which)).collect();
        found.push(Difference { city: Some(name), name: crate::words::lever(spread.lever).to_owned(), entries });
    }
    found
}

/// The levers that somebody touched, with how far apart they are; and how many
/// nobody touched.
#[must_use]
pub fn in_common(members: &[Member<'_>], cities: &[String]) -> (Vec<Common>, usize) {
    let all = spreads(members, cities);
    let untouched = all.iter().filter(|spread| spread.touched() == 0).count();
    let touched = all.into_iter().filter(|spread| spread.touched() > 0);
    let common = touched.filter_map(|spread| {
        let pack = library_of(members, &spread.city)?.packs.get(&spread.city)?;
        let spec = spread.lever.spec();
        let levels = spread.levels()?;
        let starts = members.iter().filter_map(|member| Some(member.scenario.cities.get(&spread.city)?.start));
        let ranges = starts.filter_map(|start| pack.levels(start, spread.lever));
        // Where starts differ, so may the ends: what all of them can take.
        let range =
            ranges.fold((levels[0], levels[2]), |(low, high), range| (range.start().min(low), range.end().max(high)));
        Some(Common {
            city: crate::words::city(pack).to_owned(),
            lever: spread.lever,
            levels: levels.map(|level| lever_text(spec, level, &pack.currency)),
            range,
            spread,
        })
    });
    (common.collect(), untouched)
}

fn lever(members: &[Member<'_>], spread: &Spread, which: usize) -> Entry {
    let Some((Some(stand), member)) = spread.stands.get(which).zip(members.get(which)) else {
        return Entry::default();
    };
    let Some(pack) = member.library.packs.get(&spread.city) else { return Entry::default() };
    let words = lever_text(spread.lever.spec(), stand.level, &pack.currency);
    match &stand.setting {
        None => Entry { words, when: t!("compare-adopted").to_owned(), is_adopted: true },
        Some(setting) => {
            let ramp = units::years(setting.ramp);
            let when = t!("compare-when", start = setting.start.to_string(), ramp = ramp);
            Entry { words, when, is_adopted: false }
        }
    }
}

fn outlook(member: &Member<'_>) -> Entry {
    let choice = &member.scenario.outlook;
    let words = member
        .library
        .outlooks
        .get(&choice.base)
        .map_or(choice.base.as_str(), |known| crate::words::outlook(&choice.base, known));
    let when = match choice.changes.len() {
        0 => String::new(),
        count => t!("compare-outlook-changes", count = count),
    };
    // Other changes of the same number are another outlook, too.
    let told: Vec<String> = choice
        .changes
        .iter()
        .map(|(driver, change)| format!("{} {}", crate::words::driver(*driver), units::with_unit(change.value, "")))
        .collect();
    let when = if told.is_empty() { when } else { format!("{when}: {}", told.join(", ")) };
    Entry { words: words.to_owned(), when, is_adopted: choice.changes.is_empty() }
}

fn plain(words: String) -> Entry {
    Entry { words, ..Entry::default() }
}

fn city_name(members: &[Member<'_>], city: &str) -> String {
    let pack = library_of(members, city).and_then(|library| library.packs.get(city));
    pack.map_or_else(|| city.to_owned(), |pack| crate::words::city(pack).to_owned())
}
