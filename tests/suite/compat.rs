//! Files of every version of the scenario format, kept for ever. They are never
//! edited: what is here was written by a version of the program, or could have been.

use std::path::{Path, PathBuf};

use making_room::evidence::Library;
use making_room::reading::Parsed;
use making_room::scenario::format::{self, Opened, VERSION, write::whole};
use making_room::scenario::receipt::Receipt;
use making_room::scenario::receipt::compare::Cause;
use making_room::scenario::store;

use super::documents::library;

fn files(version: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/compat/v{version}"));
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn open(path: &Path, library: &Library) -> Opened {
    store::open(path, library).unwrap_or_else(|problems| panic!("{problems}"))
}

fn text(opened: &Opened, library: &Library) -> String {
    let (scenario, library) = opened.with(library);
    whole(scenario, library, opened.receipt.as_ref())
}

#[test]
fn files_of_every_version_open_and_say_the_same_in_the_newest() {
    let library = library();
    for version in 1..=VERSION {
        let files = files(version);
        assert!(files.len() >= 3, "version {version} has files");
        for path in files {
            let opened = open(&path, &library);
            assert_eq!(opened.version, version, "{}", path.display());
            let written = text(&opened, &library);
            let again = format::read(&Parsed::of("again", written.clone()).expect("well formed"), &library)
                .unwrap_or_else(|problems| panic!("{}: {problems}", path.display()));
            assert_eq!(again.scenario, opened.scenario, "{}", path.display());
            assert_eq!(again.library, opened.library, "{}", path.display());
            assert_eq!(again.receipt, opened.receipt, "{}", path.display());
            assert_eq!(text(&again, &library), written, "{}", path.display());
            let (scenario, library) = opened.with(&library);
            Receipt::of(scenario, library).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}

#[test]
fn files_of_the_newest_version_are_in_standard_form() {
    let library = library();
    for path in files(VERSION) {
        assert_eq!(text(&open(&path, &library), &library), std::fs::read_to_string(&path).expect("there"));
    }
}

/// Where the receipt of a file finds other results and no reason for them, the
/// equations were changed under the same version.
#[test]
fn equations_that_give_other_results_have_another_version() {
    let library = library();
    let mut compared = 0;
    for path in (1..=VERSION).flat_map(files) {
        let opened = open(&path, &library);
        compared += usize::from(opened.receipt.is_some());
        if let Some(comparison) = opened.comparison(&library) {
            let lines = comparison.lines(opened.with(&library).1).join("\n");
            assert_ne!(
                comparison.causes,
                [Cause::Unknown],
                "{}: raise making_room::model::VERSION and say in CHANGELOG.md what changed\n{lines}",
                path.display()
            );
        }
    }
    assert!(compared >= 4, "receipts are compared: {compared}");
}

#[test]
fn what_version_3_added_is_read() {
    let library = library();
    let scenario = open(&files(3)[0], &library).scenario;
    let concerns = &scenario.cities["london"].concerns;
    let weights: Vec<String> =
        concerns.iter().flat_map(|(party, of)| of.iter().map(move |(i, w)| format!("{party} {i} {w}"))).collect();
    assert_eq!(weights, ["gla gva 1", "just_space real_rent -3", "just_space public_cost -0.5"]);
}

#[test]
fn everything_that_version_1_can_say_is_read() {
    let library = library();
    let opened = open(&files(1)[0], &library);
    let scenario = opened.scenario;
    assert_eq!(scenario.comment, ["For the meeting in May.", "", "Keep this file."]);
    assert_eq!(scenario.title, "Everything that version 1 can say: “é”, \"quotes\", \\ and 工");
    assert_eq!(scenario.notes, "First paragraph.\n\nSecond paragraph, with a tab\tand a \"quote\".");
    assert_eq!((scenario.author.as_str(), scenario.horizon), ("A planner", 2045));
    assert_eq!((scenario.outlook.base.as_str(), scenario.outlook.changes.len()), ("circular_turn", 5));
    assert_eq!(scenario.assumptions.len(), 2);
    let rotterdam = &scenario.cities["rotterdam"];
    assert_eq!((rotterdam.start, rotterdam.levers.len(), rotterdam.assumptions.len()), (2024, 9, 1));
    let targets: Vec<String> =
        rotterdam.targets.iter().map(|t| format!("{} {} {}", t.indicator, t.year, t.value)).collect();
    assert_eq!(targets, ["manufacturing_jobs 2035 30000", "vacancy 2040 0.05"]);
    assert_eq!(scenario.cities.keys().collect::<Vec<_>>(), ["rotterdam", "london"]);
    assert!(opened.receipt.is_none() && opened.library.is_none());
}
