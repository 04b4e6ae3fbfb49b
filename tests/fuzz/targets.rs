//! What must hold for any bytes.

use std::sync::LazyLock;

use making_room::evidence::Library;
use making_room::model::calibration::Calibration;
use making_room::reading::{Parsed, Problem, Problems, file, parsed, series as figures, tree};
use making_room::scenario::document::Scenario;
use making_room::scenario::format::{Opened, read, write};
use making_room::scenario::merge::{self, Choice};
use making_room::scenario::{diff, limits, lower};
use making_room::session::recovery::{self, Kept};

use super::run::{Seen, kind_of};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().expect("the shipped evidence can be read"));

/// What a merge reads: three documents with this between them.
const BETWEEN: &str = "\n// ---\n";

/// Fails with the promise unless it holds.
fn holds(promise: &str, holds: bool) -> Result<(), String> {
    if holds { Ok(()) } else { Err(promise.to_owned()) }
}

/// A refusal is told in full: what is wrong and where, in characters that do as
/// they look.
fn refused(problems: &[Problem], text: Option<&str>) -> Result<Seen, String> {
    let first = problems.first().ok_or("a refusal without a problem")?;
    for problem in problems.iter().take(3) {
        holds("a problem says what is wrong", !problem.message.is_empty())?;
        let said = problem.to_string();
        holds("a message is one line that deceives nobody", !said.contains(|c| c == '\n' || tree::is_deceptive(c)))?;
        holds("a message can be read to its end", said.chars().count() < 8_000)?;
        if let (Some(at), Some(text)) = (problem.at, text) {
            let line = text.split('\n').nth(at.line - 1);
            let inside = line.is_some_and(|line| at.column <= line.chars().count() + 2);
            holds(&format!("a place is in the text: {said}"), inside || at.line == text.split('\n').count() + 1)?;
        }
    }
    let expected =
        if first.expected.is_empty() { first.message.rsplit(": ").next().unwrap_or_default() } else { &first.expected };
    Ok(Seen::Refused(kind_of(&first.message, expected)))
}

fn parse(bytes: &[u8]) -> Result<Parsed, Problem> {
    Parsed::of("input", file::text("input", bytes.to_vec())?)
}

/// What comes of bytes that should be a document of some kind.
fn document<T>(bytes: &[u8], read: impl Fn(&Parsed) -> Result<T, Problems>) -> Result<Result<T, Seen>, String> {
    let text = std::str::from_utf8(bytes).ok();
    let parsed = match parse(bytes) {
        Ok(parsed) => parsed,
        Err(problem) => return refused(&[problem], text).map(Err),
    };
    match read(&parsed) {
        Ok(read) => Ok(Ok(read)),
        Err(problems) => refused(&problems.0, text).map(Err),
    }
}

fn open(text: &str) -> Result<Opened, String> {
    let parsed = Parsed::of("written", text.to_owned()).map_err(|p| format!("what was written is not read: {p}"))?;
    read(&parsed, &LIBRARY).map_err(|p| format!("what was written does not open: {p}\n{text}"))
}

fn text(opened: &Opened) -> String {
    let (scenario, library) = opened.with(&LIBRARY);
    write::whole(scenario, library, opened.receipt.as_ref())
}

/// A scenario opens in full or is refused; what opens is written, opens again as
/// the same, and is written again as the same bytes. It can be computed.
pub fn scenario(bytes: &[u8]) -> Result<Seen, String> {
    let opened = match document(bytes, |parsed| read(parsed, &LIBRARY))? {
        Ok(opened) => opened,
        Err(seen) => return Ok(seen),
    };
    let written = text(&opened);
    let again = open(&written)?;
    holds("what is written reads back equal", again.scenario == opened.scenario)?;
    holds("its receipt too", again.receipt == opened.receipt)?;
    holds("its packs too", again.library == opened.library)?;
    holds("the second time the same bytes are written", text(&again) == written)?;
    let (scenario, library) = opened.with(&LIBRARY);
    for city in scenario.cities.keys() {
        lower::inputs(scenario, city, library).map_err(|error| format!("{city} cannot be computed: {error}"))?;
    }
    for news in opened.news(&LIBRARY) {
        holds("news deceive nobody", !news.contains(tree::is_deceptive))?;
        holds("news can be read to their end", news.chars().count() < 40_000)?;
    }
    Ok(Seen::Read)
}

/// A pack is taken in full or refused; what is taken is written and taken again
/// as the same.
pub fn pack(bytes: &[u8]) -> Result<Seen, String> {
    let pack = match document(bytes, |parsed| LIBRARY.read_pack(parsed))? {
        Ok(pack) => pack,
        Err(seen) => return Ok(seen),
    };
    let written = write::pack(&pack);
    let parsed = Parsed::of("written", written.clone()).map_err(|p| format!("what was written is not read: {p}"))?;
    let again = LIBRARY.read_pack(&parsed).map_err(|p| format!("what was written is refused: {p}"))?;
    holds("a pack reads back equal", again == pack)?;
    holds("the second time the same bytes are written", write::pack(&again) == written)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    holds("an id is no path", !pack.id.is_empty() && pack.id.chars().all(plain))?;
    Ok(Seen::Read)
}

