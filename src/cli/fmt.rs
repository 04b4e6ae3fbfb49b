//! `fmt`: a scenario file in its standard form.

use std::path::PathBuf;

use crate::reading::{Parsed, file};
use crate::scenario::{format, store};

use super::Failure;
use super::scenario::{self, PackArgs};

/// The most comments whose place is told.
const MOST_PLACES: usize = 50;

/// Arguments of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    #[command(flatten)]
    packs: PackArgs,
}

/// Rewrites the file if that changes it, and says what moved or changed. A
/// receipt stays as it is: nothing is computed.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let before = file::read_text(&args.file)?;
    let name = args.file.display().to_string();
    let parsed = Parsed::of(&name, before.clone())?;
    let opened = format::read(&parsed, &library)?;
    let (document, library) = opened.with(&library);
    let after = format::write::whole(document, library, opened.receipt.as_ref());
    if after != before {
        store::replace(&args.file, &after)?;
        if let Some(what) = opened.migration() {
            scenario::say(&name, &what);
        }
    }
    opened.notices.iter().for_each(|what| scenario::say(&name, what));
    for at in opened.comments_inside.iter().take(MOST_PLACES) {
        scenario::say(&format!("{name}:{at}"), "this comment now stands above the document");
    }
    if let Some(more @ 1..) = opened.comments_inside.len().checked_sub(MOST_PLACES) {
        scenario::say(&name, &format!("{more} more comments now stand above the document"));
    }
    Ok(())
}
