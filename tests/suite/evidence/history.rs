//! The observed series are the ones that were collected, value by value.

use approx::assert_relative_eq;
use making_room::evidence::Library;
use making_room::model::city::{CityPack, Series};
use making_room::model::provenance::Label;

/// Every series and past forecast: id, number of values, sum of all of them.
const COLLECTED: &[(&str, usize, f64)] = &[
    ("london.jobs.gla_wfj", 46, 16_891_000.0),
    ("london.jobs.bres", 9, 1_040_310.0),
    ("london.jobs.other", 22, 11_013_900.0),
    ("london.projection.gla2017", 35, 3_429_000.0),
    ("london.totaljobs.gla", 46, 206_154_000.0),
    ("london.gva.cvm", 24, 218_141_000_000.0),
    ("london.land", 8, 59_237.0),
    ("london.land_release", 10, -3_261.3),
    ("london.floorspace", 4, 86_000_000.0),
    ("london.vacancy", 14, 0.896),
    ("london.rent.prime", 12, 2_339.213_008_1),
    ("london.land_value", 12, 147.4),
    ("brussels.jobs.eurostat_c", 19, 545_600.0),
    ("brussels.jobs.onss_b_e", 17, 439_556.0),
    ("brussels.jobs.eurostat_b_e", 19, 688_300.0),
    ("brussels.totaljobs.eurostat", 19, 12_813_400.0),
    ("belgium.jobs.eurostat_c", 19, 10_803_700.0),
    ("brussels.jobs.history", 8, 622_154.0),
    ("brussels.floorspace", 4, 19_489_412.0),
    ("brussels.floorspace_change", 5, -1_289_356.0),
    ("brussels.rent.semi_industrial", 4, 237.0),
    ("brussels.rent.logistics", 5, 275.0),
    ("brussels.vacant_land", 4, 916.0),
    ("brussels.projection.hermreg2015", 9, 56_799.0),
    ("brussels.subsectors.hermreg2015", 11, 763_913.5),
    ("rotterdam.jobs.eurostat_c", 18, 966_700.0),
    ("rotterdam.jobs.cbs_b_e", 15, 824_900.0),
    ("rotterdam.jobs.eurostat_b_e", 18, 1_091_200.0),
    ("rotterdam.totaljobs.eurostat", 18, 12_876_000.0),
    ("rotterdam.floorspace", 3, 12_869_124.0),
    ("rotterdam.supply", 6, 3_651_200.0),
    ("rotterdam.port_jobs", 4, 440_118.0),
    ("london.projection.gla2013", 40, 2_161_745.0),
    ("london.jobs.bres.food", 7, 242_510.0),
    ("london.jobs.bres.textiles", 7, 53_615.0),
    ("london.jobs.bres.wood_paper", 7, 24_710.0),
    ("london.jobs.bres.printing", 7, 74_800.0),
    ("london.jobs.bres.chemicals", 7, 86_820.0),
    ("london.jobs.bres.metals", 7, 90_590.0),
    ("london.jobs.bres.electronics", 7, 49_725.0),
    ("london.jobs.bres.vehicles", 7, 39_895.0),
    ("london.jobs.bres.furniture", 7, 25_750.0),
    ("london.jobs.bres.other", 7, 40_200.0),
    ("london.jobs.bres.repair", 7, 74_750.0),
];

fn library() -> Library {
    Library::embedded().expect("the shipped evidence can be read")
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
fn every_collected_series_is_there_with_all_its_values() {
    let library = library();
    for &(id, count, sum) in COLLECTED {
        let series = find(&library, id);
        assert_eq!(series.points.len(), count, "{id}");
        assert_relative_eq!(series.points.iter().map(|p| p.value).sum::<f64>(), sum, max_relative = 1e-12);
    }
    let known = library.packs.values().flat_map(all).count();
    assert_eq!(known, COLLECTED.len(), "a series is not in the list of this test");
}

#[test]
fn single_values_have_their_value_source_and_label() {
    let library = library();
    let expected = [
        ("london.jobs.gla_wfj", 1984, 480_000.0, "s01", Label::DataFile),
        ("london.jobs.bres", 2017, 104_380.0, "s02", Label::DataFile),
        ("london.jobs.bres.food", 2019, 40_750.0, "s02", Label::DataFile),
        ("london.land", 2001, 8_282.0, "s16", Label::Recalled),
        ("london.land", 2020, 6_791.0, "s20", Label::Derived),
        ("london.land_release", 2015, -528.0, "s23", Label::Quoted),
        ("london.floorspace", 2021, 19_500_000.0, "s31", Label::Derived),
        ("london.vacancy", 2012, 0.084, "s37", Label::Derived),
        ("london.rent.prime", 2021, 240.035_201_9, "s48", Label::Quoted),
        ("london.projection.gla2013", 2050, 15_500.0, "g01", Label::Quoted),
        ("london.projection.gla2017", 2041, 83_000.0, "s01", Label::Derived),
        ("brussels.jobs.eurostat_c", 2013, 23_100.0, "s54", Label::DataFile),
        ("brussels.jobs.onss_b_e", 2024, 24_109.0, "s55", Label::DataFile),
        ("brussels.floorspace", 1997, 5_722_412.0, "s67", Label::Quoted),
        ("brussels.projection.hermreg2015", 2015, 19_662.0, "s86", Label::Quoted),
        ("brussels.projection.hermreg2015", 2020, 17_721.0, "s86", Label::Derived),
        ("rotterdam.jobs.eurostat_c", 2013, 49_300.0, "s87", Label::DataFile),
        ("rotterdam.floorspace", 2022, 4_264_471.0, "s91", Label::Derived),
        ("rotterdam.floorspace", 2026, 4_335_128.0, "s93", Label::Quoted),
    ];
    for (id, year, value, source, label) in expected {
        let series = find(&library, id);
        let point = series.points.iter().find(|p| p.main && p.year == year);
        let point = point.unwrap_or_else(|| panic!("{id} has no main value for {year}"));
        assert_relative_eq!(point.value, value);
        assert_eq!((point.source.as_str(), point.label), (source, label), "{id} {year}");
    }
}

#[test]
fn periods_stand_at_their_last_year_and_keep_their_text() {
    let library = library();
    let floorspace = find(&library, "london.floorspace");
    assert_eq!(floorspace.points[0].period.as_deref(), Some("2000/01"));
    assert_eq!(floorspace.points[0].year, 2001);
    let releases = find(&library, "london.land_release");
    let benchmark = releases.points.iter().find(|p| p.period.as_deref() == Some("2006-2026 benchmark"));
    let benchmark = benchmark.expect("the benchmark of 2006 to 2026");
    assert!(benchmark.year == 2006 && !benchmark.main);
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
        "rotterdam.floorspace",
        "rotterdam.jobs.cbs_b_e",
        "rotterdam.jobs.eurostat_c",
    ];
    assert_eq!(fitted, expected);
}
