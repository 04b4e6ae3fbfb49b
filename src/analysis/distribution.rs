//! From a prior (central value, P10, P90, family) to a distribution.

use statrs::distribution::{Beta, Continuous as _, ContinuousCDF as _, Gamma};

use crate::model::provenance::{Family, Prior};

use super::random::normal_quantile;

/// Standard deviations between the tenth and the ninetieth percentile of a normal distribution.
const DECILES: f64 = 2.563_103_131_089_201;
/// Its ninety-fifth percentile: the outer decile of a half-normal one.
const HALF_DECILE: f64 = 1.644_853_626_951_472_7;

/// A distribution as its quantile function.
#[derive(Clone, Debug)]
pub enum Distribution {
    /// One value.
    Point(f64),
    /// Median and standard deviation.
    Normal(f64, f64),
    /// Sign, log of the median's size, standard deviation of that log.
    Lognormal(f64, f64, f64),
    /// On 0 to 1.
    Beta(Beta),
    /// Positive.
    Gamma(Gamma),
    /// Lower end, mode, upper end.
    Triangular(f64, f64, f64),
    /// One-sided from zero: the signed scale.
    HalfNormal(f64),
    /// Lower and upper end.
    Uniform(f64, f64),
}

impl Distribution {
    /// The distribution of a prior, its spike at zero aside. Without P10 and
    /// P90 it is its central value, and so it is where they contradict the family.
    #[must_use]
    pub fn of(prior: &Prior) -> Self {
        let central = prior.central;
        let (Some(low), Some(high)) = (prior.p10, prior.p90) else { return Self::Point(central) };
        let impossible = match prior.family {
            Family::Lognormal => low <= 0.0 || central <= 0.0,
            Family::NegativeLognormal => high >= 0.0 || central >= 0.0,
            _ => false,
        };
        if low >= high || impossible {
            return Self::Point(central);
        }
        match prior.family {
            Family::Fixed => Self::Point(central),
            Family::Normal => Self::Normal(central, (high - low) / DECILES),
            Family::Lognormal => Self::Lognormal(1.0, central.ln(), (high / low).ln() / DECILES),
            Family::NegativeLognormal => Self::Lognormal(-1.0, (-central).ln(), (low / high).ln() / DECILES),
            Family::Beta => beta(central, high - low).map_or(Self::Point(central), Self::Beta),
            Family::Gamma => gamma(central, high - low).map_or(Self::Point(central), Self::Gamma),
            Family::Triangular => {
                let (from, mode, to) = triangle(low, central, high);
                Self::Triangular(from, mode, to)
            }
            Family::HalfNormal => {
                let outer = if central < 0.0 { low } else { high };
                Self::HalfNormal(outer / HALF_DECILE)
            }
            Family::Uniform => {
                let tenth = (high - low) / 8.0;
                Self::Uniform(low - tenth, high + tenth)
            }
        }
    }

    /// The value below which a share `u` of draws lies, 0 < u < 1.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        match self {
            Self::Point(x) => *x,
            Self::Normal(median, sd) => median + sd * normal_quantile(u),
            Self::Lognormal(sign, log, sd) => sign * (log + sign * sd * normal_quantile(u)).exp(),
            Self::Beta(beta) => beta.inverse_cdf(u),
            Self::Gamma(gamma) => gamma_quantile(gamma, u),
            Self::Triangular(from, mode, to) => {
                let (width, left) = (to - from, mode - from);
                if u * width < left {
                    from + (u * width * left).sqrt()
                } else {
                    to - ((1.0 - u) * width * (to - mode)).sqrt()
                }
            }
            Self::HalfNormal(scale) => {
                let inner = if *scale < 0.0 { 1.0 - u } else { u };
                scale * normal_quantile(0.5 + 0.5 * inner)
            }
            Self::Uniform(from, to) => from + u * (to - from),
        }
    }
}

/// The beta distribution of this mean whose deciles are so far apart.
fn beta(mean: f64, apart: f64) -> Option<Beta> {
    if !(mean > 0.0 && mean < 1.0) {
        return None;
    }
    let of = |log: f64| Beta::new(mean * log.exp(), (1.0 - mean) * log.exp()).ok();
    let width = |log| of(log).map_or(f64::NAN, |d| d.inverse_cdf(0.9) - d.inverse_cdf(0.1));
    // The more concentrated, the closer.
    of(bisect(0.0, 14.0, |log| width(log) > apart))
}

/// The gamma distribution of this mean whose deciles are so far apart. With a
/// given mean they cannot be further apart than about three times it: a prior that
/// asks for more has the least shape that is tried, e⁻².
fn gamma(mean: f64, apart: f64) -> Option<Gamma> {
    if mean <= 0.0 {
        return None;
    }
    let of = |log: f64| Gamma::new(log.exp(), log.exp() / mean).ok();
    let width = |log| of(log).map_or(f64::NAN, |d| gamma_quantile(&d, 0.9) - gamma_quantile(&d, 0.1));
    of(bisect(-2.0, 14.0, |log| width(log) > apart))
}

/// The quantile of a gamma distribution. That of the library is good to 10⁻⁹ of
/// the unit, which are few digits of a small number; Newton's method, in
/// logarithms on both sides, takes it to the last ones.
fn gamma_quantile(gamma: &Gamma, u: f64) -> f64 {
    let mut x = gamma.inverse_cdf(u);
    for _ in 0..20 {
        let below = gamma.cdf(x);
        let step = (below / u).ln() * below / (x * gamma.pdf(x));
        if !step.is_finite() {
            break;
        }
        x *= (-step).exp();
        if step.abs() < 1e-14 {
            break;
        }
    }
    x
}

