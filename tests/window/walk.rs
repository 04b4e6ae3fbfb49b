//! Everything in the real window, as a screen reader and the Tab key find it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::journey::{BINARY, Display, session};

#[test]
fn everything_has_a_name_and_a_place_on_the_way_of_the_keyboard() {
    let home = tempfile::tempdir().expect("a folder for the test");
    let scenario = home.path().join("mine.scenario.ron");
    let preset = making_room::scenario::presets::find("protect-and-intensify").expect("it is shipped");
    fs::write(&scenario, preset.text()).expect("it can be written");
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("journeys").join("walk");
    let display = Display::start("1280x800x24");
    let output = session(&display, home.path(), None, "walk.py")
        .arg(BINARY)
        .arg(&scenario)
        .arg(&kept)
        .output()
        .expect("dbus-run-session starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the walk ended early\n{said}\n{errors}");
    let found: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("found: ")).collect();
    assert!(found.is_empty(), "{} things:\n{}\nThe trees are in {}", found.len(), found.join("\n"), kept.display());
    let counts: HashMap<&str, usize> = said
        .lines()
        .flat_map(str::split_whitespace)
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(key, count)| Some((key, count.parse().ok()?)))
        .collect();
    // A walk that sees little would find nothing wrong.
    for (key, least) in [("nodes", 1500), ("sliders", 200), ("charts", 15), ("stops", 400)] {
        assert!(counts.get(key).is_some_and(|count| *count >= least), "{key}: {counts:?}\n{said}");
    }
}
