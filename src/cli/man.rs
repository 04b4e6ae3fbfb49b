//! `man`: the manual page, of one piece, written from the definitions of the
//! commands.

use std::io;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::{Cli, Failure, output};

/// Arguments of `man`: none.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Prints the page.
pub fn run(_args: &Args) -> Result<(), Failure> {
    let page = page(Cli::command()).map_err(|error| Failure::System(format!("the page cannot be written: {error}")))?;
    output::print(&page)
}

/// The page of the program with all its commands. The library writes one page
/// for each command; a reader finds more on one.
fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let commands: Vec<Command> = command.get_subcommands().cloned().collect();
    let man = Man::new(with_usage(command)).manual("Making Room");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut heading = Roff::new();
    heading.control("SH", ["COMMANDS"]).text([roman("Each command tells more with "), bold("--help"), roman(".")]);
    heading.to_writer(&mut page)?;
    for command in commands {
        self::command(command, &mut page)?;
    }
    back_matter().to_writer(&mut page)?;
    Ok(page)
}

/// A command as a part of the section about commands.
fn command(command: Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut heading = Roff::new();
    heading.control("SS", [command.get_name()]);
    heading.to_writer(page)?;
    // Every command has it, and the section says so once.
    let man = Man::new(with_usage(command).mut_arg("help", |help| help.hide(true)));
    without_heading(page, |part| man.render_description_section(part))?;
    page.extend_from_slice(b".PP\n");
    without_heading(page, |part| man.render_synopsis_section(part))?;
    without_heading(page, |part| man.render_options_section(part))
}

/// The command with its usage as `--help` has it, which tells more than the
/// library's own.
fn with_usage(mut command: Command) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    command.override_usage(usage)
}

/// Adds a section without what stands up to its heading.
fn without_heading(page: &mut Vec<u8>, render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<()> {
    let mut section = Vec::new();
    render(&mut section)?;
    let lines = section.split_inclusive(|&byte| byte == b'\n');
    page.extend(lines.skip_while(|line| !line.starts_with(b".SH")).skip(1).flatten());
    Ok(())
}

/// What is not in the definitions of the commands.
fn back_matter() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in [
        (
            "0",
            "Done. Also when the window was ended by SIGTERM, SIGINT or SIGHUP: unsaved work is kept, and the next start offers it.",
        ),
        (
            "1",
            "The input is at fault. The message names file, line and column where there is one, what was expected, and how to fix it.",
        ),
        ("2", "Wrong usage."),
        ("3", "The system failed: no display, or a disk that is full."),
    ] {
        item(&mut roff, bold(code), [roman(meaning)]);
    }
    roff.control("SH", ["FILES"]);
    item(&mut roff, italic("*.scenario.ron"), [roman("A scenario: a text file, for people as well.")]);
    item(
        &mut roff,
        italic("$XDG_CONFIG_HOME/making-room/preferences.json"),
        [roman("Recent files, theme, zoom and where you left off. It may be removed.")],
    );
    item(
        &mut roff,
        italic("$XDG_STATE_HOME/making-room/recovery"),
        [roman(
            "Unsaved work of windows that run, and of those that did not end as they should; the next start offers it.",
        )],
    );
    roff.control("SH", ["ENVIRONMENT"]);
    item(
        &mut roff,
        bold("MAKING_ROOM_FRAMES"),
        [roman("A file to which the window appends a line for each frame: time and the milliseconds that it took.")],
    );
    item(
        &mut roff,
        bold("MAKING_ROOM_FRAMES_PROCESSOR"),
        [roman("The same with the milliseconds for which the window had the processor, on Linux.")],
    );
    roff.control("SH", ["EXAMPLES"]);
    for (example, meaning) in [
        ("making-room plan.scenario.ron", "Opens the window on a scenario."),
        ("making-room new london brussels -o plan.scenario.ron", "Writes a scenario to begin from."),
        (
            "making-room project plan.scenario.ron --set london.zoning.protected_share=90@2027+5 --format csv",
            "Projects it with a stronger protection of industrial land from 2027, reached within five years.",
        ),
    ] {
        item(&mut roff, bold(example), [roman(meaning)]);
    }
    roff
}

fn item(roff: &mut Roff, term: Inline, meaning: [Inline; 1]) {
    roff.control("TP", []).text([term]).text(meaning);
}
