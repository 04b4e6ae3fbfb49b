//! `fmt`: a scenario file in its standard form.

use std::path::PathBuf;

use crate::reading::{Parsed, Problems, file};
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

/// Rewrites the file if that changes it. A file with comments that would be
/// lost stays as it is.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let before = file::read_text(&args.file)?;
    let parsed = Parsed::of(&args.file.display().to_string(), before.clone())?;
    let scenario = format::read(&parsed, &library)?;
    let lost = parsed.comments_inside();
    if !lost.is_empty() {
        let problems = lost.into_iter().map(|at| {
            parsed.problem(
                at,
                "this comment would be lost; the file is unchanged".to_owned(),
                "comments as lines above the document".to_owned(),
                "move it there, or into `notes` or a `reason`".to_owned(),
            )
        });
        return Err(Problems::sorted(problems.collect()).into());
    }
    let after = format::write::write(&scenario);
    if after != before {
        store::write(&args.file, after.as_bytes())?;
    }
    Ok(())
}
