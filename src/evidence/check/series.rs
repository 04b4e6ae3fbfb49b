//! Observed series and past forecasts.

use crate::evidence::worth;
use crate::model::city::{Point, Series};
use crate::model::indicators::Indicator;
use crate::model::provenance::Label;

use super::Findings;
use super::bounds::{self, Bounds};
use super::numbers::Numbers;

/// The most values of a series.
const MOST_POINTS: usize = 2_000;

/// An observed series.
pub(super) fn observed(f: &mut Findings, numbers: &Numbers, series: &Series, currency: &str) {
    common(f, numbers, series, currency);
    f.require(series.published.is_none(), || "is observed; only a forecast has `published`".to_owned());
    f.require(series.outcome.is_none(), || "is observed; only a forecast has an `outcome`".to_owned());
    if series.fit {
        let main = series.points.iter().filter(|p| p.main);
        let label = |p: &Point| worth::assumption(&p.source).map_or(p.label, |assumed| p.label.weaker(assumed));
        if let Some((year, label)) = main.map(|p| (p.year, label(p))).find(|(_, label)| label.is_assumption()) {
            f.add(format!("{year} is {}; a series with assumptions cannot be fitted", label.text()));
        }
    }
}

/// An official projection of the past.
pub(super) fn forecast(f: &mut Findings, numbers: &Numbers, series: &Series, currency: &str) {
    common(f, numbers, series, currency);
    match series.published {
        Some(year) => f.below("published", |f| bounds::year(f, year)),
        None => f.add("is a forecast; say when it was `published`"),
    }
    f.require(!series.fit, || "is a forecast and cannot be fitted".to_owned());
}

fn common(f: &mut Findings, numbers: &Numbers, series: &Series, currency: &str) {
    f.text("title", &series.title);
    f.text("unit", &series.unit);
    f.text("geography", &series.geography);
    match series.indicator.clone().map(Indicator::try_from) {
        Some(Ok(indicator)) => f.below("unit", |f| {
            let unit = indicator.unit().text(currency);
            f.require(is_in(&series.unit, &unit), || {
                format!(
                    "{:?} on the chart of {indicator}; expected {unit:?}, or that and more after a comma",
                    series.unit
                )
            });
        }),
        Some(Err(unknown)) => f.below("indicator", |f| f.add(unknown)),
        None => {}
    }
    let count = series.points.len();
    f.require((1..=MOST_POINTS).contains(&count), || format!("has {count} points; expected 1 to {MOST_POINTS}"));
    f.require(series.points.is_sorted_by_key(|p| p.year), || "the points are not in the order of time".to_owned());
    let years: Vec<i32> = series.main_line().map(|(year, _)| year).collect();
    let twice = years.iter().zip(years.iter().skip(1)).find(|(year, next)| year == next);
    if let Some((year, _)) = twice {
        f.add(format!("two values for {year} on the main line; mark all but one `main: false`"));
    }
    for (index, point) in series.points.iter().enumerate().take(MOST_POINTS) {
        f.below("points", |f| {
            f.below(index, |f| {
                f.require(point.value.is_finite(), || format!("{} is no number", point.value));
                Bounds::OBSERVATION.check(f, point.value, &series.unit);
                bounds::year(f, point.year);
                numbers.source(f, &point.source, point.label);
                let told = point.label != Label::Derived || point.note.is_some() || series.conflict.is_some();
                f.require(told, || "is derived; say how in `note`, or for all points in `conflict`".to_owned());
                if let Some(unit) = &point.unit {
                    f.text("unit", unit);
                    f.require(!point.main, || format!("is in {unit:?}, so it is not on the main line: `main: false`"));
                }
            });
        });
    }
}

/// Whether a unit is this one, alone or with a qualification after a comma:
/// "GBP/m²/yr, nominal" is in "GBP/m²/yr".
fn is_in(unit: &str, expected: &str) -> bool {
    unit.strip_prefix(expected).is_some_and(|rest| rest.is_empty() || rest.starts_with(", "))
}
