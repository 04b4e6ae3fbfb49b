//! `merge`: two people's changes of one scenario in one file.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::evidence::Library;
use crate::scenario::limits;
use crate::scenario::merge::{self, Choice, Conflict, merge};
use crate::scenario::store;

use super::Failure;
use super::scenario::{self, PackArgs};

/// Arguments of `merge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The scenario that both were made from: a file, or preset:ID
    base: String,
    /// One of the two
    #[arg(value_name = "A")]
    mine: String,
    /// The other
    #[arg(value_name = "B")]
    theirs: String,
    #[command(flatten)]
    packs: PackArgs,
    /// The file to write; it may be one of the three
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Writes the scenario with the changes of both, unless they conflict.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let open = |name| scenario::open(name, &library);
    let sides = [open(&args.base)?, open(&args.mine)?, open(&args.theirs)?];
    let [(base, _), (mine, _), (theirs, _)] = sides.each_ref().map(|side| side.with(&library));
    let mut merged = merge(base, mine, theirs, |_| Choice::Base);
    let libraries = sides.each_ref().map(|side| side.with(&library).1);
    let (packs, conflicts) = merge::packs(&merged.scenario, libraries, |_| Choice::Base);
    merged.conflicts.extend(conflicts);
    let mut library = library.clone();
    for pack in packs {
        library.bring(pack);
    }
    if !merged.conflicts.is_empty() {
        return Err(Failure::Input(listed(args, &merged.conflicts, &library)));
    }
    let faults = limits::faults(&merged.scenario, &library);
    if !faults.is_empty() {
        let mut message = String::from("each side is in order, but both together are not; nothing was written");
        for fault in faults {
            // Writing to a string cannot fail.
            let _ = write!(message, "\n{}: {fault}", fault.path.join(" › "));
        }
        return Err(Failure::Input(message));
    }
    Ok(store::save(&args.output, &merged.scenario, &library)?)
}

/// The conflicts with what each side says, and what to do about them.
fn listed(args: &Args, conflicts: &[Conflict], library: &Library) -> String {
    let mut message = String::new();
    for conflict in conflicts {
        // Writing to a string cannot fail.
        let _ = writeln!(message, "conflict: {}", conflict.item.name(library));
        let sides = [(&args.base, &conflict.base), (&args.mine, &conflict.mine), (&args.theirs, &conflict.theirs)];
        for (name, value) in sides {
            let words = conflict.item.words(value.as_ref(), library);
            let _ = writeln!(message, "    {name}: {words}");
        }
    }
    let count = conflicts.len();
    let _ = write!(
        message,
        "{count} conflict{}, nothing was written; fix: agree on a value, set it in both files, and merge again",
        if count == 1 { "" } else { "s" }
    );
    message
}
