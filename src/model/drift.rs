//! The underlying growth of a city's manufacturing jobs, from what was known at
//! an origin: one function for the projection and for every back-cast.
//!
//! Log jobs are a level that grows each year by `μ + b + u`: a constant `μ` (the
//! mean gap of European cities), a slow part `b` and a cyclical part `u`:
//!
//! `l' = l + μ + b + u + N(0, level_noise²)`, `b' = ρ_b·b + N(0, drift_news²)`,
//! `u' = ρ_u·u + N(0, cycle_news²)`, and an observation is `l + N(0, measurement²)`,
//! with a larger error for a noisy survey.
//!
//! A Kalman filter estimates `(l, b, u)`. A surprise above the jump threshold is
//! a jump of level, not news about the growth. Where the definition of a series
//! changes, the level restarts and the growth carries over.

use super::parameters::Parameters;

/// An observation of jobs for the filter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Calendar year.
    pub year: i32,
    /// Jobs, in the definition of its segment; positive.
    pub jobs: f64,
    /// Whether the level restarts here: the first of a segment, or a known break.
    pub restart: bool,
    /// Standard deviation of its measurement error (log).
    pub measurement: f64,
}

/// What the filter knows at the origin: mean and covariance of level, slow and cyclical growth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// The long-run mean `μ` (1/yr).
    pub mean: f64,
    /// Level (log jobs), slow part (1/yr), cyclical part (1/yr).
    pub state: [f64; 3],
    /// Their covariance.
    pub covariance: [[f64; 3]; 3],
    persistence: [f64; 2],
}

impl Drift {
    /// Expected growth of log jobs from `ahead` to `ahead + 1` years after the origin (1/yr).
    #[must_use]
    pub fn growth(&self, ahead: u32) -> f64 {
        let decay = |rho: f64| rho.powf(f64::from(ahead));
        self.mean + self.state[1] * decay(self.persistence[0]) + self.state[2] * decay(self.persistence[1])
    }
}

/// Filters `observations`, in the order of time, up to and including `origin`.
/// Observations after it are not looked at. Without any, growth is the prior's.
#[must_use]
pub fn drift(observations: &[Observation], p: &Parameters<f64>, origin: i32) -> Drift {
    let [rho_b, rho_u] = [p.drift_persistence, p.cycle_persistence];
    let stationary = |news: f64, rho: f64| news * news / (1.0 - rho * rho).max(1e-9);
    let mut filter = Filter {
        x: [0.0; 3],
        cov: [[0.0; 3], [0.0, stationary(p.drift_news, rho_b), 0.0], [0.0, 0.0, stationary(p.cycle_news, rho_u)]],
        mean: p.drift_mean,
        rho: [rho_b, rho_u],
        news: [p.level_noise * p.level_noise, p.drift_news * p.drift_news, p.cycle_news * p.cycle_news],
    };
    let mut last: Option<i32> = None;
    for o in observations.iter().filter(|o| o.year <= origin) {
        let (y, error) = (o.jobs.ln(), o.measurement * o.measurement);
        let Some(previous) = last else {
            filter.restart(y, error);
            last = Some(o.year);
            continue;
        };
        for _ in previous..o.year {
            filter.predict();
        }
        let spread = (filter.cov[0][0] + error).sqrt();
        if o.restart || (y - filter.x[0]).abs() > p.jump_threshold * spread {
            filter.restart(y, error);
        } else {
            filter.update(y, error);
        }
        last = Some(o.year);
    }
    for _ in last.unwrap_or(origin)..origin {
        filter.predict();
    }
    Drift { mean: p.drift_mean, state: filter.x, covariance: filter.cov, persistence: [rho_b, rho_u] }
}

struct Filter {
    x: [f64; 3],
    cov: [[f64; 3]; 3],
    mean: f64,
    rho: [f64; 2],
    news: [f64; 3],
}

impl Filter {
    /// One year on.
    fn predict(&mut self) {
        let transition = [[1.0, 1.0, 1.0], [0.0, self.rho[0], 0.0], [0.0, 0.0, self.rho[1]]];
        let mut x = [self.mean, 0.0, 0.0];
        for (i, row) in transition.iter().enumerate() {
            x[i] += row.iter().zip(&self.x).map(|(f, v)| f * v).sum::<f64>();
        }
        self.x = x;
        let half = product(&transition, &self.cov);
        let mut cov = product(&half, &transposed(&transition));
        for (i, news) in self.news.iter().enumerate() {
            cov[i][i] += news;
        }
        self.cov = cov;
    }

    /// The level is what was just observed with this error variance; growth is as it was.
    fn restart(&mut self, y: f64, error: f64) {
        self.x[0] = y;
        for i in 0..3 {
            self.cov[0][i] = 0.0;
            self.cov[i][0] = 0.0;
        }
        self.cov[0][0] = error;
    }

