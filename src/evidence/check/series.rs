//! Observed series and past forecasts.

use crate::model::city::Series;
use crate::model::indicators::Indicator;

use super::Findings;
use super::numbers::Numbers;

/// An observed series.
pub(super) fn observed(f: &mut Findings, numbers: &Numbers, series: &Series) {
    common(f, numbers, series);
    f.require(series.published.is_none(), || "is observed; only a forecast has `published`".to_owned());
    if series.fit {
        let assumed = series.points.iter().find(|p| p.main && p.label.is_assumption());
        if let Some(point) = assumed {
            f.add(format!("{} is {}; a series with assumptions cannot be fitted", point.year, point.label.text()));
        }
    }
}

/// An official projection of the past.
pub(super) fn forecast(f: &mut Findings, numbers: &Numbers, series: &Series) {
    common(f, numbers, series);
    f.require(series.published.is_some(), || "is a forecast; say when it was `published`".to_owned());
    f.require(!series.fit, || "is a forecast and cannot be fitted".to_owned());
}

fn common(f: &mut Findings, numbers: &Numbers, series: &Series) {
    f.text("title", &series.title);
    f.text("unit", &series.unit);
    f.text("geography", &series.geography);
    if let Some(indicator) = &series.indicator {
        f.below("indicator", |f| {
            if let Err(unknown) = Indicator::try_from(indicator.clone()) {
                f.add(unknown);
            }
        });
    }
    f.require(!series.points.is_empty(), || "has no points".to_owned());
    f.require(series.points.is_sorted_by_key(|p| p.year), || "the points are not in the order of time".to_owned());
    let years: Vec<i32> = series.main_line().map(|(year, _)| year).collect();
    let twice = years.iter().zip(years.iter().skip(1)).find(|(year, next)| year == next);
    if let Some((year, _)) = twice {
        f.add(format!("two values for {year} on the main line; mark all but one `main: false`"));
    }
    for (index, point) in series.points.iter().enumerate() {
        f.below("points", |f| {
            f.below(index, |f| {
                f.require(point.value.is_finite(), || format!("{} is no number", point.value));
                numbers.source(f, &point.source);
                if let Some(unit) = &point.unit {
                    f.text("unit", unit);
                    f.require(!point.main, || format!("is in {unit:?}, so it is not on the main line: `main: false`"));
                }
            });
        });
    }
}
