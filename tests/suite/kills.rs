//! The program killed at random moments while somebody edits and saves: its file is
//! the old or the new one every time, and what was edited is in the file or kept.
//!
//! The program is this test binary, started again: it edits through the same
//! workspace, keeps through the same thread and saves through the same store as the
//! window does. Time runs ten times as fast: what is kept within two seconds in the
//! window is kept within two tenths here, and held to five times as much.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use making_room::evidence::Library;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::{presets, store};
use making_room::session::document::DocumentId;
use making_room::session::recovery::{DELAY, Keeper, PROMISE, left_behind};
use making_room::session::view::View;
use making_room::session::workspace::Workspace;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().expect("the evidence is embedded"));

/// How often the program is killed, on how many lanes at once.
const KILLS: u32 = 320;
const LANES: u32 = 8;

/// How much faster time runs than in the window.
const SPEED: u32 = 10;

/// How much longer than promised it may take here, on a machine that does eight
/// things at once.
const MARGIN: u32 = 5;

const FOLDER: &str = "MAKING_ROOM_KILLS_FOLDER";
const SEED: &str = "MAKING_ROOM_KILLS_SEED";
const FILE: &str = "plan.scenario.ron";
/// The title with which the file begins.
const FIRST: &str = "Replay: London from 2012";

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    /// A number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        // Knuth's MMIX; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Not a test: what is killed. It edits a document with a file and one without, and
/// says before and after each edit and each save what it is about.
#[test]
#[ignore = "it is started by the test that kills it"]
fn somebody_edits_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).expect("a seed");
    let (mut dice, file) = (Dice(seed), folder.join(FILE));
    let mut workspace = Workspace::new(LIBRARY.clone(), View::default());
    workspace.open(&file).expect("the file opens");
    let with_file = workspace.document().id;
    workspace.begin("none", &["london".to_owned()]).expect("it can be begun");
    let without = workspace.document().id;
    let mut keeper = Keeper::with_delay(folder.join("recovery"), DELAY / SPEED, || {});
    let names = HashMap::from([(with_file, "file"), (without, "none")]);
    println!("\nbegin");
    for n in 1_u32.. {
        let id = if dice.below(3) == 0 { without } else { with_file };
        workspace.select(id);
        match dice.below(12) {
            0 if workspace.document().history().undo_change().is_some() => workspace.undo(),
            1 => {
                let level = f64::from(n % 100);
                let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
                workspace.apply(&edit, None).expect("a level in range");
                edit_title(&mut workspace, n);
            }
            _ => edit_title(&mut workspace, n),
        }
        let (name, title) = (names[&id], workspace.document().title().to_owned());
        println!("edit {name} {title}");
        keeper.follow(&workspace);
        println!("edited");
        if dice.below(6) == 0 {
            let title = title_of(&workspace, with_file);
            println!("save {title}");
            workspace.save(with_file, &file).expect("the file can be written");
            println!("saved {title}");
            keeper.follow(&workspace);
        }
        thread::sleep(Duration::from_millis(dice.below(10)));
    }
}

fn edit_title(workspace: &mut Workspace, n: u32) {
    workspace.apply(&ScenarioEdit::SetTitle(n.to_string()), None).expect("a number is a title");
}

fn title_of(workspace: &Workspace, id: DocumentId) -> String {
    workspace.find(id).expect("it is open").title().to_owned()
}

/// What the program said of a document or of its saves.
#[derive(Default)]
struct Said {
    /// What was said, and when it was heard.
    edits: HashMap<String, Vec<(String, Instant)>>,
    /// What was begun to be saved, and how many of them were.
    saves: Vec<String>,
    saved: usize,
}

impl Said {
    fn hear(&mut self, line: &str) {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["edit", document, title] => {
                self.edits.entry(document.to_owned()).or_default().push((title.to_owned(), Instant::now()));
            }
            ["save", title] => self.saves.push(title.to_owned()),
            ["saved", _] => self.saved = self.saves.len(),
            _ => {}
        }
    }
}

/// What is there after a kill.
struct Round {
    /// The age, at the kill, of the oldest edit that is lost.
    lost: Duration,
    /// Whether a write was cut off and left a name behind.
    has_remains: bool,
}

/// Starts the program, kills it after some time and looks at what is there.
fn kill_once(seed: u64) -> Round {
    let mut dice = Dice(seed);
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join(FILE);
    let preset = presets::find("replay-london-2012").expect("it is shipped");
    let first = store::text(&preset.open(&LIBRARY).expect("it opens"), &LIBRARY);
    fs::write(&file, first).expect("it can be written");
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "kills::somebody_edits_until_killed", "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder.path())
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("this binary starts");
    let (said, killed_at) = listen_and_kill(&mut child, &mut dice);
    judge(folder.path(), &file, &said, killed_at, seed)
}

