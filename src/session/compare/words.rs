//! What is said about scenarios side by side.

use crate::model::indicators::Indicator;
use crate::session::background::Background;
use crate::t;
use crate::units;

use super::selection::Member;
use super::standing::{ALL, Column, Standing, Value};

/// A share of futures: `83 %`; never quite none and never quite all, for there are
/// only so many members.
#[must_use]
pub fn percent(share: f64) -> String {
    let number = |percent: f64| units::number(percent, 0);
    if share >= 0.995 {
        t!("compare-over", percent = number(99.0))
    } else if share < 0.005 {
        t!("compare-under", percent = number(1.0))
    } else {
        t!("compare-percent", percent = number(share * 100.0))
    }
}

/// How probable a difference is, in words: "more jobs than A in 83 % of futures".
/// Nothing where neither direction is better, or nothing is known yet.
#[must_use]
pub fn likely(of: Indicator, value: &Value, base: &str) -> Option<String> {
    if value.is_same {
        return Some(t!("compare-same", base = base));
    }
    let better = value.share?;
    let (is_better, share) = if better >= 0.5 { (true, percent(better)) } else { (false, percent(1.0 - better)) };
    Some(match (of, is_better) {
        (Indicator::ManufacturingJobs, true) => t!("compare-more-jobs", base = base, share = share),
        (Indicator::ManufacturingJobs, false) => t!("compare-fewer-jobs", base = base, share = share),
        (Indicator::IndustrialFloorspace, true) => t!("compare-more-floorspace", base = base, share = share),
        (Indicator::IndustrialFloorspace, false) => t!("compare-less-floorspace", base = base, share = share),
        (Indicator::RealRent, true) => t!("compare-lower-rent", base = base, share = share),
        (Indicator::RealRent, false) => t!("compare-higher-rent", base = base, share = share),
        (Indicator::PublicCost, true) => t!("compare-lower-cost", base = base, share = share),
        (Indicator::PublicCost, false) => t!("compare-higher-cost", base = base, share = share),
        (_, true) => t!("compare-better-than", base = base, share = share),
        (_, false) => t!("compare-worse-than", base = base, share = share),
    })
}

/// The same, with a share in the place of one that is not known yet: about as long as
/// it will be.
#[must_use]
pub fn likely_whole(of: Indicator, value: &Value, base: &str) -> Option<String> {
    let share = value.share.or_else(|| value.is_better.map(|better| if better { ALL } else { 1.0 - ALL }));
    likely(of, &Value { share, ..value.clone() }, base)
}

/// What stands in a cell below the value: the difference with its direction, and in
/// how many futures it has that direction.
#[must_use]
pub fn below(column: &Column, value: &Value) -> (String, String) {
    let Some(change) = value.change() else { return (String::new(), String::new()) };
    if value.is_same {
        return (t!("compare-cell-same").to_owned(), String::new());
    }
    let change = column.display.change(change).number;
    let words = match value.is_better {
        Some(true) => t!("compare-cell-better", change = change),
        Some(false) => t!("compare-cell-worse", change = change),
        None => change,
    };
    // In the direction of the difference of the central runs.
    let share = value.share.map(|share| if value.is_better == Some(false) { 1.0 - share } else { share });
    let share = share.filter(|_| value.is_better.is_some()).map(short_percent);
    (words, share.map_or_else(String::new, |share| t!("compare-cell-share", share = share)))
}

/// As [`percent`], as short as it can be: `>99 %`.
fn short_percent(share: f64) -> String {
    let sign = if share >= 0.995 {
        ">"
    } else if share < 0.005 {
        "<"
    } else {
        ""
    };
    let number = units::number((share * 100.0).round().clamp(1.0, 99.0), 0);
    format!("{sign}{}", t!("compare-percent", percent = number))
}

/// A cell for a screen reader: what it is about, its value, the difference, and how
/// probable that is.
#[must_use]
pub fn spoken(column: &Column, name: &str, standing: &Standing, year: i32, base: &str) -> String {
    let what = t!(
        "compare-cell-name",
        indicator = crate::words::indicator(column.of),
        scenario = name,
        city = column.city_name.as_str(),
        year = year.to_string()
    );
    let says = match standing {
        Standing::NoCity => t!("compare-no-city", city = column.city_name.as_str()),
        Standing::NoValue => t!("compare-no-value", year = year.to_string()),
        Standing::Value(value) => {
            let mut parts = vec![column.display.level(value.value).line()];
            if let Some(change) = value.change().filter(|_| !value.is_same) {
                let change = column.display.change(change).line();
                parts.push(match value.is_better {
                    Some(true) => t!("compare-said-better", change = change, base = base),
                    Some(false) => t!("compare-said-worse", change = change, base = base),
                    None => t!("compare-said", change = change, base = base),
                });
            }
            parts.extend(likely(column.of, value, base));
            parts.join(", ")
        }
    };
    format!("{what}: {says}")
}

