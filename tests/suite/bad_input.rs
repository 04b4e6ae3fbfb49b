//! Broken files through the real binary: what is wrong, where, what was
//! expected, how to fix it; exit code 1.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use making_room::scenario::presets;
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join("case.ron");
        std::fs::write(&path, content).expect("written");
        path
    }
}

/// What `check` says of a path, without the name of the folder.
fn check(path: &Path) -> String {
    let output = Command::cargo_bin("making-room")
        .expect("the binary")
        .arg("check")
        .arg(path)
        .timeout(std::time::Duration::from_secs(20))
        .output()
        .expect("it runs");
    let errors = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(output.stdout.is_empty());
    let folder = format!("{}/", path.parent().expect("a folder").display());
    errors.replace(&folder, "")
}

fn says(content: impl AsRef<[u8]>) -> String {
    let folder = Folder::new();
    check(&folder.file(content))
}

fn reference() -> &'static str {
    presets::ALL[1].text()
}

/// The preset with one piece of text replaced, which must be there.
fn with(old: &str, new: &str) -> String {
    assert!(reference().contains(old), "{old}");
    reference().replacen(old, new, 1)
}

#[test]
fn what_is_no_file() {
    let folder = Folder::new();
    insta::assert_snapshot!(check(&folder.0.path().join("absent.ron")), @"absent.ron: there is no such file; expected the path of a file; fix: check the spelling and the folder");
    let inside = folder.0.path().join("folder.ron");
    std::fs::create_dir(&inside).expect("made");
    insta::assert_snapshot!(check(&inside), @"folder.ron: this is a directory; expected a file; fix: name a file inside it");
    #[cfg(unix)]
    insta::assert_snapshot!(check(Path::new("/dev/zero")), @"zero: this is not a plain file; expected a file on disk; fix: save it to a file first");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let path = folder.file(reference());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("set");
    // Root may read everything, but not this.
    #[cfg(target_os = "linux")]
    assert!(check(Path::new("/proc/self/mem")).starts_with("mem: the file cannot be read: "));
    if std::fs::File::open(&path).is_err() {
        insta::assert_snapshot!(check(&path), @"case.ron: you may not read this file; expected a file that you can read; fix: ask its owner, or change its permissions");
    }
}

#[test]
fn what_is_no_text() {
    insta::assert_snapshot!(says(""), @"case.ron: the file is empty; expected a document that begins with its format and version; fix: write a new scenario with `making-room new`, or restore a copy");
    insta::assert_snapshot!(says("  \n\t\n"), @"case.ron: the file is empty; expected a document that begins with its format and version; fix: write a new scenario with `making-room new`, or restore a copy");
    insta::assert_snapshot!(says(b"(\n  \xff\xfe"), @"case.ron:2:3: this is not UTF-8 text; expected a text file; fix: save it as UTF-8, or check that it is the right file");
    let folder = Folder::new();
    let large = folder.file("");
    std::fs::File::options().write(true).open(&large).and_then(|f| f.set_len(100_000_000)).expect("grown");
    insta::assert_snapshot!(check(&large), @"case.ron: the file is larger than 2 MB; expected a text of some kB; fix: check that it is the right file");
}

#[test]
fn what_is_no_ron() {
    insta::assert_snapshot!(says("{ \"json\": [1, 2 }"), @"case.ron:1:17: '}' does not fit here; expected `,` or `]` (`[` opened at 1:11); fix: add the comma or the bracket that is missing");
    insta::assert_snapshot!(says("%PDF-1.7"), @"case.ron:1:1: a value cannot begin with '%'; expected a text in quotes, a number, `(`, `[` or `{`; fix: correct it, or check that this is the right file");
    let cut = &reference()[..reference().find("ramp").expect("there")];
    insta::assert_snapshot!(says(cut), @"case.ron:22:21: the text ends inside the `(` opened at 19:43; expected the rest of the document; fix: restore a whole copy of the file");
    insta::assert_snapshot!(says("(".repeat(10_000)), @"case.ron:1:65: brackets are nested more than 64 deep; expected a document of some eight levels; fix: check that this is the right file");
    insta::assert_snapshot!(says("[{(".repeat(10_000)), @"case.ron:1:65: brackets are nested more than 64 deep; expected a document of some eight levels; fix: check that this is the right file");
}

