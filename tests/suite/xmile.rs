//! The exported model, run in other engines: they must find what the program finds.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use making_room::analysis::lever_space::{Ends, random};
use making_room::evidence::Library;
use making_room::export::projection::measures;
use making_room::export::xmile;
use making_room::model::city::CityPack;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::DriverId;
use making_room::model::parameters::{Component, ParameterId};
use making_room::model::projection::{self, Column, Inputs, Outcome, Projection};
use making_room::scenario::document::{Assumption, Scenario};
use making_room::scenario::{lower, presets};

/// The largest relative difference from the program's own numbers.
const TOLERANCE: f64 = 1e-9;

/// What the script prints of a run in an engine.
#[derive(serde::Deserialize)]
struct Found {
    file: PathBuf,
    engine: String,
    /// What the engine finds wrong with the model, its units above all.
    issues: Vec<String>,
    values: BTreeMap<String, Vec<f64>>,
}

/// A run to ask other engines for, and what the program projects.
struct Case {
    file: PathBuf,
    inputs: BTreeMap<String, f64>,
    engines: &'static [&'static str],
    columns: Vec<(String, Column)>,
    own: Outcome,
}

/// The Python that tests/run furnishes with the engines.
fn python() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
    let python = target.join("engines/bin/python");
    assert!(
        python.exists(),
        "{} is missing: run tests/run, or tests/engines/install, which installs pysimlin and PySD",
        python.display()
    );
    python
}

