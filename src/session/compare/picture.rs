//! Several scenarios in one chart as a picture to be taken away.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::export::chart::picture::{self as export, Drawing, Picture, Stroke};
use crate::export::table::{Cell, Table};
use crate::model::city::CityPack;
use crate::model::projection::{Column, Projection};
use crate::session::charts::chart::{Dots, point};
use crate::session::charts::picture::{origin, sources};
use crate::session::workspace::Workspace;
use crate::t;
use crate::text;

use super::overlay::Overlay;
use super::selection::Member;

/// The picture of a chart of a city. `None` where no scenario has the city.
#[must_use]
pub fn of(overlay: &Overlay, workspace: &Workspace, members: &[Member<'_>], city: &str) -> Option<Picture> {
    let first = members.iter().find(|member| member.results.city(city).is_some())?;
    let pack = first.library.packs.get(city)?;
    let chart = &overlay.ground;
    let year = workspace.view.year;
    let names: Vec<&str> = overlay.lines.iter().map(|line| line.name.as_str()).collect();
    Some(Picture {
        title: t!("compare-picture", chart = chart.name.as_str()),
        subtitle: chart.subtitle.clone(),
        summary: overlay.sentence(year),
        drawing: Drawing::Years(drawing(overlay, year)),
        notes: vec![
            t!("compare-picture-scenarios", names = text::apart(&names)),
            sources(chart, workspace, pack),
            origin(workspace),
        ],
        table: table(overlay, pack, members),
    })
}

fn drawing(overlay: &Overlay, year: i32) -> export::Years {
    let chart = &overlay.ground;
    let figure = |points: &[[f64; 2]]| {
        let last = points.iter().rfind(|p| p[1].is_finite() && chart.shown().contains(&p[0]));
        last.map(|p| chart.display.level(p[1] * chart.display.divisor).number).unwrap_or_default()
    };
    let whose = overlay.lines.first().map_or("", |line| line.letter.as_str());
    let reference = chart.lines.iter().map(|line| export::Line {
        stroke: Stroke::Reference,
        label: Some(t!("compare-reference", scenario = whose)),
        points: line.points.clone(),
    });
    // The first on top: the others are compared with it.
    let scenarios = overlay.lines.iter().rev().map(|line| export::Line {
        stroke: Stroke::Series(line.slot),
        label: Some(format!("{} {}", line.name, figure(&line.points))),
        points: line.points.clone(),
    });
    let dots =
        |dots: &Dots| export::Dots { label: dots.label.clone(), marker: dots.marker, points: dots.points.clone() };
    export::Years {
        span: (chart.first_year, chart.last_year),
        from_zero: chart.from_zero,
        lines: reference.chain(scenarios).collect(),
        dots: chart.dots.iter().map(dots).collect(),
        chosen: Some(year),
        ..export::Years::default()
    }
}

/// The names of the columns that every chart has; those of the scenarios follow.
const COLUMNS: [&str; 5] = ["city", "indicator", "unit", "year", "reference"];

/// A row a year, the numbers in the indicator's unit and the city's money, whatever is
/// in view: the reference of the first scenario, every scenario, and the observed
/// series as they are drawn.
fn table(overlay: &Overlay, pack: &CityPack, members: &[Member<'_>]) -> Table {
    let chart = &overlay.ground;
    let of = members.iter().filter_map(|member| Some((member, &member.results.city(&pack.id)?.outcome)));
    let outcomes: Vec<_> = of.collect();
    let column = Column::Indicator(chart.indicator());
    let mut table = Table::new(&COLUMNS);
    table.columns.extend(outcomes.iter().map(|(member, _)| Cow::Owned(member.name(members))));
    table.columns.extend(chart.dots.iter().map(|dots| Cow::Owned(dots.label.clone())));
    // What is observed is drawn in the money of the comparison.
    let divisor = chart.display.divisor / overlay.rate;
    #[expect(clippy::cast_possible_truncation, reason = "calendar years")]
    let observed = chart.dots.iter().flat_map(|dots| &dots.points).map(|p| p[0].round() as i32);
    let years: BTreeSet<i32> = outcomes.iter().flat_map(|(_, o)| o.scenario.years()).chain(observed).collect();
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::finite(value, 0));
    let at = |projection: &Projection, year| number(projection.at(column, year));
    for year in years {
        let mut row = vec![
            Cell::text(pack.id.clone()),
            Cell::text(chart.measure.to_string()),
            Cell::text(chart.indicator().unit().text(&pack.currency.code)),
            Cell::Whole(year),
            outcomes.first().map_or(Cell::Empty, |(_, outcome)| at(&outcome.reference, year)),
        ];
        row.extend(outcomes.iter().map(|(_, outcome)| at(&outcome.scenario, year)));
        row.extend(chart.dots.iter().map(|dots| number(point(&dots.points, year).map(|value| value * divisor))));
        table.rows.push(row);
    }
    table
}
