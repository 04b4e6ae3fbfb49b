//! Changes of a text that leave most of it as it was.

use std::borrow::Cow;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use super::input::{Kind, kind, tokens};

/// The longest input made (bytes). What only size does is measured in
/// `benches/hostile.rs`.
const LONGEST: usize = 64 * 1024;

/// The most tokens of a text that is changed once more.
const MOST_TOKENS: usize = 20_000;

/// The most bytes of a text that is made longer.
const LONGEST_REPEATED: usize = 1_000;

/// Random choices, the same for the same seed on every machine.
pub struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number below `n`; 0 where there is none.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(n.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

const NUMBERS: [&str; 34] = [
    "0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "1.5",
    "7",
    "90",
    "100",
    "101",
    "2012",
    "2023",
    "2027",
    "2040",
    "2050",
    "2101",
    "2147483647",
    "-2147483648",
    "4294967296",
    "18446744073709551616",
    "1e999",
    "-1e999",
    "1e308",
    "5e-324",
    "1e-9",
    "NaN",
    "inf",
    "-inf",
    "inff64",
    "1e999f64",
    "1_000",
    "0x7fffffff",
    "0b11",
    "1.7976931348623157e308",
];

const TEXTS: [&str; 44] = [
    "\"\"",
    "\"london\"",
    "\"brussels\"",
    "\"rotterdam\"",
    "\"vienna\"",
    "\"plateau\"",
    "\"circular_turn\"",
    "\"zoning.protected_share\"",
    "\"zoning.release_pace\"",
    "\"rent.property_tax\"",
    "\"incentives.skills\"",
    "\"manufacturing_jobs\"",
    "\"manufacturing_jobs.food\"",
    "\"manufacturing_jobs.\"",
    "\"vacancy\"",
    "\"public_cost\"",
    "\"eps_S\"",
    "\"v_star\"",
    "\"jump_threshold\"",
    "\"housing_pressure\"",
    "\"judgement\"",
    "\"recalled\"",
    "\"lit-34\"",
    "\"EUR\"",
    "\"jobs\"",
    "\"share\"",
    "\"m²\"",
    "\"1/yr\"",
    "\"making-room scenario\"",
    "\"making-room city pack\"",
    "\"../../etc/passwd\"",
    "\"=1+1\"",
    "\"a\\nb\"",
    "\"\\u{202E}\"",
    "\"\u{202e}\"",
    "\"\u{feff}\"",
    "\"\\\\\"",
    "\"\\\"\"",
    "\"\\x00\"",
    "\"é€工\"",
    "\"%s{}$1\"",
    "r\"raw\"",
    "r#\"raw \"quote\" \"#",
    "\"two\nlines\r\n\tthree\"",
];

const WORDS: [&str; 40] = [
    "format",
    "version",
    "title",
    "author",
    "notes",
    "horizon",
    "outlook",
    "base",
    "changes",
    "assumptions",
    "cities",
    "levers",
    "level",
    "start",
    "ramp",
    "reason",
    "targets",
    "indicator",
    "year",
    "value",
    "packs",
    "receipt",
    "program",
    "results",
    "used",
    "series",
    "model",
    "seed",
    "members",
    "from",
    "label",
    "source",
    "judgement",
    "derived",
    "points",
    "main",
    "true",
    "None",
    "Some",
    "r#type",
];

const SIGNS: [&str; 25] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "'",
    "\"",
    "\\",
    "#",
    "..",
    "-",
    "=",
    "//",
    "/*",
    "*/",
    "\n",
    "\r\n",
    "\t",
    "'x'",
    "#![enable(implicit_some)]",
    "#![enable(unwrap_newtypes, unwrap_variant_newtypes)]",
];

const COMMENTS: [&str; 8] =
    ["// a note\n", "//\n", "/**/", "/* a\n b */", "/* /* in */ */", "// \u{202e}\n", "//\r\n", "/* *"];