fn run(cases: &[Case]) -> Vec<Found> {
    let runs: Vec<_> = cases
        .iter()
        .map(|case| {
            let prefixes = ["", "reference_"].into_iter();
            let names = |prefix: &'static str| {
                let kept = case.columns.iter().filter(move |(_, column)| prefix.is_empty() || has_reference(*column));
                kept.map(move |(name, _)| format!("{prefix}{name}"))
            };
            let variables: Vec<String> = prefixes.flat_map(names).collect();
            let inputs = &case.inputs;
            serde_json::json!({
                "file": case.file, "inputs": inputs, "engines": case.engines, "variables": variables,
            })
        })
        .collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/engines/run.py");
    let mut child = Command::new(python())
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the engines start");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(serde_json::to_string(&runs).expect("JSON").as_bytes()).expect("the runs are read");
    drop(input);
    let output = child.wait_with_output().expect("the engines end");
    assert!(output.status.success(), "the engines failed:\n{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

/// Whether the run of the reference has this column: differences from it are the scenario's only.
fn has_reference(column: Column) -> bool {
    match column {
        Column::JobsOf(_) => true,
        Column::Indicator(indicator) => !indicator.is_difference() && indicator != Indicator::RecoveredMaterial,
    }
}

fn columns(pack: &CityPack) -> Vec<(String, Column)> {
    measures(pack).map(|(measure, column)| (measure.to_string().replace('.', "_"), column)).collect()
}

/// Every difference beyond the tolerance, and the largest of each engine.
fn compare(cases: &[Case], found: &[Found]) -> BTreeMap<String, f64> {
    let mut largest = BTreeMap::new();
    let asked: usize = cases.iter().map(|case| case.engines.len()).sum();
    assert_eq!(found.len(), asked);
    let runs = cases.iter().flat_map(|case| case.engines.iter().map(move |engine| (case, engine)));
    for ((case, engine), result) in runs.zip(found) {
        assert_eq!((&result.file, result.engine.as_str()), (&case.file, *engine));
        assert!(result.issues.is_empty(), "{}: {:#?}", case.file.display(), result.issues);
        for (prefix, own) in [("", &case.own.scenario), ("reference_", &case.own.reference)] {
            for (name, column) in &case.columns {
                let Some(values) = result.values.get(&format!("{prefix}{name}")) else { continue };
                let difference = difference(own, *column, values);
                let what = || format!("{} in {engine}: {prefix}{name}", case.file.display());
                assert!(difference <= TOLERANCE, "{} differs by {difference:e}", what());
                let so_far = largest.entry(result.engine.clone()).or_insert(0.0);
                *so_far = difference.max(*so_far);
            }
        }
    }
    largest
}

/// The largest relative difference over the years. What is small against the
/// column, as a difference from the reference can be, is compared with the column.
fn difference(own: &Projection, column: Column, values: &[f64]) -> f64 {
    let own: Vec<f64> = own.years().map(|year| own.at(column, year).unwrap_or(0.0)).collect();
    assert_eq!(own.len(), values.len(), "the years of {column:?}");
    let size = own.iter().fold(0.0_f64, |size, value| size.max(value.abs()));
    let signed = own.iter().any(|value| *value <= 0.0);
    let differences = own.iter().zip(values).map(|(own, other)| {
        let scale = if signed { size } else { own.abs() };
        let difference = (own - other).abs() / scale.max(f64::MIN_POSITIVE);
        // A value that is no number is as wrong as can be.
        if difference.is_nan() { f64::INFINITY } else { difference }
    });
    differences.fold(0.0, f64::max)
}

fn export(scenario: &Scenario, city: &str, library: &Library, folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(format!("{name}.xmile"));
    std::fs::write(&file, xmile::document(scenario, city, library).expect("it can be exported")).expect("written");
    file
}

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

#[test]
fn other_engines_find_the_same_in_every_year_of_every_preset_and_city() {
    let (library, folder) = (library(), tempfile::tempdir().expect("a folder"));
    let mut cases = Vec::new();
    for preset in &presets::ALL {
        let scenario = preset.open(&library).expect("it opens");
        for city in scenario.cities.keys() {
            let name = format!("{}_{city}", preset.id.replace('-', "_"));
            cases.push(Case {
                file: export(&scenario, city, &library, folder.path(), &name),
                inputs: BTreeMap::new(),
                engines: &["simlin", "PySD"],
                columns: columns(&library.packs[city]),
                own: projection::run(&lower::inputs(&scenario, city, &library).expect("valid inputs")),
            });
        }
    }
    let largest = compare(&cases, &run(&cases));
    println!("largest relative differences over {} models: {largest:?}", cases.len());
}

/// Everything that can be changed in an exported model, by name: lever settings,
/// outlook, parameters. The drift is estimated before.
fn changeable(inputs: &Inputs) -> BTreeMap<String, f64> {
    let mut all = BTreeMap::new();
    for (id, setting) in LeverId::all().filter_map(|id| Some((id, inputs.setting(id)?))) {
        let id = id.to_string();
        let lever = id.split_once('.').expect("a group").1;
        all.insert(format!("{lever}_set"), setting.level);
        all.insert(format!("{lever}_start"), f64::from(setting.start));
        all.insert(format!("{lever}_ramp"), setting.ramp);
    }
    all.extend(DriverId::all().map(|id| (format!("outlook_{id}"), inputs.outlook().get(id))));
    let parameters =
        ParameterId::ALL.iter().filter(|id| !matches!(id.component(), Component::Drift | Component::Shocks));
    all.extend(parameters.map(|id| (id.id().to_owned(), inputs.constants().p.get(*id))));
    all
}

/// Settings and outlook of a preset, put into the exported reference by name,
/// give the preset: they are inputs.
#[test]
fn lever_settings_and_outlook_are_inputs_of_the_exported_model() {
    let (library, folder) = (library(), tempfile::tempdir().expect("a folder"));
    let reference = presets::find("reference").expect("shipped").open(&library).expect("it opens");
    let scenario = presets::find("makers-renaissance").expect("shipped").open(&library).expect("it opens");
    let case = |city: &String| {
        let inputs = lower::inputs(&scenario, city, &library).expect("valid inputs");
        Case {
            file: export(&reference, city, &library, folder.path(), city),
            inputs: changeable(&inputs),
            engines: &["simlin"],
            columns: columns(&library.packs[city]),
            own: projection::run(&inputs),
        }
    };
    let cases: Vec<Case> = scenario.cities.keys().map(case).collect();
    compare(&cases, &run(&cases));
}

/// Assumptions under which parts of the equations are at work that no preset
/// needs: rationing, the limits of rent growth and of yearly losses, costs that
/// the city does not pay.
const STRESS: [&[(ParameterId, f64)]; 6] = [
    &[],
    &[(ParameterId::Obsolescence, 0.04), (ParameterId::Outbidding, 0.5)],
    &[(ParameterId::RentClamp, 0.01), (ParameterId::RentResponse, 3.0)],
    &[(ParameterId::HazardOther, 0.25), (ParameterId::SitePlotRatio, 2.0)],
    &[(ParameterId::TaxOthers, 0.5), (ParameterId::ReprovisionPublic, 0.5), (ParameterId::LeaveShare, 1.0)],
    &[(ParameterId::LandValueRatio, 1.05), (ParameterId::DensityTrend, 0.05), (ParameterId::DiscountRate, 0.0)],
];

#[test]
fn other_engines_agree_at_the_corners_of_levers_outlook_and_assumptions() {
    let (library, folder) = (library(), tempfile::tempdir().expect("a folder"));
    let reference = presets::find("reference").expect("shipped").open(&library).expect("it opens");
    let mut cases = Vec::new();
    for (city, pack) in &library.packs {
        let file = export(&reference, city, &library, folder.path(), city);
        let ends = Ends::of(pack, pack.base_year).expect("every lever has ends");
        for (number, (corner, stress)) in random(36, 7).into_iter().zip(STRESS.iter().cycle()).enumerate() {
            let mut scenario = reference.clone();
            for id in DriverId::all() {
                let value = if number >> (id as usize) & 1 == 0 { id.spec().min } else { id.spec().max };
                scenario.outlook.changes.insert(id, Assumption { value, reason: String::new() });
            }
            for &(id, value) in *stress {
                scenario.assumptions.insert(id, Assumption { value, reason: String::new() });
            }
            let inputs = lower::inputs(&scenario, city, &library).expect("valid inputs");
            let inputs = ends.set(&inputs, &corner, (pack.base_year + 1, 2.5));
            cases.push(Case {
                file: file.clone(),
                inputs: changeable(&inputs),
                engines: &["simlin"],
                columns: columns(pack),
                own: projection::run(&inputs),
            });
        }
    }
    let largest = compare(&cases, &run(&cases));
    println!("largest relative differences at {} corners: {largest:?}", cases.len());
}
