//! The program: reads its arguments, runs a command or opens the window, and
//! says in an exit code how it went.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;
use making_room::cli::{Cli, Failure};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Some(command) => command.run(),
        None => cli.check_files().and_then(|()| window(cli.files)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = failure.message() {
                eprintln!("{message}");
            }
            failure.exit_code()
        }
    }
}

/// Opens the window on these files, or on where the user left off.
#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> Result<(), Failure> {
    making_room::gui::run(files).map_err(|error| Failure::System(error.to_string()))
}

/// Opens the window, which this build does not have.
#[cfg(not(feature = "gui"))]
fn window(_files: Vec<PathBuf>) -> Result<(), Failure> {
    Err(Failure::no_window("this build has no window"))
}
