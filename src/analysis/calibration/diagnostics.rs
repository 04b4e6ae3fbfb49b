//! Whether chains have converged and how many independent draws they are worth,
//! after Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization,
//! folding, and localization: an improved R̂ for assessing convergence of MCMC".

use statrs::function::erf::erfc_inv;

use crate::model::calibration::Convergence;

/// Convergence of one quantity: the larger of the rank-normalised split R̂ and
/// that of the distances from the median; the smaller of the effective numbers
/// of draws of the middle and of the two outer deciles' ends (5 % and 95 %).
/// `chains` are of one length, at least four draws.
#[must_use]
pub fn convergence(chains: &[Vec<f64>]) -> Convergence {
    let split = split(chains);
    let all: Vec<f64> = split.iter().flatten().copied().collect();
    let ordered = sorted(&all);
    let median = quantile(&ordered, 0.5);
    let folded = map(&split, |x| (x - median).abs());
    let scores = rank_scores(&split);
    let r_hat = r_hat(&scores).max(self::r_hat(&rank_scores(&folded)));
    let tail = |p: f64| {
        let edge = quantile(&ordered, p);
        effective(&map(&split, |x| f64::from(u8::from(x <= edge))))
    };
    Convergence { effective: effective(&scores).min(tail(0.05)).min(tail(0.95)), r_hat }
}

fn map(chains: &[Vec<f64>], f: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
    chains.iter().map(|chain| chain.iter().map(|&x| f(x)).collect()).collect()
}

/// Every chain in two halves; the middle draw of an odd number is left out.
fn split(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let halves = |chain: &Vec<f64>| {
        let half = chain.len() / 2;
        [chain[..half].to_vec(), chain[chain.len() - half..].to_vec()]
    };
    chains.iter().flat_map(halves).collect()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// The quantile of sorted values, between neighbours on a straight line (type 7).
pub(super) fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = p * float(last);
    let below = at.floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and the last index")]
    let index = below as usize;
    let next = sorted[(index + 1).min(last)];
    sorted[index] + (at - below) * (next - sorted[index])
}

