//! A chart as a picture to be taken away: with title, units, sources and the names
//! of what it comes from, and with its numbers as a table.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::analysis::quantiles::Range;
use crate::export::chart::picture::{self as export, Drawing, Fill, Picture, Stroke};
use crate::export::table::{Cell, Table};
use crate::model::VERSION;
use crate::model::city::{CityPack, Series};
use crate::model::projection::{Column, Projection};
use crate::scenario::document::Measure;
use crate::session::ranges::CityRanges;
use crate::session::why::column;
use crate::session::workspace::Workspace;
use crate::{t, text, units};

use super::chart::{Chart, Ink};
use super::summary;

/// The picture of a chart of a city of the current document. `None` where the
/// document does not have it or it cannot be computed.
#[must_use]
pub fn of(chart: &Chart, workspace: &Workspace, ranges: Option<&CityRanges>, city: &str) -> Option<Picture> {
    let pack = workspace.library().packs.get(city)?;
    let outcome = &workspace.document().results().city(city)?.outcome;
    let column = column(pack, &chart.measure)?;
    let mut notes = Vec::new();
    if let (Some(_), Some(ranges)) = (&chart.band, ranges) {
        notes.push(t!("take-band", members = units::number(as_f64(ranges.members), 0)));
    }
    notes.extend(levers(chart));
    notes.push(sources(chart, workspace, pack));
    notes.push(origin(workspace));
    let subtitle = match &chart.thin {
        Some(thin) => format!("{} · {thin}", chart.subtitle),
        None => chart.subtitle.clone(),
    };
    Some(Picture {
        title: chart.name.clone(),
        subtitle,
        summary: summary::of(chart, workspace.view.year),
        drawing: Drawing::Years(drawing(chart, workspace.view.year)),
        notes,
        table: table(chart, pack, column, [&outcome.reference, &outcome.scenario], ranges),
    })
}

/// Which scenario it is, and of which program and equations.
#[must_use]
pub fn origin(workspace: &Workspace) -> String {
    let title = workspace.document().title();
    t!("take-origin", scenario = title, version = env!("CARGO_PKG_VERSION"), model = VERSION.to_string())
}

/// When levers begin, by name.
fn levers(chart: &Chart) -> Option<String> {
    let starts = chart.extras.turns.iter().filter(|turn| !turn.start.is_empty());
    let starts: Vec<String> =
        starts.map(|turn| t!("charts-line", name = turn.year.to_string(), figure = turn.start.join(", "))).collect();
    (!starts.is_empty()).then(|| t!("take-levers", starts = text::apart(&starts)))
}

/// The series that a chart shows.
fn shown<'a>(chart: &Chart, pack: &'a CityPack) -> Vec<&'a Series> {
    match &chart.measure {
        Measure::Indicator(of) => {
            let id = of.to_string();
            let all = pack.series.values().chain(pack.forecasts.values());
            all.filter(|series| series.indicator.as_deref() == Some(id.as_str())).collect()
        }
        Measure::JobsOf(id) => {
            let sector = pack.sectors.get(id).and_then(|sector| sector.series.as_ref());
            sector.and_then(|key| pack.series.get(key)).into_iter().collect()
        }
    }
}

/// The publications behind the observed values and the official projections of a chart.
pub(in crate::session) fn sources(chart: &Chart, workspace: &Workspace, pack: &CityPack) -> String {
    let series = shown(chart, pack);
    let mut seen = BTreeSet::new();
    let points = series.iter().flat_map(|series| &series.points).filter(|point| point.main);
    let keys = points.map(|point| point.source.as_str()).filter(|key| seen.insert(*key));
    let cited = keys.filter_map(|key| workspace.library().source(Some(pack), key));
    let mut citations: Vec<&str> = Vec::new();
    for source in cited {
        // Several keys may cite one publication.
        if !citations.contains(&source.citation.as_str()) {
            citations.push(&source.citation);
        }
    }
    if citations.is_empty() {
        t!("take-no-sources").to_owned()
    } else {
        t!("take-sources", sources = text::apart(&citations))
    }
}

