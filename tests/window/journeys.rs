//! What people come for, on the real binary in a real window: each use by pointer,
//! by keyboard alone, and through the accessibility tree. Screenshots of every step
//! are kept in `target/journeys/USE-MEANS`.

use std::fs;
use std::path::Path;

use crate::journey::{BARE_BUS, BINARY, Display, session};

/// Takes a journey. The script says which step fails, and why.
#[track_caller]
fn take(user: &str, means: &str) {
    let home = tempfile::tempdir().expect("a folder for the test");
    let bus = home.path().join("bus.conf");
    fs::write(&bus, BARE_BUS).expect("it can be written");
    let files = home.path().join("files");
    fs::create_dir(&files).expect("it can be made");
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("journeys").join(format!("{user}-{means}"));
    let display = Display::start("1280x800x24");
    let output = session(&display, home.path(), Some(&bus), "journeys/take.py")
        .args([user, means, BINARY])
        .arg(&files)
        .arg(&kept)
        .output()
        .expect("dbus-run-session starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the {user} by {means}:\n{said}\n{errors}");
    let pictures = fs::read_dir(&kept).expect("steps are kept").filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|ending| ending == "png"))
    });
    assert_eq!(pictures.count(), said.matches("done: ").count(), "a picture of each step\n{said}");
}

/// A test for each means.
macro_rules! by_every_means {
    ($($user:ident),*) => {$(
        mod $user {
            #[test]
            fn by_pointer() {
                super::take(stringify!($user), "pointer");
            }

            #[test]
            fn by_keyboard_alone() {
                super::take(stringify!($user), "keyboard");
            }

            #[test]
            fn through_the_accessibility_tree() {
                super::take(stringify!($user), "reader");
            }
        }
    )*};
}

by_every_means!(planner, analyst, developer, researcher);
