//! `project`: every year and indicator of a scenario, reference beside scenario.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::export::projection;
use crate::model::city::CityPack;
use crate::model::projection::{Outcome, run as run_model};
use crate::scenario::{lower, store};

use super::Failure;
use super::output::{self, FormatArg};
use super::scenario::{ScenarioArgs, known_city};

/// Arguments of `project`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// Only this city; may be repeated
    #[arg(long, value_name = "ID")]
    city: Vec<String>,
    /// What p10, p50 and p90 describe; they are empty while there is one member
    #[arg(long, value_enum, default_value_t)]
    interval: Interval,
    /// Members of the ensemble; this version computes the central run only
    #[arg(long, value_name = "N", default_value_t = 1)]
    members: u32,
    /// Seed of the ensemble; the central run draws nothing
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Also write the values of every member to this file, as CSV
    #[arg(long, value_name = "FILE")]
    draws: Option<PathBuf>,
    #[command(flatten)]
    format: FormatArg,
}

/// What an interval describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Interval {
    /// The level of the indicator
    #[default]
    Level,
    /// Scenario minus reference
    Effect,
}

/// Prints the projection.
pub fn run(args: &Args) -> Result<(), Failure> {
    if args.members != 1 {
        return Err(Failure::Usage(format!(
            "--members {}: this version computes the central run only, which is one member; leave the option out",
            args.members
        )));
    }
    let (scenario, library) = args.scenario.open()?;
    for id in &args.city {
        known_city(&scenario, id)?;
    }
    let wanted = |id: &String| args.city.is_empty() || args.city.contains(id);
    let mut cities: Vec<(&CityPack, Outcome)> = Vec::new();
    for id in scenario.cities.keys().filter(|id| wanted(id)) {
        let inputs = lower::inputs(&scenario, id, &library)?;
        let pack = library.packs.get(id).ok_or_else(|| lower::LowerError::NoPack(id.clone()))?;
        cities.push((pack, run_model(&inputs)));
    }
    let cities = || cities.iter().map(|(pack, outcome)| (*pack, outcome));
    if let Some(path) = &args.draws {
        store::write(path, &output::csv(&projection::draws(cities()))?)?;
    }
    let table = projection::table(cities());
    output::table(&table, args.format.format)
}
