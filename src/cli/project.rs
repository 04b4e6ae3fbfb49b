//! `project`: every year and indicator of a scenario, reference beside scenario.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::analysis::ensemble::TO_THE_END;
use crate::analysis::values::Values as _;
use crate::export::projection::{self, CityTable};
use crate::export::table::Table;
use crate::model::projection::{Column, run as run_model};
use crate::scenario::{lower, store};

use super::Failure;
use super::members::MembersArgs;
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
    /// What p10, p50 and p90 describe
    #[arg(long, value_enum, default_value_t)]
    interval: Interval,
    #[command(flatten)]
    members: MembersArgs,
    /// Also write the values of every member to this file, as CSV
    #[arg(long, value_name = "FILE")]
    draws: Option<PathBuf>,
    #[command(flatten)]
    format: FormatArg,
}

/// The most members that are written out: more make a file of gigabytes.
const MOST_DRAWS: usize = 10_000;

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
    if args.draws.is_some() && args.members.members > MOST_DRAWS {
        return Err(Failure::Usage(format!(
            "--draws with --members {}: expected at most {MOST_DRAWS} members in a file of draws",
            args.members.members
        )));
    }
    let (scenario, library) = args.scenario.open()?;
    for id in &args.city {
        known_city(&scenario, id)?;
    }
    let mut table = Table::new(&projection::COLUMNS);
    let mut projected = Vec::new();
    for id in scenario.cities.keys().filter(|id| args.city.is_empty() || args.city.contains(id)) {
        let inputs = lower::inputs(&scenario, id, &library)?;
        let pack = library.packs.get(id).ok_or_else(|| lower::LowerError::NoPack(id.clone()))?;
        let outcome = run_model(&inputs);
        let columns: Vec<Column> = projection::measures(pack).map(|(_, column)| column).collect();
        let runs = args.members.run(&scenario, id, &inputs, &library)?;
        let ranges = runs.as_ref().and_then(|runs| match args.interval {
            Interval::Level => runs.scenario.levels(&columns, TO_THE_END),
            Interval::Effect => runs.scenario.effects(&runs.reference, &columns, TO_THE_END),
        });
        CityTable { pack, outcome: &outcome, runs: None }.add_to(&mut table, ranges.as_deref());
        if args.draws.is_some() {
            projected.push((pack, outcome, runs));
        }
    }
    if let Some(path) = &args.draws {
        let cities: Vec<CityTable<'_>> = projected
            .iter()
            .map(|(pack, outcome, runs)| CityTable {
                pack,
                outcome,
                runs: runs.as_ref().map(|runs| (&runs.reference, &runs.scenario)),
            })
            .collect();
        let csv = projection::draws(&cities)
            .map_err(|error| Failure::System(format!("the draws cannot be written: {error}")))?;
        store::write(path, &csv)?;
    }
    output::table(&table, args.format.format)?;
    output::own_assumptions(&scenario, &library);
    Ok(())
}
