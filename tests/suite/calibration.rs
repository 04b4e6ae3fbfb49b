//! The fit of the cities to their history: what is shipped is what the program
//! makes, it has converged, and the run over the past gives what was observed.

use making_room::analysis::calibration::{Evidence, FitError, Settings, chains::Plan, fit, past};
use making_room::evidence::Library;
use making_room::export::calibration::text;
use making_room::model::calibration::Calibration;
use making_room::model::history::Measure;
use making_room::model::indicators::Indicator;
use making_room::model::parameters::{Component, ParameterId};
use making_room::model::projection::{Projection, run};
use making_room::model::retrace::Passed;
use making_room::scenario::{lower, presets};

use super::cli::{fails, good, utf8};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

fn evidence<'a>(library: &'a Library, city: &str) -> Result<Evidence<'a>, FitError> {
    let pack = &library.packs[city];
    let baseline = library.outlooks[Library::BASELINE].values();
    Evidence::new(pack, |id| library.prior_expected(pack, id), |id| library.prior(pack, id), baseline)
}

const SHORT: Settings =
    Settings { plan: Plan { chains: 3, stages: 2, first_stage: 50, thin: 5, kept: 40, seed: 5 }, predictions: 50 };

#[test]
fn every_city_is_fitted_and_the_chains_have_converged() {
    let library = library();
    assert_eq!(library.calibrations.keys().collect::<Vec<_>>(), library.packs.keys().collect::<Vec<_>>());
    for (city, fit) in &library.calibrations {
        assert_eq!((fit.format.as_str(), fit.version), (Calibration::FORMAT, Calibration::VERSION));
        for (id, fitted) in fit.parameters.iter().chain(&fit.conditions) {
            let Some(draws) = fitted.draws else {
                assert!(id.starts_with("sectors."), "{city} {id}");
                continue;
            };
            assert!(draws.r_hat <= 1.01 && draws.effective >= 1_000.0, "{city} {id}: {draws:?}");
        }
        assert!(!fit.not_fitted.is_empty() && !fit.targets.is_empty());
    }
}

/// What is shipped belongs to the evidence that is shipped: the same constants,
/// priors and observations.
#[test]
fn the_shipped_fits_are_of_the_shipped_evidence() {
    let library = library();
    for (city, shipped) in &library.calibrations {
        let again = fit(&evidence(&library, city).expect("it has a history"), &SHORT).expect("it can be fitted");
        assert_eq!(shipped.parameters.keys().collect::<Vec<_>>(), again.parameters.keys().collect::<Vec<_>>());
        assert_eq!(shipped.conditions.keys().collect::<Vec<_>>(), again.conditions.keys().collect::<Vec<_>>());
        let both = shipped.parameters.values().zip(again.parameters.values());
        for (a, b) in both.chain(shipped.conditions.values().zip(again.conditions.values())) {
            assert_eq!((a.scale, a.prior_mean, a.prior_sd), (b.scale, b.prior_mean, b.prior_sd), "{city}");
        }
        let observed = |fit: &Calibration| {
            fit.targets.iter().map(|t| (t.what.clone(), t.years, t.observed, t.error)).collect::<Vec<_>>()
        };
        assert_eq!(observed(shipped), observed(&again), "{city}");
        assert_eq!(shipped.not_fitted, again.not_fitted, "{city}");
    }
}

/// The shipped file of Rotterdam, made again from scratch: byte for byte. The
/// other two take longer and are made again by `tests/run`.
#[test]
fn making_a_shipped_fit_again_gives_the_same_bytes() {
    let library = library();
    let again = fit(&evidence(&library, "rotterdam").expect("it has a history"), &Settings::shipped(1));
    let again = String::from_utf8(text(&again.expect("it can be fitted")).expect("numbers")).expect("text");
    let shipped = include_str!("../../presets/calibration/rotterdam.ron");
    assert!(again == shipped, "run `making-room calibrate --city rotterdam -o presets/calibration/rotterdam.ron`");
}

#[test]
fn threads_change_nothing_and_the_seed_does() {
    let library = library();
    let evidence = evidence(&library, "london").expect("it has a history");
    let with = |threads: usize, settings: Settings| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| fit(&evidence, &settings)).expect("it can be fitted")
    };
    let one = with(1, SHORT);
    assert_eq!(one, with(3, SHORT));
    let other = Settings { plan: Plan { seed: 6, ..SHORT.plan }, ..SHORT };
    assert!(one.parameters != with(1, other).parameters);
}

#[test]
fn the_central_run_uses_the_centres_of_the_fit() {
    let library = library();
    for (city, fit) in &library.calibrations {
        let pack = &library.packs[city];
        for &id in ParameterId::ALL {
            let expected = library.expected(pack, id).expect("a value");
            match fit.parameter(id) {
                Some(fitted) => assert_eq!(expected.to_bits(), fitted.centre().to_bits(), "{city} {id}"),
                None => assert_eq!(Some(expected), library.prior_expected(pack, id), "{city} {id}"),
            }
        }
    }
}

