//! Hostile files through the real binary: each is refused in time, in a message
//! that says what is wrong and that does nothing itself.
//!
//! What is promised is a second and 200 MB; `benches/hostile.rs` measures it. A
//! test on a busy machine allows five times as much.

mod cases;

use std::time::Duration;

use assert_cmd::Command;
use making_room::reading::tree::is_deceptive;

use cases::Case;

/// Five times what is promised.
const PATIENCE: Duration = Duration::from_secs(5);

/// Five times what is promised (kB), as the shell limits a process.
const MEMORY: u64 = 5 * 200 * 1024;

/// What is wrong with what the program says of a case.
fn wrong(case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = case.make(folder.path());
    let binary = assert_cmd::cargo::cargo_bin("making-room");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]).arg(binary).args(case.command).arg(&path);
    let output = command.timeout(PATIENCE).output().expect("it runs");
    let [answer, said] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let place = format!("{}:", path.display());
    let broken = |promise: &str, kept: bool| {
        let beginning: String = said.chars().take(600).collect();
        (!kept).then(|| format!("{}: {promise}: {:?}: {beginning:?}", case.name, output.status.code()))
    };
    let said_in_full = said.replace(&place, "");
    let promises = if case.says.is_empty() {
        vec![("it is in order", output.status.success() && said.is_empty())]
    } else {
        vec![
            ("refused as the fault of the input", output.status.code() == Some(1)),
            ("nothing beside the message", answer.is_empty()),
            ("begins with the name of the file", said.starts_with(&place)),
            (case.says, said_in_full.contains(case.says)),
        ]
    };
    let always = [
        ("no panic", !said.contains("panicked")),
        (
            "nothing that acts or deceives",
            ![&answer, &said].iter().any(|text| text.contains(|c| c != '\n' && is_deceptive(c))),
        ),
        ("no more lines than anybody reads", answer.lines().count() <= 200 && said.lines().count() <= 200),
        (
            "lines that can be read to their end",
            answer.lines().chain(said.lines()).all(|line| line.chars().count() < 5_000),
        ),
    ];
    promises.into_iter().chain(always).find_map(|(promise, kept)| broken(promise, kept))
}

#[test]
fn every_hostile_file_is_refused_in_time_with_a_clear_message() {
    let wrong: Vec<String> = cases::all().iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
