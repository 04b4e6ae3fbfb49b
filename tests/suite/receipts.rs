//! What a scenario gave when it was saved: then, now and why.

use std::path::{Path, PathBuf};

use making_room::model::levers::LeverId;
use making_room::model::parameters::ParameterId;
use making_room::scenario::document::{Assumption, Scenario};
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::receipt::Receipt;
use making_room::scenario::receipt::compare::{Cause, Comparison};
use making_room::scenario::store;

use super::cli::{good, making_room, text, utf8};
use super::documents::{library, preset};

fn compare(receipt: &Receipt, scenario: &Scenario) -> Option<Comparison> {
    receipt.compare(scenario, &library()).expect("it can be computed")
}

#[test]
fn what_is_saved_is_found_again() {
    let library = library();
    for id in ["reference", "protect-and-intensify", "replay-london-2012", "replay-brussels-2013"] {
        let scenario = preset(id, &library);
        let receipt = Receipt::of(&scenario, &library).expect("it can be computed");
        assert_eq!(receipt.compare(&scenario, &library), Ok(None));
        assert_eq!(Receipt::of(&scenario, &library), Ok(receipt.clone()));
        for (city, results) in &receipt.results {
            assert!(scenario.cities.contains_key(city));
            assert_eq!(results.len(), 6);
            assert!(results.values().all(|years| years.keys().eq(&[2030, 2040, 2050])));
        }
        assert!(receipt.used.values.len() > 100);
    }
}

#[test]
fn hashes_stand_for_what_the_equations_read() {
    let library = library();
    let scenario = preset("protect-and-intensify", &library);
    let receipt = |scenario: &Scenario| Receipt::of(scenario, &library).expect("it can be computed");
    let after = |edit: ScenarioEdit| receipt(&edit.apply(&scenario, &library).expect("it fits"));
    let before = receipt(&scenario);
    let renamed = after(ScenarioEdit::SetTitle("Another".to_owned()));
    assert_eq!((&renamed.settings, &renamed.evidence), (&before.settings, &before.evidence));
    let moved =
        after(ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level: 80.0 });
    assert_ne!(moved.settings, before.settings);
    assert_eq!(moved.evidence, before.evidence);
    // The text that is hashed is part of the format: it must not change.
    insta::assert_snapshot!(receipt(&Scenario { horizon: 2040, ..preset("replay-london-2012", &library) }).settings, @"sha256:9bc5b7879f0af1422308da014ebfe5c1b093d4c0dd3ec22fd5e7816e3d4e414b");
}

#[test]
fn each_reason_for_another_result_is_named() {
    let library = library();
    let scenario = preset("protect-and-intensify", &library);
    let receipt = Receipt::of(&scenario, &library).expect("it can be computed");
    let causes = |receipt: &Receipt| compare(receipt, &scenario).map(|comparison| comparison.causes);
    let mut other = receipt.clone();
    other.results["london"]["vacancy"].insert(2040, 0.5);
    assert_eq!(causes(&other), Some(vec![Cause::Unknown]));

    let mut changed = other.clone();
    changed.model = 0;
    let pressed = "outlooks.plateau.housing_pressure".to_owned();
    changed.used.values.insert(pressed.clone(), 9.0);
    changed.used.values.insert("theta_P".to_owned(), 0.1);
    changed.used.values.insert("london.starts.2023.jobs".to_owned(), 100_000.0);
    // Of a city whose results are as they were.
    changed.used.values.insert("brussels.starts.2024.jobs".to_owned(), 1.0);
    let series = changed.used.series.keys().next().expect("a series").clone();
    changed.used.series.insert(series.clone(), "sha256:0".to_owned());
    let found = causes(&changed).expect("a difference");
    let value = |id: &str| {
        found.iter().find_map(|cause| match cause {
            Cause::Value { id: found, then, now } if found == id => Some((*then, *now)),
            _ => None,
        })
    };
    assert_eq!(found.first(), Some(&Cause::Equations { then: 0, now: making_room::model::VERSION }));
    assert_eq!(value(&pressed).and_then(|(then, _)| then), Some(9.0));
    assert_eq!(value("theta_P").and_then(|(then, _)| then), Some(0.1));
    assert_eq!(value("london.starts.2023.jobs").and_then(|(then, _)| then), Some(100_000.0));
    assert_eq!(found.len(), 5, "{found:?}");
    assert_eq!(found.last(), Some(&Cause::Series(series)));
}