#[test]
fn only_the_space_side_is_fitted_and_no_response_to_policy() {
    let policy =
        ["theta_P", "fid_Z", "mu_int", "phi_leave", "q_co", "eps_R", "kappa_cap", "public_hold", "rent_channel"];
    for (city, fit) in &library().calibrations {
        for id in fit.parameters.keys().filter(|id| !id.starts_with("sectors.")) {
            let component = id.parse::<ParameterId>().expect("a constant of the model").component();
            assert!(
                matches!(component, Component::Land | Component::Floorspace | Component::SpaceMarket),
                "{city} {id}"
            );
            assert!(!policy.contains(&id.as_str()), "{city} {id}");
        }
    }
}

/// The run over a city's past at the centres of its fit.
fn centre(library: &Library, city: &str) -> (i32, Vec<Passed<f64>>) {
    let passed = past(&evidence(library, city).expect("a history"), &library.calibrations[city]).expect("a run");
    (library.packs[city].history.as_ref().expect("a history").from, passed)
}

fn in_year((from, passed): &(i32, Vec<Passed<f64>>), year: i32) -> Passed<f64> {
    passed[usize::try_from(year - from).expect("a year of the run")]
}

#[test]
fn the_past_of_london_comes_out() {
    let run = centre(&library(), "london");
    let (then, now, base) = (in_year(&run, 2011), in_year(&run, 2021), in_year(&run, 2023));
    assert!((19.0e6..=20.1e6).contains(&now.floorspace), "{now:?}");
    assert!((0.03..=0.055).contains(&now.vacancy), "{now:?}");
    assert!((1.38..=1.79).contains(&(now.rent / then.rent)), "{}", now.rent / then.rent);
    assert!((0.93..=1.07).contains(&base.rent), "the index is 1 in the base year: {base:?}");
    let vacancy = [(2010, 0.09), (2012, 0.084), (2014, 0.056), (2017, 0.035)];
    assert!(vacancy.iter().all(|&(year, seen)| (in_year(&run, year).vacancy - seen).abs() < 0.025));
}

#[test]
fn the_past_of_brussels_comes_out() {
    let run = centre(&library(), "brussels");
    for (year, seen, within) in [(2011, 4.73e6, 0.05), (2017, 4.707e6, 0.02), (2021, 4.522e6, 0.02)] {
        let floorspace = in_year(&run, year).floorspace;
        assert!((floorspace / seen - 1.0_f64).abs() < within, "{year}: {floorspace}");
    }
}

/// Reference and scenario of a replay.
fn replay(library: &Library, id: &str, city: &str) -> (Projection, Projection) {
    let scenario = presets::find(id).expect("it is shipped").open(library).expect("it opens");
    let outcome = run(&lower::inputs(&scenario, city, library).expect("it can be computed"));
    (outcome.reference, outcome.scenario)
}

#[test]
fn the_replays_still_show_what_happened() {
    let library = library();
    let (_, brussels) = replay(&library, "replay-brussels-2013", "brussels");
    let floorspace = brussels.at(Indicator::IndustrialFloorspace, 2021).expect("a value");
    assert!((4.33e6..=4.52e6).contains(&floorspace), "{floorspace}");

    let (without, with) = replay(&library, "replay-rotterdam-2022", "rotterdam");
    let change = |p: &Projection| {
        let at = |year| p.at(Indicator::IndustrialFloorspace, year).expect("a value");
        at(2026) / at(2022) - 1.0
    };
    assert!((-0.005..=0.025).contains(&change(&with)), "{}", change(&with));
    assert!((-0.020..=-0.004).contains(&change(&without)), "{}", change(&without));

    let (london, _) = replay(&library, "replay-london-2012", "london");
    let floorspace = london.at(Indicator::IndustrialFloorspace, 2021).expect("a value");
    assert!((19.0e6..=20.1e6).contains(&floorspace), "{floorspace}");
}

#[test]
fn the_reference_stays_credible_to_2050() {
    let library = library();
    let scenario = presets::find("reference").expect("it is shipped").open(&library).expect("it opens");
    for city in library.packs.keys() {
        let reference = run(&lower::inputs(&scenario, city, &library).expect("it can be computed")).reference;
        let rent = reference.column(Indicator::RealRent);
        let growth = rent[rent.len() - 1] / rent[0];
        assert!((0.8..=2.2).contains(&growth), "{city}: rents {growth} times today's");
        assert!(reference.column(Indicator::Vacancy).iter().all(|v| (0.02..=0.12).contains(v)), "{city}");
    }
}

