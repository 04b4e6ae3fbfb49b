//! `completions`: what a shell needs to complete our commands.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Cli, Failure, output};

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell that completes
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script of a shell. The library spells a program with a hyphen in
/// its name in two ways in the script for bash (clap-rs/clap#6421, open in 4.6),
/// so that nothing is offered after a command; here it is one.
pub fn run(args: &Args) -> Result<(), Failure> {
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, &name, &mut script);
    let script = String::from_utf8_lossy(&script).replace(&name.replace('-', "__subcmd__"), &name.replace('-', "__"));
    output::print(script.as_bytes())
}
