//! `export-model`: a city's model with its equations, for other engines.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::evidence::Library;
use crate::export::xmile;
use crate::reading::nearest;
use crate::scenario::document::Scenario;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::store;

use super::Failure;
use super::scenario::{self, ChangeArgs, known_city};

/// The scenario where none is named.
const DEFAULT: &str = "preset:reference";

/// Arguments of `export-model`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A scenario file, or preset:ID for a shipped one; without it, adopted policy
    #[arg(value_name = "SCENARIO")]
    scenario: Option<String>,
    /// How to write the model
    #[arg(long, value_enum)]
    format: Format,
    /// The city
    #[arg(long, value_name = "ID")]
    city: String,
    /// The file to write; one that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    changes: ChangeArgs,
}

/// The formats of models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// XMILE 1.0, the open format for system dynamics: Stella, simlin, `PySD` and others
    Xmile,
}

/// Writes the model.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.changes.packs.library()?;
    let (scenario, library) = match &args.scenario {
        Some(name) => scenario::open_to_compute(name, library)?,
        None => (adopted(&args.city, &library)?, library),
    };
    let scenario = args.changes.apply(scenario, &library)?;
    known_city(&scenario, &args.city)?;
    let bytes = match args.format {
        Format::Xmile => xmile::document(&scenario, &args.city, &library)?,
    };
    Ok(store::write(&args.output, &bytes)?)
}

/// Adopted policy: the shipped reference, with the city where it is not in it.
fn adopted(city: &str, library: &Library) -> Result<Scenario, Failure> {
    let scenario = scenario::open(DEFAULT, library)?.scenario;
    if scenario.cities.contains_key(city) {
        return Ok(scenario);
    }
    if !library.packs.contains_key(city) {
        let known = || library.packs.keys().map(String::as_str);
        return Err(Failure::Input(format!(
            "--city {city}: there is no such city; expected one of {}; fix: {}",
            known().collect::<Vec<_>>().join(", "),
            nearest::hint(city, known())
        )));
    }
    Ok(ScenarioEdit::AddCity { city: city.to_owned(), plan: None }.apply(&scenario, library)?)
}
