//! The real window, killed and ended by others.

use std::collections::HashMap;
use std::fs;

use crate::journey::{BINARY, Display, artefacts, session};

#[test]
fn killed_or_ended_by_others_the_next_start_offers_what_was_unsaved() {
    let home = tempfile::tempdir().expect("a folder for the test");
    let scenario = home.path().join("mine.scenario.ron");
    let preset = making_room::scenario::presets::find("protect-and-intensify").expect("it is shipped");
    fs::write(&scenario, preset.text()).expect("it can be written");
    let display = Display::start("1280x800x24");
    let output = session(&display, home.path(), None, "killed.py")
        .arg(BINARY)
        .arg(&scenario)
        .arg(home.path().join("state/making-room/recovery"))
        .arg(artefacts())
        .output()
        .expect("dbus-run-session starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the journey failed\n{said}\n{errors}");
    let seen: HashMap<&str, &str> = said.lines().filter_map(|line| line.split_once('=')).collect();
    for key in ["moved", "recovered", "kept", "clean"] {
        assert_eq!(seen.get(key), Some(&"True"), "{key}\n{said}");
    }
    // Killed by signal 9; ended well by the other two.
    for (key, code) in [("killed", "-9"), ("terminated", "0"), ("interrupted", "0")] {
        assert_eq!(seen.get(key), Some(&code), "{key}\n{said}");
    }
    assert_eq!(seen["intact"], "8/8", "{said}");
}