fn drawing(chart: &Chart, year: i32) -> export::Years {
    let band = chart.band.iter();
    let area = band.clone().map(|band| export::Area {
        fill: Fill::Range,
        label: None,
        edges: (0..band.years.len()).map(|i| [band.years[i], band.low[i], band.high[i]]).collect(),
    });
    let median = band.map(|band| export::Line {
        stroke: Stroke::Median,
        label: None,
        points: band.years.iter().zip(&band.median).map(|(year, value)| [*year, *value]).collect(),
    });
    let line = |line: &super::chart::Line| {
        let last = line.points.iter().rfind(|p| p[1].is_finite() && chart.shown().contains(&p[0]));
        let figure = last.map(|p| chart.display.level(p[1] * chart.display.divisor).number).unwrap_or_default();
        let (stroke, label) = match line.ink {
            Ink::Scenario => (Stroke::Scenario, format!("{} {figure}", line.label)),
            Ink::Reference => (Stroke::Reference, format!("{} {figure}", line.label)),
            Ink::Forecast => (Stroke::Forecast, line.label.clone()),
        };
        export::Line { stroke, label: Some(label), points: line.points.clone() }
    };
    let turn = |turn: &super::chart::Turn| export::Turn {
        year: turn.year,
        begins: !turn.start.is_empty(),
        label: turn.short(),
    };
    export::Years {
        span: (chart.first_year, chart.last_year),
        from_zero: chart.from_zero,
        axis: chart.extras.axis,
        areas: area.collect(),
        lines: median.chain(chart.lines.iter().map(line)).collect(),
        dots: chart
            .dots
            .iter()
            .map(|d| export::Dots { label: d.label.clone(), marker: d.marker, points: d.points.clone() })
            .collect(),
        targets: chart
            .targets
            .iter()
            .map(|mark| export::Target {
                year: mark.year,
                value: mark.value,
                label: format!("{} {}", t!("graph-target"), chart.text(mark.value)),
            })
            .collect(),
        turns: chart.extras.turns.iter().map(turn).collect(),
        chosen: Some(year),
    }
}

/// The names of the columns that every chart has, as `making-room project` has them.
const COLUMNS: [&str; 9] = ["city", "indicator", "unit", "year", "reference", "scenario", "p10", "p50", "p90"];