/// A merge takes every item from one of the sides, is the same from both, and is
/// in order or told to be not.
pub fn merge(bytes: &[u8]) -> Result<Seen, String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(Seen::Refused(0)) };
    let mut sides = Vec::new();
    for part in text.splitn(3, BETWEEN) {
        match document(part.as_bytes(), |parsed| read(parsed, &LIBRARY))? {
            Ok(opened) => sides.push(opened.scenario),
            Err(Seen::Refused(kind)) => return Ok(Seen::Refused(kind ^ sides.len() as u64)),
            Err(seen) => return Ok(seen),
        }
    }
    let Ok([base, mine, theirs]) = <[Scenario; 3]>::try_from(sides) else { return Ok(Seen::Refused(1)) };
    for choice in [Choice::Base, Choice::Mine, Choice::Theirs] {
        let merged = merge::merge(&base, &mine, &theirs, |_| choice);
        let from_somewhere = merged.scenario.cities.iter().all(|(city, plan)| {
            let all = [&base, &mine, &theirs];
            plan.levers.iter().all(|(id, setting)| all.iter().any(|side| side.setting(city, *id) == Some(setting)))
        });
        holds("no lever comes from nowhere", from_somewhere)?;
        if limits::faults(&merged.scenario, &LIBRARY).is_empty() {
            let written = write::write(&merged.scenario);
            holds("a merge reads back equal", open(&written)?.scenario == merged.scenario)?;
        }
    }
    let (here, there) =
        (merge::merge(&base, &mine, &theirs, |_| Choice::Base), merge::merge(&base, &theirs, &mine, |_| Choice::Base));
    holds("a merge is the same from both sides", diff::diff(&here.scenario, &there.scenario).is_empty())?;
    holds("so are its conflicts", here.conflicts.len() == there.conflicts.len())?;
    for (a, b) in [(&mine, &base), (&base, &mine), (&mine, &mine)] {
        let merged = merge::merge(&base, a, b, |_| Choice::Base);
        holds(
            "with one side unchanged it is the other",
            merged.conflicts.is_empty() && diff::diff(&merged.scenario, &mine).is_empty(),
        )?;
    }
    Ok(Seen::Read)
}

/// A fit to history is read in full or refused, and reads back as it is written.
pub fn calibration(bytes: &[u8]) -> Result<Seen, String> {
    let read = |parsed: &Parsed| -> Result<Calibration, Problems> {
        parsed.version(Calibration::FORMAT, Calibration::VERSION)?;
        let problems = parsed.problems();
        let fit = parsed.typed()?;
        if problems.is_empty() { Ok(fit) } else { Err(Problems::sorted(problems)) }
    };
    let fit = match document(bytes, read)? {
        Ok(fit) => fit,
        Err(seen) => return Ok(seen),
    };
    let written = parsed::options().to_string(&fit).map_err(|error| error.to_string())?;
    let parsed = Parsed::of("written", written).map_err(|p| format!("what was written is not read: {p}"))?;
    let again = read(&parsed).map_err(|p| format!("what was written is refused: {p}"))?;
    holds("a fit reads back equal", again == fit)?;
    for fitted in fit.parameters.values().chain(fit.conditions.values()) {
        let _ = (fitted.centre(), fitted.range(), fitted.prior_range(), fitted.doubt_left());
    }
    Ok(Seen::Read)
}

/// What parts the header of a recovery file from its document.
const DIVIDER: &str = "\n--- document ---\n";

/// A recovery file is read in full or refused, and reads back as it is written. A
/// change of its document is found by its hash, so that what stands after the
/// divider is put into a file of its own as well.
pub fn recovery(bytes: &[u8]) -> Result<Seen, String> {
    let kept = match recovery::read(bytes) {
        Ok(kept) => kept,
        Err(problem) => {
            let seen = refused(&[problem], None)?;
            let text = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once(DIVIDER)).map(|(_, text)| text);
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Ok(seen) };
            let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(text.len() as u64);
            let title: String = text.chars().filter(|c| !tree::is_deceptive(*c)).take(200).collect();
            let path = Some(std::path::PathBuf::from(&title)).filter(|_| !title.is_empty());
            let has_comments_inside = text.contains("//");
            let kept = Kept { title, at, path, stamp: None, has_comments_inside, text: text.to_owned() };
            let again = recovery::read(&kept.bytes()).map_err(|p| format!("what was kept is refused: {p}"))?;
            holds("what is kept reads back equal", again == kept)?;
            return Ok(seen);
        }
    };
    let again = recovery::read(&kept.bytes()).map_err(|p| format!("what was kept is refused: {p}"))?;
    holds("what is kept reads back equal", again == kept)?;
    holds("a title deceives nobody", !kept.title.contains(tree::is_deceptive))?;
    Ok(Seen::Read)
}

/// A series of figures is one figure a year in order, all positive, and reads
/// back as it is written.
pub fn series(bytes: &[u8]) -> Result<Seen, String> {
    let text = match file::utf8("input", bytes.to_vec()) {
        Ok(text) => text,
        Err(problem) => return refused(&[problem], None),
    };
    let figures = match figures::parse("input", &text) {
        Ok(figures) => figures,
        Err(problems) => return refused(&problems.0, None),
    };
    holds("years are in order and each is there once", figures.is_sorted_by(|a, b| a.0 < b.0))?;
    holds("figures are positive", figures.iter().all(|(_, value)| *value > 0.0 && value.is_finite()))?;
    let written =
        figures.iter().fold("year,value\n".to_owned(), |text, (year, value)| text + &format!("{year},{value}\n"));
    let again = figures::parse("written", &written).map_err(|p| format!("what was written is refused: {p}"))?;
    holds("a series reads back equal", again == figures)?;
    Ok(Seen::Read)
}
