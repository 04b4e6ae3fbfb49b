//! An indicator of all cities as small multiples: the same years, one axis, and
//! levels as an index, so that a city of a tenth of the size can be compared.

use crate::model::indicators::Indicator;
use crate::session::background::Background;
use crate::session::charts::build::{self, Subject};
use crate::session::charts::chart::{Band, Chart};
use crate::session::charts::dress;
use crate::session::figures::Display;
use crate::session::workspace::Workspace;
use crate::t;
use crate::words;

/// How many years before the first projection are shown, unless all of history is.
const BEFORE: i32 = 15;

/// The chart of every city that could be computed, by its id: what the view has
/// chosen, all with the same axes.
#[must_use]
pub fn all(workspace: &Workspace, background: &Background) -> Vec<(String, Chart)> {
    let (document, of) = (workspace.document(), workspace.view.together);
    let first_year = first_year(workspace);
    let last_year = document.results().cities().map(|(_, result)| result.outcome.scenario.last_year()).max();
    let mut charts: Vec<(String, Chart)> = Vec::new();
    for (id, result) in document.results().cities() {
        let found = workspace.library().packs.get(id).zip(document.scenario().cities.get(id));
        let Some((pack, plan)) = found else { continue };
        let (outcome, targets) = (&result.outcome, &plan.targets[..]);
        let ranges = background.ranges().city(document.id, id);
        let mut chart = build::indicator(&Subject { pack, outcome, ranges, targets, first_year }, of);
        chart.last_year = last_year.unwrap_or(chart.last_year);
        if of != Indicator::Vacancy {
            let Some(base) = outcome.reference.column(of).first().copied().filter(|base| *base > 0.0) else { continue };
            chart.subtitle = t!("together-index", year = outcome.reference.first_year().to_string());
            index(&mut chart, base);
        }
        words::city(pack).clone_into(&mut chart.title);
        charts.push((id.to_owned(), dress::dressed(chart, workspace, ranges, id)));
    }
    let ranges = charts.iter().filter_map(|(_, chart)| chart.value_range());
    let axis = ranges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    for (_, chart) in &mut charts {
        chart.extras.axis = axis;
    }
    charts
}

/// The first year of all charts.
fn first_year(workspace: &Workspace) -> i32 {
    let document = workspace.document();
    let starts = document.results().cities().map(|(id, result)| {
        let start = result.outcome.scenario.first_year();
        let pack = workspace.library().packs.get(id).filter(|_| workspace.view.long_history);
        let series = pack.into_iter().flat_map(|pack| pack.series.values());
        let observed = series.filter(|series| series.indicator.is_some()).flat_map(|series| &series.points);
        observed.map(|point| point.year).chain([start - BEFORE]).min().unwrap_or(start)
    });
    starts.min().unwrap_or(workspace.view.year)
}

/// Values as an index, `base` being 100.
fn index(chart: &mut Chart, base: f64) {
    let display = Display::index(base);
    let by = chart.display.divisor / display.divisor;
    let points = chart.lines.iter_mut().map(|line| &mut line.points);
    for point in points.chain(chart.dots.iter_mut().map(|dots| &mut dots.points)).flatten() {
        point[1] *= by;
    }
    for target in &mut chart.targets {
        target.value *= by;
    }
    if let Some(Band { low, median, high, .. }) = &mut chart.band {
        for value in [low, median, high].into_iter().flatten() {
            *value *= by;
        }
    }
    chart.display = display;
    chart.from_zero = false;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::export::chart::picture::Drawing;
    use crate::scenario::presets;
    use crate::session::charts::chart::Ink;
    use crate::session::charts::picture;
    use crate::session::jobs::executor::AtOnce;
    use crate::session::together::CHOICES;
    use crate::session::view::View;

    #[test]
    fn every_city_begins_at_a_hundred_on_the_same_axes() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut workspace = Workspace::new(library, View::default());
        workspace.open_preset(presets::find("makers-renaissance").expect("shipped")).expect("it opens");
        let background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        for of in CHOICES {
            workspace.view.together = of;
            let charts = all(&workspace, &background);
            assert_eq!(charts.len(), 3, "{of}");
            let axes = |chart: &Chart| (chart.extras.axis, chart.first_year, chart.last_year, chart.from_zero);
            assert!(charts.iter().all(|(_, chart)| axes(chart) == axes(&charts[0].1)), "{of}");
            let (low, high) = charts[0].1.extras.axis.expect("there are values");
            for (id, chart) in &charts {
                let (least, most) = chart.value_range().expect("it has values");
                assert!(low <= least && most <= high, "{of} {id}");
                let result = workspace.document().results().city(id).expect("it is computed");
                let year = result.outcome.reference.first_year();
                let shown = chart.at(Ink::Reference, year).expect("the first year");
                if of != Indicator::Vacancy {
                    assert!((shown - 100.0).abs() < 1e-9, "{of} {id}: {shown}");
                }
                // Whoever takes it away has the scale of the screen.
                let picture = picture::of(chart, &workspace, None, id).expect("it is computed");
                let Drawing::Years(years) = picture.drawing else { panic!("values over years") };
                assert_eq!((years.axis, years.from_zero), (chart.extras.axis, chart.from_zero), "{of} {id}");
                // What is typed or read out is in the unit of the indicator again.
                let value = result.outcome.scenario.at(of, 2040).expect("2040 is projected");
                let drawn = chart.at(Ink::Scenario, 2040).expect("2040 is drawn") * chart.display.divisor;
                assert!((drawn - value).abs() < 1e-9 * value.abs(), "{of} {id}");
            }
        }
    }
}
