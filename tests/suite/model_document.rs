//! The model document lists the constants that the program uses.

use std::collections::HashSet;
use std::fmt::Write as _;

use making_room::evidence::Library;
use making_room::evidence::worth::effective;
use making_room::model::calibration::Fitted;
use making_room::model::parameters::{Component, ParameterId};
use making_room::model::provenance::Family;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/docs/model.md");
const OPEN: &str = "<!-- constants -->\n";
const CLOSE: &str = "<!-- /constants -->";

/// The table of constants: the value for all cities, and each city's own.
fn table(library: &Library) -> String {
    let mut text = String::from("| id | what it is | unit | all cities | P10 to P90 | spike at 0 | limits |");
    for pack in library.packs.values() {
        let _ = write!(text, " {} |", pack.name);
    }
    text.push_str(" label |\n| --- | --- | --- | --- | --- | --- | --- |");
    text.push_str(&" --- |".repeat(library.packs.len() + 1));
    text.push('\n');
    for &id in ParameterId::ALL {
        let prior = &library.parameters[id.id()];
        let range = match (prior.p10, prior.p90) {
            (Some(low), Some(high)) => format!("{low} to {high}, {}", family(prior.family)),
            _ => "–".to_owned(),
        };
        let spike = if prior.spike > 0.0 { prior.spike.to_string() } else { "–".to_owned() };
        let meaning = id.meaning().trim();
        let limits = format!("{} to {}", id.allowed().start(), id.allowed().end());
        let _ =
            write!(text, "| `{id}` | {meaning} | {} | {} | {range} | {spike} | {limits} |", id.unit(), prior.central);
        for pack in library.packs.values() {
            let own = pack.parameters.get(id.id()).map_or("–".to_owned(), |p| p.central.to_string());
            let _ = match library.fitted(pack, id) {
                Some(fitted) => write!(text, " {} |", as_fitted(fitted, &own)),
                None => write!(text, " {own} |"),
            };
        }
        let label = effective(library, None, prior.label, &prior.from).expect("inputs exist");
        let _ = writeln!(text, " {} |", label.text());
    }
    text
}

/// A family as files write it, in words.
fn family(family: Family) -> String {
    let mut text = String::new();
    for c in format!("{family:?}").chars() {
        if c.is_uppercase() && !text.is_empty() {
            text.push(' ');
        }
        text.extend(c.to_lowercase());
    }
    text
}

/// A constant that was fitted to the city's history, beside its prior.
fn as_fitted(fitted: &Fitted, prior: &str) -> String {
    let short = |x: f64| format!("{x:.2e}").parse::<f64>().expect("a number");
    let (low, high) = fitted.range();
    let prior = if prior == "–" { "all cities" } else { prior };
    format!("{} fitted, {} to {} (prior {prior})", short(fitted.centre()), short(low), short(high))
}

/// What the cities are fitted to, with values and errors.
fn targets(library: &Library) -> String {
    let mut text =
        String::from("| city | observed | value | unit | error | why |\n| --- | --- | --- | --- | --- | --- |\n");
    for pack in library.packs.values() {
        for target in pack.history.iter().flat_map(|history| &history.targets) {
            let of = if target.measure.is_log() { " of ln" } else { "" };
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {}{of} | {} |",
                pack.name,
                target.what,
                target.value.value,
                target.measure.unit(),
                target.error,
                target.because
            );
        }
    }
    text
}

/// Holds what stands between two marks of the document to what the program
/// uses. With `MAKING_ROOM_WRITE_DOCS=1` it is written instead of compared.
fn hold(open: &str, close: &str, expected: &str) {
    let document = std::fs::read_to_string(PATH).expect("the model document is there");
    let (before, rest) = document.split_once(open).expect("the opening mark");
    let (written, after) = rest.split_once(close).expect("the closing mark");
    if std::env::var_os("MAKING_ROOM_WRITE_DOCS").is_some() {
        std::fs::write(PATH, format!("{before}{open}{expected}{close}{after}"))
            .expect("the model document can be written");
    } else {
        assert!(
            written == expected,
            "the table after {open:?} in assets/docs/model.md is out of date; MAKING_ROOM_WRITE_DOCS=1 cargo test model_document writes it"
        );
    }
}

/// One test, because both tables are in one file.
#[test]
fn the_tables_are_what_the_program_uses() {
    let library = Library::embedded().expect("the shipped evidence is readable");
    hold(OPEN, CLOSE, &table(&library));
    hold("<!-- targets -->\n", "<!-- /targets -->", &targets(&library));
}

/// Every constant is named in the text of the document, not only in its table.
#[test]
fn every_constant_appears_in_an_equation() {
    let document = std::fs::read_to_string(PATH).expect("the model document is there");
    let text = document.split(OPEN).next().expect("text before the table");
    let words: HashSet<&str> = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
    let missing: Vec<_> = ParameterId::ALL
        .iter()
        .filter(|id| id.component() != Component::Lag)
        .map(|id| id.id())
        .filter(|id| !words.contains(id))
        .collect();
    assert!(missing.is_empty(), "not in the text: {missing:?}");
}
