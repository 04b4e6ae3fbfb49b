//! Saving while the system fails, through the real binary: whatever happens, the
//! file is the old or the new one, with its permissions and links, and nothing
//! else is left in its folder.
//!
//! Full disks and read-only folders are made in a mount namespace of the test's
//! own, because permissions do not stop root, as whom tests often run. That needs
//! user namespaces, or root with the right to mount; where neither is there, these
//! tests fail and say so.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use making_room::scenario::presets;
use making_room::scenario::store;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use super::cli::{good, text, utf8};
use super::documents::library;

/// A document that is not in standard form, and the same as `fmt` writes it.
struct Pair {
    old: String,
    new: String,
}

fn pair() -> Pair {
    let new = presets::find("replay-brussels-2013").expect("a preset").text().to_owned();
    // A comment inside makes it longer than what is written: a new file cut short shows.
    Pair {
        old: new.replacen("horizon:", "\n\n    // of the projection\n    horizon:", 1),
        new: format!("// of the projection\n{new}"),
    }
}

fn binary() -> PathBuf {
    assert_cmd::cargo::cargo_bin("making-room")
}

/// Runs a script in a mount namespace of its own, in `folder`, with the program as `$0`.
fn with_mounts(folder: &Path, script: &str) -> String {
    let works = |options: &[&str]| {
        Command::new("unshare").args(options).args(["sh", "-c", "mount -t tmpfs none /mnt"]).output()
    };
    let ways: [&[&str]; 2] = [&["-Urm"], &["-m"]];
    let tried = ways.map(|options| (options, works(options)));
    let way = tried.iter().find(|(_, output)| output.as_ref().is_ok_and(|output| output.status.success()));
    let why = || {
        tried.iter().fold(String::new(), |mut text, (options, output)| {
            let said =
                output.as_ref().map_or_else(ToString::to_string, |o| String::from_utf8_lossy(&o.stderr).into_owned());
            // Writing to a string cannot fail.
            let _ = write!(text, "\nunshare {}: {said}", options.join(" "));
            text
        })
    };
    let (options, _) = way.unwrap_or_else(|| {
        panic!(
            "a small disk cannot be mounted here: this test needs user namespaces, or root with CAP_SYS_ADMIN{}",
            why()
        )
    });
    let mut command = Command::new("unshare");
    command.args(*options).args(["sh", "-euc", script]).arg(binary()).current_dir(folder);
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// Saves and tells in a line: the code, whether the file is old or new, the names in
/// the folder, and the first of what was said.
const TELL: &str = r#"
tell() {
    code=0
    "$0" "$@" 2>said || code=$?
    is=broken
    if cmp -s disk/a.ron old; then is=old; elif cmp -s disk/a.ron new; then is=new; fi
    mode=$(stat -c %a disk/a.ron)
    echo "$code $is $mode [$(ls -A disk | tr '\n' ' ')] $(head -n 1 said)"
}
"#;

fn folder_with(pair: &Pair) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("old", &pair.old), ("new", &pair.new)] {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    std::fs::create_dir(folder.path().join("disk")).expect("made");
    folder
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    let folder = folder_with(&pair());
    // From no page free to enough for the new file and the one before.
    let told = with_mounts(
        folder.path(),
        &format!(
            "{TELL}
            for pages in 0 1 2 3 4 5 6 7 8; do
                mount -t tmpfs -o size=64k none disk
                cp old disk/a.ron
                chmod 640 disk/a.ron
                ln -s a.ron disk/link.ron
                while [ $(($(df --output=avail -k disk | tail -n 1) / 4)) -gt $pages ]; do
                    head -c 4096 /dev/zero >> disk/filler
                done
                tell fmt disk/link.ron
                [ -L disk/link.ron ] || echo 'the link is gone'
                umount disk
            done
            mount -t tmpfs -o nr_inodes=3 none disk
            cp old disk/a.ron
            chmod 640 disk/a.ron
            touch disk/filler
            tell fmt disk/a.ron"
        ),
    );
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 10, "{told}");
    let full = "the file cannot be written: the disk is full";
    for line in &lines {
        let refused =
            line.starts_with("3 old 640 [a.ron filler link.ron ] ") || line.starts_with("3 old 640 [a.ron filler ] ");
        let saved = line.starts_with("0 new 640 [a.ron a.ron~ filler link.ron ] ");
        assert!(saved || (refused && line.contains(full)), "{line}\n{told}");
    }
    assert!(lines[0].starts_with("3 old") && lines[8].starts_with("0 new"), "{told}");
    assert!(lines[9].starts_with("3 old"), "no file can be made: {told}");
}

