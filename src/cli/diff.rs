//! `diff`: in what two scenarios differ.

use crate::export::difference;

use super::Failure;
use super::output::{self, Format, FormatArg};
use super::scenario::{self, PackArgs};

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A scenario file, or preset:ID for a shipped one
    #[arg(value_name = "A")]
    before: String,
    /// The scenario to compare it with
    #[arg(value_name = "B")]
    after: String,
    #[command(flatten)]
    packs: PackArgs,
    #[command(flatten)]
    format: FormatArg,
}

/// Prints what B says otherwise than A: for a reader with long texts cut to
/// where they differ, in files whole.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let (before, after) = (scenario::open(&args.before, &library)?, scenario::open(&args.after, &library)?);
    let table = difference::table(before.with(&library), after.with(&library));
    match args.format.format {
        Format::Table if table.rows.is_empty() => output::print(b"no difference\n"),
        Format::Table => output::table(&difference::brief(table), Format::Table),
        format => output::table(&table, format),
    }
}
