//! `compare`: scenarios side by side, and how probably each beats the first.

use std::borrow::Cow;

use crate::evidence::Library;
use crate::export::comparison::{self, Compared};
use crate::model::city::CityPack;
use crate::model::projection::{Outcome, run as run_model};
use crate::scenario::document::Scenario;
use crate::scenario::lower;

use super::Failure;
use super::members::{MembersArgs, Runs};
use super::output::{self, FormatArg};
use super::scenario::{ChangeArgs, open_to_compute, say};

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Scenario files, or preset:ID for shipped ones; the others are compared with the first
    #[arg(value_name = "SCENARIO", required = true, num_args = 2..)]
    scenarios: Vec<String>,
    /// Only this year
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    #[command(flatten)]
    changes: ChangeArgs,
    #[command(flatten)]
    members: MembersArgs,
    #[command(flatten)]
    format: FormatArg,
}

/// Prints the comparison.
pub fn run(args: &Args) -> Result<(), Failure> {
    let opened = args
        .scenarios
        .iter()
        .map(|name| {
            let (scenario, library) = open_to_compute(name, args.changes.packs.library()?)?;
            Ok((args.changes.apply(scenario, &library)?, library))
        })
        .collect::<Result<Vec<(Scenario, Library)>, Failure>>()?;
    let scenarios = || opened.iter().map(|(scenario, _)| scenario);
    if let Some(year) = args.year {
        let first =
            scenarios().flat_map(|scenario| scenario.cities.values()).map(|plan| plan.start).min().unwrap_or(year);
        let last = scenarios().map(|scenario| scenario.horizon).max().unwrap_or(year);
        if !(first..=last).contains(&year) {
            return Err(Failure::Input(format!(
                "--year {year}: these scenarios run from {first} to {last}; fix: name a year in between"
            )));
        }
    }
    let mut cities: Vec<&String> = Vec::new();
    for id in scenarios().flat_map(|scenario| scenario.cities.keys()) {
        if !cities.contains(&id) {
            cities.push(id);
        }
    }
    let names: Vec<Cow<'static, str>> = args.scenarios.iter().cloned().map(Cow::Owned).collect();
    let mut table = comparison::empty(&names);
    for id in cities {
        let packs: Vec<&CityPack> = opened
            .iter()
            .filter(|(scenario, _)| scenario.cities.contains_key(id))
            .filter_map(|(_, library)| library.packs.get(id))
            .collect();
        let pack = *packs.first().ok_or_else(|| lower::LowerError::NoPack(id.clone()))?;
        if packs.iter().any(|other| *other != pack) {
            say(id, "the scenarios carry different packs of this city; each is computed with its own");
        }
        let runs = opened
            .iter()
            .map(|(scenario, library)| city(scenario, id, library, &args.members))
            .collect::<Result<Vec<_>, Failure>>()?;
        let compared: Vec<Option<Compared<'_>>> = runs
            .iter()
            .map(|run| {
                let (outcome, runs) = run.as_ref()?;
                Some(Compared { projection: &outcome.scenario, members: runs.as_ref().map(|runs| &runs.scenario) })
            })
            .collect();
        comparison::add(&mut table, pack, &compared, args.year);
    }
    output::table(&table, args.format.format)?;
    for (name, (scenario, _)) in args.scenarios.iter().zip(&opened) {
        output::own_assumptions_of(name, scenario);
    }
    Ok(())
}

/// The runs of a city; `None` where the scenario does not have it.
fn city(
    scenario: &Scenario,
    id: &str,
    library: &Library,
    members: &MembersArgs,
) -> Result<Option<(Outcome, Option<Runs>)>, Failure> {
    if !scenario.cities.contains_key(id) {
        return Ok(None);
    }
    let inputs = lower::inputs(scenario, id, library)?;
    Ok(Some((run_model(&inputs), members.run(scenario, id, &inputs, library)?)))
}