#[test]
fn a_read_only_folder_and_a_name_that_cannot_be_taken_leave_the_old_file() {
    let folder = folder_with(&pair());
    let told = with_mounts(
        folder.path(),
        &format!(
            "{TELL}
            cp old disk/a.ron
            chmod 640 disk/a.ron
            mount --bind disk disk
            mount -o remount,bind,ro disk
            tell fmt disk/a.ron
            umount disk
            mount --bind disk/a.ron disk/a.ron
            tell fmt disk/a.ron
            umount disk/a.ron
            rm -f disk/a.ron~
            mkdir disk/a.ron~ disk/a.ron~/inside
            tell fmt disk/a.ron
            rm -r disk/a.ron~
            tell fmt disk/a.ron"
        ),
    );
    let lines: Vec<&str> = told.lines().collect();
    let expected = [
        ("3 old 640 [a.ron ] disk/a.ron: the file cannot be written: you may not write there", "read-only"),
        ("3 old 640 [a.ron a.ron~ ] disk/a.ron: the file cannot be written: ", "the name cannot be taken"),
        ("3 old 640 [a.ron a.ron~ ] disk/a.ron~: the file cannot be written: ", "nor the one of the version before"),
        ("0 new 640 [a.ron a.ron~ ] ", "and once it can, it is saved"),
    ];
    assert_eq!(lines.len(), expected.len(), "{told}");
    for (line, (begins, what)) in lines.iter().zip(expected) {
        assert!(line.starts_with(begins), "{what}: {line}");
    }
}

#[test]
fn a_limit_on_the_size_of_files_leaves_the_old_file() {
    let Pair { old, .. } = pair();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    std::fs::write(&path, &old).expect("written");
    // The shell counts in blocks of 512 bytes; without the trap the signal would end the program.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
    let output =
        Command::new("sh").args(["-c", script]).arg(binary()).args(["fmt", utf8(&path)]).output().expect("it runs");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("a.ron: the file cannot be written: "), "{said}");
    assert_eq!(std::fs::read_to_string(&path).expect("there"), old);
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[test]
fn a_folder_that_vanished_and_links_that_lead_nowhere_are_told() {
    let library = library();
    let scenario = presets::ALL[0].open(&library).expect("it opens");
    let folder = tempfile::tempdir().expect("a folder");
    let save = |name: &str| store::save(&folder.path().join(name), &scenario, &library).expect_err(name).to_string();
    assert!(save("gone/a.ron").contains("its folder is not there, or not any more"));
    std::os::unix::fs::symlink("gone/a.ron", folder.path().join("away.ron")).expect("linked");
    assert!(save("away.ron").contains("its folder is not there"));
    std::os::unix::fs::symlink("circle.ron", folder.path().join("circle.ron")).expect("linked");
    assert!(save("circle.ron").contains("the file cannot be written: "));
    assert_eq!(names(folder.path()), ["away.ron", "circle.ron"]);
    // A link to a name that is free makes the file there and stays a link.
    std::os::unix::fs::symlink("b.ron", folder.path().join("to-b.ron")).expect("linked");
    store::save(&folder.path().join("to-b.ron"), &scenario, &library).expect("saved");
    assert!(folder.path().join("to-b.ron").is_symlink() && folder.path().join("b.ron").is_file());
}