/// A row a year, the numbers in the indicator's unit; every series of data has a
/// column. All years, whatever is in view.
fn table(
    chart: &Chart,
    pack: &CityPack,
    column: Column,
    [reference, scenario]: [&Projection; 2],
    ranges: Option<&CityRanges>,
) -> Table {
    let divisor = chart.display.divisor;
    let observed = chart.dots.iter().map(|dots| (&dots.label, &dots.points));
    let forecasts = chart.lines.iter().filter(|line| line.ink == Ink::Forecast);
    let data: Vec<_> = observed.chain(forecasts.map(|line| (&line.label, &line.points))).collect();
    let mut table = Table::new(&COLUMNS);
    table.columns.extend(data.iter().map(|(label, _)| Cow::Owned((*label).clone())));
    #[expect(clippy::cast_possible_truncation, reason = "calendar years")]
    let in_data = data.iter().flat_map(|(_, points)| points.iter()).map(|point| point[0].round() as i32);
    let years: BTreeSet<i32> = in_data.chain(scenario.years()).collect();
    let id = chart.measure.to_string();
    let unit = chart.indicator().unit().text(&pack.currency.code);
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::finite(value, 0));
    for year in years {
        let range = ranges.and_then(|ranges| ranges.level(column, year));
        let of = |pick: fn(Range) -> f64| number(range.map(pick));
        let mut row = vec![
            Cell::text(pack.id.clone()),
            Cell::text(id.clone()),
            Cell::text(unit.clone()),
            Cell::Whole(year),
            number(reference.at(column, year)),
            number(scenario.at(column, year)),
            of(|range| range.p10),
            of(|range| range.p50),
            of(|range| range.p90),
        ];
        row.extend(data.iter().map(|(_, points)| number(super::chart::point(points, year).map(|v| v * divisor))));
        table.rows.push(row);
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "some thousand members")]
const fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::export::chart::svg;
    use crate::export::projection::{CityTable, measures};
    use crate::model::indicators::Indicator;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;
    use crate::session::charts::build::{self, Subject};
    use crate::session::charts::dress::dressed;
    use crate::session::view::{Place, View};

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut workspace =
            Workspace::new(library, View { place: Place::City("london".to_owned()), ..View::default() });
        workspace.open_preset(presets::find("protect-and-intensify").expect("shipped")).expect("it opens");
        workspace
    }

    fn chart(workspace: &Workspace, city: &str, column: Column) -> Chart {
        let pack = &workspace.library().packs[city];
        let outcome = &workspace.document().results().city(city).expect("it is computed").outcome;
        let subject = Subject { pack, outcome, ranges: None, targets: &[], first_year: 1990 };
        let chart = match column {
            Column::Indicator(of) => build::indicator(&subject, of),
            Column::JobsOf(i) => build::sector(&subject, i).expect("the pack has it"),
        };
        dressed(chart, workspace, None, city)
    }

    fn picture(workspace: &Workspace, of: Indicator) -> Picture {
        let chart = chart(workspace, "london", Column::Indicator(of));
        super::of(&chart, workspace, None, "london").expect("London is computed")
    }

    fn csv(table: &Table) -> Vec<Vec<String>> {
        let bytes = table.csv().expect("rows as long as the header");
        let text = String::from_utf8(bytes).expect("text");
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    /// The numbers of the file are those that `making-room project` prints.
    #[test]
    fn its_numbers_are_those_of_the_command_project() {
        let workspace = workspace();
        for (id, result) in workspace.document().results().cities() {
            let pack = &workspace.library().packs[id];
            let mut printed = Table::new(&crate::export::projection::COLUMNS);
            CityTable { pack, outcome: &result.outcome, runs: None }.add_to(&mut printed, None);
            let printed = csv(&printed);
            for (measure, column) in measures(pack) {
                let chart = chart(&workspace, id, column);
                let ours = super::of(&chart, &workspace, None, id).expect("it is computed").table;
                let text = String::from_utf8(ours.csv().expect("rows as long as the header")).expect("text");
                let name = measure.to_string();
                let expected: Vec<_> = printed.iter().filter(|row| row[2] == name).collect();
                assert!(expected.len() > 20, "{id} {name}");
                for row in expected {
                    let line = [&row[0], &row[2], &row[3], &row[1], &row[4], &row[5]].map(String::as_str).join(",");
                    assert!(text.lines().any(|l| l.starts_with(&format!("{line},"))), "{line}\n{text}");
                }
            }
        }
    }

    #[test]
    fn a_picture_names_its_sources_its_scenario_and_its_levers() {
        let workspace = workspace();
        let picture = picture(&workspace, Indicator::ManufacturingJobs);
        let notes = picture.notes.join("\n");
        for part in ["GLA Economics", "BRES", workspace.document().title(), "2027: ", "equations version"] {
            assert!(notes.contains(part), "{part}: {notes}");
        }
        assert!(picture.table.columns.iter().any(|name| name.contains("Forecast of")));
        let none = super::tests::picture(&workspace, Indicator::PublicCost).notes.join("\n");
        assert!(none.contains("No observed series"), "{none}");
    }

    #[test]
    fn a_title_that_would_break_a_file_does_not() {
        let mut workspace = workspace();
        let hostile = "<script>alert(\"&amp;\")</script> ]]> 漢字 — 'x' & y";
        workspace.apply(&ScenarioEdit::SetTitle(hostile.to_owned()), None).expect("any line may be a title");
        let picture = picture(&workspace, Indicator::Vacancy);
        let bytes = svg::file(&picture, 800).expect("it is written");
        let mut reader = quick_xml::Reader::from_reader(&bytes[..]);
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer).expect("well-formed") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(element) => assert_ne!(element.name().as_ref(), b"script"),
                _ => {}
            }
            buffer.clear();
        }
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains("&lt;script&gt;") && text.contains("漢字"), "{text}");
    }
}
