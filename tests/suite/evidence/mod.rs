//! The evidence keeps its own rules, and holds what was collected.

mod bounds;
mod history;
mod packs;
mod rules;

use making_room::evidence::{Library, check};
use making_room::model::city::Start;

fn library() -> Library {
    Library::embedded().expect("the shipped evidence can be read")
}

fn findings(library: &Library) -> Vec<String> {
    check::library(library).iter().map(ToString::to_string).collect()
}

/// Breaks the shipped evidence with `change` and expects a finding with all of
/// `words`.
fn broken(change: impl FnOnce(&mut Library), words: &[&str]) {
    let mut library = library();
    change(&mut library);
    let found = findings(&library);
    let told = found.iter().any(|finding| words.iter().all(|word| finding.contains(word)));
    assert!(told, "expected a finding with {words:?}, found:\n{}", found.join("\n"));
}

fn start<'a>(library: &'a mut Library, city: &str, year: i32) -> &'a mut Start {
    &mut library.packs[city].starts[&year]
}
