//! What the real window looks like: reference images, one for each theme in each
//! language, of different views.
//!
//! Compared at half size and without the status line, which says how long things
//! took, so that the edges of letters may differ from machine to machine; what moved,
//! appeared or has another colour does not pass. `UPDATE_IMAGES=1 cargo test images`
//! accepts what the window looks like now; look at the pictures in the change. What
//! was seen and where it differs is kept in `target/images`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::journey::{BINARY, need};

/// Sizes of the window (pixels): the usual one, and a small one.
const USUAL: (u32, u32) = (1280, 800);
const SMALL: (u32, u32) = (1024, 700);
/// Height of the status line, which is not compared (pixels).
const STATUS: &str = "0x26";
/// The difference of colours that is none.
const FUZZ: &str = "5%";
/// How many pixels of the half-sized picture may differ by more.
const TOLERATED: f64 = 60.0;
/// Colours of a stored picture: a window of flat colours needs few.
const COLOURS: &str = "128";

fn stored(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/window/images/{name}.png"))
}

fn kept() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("images");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

#[track_caller]
fn run(command: &mut Command) -> (bool, String) {
    let output = command.output().expect("the command starts");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[track_caller]
fn convert(arguments: &[&str]) {
    let (done, errors) = run(Command::new("convert").args(arguments));
    assert!(done, "convert {arguments:?}: {errors}");
}

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of the project are text")
}

/// How many pixels of two pictures differ; the differences go to a third.
#[track_caller]
fn differing(one: &Path, other: &Path, differences: &Path) -> f64 {
    let halves = [one, other].map(|path| {
        let half = differences.with_file_name(format!("half-{}", path.file_name().expect("a file").display()));
        convert(&[
            text(path),
            "-gravity",
            "south",
            "-chop",
            STATUS,
            "+gravity",
            "-filter",
            "box",
            "-resize",
            "50%",
            text(&half),
        ]);
        half
    });
    let mut compare = Command::new("compare");
    compare.args(["-metric", "AE", "-fuzz", FUZZ]).args(&halves).arg(differences);
    // It ends with 1 where pictures differ, and says how many pixels on standard error.
    let (_, said) = run(&mut compare);
    for half in halves {
        let _ = fs::remove_file(half);
    }
    said.trim().parse().unwrap_or_else(|_| panic!("compare says “{said}”"))
}

/// Takes a picture of a view and holds it against the stored one.
#[track_caller]
fn looks_as_before((width, height): (u32, u32), tab: &str, city: &str, language: &str, theme: &str) {
    for (file, package) in [("Xvfb", "xvfb"), ("xdotool", "xdotool"), ("compare", "imagemagick")] {
        need(file, package);
    }
    let size = format!("{width}x{height}");
    let mut views = Command::new("/usr/bin/python3");
    views.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/views.py"));
    views.args(["--binary", BINARY, "--tab", tab, "--city", city, "--language", language, "--theme", theme]);
    views.args(["--size", &size, "--into"]).arg(kept()).env("PYTHONDONTWRITEBYTECODE", "1");
    let (done, errors) = run(&mut views);
    assert!(done, "views.py: {errors}");
    let name = format!("{tab}-{city}-{language}-{theme}");
    let taken = kept().join(format!("{name}-{size}-100.png"));
    let reference = stored(&name);
    if std::env::var_os("UPDATE_IMAGES").is_some() {
        fs::create_dir_all(reference.parent().expect("it is in a folder")).expect("it can be made");
        let colours = ["+dither", "-colors", COLOURS, "-strip", "-define", "png:compression-level=9"];
        convert(&[&[text(&taken)][..], &colours, &[&format!("PNG8:{}", text(&reference))]].concat());
    }
    let accept = "UPDATE_IMAGES=1 cargo test --test window images";
    assert!(reference.is_file(), "there is no {}; {accept} makes it", reference.display());
    let differences = kept().join(format!("{name}-differences.png"));
    let count = differing(&reference, &taken, &differences);
    assert!(
        count <= TOLERATED,
        "{name}: {count} pixels differ, see {}; {accept} accepts the window as it is now",
        differences.display()
    );
    let _ = fs::remove_file(differences);
}

#[test]
fn light() {
    looks_as_before(USUAL, "overview", "london", "en", "light");
    looks_as_before(SMALL, "space", "brussels", "fr", "light");
    looks_as_before(SMALL, "changes", "rotterdam", "nl", "light");
}

#[test]
fn dark() {
    looks_as_before(SMALL, "why", "london", "en", "dark");
    looks_as_before(USUAL, "overview", "all", "fr", "dark");
    looks_as_before(SMALL, "backcast", "rotterdam", "nl", "dark");
}

#[test]
fn high_contrast() {
    looks_as_before(SMALL, "compare", "london", "en", "high_contrast");
    looks_as_before(SMALL, "stakeholders", "brussels", "fr", "high_contrast");
    looks_as_before(USUAL, "overview", "rotterdam", "nl", "high_contrast");
}

/// The comparison itself: softer edges pass, a moved panel and another colour do not.
#[test]
fn what_moved_or_has_another_colour_is_seen() {
    need("compare", "imagemagick");
    let folder = tempfile::tempdir().expect("a folder for the test");
    // A copy: another test may be accepting a new one.
    let reference = folder.path().join("reference.png");
    fs::copy(stored("overview-london-en-light"), &reference).expect("it is stored");
    let against = |name: &str, change: &[&str]| {
        let (changed, differences) = (folder.path().join(format!("{name}.png")), folder.path().join("differences.png"));
        convert(&[&[text(&reference)][..], change, &[text(&changed)]].concat());
        differing(&reference, &changed, &differences)
    };
    let softer = against("softer", &["-blur", "0x0.3"]);
    assert!(softer <= TOLERATED, "softer edges: {softer}");
    let panel = ["(", "+clone", "-crop", "330x700+945+50", "+repage", ")", "-geometry", "+945+53", "-composite"];
    let moved = against("panel", &panel);
    assert!(moved > TOLERATED, "a panel that moved by three pixels: {moved}");
    let colour = against("colour", &["-fuzz", "8%", "-fill", "#3B6FB0", "-opaque", "#C7552A"]);
    assert!(colour > TOLERATED, "another accent: {colour}");
    let paper = against("paper", &["-fuzz", "1%", "-fill", "#FFFFFF", "-opaque", "#F6F4EF"]);
    assert!(paper > TOLERATED, "another ground: {paper}");
}