#[test]
fn what_is_another_document_or_version() {
    insta::assert_snapshot!(says("(a: 1)"), @r#"case.ron:1:1: this is not a "making-room scenario": it does not begin with its format; expected (format: "making-room scenario", version: 3, …); fix: check that this is the right file"#);
    insta::assert_snapshot!(says(with("making-room scenario", "spreadsheet")), @r#"case.ron:2:13: this is a "spreadsheet", not a "making-room scenario"; expected (format: "making-room scenario", version: 3, …); fix: name a file of that kind"#);
    // What else a later version holds does not matter.
    insta::assert_snapshot!(says("(\n    format: \"making-room scenario\",\n    version: 4,\n    receipt: (program: \"0.4.1\"),\n    wonder: {},\n)"), @"case.ron:3:14: this file is of format version 4, from a newer Making Room (0.4.1); expected version 3 or older; fix: open it with a Making Room that reads format version 4, or ask for a copy in version 3");
    insta::assert_snapshot!(says(with("version: 3", "version: 1.5")), @"case.ron:3:14: 1.5 is not a version; expected a whole number from 1 to 3; fix: write `version: 3`");
    insta::assert_snapshot!(says(with("    version: 3,\n", "")), @r#"case.ron:1:1: the version of the format is missing; expected (format: "making-room scenario", version: 3, …); fix: add `version: 3` after the format"#);
}

#[test]
fn what_has_another_shape() {
    insta::assert_snapshot!(says(with("horizon: 2050", "horizn: 2050")), @"case.ron:11:5: unknown field horizn; expected one of format, version, title, author, notes, horizon, outlook, assumptions, cities, packs, receipt; fix: write horizon");
    insta::assert_snapshot!(says(with("horizon: 2050", "horizon: \"2050\"")), @"case.ron:11:13: this is not a whole number; expected a number such as 2050; fix: write it without quotes or fraction");
    insta::assert_snapshot!(says(with("    horizon: 2050,\n", "")), @"case.ron:1:1: the field horizon is missing; expected horizon among the fields; fix: add `horizon: …`");
    insta::assert_snapshot!(says(with("level: 90,", "level: 90, colour: 3,")), @"case.ron:20:32: unknown field colour; expected one of level, start, ramp, reason; fix: correct the name, or remove it");
}

#[test]
fn names_that_are_not_known() {
    insta::assert_snapshot!(says(with("\"zoning.release_pace\"", "\"zoning.release_pase\"")), @r#"case.ron:25:17: unknown lever "zoning.release_pase"; expected one of zoning.protected_share, zoning.release_pace, zoning.reprovision, zoning.intensification, zoning.new_land, rent.affordable_quota, rent.affordable_discount, rent.public_ownership, rent.stabilisation, rent.property_tax, incentives.capital_grants, incentives.circular_programme, incentives.maker_spaces, incentives.skills, incentives.innovation; fix: write zoning.release_pace"#);
    insta::assert_snapshot!(says(with("\"london\"", "\"londn\"")), @r#"case.ron:16:9: unknown city "londn"; expected one of london, brussels, rotterdam; fix: write london, or give its pack with --pack FILE"#);
    insta::assert_snapshot!(says(with("\"plateau\"", "\"platau\"")), @r#"case.ron:13:15: unknown outlook "platau"; expected one of plateau, renewed_decline, makers_renaissance, circular_turn; fix: write plateau"#);
    insta::assert_snapshot!(says(with("    cities: {", "    assumptions: {\"eps_S \": (value: 1)},\n    cities: {")), @r#"case.ron:15:19: unknown parameter "eps_S "; expected one of the 108 that `making-room sources` lists; fix: write eps_S"#);
    insta::assert_snapshot!(says(with("levers: {", "targets: [(indicator: \"manufacturing_jobs.fod\", year: 2040, value: 1)],\n            levers: {")), @r#"case.ron:18:35: unknown sub-sector "fod"; expected one of food, textiles, wood_paper, printing, chemicals, metals, electronics, vehicles, furniture, other, repair; fix: write food"#);
    insta::assert_snapshot!(says(with("levers: {", "targets: [(indicator: \"jobs\", year: 2040, value: 1)],\n            levers: {")), @r#"case.ron:18:35: unknown indicator "jobs"; expected one of manufacturing_jobs, industrial_floorspace, industrial_land, real_rent, vacancy, occupancy_cost, gva, spillover_jobs, recovered_material, circular_jobs_net, homes_forgone, public_cost, cost_per_net_job_year; fix: correct the name, or remove it"#);
}

#[test]
fn numbers_that_are_none_or_out_of_range() {
    insta::assert_snapshot!(says(with("level: 90,", "level: NaN,")), @"case.ron:20:28: NaN is not a number to compute with; expected a finite number; fix: write the number");
    insta::assert_snapshot!(says(with("level: 90,", "level: inf,")), @"case.ron:20:28: inf is not a number to compute with; expected a finite number; fix: write the number");
    insta::assert_snapshot!(says(with("level: 90,", "level: -1e999,")), @"case.ron:20:28: -1e999 is not a number to compute with; expected a finite number; fix: write the number");
    insta::assert_snapshot!(says(with("level: 90,", "level: 100.5,")), @"case.ron:20:28: zoning.protected_share is 100.5; expected 0 to 100 %; fix: choose a value in this range");
    insta::assert_snapshot!(says(with("horizon: 2050", "horizon: 99999999999")), @"case.ron:11:14: this whole number is too large or too small; expected a number such as 2050; fix: correct the number");
    insta::assert_snapshot!(says(with("start: 2027,", "start: 1999,")), @"case.ron:21:28: the start of zoning.protected_share is 1999; expected a year of the projection, 2023 to 2050; fix: choose a year in this range, or move the start of the city or the horizon");
    insta::assert_snapshot!(says(with("start: 2023,", "start: 2001,")), @"case.ron:17:20: London has no stocks of 2001 to start from; expected one of 2012, 2023; fix: choose one of these years");
}

#[test]
fn names_given_twice_and_texts_that_deceive() {
    insta::assert_snapshot!(says(with("\"zoning.release_pace\"", "\"zoning.protected_share\"")), @"case.ron:25:17: zoning.protected_share is given twice, first at 19:17; expected each name once; fix: remove one of them");
    insta::assert_snapshot!(says(with("horizon: 2050,", "horizon: 2050,\n    horizon: 2040,")), @"case.ron:12:5: horizon is given twice, first at 11:5; expected each name once; fix: remove one of them");
    insta::assert_snapshot!(says(with("Protect and", "Protect\u{202e} and")), @"case.ron:4:12: this text has the character U+202E, which hides or reorders what is read; expected letters, digits, punctuation and line breaks; fix: remove it");
    insta::assert_snapshot!(says(with("Protect and", "Protect\\u{7} and")), @"case.ron:4:12: this text has the character U+0007, which hides or reorders what is read; expected letters, digits, punctuation and line breaks; fix: remove it");
}

#[test]
fn all_problems_of_meaning_are_listed_in_the_order_of_the_text() {
    let text = with("horizon: 2050", "horizon: 2500")
        .replacen("\"zoning.release_pace\"", "\"zoning.pace\"", 1)
        .replacen("level: 70", "level: 700", 1)
        .replacen("ramp: 5", "ramp: NaN", 1)
        .replacen("\"brussels\"", "\"bruxelles\"", 1);
    insta::assert_snapshot!(says(text), @r#"
    case.ron:11:14: the horizon 2500 is too far; expected a year up to 2100; fix: choose an earlier year
    case.ron:22:27: NaN is not a number to compute with; expected a finite number; fix: write the number
    case.ron:25:17: unknown lever "zoning.pace"; expected one of zoning.protected_share, zoning.release_pace, zoning.reprovision, zoning.intensification, zoning.new_land, rent.affordable_quota, rent.affordable_discount, rent.public_ownership, rent.stabilisation, rent.property_tax, incentives.capital_grants, incentives.circular_programme, incentives.maker_spaces, incentives.skills, incentives.innovation; fix: correct the name, or remove it
    case.ron:32:28: zoning.reprovision is 700; expected 0 to 100 %; fix: choose a value in this range
    case.ron:63:9: unknown city "bruxelles"; expected one of london, brussels, rotterdam; fix: correct the name, or remove it, or give its pack with --pack FILE
    "#);
}

#[test]
fn packs_and_evidence_are_refused_with_a_place_too() {
    let root = env!("CARGO_MANIFEST_DIR");
    let london = std::fs::read_to_string(format!("{root}/presets/cities/london.ron")).expect("there");
    let newer = london.replacen("version: 2", "version: 9", 1);
    insta::assert_snapshot!(says(newer), @"case.ron:5:14: this file is of format version 9, from a newer Making Room; expected version 2 or older; fix: open it with a Making Room that reads format version 9, or ask for a copy in version 2");
    let unknown = london.replacen("\"zoning.release_pace\":", "\"zoning.pace\":", 1);
    assert!(says(unknown).contains("unknown lever \"zoning.pace\"; expected one of zoning.protected_share, "));
    let infinite = london.replacen("value: 65.0,", "value: 1e999,", 1);
    assert!(says(infinite).contains("1e999 is not a number to compute with; expected a finite number"));
    let cut = says(&london[..london.find("drift:").expect("there")]);
    assert!(cut.contains("the text ends inside the"), "{cut}");
    let sources = std::fs::read_to_string(format!("{root}/assets/evidence/sources.ron")).expect("there");
    let twice =
        format!("{}\n{}", sources.trim_end().trim_end_matches('}'), "    \"lit-34\": (citation: \"again\"),\n}\n");
    assert!(says(twice).contains("lit-34 is given twice, first at "));
}

#[test]
fn a_large_hostile_file_is_refused_in_reasonable_time() {
    let levers = (0..20_000).fold(String::new(), |text, i| text + &format!("\"a{i}\":(level:1,start:2027,ramp:1),"));
    let many = with("levers: {", &format!("levers: {{{levers}"));
    assert_eq!(says(many).lines().count(), 200);
    let twice = with("levers: {", &format!("levers: {{{}", "\"a\":(level:inf,start:2027,ramp:1),".repeat(20_000)));
    assert_eq!(says(twice).lines().count(), 200);
    let comments = with("levers: {", &format!("levers: {{{}", "/**/".repeat(400_000)));
    let folder = Folder::new();
    let path = folder.file(comments);
    Command::cargo_bin("making-room").expect("the binary").arg("check").arg(path).assert().success();
}

#[test]
fn lines_may_end_as_on_windows() {
    let folder = Folder::new();
    let path = folder.file(reference().replace('\n', "\r\n"));
    Command::cargo_bin("making-room").expect("the binary").arg("fmt").arg(&path).assert().success();
    assert_eq!(std::fs::read_to_string(&path).expect("there"), reference());
}
