//! The command `export-model`, through the real binary.

use making_room::evidence::Library;
use making_room::export::xmile;
use making_room::scenario::presets;

use super::cli::{fails, good};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");

/// Runs the command with a file to write and returns what it wrote.
fn written(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("model.xmile");
    let file = path.to_str().expect("a plain path");
    assert_eq!(good(&[&["export-model", "--format", "xmile", "-o", file], arguments].concat()), "");
    std::fs::read_to_string(&path).expect("it is written")
}

#[test]
fn a_preset_is_written_as_the_library_writes_it() {
    let library = Library::embedded().expect("the shipped evidence is readable");
    let scenario = presets::find("circular-city").expect("shipped").open(&library).expect("it opens");
    let expected = xmile::document(&scenario, "brussels", &library).expect("it can be exported");
    assert_eq!(written(&["preset:circular-city", "--city", "brussels"]).as_bytes(), expected);
}

#[test]
fn without_a_scenario_it_is_adopted_policy() {
    assert_eq!(written(&["--city", "london"]), written(&["preset:reference", "--city", "london"]));
    let vienna = written(&["--city", "vienna", "--pack", PACK]);
    assert!(vienna.contains("<name>Vienna: Reference</name>"), "{}", &vienna[..600]);
}

#[test]
fn the_command_line_changes_what_is_written() {
    let written =
        written(&["--city", "london", "--set", "london.rent.property_tax=-20@2030+5", "--assume", "eps_R=-0.4"]);
    let value = |name: &str| {
        let variable = written.split_once(&format!("<aux name=\"{name}\">")).expect("a variable").1;
        let equation = variable.split_once("<eqn>").expect("an equation").1;
        equation.split_once("</eqn>").expect("its end").0.to_owned()
    };
    let found = ["property_tax_set", "property_tax_start", "property_tax_ramp", "eps_R"].map(value);
    assert_eq!(found, ["-20", "2030", "5", "-0.4"]);
}

#[test]
fn bad_input_is_named_with_its_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("model.xmile");
    let file = path.to_str().expect("a plain path");
    let command = |arguments: &[&'static str], file: &str| {
        let all: Vec<String> = ["export-model", "--format", "xmile", "-o", file]
            .iter()
            .chain(arguments)
            .map(ToString::to_string)
            .collect();
        all
    };
    let failing = |code: i32, arguments: &[&'static str], file: &str| {
        let all = command(arguments, file);
        fails(code, &all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let errors = failing(1, &["--city", "londn"], file);
    insta::assert_snapshot!(errors, @"--city londn: there is no such city; expected one of london, brussels, rotterdam; fix: write london");
    let errors = failing(1, &["preset:replay-london-2012", "--city", "brussels"], file);
    insta::assert_snapshot!(errors, @"--city brussels: the scenario has no such city; expected one of london; fix: correct the name, or remove it");
    assert!(failing(1, &["preset:nothing", "--city", "london"], file).contains("there is no such preset"));
    assert!(failing(1, &["absent.ron", "--city", "london"], file).contains("absent.ron"));
    assert!(!path.exists(), "nothing is written");

    let here = folder.path().to_str().expect("a plain path");
    assert!(failing(1, &["--city", "london"], here).contains("this is a directory"));
    let nowhere = folder.path().join("none/model.xmile");
    let nowhere = nowhere.to_str().expect("a plain path");
    assert!(failing(3, &["--city", "london"], nowhere).contains("the file cannot be written"));

    for wrong in [
        &["export-model", "--city", "london", "-o", file][..],
        &["export-model", "--format", "xmile", "-o", file],
        &["export-model", "--format", "xmile", "--city", "london"],
    ] {
        fails(2, wrong);
    }
    let format = fails(2, &["export-model", "--format", "mdl", "--city", "london", "-o", file]);
    assert!(format.contains("possible values: xmile"), "{format}");
}
