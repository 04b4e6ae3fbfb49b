//! `presets`: the shipped scenarios.

use crate::export::table::{Cell, Table};
use crate::scenario::presets;

use super::output::{self, FormatArg};
use super::{Failure, failure};

/// Arguments of `presets`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    format: FormatArg,
}

/// Prints the list.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = failure::library()?;
    let mut table = Table::new(&["id", "title", "cities", "stands_for"]);
    for preset in &presets::ALL {
        let scenario = preset.open(&library)?;
        let cities: Vec<&str> = scenario.cities.keys().map(String::as_str).collect();
        table.rows.push(vec![
            Cell::text(preset.id),
            Cell::text(scenario.title.clone()),
            Cell::text(cities.join(" ")),
            Cell::text(presets::stands_for(&scenario).to_owned()),
        ]);
    }
    output::table(&table, args.format.format)
}