#[test]
fn a_file_keeps_its_permissions_and_what_was_before_is_no_more_open_than_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    let pair = pair();
    for mode in [0o600, 0o640, 0o664, 0o400 | 0o200] {
        std::fs::write(&path, &pair.old).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
        let owner = |path: &Path| std::fs::metadata(path).map(|m| (m.uid(), m.gid(), m.mode() & 0o777)).expect("there");
        let before = owner(&path);
        let moved = Command::new(binary()).args(["fmt", utf8(&path)]).output().expect("it runs");
        assert!(moved.status.success(), "{}", text(&moved.stderr));
        assert_eq!(std::fs::read_to_string(&path).expect("there"), pair.new);
        assert_eq!([owner(&path), owner(&store::previous(&path))], [before; 2], "{mode:o}");
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let names: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect();
    names.into_iter().collect()
}

/// A save that is killed, many times over.
struct Killing {
    folder: tempfile::TempDir,
    dice: ChaCha8Rng,
    /// How long the command takes.
    usual: Duration,
}

/// How often each command is killed.
const TIMES: u32 = 105;

/// How often it may come to its end before it is killed.
const MISSES: u32 = 400;

impl Killing {
    fn new(seed: u64, command: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut this = Self { folder, dice: ChaCha8Rng::seed_from_u64(seed), usual: Duration::ZERO };
        let begun = Instant::now();
        let output = this.command(command).output().expect("it runs");
        this.usual = begun.elapsed();
        assert!(output.status.success(), "{}", text(&output.stderr));
        this
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(self.folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Starts the command and kills it at a random moment, or as soon as it makes a
    /// file. Whether it was killed before its end.
    fn kill(&mut self, arguments: &[&str]) -> bool {
        let before = names(self.folder.path());
        let (share, waits) = (self.dice.next_u64() % 1_000, self.dice.next_u64().is_multiple_of(2));
        let mut child = self.command(arguments).spawn().expect("it runs");
        let limit = self.usual * u32::try_from(share).unwrap_or_default() / 900;
        let begun = Instant::now();
        while begun.elapsed() < limit * if waits { 10 } else { 1 } {
            if waits && names(self.folder.path()) != before {
                break;
            }
            if child.try_wait().expect("it can be asked").is_some() {
                break;
            }
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().expect("it ends").code().is_none()
    }

    /// What killed saves left is gone after a later one, once nobody can be at it any more.
    fn clears_up(&self, arguments: &[&str], path: &Path, old: &str, known: &[&str]) {
        if !old.is_empty() {
            std::fs::write(path, old).expect("written");
        }
        let _ = std::fs::remove_file(store::previous(path));
        let left = self.left(known);
        let hour_ago = std::time::SystemTime::now() - Duration::from_hours(1);
        for name in &left {
            let file = std::fs::File::options().write(true).open(self.path(name)).expect("there");
            file.set_modified(hour_ago).expect("aged");
        }
        assert!(self.command(arguments).status().expect("it runs").success());
        // What looks like a word or a date stays: somebody may have chosen it.
        let is_chosen = |name: &String| {
            let ending = &name.as_bytes()[name.len() - 6..];
            [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit].iter().any(|is| ending.iter().all(is))
        };
        let stays = self.left(known);
        assert!(stays.iter().all(is_chosen), "of {} files that were left: {stays:?}", left.len());
    }

    /// What is in the folder beside these names.
    fn left(&self, known: &[&str]) -> Vec<String> {
        names(self.folder.path()).into_iter().filter(|name| !known.contains(&name.as_str())).collect()
    }
}

/// Whatever was left is no file that anybody would open.
fn is_hidden(names: &[String]) -> bool {
    names.iter().all(|name| name.starts_with('.'))
}

#[test]
fn a_killed_fmt_leaves_the_old_or_the_new_file() {
    let pair = pair();
    let mut killing = Killing::new(1, &["presets"]);
    let path = killing.path("a.ron");
    let (mut tried, mut killed, mut new) = (0, 0, 0);
    while killed < TIMES {
        tried += 1;
        assert!(tried <= TIMES + MISSES, "only {killed} of {tried} were killed before their end");
        let _ = std::fs::remove_file(store::previous(&path));
        std::fs::write(&path, &pair.old).expect("written");
        killed += u32::from(killing.kill(&["fmt", "a.ron"]));
        let now = std::fs::read_to_string(&path).expect("there");
        assert!(now == pair.old || now == pair.new, "neither old nor new:\n{now}");
        new += u32::from(now == pair.new);
        if let Ok(before) = std::fs::read_to_string(store::previous(&path)) {
            assert_eq!(before, pair.old, "the version before is whole");
        }
        assert!(is_hidden(&killing.left(&["a.ron", "a.ron~"])));
    }
    println!("fmt: killed {killed} of {tried} times, {new} with the new file");
    killing.clears_up(&["fmt", "a.ron"], &path, &pair.old, &["a.ron", "a.ron~"]);
}

#[test]
fn a_killed_merge_leaves_the_old_or_the_new_file() {
    let library = library();
    let mut killing = Killing::new(2, &["presets"]);
    let arguments = ["merge", "preset:reference", "preset:reference", "preset:circular-city", "-o", "a.ron"];
    let path = killing.path("a.ron");
    let old = format!("// before\n{}", presets::ALL[0].text());
    std::fs::write(&path, &old).expect("written");
    assert!(killing.command(&arguments).status().expect("it runs").success());
    let new = std::fs::read_to_string(&path).expect("there");
    assert_ne!(old, new);
    let (mut tried, mut killed, mut news) = (0, 0, 0);
    while killed < TIMES {
        tried += 1;
        assert!(tried <= TIMES + MISSES, "only {killed} of {tried} were killed before their end");
        let _ = std::fs::remove_file(store::previous(&path));
        std::fs::write(&path, &old).expect("written");
        killed += u32::from(killing.kill(&arguments));
        let now = std::fs::read_to_string(&path).expect("there");
        assert!(now == old || now == new, "neither old nor new:\n{now}");
        news += u32::from(now == new);
        assert!(store::open(&path, &library).is_ok());
        if let Ok(before) = std::fs::read_to_string(store::previous(&path)) {
            assert_eq!(before, old, "the version before is whole");
        }
        assert!(is_hidden(&killing.left(&["a.ron", "a.ron~"])));
    }
    println!("merge: killed {killed} of {tried} times, {news} with the new file");
    killing.clears_up(&arguments, &path, &old, &["a.ron", "a.ron~"]);
}

#[test]
fn a_killed_new_leaves_no_file_or_a_whole_one() {
    let mut killing = Killing::new(3, &["presets"]);
    let path = killing.path("a.ron");
    good(&["new", "london", "-o", utf8(&path)]);
    let whole = std::fs::read_to_string(&path).expect("there");
    let (mut tried, mut killed, mut made) = (0, 0, 0);
    while killed < TIMES {
        tried += 1;
        assert!(tried <= TIMES + MISSES, "only {killed} of {tried} were killed before their end");
        let _ = std::fs::remove_file(&path);
        killed += u32::from(killing.kill(&["new", "london", "-o", "a.ron"]));
        if let Ok(now) = std::fs::read_to_string(&path) {
            assert_eq!(now, whole);
            made += 1;
        }
        assert!(is_hidden(&killing.left(&["a.ron"])));
    }
    println!("new: killed {killed} of {tried} times, {made} with a file");
    let _ = std::fs::remove_file(&path);
    killing.clears_up(&["new", "london", "-o", "a.ron"], &path, "", &["a.ron"]);
}
