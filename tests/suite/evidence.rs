//! The evidence keeps its own rules.

use making_room::evidence::{Library, check};

#[test]
fn the_shipped_evidence_keeps_every_rule() {
    let library = Library::embedded().expect("the shipped evidence can be read");
    let findings = check::library(&library);
    let text: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} findings:\n{}", text.len(), text.join("\n"));
}
