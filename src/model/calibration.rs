//! What a city's history says about the constants of the model: a parametric
//! posterior, fitted once by `making-room calibrate` and shipped as a file.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::lane::Lane;
use super::parameters::ParameterId;

/// The nine-in-ten quantile of the standard normal distribution.
pub const DECILE: f64 = 1.281_551_565_544_600_4;

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
            Self::Log => Lane::ln(value),
            Self::NegativeLog => Lane::ln(-value),
            Self::Logit => Lane::ln(value / (1.0 - value)),
        }
    }

    /// The outer deciles of a normal distribution on the scale, in order (constant's own value).
    #[must_use]
    pub fn range(self, mean: f64, sd: f64) -> (f64, f64) {
        let (a, b) = (self.back(mean - DECILE * sd), self.back(mean + DECILE * sd));
        (a.min(b), a.max(b))
    }

    /// From the scale back to the constant's own value.
    #[must_use]
    pub fn back(self, x: f64) -> f64 {
        match self {
            Self::Linear => x,
            Self::Log => Lane::exp(x),
            Self::NegativeLog => -Lane::exp(x),
            Self::Logit => Lane::logistic(x),
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
    /// How well the draws are known to describe it; absent where the posterior is exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draws: Option<Convergence>,
}

/// How far draws from Markov chains can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convergence {
    /// Effective number of draws, of the middle or the tails, whichever is less.
    pub effective: f64,
    /// Spread between halves of chains over that inside them, 1 at best.
    pub r_hat: f64,
}

impl Fitted {
    /// The centre: the posterior median.
    #[must_use]
    pub fn centre(&self) -> f64 {
        self.scale.back(self.mean)
    }

    /// The posterior's value below which one in ten draws lies, and the one above.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        self.scale.range(self.mean, self.sd)
    }

    /// The same of the prior.
    #[must_use]
    pub fn prior_range(&self) -> (f64, f64) {
        self.scale.range(self.prior_mean, self.prior_sd)
    }

    /// How much of the prior's doubt is left: 1 where history says nothing.
    #[must_use]
    pub fn doubt_left(&self) -> f64 {
        self.sd / self.prior_sd
    }
}

/// An observation that was fitted, and how well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What it is, in words.
    pub what: String,
    /// The source of the figure, a key of the evidence or of the pack.
    pub source: String,
    /// Unit.
    pub unit: String,
    /// First and last year it stands for.
    pub years: (i32, i32),
    /// The value observed.
    pub observed: f64,
    /// Standard deviation of its error, of the logarithm where `log` says so.
    pub error: f64,
    /// Whether the error is of the logarithm.
    pub log: bool,
    /// Why the error is as large.
    pub because: String,
    /// One in ten, half and nine in ten prior draws lie below.
    pub prior: [f64; 3],
    /// The same of posterior draws.
    pub fitted: [f64; 3],
}

impl Target {
    /// What was observed between the outer deciles of its error.
    #[must_use]
    pub fn observed_range(&self) -> [f64; 3] {
        let scale = if self.log { Scale::Log } else { Scale::Linear };
        let (low, high) = scale.range(scale.forward(self.observed), self.error);
        [low, self.observed, high]
    }

    /// Whether the middle of the fit lies within the outer deciles of the error.
    #[must_use]
    pub fn is_met(&self) -> bool {
        let [low, _, high] = self.observed_range();
        (low..=high).contains(&self.fitted[1])
    }
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
    /// Constants without a row, the last ones, are independent of all others.
    pub correlation: Vec<Vec<f64>>,
    /// What was uncertain about the past and was fitted with them, but is no
    /// constant of the model: stocks of the first year, the pace of release of
    /// other years, inflation.
    pub conditions: IndexMap<String, Fitted>,
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

    /// The fit of a constant, where it was fitted.
    #[must_use]
    pub fn parameter(&self, id: ParameterId) -> Option<&Fitted> {
        self.parameters.get(id.id())
    }

    /// The fit of the trend of a sub-sector, where it was fitted.
    #[must_use]
    pub fn trend(&self, sector: &str) -> Option<&Fitted> {
        self.parameters.get(&Self::trend_id(sector))
    }

    /// The id of the trend of a sub-sector.
    #[must_use]
    pub fn trend_id(sector: &str) -> String {
        format!("sectors.{sector}.trend")
    }

    /// The sub-sector of which an id names the trend.
    #[must_use]
    pub fn sector(id: &str) -> Option<&str> {
        id.strip_prefix("sectors.")?.strip_suffix(".trend")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_scale_leads_back() {
        for (scale, value) in
            [(Scale::Linear, -0.3), (Scale::Log, 0.016), (Scale::NegativeLog, -0.47), (Scale::Logit, 0.083)]
        {
            assert_relative_eq!(scale.back(scale.forward(value)), value, max_relative = 1e-12);
        }
    }

    #[test]
    fn ranges_are_in_order_on_every_scale() {
        let (low, high) = Scale::NegativeLog.range((0.4_f64).ln(), 0.5);
        assert!(low < -0.4 && -0.4 < high && high < 0.0);
        assert_relative_eq!(Scale::Linear.range(1.0, 2.0).1, 1.0 + 2.0 * DECILE);
    }
}
