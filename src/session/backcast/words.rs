//! The back-cast in words.

use crate::analysis::backcast::{Group, Kind, Scores, Warning, pooled};
use crate::t;
use crate::text;
use crate::units::{self, SPACE};

use super::Past;

/// So few independent stretches say next to nothing; so few say little; so few some.
const FEW: [f64; 3] = [1.5, 5.0, 15.0];

/// A share in per cent: one decimal below ten.
#[must_use]
pub fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    let decimals = usize::from(percent.abs() < 9.95);
    format!("{}{SPACE}%", units::number(percent, decimals))
}

/// A share in whole per cent.
#[must_use]
pub fn whole_percent(share: f64) -> String {
    format!("{}{SPACE}%", units::number(100.0 * share, 0))
}

/// Jobs to three figures.
#[must_use]
pub fn jobs(value: f64) -> String {
    units::number(units::rounded(value, 3, 1.0), 0)
}

/// How many stretches that do not overlap: whole from three on.
#[must_use]
pub fn stretches(blocks: f64) -> String {
    units::number(blocks, usize::from(blocks < 9.95))
}

/// A city in this language, where it has a name of its own in it.
fn city(name: &str) -> &str {
    text::of("city", name).unwrap_or(name)
}

/// Cities in a row.
#[must_use]
pub fn list(places: &[&str]) -> String {
    text::list(&places.iter().map(|place| city(place)).collect::<Vec<_>>())
}

/// What a group is.
#[must_use]
pub fn name(past: &Past, group: &Group) -> String {
    match group.id.as_str() {
        pooled::CITIES => {
            let places = group.series.iter().map(|at| past.report.series[*at].place.as_str());
            t!("backcast-cities", places = list(&places.collect::<Vec<_>>()))
        }
        pooled::INDUSTRY => t!("backcast-industry").to_owned(),
        pooled::PANEL => t!("backcast-panel", count = group.series.len()),
        _ => series_name(past, group.series.first().copied()),
    }
}

/// What a series is.
#[must_use]
pub fn series_name(past: &Past, at: Option<usize>) -> String {
    let Some(one) = at.and_then(|at| past.report.series.get(at)) else { return String::new() };
    let place = city(&one.place);
    if one.kind == Kind::Peer { place.to_owned() } else { format!("{place}: {}", one.title) }
}

/// How far it was off, and the others.
#[must_use]
pub fn off(scores: &Scores) -> String {
    let [model, trend, none] = [scores.model, scores.trend, scores.no_change].map(percent);
    t!("backcast-off", years = scores.horizon, model = model, trend = trend, none = none)
}

/// From how many stretches of years that is, and how much that says.
#[must_use]
pub fn stretches_sentence(scores: &Scores) -> String {
    let blocks = scores.blocks();
    let verdict = match FEW.iter().position(|few| blocks < *few) {
        Some(0) => t!("backcast-says-nothing"),
        Some(1) => t!("backcast-says-little"),
        Some(_) => t!("backcast-says-some"),
        None => t!("backcast-says-much"),
    };
    if scores.horizon == 1 {
        return t!("backcast-stretches-one", origins = scores.origins, verdict = verdict);
    }
    t!(
        "backcast-stretches",
        origins = scores.origins,
        blocks = stretches(blocks),
        years = scores.horizon,
        verdict = verdict
    )
}

/// Its error over the straight line's, and how sure that is.
#[must_use]
pub fn against(scores: &Scores) -> String {
    let ratio = scores.against_trend;
    if !ratio.value.is_finite() {
        return String::new();
    }
    let value = whole_percent(ratio.value);
    let Some((low, high)) = ratio.interval else {
        return t!("backcast-against-once", ratio = value);
    };
    let verdict = if high < 1.0 {
        t!("backcast-better")
    } else if low > 1.0 {
        t!("backcast-worse")
    } else {
        t!("backcast-open")
    };
    let [low, high] = [low, high].map(whole_percent);
    t!("backcast-against", ratio = value, low = low, high = high, verdict = verdict)
}

/// How much further off it is one way than the other.
#[must_use]
pub fn bias(scores: &Scores) -> String {
    let by = percent(scores.bias.abs());
    if scores.bias > 0.0 { t!("backcast-bias-high", by = by) } else { t!("backcast-bias-low", by = by) }
}

/// By how much something was too high or too low.
#[must_use]
pub fn miss(share: f64) -> String {
    let by = percent(share.abs());
    if share < 0.0 { t!("backcast-too-low", by = by) } else { t!("backcast-too-high", by = by) }
}

/// A warning about a series in view.
#[must_use]
pub fn warning(past: &Past, warning: &Warning) -> String {
    let name = |id: &str| series_name(past, past.report.series.iter().position(|one| one.id == id));
    match warning {
        Warning::Short { series, observations } => {
            t!("backcast-warning-short", series = name(series), count = *observations)
        }
        Warning::Breaks { series, years } => {
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            t!("backcast-warning-breaks", series = name(series), years = years.join(", "))
        }
        Warning::Noisy { series, moves } => {
            t!("backcast-warning-noisy", series = name(series), moves = whole_percent(*moves))
        }
        Warning::Nation { series, years: (from, to), growth: (recent, slow) } => {
            let [recent, slow] = [recent, slow].map(|g| format!("{}{SPACE}%", units::signed(100.0 * g, 1)));
            let [from, to] = [from, to].map(i32::to_string);
            t!("backcast-warning-nation", series = name(series), from = from, to = to, recent = recent, slow = slow)
        }
        Warning::NationShort { series, origin } => {
            t!("backcast-warning-nation-short", series = name(series), origin = origin.to_string())
        }
        Warning::NationEnds { series, year, origin } => {
            let [year, origin] = [year, origin].map(i32::to_string);
            t!("backcast-warning-nation-ends", series = name(series), year = year, origin = origin)
        }
        Warning::NationSmaller { series, year } => {
            t!("backcast-warning-nation-smaller", series = name(series), year = year.to_string())
        }
        Warning::Few { group, horizon, .. } => {
            let group = past.report.group(group).map_or_else(String::new, |group| self::name(past, group));
            t!("backcast-warning-few", series = group, years = *horizon)
        }
    }
}
