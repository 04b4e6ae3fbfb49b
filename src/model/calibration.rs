//! What a city's history says about the constants of the model: a parametric
//! posterior, fitted once by `making-room calibrate` and shipped as a file.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The scale on which a fitted constant is normal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// As it is.
    Linear,
    /// Logarithm: positive constants.
    Log,
    /// Logarithm of the absolute value: negative constants.
    NegativeLog,
    /// Log-odds: shares between 0 and 1.
    Logit,
}

impl Scale {
    /// From the constant's own value to the scale.
    #[must_use]
    pub fn forward(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.ln(),
            Self::NegativeLog => (-value).ln(),
            Self::Logit => (value / (1.0 - value)).ln(),
        }
    }

    /// From the scale back to the constant's own value.
    #[must_use]
    pub fn back(self, x: f64) -> f64 {
        match self {
            Self::Linear => x,
            Self::Log => x.exp(),
            Self::NegativeLog => -x.exp(),
            Self::Logit => 1.0 / (1.0 + (-x).exp()),
        }
    }
}

/// A constant that history could say something about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// The scale on which it is normal.
    pub scale: Scale,
    /// Posterior mean on that scale.
    pub mean: f64,
    /// Posterior standard deviation on that scale.
    pub sd: f64,
    /// Prior mean on that scale.
    pub prior_mean: f64,
    /// Prior standard deviation on that scale.
    pub prior_sd: f64,
    /// Effective number of draws.
    pub effective: f64,
    /// Convergence: between-chain over within-chain spread, 1 at best.
    pub r_hat: f64,
}

impl Fitted {
    /// The centre: the posterior median.
    #[must_use]
    pub fn centre(&self) -> f64 {
        self.scale.back(self.mean)
    }
}

/// An observation that was fitted, and how well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What it is, in words.
    pub what: String,
    /// Series or pack figure it comes from.
    pub from: String,
    /// Unit.
    pub unit: String,
    /// First and last year it stands for.
    pub years: (i32, i32),
    /// The value observed.
    pub observed: f64,
    /// Standard deviation of its error in the likelihood, on the scale of the likelihood.
    pub error: f64,
    /// Whether the likelihood is on the logarithm.
    pub log: bool,
    /// One in ten, half and nine in ten prior draws lie below.
    pub prior: [f64; 3],
    /// The same of posterior draws.
    pub fitted: [f64; 3],
}

/// Something that history could not say, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotFitted {
    /// Constant or series, by id.
    pub what: String,
    /// Why, in a sentence.
    pub why: String,
}

/// The fit of one city to its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// What the file is.
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// The city.
    pub city: String,
    /// How it was made, in a sentence that names method, seed, chains and draws.
    pub method: String,
    /// The constants that were fitted, by id; `sectors.ID.trend` for the trend of a sub-sector.
    pub parameters: IndexMap<String, Fitted>,
    /// Correlations on the scales: row `i` has the `i` values below the diagonal.
    pub correlation: Vec<Vec<f64>>,
    /// What was fitted to.
    pub targets: Vec<Target>,
    /// What could not be fitted.
    pub not_fitted: Vec<NotFitted>,
}

impl Calibration {
    /// Name of the format.
    pub const FORMAT: &'static str = "making-room calibration";
    /// The version that is written.
    pub const VERSION: u32 = 1;
}
