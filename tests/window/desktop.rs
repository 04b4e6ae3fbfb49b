//! The real window among other programs: dropped on by a drag, and asking for
//! files as the machine can.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use making_room::gui::APP_ID;
use making_room::scenario::presets;
use tempfile::TempDir;

use crate::journey::{BARE_BUS, BINARY, Display, need, session};

/// Scenarios with their names as titles, and a folder for the programs that ours finds.
struct Desk {
    home: TempDir,
    files: Vec<PathBuf>,
}

impl Desk {
    fn of(names: &[&str]) -> Self {
        let home = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(home.path().join("programs")).expect("it can be made");
        fs::create_dir(home.path().join("plans")).expect("it can be made");
        let preset = presets::find("reference").expect("it is shipped").text();
        let file = |name: &&str| {
            let path = home.path().join("plans").join(format!("{name}.scenario.ron"));
            let text = preset.replace("title: \"Reference\"", &format!("title: \"{name}\""));
            fs::write(&path, text).expect("it can be written");
            path
        };
        let files = names.iter().map(file).collect();
        Self { home, files }
    }

    fn programs(&self) -> PathBuf {
        self.home.path().join("programs")
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("plans")
    }

    /// What the script saw.
    #[track_caller]
    fn see(&self, how: &str) -> HashMap<String, String> {
        need("/usr/lib/python3/dist-packages/Xlib/__init__.py", "python3-xlib");
        let bus = self.home.path().join("bus.conf");
        fs::write(&bus, BARE_BUS).expect("it can be written");
        let display = Display::start("1280x800x24");
        let output = session(&display, self.home.path(), Some(&bus), "desktop.py")
            .arg(how)
            .arg(BINARY)
            .arg(self.programs())
            .args(&self.files)
            .output()
            .expect("dbus-run-session starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{how} failed\n{said}\n{errors}");
        let seen: HashMap<String, String> =
            said.lines().filter_map(|line| line.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        for file in &self.files[1..] {
            let name = file.file_name().expect("a name").to_string_lossy();
            let key = format!("open.{}", name.trim_end_matches(".scenario.ron"));
            assert_eq!(seen.get(&key).map(String::as_str), Some("True"), "{key}\n{said}");
        }
        assert_eq!(seen["exit"], "0", "{said}");
        seen
    }
}

#[test]
fn a_drag_from_another_program_opens_what_it_drops() {
    let seen = Desk::of(&["first", "second of 100 %", "für später"]).see("drop");
    assert_eq!(seen["class"], APP_ID, "the desktop knows the window by the menu entry's name");
    for key in ["aware", "icon", "accepted"] {
        assert_eq!(seen[key], "True", "{key}");
    }
}

#[test]
fn without_portal_and_zenity_the_window_asks_itself() {
    let seen = Desk::of(&["first", "second"]).see("prompt");
    assert_eq!(seen["offered"], "True");
}

#[test]
fn without_a_portal_zenity_asks_with_filter_and_folder() {
    let desk = Desk::of(&["first", "second"]);
    let (zenity, asked) = (desk.programs().join("zenity"), desk.home.path().join("asked"));
    let script =
        format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\necho '{}'\n", asked.display(), desk.files[1].display());
    fs::write(&zenity, script).expect("it can be written");
    fs::set_permissions(&zenity, fs::Permissions::from_mode(0o755)).expect("it is ours");
    desk.see("zenity");
    let asked = fs::read_to_string(asked).expect("zenity was asked");
    let arguments: Vec<&str> = asked.lines().collect();
    for expected in ["--file-selection", "Scenarios | *.scenario.ron", &format!("{}/", desk.folder().display())] {
        assert!(arguments.contains(&expected), "{expected}: {arguments:?}");
    }
}

#[test]
fn the_portal_asks_with_filter_and_folder() {
    let desk = Desk::of(&["first", "second", "third"]);
    let seen = desk.see("portal");
    assert_eq!(seen["title"], "Open scenarios");
    assert!(seen["filters"].starts_with("[('Scenarios', [(0, '*.scenario.ron')])"), "{seen:?}");
    assert_eq!(Path::new(&seen["folder"]), desk.folder());
}
