//! Markov chains: random-walk Metropolis whose proposal is learnt in a warm-up
//! and then held fixed, so that what is kept comes from ordinary chains that
//! are independent of each other.

use rayon::prelude::*;

use super::chance::Chance;
use super::matrix::{covariance, mean, root};
use crate::model::lane::Lane;

/// How many chains are run, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Number of chains.
    pub chains: usize,
    /// Number of stages of the warm-up. Each is twice as long as the one before.
    pub stages: u32,
    /// Steps of the first stage.
    pub first_stage: usize,
    /// Steps between draws that are kept.
    pub thin: usize,
    /// Draws that each chain keeps.
    pub kept: usize,
    /// Seed of the random numbers.
    pub seed: u64,
}

/// What the chains give.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// Chain after chain, draw after draw, each with all coordinates.
    pub chains: Vec<Vec<Vec<f64>>>,
    /// Share of the proposals that were accepted after the warm-up.
    pub accepted: f64,
}

impl Draws {
    /// One coordinate of all draws, chain by chain.
    #[must_use]
    pub fn coordinate(&self, index: usize) -> Vec<Vec<f64>> {
        self.chains.iter().map(|chain| chain.iter().map(|draw| draw[index]).collect()).collect()
    }

    /// All draws of all chains.
    pub fn all(&self) -> impl Iterator<Item = &Vec<f64>> + Clone {
        self.chains.iter().flatten()
    }
}

/// The best scale of a normal proposal over the root of the dimension (Gelman,
/// Roberts and Gilks 1996).
const SCALE: f64 = 2.38;

/// One chain.
struct Chain {
    chance: Chance,
    at: Vec<f64>,
    density: f64,
}

/// Draws from a distribution given by its log density (up to a constant), from
/// `start`, which should be spread wider than the distribution. A density that
/// is no number counts as impossible.
pub fn sample(
    dimension: usize,
    log_density: impl Fn(&[f64]) -> f64 + Sync,
    start: impl Fn(usize, &mut dyn FnMut() -> f64) -> Vec<f64>,
    plan: &Plan,
) -> Draws {
    let mut chains: Vec<Chain> = (0..plan.chains)
        .map(|number| {
            let mut chance = Chance::new(plan.seed, number as u64 + 1);
            let at = start(number, &mut || chance.normal());
            let density = finite(log_density(&at));
            Chain { chance, at, density }
        })
        .collect();

    // Until something is known about the distribution: small steps in all directions.
    let mut step: Vec<Vec<f64>> =
        (0..dimension).map(|i| (0..dimension).map(|j| if i == j { 0.1 } else { 0.0 }).collect()).collect();
    let mut scale = 1.0;
    let width = |scale: f64| scale * SCALE / float(dimension).sqrt();
    for stage in 0..plan.stages {
        let steps = plan.first_stage << stage;
        let walked: Vec<(Vec<Vec<f64>>, usize)> =
            chains.par_iter_mut().map(|chain| walk(chain, &log_density, &step, width(scale), steps, 1)).collect();
        let late = walked.iter().flat_map(|(draws, _)| &draws[steps / 2..]);
        let centre = mean(late.clone(), dimension);
        step = root(&covariance(late, &centre));
        let accepted: usize = walked.iter().map(|(_, accepted)| accepted).sum();
        let share = float(accepted) / float(steps * plan.chains);
        scale *= if share < 0.12 {
            0.7
        } else if share > 0.4 {
            1.3
        } else {
            1.0
        };
    }

    let steps = plan.kept * plan.thin;
    let walked: Vec<(Vec<Vec<f64>>, usize)> =
        chains.par_iter_mut().map(|chain| walk(chain, &log_density, &step, width(scale), steps, plan.thin)).collect();
    let accepted: usize = walked.iter().map(|(_, accepted)| accepted).sum();
    Draws {
        accepted: float(accepted) / float(steps * plan.chains).max(1.0),
        chains: walked.into_iter().map(|(draws, _)| draws).collect(),
    }
}

