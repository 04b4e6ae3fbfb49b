//! `backcast`: how far the drift of jobs would have been off.

use std::path::{Path, PathBuf};

use crate::analysis::backcast::{FEWEST, JobsSeries, Report};
use crate::evidence::{Library, Peers, peers};
use crate::export::backcast;
use crate::model::city::CityPack;
use crate::reading::{nearest, series};
use crate::scenario::{past, store};

use super::Failure;
use super::output::{self, Format, FormatArg};
use super::scenario::PackArgs;

/// Arguments of `backcast`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Scores and remarks follow the rows as lines that begin with #; JSON has the rows only.\n\
    The modes are ex_ante, which knows nothing after the origin, and conditional, which is told how the nation's jobs moved.")]
pub struct Args {
    /// Only the series of this city, with a pack or of the panel
    #[arg(long, value_name = "ID", conflicts_with = "series")]
    city: Option<String>,
    /// Run it on these jobs instead: a CSV file with the columns year and value, the value empty where it is missing
    #[arg(long, value_name = "FILE.csv")]
    series: Option<PathBuf>,
    /// The jobs of their nation, in the same form; without it the series stands for itself
    #[arg(long, value_name = "FILE.csv", requires = "series")]
    nation: Option<PathBuf>,
    /// Also write the jobs of every member of every forecast to this file, as CSV; coverage counted in them differs from
    /// that printed, which is exact, by chance
    #[arg(long, value_name = "FILE")]
    draws: Option<PathBuf>,
    /// Members that --draws writes
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    members: u32,
    /// Seed of the members
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    packs: PackArgs,
    #[command(flatten)]
    format: FormatArg,
}

/// Prints the back-cast.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let report = match &args.series {
        Some(path) => given(path, args.nation.as_deref(), &library)?,
        None => cities(args.city.as_deref(), &library)?,
    };
    if let Some(path) = &args.draws {
        let csv = backcast::members(&report, args.members, args.seed)
            .map_err(|error| Failure::System(format!("the members cannot be written: {error}")))?;
        store::write(path, &csv)?;
    }
    output::table(&backcast::forecasts(&report), args.format.format)?;
    match args.format.format {
        Format::Json => Ok(()),
        Format::Csv => {
            let scores = String::from_utf8_lossy(&output::csv(&backcast::scores(&report))?).into_owned();
            output::print(remarks(&report, &scores).as_bytes())
        }
        Format::Table => {
            let scores = String::from_utf8_lossy(&backcast::scores(&report).text()).into_owned();
            output::print(remarks(&report, &scores).as_bytes())
        }
    }
}

/// The scores and what to know of them, each line with a # before it.
fn remarks(report: &Report, scores: &str) -> String {
    let remarks = backcast::remarks(report);
    let mut text = String::new();
    for line in scores.lines().chain(remarks.iter().map(String::as_str)) {
        text.extend(["# ", line, "\n"]);
    }
    text
}

/// The cities with a pack and the panel, or one of them.
fn cities(only: Option<&str>, library: &Library) -> Result<Report, Failure> {
    let peers = peers()?;
    let report = |wanted: &dyn Fn(&CityPack) -> bool, panel: &Peers| {
        past::backcast(library, wanted, panel)
            .map_err(|problem| Failure::System(format!("this build is damaged: {problem}")))
    };
    let Some(id) = only else { return report(&|_| true, &peers) };
    if let Some(pack) = library.packs.values().find(|pack| pack.id == id) {
        if pack.backcast.is_empty() {
            return Err(Failure::Input(format!(
                "--city {id}: its pack names no series for the back-cast; expected `backcast` with at least one; \
                 fix: add it to the pack, or use --series"
            )));
        }
        return report(&|pack| pack.id == id, &Peers::new());
    }
    let named = |peer: &str| peer == id || peer.strip_prefix("peers.") == Some(id);
    if peers.keys().any(|peer| named(peer)) {
        // The panel teaches: it is needed whole, and only one of it is shown.
        return Ok(report(&|_| false, &peers)?.only(|peer| named(&peer.id)));
    }
    let known = || {
        let peers = peers.keys().map(|id| id.strip_prefix("peers.").unwrap_or(id));
        library.packs.keys().map(String::as_str).chain(peers)
    };
    Err(Failure::Input(format!(
        "--city {id}: there is no such city; expected one of {}; fix: {}",
        known().collect::<Vec<_>>().join(", "),
        nearest::hint(id, known())
    )))
}

/// A series that the user brought.
fn given(path: &Path, nation: Option<&Path>, library: &Library) -> Result<Report, Failure> {
    let jobs = series::read(path)?;
    let nation = nation.map(series::read).transpose()?.unwrap_or_default();
    let name = path.file_stem().map_or_else(|| "series".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let parameters = library
        .parameters_anywhere()
        .map_err(|id| Failure::System(format!("this build is damaged: {id} has no value")))?;
    let given = JobsSeries::given(&name, &jobs, &nation);
    let report = Report::of_series(given, &parameters);
    if report.rows.is_empty() {
        let problem = if jobs.len() > FEWEST {
            let horizons = "1, 3, 5, 8 or 10 years after it";
            format!("{} figures, but none {horizons} after a year with ten figures behind it", jobs.len())
        } else {
            format!("{} figures", jobs.len())
        };
        return Err(Failure::Input(format!(
            "{}: {problem}; expected at least {}: {FEWEST} up to an origin, and one after it to compare with; \
             fix: add earlier or later years to this file",
            path.display(),
            FEWEST + 1
        )));
    }
    Ok(report)
}