/// Lower end, mode and upper end of the triangular distribution with this mode of
/// which one in ten draws lies below `low` and one in ten above `high`. The mode is
/// moved between the deciles if it lies outside.
fn triangle(low: f64, mode: f64, high: f64) -> (f64, f64, f64) {
    let mode = mode.clamp(low, high);
    // One tenth of the area lies beyond each decile:
    // (low − from)² = 0.1·(to − from)·(mode − from), and the same above.
    let (mut from, mut to) = (low, high);
    for _ in 0..200 {
        let reach = |inside: f64, width: f64| {
            // x² − 0.1·width·x − 0.1·width·inside = 0 for x, the end's distance from the decile.
            let half = 0.05 * width;
            half + (half * half + 2.0 * half * inside).sqrt()
        };
        let width = to - from;
        (from, to) = (low - reach(mode - low, width), high + reach(high - mode, width));
    }
    (from, mode, to)
}

/// The point where `above` turns from true to false.
fn bisect(mut low: f64, mut high: f64, above: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if above(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::provenance::Label;
    use approx::assert_relative_eq;

    fn prior(family: Family, p10: f64, central: f64, p90: f64) -> Distribution {
        Distribution::of(&Prior {
            central,
            p10: Some(p10),
            p90: Some(p90),
            family,
            spike: 0.0,
            year: None,
            source: String::new(),
            label: Label::Judgement,
            from: Vec::new(),
            evidence: String::new(),
        })
    }

    fn mean(d: &Distribution) -> f64 {
        let n = 20_000;
        (0..n).map(|i| d.quantile((f64::from(i) + 0.5) / f64::from(n))).sum::<f64>() / f64::from(n)
    }

    #[test]
    fn medians_and_deciles_are_as_stated() {
        let d = prior(Family::Lognormal, 0.5, 1.0, 2.0);
        for (u, x) in [(0.1, 0.5), (0.5, 1.0), (0.9, 2.0)] {
            assert_relative_eq!(d.quantile(u), x, max_relative = 1e-9);
        }
        let d = prior(Family::NegativeLognormal, -2.0, -1.0, -0.5);
        for (u, x) in [(0.1, -2.0), (0.5, -1.0), (0.9, -0.5)] {
            assert_relative_eq!(d.quantile(u), x, max_relative = 1e-9);
        }
        let d = prior(Family::Normal, -0.01, 0.0, 0.01);
        assert_relative_eq!(d.quantile(0.9), 0.01, max_relative = 1e-9);
        let d = prior(Family::Uniform, 0.1, 0.5, 0.9);
        assert_relative_eq!(d.quantile(0.1), 0.1, max_relative = 1e-9);
        let d = prior(Family::HalfNormal, -0.6, -0.3, 0.0);
        assert_relative_eq!(d.quantile(0.1), -0.6, max_relative = 1e-9);
        assert!(d.quantile(0.999) < 0.0);
    }

    #[test]
    fn a_triangle_has_its_mode_and_both_deciles() {
        for (low, mode, high) in
            [(0.28, 0.4, 0.6), (0.35, 0.4, 0.5), (1.0, 1.0, 4.0), (1.0, 0.5, 4.0), (0.04, 0.07, 0.12)]
        {
            let d = prior(Family::Triangular, low, mode, high);
            assert_relative_eq!(d.quantile(0.1), low, max_relative = 1e-7);
            assert_relative_eq!(d.quantile(0.9), high, max_relative = 1e-7);
        }
    }

    #[test]
    fn beta_and_gamma_have_the_mean_and_the_distance_of_the_deciles() {
        for (family, low, central, high) in [
            (Family::Beta, 0.2, 0.5, 0.8),
            (Family::Beta, 0.17, 0.27, 0.4),
            (Family::Beta, 0.85, 0.95, 0.99),
            (Family::Gamma, 20.0, 35.0, 85.0),
        ] {
            let d = prior(family, low, central, high);
            assert_relative_eq!(mean(&d), central, max_relative = 2e-3);
            assert_relative_eq!(d.quantile(0.9) - d.quantile(0.1), high - low, max_relative = 1e-6);
        }
    }

    /// Values of mpmath with forty digits.
    #[test]
    fn gamma_quantiles_have_ten_digits_however_small() {
        for (low, central, high, known) in [
            (0.03, 0.1, 0.19, [0.003_154_448_936_207_032, 0.101_954_904_230_549_38, 0.434_585_454_486_285_8]),
            (2.5, 5.0, 8.0, [0.762_220_424_925_367_9, 5.237_818_406_856_846, 14.646_775_715_865_367]),
            (0.0, 0.01, 0.03, [3.168_020_891_971_625_4e-14, 0.003_799_077_685_520_606, 0.174_318_566_276_841_4]),
        ] {
            let d = prior(Family::Gamma, low, central, high);
            for (u, x) in [0.001, 0.6, 0.999].into_iter().zip(known) {
                assert_relative_eq!(d.quantile(u), x, max_relative = 1e-10);
            }
        }
    }

    #[test]
    fn a_gamma_asked_for_deciles_too_far_apart_has_the_least_shape() {
        let d = prior(Family::Gamma, 0.0, 0.012, 0.04);
        for (u, x) in
            [(0.1, 2.256_577_251_452_242e-9), (0.6, 0.001_284_632_626_875_391), (0.9, 0.034_975_858_981_678_81)]
        {
            assert_relative_eq!(d.quantile(u), x, max_relative = 1e-10);
        }
    }

    #[test]
    fn a_prior_without_deciles_is_its_central_value() {
        let d = Distribution::Point(3.0);
        assert_relative_eq!(d.quantile(0.01), 3.0);
    }
}
