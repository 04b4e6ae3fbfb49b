//! The scenario that a command works on: a file or preset, with what the
//! command line adds to it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::evidence::Library;
use crate::reading::file;
use crate::reading::nearest;
use crate::scenario::document::Scenario;
use crate::scenario::format::Opened;
use crate::scenario::{presets, store};

use super::Failure;
use super::failure;
use super::settings::{Assume, Set};

/// The options of every command that computes.
#[derive(Debug, clap::Args)]
pub struct ScenarioArgs {
    /// A scenario file, or preset:ID for a shipped one
    #[arg(value_name = "SCENARIO")]
    pub scenario: String,
    #[command(flatten)]
    pub changes: ChangeArgs,
}

/// The options that change a scenario before a command computes it.
#[derive(Debug, clap::Args)]
pub struct ChangeArgs {
    /// Set a lever on top of the file, in its own unit (90 is 90 %); may be repeated
    #[arg(long, value_name = "CITY.LEVER=LEVEL[@START[+RAMP]]")]
    pub set: Vec<Set>,
    /// Override a parameter, in all cities or in one; may be repeated
    #[arg(long, value_name = "[CITY.]PARAMETER=VALUE")]
    pub assume: Vec<Assume>,
    #[command(flatten)]
    pub packs: PackArgs,
}

/// The option of every command that knows cities.
#[derive(Debug, clap::Args)]
pub struct PackArgs {
    /// The pack of a city that is not built in; may be repeated
    #[arg(long = "pack", value_name = "FILE")]
    pub packs: Vec<PathBuf>,
}

impl PackArgs {
    /// The shipped evidence with these packs.
    pub fn library(&self) -> Result<Library, Failure> {
        let mut library = failure::library()?;
        for path in &self.packs {
            library.add_pack(&path.display().to_string(), file::read_text(path)?)?;
        }
        Ok(library)
    }
}

impl ScenarioArgs {
    /// The scenario as file and command line say, and the evidence it rests on.
    pub fn open(&self) -> Result<(Scenario, Library), Failure> {
        let (scenario, library) = open_to_compute(&self.scenario, self.changes.packs.library()?)?;
        Ok((self.changes.apply(scenario, &library)?, library))
    }
}

impl ChangeArgs {
    /// The scenario with what the command line adds to it.
    pub fn apply(&self, mut scenario: Scenario, library: &Library) -> Result<Scenario, Failure> {
        for set in &self.set {
            scenario = set.edit(&scenario, library)?.apply(&scenario, library).map_err(|error| set.refused(&error))?;
        }
        for assume in &self.assume {
            scenario = assume.edit().apply(&scenario, library).map_err(|error| assume.refused(&error))?;
        }
        Ok(scenario)
    }
}

/// Refuses a city that the scenario does not have.
pub fn known_city(scenario: &Scenario, id: &str) -> Result<(), Failure> {
    if scenario.cities.contains_key(id) {
        return Ok(());
    }
    let known = || scenario.cities.keys().map(String::as_str);
    Err(Failure::Input(format!(
        "--city {id}: the scenario has no such city; expected one of {}; fix: {}",
        known().collect::<Vec<_>>().join(", "),
        nearest::hint(id, known())
    )))
}

/// Opens a file or a preset with the packs that it brings, and tells whether its
/// results are still those with which it was saved.
pub fn open_to_compute(name: &str, library: Library) -> Result<(Scenario, Library), Failure> {
    let opened = open(name, &library)?;
    if let Some(comparison) = opened.comparison(&library) {
        say(name, &format!("{}; `making-room check {name}` says why", comparison.headline()));
    }
    Ok((opened.scenario, opened.library.unwrap_or(library)))
}

/// Opens a file or a preset, and tells what whoever uses it must know.
pub fn open(name: &str, library: &Library) -> Result<Opened, Failure> {
    let Some(id) = name.strip_prefix("preset:") else {
        let opened = store::open(Path::new(name), library)?;
        opened.notices.iter().for_each(|notice| say(name, notice));
        return Ok(opened);
    };
    let preset = presets::find(id).ok_or_else(|| {
        let known = presets::ALL.map(|preset| preset.id);
        Failure::Input(format!(
            "{name}: there is no such preset; expected one of {}; fix: {}",
            known.join(", "),
            nearest::hint(id, known)
        ))
    })?;
    Ok(preset.read(library)?)
}

/// Tells something about a file that is no failure.
pub fn say(file: &str, what: &str) {
    // Where it cannot be told, the result is still right.
    let _ = writeln!(std::io::stderr(), "{file}: {what}");
}