/// Which scenario has the best of a column, in a sentence; `whole` with a share in the
/// place of one that is not known yet. Nothing where neither direction is better, or
/// all are the same.
#[must_use]
pub fn best(
    column: &Column,
    members: &[Member<'_>],
    year: i32,
    (background, whole): (&Background, bool),
) -> Option<String> {
    let sign = match column.of.better() {
        crate::model::indicators::Better::More => 1.0,
        crate::model::indicators::Better::Less => -1.0,
        crate::model::indicators::Better::Neither => return None,
    };
    let values: Vec<(usize, Value)> = (0..members.len())
        .filter_map(|which| match column.standing(members, which, year, background) {
            Standing::Value(value) => Some((which, value)),
            _ => None,
        })
        .collect();
    let (which, first) = values.iter().max_by(|a, b| (sign * a.1.value).total_cmp(&(sign * b.1.value)))?;
    let written = |value: &Value| column.display.level(value.value).line();
    let rest = values.iter().filter(|(other, _)| other != which).map(|(_, value)| written(value));
    let first_written = written(first);
    if rest.clone().next().is_none() || rest.clone().all(|other| other == first_written) {
        return None;
    }
    let name = members[*which].name(members);
    let base = members[0].letter();
    let place = column.city_name.as_str();
    let value = first_written;
    let likely = if whole { likely_whole } else { likely };
    Some(match likely(column.of, first, &base).filter(|_| *which > 0) {
        Some(likely) => t!(
            "compare-best-likely",
            indicator = crate::words::indicator(column.of),
            city = place,
            year = year.to_string(),
            scenario = name,
            value = value,
            likely = likely
        ),
        None => t!(
            "compare-best",
            indicator = crate::words::indicator(column.of),
            city = place,
            year = year.to_string(),
            scenario = name,
            value = value
        ),
    })
}

/// What a reader must know before believing the comparison: other outlooks, other
/// first years, cities that are missing, other data of a city.
#[must_use]
pub fn caveats(members: &[Member<'_>], cities: &[String]) -> Vec<String> {
    let mut said = Vec::new();
    let Some(base) = members.first() else { return said };
    let letters = |which: &dyn Fn(&Member<'_>) -> bool| -> Option<String> {
        let letters: Vec<String> = members.iter().filter(|member| which(member)).map(Member::letter).collect();
        (!letters.is_empty()).then(|| letters.join(", "))
    };
    let base_letter = base.letter();
    if let Some(others) = letters(&|member| member.scenario.outlook != base.scenario.outlook) {
        said.push(t!("compare-other-outlook", scenarios = others, base = base_letter.as_str()));
    }
    if let Some(others) = letters(&|member| crate::scenario::assumptions::all(member.scenario).next().is_some()) {
        said.push(t!("compare-own-assumptions", scenarios = others));
    }
    for city in cities {
        let name = super::library_of(members, city).and_then(|library| library.packs.get(city));
        let name = name.map_or(city.as_str(), crate::words::city);
        let start = |member: &Member<'_>| member.scenario.cities.get(city).map(|plan| plan.start);
        if let Some(without) = letters(&|member| start(member).is_none()) {
            said.push(t!("compare-without", scenarios = without, city = name));
        }
        let first = members.iter().filter_map(&start).max();
        let differ = members.iter().filter_map(&start).any(|year| Some(year) != first);
        if let (true, Some(first)) = (differ, first) {
            said.push(t!("compare-other-start", city = name, year = first.to_string()));
        }
        let having = members.iter().filter(|member| member.scenario.cities.contains_key(city));
        let mut packs = having.map(|member| member.library.brought(city));
        if let Some(one) = packs.next()
            && packs.any(|other| other != one)
        {
            said.push(t!("compare-other-data", city = name));
        }
    }
    said
}
