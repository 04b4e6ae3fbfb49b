//! Files that mean harm, or might as well. Tests and the benchmark try the same.

use std::path::{Path, PathBuf};

/// The size that a file may have, as `reading::file` says.
const LARGEST: usize = 2 * 1024 * 1024;

/// A city pack of some length without comments.
const PACK: &str = include_str!("../../data/vienna.ron");

/// What a file holds.
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// This many spaces.
    Spaces(u64),
    /// A name for something that is no file, or leads in circles.
    Name(PathBuf),
    /// A pipe that nobody writes to.
    Pipe,
    /// A link to itself.
    Circle,
}

/// A hostile file, and what is said of it.
pub struct Case {
    /// What it is.
    pub name: &'static str,
    /// The command that reads it, before the name of the file.
    pub command: &'static [&'static str],
    /// What is in it.
    pub content: Content,
    /// What the message says; empty where the file is strange and in order all the same.
    pub says: &'static str,
}

const CHECK: &[&str] = &["check"];
const WITH_PACK: &[&str] = &["check", "--pack"];
const SERIES: &[&str] = &["backcast", "--series"];

fn case(name: &'static str, content: impl Into<Vec<u8>>, says: &'static str) -> Case {
    Case { name, command: CHECK, content: Content::Bytes(content.into()), says }
}

