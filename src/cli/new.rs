//! `new`: a scenario at adopted policy, to begin from.

use std::path::PathBuf;

use crate::scenario::document::Scenario;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::store;

use super::Failure;
use super::scenario::PackArgs;

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Ids of the cities, for example london
    #[arg(value_name = "CITY", required = true)]
    cities: Vec<String>,
    #[command(flatten)]
    packs: PackArgs,
    /// The file to write; it must not exist yet
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Writes the scenario.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let mut scenario = Scenario::new("New scenario");
    for city in &args.cities {
        scenario = ScenarioEdit::AddCity { city: city.clone(), plan: None }.apply(&scenario, &library)?;
    }
    if args.output.exists() {
        return Err(Failure::Input(format!(
            "{}: there is such a file already; expected a new name; fix: choose another, or remove it first",
            args.output.display()
        )));
    }
    Ok(store::save(&args.output, &scenario, &library)?)
}
