//! `attribute`: which lever did it.

use crate::analysis::attribution::attribute;
use crate::export::attribution::{self, Labels};
use crate::model::projection::{self, Column};
use crate::reading::nearest;
use crate::scenario::document::Measure;
use crate::scenario::lower;

use super::Failure;
use super::output::{self, FormatArg};
use super::scenario::{ScenarioArgs, known_city};

/// Arguments of `attribute`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// The city
    #[arg(long, value_name = "ID")]
    city: String,
    /// What to attribute: an indicator, or jobs of a sub-sector as `manufacturing_jobs.SECTOR`
    #[arg(long, value_name = "ID")]
    indicator: Measure,
    /// The year
    #[arg(long, value_name = "YEAR")]
    year: i32,
    #[command(flatten)]
    format: FormatArg,
}

/// Prints the contributions.
pub fn run(args: &Args) -> Result<(), Failure> {
    let (scenario, library) = args.scenario.open()?;
    known_city(&scenario, &args.city)?;
    let pack = library.packs.get(&args.city).ok_or_else(|| lower::LowerError::NoPack(args.city.clone()))?;
    let column = match &args.indicator {
        Measure::Indicator(indicator) => Column::Indicator(*indicator),
        Measure::JobsOf(sector) => Column::JobsOf(pack.sectors.get_index_of(sector).ok_or_else(|| {
            let known = || pack.sectors.keys().map(String::as_str);
            Failure::Input(format!(
                "--indicator {}: {} has no such sub-sector; expected one of {}; fix: {}",
                args.indicator,
                pack.name,
                known().collect::<Vec<_>>().join(", "),
                nearest::hint(sector, known())
            ))
        })?),
    };
    let inputs = lower::inputs(&scenario, &args.city, &library)?;
    let (first, last) = inputs.span();
    let row = args
        .year
        .checked_sub(first)
        .and_then(|row| usize::try_from(row).ok())
        .filter(|_| args.year <= last)
        .ok_or_else(|| {
            Failure::Input(format!(
                "--year {}: the scenario runs from {first} to {last} in {}; fix: name a year in between",
                args.year, pack.name
            ))
        })?;
    let attribution = attribute(&inputs, &projection::reference(&inputs), column);
    if !attribution.total.get(row).is_some_and(|total| total.is_finite()) {
        return Err(Failure::Input(format!(
            "{} has no value in {} with every one of these levers left out in turn, so it cannot be attributed; \
             fix: attribute manufacturing_jobs and public_cost instead",
            args.indicator, args.year
        )));
    }
    let labels = Labels::english(attribution.method);
    let table = attribution::table(&attribution, row, args.indicator.indicator().unit(), labels);
    output::table(&table, args.format.format)?;
    output::own_assumptions(&scenario, &library);
    Ok(())
}
