//! A prior as a normal distribution on a transformed scale.

use crate::model::calibration::{DECILE, Scale};
use crate::model::provenance::{Family, Prior};

/// A normal distribution on a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Normal {
    pub scale: Scale,
    pub mean: f64,
    pub sd: f64,
}

/// The scale of a family, the centre and the distance of the outer deciles on it.
///
/// Lognormal: the median is the centre. Normal and beta: the centre. Of the
/// others, whose centre is a mean or a mode, the middle of the deciles; on the
/// log scale where they are positive. `None` for what is fixed, one-sided or
/// possibly zero: such a constant is not fitted.
pub(super) fn normal(prior: &Prior) -> Option<Normal> {
    let (low, high) = (prior.p10?, prior.p90?);
    if prior.spike > 0.0 || low >= high {
        return None;
    }
    let (scale, at_centre) = match prior.family {
        Family::Normal => (Scale::Linear, true),
        Family::Lognormal => (Scale::Log, true),
        Family::NegativeLognormal => (Scale::NegativeLog, true),
        Family::Beta => (Scale::Logit, true),
        Family::Gamma | Family::Triangular | Family::Uniform if low > 0.0 => (Scale::Log, false),
        Family::Triangular | Family::Uniform => (Scale::Linear, false),
        Family::Gamma | Family::HalfNormal | Family::Fixed => return None,
    };
    let (a, b) = (scale.forward(low), scale.forward(high));
    let mean = if at_centre { scale.forward(prior.central) } else { 0.5 * (a + b) };
    let sd = (b - a).abs() / (2.0 * DECILE);
    (mean.is_finite() && sd.is_finite() && sd > 0.0).then_some(Normal { scale, mean, sd })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::provenance::Label;
    use approx::assert_relative_eq;

    fn prior(family: Family, low: f64, central: f64, high: f64) -> Prior {
        Prior {
            central,
            p10: Some(low),
            p90: Some(high),
            family,
            spike: 0.0,
            year: None,
            source: "judgement".to_owned(),
            label: Label::Judgement,
            from: Vec::new(),
            evidence: "For the test.".to_owned(),
        }
    }

    #[test]
    fn deciles_come_back() {
        for (family, low, central, high) in [
            (Family::Normal, -1.0, 0.0, 1.0),
            (Family::Lognormal, 0.5, 1.0, 2.0),
            (Family::NegativeLognormal, -0.8, -0.4, -0.2),
            (Family::Gamma, 0.05, 0.13, 0.23),
            (Family::Triangular, 0.2, 0.3, 0.4),
        ] {
            let n = normal(&prior(family, low, central, high)).expect("it can be fitted");
            let (a, b) = n.scale.range(n.mean, n.sd);
            assert_relative_eq!(a, low, max_relative = 1e-9);
            assert_relative_eq!(b, high, max_relative = 1e-9);
        }
        // Not symmetric on its scale: the centre stays, the distance of the deciles too.
        let n = normal(&prior(Family::Beta, 0.06, 0.083, 0.10)).expect("it can be fitted");
        assert_relative_eq!(n.scale.back(n.mean), 0.083, max_relative = 1e-9);
    }

    #[test]
    fn what_may_be_zero_or_is_fixed_is_not_fitted() {
        assert_eq!(normal(&prior(Family::HalfNormal, 0.0, 0.1, 0.2)), None);
        let spiked = Prior { spike: 0.3, ..prior(Family::Lognormal, 0.5, 1.0, 2.0) };
        assert_eq!(normal(&spiked), None);
        let fixed = Prior { p10: None, p90: None, ..prior(Family::Fixed, 0.0, 1.0, 0.0) };
        assert_eq!(normal(&fixed), None);
    }
}