#[test]
fn a_parameter_that_became_the_citys_own_is_told_by_the_city() {
    let library = library();
    let scenario = preset("replay-london-2012", &library);
    let mut receipt = Receipt::of(&scenario, &library).expect("it can be computed");
    receipt.results["london"]["vacancy"].insert(2040, 0.5);
    let everybodys = receipt.used.values.remove("theta_P").expect("London has everybody's");
    receipt.used.values.insert("london.theta_P".to_owned(), everybodys / 2.0);
    let causes = compare(&receipt, &scenario).expect("a difference").causes;
    let half = Cause::Value { id: "london.theta_P".to_owned(), then: Some(everybodys / 2.0), now: Some(everybodys) };
    assert_eq!(causes, [half]);
}

#[test]
fn a_difference_within_rounding_is_none() {
    let library = library();
    let scenario = preset("reference", &library);
    let mut receipt = Receipt::of(&scenario, &library).expect("it can be computed");
    let jobs = receipt.results["london"]["manufacturing_jobs"].get_mut(&2040).expect("stored");
    *jobs *= 1.0 + 1e-8;
    assert_eq!(compare(&receipt, &scenario), None);
    let jobs = receipt.results["london"]["manufacturing_jobs"].get_mut(&2040).expect("stored");
    *jobs *= 1.0 + 1e-5;
    assert_eq!(compare(&receipt, &scenario).map(|c| c.differences.len()), Some(1));
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn replace(path: &Path, old: &str, new: &str) {
    let text = std::fs::read_to_string(path).expect("there");
    assert!(text.contains(old), "{old}");
    std::fs::write(path, text.replacen(old, new, 1)).expect("written");
}

#[test]
fn check_says_then_now_and_why() {
    let library = library();
    let folder = Folder::new();
    let path = folder.path("a.ron");
    let scenario = Scenario { horizon: 2040, ..preset("replay-london-2012", &library) };
    store::save(&path, &scenario, &library).expect("saved");
    let check = || good(&["check", utf8(&path)]).replace(&format!("{}/", utf8(folder.0.path())), "");
    insta::assert_snapshot!(check(), @r#"a.ron: a scenario, "Replay: London from 2012" (london), in order; its results are those with which it was saved"#);
    replace(&path, "            start: 2012,\n", "            start: 2012, // earlier\n");
    replace(&path, "level: 0.1", "level: 0.2");
    replace(&path, "\"theta_P\": ", "\"theta_P\": 1");
    let told = check();
    assert!(told.starts_with("a.ron: a scenario, \"Replay: London from 2012\" (london), in order\na.ron: its results are not those with which version "), "{told}");
    assert!(told.contains("\n    London, Manufacturing jobs (jobs): 2030 then "), "{told}");
    assert!(told.contains("\n    why: the scenario sets something else"), "{told}");
    assert!(
        told.contains(
            "\n    why: theta_P (Release hazard of protected land as a multiple of that of other land): then 1"
        )
    );
    // A command that computes says that there is something to say.
    let output = making_room(&["project", utf8(&path), "--format", "csv"]);
    assert!(output.status.success());
    assert!(text(&output.stderr).contains("` says why"), "{}", text(&output.stderr));
}

#[test]
fn an_assumption_in_the_file_is_not_told_as_evidence() {
    let library = library();
    let scenario = preset("replay-london-2012", &library);
    let receipt = Receipt::of(&scenario, &library).expect("it can be computed");
    let edit = ScenarioEdit::SetAssumption {
        city: None,
        parameter: ParameterId::CostElasticity,
        assumption: Assumption { value: -0.4, reason: "as the tests wish".to_owned() },
    };
    let other = edit.apply(&scenario, &library).expect("it fits");
    let causes = compare(&receipt, &other).map(|c| c.causes);
    assert_eq!(causes, Some(vec![Cause::Settings]));
}
