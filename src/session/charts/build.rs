//! From a city's data and projections to charts.

use crate::analysis::quantiles::Range;
use crate::model::city::{CityPack, Series};
use crate::model::indicators::Indicator;
use crate::model::projection::{Column, Outcome, Projection};
use crate::scenario::document::{Measure, Target};
use crate::session::figures::Display;
use crate::session::ranges::CityRanges;
use crate::t;
use crate::words;

use super::chart::{Band, Chart, Dots, Extras, Ink, Line, Marker, Note, TargetMark};

/// With fewer observed values than this a chart says so.
const THIN: usize = 5;

/// What a chart is made from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The city's data.
    pub pack: &'a CityPack,
    /// The reference and the scenario.
    pub outcome: &'a Outcome,
    /// What the ensemble says, once it is known.
    pub ranges: Option<&'a CityRanges>,
    /// The city's targets.
    pub targets: &'a [Target],
    /// The first year of the axis; history before it is not drawn.
    pub first_year: i32,
}

/// The chart of an indicator.
#[must_use]
pub fn indicator(subject: &Subject<'_>, of: Indicator) -> Chart {
    let id = of.to_string();
    let about = |series: &&Series| series.indicator.as_deref() == Some(id.as_str());
    let observed: Vec<&Series> = subject.pack.series.values().filter(about).collect();
    let official: Vec<&Series> = subject.pack.forecasts.values().filter(about).collect();
    let measure = Measure::Indicator(of);
    let mut chart = empty(subject, measure, Column::Indicator(of), words::indicator(of));
    chart.subtitle = subtitle(of, &chart.display, subject.pack);
    chart.from_zero = from_zero(of);
    add_series(&mut chart, of.name(), &observed, &official);
    add_lines(&mut chart, subject, Column::Indicator(of));
    if let Some(footprint) = subject.pack.geography.iter().find(|f| covers(of).contains(&f.of.as_str())) {
        chart.notes.push(Note { about: t!("charts-counted").to_owned(), text: footprint.covers.clone() });
    }
    chart.thin = thin(of, &chart);
    chart
}

/// The chart of the jobs of a sub-sector.
#[must_use]
pub fn sector(subject: &Subject<'_>, position: usize) -> Option<Chart> {
    let (id, sector) = subject.pack.sectors.get_index(position)?;
    let column = Column::JobsOf(position);
    let mut chart = empty(subject, Measure::JobsOf(id.clone()), column, words::sector(sector));
    t!("charts-jobs").clone_into(&mut chart.subtitle);
    chart.from_zero = true;
    let observed: Vec<&Series> =
        sector.series.as_ref().and_then(|key| subject.pack.series.get(key)).into_iter().collect();
    add_series(&mut chart, &sector.name, &observed, &[]);
    add_lines(&mut chart, subject, column);
    // Sub-sectors are counted since a few years only: begin where they do.
    let earliest = chart.dots.iter().flat_map(|d| &d.points).map(|p| p[0]).fold(f64::INFINITY, f64::min);
    let first_run = subject.outcome.scenario.first_year();
    #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
    let begin = if earliest.is_finite() { (earliest as i32).min(first_run) } else { first_run };
    chart.first_year = chart.first_year.max(begin);
    let share = &sector.share;
    let (percent, label) = (crate::units::number(share.value * 100.0, 1), words::label(share.label));
    chart.notes.push(Note {
        about: t!("charts-share").to_owned(),
        text: match share.year {
            Some(year) => t!("charts-share-in", share = percent, year = year, label = label),
            None => t!("charts-share-is", share = percent, label = label),
        },
    });
    chart.thin = thin(Indicator::ManufacturingJobs, &chart);
    Some(chart)
}

