//! The fit of a city: from evidence to the file that is shipped.

use indexmap::IndexMap;

use super::chains::{self, Draws, Plan};
use super::chance::Chance;
use super::diagnostics::{convergence, quantile};
use super::matrix::{covariance, mean};
use super::posterior::{Posterior, Role};
use super::trends::trends;
use crate::model::calibration::{Calibration, Convergence, Fitted, Target};
use crate::model::city::CityPack;
use crate::model::history::History;
use crate::model::inputs::InputsError;
use crate::model::outlook::Outlook;
use crate::model::parameters::{ParameterId, Parameters};
use crate::model::provenance::Prior;
use crate::model::retrace::Passed;

/// What a fit starts from.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    pack: &'a CityPack,
    history: &'a History,
    parameters: Parameters<f64>,
    priors: Vec<(ParameterId, &'a Prior)>,
    baseline: Outlook,
}

impl<'a> Evidence<'a> {
    /// Puts together what is known of a city: the expectation of the prior of
    /// every constant, the priors themselves, and the outlook whose housing
    /// pressure is carried back into the past.
    ///
    /// # Errors
    /// When the pack says nothing about its past, or a constant is not known.
    pub fn new(
        pack: &'a CityPack,
        expected: impl Fn(ParameterId) -> Option<f64>,
        prior: impl Fn(ParameterId) -> Option<&'a Prior>,
        baseline: Outlook,
    ) -> Result<Self, FitError> {
        let missing = || FitError::Missing(format!("the pack {:?} has no `history`", pack.id));
        let history = pack.history.as_ref().ok_or_else(missing)?;
        if let Some(unknown) = ParameterId::ALL.iter().find(|id| expected(**id).is_none()) {
            return Err(FitError::Missing(format!("no value for the constant {unknown}")));
        }
        let parameters = Parameters::from_fn(|id| expected(id).unwrap_or(f64::NAN));
        let priors = history.constants.iter().filter_map(|constant| Some((constant.0, prior(constant.0)?))).collect();
        Ok(Self { pack, history, parameters, priors, baseline })
    }

    fn posterior(&self) -> Result<Posterior<'a>, FitError> {
        let prior = |id| self.priors.iter().find(|(known, _)| *known == id).map(|(_, prior)| *prior);
        Posterior::new(self.pack, self.history, self.parameters.clone(), prior, &self.baseline)
    }
}

/// How a fit is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Chains, their length and their seed.
    pub plan: Plan,
    /// Draws of prior and posterior from which the ranges of the targets are taken.
    pub predictions: usize,
}

impl Settings {
    /// The settings with which the shipped files are made.
    #[must_use]
    pub const fn shipped(seed: u64) -> Self {
        let plan = Plan { chains: 8, stages: 6, first_stage: 250, thin: 10, kept: 4_000, seed };
        Self { plan, predictions: 4_000 }
    }
}

/// Why a city cannot be fitted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FitError {
    /// The pack has no usable history.
    #[error("{0}")]
    Missing(String),
    /// The model refuses the numbers of the base year.
    #[error(transparent)]
    Inputs(#[from] InputsError),
}

/// Digits to which numbers of the file are rounded.
const DIGITS: usize = 6;

