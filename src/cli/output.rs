//! What a command prints.

use std::io::{ErrorKind, Write as _};

use clap::ValueEnum;

use crate::evidence::Library;
use crate::export::table::Table;
use crate::scenario::assumptions;
use crate::scenario::document::Scenario;

use super::Failure;

/// How a table is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for a reader, numbers rounded
    #[default]
    Table,
    /// CSV with a header, numbers to twelve digits
    Csv,
    /// An array of objects, numbers to twelve digits, what is empty as null
    Json,
}

/// The option of every command that prints a table.
#[derive(Debug, clap::Args)]
pub struct FormatArg {
    /// How to print the table
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Prints a table.
pub fn table(table: &Table, format: Format) -> Result<(), Failure> {
    let bytes = match format {
        Format::Table => table.text(),
        Format::Csv => csv(table)?,
        Format::Json => table.json(),
    };
    print(&bytes)
}

/// Says what a scenario assumes, once its result is printed: on standard error,
/// beside the result and out of the way of whoever reads its columns.
pub fn own_assumptions(scenario: &Scenario, library: &Library) {
    if let Some(own) = assumptions::sentence(scenario, library) {
        note(&own);
    }
}

/// The same where several scenarios share a result.
pub fn own_assumptions_of(name: &str, scenario: &Scenario, library: &Library) {
    if let Some(own) = assumptions::sentence(scenario, library) {
        note(&format!("{name} is computed {own}"));
    }
}

/// Says something beside the result.
fn note(what: &str) {
    // Where it cannot be told, the result is still right.
    let _ = writeln!(std::io::stderr(), "note: {what}");
}

/// A table as CSV.
pub fn csv(table: &Table) -> Result<Vec<u8>, Failure> {
    table.csv().map_err(|error| Failure::System(format!("the table cannot be written: {error}")))
}

/// Prints bytes. A reader that has gone away, such as `head`, ends the command
/// in peace.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::System(format!("the output cannot be written: {error}")),
    })
}