/// History moves what it says something about towards what was observed.
#[test]
fn the_fitted_ranges_are_nearer_to_what_was_observed() {
    for (city, fit) in &library().calibrations {
        let off = |t: &making_room::model::calibration::Target, value: f64| {
            let off = if t.log { (value / t.observed).ln() } else { value - t.observed };
            (off / t.error).powi(2)
        };
        let sum = |of: fn(&making_room::model::calibration::Target) -> [f64; 3]| {
            fit.targets.iter().map(|t| of(t).iter().map(|v| off(t, *v)).sum::<f64>()).sum::<f64>()
        };
        assert!(sum(|t| t.fitted) < 0.5 * sum(|t| t.prior), "{city}");
        for target in &fit.targets {
            assert!(target.prior.is_sorted() && target.fitted.is_sorted(), "{city}: {}", target.what);
            let width = |range: [f64; 3]| range[2] - range[0];
            assert!(width(target.fitted) < width(target.prior), "{city}: {}", target.what);
        }
    }
}

/// No observation is missed by more than twice its error.
#[test]
fn every_observation_is_within_two_errors() {
    for (city, fit) in &library().calibrations {
        for target in &fit.targets {
            let [_, middle, _] = target.fitted;
            let off = if target.log { (middle / target.observed).ln() } else { middle - target.observed };
            assert!((off / target.error).abs() < 2.0, "{city}, {}: {middle}", target.what);
        }
    }
}

/// London's sub-sectors: food grows against the rest, and the mean, by jobs, is
/// that of the pack's values.
#[test]
fn trends_of_sub_sectors_are_normalised() {
    let library = library();
    let (pack, fit) = (&library.packs["london"], &library.calibrations["london"]);
    let mean = |trend: &dyn Fn(&str) -> f64| {
        pack.sectors.iter().map(|(id, sector)| sector.share.value * trend(id)).sum::<f64>()
    };
    let fitted = mean(&|id| fit.trend(id).expect("a trend").centre());
    approx::assert_relative_eq!(fitted, mean(&|id| pack.sectors[id].trend.value), epsilon = 1e-7);
    let trend = |id: &str| fit.trend(id).expect("a trend").centre();
    assert!(trend("food") > 0.005 && trend("textiles") < -0.03);

    let scenario = presets::find("reference").expect("it is shipped").open(&library).expect("it opens");
    let projected = run(&lower::inputs(&scenario, "london", &library).expect("it can be computed")).reference;
    let share = |year| {
        let jobs = |column: making_room::model::projection::Column| projected.at(column, year).expect("a value");
        let food = pack.sectors.get_index_of("food").expect("a sub-sector");
        jobs(making_room::model::projection::Column::JobsOf(food)) / jobs(Indicator::ManufacturingJobs.into())
    };
    assert!(share(2050) > share(2023));
}

/// A constant that nothing observed depends on keeps its prior.
#[test]
fn without_observations_the_prior_comes_back() {
    let mut library = library();
    let pack = library.packs.get_mut("rotterdam").expect("it is shipped");
    let history = pack.history.as_mut().expect("it has a history");
    history.targets.truncate(1);
    history.targets[0].error = 1e12;
    assert_eq!(history.targets[0].measure, Measure::FloorspaceChange);
    let plan = Plan { chains: 4, stages: 4, first_stage: 200, thin: 10, kept: 800, seed: 2 };
    let found = fit(&evidence(&library, "rotterdam").expect("a history"), &Settings { plan, predictions: 100 });
    for (id, fitted) in found.expect("it can be fitted").parameters {
        assert!((fitted.mean - fitted.prior_mean).abs() < 0.15 * fitted.prior_sd, "{id}: {fitted:?}");
        assert!((fitted.doubt_left() - 1.0).abs() < 0.1, "{id}: {fitted:?}");
    }
}

#[test]
fn the_command_says_what_is_missing() {
    let errors = fails(1, &["calibrate", "--city", "londn"]);
    assert!(errors.contains("london") && errors.contains("no such city"), "{errors}");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");
    let errors = fails(1, &["calibrate", "--city", "vienna", "--pack", pack]);
    assert!(errors.contains("no `history`") && errors.contains("fix:"), "{errors}");
    fails(2, &["calibrate"]);
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("there/is/no/folder.ron");
    let errors = fails(3, &["calibrate", "--city", "rotterdam", "-o", utf8(&nowhere)]);
    assert!(errors.contains("folder.ron"), "{errors}");
}

#[test]
fn sources_lists_what_was_fitted_beside_its_prior() {
    let csv = good(&["sources", "london.PR_site", "--format", "csv"]);
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(rows.len(), 2, "{csv}");
    assert!(rows[1].starts_with("london.PR_site,parameter,") && rows[1].contains(",0.29,"), "{csv}");
    assert!(rows[0].starts_with("london.PR_site,fitted,") && rows[0].ends_with(",calibration,derived"), "{csv}");
    let csv = good(&["sources", "calibration", "--format", "csv"]);
    assert!(csv.contains("london.sectors.food.trend,fitted,") && csv.contains("rotterdam.c0,fitted,"), "{csv}");
}
