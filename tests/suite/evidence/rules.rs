//! Each rule of the evidence: the shipped files keep it, and breaking it is noticed.

use making_room::evidence::{Library, worth};
use making_room::model::levers::LeverId;
use making_room::model::parameters::ParameterId;
use making_room::model::provenance::{Label, Quantity, Source};

use super::{broken, findings, library, start};

#[test]
fn the_shipped_evidence_keeps_every_rule() {
    let found = findings(&library());
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_parameter_has_a_prior_and_every_city_gets_it() {
    let library = library();
    for pack in library.packs.values() {
        for id in ParameterId::ALL {
            assert!(library.prior(pack, *id).is_some(), "{} {id}", pack.id);
        }
    }
    broken(|l| drop(l.parameters.shift_remove("h_U0")), &["parameters", "h_U0", "no value"]);
    broken(
        |l| {
            let prior = l.parameters["h_U0"].clone();
            l.parameters.insert("h_X".to_owned(), prior);
        },
        &["h_X", "no parameter"],
    );
}

#[test]
fn a_number_without_unit_is_noticed() {
    broken(|l| start(l, "london", 2023).jobs.unit.clear(), &["london", "2023", "jobs", "unit"]);
    broken(|l| l.packs["brussels"].series["brussels.floorspace"].unit.clear(), &["brussels.floorspace", "unit"]);
    broken(|l| start(l, "london", 2023).rent.unit = "EUR/m²/yr".to_owned(), &["rent", "GBP/m²/yr"]);
}

#[test]
fn a_number_without_source_is_noticed() {
    broken(|l| start(l, "rotterdam", 2024).land.source.clear(), &["rotterdam", "land", "no source"]);
    broken(|l| l.parameters["theta_P"].source = "lit-9999".to_owned(), &["theta_P", "lit-9999"]);
    broken(|l| l.packs["london"].series["london.vacancy"].points[3].source = "s999".to_owned(), &["points", "s999"]);
    broken(|l| l.parameters["eta_gap"].evidence.push_str(" As lit-9999 says."), &["eta_gap", "lit-9999"]);
}

#[test]
fn a_source_that_nothing_uses_is_noticed() {
    let unused = Source { citation: "Nobody, 2000".to_owned(), licence: None };
    broken(|l| drop(l.sources.insert("unused".to_owned(), unused)), &["sources", "unused", "uses this source"]);
    broken(|l| drop(l.sources.shift_remove("lit-34")), &["zoning.protected_share", "lit-34"]);
}

#[test]
fn an_assumption_marked_as_something_to_fit_is_noticed() {
    broken(|l| l.packs["london"].series["london.land"].fit = true, &["london.land", "recalled", "fitted"]);
    broken(
        |l| l.packs["rotterdam"].series["rotterdam.floorspace"].points[0].label = Label::Judgement,
        &["rotterdam.floorspace", "judgement", "fitted"],
    );
    broken(
        |l| l.packs["rotterdam"].series["rotterdam.floorspace"].points[0].source = "recalled".to_owned(),
        &["rotterdam.floorspace", "recalled", "fitted"],
    );
    broken(|l| l.packs["london"].forecasts["london.projection.gla2017"].fit = true, &["forecast", "fitted"]);
}

#[test]
fn what_comes_from_an_assumption_is_labelled_as_one() {
    let judged = |q: &mut Quantity| q.source = "judgement".to_owned();
    broken(|l| judged(&mut start(l, "brussels", 2013).jobs), &["2013", "jobs", "comes from", "data file"]);
    broken(|l| l.parameters["theta_P"].source = "judgement".to_owned(), &["theta_P", "comes from", "derived"]);
    broken(
        |l| {
            let land = &mut start(l, "brussels", 2024).land;
            (land.source, land.label) = ("judgement".to_owned(), Label::Recalled);
        },
        &["land", "comes from", "recalled"],
    );
    broken(
        |l| l.packs["london"].series["london.totaljobs.gla"].points[7].source = "recalled".to_owned(),
        &["totaljobs", "points › 7", "comes from"],
    );
    broken(
        |l| {
            let range = &mut l.packs["london"].levers[&LeverId::NewLand].evidence;
            (range.source, range.label) = ("recalled".to_owned(), Label::Quoted);
        },
        &["new_land", "evidence", "comes from"],
    );

    let mut library = library();
    let land = &mut start(&mut library, "brussels", 2024).land;
    (land.source, land.label) = ("recalled".to_owned(), Label::Judgement);
    assert!(findings(&library).is_empty(), "a weaker label than the source's is honest");
}

#[test]
fn a_derived_point_says_how_or_its_series_does() {
    let silent = |l: &mut Library, conflict: Option<&str>| {
        let series = &mut l.packs["london"].series["london.floorspace"];
        series.points[0].note = None;
        series.conflict = conflict.map(str::to_owned);
    };
    broken(|l| silent(l, None), &["london.floorspace", "points › 0", "derived", "note"]);
    let mut library = library();
    silent(&mut library, Some("All points follow from a quoted loss."));
    assert!(findings(&library).is_empty());
}

#[test]
fn a_series_on_a_chart_is_in_the_unit_of_the_chart() {
    let unit = |l: &mut Library, city: &str, series: &str, unit: &str| {
        l.packs[city].series[series].unit = unit.to_owned();
    };
    broken(|l| unit(l, "london", "london.jobs.bres", "thousand jobs"), &["jobs.bres", "unit", "manufacturing_jobs"]);
    broken(|l| unit(l, "london", "london.land", "m²"), &["london.land", "unit", "\"ha\""]);
    broken(|l| unit(l, "london", "london.vacancy", "%"), &["london.vacancy", "unit", "share"]);
    broken(|l| unit(l, "london", "london.rent.prime", "EUR/m²/yr, nominal"), &["rent.prime", "GBP/m²/yr"]);
    broken(|l| unit(l, "brussels", "brussels.floorspace", "m²/job"), &["brussels.floorspace", "\"m²\""]);
    broken(|l| unit(l, "brussels", "brussels.jobs.onss_b_e", "jobs, fourth quarter"), &["drift", "expected jobs"]);
}

#[test]
fn a_derived_number_names_its_inputs_and_they_exist() {
    broken(|l| start(l, "london", 2023).jobs.from.clear(), &["jobs", "derived", "from"]);
    broken(|l| start(l, "london", 2023).jobs.note = None, &["jobs", "derived", "note"]);
    broken(|l| start(l, "london", 2023).jobs.from.push("london.jobs.bres@1900".to_owned()), &["1900"]);
    broken(|l| start(l, "london", 2023).land.from.push("starts.2023.land".to_owned()), &["land", "itself"]);
}

#[test]
fn a_number_is_worth_its_weakest_input() {
    let library = library();
    let worth = |city: &str, year: i32, field: &str| {
        let pack = &library.packs[city];
        let figure = worth::figure(pack, &format!("starts.{year}.{field}")).expect("the figure is there");
        worth::effective(&library, Some(pack), figure.label, &figure.from).expect("its inputs exist")
    };
    assert_eq!(worth("london", 2023, "jobs"), Label::Derived);
    assert_eq!(worth("brussels", 2024, "jobs"), Label::Derived);
    assert_eq!(worth("brussels", 2013, "jobs"), Label::DataFile);
    assert_eq!(worth("london", 2023, "land"), Label::Recalled, "derived from a recalled level");
    assert_eq!(worth("london", 2023, "pipeline"), Label::Judgement, "derived with an assumed run-off");
    assert_eq!(worth("brussels", 2013, "land"), Label::Judgement, "derived from an assumed stock");

    let ratio = &library.parameters["theta_P"];
    assert_eq!(ratio.label, Label::Derived);
    assert_eq!(worth::effective(&library, None, ratio.label, &ratio.from), Ok(Label::Judgement));
    assert_eq!(worth::effective(&library, None, Label::Quoted, &["lit-34".to_owned()]), Ok(Label::Quoted));
    assert!(worth::effective(&library, None, Label::Quoted, &["nothing".to_owned()]).is_err());
}

/// Each of sixteen figures is made of the next one twenty times over: walked
/// input by input that would be 20¹⁵ steps.
#[test]
fn a_long_chain_of_inputs_is_walked_once() {
    let mut library = library();
    let sectors = &mut library.packs["london"].sectors;
    let sector = sectors["food"].clone();
    sectors.clear();
    for i in 0..16 {
        let mut sector = sector.clone();
        sector.trend.from = vec![format!("sectors.s{}.trend", i + 1); if i < 15 { 20 } else { 0 }];
        sectors.insert(format!("s{i}"), sector);
    }
    let london = &library.packs["london"];
    let first = &london.sectors["s0"].trend;
    assert_eq!(worth::effective(&library, Some(london), Label::Quoted, &first.from), Ok(Label::Judgement));
}

#[test]
fn a_chain_of_inputs_without_end_is_refused() {
    let mut library = library();
    let parameters = &mut library.parameters;
    let prior = parameters["h_U0"].clone();
    for i in 0..100_000 {
        let mut next = prior.clone();
        next.from = vec![format!("p{}", i + 1)];
        parameters.insert(format!("p{i}"), next);
    }
    let error = worth::effective(&library, None, Label::Quoted, &["p0".to_owned()]);
    assert!(matches!(error, Err(worth::WorthError::Deep(_))), "{error:?}");
}

#[test]
fn shares_sum_to_one_and_stocks_are_positive() {
    broken(|l| l.packs["london"].sectors["food"].share.value += 1e-6, &["sectors", "sum"]);
    broken(|l| l.packs["london"].sectors["food"].space_per_job.value = 0.0, &["food", "above zero"]);
    broken(|l| start(l, "london", 2012).floorspace.value = -1.0, &["2012", "floorspace", "above zero"]);
    broken(|l| start(l, "london", 2012).vacancy.value = 1.5, &["vacancy", "share"]);
    broken(|l| start(l, "london", 2012).jobs.value = f64::NAN, &["jobs", "no number"]);
    broken(|l| start(l, "brussels", 2024).pipeline.value = 640.0, &["pipeline", "not part"]);
    broken(|l| start(l, "brussels", 2024).protected_share.value = 0.6, &["2024", "60", "52"]);
    broken(|l| drop(l.packs["london"].starts.shift_remove(&2023)), &["base year", "2023"]);
}

#[test]
fn levers_are_complete_and_inside_their_ranges() {
    let lever = |l: &mut Library, id| l.packs["london"].levers[&id].clone();
    broken(|l| drop(l.packs["london"].levers.shift_remove(&LeverId::Skills)), &["incentives.skills", "missing"]);
    broken(|l| l.packs["london"].levers[&LeverId::Skills].maximum = None, &["incentives.skills", "maximum"]);
    broken(
        |l| {
            let maximum = lever(l, LeverId::Skills).maximum;
            l.packs["london"].levers[&LeverId::ReleasePace].maximum = maximum;
        },
        &["zoning.release_pace", "remove"],
    );
    broken(|l| l.packs["london"].levers[&LeverId::ReleasePace].reference.value = 5.0, &["release_pace", "outside"]);
    broken(|l| l.packs["london"].levers[&LeverId::NewLand].evidence.high = 1e3, &["new_land", "outside"]);
    broken(|l| l.packs["london"].levers[&LeverId::NewLand].decided_by.clear(), &["new_land", "decided_by"]);
}

#[test]
fn priors_are_in_order_and_fit_their_family() {
    broken(|l| l.parameters["theta_P"].p10 = Some(0.5), &["theta_P", "order"]);
    broken(|l| l.parameters["theta_P"].p90 = None, &["theta_P", "missing"]);
    broken(|l| l.parameters["rent_clamp"].p90 = Some(0.2), &["rent_clamp", "fixed"]);
    broken(|l| l.parameters["eps_R"].spike = 1.0, &["eps_R", "spike"]);
    broken(|l| l.parameters["v_star"].central = 0.9, &["v_star", "outside"]);
}

#[test]
fn the_drift_names_series_and_years_that_exist() {
    broken(|l| l.packs["london"].drift[0].series = "london.jobs".to_owned(), &["drift", "london.jobs"]);
    broken(|l| l.packs["london"].drift[0].from = 1900, &["drift", "1900"]);
    broken(|l| l.packs["rotterdam"].drift[0].breaks.push(1999), &["drift", "1999"]);
    broken(|l| l.packs["london"].drift[0].series = "london.totaljobs.gla".to_owned(), &["drift", "fitted"]);
    broken(|l| l.packs["london"].drift.reverse(), &["drift", "order"]);
}

#[test]
fn a_main_line_has_one_value_a_year_in_one_unit() {
    broken(|l| l.packs["london"].series["london.land"].points.iter_mut().for_each(|p| p.main = true), &["2006"]);
    broken(
        |l| l.packs["london"].series["london.land_release"].points.iter_mut().for_each(|p| p.main = true),
        &["main: false"],
    );
    broken(|l| l.packs["london"].series["london.vacancy"].points.reverse(), &["london.vacancy", "order"]);
    broken(|l| l.packs["london"].series["london.vacancy"].indicator = Some("vacancies".to_owned()), &["vacancies"]);
}