/// A text made of `text`, with pieces of `other`.
pub fn mutate(dice: &mut Dice, text: &str, other: &str) -> Vec<u8> {
    let mut list: Vec<Cow<'_, str>> = tokens(text).into_iter().map(Cow::Borrowed).collect();
    let changes = match dice.below(8) {
        0..=4 => 1,
        5 | 6 => 2 + dice.below(2),
        _ => 1 + dice.below(16),
    };
    for _ in 0..changes {
        // What doubles again and again would fill the memory.
        if list.len() > MOST_TOKENS {
            break;
        }
        change(dice, &mut list, other);
    }
    let mut bytes = list.concat().into_bytes();
    if dice.one_in(12) {
        spoil(dice, &mut bytes);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change<'a>(dice: &mut Dice, list: &mut Vec<Cow<'a, str>>, other: &'a str) {
    let at = dice.below(list.len());
    match dice.below(20) {
        // A value in the place of another of its kind.
        0..=4 => {
            let Some(at) = of_kind(dice, list, Kind::Number) else { return };
            list[at] = if dice.one_in(2) { near(dice, &list[at]) } else { Cow::Borrowed(dice.pick(&NUMBERS)) };
        }
        5..=7 => {
            let Some(at) = of_kind(dice, list, Kind::Text) else { return };
            list[at] = text_for(dice, list, at);
        }
        8 => {
            let Some(at) = of_kind(dice, list, Kind::Word) else { return };
            list[at] = Cow::Borrowed(dice.pick(&WORDS));
        }
        // Groups: dropped, doubled, swapped, taken from another seed.
        9 | 10 => {
            let Some(range) = entry(dice, list) else { return };
            list.drain(range);
        }
        11 => {
            let Some(range) = entry(dice, list) else { return };
            let copy = list[range.clone()].to_vec();
            list.splice(range.start..range.start, copy);
        }
        12 => {
            let (Some(a), Some(b)) = (group(dice, list), group(dice, list)) else { return };
            let (a, b) = if a.start <= b.start { (a, b) } else { (b, a) };
            if a.end <= b.start {
                let (first, second) = (list[a.clone()].to_vec(), list[b.clone()].to_vec());
                list.splice(b, first);
                list.splice(a, second);
            }
        }
        13 | 14 => {
            let from: Vec<Cow<'a, str>> = tokens(other).into_iter().map(Cow::Borrowed).collect();
            if let (Some(here), Some(there)) = (group(dice, list), group(dice, &from)) {
                list.splice(here, from[there].to_vec());
            }
        }
        // Single tokens.
        15 if !list.is_empty() => {
            list.remove(at);
        }
        16 if !list.is_empty() => {
            let other = dice.below(list.len());
            list.swap(at, other);
        }
        17 => list.insert(at, Cow::Borrowed(dice.pick(&SIGNS))),
        18 => list.insert(at, Cow::Borrowed(dice.pick(&COMMENTS))),
        _ => wrap(dice, list),
    }
}

/// A token of a kind.
fn of_kind(dice: &mut Dice, list: &[Cow<'_, str>], wanted: Kind) -> Option<usize> {
    let from = dice.below(list.len());
    let mut places = (from..list.len()).chain(0..from);
    places.find(|at| kind(&list[*at]) == wanted)
}

/// A bracket with everything to the one that closes it.
fn group(dice: &mut Dice, list: &[Cow<'_, str>]) -> Option<std::ops::Range<usize>> {
    let start = of_kind(dice, list, Kind::Open)?;
    Some(start..end_of(list, start)?)
}

fn end_of(list: &[Cow<'_, str>], start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in list.iter().enumerate().skip(start) {
        match kind(token) {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// A field or entry from its name to the comma after its value.
fn entry(dice: &mut Dice, list: &[Cow<'_, str>]) -> Option<std::ops::Range<usize>> {
    let from = dice.below(list.len());
    let colon = (from..list.len()).chain(0..from).find(|at| list[*at] == ":")?;
    let start = (0..colon).rev().find(|at| kind(&list[*at]) != Kind::Blank)?;
    let value = (colon + 1..list.len()).find(|at| kind(&list[*at]) != Kind::Blank)?;
    let end = if kind(&list[value]) == Kind::Open { end_of(list, value)? } else { value + 1 };
    Some(start..if list.get(end).is_some_and(|token| token == ",") { end + 1 } else { end })
}

/// A number not far from another.
fn near(dice: &mut Dice, number: &str) -> Cow<'static, str> {
    let Ok(value) = number.parse::<f64>() else { return Cow::Borrowed("1") };
    let changed = match dice.below(6) {
        0 => value + 1.0,
        1 => value - 1.0,
        2 => value * 10.0,
        3 => -value,
        4 => value / 3.0,
        _ => value * 1.01,
    };
    Cow::Owned(changed.to_string())
}

/// Another text: a known one, one of the same document, or the same made longer.
fn text_for<'a>(dice: &mut Dice, list: &[Cow<'a, str>], at: usize) -> Cow<'a, str> {
    match dice.below(8) {
        0..=3 => Cow::Borrowed(dice.pick(&TEXTS)),
        4..=6 => of_kind(dice, list, Kind::Text).map_or(Cow::Borrowed("\"\""), |other| list[other].clone()),
        _ => {
            let inside = list[at].trim_matches('"');
            if inside.len() > LONGEST_REPEATED {
                return list[at].clone();
            }
            Cow::Owned(format!("\"{}\"", inside.repeat(1 + dice.below(40))))
        }
    }
}

/// Puts brackets around a group, or many.
fn wrap(dice: &mut Dice, list: &mut Vec<Cow<'_, str>>) {
    let Some(range) = group(dice, list) else { return };
    let (open, close) = [("(", ")"), ("[", "]"), ("Some(", ")"), ("{0:", "}")][dice.below(4)];
    let times = if dice.one_in(4) { dice.below(80) } else { 1 };
    list.insert(range.end, Cow::Owned(close.repeat(times)));
    list.insert(range.start, Cow::Owned(open.repeat(times)));
}

/// Damage that knows nothing of text.
fn spoil(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let at = dice.below(bytes.len());
    match dice.below(5) {
        0 => bytes.truncate(at),
        1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        2 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap_or_default()),
        3 => {
            let end = (at + dice.below(64)).min(bytes.len());
            let piece = bytes[at..end].to_vec();
            bytes.extend(piece);
        }
        _ => bytes.splice(0..0, *b"\xef\xbb\xbf").for_each(drop),
    }
}
