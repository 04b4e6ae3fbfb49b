//! `compare`: scenarios side by side, and how probably each beats the first.

use std::borrow::Cow;

use crate::analysis::paired::Run;
use crate::evidence::Library;
use crate::export::{comparison, levers};
use crate::model::city::CityPack;
use crate::model::projection::{Column, Outcome, Projection, run as run_model};
use crate::scenario::common;
use crate::scenario::document::Scenario;
use crate::scenario::lower;

use super::Failure;
use super::members::{MembersArgs, Runs};
use super::output::{self, Format, FormatArg};
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
        let projections: Vec<Option<&Projection>> =
            runs.iter().map(|run| run.as_ref().map(|(outcome, _)| &outcome.scenario)).collect();
        let members = |number: usize| {
            let (outcome, runs) = runs.get(number)?.as_ref()?;
            Some(Run { members: &runs.as_ref()?.scenario, first_year: outcome.scenario.first_year() })
        };
        let probability = |number: usize, column: Column, year: i32| {
            members(number)?.better(members(0)?, column, year, column.better())
        };
        comparison::add(&mut table, pack, &projections, args.year, &probability);
    }
    output::table(&table, args.format.format)?;
    if args.format.format == Format::Table {
        lever_section(&opened)?;
    }
    for (name, (scenario, library)) in args.scenarios.iter().zip(&opened) {
        output::own_assumptions_of(name, scenario, library);
    }
    Ok(())
}

/// Prints, for a reader, what the scenarios have in common in their levers. The
/// columns of the other formats are those of the comparison only.
fn lever_section(opened: &[(Scenario, Library)]) -> Result<(), Failure> {
    let scenarios: Vec<(&Scenario, &Library)> = opened.iter().map(|(scenario, library)| (scenario, library)).collect();
    let table = levers::table(&common::spreads(&scenarios), &[], &scenarios);
    if table.rows.is_empty() {
        return output::print(b"\nLevers: all at adopted policy\n");
    }
    output::print(b"\nLevers that some of them touched; a scenario that does not counts at adopted policy\n")?;
    output::table(&table, Format::Table)
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
