//! The checks of the model: published findings, the lever matrix, the corners of
//! the lever space. They are data, in `tests/checks`.

use std::collections::HashSet;

use making_room::checks::report::Report;
use making_room::checks::{self, data};
use making_room::evidence::Library;
use making_room::model::levers::LeverId;

use super::cli::{fails, good};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

#[test]
fn the_model_shows_what_it_must() {
    let report = checks::run(&library()).expect("the checks can be read");
    let failures: Vec<String> = report.failures().collect();
    assert!(failures.is_empty(), "{failures:#?}");
    assert!(report.figures() > 100);
}

/// Each kind of check fails where the model is wrong.
#[test]
fn a_model_that_is_wrong_is_found_out() {
    for (parameter, value, found) in [
        ("h_U0", 0.0, "industrial land against the reference"),
        ("beta_IBZ", 0.05, "members below the reference"),
        ("delta", 0.03, "floorspace, 2021, at the centre of the fit"),
        ("kappa_cap", 0.4, "share of the relief that is in rents"),
        ("cpj_grant", 200_000.0, "net job-years"),
        ("m_NT", 2.0, "(m_NT)"),
        ("ng_circ", 0.6, "(ng_circ)"),
        ("beta_sk", -0.1, "Skills and apprenticeships: manufacturing jobs"),
        ("eps_R", -3.0, "expected 2 to 7 %"),
    ] {
        let mut library = library();
        for pack in library.packs.values_mut() {
            pack.parameters.shift_remove(parameter);
        }
        for fit in library.calibrations.values_mut() {
            fit.parameters.shift_remove(parameter);
        }
        library.parameters[parameter].central = value;
        let mut levers = data::levers().expect("the matrix can be read");
        levers.corners.random = 0;
        let mut findings = data::findings().expect("the findings can be read");
        for expected in findings.iter_mut().flat_map(|finding| &mut finding.expected) {
            if let data::Shown::MembersBelow { members, .. } = &mut expected.shows {
                *members = 100;
            }
        }
        let mut checked = checks::findings::run(&findings, &library);
        checked.extend(checks::levers::run(&levers, &library));
        let report = Report { checked };
        assert!(report.failures().any(|failure| failure.contains(found)), "{parameter} = {value}");
    }
}

#[test]
fn every_lever_has_a_channel_and_every_source_is_known() {
    let channels = data::levers().expect("the matrix can be read").channels;
    let levers: HashSet<LeverId> = channels.iter().map(|channel| channel.lever).collect();
    assert_eq!(levers, LeverId::all().collect());
    let library = library();
    for finding in data::findings().expect("the findings can be read") {
        assert!(!finding.sources.is_empty() && !finding.note.is_empty(), "{}", finding.finding);
        for key in &finding.sources {
            assert!(library.source(None, key).is_some(), "{}: {key}", finding.finding);
        }
    }
}

#[test]
fn check_model_prints_a_report_and_fails_with_code_1() {
    let text = good(&["check", "--model"]);
    assert!(text.contains("Industrial business zones in New York"), "{text}");
    assert!(text.contains("share of 500 members"), "{text}");
    assert!(text.contains("The same relief with the delay that the model has"), "{text}");
    assert!(text.ends_with("figures are where they must be.\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");

    // A city in which denser building never happens.
    let pack = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron")).expect("there");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vienna.ron");
    let never = "parameters: {\n        \"mu_int\": (central: 0, family: fixed, source: \"judgement\", label: judgement, evidence: \"A test.\"),\n";
    std::fs::write(&path, pack.replacen("parameters: {", never, 1)).expect("written");
    let errors = fails(1, &["check", "--model", "--pack", path.to_str().expect("a plain path")]);
    assert!(errors.contains("Vienna: Intensification of protected sites: industrial floorspace"), "{errors}");

    assert!(fails(2, &["check", "--model", "a.ron"]).contains("cannot be used with"));
}