fn other(name: &'static str, command: &'static [&'static str], content: Content, says: &'static str) -> Case {
    Case { name, command, content, says }
}

/// A scenario of London with `middle` in the place of the levers and `end` at the end.
fn scenario(middle: &str, end: &str) -> String {
    format!(
        "(format: \"making-room scenario\", version: 2, title: \"t\", horizon: 2050, outlook: (base: \"plateau\"), \
         cities: {{\"london\": (start: 2023{middle})}}{end})"
    )
}

/// The pack with one piece of text replaced, which must be there.
fn pack(old: &str, new: &str) -> String {
    assert!(PACK.contains(old), "{old}");
    PACK.replacen(old, new, 1)
}

/// Pieces, as many as fit into a file beside `around`, and no more than `most`.
fn filled(around: &str, most: usize, piece: impl Fn(usize) -> String) -> String {
    let room = LARGEST - around.len() - 1;
    let mut text = String::with_capacity(room);
    for i in 0..most {
        let piece = piece(i);
        if text.len() + piece.len() > room {
            break;
        }
        text.push_str(&piece);
    }
    text
}

/// A scenario with `most` levers, cities, …, or as many as fit: `before` and `after` stand around them.
fn many(before: &str, after: &str, most: usize, piece: impl Fn(usize) -> String) -> String {
    let filling = filled(&scenario(before, after), most, piece);
    scenario(&format!("{before}{filling}{after}"), "")
}

/// The same in a field of the document.
fn many_at_end(before: &str, after: &str, most: usize, piece: impl Fn(usize) -> String) -> String {
    let filling = filled(&scenario(before, after), most, piece);
    scenario("", &format!("{before}{filling}{after}"))
}

/// Every case.
pub fn all() -> Vec<Case> {
    [syntax(), sizes(), names(), numbers(), packs(), no_files(), figures()].into_iter().flatten().collect()
}

fn syntax() -> Vec<Case> {
    let deep = 60;
    let ones = |_| "1,".to_owned();
    let inside = |open: &str, close: &str| {
        let (before, after) = (open.repeat(deep), close.repeat(deep));
        many_at_end(&format!(", packs: {{\"london\": {before}"), &format!("{after}}}"), usize::MAX, ones)
    };
    vec![
        case("brackets that open", "[({".repeat(LARGEST / 3), "nested more than 64 deep"),
        case("values without end", format!("[{}]", "1,".repeat(LARGEST / 2 - 2)), "more than 200000 values"),
        case("empty lists without end", format!("[{}]", "[],".repeat(LARGEST / 3 - 2)), "more than 200000 values"),
        case("values inside sixty brackets", inside("(", ")"), "more than 200000 values"),
        case(
            "texts inside sixty brackets",
            many_at_end(
                &format!(", packs: {{\"london\": {}", "(".repeat(deep)),
                &format!("{}}}", ")".repeat(deep)),
                usize::MAX,
                |_| "\"ten letters and more, so that there are fewer of them\",".to_owned(),
            ),
            "does not begin with its format",
        ),
        case("wrappers in wrappers", inside("Some(", ")"), "more than 200000 values"),
        case(
            "names in many levels",
            many_at_end(
                &format!(", packs: {{\"london\": {}", "{0:".repeat(deep)),
                &format!("{}}}", "}".repeat(deep)),
                usize::MAX,
                |i| format!("\"a name of its own {i}\","),
            ),
            "has no value",
        ),
        case("a comment in comments without end", "/*".repeat(LARGEST / 2), "this comment has no end"),
        case("a text without end", format!("\"{}", "a".repeat(LARGEST - 1)), "no closing quote"),
        case("a raw text with signs without end", format!("r{}\"", "#".repeat(LARGEST - 2)), "no closing quote"),
        case("signs that are no raw text", format!("(a: r{})", "#".repeat(LARGEST - 8)), "begin with its format"),
        case("escapes without end", many(", levers: {\"", "\": 1}", usize::MAX, |_| "\\u{202e}".to_owned()), "U+202E"),
        case("a word without end", format!("({}: 1)", "a".repeat(LARGEST - 6)), "does not begin with its format"),
        case(
            "attributes without end",
            "#![enable(implicit_some)]\n".repeat(LARGEST / 26),
            "the text ends before the document",
        ),
        case("a document after the document", format!("{}()", scenario("", "")), "text after the end"),
    ]
}

fn sizes() -> Vec<Case> {
    vec![
        other("a gigabyte of spaces", CHECK, Content::Spaces(1 << 30), "larger than 2 MB"),
        other("spaces, as many as are read", CHECK, Content::Spaces(LARGEST as u64), "the file is empty"),
        case("not UTF-8 at the very end", [vec![b' '; LARGEST - 1], vec![0xff]].concat(), "not UTF-8"),
        case("nothing but zeros", vec![0; LARGEST], "a value cannot begin with"),
        case(
            "UTF-16",
            "(format: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            "a value cannot begin with",
        ),
        case("a title without end", many_at_end(", author: \"", "\"", usize::MAX, |_| "a".to_owned()), "up to 50000"),
        case("notes without end", many_at_end(", notes: \"", "\"", usize::MAX, |_| "a\\n".to_owned()), "up to 50000"),
        case(
            "levers that nobody knows",
            many(", levers: {", "}", 20_000, |i| format!("\"{i}\": (level: 1, start: 2027, ramp: 1),")),
            "unknown lever \"0\"",
        ),
        case(
            "parameters that nobody knows, with long names",
            many(", assumptions: {", "}", usize::MAX, |i| format!("\"eps{i:077}\": (value: 1),")),
            "unknown parameter",
        ),
        case(
            "targets without end",
            many(", targets: [", "]", 20_000, |i| format!("(indicator: \"vacancy{i}\", year: 2040, value: 1),")),
            "unknown indicator",
        ),
        case(
            "the same target without end",
            many(", targets: [", "]", 20_000, |_| "(indicator: \"vacancy\", year: 2040, value: 0.1),".to_owned()),
            "there are two targets for vacancy in 2040",
        ),
        case(
            "cities without end",
            many("), ", "", usize::MAX, |i| format!("\"c{i}\": (start: 2023), ")).replacen("), )}", ")}", 1),
            "more than 200000 values",
        ),
        case(
            "cities that nobody knows",
            many("), ", "", 40_000, |i| format!("\"c{i}\": (start: 2023), ")).replacen("), )}", ")}", 1),
            "unknown city",
        ),
        case(
            "infinity, again and again",
            many(", levers: {", "}", 20_000, |_| "\"a\": (level: inf, start: 2027, ramp: 1),".to_owned()),
            "inf is not a number to compute with",
        ),
        case(
            "a name twice, and again and again",
            many(", levers: {", "}", 20_000, |_| "\"a\": (level: 1, start: 2027, ramp: 1),".to_owned()),
            "a is given twice",
        ),
        case(
            "a long name twice",
            scenario(&format!(", levers: {{{0}: (), {0}: ()}}", format!("\"{}\"", "a".repeat(900_000))), ""),
            "this text has 900000 characters",
        ),
        case(
            "comments without end",
            many(", levers: {", "\n}, x: 1", usize::MAX, |_| "//a\n".to_owned()),
            "unknown field x",
        ),
    ]
}

fn names() -> Vec<Case> {
    let titled = |title: &str| scenario("", &format!(", author: \"{title}\""));
    let city = |id: &str| scenario("", "").replacen("\"london\"", id, 1);
    vec![
        case("an override of the direction", titled("abc\u{202e}nor.cba"), "U+202E"),
        case("isolates of the direction", titled("a\u{2067}b\u{2069}"), "U+2067"),
        case("a command to the terminal", titled("a\\x1b[2J\\x1b]0;x\\x07"), "U+001B"),
        case("a character from the second control set", titled("a\u{9b}31m"), "U+009B"),
        case("letters that nobody sees", titled("a\u{e0041}\u{e0042}"), "U+E0041"),
        case("a line break that few know", titled("a\u{2028}b"), "U+2028"),
        case("a zero", titled("a\\0b"), "U+0000"),
        case("two lines where one belongs", titled("a\nb"), "several lines"),
        case("a path for a city", city("\"../../../etc/passwd\""), "unknown city \"../../../etc/passwd\""),
        case(
            "a path for an outlook",
            scenario("", "").replace("plateau", "/etc/passwd"),
            "unknown outlook \"/etc/passwd\"",
        ),
        case(
            "a command for a lever",
            scenario(", levers: {\"$(reboot)\": (level: 1, start: 2027, ramp: 1)}", ""),
            "unknown lever",
        ),
        case(
            "a pattern for a parameter",
            scenario(", assumptions: {\"{0}%s{}\": (value: 1)}", ""),
            "unknown parameter \"{0}%s{}\"",
        ),
        case("a field that acts on the terminal", scenario(", r#\u{1b}: 1", ""), "'\\u{1b}' does not fit here"),
        case(
            "a variant that acts on the terminal",
            pack("label: data_file", "label: \u{1b}"),
            "a value cannot begin with '\\u{1b}'",
        ),
    ]
}

fn numbers() -> Vec<Case> {
    let level = |number: &str| {
        scenario(&format!(", levers: {{\"zoning.protected_share\": (level: {number}, start: 2027, ramp: 1)}}"), "")
    };
    vec![
        case("1e999", level("1e999"), "1e999 is not a number to compute with"),
        case("1e999 with its type", level("1e999f64"), "1e999f64 is not a number to compute with"),
        case("infinity with its type", level("-inff64"), "-inff64 is not a number to compute with"),
        case("not a number", level("NaN"), "NaN is not a number to compute with"),
        case("a number of two million digits", level(&"1".repeat(LARGEST - 300)), "is not a number to compute with"),
        case("a small number of two million digits", level(&format!("0.{}", "0".repeat(LARGEST - 300))), ""),
        case("underscores without end", level(&format!("1{}", "_".repeat(LARGEST - 300))), ""),
        case("a year in the stone age", scenario("", "").replace("2050", "-4000000"), "does not fit the horizon"),
        case("a year beyond all", scenario("", "").replace("2050", "2147483647"), "is too far"),
        case(
            "a year that is no number",
            scenario("", "").replace("2050", "99999999999999999999"),
            "too large or too small",
        ),
        case("a ramp of ages", level("90, ramp: 1e300").replacen("ramp: 1)", "reason: \"\")", 1), "the ramp of"),
    ]
}

fn packs() -> Vec<Case> {
    let source = "source: \"vienna-peer\", label: data_file";
    let note =
        "source: \"judgement\", label: judgement, note: \"Assumption for a test pack; no source was looked for.\"";
    let made_of = |from: &str| format!("source: \"vienna-peer\", label: derived, from: [\"{from}\"], note: \"n\"");
    let circle = PACK
        .replacen(
            &format!("floorspace: (value: 9000000.0, unit: \"m²\", {note}"),
            &format!("floorspace: (value: 9000000.0, unit: \"m²\", {}", made_of("starts.2017.land")),
            1,
        )
        .replacen(
            &format!("land: (value: 1800.0, unit: \"ha\", {note}"),
            &format!("land: (value: 1800.0, unit: \"ha\", {}", made_of("starts.2017.floorspace")),
            1,
        );
    assert_eq!(circle.matches("label: derived").count(), PACK.matches("label: derived").count() + 2);
    let carried = |pack: &str| {
        scenario("", &format!(", packs: {{\"vienna\": {}}}", &pack[pack.find("(\n").unwrap_or(0)..])).replacen(
            "\"london\": (start: 2023",
            "\"vienna\": (start: 2017",
            1,
        )
    };
    let many_sources = filled(PACK, 40_000, |i| format!("\"s{i}\": (citation: \"c\"),"));
    let sources = PACK.rfind("sources: {").map(|at| at + "sources: {".len()).expect("it has sources");
    let points = PACK.find("points: [").map(|at| at + "points: [".len()).expect("it has a series");
    let with = |at: usize, piece: &str| format!("{}{piece}{}", &PACK[..at], &PACK[at..]);
    let many_points = filled(PACK, 15_000, |_| format!("(year: 1990, value: 1.0, {source}),"));
    vec![
        case("figures made of each other", circle.clone(), "made from itself again"),
        case("the same inside a scenario", carried(&circle), "made from itself again"),
        case("a stock of nothing", pack("floorspace: (value: 9000000.0", "floorspace: (value: 0.0"), "above zero"),
        case(
            "land of nothing inside a scenario",
            carried(&pack("land: (value: 1800.0", "land: (value: 0.0")),
            "above zero",
        ),
        case("jobs below nothing", pack("jobs: (value: 55500.0", "jobs: (value: -1.0"), "above zero"),
        case(
            "a stock that overflows",
            pack("rent: (value: 60.0", "rent: (value: 1e308"),
            "expected above zero and at most",
        ),
        case("a path for an id", pack("id: \"vienna\"", "id: \"../vienna\""), "is no id"),
        case("a name of two lines", pack("name: \"Vienna\"", "name: \"Vienna\\nall is well\""), "has several lines"),
        case("a year of the stone age", pack("year: 2017, source", "year: -9000, source"), "is no year of evidence"),
        case("sources without end", with(sources, &many_sources), "no number uses this source"),
        case("points without end", with(points, &many_points), "points; expected 1 to 2000"),
        other(
            "an id that is taken",
            WITH_PACK,
            Content::Bytes(pack("id: \"vienna\"", "id: \"london\"").into()),
            "is already known",
        ),
        case(
            "more packs than cities",
            many_at_end(", packs: {", "}", 90_000, |i| format!("\"p{i}\": (),")),
            "city packs",
        ),
        case(
            "a receipt of results without end",
            many_at_end(
                ", receipt: (program: \"1\\n2\", model: 1, seed: 1, members: 4294967295, settings: \"\", evidence: \"\", used: {}, results: {\"london\": {",
                "}})",
                45_000,
                |i| format!("\"a{i}\": {{{i}: 1.0}},"),
            ),
            "",
        ),
    ]
}

fn no_files() -> Vec<Case> {
    let named = |name: &'static str, path: &str, says| other(name, CHECK, Content::Name(path.into()), says);
    vec![
        named("a device of zeros", "/dev/zero", "this is not a plain file"),
        named("a device that waits", "/dev/tty", "this is not a plain file"),
        named("a folder", "/", "this is a directory"),
        named("the memory of a process", "/proc/self/mem", "the file cannot be read"),
        named("no file", "/nonexistent/a.ron", "there is no such file"),
        other("a pipe that nobody writes to", CHECK, Content::Pipe, "this is not a plain file"),
        other("a pipe for a pack", WITH_PACK, Content::Pipe, "this is not a plain file"),
        other("a pipe for a series", SERIES, Content::Pipe, "this is not a plain file"),
        other("a link to itself", CHECK, Content::Circle, "the file cannot be read"),
    ]
}

fn figures() -> Vec<Case> {
    let series = |name, content: String, says| other(name, SERIES, Content::Bytes(content.into()), says);
    vec![
        series("a line without end", "1".repeat(LARGEST), "does not begin with a year"),
        series("columns without end", ",".repeat(LARGEST), "names no columns year and value"),
        series("a quote without end", format!("year,value\n\"{}", "a".repeat(LARGEST - 12)), "is not a year"),
        series("lines without end", "2000,1\n".repeat(LARGEST / 7), "has a second figure"),
        series("figures that are none", "year,value\n2000,1e999\n2001,NaN\n2002,-1\n".to_owned(), "is not a number"),
        series("a command to the terminal in a series", "year,value\n2000,\u{1b}[2J\n".to_owned(), "\\u{1b}"),
    ]
}

impl Case {
    /// Makes the file in a folder, unless it is there; its name.
    pub fn make(&self, folder: &Path) -> PathBuf {
        let path = folder.join("case");
        let made = match &self.content {
            Content::Name(name) => return name.clone(),
            Content::Bytes(bytes) => std::fs::write(&path, bytes),
            Content::Spaces(count) => spaces(&path, *count),
            Content::Pipe => run("mkfifo", &[&path]),
            Content::Circle => run("ln", &[Path::new("-s"), &path, &path]),
        };
        made.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        path
    }
}

fn spaces(path: &Path, count: u64) -> std::io::Result<()> {
    let mut file = std::io::BufWriter::with_capacity(1 << 20, std::fs::File::create(path)?);
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b' '), count), &mut file).map(drop)
}

fn run(program: &str, arguments: &[&Path]) -> std::io::Result<()> {
    let status = std::process::Command::new(program).args(arguments).status()?;
    if status.success() { Ok(()) } else { Err(std::io::Error::other(format!("{program} failed"))) }
}
