//! The real binary in a real window: Xvfb, a session bus, the accessibility
//! tree, pointer and keys. What is missing on the machine fails the test.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A bus without services that it could start: what is there is what a test puts there.
pub const BARE_BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#;

pub const BINARY: &str = env!("CARGO_BIN_EXE_making-room");

/// An X server of its own, ended with the test.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    pub fn start(size: &str) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("this test needs Xvfb: install the package xvfb");
        let stdout = server.stdout.take().expect("it is piped");
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb says its display");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What must be there, and the package that brings it.
pub fn need(file: &str, package: &str) {
    let found = if file.starts_with('/') {
        Path::new(file).exists()
    } else {
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(file).exists())
    };
    assert!(found, "this test needs {file}: install the package {package}");
}

/// A script of this folder in a session of its own: display, bus (as configured,
/// or else as the machine has it), settings.
pub fn session(display: &Display, home: &Path, bus: Option<&Path>, script: &str) -> Command {
    for (file, package) in [
        ("Xvfb", "xvfb"),
        ("xdotool", "xdotool"),
        ("import", "imagemagick"),
        ("dbus-run-session", "dbus"),
        ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
        ("/usr/bin/python3", "python3"),
        ("/usr/lib/python3/dist-packages/gi/__init__.py", "python3-gi"),
    ] {
        need(file, package);
    }
    let mut command = Command::new("dbus-run-session");
    if let Some(bus) = bus {
        command.arg("--config-file").arg(bus);
    }
    command
        .args(["--", "/usr/bin/python3", "-W", "ignore"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window").join(script))
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("GSETTINGS_BACKEND", "memory")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    command
}

pub fn artefacts() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

#[test]
fn a_lever_moved_by_pointer_moves_the_jobs_and_is_saved_by_key() {
    let home = tempfile::tempdir().expect("a folder for the test");
    let scenario = home.path().join("mine.ron");
    let preset = making_room::scenario::presets::find("protect-and-intensify").expect("it is shipped");
    fs::write(&scenario, preset.text()).expect("it can be written");
    let before = fs::read_to_string(&scenario).expect("it was written");

    let display = Display::start("1280x800x24");
    let output = session(&display, home.path(), None, "journey.py")
        .arg(BINARY)
        .arg(&scenario)
        .arg(artefacts())
        .env("MAKING_ROOM_FRAMES", home.path().join("frames.csv"))
        .output()
        .expect("dbus-run-session starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "the journey failed\n{said}\n{errors}");
    let seen: HashMap<&str, &str> = said.lines().filter_map(|line| line.split_once('=')).collect();
    let number = |key: &str| -> f64 { seen[key].parse().expect(key) };

    for city in ["London", "Brussels", "Rotterdam"] {
        assert_eq!(seen[format!("city.{city}").as_str()], "True", "{city}\n{said}");
    }
    assert!((number("lever.before") - 90.0).abs() < 1e-9, "{said}");
    assert!(number("lever.after") < 40.0, "{said}");
    assert!(number("jobs.after") < number("jobs.before"), "less protection, fewer jobs\n{said}");
    assert!(seen["jobs.words"].contains("jobs"), "{said}");
    assert!(seen["lever.description"].contains("Adopted policy"), "{said}");
    for key in ["undo", "lever.told", "start.told", "unsaved", "saved", "running"] {
        assert_eq!(seen[key], "True", "{key}\n{said}");
    }
    assert_eq!(seen["exit"], "0", "{said}");

    let after = fs::read_to_string(&scenario).expect("it is still there");
    assert_ne!(before, after, "Ctrl+S wrote the file");
    let check = Command::new(BINARY).arg("check").arg(&scenario).output().expect("the binary starts");
    assert!(check.status.success(), "check: {}", String::from_utf8_lossy(&check.stderr));
    let frames = fs::read_to_string(home.path().join("frames.csv")).expect("frames are logged");
    assert!(frames.lines().count() > 3, "{frames}");
    assert!(frames.lines().all(|line| line.split(',').filter_map(|n| n.parse::<f64>().ok()).count() == 3), "{frames}");
    assert!(home.path().join("config/making-room/preferences.json").exists(), "where the user left off is kept");
}

#[test]
fn without_a_display_it_says_so_and_exits_with_3() {
    let output = Command::new(BINARY)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the binary starts");
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("display"), "{said}");
}
