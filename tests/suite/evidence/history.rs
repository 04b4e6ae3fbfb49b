//! The observed series are the ones that were collected, value by value.

use making_room::evidence::Library;
use making_room::model::city::{CityPack, Point, Series};
use making_room::model::provenance::Label;
use strum::IntoEnumIterator as _;

use super::library;

/// What was collected, before any of it became a pack: one value a line, the
/// year or period as published. Sub-sectors stand under the ids of their series.
const COLLECTED: &str = include_str!("../../data/history.csv");

/// One value: series, year or period, value, source, label.
type Collected = (String, String, f64, String, Label);

fn collected() -> Vec<Collected> {
    let mut table = csv::Reader::from_reader(COLLECTED.as_bytes());
    let rows = table.deserialize::<(String, String, f64, String, String)>();
    let mut all: Vec<Collected> = rows
        .map(|row| {
            let (series, year, value, source, confidence) = row.expect("a line of the table");
            let label = Label::iter().find(|label| label.text() == confidence);
            (series, year, value, source, label.unwrap_or_else(|| panic!("no label {confidence:?}")))
        })
        .collect();
    // The total that the forecast starts from was collected with the branches.
    let (series, total) = ("brussels.projection.hermreg2015".to_owned(), "2015".to_owned());
    all.push((series, total, 19_662.0, "s86".to_owned(), Label::Quoted));
    sorted(all)
}

fn sorted(mut all: Vec<Collected>) -> Vec<Collected> {
    all.sort_by(|a, b| (&a.0, &a.1, &a.3).cmp(&(&b.0, &b.1, &b.3)).then(a.2.total_cmp(&b.2)));
    all
}

/// The year at which a published period stands: its last, or the first of a
/// benchmark that was set then.
fn year_of(period: &str) -> i32 {
    let number = |text: &str| text.parse::<i32>().unwrap_or_else(|e| panic!("{period:?}: {e}"));
    if let Some((years, _)) = period.split_once(' ') {
        return number(&years[..4]);
    }
    match (period.split_once('-'), period.split_once('/'), period.strip_suffix("0s")) {
        (Some((_, last)), None, None) => number(last),
        (None, Some((first, last)), None) => number(&first[..2]) * 100 + number(last),
        (None, None, Some(decade)) => number(decade) * 10 + 9,
        _ => number(period),
    }
}

fn all(pack: &CityPack) -> impl Iterator<Item = (&str, &Series)> {
    pack.series.iter().chain(&pack.forecasts).map(|(id, series)| (id.as_str(), series))
}

fn find<'a>(library: &'a Library, id: &str) -> &'a Series {
    let mut found = library.packs.values().flat_map(all).filter(|(known, _)| *known == id);
    let series = found.next().unwrap_or_else(|| panic!("no series {id}")).1;
    assert!(found.next().is_none(), "two series {id}");
    series
}

#[test]
fn every_collected_value_is_there_and_no_other() {
    let library = library();
    let points = |(id, series): (&str, &Series)| -> Vec<Collected> {
        let value = |p: &Point| {
            let year = p.period.clone().unwrap_or_else(|| p.year.to_string());
            (id.to_owned(), year, p.value, p.source.clone(), p.label)
        };
        series.points.iter().map(value).collect()
    };
    let shipped = sorted(library.packs.values().flat_map(all).flat_map(points).collect());
    let collected = collected();
    for (shipped, collected) in shipped.iter().zip(&collected) {
        assert_eq!(shipped, collected);
    }
    assert_eq!(shipped.len(), collected.len());
}

#[test]
fn every_value_stands_at_its_year() {
    let library = library();
    for (id, series) in library.packs.values().flat_map(all) {
        for point in &series.points {
            let year = point.period.as_deref().map_or(point.year, year_of);
            assert_eq!(point.year, year, "{id}: {:?}", point.period);
        }
    }
}

#[test]
fn conflicts_are_told_with_the_series() {
    let library = library();
    for (id, words) in [
        ("london.land", ["6,791", "6,625"]),
        ("london.land", ["7,505", "7,433"]),
        ("london.floorspace", ["not found", "24.9 million"]),
        ("london.jobs.bres", ["±6 %", "GLA"]),
        ("london.vacancy", ["Centre for London", "agent"]),
        ("london.rent.prime", ["Nominal", "prime"]),
        ("brussels.floorspace", ["restated", "4,522,000"]),
        ("brussels.jobs.eurostat_c", ["19,800", "18,800"]),
        ("rotterdam.jobs.eurostat_c", ["2013", "Groot-Rijnmond"]),
        ("rotterdam.floorspace", ["4,264,471", "4,269,525"]),
        ("rotterdam.floorspace", ["municipality outside the port", "Groot-Rijnmond"]),
    ] {
        let conflict = find(&library, id).conflict.as_deref().unwrap_or_default();
        for word in words {
            assert!(conflict.contains(word), "{id}: {word:?} is not in {conflict:?}");
        }
    }
}

#[test]
fn what_the_model_is_fitted_to_is_named() {
    let library = library();
    let mut fitted: Vec<&str> =
        library.packs.values().flat_map(all).filter(|(_, series)| series.fit).map(|(id, _)| id).collect();
    fitted.sort_unstable();
    let expected = [
        "belgium.jobs.accounts",
        "belgium.jobs.ilo",
        "brussels.floorspace",
        "brussels.jobs.eurostat_c",
        "brussels.jobs.onss_b_e",
        "brussels.rent.semi_industrial",
        "london.floorspace",
        "london.jobs.bres",
        "london.jobs.gla_wfj",
        "london.land_release",
        "london.rent.prime",
        "london.vacancy",
        "netherlands.jobs.accounts",
        "netherlands.jobs.ilo",
        "rotterdam.floorspace",
        "rotterdam.jobs.cbs_b_e",
        "rotterdam.jobs.eurostat_c",
        "united_kingdom.jobs.ilo",
        "united_kingdom.jobs.ons",
    ];
    assert_eq!(fitted, expected);
}
