//! `sources`: every number with where it comes from.

use crate::export::evidence;

use super::Failure;
use super::output::{self, FormatArg};
use super::scenario::PackArgs;

/// Arguments of `sources`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only what this is about: a parameter, a figure or what is inside it
    /// (london.levers), a series, a source
    id: Option<String>,
    #[command(flatten)]
    packs: PackArgs,
    #[command(flatten)]
    format: FormatArg,
}

/// Prints the list.
pub fn run(args: &Args) -> Result<(), Failure> {
    let table = evidence::table(&args.packs.library()?, args.id.as_deref());
    match &args.id {
        Some(id) if table.rows.is_empty() => Err(Failure::Input(format!(
            "there is nothing with the id {id:?}; expected a parameter, figure, series or source; \
             fix: `making-room sources` lists them all"
        ))),
        _ => output::table(&table, args.format.format),
    }
}
