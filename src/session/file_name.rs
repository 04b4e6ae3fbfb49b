//! What scenario files are called.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::document::Document;
use crate::reading::is_deceptive;

/// How the name of a scenario file ends, after the dot.
pub const SCENARIO: &str = "scenario.ron";
/// How the name of any of our text files ends, after the dot.
pub const RON: &str = "ron";

/// The name to propose for a document: its file's, or one made of the title.
#[must_use]
pub fn proposed(document: &Document) -> String {
    if let Some(name) = document.path().and_then(Path::file_name) {
        return name.to_string_lossy().into_owned();
    }
    format!("{}.{SCENARIO}", words(document.title(), "scenario"))
}

/// The longest stem made of a title (bytes): file systems take names of 255, and the
/// names of what is written beside a file are longer than its own.
const LONGEST_STEM: usize = 120;

/// The words of a title as the stem of a name; another stem where it has none.
#[must_use]
pub fn words(title: &str, otherwise: &str) -> String {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return otherwise.to_owned();
    }
    let stem = words.join("-");
    stem[..stem.floor_char_boundary(LONGEST_STEM)].trim_end_matches('-').to_owned()
}

/// The path with this ending, unless its name ends so already.
#[must_use]
pub fn ending_in(path: &Path, ending: &str) -> PathBuf {
    match path.file_name() {
        Some(name) if !ends_in(path, ending) => {
            let mut name = name.to_owned();
            name.push(".");
            name.push(ending);
            path.with_file_name(name)
        }
        _ => path.to_owned(),
    }
}

/// The name of a file as it is shown: what hides or reorders text is a `?`.
#[must_use]
pub fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    name.chars().map(|c| if c.is_control() || is_deceptive(c) { '?' } else { c }).collect()
}

/// Whether the name ends so, after the dot.
#[must_use]
pub fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// The path with the ending of a scenario, unless its name ends in `.ron` already.
#[must_use]
pub fn complete(path: &Path) -> PathBuf {
    if is_ron(path) { path.to_owned() } else { ending_in(path, SCENARIO) }
}

/// Whether the name ends in `.ron`.
#[must_use]
pub fn is_ron(path: &Path) -> bool {
    ends_in(path, RON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_makes_a_name_that_file_systems_take() {
        let stem = words(&"Ruimte voor de maakindustrie – ".repeat(7), "scenario");
        assert!(stem.starts_with("ruimte-voor-de-maakindustrie-ruimte") && stem.len() <= LONGEST_STEM, "{stem}");
        assert!(!stem.ends_with('-'), "{stem}");
        // Letters of several bytes are not cut in two.
        assert_eq!(words(&"é".repeat(200), "scenario"), "é".repeat(60));
    }

    #[test]
    fn a_name_is_completed_once_and_never_cut() {
        for (typed, complete) in [
            ("/a/plan", "/a/plan.scenario.ron"),
            ("/a/plan 2.1", "/a/plan 2.1.scenario.ron"),
            ("/a/plan.scenario", "/a/plan.scenario.scenario.ron"),
            ("/a/plan.ron", "/a/plan.ron"),
            ("/a/plan.scenario.ron", "/a/plan.scenario.ron"),
            ("/a/PLAN.RON", "/a/PLAN.RON"),
            ("/a/.ron", "/a/.ron.scenario.ron"),
            ("/", "/"),
        ] {
            assert_eq!(super::complete(Path::new(typed)), Path::new(complete), "{typed}");
        }
    }
}
