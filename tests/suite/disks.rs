//! Disks that take no more, and folders in which nobody may write: what was there
//! stays, and the message says why.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

use making_room::scenario::presets;

const BINARY: &str = env!("CARGO_BIN_EXE_making-room");

/// Puts a file that `fmt` would rewrite into a folder.
fn untidy(folder: &Path) -> String {
    let text = format!("// Untidy.\n\n\n{}", presets::ALL[1].text());
    fs::write(folder.join("a.ron"), &text).expect("it can be written");
    text
}

fn shell(folder: &Path, before: &[&str], script: &str) -> Output {
    let mut words = before.to_vec();
    words.extend(["sh", "-c", script]);
    Command::new(words[0]).args(&words[1..]).current_dir(folder).env("BINARY", BINARY).output().expect("a shell")
}

/// A disk of a few pages, filled up. Where the system lets nobody mount one, a limit
/// to the size of files does as well.
#[test]
fn a_full_disk_is_said_and_the_file_is_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let text = untidy(folder.path());
    let disk = "mkdir disk && mount -t tmpfs -o size=64k none disk && cp a.ron disk && \
        { cat /dev/zero > disk/rest 2>/dev/null; \"$BINARY\" fmt disk/a.ron; code=$?; cat disk/a.ron; exit $code; }";
    let unshare = ["unshare", "--user", "--map-root-user", "--mount"];
    let can_mount = Command::new(unshare[0]).args(&unshare[1..]).arg("true").status().is_ok_and(|s| s.success());
    let (output, says) = if can_mount {
        (shell(folder.path(), &unshare, disk), "the disk is full")
    } else {
        let limit = "trap '' XFSZ; ulimit -f 1; \"$BINARY\" fmt a.ron; code=$?; cat a.ron; exit $code";
        (shell(folder.path(), &[], limit), "the file cannot be written")
    };
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{error}");
    assert!(error.contains(says), "{error}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), text, "the file is as it was");
}

/// Root may write anywhere, so that this needs somebody else, whom a name space has.
#[test]
fn a_folder_that_may_not_be_written_is_said_and_the_file_is_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let text = untidy(folder.path());
    fs::set_permissions(folder.path().join("a.ron"), fs::Permissions::from_mode(0o444)).expect("it is ours");
    let output = shell(folder.path(), &[], "\"$BINARY\" fmt a.ron");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("read-only"), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("a.ron")).expect("it is there"), text);
}