/// The values replaced by the normal scores of their ranks in all chains; equal
/// values share the mean of their ranks.
fn rank_scores(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let total: usize = chains.iter().map(Vec::len).sum();
    let mut places: Vec<(f64, usize, usize)> = Vec::with_capacity(total);
    for (c, chain) in chains.iter().enumerate() {
        places.extend(chain.iter().enumerate().map(|(d, &x)| (x, c, d)));
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut scores: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let mut first = 0;
    while first < total {
        let value = places[first].0;
        let equal = places[first..].iter().take_while(|place| place.0.total_cmp(&value).is_eq()).count();
        let rank = float(first) + f64::midpoint(float(equal), 1.0);
        let u = (rank - 0.375) / (float(total) + 0.25);
        let score = -std::f64::consts::SQRT_2 * erfc_inv(2.0 * u);
        for place in &places[first..first + equal] {
            scores[place.1][place.2] = score;
        }
        first += equal;
    }
    scores
}

/// Mean and variance of a chain.
fn moments(chain: &[f64]) -> (f64, f64) {
    let n = float(chain.len());
    let mean = chain.iter().sum::<f64>() / n;
    let squares: f64 = chain.iter().map(|x| (x - mean) * (x - mean)).sum();
    (mean, squares / (n - 1.0))
}

/// Variance within chains, and the estimate of the whole variance from it and
/// the variance of their means.
fn variances(chains: &[Vec<f64>]) -> (f64, f64) {
    let n = float(chains.first().map_or(0, Vec::len));
    let moments: Vec<(f64, f64)> = chains.iter().map(|chain| moments(chain)).collect();
    let within = moments.iter().map(|m| m.1).sum::<f64>() / float(chains.len());
    let means: Vec<f64> = moments.iter().map(|m| m.0).collect();
    let between = if means.len() > 1 { self::moments(&means).1 } else { 0.0 };
    (within, (n - 1.0) / n * within + between)
}

fn r_hat(chains: &[Vec<f64>]) -> f64 {
    let (within, whole) = variances(chains);
    if within > 0.0 { (whole / within).sqrt() } else { 1.0 }
}

/// The effective number of draws: all of them over the integrated
/// autocorrelation, summed as long as pairs of lags are positive and falling
/// (Geyer's initial monotone sequence).
fn effective(chains: &[Vec<f64>]) -> f64 {
    let length = chains.first().map_or(0, Vec::len);
    let total = float(length * chains.len());
    let (within, whole) = variances(chains);
    if within <= 0.0 {
        return total;
    }
    let means: Vec<f64> = chains.iter().map(|chain| moments(chain).0).collect();
    let correlation = |lag: usize| {
        let mut covariance = 0.0;
        for (chain, mean) in chains.iter().zip(&means) {
            let products = chain.iter().zip(&chain[lag..]).map(|(a, b)| (a - mean) * (b - mean));
            covariance += products.sum::<f64>() / float(length);
        }
        1.0 - (within - covariance / float(chains.len())) / whole
    };
    let mut sum = 0.0;
    let mut smallest = f64::INFINITY;
    let mut lag = 0;
    while lag + 1 < length {
        let pair = if lag == 0 { 1.0 + correlation(1) } else { correlation(lag) + correlation(lag + 1) };
        if pair <= 0.0 {
            break;
        }
        smallest = smallest.min(pair);
        sum += smallest;
        lag += 2;
    }
    // Antithetic chains are not worth more than this many independent draws.
    let most = total * total.log10();
    (total / (2.0 * sum - 1.0).max(total / most)).min(most)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of draws are far below 2⁵³")]
const fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::super::chance::Chance;
    use super::*;
    use approx::assert_relative_eq;

    /// Chains x' = ρx + noise, with spread 1.
    fn chains(number: u64, length: usize, persistence: f64) -> Vec<Vec<f64>> {
        (0..number)
            .map(|stream| {
                let mut chance = Chance::new(3, stream);
                let mut x = chance.normal();
                let fresh = (1.0 - persistence * persistence).sqrt();
                (0..length)
                    .map(|_| {
                        x = persistence * x + fresh * chance.normal();
                        x
                    })
                    .collect()
            })
            .collect()
    }

    /// The integrated autocorrelation of such a chain is (1 + ρ)/(1 − ρ).
    #[test]
    fn draws_with_memory_are_worth_fewer() {
        for persistence in [0.0, 0.5, 0.9] {
            let found = effective(&split(&chains(4, 40_000, persistence)));
            let expected = 160_000.0 * (1.0 - persistence) / (1.0 + persistence);
            assert_relative_eq!(found, expected, max_relative = 0.12);
        }
    }

    #[test]
    fn chains_that_agree_have_an_r_hat_of_one() {
        let found = convergence(&chains(4, 2_000, 0.3));
        assert!((0.999..1.01).contains(&found.r_hat), "{found:?}");
    }

    #[test]
    fn a_chain_elsewhere_a_wider_chain_and_a_drift_are_seen() {
        let mut apart = chains(4, 1_000, 0.0);
        apart[0].iter_mut().for_each(|x| *x += 1.0);
        assert!(convergence(&apart).r_hat > 1.05);
        let mut wider = chains(4, 1_000, 0.0);
        wider[0].iter_mut().for_each(|x| *x *= 3.0);
        assert!(convergence(&wider).r_hat > 1.05);
        let mut drifting = chains(4, 1_000, 0.0);
        for chain in &mut drifting {
            for (i, x) in chain.iter_mut().enumerate() {
                *x += float(i) / 500.0;
            }
        }
        assert!(convergence(&drifting).r_hat > 1.05);
    }

    /// Four draws: ranks 1 to 4, scores of (r − 3/8)/(4 + 1/4).
    #[test]
    fn scores_are_those_of_blom() {
        let scores = rank_scores(&[vec![10.0, -3.0], vec![5.0, 7.0]]);
        assert_relative_eq!(scores[0][0], 1.049_131_397_963_971_8, max_relative = 1e-6);
        assert_relative_eq!(scores[0][1], -scores[0][0], max_relative = 1e-9);
        assert_relative_eq!(scores[1][0], -scores[1][1], max_relative = 1e-9);
        let tied = rank_scores(&[vec![1.0, 1.0], vec![1.0, 1.0]]);
        assert!(tied.iter().flatten().all(|score| score.abs() < 1e-9));
    }

    #[test]
    fn quantiles_are_of_type_seven() {
        let values = [1.0, 2.0, 4.0, 8.0];
        assert_relative_eq!(quantile(&values, 0.5), 3.0);
        assert_relative_eq!(quantile(&values, 0.1), 1.3);
        assert_relative_eq!(quantile(&values, 1.0), 8.0);
    }
}