/// Moves a chain on; keeps every `thin`-th place. Also how many proposals it accepted.
fn walk(
    chain: &mut Chain,
    log_density: &(impl Fn(&[f64]) -> f64 + Sync),
    step: &[Vec<f64>],
    width: f64,
    steps: usize,
    thin: usize,
) -> (Vec<Vec<f64>>, usize) {
    let mut kept = Vec::with_capacity(steps / thin.max(1));
    let mut accepted = 0;
    let mut normals = vec![0.0; chain.at.len()];
    let mut proposed = chain.at.clone();
    for number in 1..=steps {
        for normal in &mut normals {
            *normal = chain.chance.normal();
        }
        for ((there, here), row) in proposed.iter_mut().zip(&chain.at).zip(step) {
            let move_: f64 = row.iter().zip(&normals).map(|(a, b)| a * b).sum();
            *there = here + width * move_;
        }
        let density = finite(log_density(&proposed));
        let chance = Lane::ln(chain.chance.uniform());
        if chance < density - chain.density || (chain.density == f64::NEG_INFINITY && density > chain.density) {
            std::mem::swap(&mut chain.at, &mut proposed);
            chain.density = density;
            accepted += 1;
        }
        if number % thin == 0 {
            kept.push(chain.at.clone());
        }
    }
    (kept, accepted)
}

const fn finite(density: f64) -> f64 {
    if density.is_nan() { f64::NEG_INFINITY } else { density }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of steps are far below 2⁵³")]
const fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::super::diagnostics::convergence;
    use super::*;
    use approx::assert_relative_eq;

    const PLAN: Plan = Plan { chains: 4, stages: 5, first_stage: 100, thin: 5, kept: 4_000, seed: 7 };

    fn wide(dimension: usize) -> impl Fn(usize, &mut dyn FnMut() -> f64) -> Vec<f64> {
        move |_, normal| (0..dimension).map(|_| 3.0 * normal()).collect()
    }

    /// A normal distribution in three dimensions, one thousand times narrower in
    /// one direction than in another, two of them correlated by 0.9.
    #[test]
    fn a_known_normal_distribution_comes_out() {
        let density = |x: &[f64]| {
            let (a, b, c) = (x[0] - 1.0, (x[1] + 2.0) / 10.0, (x[2] - 0.5) / 0.01);
            let correlated = (a * a - 1.8 * a * b + b * b) / (1.0 - 0.81);
            -0.5 * (correlated + c * c)
        };
        let draws = sample(3, density, wide(3), &PLAN);
        let centre = mean(draws.all(), 3);
        let spread = covariance(draws.all(), &centre);
        assert_relative_eq!(centre[0], 1.0, epsilon = 0.1);
        assert_relative_eq!(centre[1], -2.0, epsilon = 1.0);
        assert_relative_eq!(centre[2], 0.5, epsilon = 0.001);
        assert_relative_eq!(spread[0][0].sqrt(), 1.0, max_relative = 0.06);
        assert_relative_eq!(spread[1][1].sqrt(), 10.0, max_relative = 0.06);
        assert_relative_eq!(spread[2][2].sqrt(), 0.01, max_relative = 0.06);
        assert_relative_eq!(spread[0][1] / (spread[0][0] * spread[1][1]).sqrt(), 0.9, epsilon = 0.02);
        for i in 0..3 {
            let found = convergence(&draws.coordinate(i));
            assert!(found.r_hat < 1.02 && found.effective > 400.0, "{i}: {found:?}");
        }
    }

    /// A banana: x normal with spread 1, y = x² plus normal noise of 0.3. The mean
    /// of y is 1 and its variance 2.09.
    #[test]
    fn a_banana_comes_out() {
        let density = |x: &[f64]| {
            let off = (x[1] - x[0] * x[0]) / 0.3;
            -0.5 * (x[0] * x[0] + off * off)
        };
        let draws = sample(2, density, wide(2), &Plan { kept: 8_000, thin: 10, ..PLAN });
        let centre = mean(draws.all(), 2);
        let spread = covariance(draws.all(), &centre);
        assert_relative_eq!(centre[0], 0.0, epsilon = 0.08);
        assert_relative_eq!(centre[1], 1.0, epsilon = 0.12);
        assert_relative_eq!(spread[0][0], 1.0, max_relative = 0.12);
        assert_relative_eq!(spread[1][1], 2.09, max_relative = 0.25);
    }

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_gives_others() {
        let density = |x: &[f64]| -0.5 * x[0] * x[0];
        let plan = Plan { kept: 50, ..PLAN };
        let draws = sample(1, density, wide(1), &plan);
        assert_eq!(draws, sample(1, density, wide(1), &plan));
        assert!(draws != sample(1, density, wide(1), &Plan { seed: 8, ..plan }));
    }

    #[test]
    fn what_is_impossible_is_never_drawn() {
        let density = |x: &[f64]| if x[0] > 0.0 { -x[0] } else { f64::NAN };
        let draws = sample(1, density, |_, normal| vec![normal().abs()], &PLAN);
        assert!(draws.all().all(|x| x[0] > 0.0));
        assert_relative_eq!(mean(draws.all(), 1)[0], 1.0, epsilon = 0.08);
    }
}
