//! A forecast from a year of the past as a picture to be taken away.

use crate::analysis::backcast::fan::Ahead;
use crate::export::chart::picture::{self as export, Area, Drawing, Fill, Line, Marker, Picture, Stroke};
use crate::export::table::{Cell, Table};
use crate::t;

use super::fan::Chart;

/// The picture of a chart in the years that it shows, with its numbers in jobs.
#[must_use]
pub fn of(chart: &Chart<'_>, title: String, sentence: String, origin: String) -> Picture {
    Picture {
        title,
        subtitle: t!("charts-jobs").to_owned(),
        summary: sentence.clone(),
        drawing: Drawing::Years(drawing(chart)),
        notes: vec![sentence, t!("backcast-picture-range").to_owned(), origin],
        table: table(chart),
    }
}

fn drawing(chart: &Chart<'_>) -> export::Years {
    let fan = chart.fan;
    let start = [f64::from(fan.origin), fan.last];
    let ahead = |value: fn(&Ahead) -> f64| -> Vec<[f64; 2]> {
        std::iter::once(start).chain(fan.years.iter().map(|a| [f64::from(a.year), value(a)])).collect()
    };
    let line = |stroke, label: &str, points| Line { stroke, label: Some(label.to_owned()), points };
    let flat = std::iter::once(start).chain(fan.years.iter().map(|a| [f64::from(a.year), fan.last])).collect();
    let official = chart.official.map(|official| {
        let points = official.years.iter().map(|year| [f64::from(year.0), year.2]);
        line(Stroke::Forecast, t!("backcast-official"), std::iter::once(start).chain(points).collect())
    });
    let before = [
        line(Stroke::NoChange, t!("backcast-no-change"), flat),
        line(Stroke::Trend, t!("backcast-trend"), ahead(|a| a.trend)),
    ];
    let model = line(Stroke::Scenario, t!("backcast-model"), ahead(|a| a.median));
    let edges = fan.years.iter().map(|a| [f64::from(a.year), a.low, a.high]);
    // What was known is filled; what came afterwards is open.
    let seen = |label: &str, marker, known: bool| export::Dots {
        label: label.to_owned(),
        marker,
        points: (chart.observed.iter().filter(|o| (o.year <= fan.origin) == known))
            .map(|o| [f64::from(o.year), o.jobs])
            .collect(),
    };
    export::Years {
        span: chart.shown(),
        from_zero: true,
        areas: vec![Area {
            fill: Fill::Range,
            label: None,
            edges: std::iter::once([f64::from(fan.origin), fan.last, fan.last]).chain(edges).collect(),
        }],
        lines: before.into_iter().chain(official).chain([model]).collect(),
        dots: vec![seen(t!("backcast-known"), Marker::Disc, true), seen(t!("backcast-came"), Marker::Ring, false)],
        chosen: Some(fan.origin),
        ..export::Years::default()
    }
}

/// The names of the columns, as `making-room backcast` has them where it has them.
const COLUMNS: [&str; 8] =
    ["year", "observed", "model_p10", "model_p50", "model_p90", "trend", "no_change", "official"];

/// A row a year, everything that was known and everything that was said.
fn table(chart: &Chart<'_>) -> Table {
    let fan = chart.fan;
    let mut table = Table::new(&COLUMNS);
    let ahead = fan.years.iter().map(|ahead| ahead.year);
    let mut years: Vec<i32> = chart.observed.iter().map(|o| o.year).chain(ahead).collect();
    years.sort_unstable();
    years.dedup();
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::finite(value, 0));
    for year in years {
        let said = fan.at(year);
        table.rows.push(vec![
            Cell::Whole(year),
            number(chart.seen(year)),
            number(said.map(|ahead| ahead.low)),
            number(said.map(|ahead| ahead.median)),
            number(said.map(|ahead| ahead.high)),
            number(said.map(|ahead| ahead.trend)),
            number(said.map(|_| fan.last)),
            number(chart.official.and_then(|official| official.at(year))),
        ]);
    }
    table
}