/// Hears what the program says, and kills it at a random moment after it began.
fn listen_and_kill(child: &mut Child, dice: &mut Dice) -> (Said, Instant) {
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let began = lines.by_ref().map_while(Result::ok).find(|line| line == "begin");
    assert!(began.is_some(), "the program ended before it began");
    // Long enough, often enough, that there is something which must be kept.
    let bound = u64::try_from((PROMISE / SPEED * MARGIN).as_millis()).expect("a second or so");
    let after = if dice.below(5) < 3 { dice.below(500) } else { bound + dice.below(bound) };
    let listener = thread::spawn(move || {
        let mut said = Said::default();
        lines.map_while(Result::ok).for_each(|line| said.hear(&line));
        said
    });
    thread::sleep(Duration::from_millis(after));
    // Standard library and Unix: SIGKILL.
    let killed_at = Instant::now();
    child.kill().expect("it still runs");
    let status = child.wait().expect("it ended");
    assert_eq!(status.code(), None, "it was killed, and did not end before");
    (listener.join().expect("a listener does not panic"), killed_at)
}

fn judge(folder: &Path, file: &Path, said: &Said, killed_at: Instant, seed: u64) -> Round {
    // The file is the one from before, or one that was saved, or was about to be.
    let on_disk = store::open(file, &LIBRARY).unwrap_or_else(|problems| panic!("seed {seed}: {problems}"));
    let on_disk = on_disk.scenario.title;
    let last_saved = said.saved.checked_sub(1).map_or(FIRST, |at| &said.saves[at]);
    let begun = said.saves.get(said.saved);
    let is_old_or_new = on_disk == last_saved || Some(&on_disk) == begun;
    assert!(is_old_or_new, "seed {seed}: the file has {on_disk:?}, not {last_saved:?} or {begun:?}");
    let before = store::previous(file);
    assert!(!before.exists() || store::open(&before, &LIBRARY).is_ok(), "seed {seed}: the version before");
    // What is kept can be read and opened.
    let found = left_behind(&folder.join("recovery"));
    assert_eq!(found.damaged, [], "seed {seed}");
    let mut kept: HashMap<&str, String> = HashMap::new();
    let mut workspace = Workspace::new(LIBRARY.clone(), View::default());
    for left in &found.left {
        workspace.recover(&left.kept).unwrap_or_else(|problems| panic!("seed {seed}: {problems}"));
        assert_eq!(workspace.document().title(), left.kept.title, "seed {seed}");
        let document = if left.kept.path.is_some() { "file" } else { "none" };
        assert_eq!(kept.insert(document, left.kept.title.clone()), None, "seed {seed}: kept once");
    }
    let mut lost = Duration::ZERO;
    for (document, edits) in &said.edits {
        let there = kept.get(document.as_str()).into_iter().chain((document == "file").then_some(&on_disk));
        let there: Vec<&String> = there.collect();
        // The newest edit whose result is there; a title may come back by undo.
        let newest = edits.iter().rposition(|(title, _)| there.contains(&title));
        if let Some((_, at)) = edits.get(newest.map_or(0, |at| at + 1)) {
            lost = lost.max(killed_at.saturating_duration_since(*at));
        }
    }
    let names = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.file_name());
    let has_remains = names.into_iter().any(|name| name.to_string_lossy().starts_with('.'));
    Round { lost, has_remains }
}

#[test]
fn killed_at_any_moment_nothing_is_lost_but_the_last_edits() {
    let lanes: Vec<_> = (0..LANES)
        .map(|lane| {
            let seeds = (0..KILLS / LANES).map(move |round| u64::from(lane * 1000 + round));
            thread::spawn(move || seeds.map(|seed| (seed, kill_once(seed))).collect::<Vec<_>>())
        })
        .collect();
    let rounds: Vec<(u64, Round)> = lanes.into_iter().flat_map(|lane| lane.join().expect("no round failed")).collect();
    assert!(rounds.len() >= 300);
    let mut lost: Vec<Duration> = rounds.iter().map(|(_, round)| round.lost).collect();
    lost.sort();
    let remains = rounds.iter().filter(|(_, round)| round.has_remains).count();
    println!(
        "{} kills; oldest edit lost: median {:?}, 95 % {:?}, most {:?}; promised {:?}; writes cut off: {remains}",
        rounds.len(),
        lost[lost.len() / 2],
        lost[lost.len() * 95 / 100],
        lost[lost.len() - 1],
        PROMISE / SPEED,
    );
    let bound = PROMISE / SPEED * MARGIN;
    for (seed, round) in &rounds {
        assert!(round.lost <= bound, "seed {seed}: an edit of {:?} before the kill is lost", round.lost);
    }
}
