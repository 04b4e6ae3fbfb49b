//! The program: reads its arguments, runs a command or opens the window, and
//! says in an exit code how it went.

use std::io::Write as _;
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
                // Where even this cannot be written, the exit code still tells.
                let _ = writeln!(std::io::stderr(), "{message}");
            }
            failure.exit_code()
        }
    }
}

/// Opens the window on these files, or on where the user left off.
#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> Result<(), Failure> {
    if !has_display() {
        return Err(Failure::no_window("there is no display for a window"));
    }
    making_room::gui::run(files).map_err(Failure::no_window)
}

/// Whether a window has somewhere to go. Where the answer is not in the
/// environment, opening one will tell.
#[cfg(feature = "gui")]
fn has_display() -> bool {
    if cfg!(any(not(unix), target_os = "macos")) {
        return true;
    }
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    names.iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Opens the window, which this build does not have.
#[cfg(not(feature = "gui"))]
fn window(_files: Vec<PathBuf>) -> Result<(), Failure> {
    Err(Failure::no_window("this build has no window"))
}