    /// News about level and growth from an observation with this error variance.
    fn update(&mut self, y: f64, error: f64) {
        let spread = self.cov[0][0] + error;
        let gain = [self.cov[0][0] / spread, self.cov[1][0] / spread, self.cov[2][0] / spread];
        let surprise = y - self.x[0];
        let first_row = self.cov[0];
        for (i, g) in gain.iter().enumerate() {
            self.x[i] += g * surprise;
            for (j, c) in first_row.iter().enumerate() {
                self.cov[i][j] -= g * c;
            }
        }
    }
}

fn product(a: &[[f64; 3]; 3], b: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    std::array::from_fn(|i| std::array::from_fn(|j| (0..3).map(|k| a[i][k] * b[k][j]).sum()))
}

fn transposed(a: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    std::array::from_fn(|i| std::array::from_fn(|j| a[j][i]))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::parameters;
    use super::*;
    use approx::assert_relative_eq;

    fn path(from: i32, growth: &[f64]) -> Vec<Observation> {
        let mut ln_jobs: f64 = 12.0;
        let mut all = vec![Observation { year: from, jobs: ln_jobs.exp(), restart: true, measurement: 0.006 }];
        for (g, year) in growth.iter().zip(from + 1..) {
            ln_jobs += g;
            all.push(Observation { year, jobs: ln_jobs.exp(), restart: false, measurement: 0.006 });
        }
        all
    }

    #[test]
    fn without_observations_growth_is_the_panel_mean() {
        let d = drift(&[], &parameters(), 2020);
        assert_relative_eq!(d.growth(0), -0.009, max_relative = 1e-12);
    }

    #[test]
    fn a_long_steady_decline_is_learnt_and_fades_to_the_mean() {
        let d = drift(&path(1980, &[-0.04; 40]), &parameters(), 2020);
        assert!(d.growth(0) < -0.03 && d.growth(0) > -0.041, "{}", d.growth(0));
        assert!(d.growth(60) > -0.02);
    }

    #[test]
    fn one_crash_is_a_jump_of_level_and_no_news_about_growth() {
        let mut growth = [0.0; 30];
        growth[29] = -0.25;
        let crash = drift(&path(1990, &growth), &parameters(), 2020);
        let without = drift(&path(1990, &[0.0; 29]), &parameters(), 2020);
        assert_relative_eq!(crash.state[0], 12.0 - 0.25, max_relative = 1e-12);
        assert_relative_eq!(crash.growth(0), without.growth(0), max_relative = 1e-12);
    }

    #[test]
    fn a_restart_carries_growth_over_but_not_the_level() {
        let mut observations = path(1990, &[-0.03; 20]);
        let mut other = path(2010, &[-0.03; 10]);
        for o in &mut other {
            o.jobs *= 0.5;
        }
        observations.extend(other);
        let joined = drift(&observations, &parameters(), 2020);
        let whole = drift(&path(1990, &[-0.03; 30]), &parameters(), 2020);
        assert!((joined.growth(0) - whole.growth(0)).abs() < 2e-3);
    }

    #[test]
    fn a_noisy_survey_says_less_about_growth() {
        let mut observations = path(1990, &[0.0; 20]);
        observations.extend(path(2010, &[0.0, 0.0, 0.03, 0.03]));
        let sharp = drift(&observations, &parameters(), 2014).growth(0);
        for o in observations.iter_mut().filter(|o| o.year >= 2010) {
            o.measurement = 0.04;
        }
        let noisy = drift(&observations, &parameters(), 2014).growth(0);
        let before = drift(&path(1990, &[0.0; 20]), &parameters(), 2010).growth(4);
        assert!(before < noisy && noisy < sharp - 0.2 * (sharp - before), "{before} {noisy} {sharp}");
    }

    #[test]
    fn nothing_after_the_origin_is_looked_at() {
        let all = path(1990, &[-0.02; 30]);
        let mut changed = all.clone();
        for o in changed.iter_mut().filter(|o| o.year > 2010) {
            o.jobs *= 3.0;
        }
        assert_eq!(drift(&all, &parameters(), 2010), drift(&changed, &parameters(), 2010));
    }

    #[test]
    fn the_covariance_stays_symmetric_and_positive() {
        let d = drift(&path(1970, &[-0.03; 50]), &parameters(), 2020);
        for i in 0..3 {
            assert!(d.covariance[i][i] > 0.0);
            for j in 0..3 {
                assert_relative_eq!(d.covariance[i][j], d.covariance[j][i], epsilon = 1e-15);
            }
        }
    }
}
