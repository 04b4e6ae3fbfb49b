//! City packs: the base values say how they were made, and another city needs no code.

use std::path::Path;

use approx::assert_relative_eq;
use making_room::evidence::Library;
use making_room::model::city::CityPack;
use making_room::model::indicators::Indicator;
use making_room::model::parameters::Parameters;
use making_room::model::projection::{Column, Inputs, run};
use making_room::reading::Parsed;

use super::library;

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The central run of a city to 2050 under adopted policy.
fn jobs(library: &Library, pack: &CityPack, start: i32) -> Vec<f64> {
    let plateau = library.outlooks[Library::BASELINE].values();
    let parameters = Parameters::from_fn(|id| library.expected(pack, id).expect("every parameter has a value"));
    let inputs = Inputs::new(pack, start, 2050, parameters, plateau, plateau).expect("the city can be projected");
    run(&inputs).scenario.column(Column::Indicator(Indicator::ManufacturingJobs)).to_vec()
}

#[test]
fn shipped_files_hold_no_key_twice_and_no_number_that_is_none() {
    for path in [
        "assets/evidence/sources.ron",
        "assets/evidence/parameters.ron",
        "assets/evidence/outlooks.ron",
        "presets/cities/london.ron",
        "presets/cities/brussels.ron",
        "presets/cities/rotterdam.ron",
        "presets/cities/template.ron",
        "tests/data/vienna.ron",
    ] {
        let parsed = Parsed::of(path, text(path)).unwrap_or_else(|problem| panic!("{problem}"));
        let problems: Vec<String> = parsed.problems().iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

#[test]
fn every_start_of_every_city_can_be_projected_and_begins_at_its_stocks() {
    let library = library();
    let starts: Vec<(&str, Vec<i32>)> =
        library.packs.iter().map(|(id, pack)| (id.as_str(), pack.starts.keys().copied().collect())).collect();
    assert_eq!(starts, [("london", vec![2012, 2023]), ("brussels", vec![2013, 2024]), ("rotterdam", vec![2022, 2024])]);
    for pack in library.packs.values() {
        for (year, stocks) in &pack.starts {
            let jobs = jobs(&library, pack, *year);
            assert_relative_eq!(jobs[0], stocks.jobs.value, max_relative = 1e-12);
            assert!(jobs.iter().all(|jobs| *jobs > 0.0));
        }
    }
}

#[test]
fn base_jobs_follow_from_the_series_as_their_notes_say() {
    let library = library();
    let at = |city: &str, series: &str, year: i32| {
        library.packs[city].series[series].at(year).unwrap_or_else(|| panic!("{series} has no {year}"))
    };
    let mean = |city, series, years: [i32; 3]| years.map(|y| at(city, series, y)).iter().sum::<f64>() / 3.0;
    let carried = |city, level: (&str, i32), index: &str, to: i32| {
        at(city, level.0, level.1) * at(city, index, to) / at(city, index, level.1)
    };
    let expected = [
        ("london", 2012, mean("london", "london.jobs.gla_wfj", [2011, 2012, 2013])),
        ("london", 2023, mean("london", "london.jobs.bres", [2021, 2022, 2023])),
        ("brussels", 2013, at("brussels", "brussels.jobs.eurostat_c", 2013)),
        ("brussels", 2024, carried("brussels", ("brussels.jobs.eurostat_c", 2018), "brussels.jobs.onss_b_e", 2024)),
        ("rotterdam", 2022, carried("rotterdam", ("rotterdam.jobs.eurostat_c", 2017), "rotterdam.jobs.cbs_b_e", 2022)),
        ("rotterdam", 2024, carried("rotterdam", ("rotterdam.jobs.eurostat_c", 2017), "rotterdam.jobs.cbs_b_e", 2024)),
    ];
    for (city, year, jobs) in expected {
        assert_relative_eq!(library.packs[city].starts[&year].jobs.value, jobs.round());
    }
}

#[test]
fn sub_sector_shares_follow_from_their_series() {
    let library = library();
    let london = &library.packs["london"];
    let three_years = |id: &str| -> f64 {
        let series = london.sectors[id].series.as_deref().expect("every London sub-sector has a series");
        [2019, 2020, 2021].iter().map(|year| london.series[series].at(*year).expect("a value")).sum()
    };
    let all: f64 = london.sectors.keys().map(|id| three_years(id)).sum();
    assert_eq!(london.sectors.len(), 11);
    for (id, sector) in &london.sectors {
        assert_relative_eq!(sector.share.value, three_years(id) / all, epsilon = 5e-9);
    }
    assert_eq!(library.packs["brussels"].sectors.len(), 3);
    assert_eq!(library.packs["rotterdam"].sectors.len(), 1);
}

#[test]
fn a_fourth_city_needs_no_code() {
    let mut library = library();
    let vienna = library.add_pack("tests/data/vienna.ron", text("tests/data/vienna.ron"));
    let vienna = vienna.unwrap_or_else(|problems| panic!("{problems}")).clone();
    let jobs = jobs(&library, &vienna, 2017);
    assert_relative_eq!(jobs[0], 55_500.0);
    let last = jobs[jobs.len() - 1];
    assert!((20_000.0..60_000.0).contains(&last), "{last} jobs in 2050");
}

#[test]
fn the_template_is_a_valid_pack() {
    let mut library = library();
    let template = library.add_pack("presets/cities/template.ron", text("presets/cities/template.ron"));
    let template = template.unwrap_or_else(|problems| panic!("{problems}")).clone();
    assert_eq!(jobs(&library, &template, 2024).len(), 27);
}

#[test]
fn a_pack_that_is_not_one_is_refused_with_its_place() {
    let mut library = library();
    let template = text("presets/cities/template.ron");
    let mut refused = |from: &str, to: &str| {
        assert!(template.contains(from), "the template has {from:?}");
        let problems = library.add_pack("city.ron", template.replacen(from, to, 1));
        problems.map(|pack| pack.id.clone()).expect_err("the pack is broken").to_string()
    };
    let line = |of: &str| 1 + template.lines().position(|l| l.contains(of)).expect("a line of the template");

    let land = format!("city.ron:{}:", line("land: (value: 800.0"));
    let negative = refused("land: (value: 800.0", "land: (value: -800.0");
    assert!(negative.contains(&land) && negative.contains("above zero"), "{negative}");
    let unknown = refused("pipeline: (value", "pipelin: (value");
    assert!(unknown.contains(&format!("city.ron:{}:", line("pipeline: (value"))), "{unknown}");
    assert!(refused("zoning.release_pace", "zoning.release_pase").contains("release_pase"));
    assert!(refused("\"tau_R\"", "\"tau_X\"").contains("tau_X"));
    assert!(refused("version: 2", "version: 3").contains("newer"));
    assert!(refused("value: 800.0", "value: NaN").contains("NaN"));
    assert!(refused("id: \"your-city\"", "id: \"london\"").contains("already known"));
}