fn empty(subject: &Subject<'_>, measure: Measure, column: Column, title: &str) -> Chart {
    let Subject { pack, outcome, targets, first_year, ranges } = subject;
    let size =
        outcome.scenario.column(column).iter().copied().filter(|v| v.is_finite()).fold(0.0, |m: f64, v| m.max(v.abs()));
    let display = Display::of(measure.indicator(), size, &pack.currency);
    let targets = targets
        .iter()
        .filter(|t| t.indicator == measure)
        .map(|t| TargetMark { year: t.year, value: t.value / display.divisor })
        .collect();
    let band = ranges.and_then(|ranges| band(ranges.levels(column), display.divisor));
    Chart {
        band,
        title: title.to_owned(),
        subtitle: String::new(),
        name: format!("{title}, {}", words::city(pack)),
        lines: Vec::new(),
        dots: Vec::new(),
        targets,
        from_zero: false,
        first_year: *first_year,
        last_year: outcome.scenario.last_year(),
        notes: Vec::new(),
        thin: None,
        extras: Extras::default(),
        measure,
        display,
    }
}

/// Ranges by year as a band; `None` where there are none.
pub(super) fn band(ranges: impl Iterator<Item = (i32, Range)>, divisor: f64) -> Option<Band> {
    let mut band = Band::default();
    for (year, range) in ranges {
        band.years.push(f64::from(year));
        band.low.push(range.p10 / divisor);
        band.median.push(range.p50 / divisor);
        band.high.push(range.p90 / divisor);
    }
    (!band.years.is_empty()).then_some(band)
}

fn subtitle(of: Indicator, display: &Display, pack: &CityPack) -> String {
    let unit = display.heading();
    let prices = || t!("charts-prices", year = pack.currency.price_year);
    match of {
        Indicator::ManufacturingJobs => t!("charts-workplace-jobs").to_owned(),
        Indicator::RealRent => format!("{unit}, {}", prices()),
        Indicator::PublicCost => t!("charts-net", unit = unit, prices = prices()),
        Indicator::CostPerNetJobYear => t!("charts-discounted", unit = unit, prices = prices()),
        Indicator::HomesForgone => t!("charts-homes").to_owned(),
        Indicator::Vacancy => t!("charts-of-floorspace").to_owned(),
        _ => unit,
    }
}

/// Whether an axis that does not start at zero would mislead: where the eye
/// compares heights rather than slopes.
const fn from_zero(of: Indicator) -> bool {
    !matches!(of, Indicator::IndustrialFloorspace | Indicator::IndustrialLand)
}

/// The kinds of figure of a pack's footprints that speak about an indicator.
const fn covers(of: Indicator) -> &'static [&'static str] {
    match of {
        Indicator::ManufacturingJobs => &["jobs"],
        Indicator::IndustrialFloorspace => &["floorspace"],
        Indicator::IndustrialLand | Indicator::HomesForgone => &["land"],
        Indicator::RealRent => &["rent"],
        Indicator::Vacancy => &["vacancy"],
        _ => &[],
    }
}

fn add_series(chart: &mut Chart, title: &str, observed: &[&Series], official: &[&Series]) {
    let scaled = |series: &Series, divisor: f64| -> Vec<[f64; 2]> {
        let comparable = |unit: Option<&String>| unit.is_none_or(|u| *u == series.unit);
        let points = series.points.iter().filter(|p| p.main && comparable(p.unit.as_ref()));
        points.map(|p| [f64::from(p.year), p.value / divisor]).collect()
    };
    let divisor = chart.display.divisor;
    for (i, series) in observed.iter().enumerate() {
        chart.dots.push(Dots {
            label: own_words(&series.title, title),
            marker: Marker::of(i),
            points: scaled(series, divisor),
        });
    }
    for series in official {
        let label = series.published.map_or_else(|| series.title.clone(), |year| t!("charts-forecast", year = year));
        chart.lines.push(Line { label, ink: Ink::Forecast, points: scaled(series, divisor) });
    }
    for series in observed.iter().chain(official) {
        if let Some(conflict) = &series.conflict {
            chart.notes.push(Note { about: series.title.clone(), text: conflict.clone() });
        }
    }
}

/// The title of a series without the name of what the chart shows anyway.
fn own_words(title: &str, chart: &str) -> String {
    if let Some(words) = words::series(title) {
        return words.to_owned();
    }
    let rest = title.strip_prefix(chart).map_or(title, |rest| rest.trim_start_matches([',', ':', ' ']));
    if rest.is_empty() { t!("charts-observed").to_owned() } else { rest.to_owned() }
}

