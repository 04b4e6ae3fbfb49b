//! `calibrate`: the fit of a city's constants to its history.

use std::path::PathBuf;

use crate::analysis::calibration::{Evidence, FitError, Settings, fit};
use crate::evidence::Library;
use crate::export::calibration;
use crate::model::calibration::{Calibration, Fitted};
use crate::model::outlook::NamedOutlook;
use crate::reading::nearest;
use crate::scenario::store;

use super::Failure;
use super::output;
use super::scenario::PackArgs;

/// Arguments of `calibrate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The city
    #[arg(long, value_name = "ID")]
    city: String,
    /// The file to write; one that is there is replaced. Without it the fit is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    packs: PackArgs,
}

/// The largest R̂ and the smallest effective number of draws that are believed.
const LARGEST_R_HAT: f64 = 1.02;
const FEWEST_DRAWS: f64 = 200.0;

/// Fits the city and writes the fit.
pub fn run(args: &Args) -> Result<(), Failure> {
    let library = args.packs.library()?;
    let Some(pack) = library.packs.get(&args.city) else {
        let known = || library.packs.keys().map(String::as_str);
        return Err(Failure::Input(format!(
            "--city {}: there is no such city; expected one of {}; fix: {}",
            args.city,
            known().collect::<Vec<_>>().join(", "),
            nearest::hint(&args.city, known())
        )));
    };
    let cannot = |error: FitError| {
        Failure::Input(format!(
            "--city {}: cannot be fitted: {error}; expected a pack whose `history` says what was observed; \
             fix: `presets/cities/london.ron` shows one",
            args.city
        ))
    };
    let baseline = library.outlooks.get(Library::BASELINE).map(NamedOutlook::values);
    let baseline = baseline.ok_or_else(|| cannot(FitError::Missing(format!("no outlook {:?}", Library::BASELINE))))?;
    let expected = |id| library.prior_expected(pack, id);
    let evidence = Evidence::new(pack, expected, |id| library.prior(pack, id), baseline).map_err(cannot)?;
    let found = fit(&evidence, &Settings::shipped(args.seed)).map_err(cannot)?;
    converged(&found)?;
    let bytes =
        calibration::text(&found).map_err(|error| Failure::System(format!("the fit cannot be written: {error}")))?;
    match &args.output {
        Some(path) => Ok(store::write(path, &bytes)?),
        None => output::print(&bytes),
    }
}

/// Refuses a fit whose chains disagree.
fn converged(fit: &Calibration) -> Result<(), Failure> {
    let all = fit.parameters.iter().chain(&fit.conditions);
    let worst = all.filter_map(|(id, Fitted { draws, .. })| Some((id, draws.as_ref()?))).find(|(_, draws)| {
        // What is no number is not believed either.
        !(draws.r_hat <= LARGEST_R_HAT && draws.effective >= FEWEST_DRAWS)
    });
    match worst {
        None => Ok(()),
        Some((id, draws)) => Err(Failure::Input(format!(
            "--city {}: the chains have not converged: {id} has an R-hat of {} and {} effective draws; \
             expected at most {LARGEST_R_HAT} and at least {FEWEST_DRAWS}; \
             fix: give `history` narrower priors or fewer constants",
            fit.city, draws.r_hat, draws.effective
        ))),
    }
}
