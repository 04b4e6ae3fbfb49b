//! `fmt`: a scenario file in its standard form.

use std::io::Write as _;
use std::path::PathBuf;

use crate::reading::{Parsed, file};
use crate::scenario::{format, store};

use super::Failure;
use super::scenario::PackArgs;

/// Arguments of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    #[command(flatten)]
    packs: PackArgs,
}

/// Rewrites the file if that changes it, and says which comments move above
/// the document.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let before = file::read_text(&args.file)?;
    let parsed = Parsed::of(&args.file.display().to_string(), before.clone())?;
    let after = format::write::write(&format::read(&parsed, &library)?);
    if after != before {
        store::write(&args.file, after.as_bytes())?;
    }
    for at in parsed.comments_inside() {
        let _ = writeln!(std::io::stderr(), "{}:{at}: this comment now stands above the document", parsed.file());
    }
    Ok(())
}
