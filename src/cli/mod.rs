//! The command line: the same engine as the window, without one.
//!
//! Each command is one file. A command writes its result to standard output
//! and returns a [`Failure`] that carries its exit code.

mod attribute;
mod backcast;
mod calibrate;
mod check;
mod compare;
mod completions;
mod diff;
mod export_model;
mod failure;
mod fmt;
mod man;
mod members;
mod merge;
mod new;
mod output;
mod presets;
mod project;
mod scenario;
mod settings;
mod sources;

use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::reading::nearest;

pub use failure::Failure;

/// What is asked of the program.
#[derive(Debug, Parser)]
#[command(
    name = "making-room",
    version,
    about = "What a city's zoning, rent and incentive levers do to manufacturing jobs and industrial floorspace.",
    long_about = "What a city's zoning, rent and incentive levers do to manufacturing jobs and industrial floorspace.\n\n\
        Without a command it opens the window, on the scenarios named or on where you left off. \
        The commands need no window and give the same numbers.",
    after_help = "Exit codes: 0 done, 1 the input is at fault, 2 wrong usage, 3 the system failed.",
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Scenarios to open in the window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// A command that needs no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the shipped scenarios and what they stand for
    Presets(presets::Args),
    /// Project a scenario: every year and indicator, reference beside scenario
    Project(project::Args),
    /// Compare scenarios: indicators side by side, and how probably each beats the first
    Compare(compare::Args),
    /// Tell which lever did it: contributions to the change of an indicator
    Attribute(attribute::Args),
    /// Tell how far the forecast of jobs would have been off in the past, and by how much others
    Backcast(backcast::Args),
    /// Check scenarios, city packs and evidence files; without a file, what is shipped
    Check(check::Args),
    /// Fit a city's constants to its history
    Calibrate(calibrate::Args),
    /// List every parameter, figure and series with its source
    Sources(sources::Args),
    /// Write a city's model with its equations and lever settings, for other engines
    ExportModel(export_model::Args),
    /// Write a new scenario of some cities at adopted policy
    New(new::Args),
    /// Write a scenario file in its standard form, in place
    Fmt(fmt::Args),
    /// List in what two scenarios differ, with units
    Diff(diff::Args),
    /// Bring two people's changes of one scenario together
    Merge(merge::Args),
    /// Print what a shell needs to complete these commands, for packagers
    Completions(completions::Args),
    /// Print the manual page, for packagers
    Man(man::Args),
}

impl Cli {
    /// Whether any file to open in the window is there: a mistyped command looks
    /// like a file. Where some are, the window opens and tells about the others.
    ///
    /// # Errors
    /// A [`Failure`] that names the first, if none is there.
    pub fn check_files(&self) -> Result<(), Failure> {
        let Some(missing) = self.files.first().filter(|_| !self.files.iter().any(|path| path.exists())) else {
            return Ok(());
        };
        let name = missing.display().to_string();
        let commands: Vec<String> =
            Self::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let fix = nearest::nearest(&name, commands.iter().map(String::as_str)).map_or_else(
            || "check the spelling and the folder".to_owned(),
            |command| format!("write `making-room {command}` for the command"),
        );
        Err(Failure::Input(format!("{name}: there is no such file; expected a scenario to open; fix: {fix}")))
    }
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// A [`Failure`] with a message for the user and an exit code.
    pub fn run(self) -> Result<(), Failure> {
        match self {
            Self::Presets(args) => presets::run(&args),
            Self::Project(args) => project::run(&args),
            Self::Compare(args) => compare::run(&args),
            Self::Attribute(args) => attribute::run(&args),
            Self::Backcast(args) => backcast::run(&args),
            Self::Check(args) => check::run(&args),
            Self::Calibrate(args) => calibrate::run(&args),
            Self::Sources(args) => sources::run(&args),
            Self::ExportModel(args) => export_model::run(&args),
            Self::New(args) => new::run(&args),
            Self::Fmt(args) => fmt::run(&args),
            Self::Diff(args) => diff::run(&args),
            Self::Merge(args) => merge::run(&args),
            Self::Completions(args) => completions::run(&args),
            Self::Man(args) => man::run(&args),
        }
    }
}