/// Fits a city's constants to its history.
///
/// # Errors
/// When the pack says nothing about its past, or something that it names is not there.
pub fn fit(evidence: &Evidence<'_>, settings: &Settings) -> Result<Calibration, FitError> {
    let history = evidence.history;
    let posterior = evidence.posterior()?;
    let dimension = posterior.coordinates.len();
    let start = |_: usize, normal: &mut dyn FnMut() -> f64| (0..dimension).map(|_| normal()).collect();
    let draws = chains::sample(dimension, |place| posterior.log_density(place), start, &settings.plan);

    let centre = mean(draws.all(), dimension);
    let spread = covariance(draws.all(), &centre);
    let mut parameters: IndexMap<String, Fitted> = IndexMap::new();
    let mut conditions: IndexMap<String, Fitted> = IndexMap::new();
    let mut correlation: Vec<Vec<f64>> = Vec::new();
    let mut rows: Vec<usize> = Vec::new();
    for (i, coordinate) in posterior.coordinates.iter().enumerate() {
        let prior = coordinate.prior;
        let found = convergence(&draws.coordinate(i));
        let fitted = Fitted {
            scale: prior.scale,
            mean: rounded(prior.mean + prior.sd * centre[i]),
            sd: rounded(prior.sd * spread[i][i].sqrt()),
            prior_mean: rounded(prior.mean),
            prior_sd: rounded(prior.sd),
            draws: Some(Convergence { effective: found.effective.round(), r_hat: decimals(found.r_hat) }),
        };
        if matches!(coordinate.role, Role::Constant(_)) {
            let with = |j: &usize| decimals(spread[i][*j] / (spread[i][i] * spread[*j][*j]).sqrt());
            correlation.push(rows.iter().map(with).collect());
            rows.push(i);
            parameters.insert(coordinate.id.clone(), fitted);
        } else {
            conditions.insert(coordinate.id.clone(), fitted);
        }
    }
    if let Some(settings) = &history.trends {
        for (sector, fitted) in trends(evidence.pack, settings).map_err(FitError::Missing)? {
            let exact = Fitted {
                mean: rounded(fitted.mean),
                sd: rounded(fitted.sd),
                prior_mean: rounded(fitted.prior_mean),
                prior_sd: rounded(fitted.prior_sd),
                ..fitted
            };
            parameters.insert(Calibration::trend_id(&sector), exact);
        }
    }

    Ok(Calibration {
        format: Calibration::FORMAT.to_owned(),
        version: Calibration::VERSION,
        city: evidence.pack.id.clone(),
        method: method(settings, dimension, &draws),
        parameters,
        correlation,
        conditions,
        targets: targets(history, &posterior, &draws, settings),
        not_fitted: history.not_fitted.clone(),
    })
}

/// The run over the past with the constants and conditions at the centres of a fit.
///
/// # Errors
/// Those of [`fit`].
pub fn past(evidence: &Evidence<'_>, fit: &Calibration) -> Result<Vec<Passed<f64>>, FitError> {
    let posterior = evidence.posterior()?;
    let place =
        posterior.place(|id| fit.parameters.get(id).or_else(|| fit.conditions.get(id)).map(|fitted| fitted.mean));
    let run = posterior.run(&place);
    run.map(|run| run.passed).ok_or_else(|| FitError::Missing("a fit inside the allowed constants".to_owned()))
}

fn method(settings: &Settings, dimension: usize, draws: &Draws) -> String {
    let Plan { chains, stages, first_stage, thin, kept, seed } = settings.plan;
    let warm_up = first_stage * ((1 << stages) - 1);
    format!(
        "Random-walk Metropolis in {dimension} dimensions, seed {seed}: {chains} chains started from the prior, \
         {warm_up} steps of warm-up in which the proposal is learnt, then {} steps with the proposal fixed, \
         every {thin}th kept; {:.0} % accepted. Numbers are written to {DIGITS} significant digits.",
        kept * thin,
        100.0 * draws.accepted
    )
}

/// The ranges of what was observed, before and after.
fn targets(history: &History, posterior: &Posterior<'_>, draws: &Draws, settings: &Settings) -> Vec<Target> {
    let all: Vec<&Vec<f64>> = draws.all().collect();
    let every = (all.len() / settings.predictions.max(1)).max(1);
    let after: Vec<_> = all.iter().step_by(every).filter_map(|place| posterior.run(place)).collect();
    // The streams of the chains are numbered from one.
    let mut chance = Chance::new(settings.plan.seed, 0);
    let before: Vec<_> = (0..settings.predictions)
        .filter_map(|_| {
            let place: Vec<f64> = posterior.coordinates.iter().map(|_| chance.normal()).collect();
            posterior.run(&place)
        })
        .collect();
    let range = |runs: &[super::posterior::Run], target| {
        let mut values: Vec<f64> = runs.iter().filter_map(|run| run.value(target)).collect();
        values.sort_by(f64::total_cmp);
        [0.1, 0.5, 0.9].map(|p| rounded(quantile(&values, p)))
    };
    history
        .targets
        .iter()
        .map(|target| Target {
            what: target.what.clone(),
            source: target.value.source.clone(),
            unit: target.measure.unit().to_owned(),
            years: target.years,
            observed: target.value.value,
            error: target.error,
            log: target.measure.is_log(),
            because: target.because.clone(),
            prior: range(&before, target),
            fitted: range(&after, target),
        })
        .collect()
}

/// A number to the digits of the file.
fn rounded(x: f64) -> f64 {
    format!("{x:.*e}", DIGITS - 1).parse().unwrap_or(x)
}

/// A number to four decimals.
fn decimals(x: f64) -> f64 {
    let rounded: f64 = format!("{x:.4}").parse().unwrap_or(x);
    // No negative zero in the file.
    rounded + 0.0
}
