//! A pack that gives nonsense, or that would keep the program busy, is refused.

use making_room::evidence::{Library, check, worth};
use making_room::model::levers::LeverId;
use making_room::model::provenance::{Label, Quantity};
use making_room::reading::problem::MOST_PROBLEMS;

use super::{broken, findings, library, start};

/// One figure of a pack.
type Figure = fn(&mut Library) -> &mut Quantity;

#[test]
fn stocks_outside_all_sense_are_noticed() {
    let cases: [(&str, f64, Figure); 18] = [
        ("jobs", 1e9, |l| &mut start(l, "london", 2023).jobs),
        ("scope", 0.0, |l| &mut start(l, "london", 2023).scope),
        ("scope", 1.01, |l| &mut start(l, "london", 2023).scope),
        ("floorspace", 1e12, |l| &mut start(l, "london", 2023).floorspace),
        ("land", 1e7, |l| &mut start(l, "london", 2023).land),
        ("protected_share", -0.01, |l| &mut start(l, "london", 2023).protected_share),
        ("pipeline", -1.0, |l| &mut start(l, "london", 2023).pipeline),
        ("vacancy", 1.0, |l| &mut start(l, "london", 2023).vacancy),
        ("rent", 0.0, |l| &mut start(l, "london", 2023).rent),
        ("rent", 1e300, |l| &mut start(l, "london", 2023).rent),
        ("long_run_rent", 2.1, |l| &mut start(l, "london", 2023).long_run_rent),
        ("affordable_share", 1.1, |l| &mut start(l, "london", 2023).affordable_share),
        ("share", -0.1, |l| &mut l.packs["london"].sectors["food"].share),
        ("space_per_job", 1e9, |l| &mut l.packs["london"].sectors["food"].space_per_job),
        ("trend", 0.6, |l| &mut l.packs["london"].sectors["food"].trend),
        ("trend", -0.6, |l| &mut l.packs["london"].sectors["food"].trend),
        ("eur_rate", 1e-5, |l| &mut l.packs["london"].currency.eur_rate),
        ("eur_rate", 1e5, |l| &mut l.packs["london"].currency.eur_rate),
    ];
    for (field, value, figure) in cases {
        broken(|l| figure(l).value = value, &["london", &format!("› {field}: {value} "), "expected"]);
    }
    let maximum = |l: &mut Library| {
        let maximum = &mut l.packs["london"].levers[&LeverId::Skills].maximum;
        maximum.as_mut().expect("the city sets it").value = 1e300;
    };
    broken(maximum, &["incentives.skills", "maximum", "expected"]);
}

#[test]
fn years_outside_all_sense_are_noticed() {
    broken(
        |l| {
            let stocks = start(l, "london", 2012).clone();
            l.packs["london"].starts.insert(99_999, stocks);
        },
        &["starts › 99999", "no year"],
    );
    let long_ago = -2_000_000_000;
    broken(
        |l| {
            let london = &mut l.packs["london"];
            london.series["london.jobs.gla_wfj"].points[0].year = long_ago;
            london.drift[0].from = long_ago;
        },
        &["gla_wfj", "points › 0", "no year"],
    );
    broken(
        |l| l.packs["london"].forecasts["london.projection.gla2017"].published = Some(long_ago),
        &["gla2017", "published", "no year"],
    );
    broken(|l| l.packs["london"].currency.price_year = 0, &["price_year", "no year"]);
    broken(|l| start(l, "london", 2023).jobs.year = Some(3000), &["jobs › year", "no year"]);
    broken(|l| l.parameters["theta_P"].year = Some(3000), &["theta_P › year", "no year"]);
}

#[test]
fn observations_that_the_drift_cannot_use_are_noticed() {
    let point = |l: &mut Library, value: f64| l.packs["london"].series["london.jobs.gla_wfj"].points[20].value = value;
    broken(|l| point(l, 0.0), &["drift", "0 jobs"]);
    broken(|l| point(l, -5.0), &["drift", "-5 jobs"]);
    broken(|l| point(l, 1e300), &["gla_wfj", "points › 20", "expected"]);
    broken(|l| l.packs["london"].drift[0].breaks = vec![1990, 1980], &["drift", "breaks", "order"]);
    for error in [0.0, 0.6] {
        let measurement = |l: &mut Library| {
            let segment = l.packs["london"].drift.iter_mut().find_map(|s| s.measurement.as_mut());
            segment.expect("a survey of London is noisy").value = error;
        };
        broken(measurement, &["measurement", "expected", "0.5"]);
    }
}

#[test]
fn a_start_that_cannot_be_run_is_noticed() {
    // Each figure is possible alone, but the jobs do not fit into the space.
    broken(|l| start(l, "london", 2023).floorspace.value = 1e6, &["starts › 2023", "no run", "floorspace"]);
    broken(
        |l| l.packs["rotterdam"].sectors.values_mut().for_each(|sector| sector.space_per_job.value = 1e4),
        &["rotterdam", "starts › 2022", "no run", "floorspace per job"],
    );
}

#[test]
fn adopted_policy_of_a_start_lies_in_the_range_of_that_start() {
    let id = LeverId::Intensification;
    let adopt = |l: &mut Library, level: f64| {
        let london = &mut l.packs["london"];
        let mut adopted = london.levers[&id].reference.clone();
        adopted.value = level;
        london.starts[&2012].reference.insert(id, adopted);
    };
    // The adopted plot ratio is the lowest on offer: in 2012 that of 2012.
    let mut library = library();
    let base = library.packs["london"].levers[&id].reference.value;
    adopt(&mut library, base * 0.9);
    assert_eq!(findings(&library), Vec::<String>::new());
    broken(|l| adopt(l, 2.1), &["starts › 2012", "reference", "outside"]);
}

#[test]
fn of_many_problems_some_are_listed() {
    let mut library = library();
    for point in library.packs["london"].series.values_mut().flat_map(|s| &mut s.points) {
        point.source = "x".repeat(100_000);
    }
    let found = check::pack(&library, &library.packs["london"]);
    assert_eq!(found.len(), MOST_PROBLEMS);
    assert!(found.iter().all(|finding| finding.to_string().len() < 2_000));
}

#[test]
fn names_and_codes_are_short() {
    broken(|l| l.packs["london"].id = "x".repeat(41), &["id", "no id"]);
    broken(|l| l.packs["london"].name = "x".repeat(81), &["london › name", "longer"]);
    broken(|l| l.packs["london"].sectors["food"].name = "x".repeat(81), &["food › name", "longer"]);
    broken(|l| l.packs["london"].currency.code = "pounds".to_owned(), &["currency › code", "ISO 4217"]);
}

/// An error is kept once for each number that shares it, so it is short.
#[test]
fn an_input_without_end_is_named_in_short() {
    let unknown = worth::effective(&library(), None, Label::Quoted, &["x".repeat(1_000_000)]);
    assert!(unknown.expect_err("there is no such input").to_string().len() < 200);
}

#[test]
fn a_pack_has_no_more_starts_and_stretches_than_can_be_run() {
    broken(
        |l| {
            let stocks = start(l, "london", 2023).clone();
            l.packs["london"].starts.extend((1900..1960).map(|year| (year, stocks.clone())));
        },
        &["starts", "62 starts"],
    );
    broken(
        |l| {
            let segment = l.packs["london"].drift[0].clone();
            l.packs["london"].drift.extend(vec![segment; 30]);
        },
        &["drift", "stretches", "at most"],
    );
}
