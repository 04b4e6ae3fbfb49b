//! `check`: what is wrong with scenarios, packs and evidence files, and whether
//! the model shows what it must.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::checks;
use crate::evidence::{Library, check};
use crate::export;
use crate::model::city::CityPack;
use crate::reading::tree::{Node, Value};
use crate::reading::{Parsed, Problem, Problems};
use crate::scenario::{format, presets};

use super::Failure;
use super::output;
use super::scenario::PackArgs;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Scenarios, city packs and evidence files; without any, what is shipped
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Check the model instead: published findings, the lever matrix, extremes
    #[arg(long, conflicts_with = "files")]
    model: bool,
    #[command(flatten)]
    packs: PackArgs,
}

/// Says of each file that it is in order, or what is wrong with it.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    if args.model {
        return model(&library);
    }
    let results = if args.files.is_empty() {
        vec![shipped(&library).map(|what| format!("shipped: {what}\n"))]
    } else {
        let check = |path: &PathBuf| {
            let line = |what: String| format!("{}: {what}\n", path.display());
            file(path, &library).map(|told| told.into_iter().map(line).collect())
        };
        args.files.iter().map(check).collect()
    };
    let mut good = String::new();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(line) => good.push_str(&line),
            Err(found) => problems.extend(found.0),
        }
    }
    output::print(good.as_bytes())?;
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems).into()) }
}

/// Prints what the model was expected to show and what it shows.
fn model(library: &Library) -> Result<(), Failure> {
    let report =
        checks::run(library).map_err(|problem| Failure::System(format!("this build is damaged: {problem}")))?;
    output::print(export::checks::text(&report).as_bytes())?;
    let failures: Vec<String> = report.failures().collect();
    if failures.is_empty() { Ok(()) } else { Err(Failure::Input(failures.join("\n"))) }
}

/// What a file is, if it is in order, and what there is to know about it.
fn file(path: &Path, library: &Library) -> Result<Vec<String>, Problems> {
    let parsed = Parsed::read(path)?;
    if header(parsed.root()) == Some(CityPack::FORMAT) {
        let pack = library.read_pack(&parsed)?;
        return Ok(vec![format!("a city pack, {}, in order", pack.name)]);
    }
    if let Some(kind) = Evidence::of(parsed.root()) {
        return kind.check(&parsed, library).map(|what| vec![what]);
    }
    let opened = format::read(&parsed, library)?;
    let cities: Vec<&str> = opened.scenario.cities.keys().map(String::as_str).collect();
    let mut first = format!("a scenario, {:?} ({}), in order", opened.scenario.title, cities.join(", "));
    if opened.receipt.is_some() && opened.comparison(library).is_none() {
        first.push_str("; its results are those with which it was saved");
    }
    Ok(std::iter::once(first).chain(opened.news(library)).collect())
}

fn header(root: &Node) -> Option<&str> {
    match root.entry("format").map(|entry| &entry.node.value) {
        Some(Value::Text(format)) => Some(format),
        _ => None,
    }
}

/// The evidence files. They are maps without a header.
#[derive(Clone, Copy)]
enum Evidence {
    Sources,
    Parameters,
    Outlooks,
}

impl Evidence {
    /// Told by a field that the entries of no other have.
    fn of(root: &Node) -> Option<Self> {
        let Value::Entries(entries) = &root.value else { return None };
        let first = &entries.first()?.node;
        let fields = [("citation", Self::Sources), ("central", Self::Parameters), ("drivers", Self::Outlooks)];
        fields.into_iter().find(|(field, _)| first.entry(field).is_some()).map(|(_, kind)| kind)
    }

    /// Checks a file in the place of the shipped one.
    fn check(self, parsed: &Parsed, library: &Library) -> Result<String, Problems> {
        let mut changed = library.clone();
        let (part, entries) = match self {
            Self::Sources => {
                changed.sources = parsed.typed::<IndexMap<_, _>>()?;
                ("sources", changed.sources.len())
            }
            Self::Parameters => {
                changed.parameters = parsed.typed::<IndexMap<_, _>>()?;
                ("parameters", changed.parameters.len())
            }
            Self::Outlooks => {
                changed.outlooks = parsed.typed::<IndexMap<_, _>>()?;
                ("outlooks", changed.outlooks.len())
            }
        };
        let mut problems = parsed.problems();
        for finding in check::library(&changed) {
            let inside = finding.path.first().is_some_and(|first| first == part);
            let path = finding.path.iter().map(String::as_str).skip(1);
            let at = if inside { parsed.root().value_at(path) } else { parsed.root().at };
            problems.push(parsed.problem(at, finding.to_string(), String::new(), String::new()));
        }
        if problems.is_empty() { Ok(format!("{entries} {part}, in order")) } else { Err(Problems::sorted(problems)) }
    }
}

/// Checks what is built into the program.
fn shipped(library: &Library) -> Result<String, Problems> {
    let evidence = check::library(library).into_iter().map(|finding| Problem {
        file: "shipped evidence".to_owned(),
        at: None,
        message: finding.to_string(),
        expected: String::new(),
        fix: String::new(),
    });
    let presets = presets::ALL.iter().filter_map(|preset| preset.open(library).err()).flat_map(|found| found.0);
    let problems: Vec<Problem> = evidence.chain(presets).collect();
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    Ok(format!(
        "{} parameters, {} outlooks, {} sources, {} city packs, {} scenarios, in order",
        library.parameters.len(),
        library.outlooks.len(),
        library.sources.len(),
        library.packs.len(),
        presets::ALL.len()
    ))
}