fn add_lines(chart: &mut Chart, subject: &Subject<'_>, column: Column) {
    let divisor = chart.display.divisor;
    let line = |projection: &Projection| -> Vec<[f64; 2]> {
        projection.years().zip(projection.column(column)).map(|(y, v)| [f64::from(y), v / divisor]).collect()
    };
    chart.lines.push(Line {
        label: t!("charts-reference").to_owned(),
        ink: Ink::Reference,
        points: line(&subject.outcome.reference),
    });
    chart.lines.push(Line {
        label: t!("charts-scenario").to_owned(),
        ink: Ink::Scenario,
        points: line(&subject.outcome.scenario),
    });
}

fn thin(of: Indicator, chart: &Chart) -> Option<String> {
    if of.is_difference() {
        return None;
    }
    let count: usize = chart.dots.iter().map(|d| d.points.len()).sum();
    match count {
        0 => Some(t!("charts-no-series").to_owned()),
        n if n < THIN => Some(t!("charts-few", count = n)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::projection;
    use crate::scenario::document::{CityPlan, Scenario};
    use crate::scenario::lower;

    fn outcome(library: &Library, city: &str, start: i32) -> Outcome {
        let mut scenario = Scenario::new("test");
        scenario.cities.insert(city.to_owned(), CityPlan::adopted(start));
        projection::run(&lower::inputs(&scenario, city, library).expect("adopted policy lowers"))
    }

    #[test]
    fn the_jobs_of_london_show_two_definitions_and_two_forecasts_with_their_conflicts() {
        let library = Library::embedded().expect("the evidence is embedded");
        let outcome = outcome(&library, "london", 2023);
        let pack = &library.packs["london"];
        let chart = indicator(
            &Subject { pack, outcome: &outcome, targets: &[], ranges: None, first_year: 1990 },
            Indicator::ManufacturingJobs,
        );
        assert_eq!(chart.dots.iter().map(|d| d.marker).collect::<Vec<_>>(), [Marker::Disc, Marker::Ring]);
        assert_eq!(chart.lines.iter().filter(|l| l.ink == Ink::Forecast).count(), 2);
        assert_eq!(chart.lines.last().map(|l| l.ink), Some(Ink::Scenario), "the scenario is drawn on top");
        assert!(chart.notes.iter().any(|n| n.text.contains("never chained")), "{:?}", chart.notes);
        assert_eq!(chart.thin, None);
    }

    #[test]
    fn values_and_targets_are_scaled_alike_and_thin_data_is_said() {
        let library = Library::embedded().expect("the evidence is embedded");
        let outcome = outcome(&library, "london", 2023);
        let pack = &library.packs["london"];
        let of = Indicator::IndustrialFloorspace;
        let target = Target { indicator: Measure::Indicator(of), year: 2040, value: 20e6 };
        let chart = indicator(
            &Subject {
                pack,
                outcome: &outcome,
                targets: std::slice::from_ref(&target),
                ranges: None,
                first_year: 1990,
            },
            of,
        );
        assert!((chart.targets[0].value - 20.0).abs() < 1e-12);
        let start = chart.at(Ink::Scenario, 2023).expect("the first year is there");
        assert!((start * 1e6 - pack.starts[&2023].floorspace.value).abs() < 1e-3);
        assert!(chart.thin.is_some_and(|words| words.contains("observation")));
        assert!(chart.dots.iter().all(|d| !d.label.is_empty()));
    }

    #[test]
    fn every_sub_sector_of_every_city_has_a_chart() {
        let library = Library::embedded().expect("the evidence is embedded");
        for (id, pack) in &library.packs {
            let outcome = outcome(&library, id, pack.base_year);
            let subject = Subject { pack, outcome: &outcome, targets: &[], ranges: None, first_year: 1990 };
            for i in 0..pack.sectors.len() {
                let chart = sector(&subject, i).expect("the pack has it");
                assert!(chart.at(Ink::Scenario, 2050).is_some(), "{}", chart.name);
            }
            assert!(sector(&subject, pack.sectors.len()).is_none());
        }
    }
}
