//! Which part of the program may use which: read from the `use` lines.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with what it may use, from the bottom up.
const LAYERS: [(&str, &[&str]); 14] = [
    ("units", &[]),
    ("text", &["units"]),
    ("reading", &["units"]),
    ("model", &["units"]),
    ("words", &["model", "text"]),
    ("analysis", &["model", "units"]),
    ("evidence", &["words", "text", "model", "reading", "units"]),
    ("scenario", &["words", "text", "evidence", "analysis", "model", "reading", "units"]),
    ("explain", &["words", "text", "scenario", "evidence", "model", "units"]),
    ("checks", &["scenario", "evidence", "analysis", "model", "reading", "units"]),
    ("export", &["checks", "scenario", "evidence", "analysis", "model", "reading", "units"]),
    (
        "session",
        &["words", "text", "explain", "export", "scenario", "evidence", "analysis", "model", "reading", "units"],
    ),
    ("cli", &["export", "checks", "scenario", "evidence", "analysis", "model", "reading", "units"]),
    (
        "gui",
        &[
            "words", "text", "session", "explain", "export", "scenario", "evidence", "analysis", "model", "reading",
            "units",
        ],
    ),
];

/// Crates that only one layer may name.
const KEPT: [(&str, &str); 16] = [
    ("egui", "gui"),
    ("eframe", "gui"),
    ("egui_plot", "gui"),
    ("nucleo_matcher", "gui"),
    ("rfd", "gui"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("csv", "export"),
    ("directories", "gui"),
    ("fluent_bundle", "text"),
    ("fluent_syntax", "text"),
    ("include_dir", "text"),
    ("resvg", "export"),
    ("ttf_parser", "export"),
    ("zbus", "gui"),
];

/// What the model must not touch.
const IMPURE: [&str; 5] = ["std::fs", "std::time", "std::thread", "std::env", "std::io"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// The layer that a file belongs to; `None` for `lib.rs` and `main.rs`.
fn layer(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(source()).expect("a source file");
    let first = inside.iter().next()?.to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!matches!(name, "lib" | "main")).then(|| name.to_owned())
}

/// The code of a file without comments, as far as a line shows.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("text");
    text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned()).collect()
}

/// The names after `crate::` in a line.
fn used(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn every_layer_uses_only_what_is_below_it() {
    let mut wrong = Vec::new();
    let mut uses = 0;
    for path in files(&source()) {
        let Some(layer) = layer(&path) else { continue };
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == layer).unwrap_or_else(|| panic!("no layer {layer}"));
        for (i, line) in code(&path).iter().enumerate() {
            for name in used(line).filter(|name| LAYERS.iter().any(|(layer, _)| layer == name)) {
                uses += 1;
                if name != layer && !allowed.contains(&name) {
                    wrong.push(format!("{}:{}: {layer} uses {name}", path.display(), i + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(uses > 50, "the test reads the lines: {uses}");
}

#[test]
fn each_kept_crate_stays_in_its_layer() {
    let mut wrong = Vec::new();
    for path in files(&source()) {
        let layer = layer(&path);
        for (i, line) in code(&path).iter().enumerate() {
            for (name, home) in KEPT {
                // main.rs parses the arguments, which is its only job.
                let at_home = layer.as_deref() == Some(home) || (layer.is_none() && name == "clap");
                if !at_home && line.trim_start().starts_with(&format!("use {name}::")) {
                    wrong.push(format!("{}:{}: {name} belongs to {home}", path.display(), i + 1));
                }
            }
            if layer.as_deref() == Some("model") && IMPURE.iter().any(|name| line.contains(name)) {
                wrong.push(format!("{}:{}: the model is pure", path.display(), i + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
