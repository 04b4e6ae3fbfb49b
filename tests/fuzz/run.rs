//! Runs a target: seeds, mutations, what is kept, what a failure leaves behind.

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::mutate::{Dice, mutate};

/// What a target found in some bytes.
pub enum Seen {
    /// They were read in full.
    Read,
    /// They were refused, with a message of this kind.
    Refused(u64),
}

/// A target: what is seen, or the promise that was broken.
pub type Check = fn(&[u8]) -> Result<Seen, String>;

/// Something to try.
pub struct Target {
    pub name: &'static str,
    pub check: Check,
}

/// What a run came to.
pub struct Tally {
    name: &'static str,
    seed: u64,
    inputs: u64,
    read: u64,
    kinds: usize,
    seeds: usize,
    kept: usize,
    slowest: Duration,
    took: Duration,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, seed, inputs, read, kinds, seeds, kept, slowest, took } = self;
        let rate = f64::from(u32::try_from(*inputs).unwrap_or(u32::MAX)) / took.as_secs_f64();
        write!(
            f,
            "{name}: seed {seed}, {inputs} inputs from {seeds} files and {kept} kept, {read} read in full, \
             {kinds} kinds of refusal, slowest {slowest:.1?}, {took:.0?}, {rate:.0} a second"
        )
    }
}

/// The inputs of a run where nobody says how many: a few seconds.
const INPUTS: u64 = 3_000;

/// The seed of a run where nobody says which.
const SEED: u64 = 1;

/// The most inputs kept beside the seeds because they were answered in a new way.
const MOST_KEPT: usize = 1_000;

/// How long one input may take: a second is promised for a whole file, and this
/// leaves a busy machine its time.
const PATIENCE: Duration = Duration::from_secs(5);

/// A number from the environment.
fn setting(name: &str, otherwise: u64) -> u64 {
    let written = std::env::var(name).ok();
    written.map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is not a number")))
}

/// Tries the corpus of a target, then mutations of it.
pub fn run(target: &Target) -> Tally {
    let seeds = seeds(target.name);
    let watch = Watch::start(target.name);
    let attempt = |bytes: &[u8]| {
        watch.next(bytes);
        match catch_unwind(AssertUnwindSafe(|| (target.check)(bytes))) {
            Ok(Ok(seen)) => seen,
            Ok(Err(_)) | Err(_) => broken(target, bytes),
        }
    };
    for (_, seed) in &seeds {
        attempt(seed.as_bytes());
    }
    let (seed, inputs) = (setting("FUZZ_SEED", SEED), setting("FUZZ_INPUTS", INPUTS));
    let mut dice = Dice::new(seed);
    let mut pool: Vec<String> = seeds.iter().map(|(_, text)| text.clone()).collect();
    let mut kinds = HashSet::new();
    let (mut read, mut slowest, begun) = (0, Duration::ZERO, Instant::now());
    for _ in 0..inputs {
        // Half of the time a seed, else something that was kept; mostly a small one,
        // because more of those can be tried.
        let among = if dice.one_in(2) { seeds.len() } else { pool.len() };
        let one_of = if dice.one_in(24) { 1 } else { 5 };
        let candidates = (0..one_of).map(|_| dice.below(among));
        let from = candidates.min_by_key(|at| pool[*at].len()).unwrap_or_default();
        let other = dice.below(pool.len());
        let bytes = mutate(&mut dice, &pool[from], &pool[other]);
        let before = Instant::now();
        let answer = attempt(&bytes);
        slowest = slowest.max(before.elapsed());
        let is_new = match answer {
            Seen::Read => {
                read += 1;
                // What still opens leads further; not all of it can be kept.
                dice.one_in(16)
            }
            Seen::Refused(kind) => kinds.insert(kind),
        };
        if is_new && let Ok(text) = String::from_utf8(bytes) {
            if pool.len() < seeds.len() + MOST_KEPT {
                pool.push(text);
            } else {
                let at = seeds.len() + dice.below(MOST_KEPT);
                pool[at] = text;
            }
        }
    }
    let (kept, took) = (pool.len() - seeds.len(), begun.elapsed());
    Tally { name: target.name, seed, inputs, read, kinds: kinds.len(), seeds: seeds.len(), kept, slowest, took }
}

/// The files of a target's corpus with their names.
fn seeds(name: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let text = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text)
    };
    let seeds: Vec<_> = paths.into_iter().map(text).collect();
    assert!(!seeds.is_empty(), "{} has no files", folder.display());
    seeds
}

/// A number for the kind of a message: its first words and what was expected,
/// without what the input itself brought into it.
pub fn kind_of(message: &str, expected: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in message.split_whitespace().take(3).filter(|word| word.chars().all(|c| c.is_ascii_lowercase())) {
        word.hash(&mut hasher);
    }
    let letters = expected.chars().filter(char::is_ascii_lowercase).take(60);
    letters.collect::<String>().hash(&mut hasher);
    hasher.finish()
}

/// Makes an input that breaks a promise as small as it gets, writes it down and fails.
fn broken(target: &Target, bytes: &[u8]) -> ! {
    let breaks = |bytes: &[u8]| !matches!(catch_unwind(AssertUnwindSafe(|| (target.check)(bytes))), Ok(Ok(_)));
    let small = smaller(bytes.to_vec(), breaks);
    let path = write(target.name, "broken", &small);
    let said = match catch_unwind(AssertUnwindSafe(|| (target.check)(&small))) {
        Ok(Err(promise)) => promise,
        _ => "it panicked, as told above".to_owned(),
    };
    panic!("{}: {said}\nthe input is in {}:\n{}", target.name, path.display(), String::from_utf8_lossy(&small));
}

/// Cuts pieces out, ever smaller ones, while the promise stays broken.
fn smaller(mut bytes: Vec<u8>, breaks: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut size = bytes.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < bytes.len() {
            let end = (at + size).min(bytes.len());
            let without = [&bytes[..at], &bytes[end..]].concat();
            if breaks(&without) {
                bytes = without;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    bytes
}

fn write(target: &str, what: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../fuzz").join(target);
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let path = folder.join(format!("{what}-{:016x}", hasher.finish()));
    std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, bytes)).expect("it can be written down");
    path
}

/// Watches from another thread that no input takes for ever.
struct Watch {
    count: Arc<AtomicU64>,
    input: Arc<Mutex<Vec<u8>>>,
}

impl Watch {
    fn start(name: &'static str) -> Self {
        let watch = Self { count: Arc::default(), input: Arc::default() };
        let (count, input) = (Arc::downgrade(&watch.count), Arc::clone(&watch.input));
        std::thread::spawn(move || {
            let mut last = (u64::MAX, Instant::now());
            while let Some(now) = count.upgrade().map(|count| count.load(Ordering::Relaxed)) {
                if now != last.0 {
                    last = (now, Instant::now());
                } else if now > 0 && last.1.elapsed() > PATIENCE {
                    let path = write(name, "slow", &input.lock().unwrap_or_else(PoisonError::into_inner));
                    eprintln!("{name}: an input takes longer than {PATIENCE:?}: {}", path.display());
                    std::process::abort();
                }
                std::thread::sleep(Duration::from_millis(200));
            }
        });
        watch
    }

    fn next(&self, bytes: &[u8]) {
        bytes.clone_into(&mut self.input.lock().unwrap_or_else(PoisonError::into_inner));
        self.count.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn what_breaks_is_made_small() {
    let input = b"some text (with the one thing) that matters".to_vec();
    let breaks = |bytes: &[u8]| bytes.windows(3).any(|three| three == b"one");
    assert_eq!(smaller(input, breaks), b"one");
}
