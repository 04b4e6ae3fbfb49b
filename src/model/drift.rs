//! The underlying growth of a city's manufacturing jobs, from what was known at
//! an origin: one function for the projection and for every back-cast.
//!
//! 1. Log jobs are a level that grows each year by `m + b + u`: a long-run mean
//!    `m`, a slow part `b` that lasts for decades and a cyclical part `u` that
//!    lasts for some years. A Kalman filter estimates all three.
//! 2. `m` is no change; where the nation's jobs are known it is the nation's own
//!    slow growth, by the same filter, less the usual gap between nation and city.
//!    From the origin on the nation's slow growth fades as the city's does.
//! 3. A surprise of `z` standard deviations counts `5/(4 + z²)` for growth; the
//!    rest is a move of the level, whether up or down.
//! 4. How noisy a series is, is learnt from it: three sizes of measurement error
//!    are tried and weighed by how well they foresaw the series.
//! 5. The range is the filter's own, wider where the series has surprised more
//!    than cities do, never narrower.
//!
//! `assets/docs/model.md` has the equations.

use super::filter::Filter;
use super::parameters::Parameters;

/// Degrees of freedom of the surprises: their tails are heavier than normal.
const FREEDOM: f64 = 4.0;

/// Scale of the surprises over their standard deviation as the filter counts it:
/// the nine-in-ten quantiles of the normal and of Student's t with four degrees
/// of freedom, so that the 80 % range holds 80 % of them.
const SCALE: f64 = 1.281_551_565_544_600_4 / 1.533_206_274_058_943_8;

/// The sizes of measurement error that are tried, in the usual one.
const NOISES: [f64; 3] = [1.0, 2.5, 5.0];

/// The years of ordinary surprises that the usual range is worth when a series
/// shows how much it surprises.
const USUAL_YEARS: f64 = 5.0;

/// The largest square of a surprise that counts for the range, so that one
/// break in a series does not widen it without bounds.
const LARGEST_SURPRISE: f64 = 25.0;

/// An observation of jobs for the filter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Calendar year.
    pub year: i32,
    /// Jobs, in the definition of its segment; positive.
    pub jobs: f64,
    /// Whether the level restarts here: the first of a segment, or a known break.
    pub restart: bool,
    /// Standard deviation of its measurement error (log), where that is known;
    /// otherwise it is learnt from the series.
    pub measurement: Option<f64>,
}

/// What the filter knows at the origin, and how growth goes on from there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// The long-run mean `m` (1/yr).
    pub mean: f64,
    /// Level (log jobs), slow part (1/yr), cyclical part (1/yr).
    pub state: [f64; 3],
    /// Their covariance.
    pub covariance: [[f64; 3]; 3],
    /// Persistence of the slow and of the cyclical part (1/yr).
    pub persistence: [f64; 2],
    /// Standard deviation of what is new in the slow and in the cyclical part each year (1/yr).
    pub news: [f64; 2],
    /// Standard deviation of the measurement error of an ordinary figure of the series (log).
    pub measurement: f64,
}

/// One way in which jobs may go on, drawn from what the filter knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Log jobs at the origin over the filter's mean.
    pub level: f64,
    /// Growth of log jobs in each following year (1/yr).
    pub growth: Vec<f64>,
}

impl Drift {
    /// Expected growth of log jobs from `ahead` to `ahead + 1` years after the origin (1/yr).
    #[must_use]
    pub fn growth(&self, ahead: u32) -> f64 {
        let decay = |rho: f64| rho.powf(f64::from(ahead));
        self.mean + self.state[1] * decay(self.persistence[0]) + self.state[2] * decay(self.persistence[1])
    }

    /// Log jobs `ahead` years after the origin: mean and standard deviation, of
    /// the level itself. A figure of the series has its [`Self::measurement`] on top.
    #[must_use]
    pub fn level(&self, ahead: u32) -> (f64, f64) {
        let mut filter = Filter::new(self.mean, self.persistence, self.news.map(|sd| sd * sd));
        (filter.x, filter.cov) = (self.state, self.covariance);
        for _ in 0..ahead {
            filter.predict();
        }
        (filter.x[0], filter.cov[0][0].max(0.0).sqrt())
    }

    /// Draws one path over `years` years. `normal` gives independent standard
    /// normal numbers: three for what is not known at the origin (level, slow,
    /// cyclical part), then two a year (slow, cyclical part).
    pub fn path(&self, years: usize, mut normal: impl FnMut() -> f64) -> Path {
        let root = root(&self.covariance);
        let z = [normal(), normal(), normal()];
        let error = |i: usize| root[i].iter().zip(&z).map(|(l, z)| l * z).sum::<f64>();
        let mut parts = [self.state[1] + error(1), self.state[2] + error(2)];
        let mut growth = Vec::with_capacity(years);
        for _ in 0..years {
            growth.push(self.mean + parts[0] + parts[1]);
            for (i, part) in parts.iter_mut().enumerate() {
                *part = self.persistence[i] * *part + self.news[i] * normal();
            }
        }
        Path { level: error(0), growth }
    }
}

/// The lower triangular root of a covariance; a direction without variance has none.
fn root(cov: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    let mut l = [[0.0; 3]; 3];
    for i in 0..3 {
        for j in 0..=i {
            let rest = cov[i][j] - (0..j).map(|k| l[i][k] * l[j][k]).sum::<f64>();
            l[i][j] = if i == j {
                rest.max(0.0).sqrt()
            } else if l[j][j] > 0.0 {
                rest / l[j][j]
            } else {
                0.0
            };
        }
    }
    l
}

/// The drift of `jobs`, in the order of time, as it could be known at `origin`.
/// Observations after it are not looked at, neither the city's nor those of the
/// `nation`. Without any, growth is the mean.
#[must_use]
pub fn drift(jobs: &[Observation], nation: Option<&[Observation]>, p: &Parameters<f64>, origin: i32) -> Drift {
    let Some(nation) = nation else {
        return estimate(jobs, p.drift_mean, [p.drift_news, p.cycle_news], p, origin);
    };
    let slow = slow_growth(nation, p, origin);
    let mean = p.drift_mean + p.nation_gap;
    let mut city = estimate(jobs, mean + slow, [p.drift_news, p.cycle_news], p, origin);
    // Both fade at the same pace, so the nation's slow growth joins the city's.
    city.mean = mean;
    city.state[1] += slow;
    city
}

/// The slow part of the growth of a nation's jobs, as it could be known at `origin` (1/yr).
#[must_use]
pub fn slow_growth(nation: &[Observation], p: &Parameters<f64>, origin: i32) -> f64 {
    estimate(nation, p.drift_mean, [p.nation_drift_news, p.nation_news], p, origin).state[1]
}

/// The drift around a given long-run mean, for a series with this news in the
/// slow and in the cyclical part each year (standard deviations).
fn estimate(all: &[Observation], mean: f64, news: [f64; 2], p: &Parameters<f64>, origin: i32) -> Drift {
    let known = &all[..all.partition_point(|o| o.year <= origin)];
    let persistence = [p.drift_persistence, p.cycle_persistence];
    let variances = news.map(|sd| sd * sd);
    let run = |measurement: f64| {
        let mut run =
            Run { filter: Filter::new(mean, persistence, variances), likelihood: 0.0, surprises: 0.0, count: 0.0 };
        run.over(known, measurement, origin);
        run
    };

    let tried = NOISES.map(|times| run(times * p.jobs_measurement).likelihood);
    let best = tried.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = tried.map(|likelihood| (likelihood - best).exp());
    let variance = |(weight, times): (&f64, &f64)| weight * (times * p.jobs_measurement).powi(2);
    let measurement = (weights.iter().zip(&NOISES).map(variance).sum::<f64>() / weights.iter().sum::<f64>()).sqrt();

    let Run { filter, surprises, count, .. } = run(measurement);
    let wider = ((USUAL_YEARS + surprises) / (USUAL_YEARS + count)).max(1.0);
    Drift {
        mean,
        state: filter.x,
        covariance: filter.cov.map(|row| row.map(|v| wider * v)),
        persistence,
        news: variances.map(|v| (wider * v).sqrt()),
        measurement,
    }
}

/// One pass of the filter over a series.
struct Run {
    filter: Filter,
    /// Log likelihood of the surprises, but for a constant.
    likelihood: f64,
    /// Sum of their squares in their variance, each at most [`LARGEST_SURPRISE`].
    surprises: f64,
    /// Number of surprises.
    count: f64,
}

impl Run {
    fn over(&mut self, known: &[Observation], usual: f64, origin: i32) {
        let mut last: Option<i32> = None;
        for o in known {
            let measurement = o.measurement.unwrap_or(usual);
            let (y, error) = (o.jobs.ln(), measurement * measurement);
            for _ in last.unwrap_or(o.year)..o.year {
                self.filter.predict();
            }
            if last.is_none() || o.restart {
                self.filter.restart(y, error);
            } else {
                self.learn(y, error);
            }
            last = Some(o.year);
        }
        for _ in last.unwrap_or(origin)..origin {
            self.filter.predict();
        }
    }

    fn learn(&mut self, y: f64, error: f64) {
        let spread = self.filter.spread(error);
        let square = (y - self.filter.x[0]).powi(2) / spread;
        self.likelihood -= 0.5 * spread.ln() + 0.5 * (FREEDOM + 1.0) * (square / (FREEDOM * SCALE * SCALE)).ln_1p();
        self.surprises += square.min(LARGEST_SURPRISE);
        self.count += 1.0;
        self.filter.update(y, error, ((FREEDOM + 1.0) / (FREEDOM + square)).min(1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::parameters;
    use super::*;
    use approx::assert_relative_eq;

    fn path(from: i32, growth: &[f64]) -> Vec<Observation> {
        let mut ln_jobs: f64 = 12.0;
        let mut all = vec![Observation { year: from, jobs: ln_jobs.exp(), restart: true, measurement: None }];
        for (g, year) in growth.iter().zip(from + 1..) {
            ln_jobs += g;
            all.push(Observation { year, jobs: ln_jobs.exp(), restart: false, measurement: None });
        }
        all
    }

    fn of(observations: &[Observation], origin: i32) -> Drift {
        drift(observations, None, &parameters(), origin)
    }

    #[test]
    fn without_observations_growth_is_the_mean_and_the_nation_moves_it() {
        assert_relative_eq!(of(&[], 2020).growth(0), 0.0);
        let nation = path(1980, &[-0.03; 40]);
        let d = drift(&[], Some(&nation), &parameters(), 2020);
        assert!((-0.034..-0.025).contains(&d.growth(0)), "the nation's 2 to 3 % and the gap: {}", d.growth(0));
        assert_relative_eq!(drift(&[], Some(&[]), &parameters(), 2020).growth(5), -0.004, max_relative = 1e-12);
    }

    #[test]
    fn a_long_steady_decline_is_learnt_and_fades() {
        let d = of(&path(1980, &[-0.04; 40]), 2020);
        assert!((-0.041..-0.03).contains(&d.growth(0)), "{}", d.growth(0));
        assert!(d.growth(100) > -0.01);
    }

    #[test]
    fn one_crash_is_mostly_a_move_of_the_level_and_a_recovery_counts_like_it() {
        let growth_after = |last: f64| {
            let mut growth = [0.0; 30];
            growth[29] = last;
            of(&path(1990, &growth), 2020).growth(0)
        };
        assert!((-0.02..0.0).contains(&growth_after(-0.25)), "{}", growth_after(-0.25));
        assert!(growth_after(-0.25).abs() < growth_after(-0.06).abs(), "beyond a point, more says less");
        assert_relative_eq!(growth_after(-0.25), -growth_after(0.25), max_relative = 1e-9);
        let mut level = [0.0; 30];
        level[29] = -0.25;
        assert_relative_eq!(of(&path(1990, &level), 2020).state[0], 12.0 - 0.25, max_relative = 1e-3);
    }

    #[test]
    fn a_restart_carries_growth_over_but_not_the_level() {
        let mut observations = path(1990, &[-0.03; 20]);
        let mut other = path(2010, &[-0.03; 10]);
        for o in &mut other {
            o.jobs *= 0.5;
        }
        observations.extend(other);
        let joined = of(&observations, 2020);
        let whole = of(&path(1990, &[-0.03; 30]), 2020);
        assert!((joined.growth(0) - whole.growth(0)).abs() < 2e-3);
    }

    #[test]
    fn a_noisy_survey_says_less_about_growth() {
        let mut observations = path(1990, &[0.0; 20]);
        observations.extend(path(2010, &[0.0, 0.0, 0.03, 0.03]));
        let sharp = of(&observations, 2014).growth(0);
        for o in observations.iter_mut().filter(|o| o.year >= 2010) {
            o.measurement = Some(0.04);
        }
        let noisy = of(&observations, 2014).growth(0);
        let before = of(&path(1990, &[0.0; 20]), 2010).growth(4);
        assert!(before < noisy && noisy < sharp - 0.2 * (sharp - before), "{before} {noisy} {sharp}");
    }

    #[test]
    fn a_series_that_zigzags_is_found_to_be_noisy() {
        let zigzag: Vec<f64> = (0..25).map(|i| if i % 2 == 0 { 0.06 } else { -0.06 }).collect();
        let d = of(&path(1990, &zigzag), 2015);
        assert!(d.measurement > 0.025 && of(&path(1990, &[-0.01; 25]), 2015).measurement < 0.01);
        assert!(d.growth(0).abs() < 0.012, "{}", d.growth(0));
    }

    #[test]
    fn more_surprises_than_usual_widen_the_range_and_fewer_do_not_narrow_it() {
        let wild: Vec<f64> = (0..25).map(|i| if i % 3 == 0 { -0.2 } else { 0.1 }).collect();
        let sd = |growth: &[f64]| of(&path(1990, growth), 2015).level(5).1;
        assert!(sd(&wild) > 1.5 * sd(&[0.0; 25]));
        let p = parameters();
        assert_relative_eq!(of(&path(1990, &[0.0; 25]), 2015).news[1], p.cycle_news, max_relative = 1e-12);
    }

    #[test]
    fn nothing_after_the_origin_is_looked_at() {
        let all = path(1990, &[-0.02; 30]);
        let mut changed = all.clone();
        for o in changed.iter_mut().filter(|o| o.year > 2010) {
            o.jobs *= 3.0;
        }
        assert_eq!(of(&all, 2010), of(&changed, 2010));
        let [nation, other] = [&all, &changed].map(|nation| drift(&all, Some(nation), &parameters(), 2010));
        assert_eq!(nation, other);
    }

    #[test]
    fn a_year_without_an_observation_is_waited_over() {
        let mut gap = path(1990, &[-0.02; 30]);
        gap.remove(15);
        let (whole, gap) = (of(&path(1990, &[-0.02; 30]), 2020), of(&gap, 2020));
        assert_relative_eq!(whole.growth(0), gap.growth(0), max_relative = 0.02);
        let late = of(&path(1990, &[-0.02; 30]), 2024);
        assert_relative_eq!(late.growth(0), whole.growth(4), max_relative = 1e-12);
        assert!(late.level(1).1 > whole.level(1).1);
    }

    #[test]
    fn the_covariance_stays_symmetric_and_positive() {
        let d = of(&path(1970, &[-0.03; 50]), 2020);
        for i in 0..3 {
            assert!(d.covariance[i][i] > 0.0);
            for j in 0..3 {
                assert_relative_eq!(d.covariance[i][j], d.covariance[j][i], epsilon = 1e-15);
            }
        }
    }

    #[test]
    fn a_path_without_noise_is_the_expected_one() {
        let d = of(&path(1980, &[-0.03; 30]), 2010);
        let path = d.path(8, || 0.0);
        assert_relative_eq!(path.level, 0.0);
        for (ahead, growth) in (0..).zip(&path.growth) {
            assert_relative_eq!(*growth, d.growth(ahead), max_relative = 1e-12);
        }
        let last = d.state[0] + path.growth.iter().sum::<f64>();
        assert_relative_eq!(d.level(8).0, last, max_relative = 1e-12);
    }

    #[test]
    fn paths_spread_as_the_filter_says() {
        // The level after some years is linear in the normals: its variance is
        // the sum of squares of what each of them alone does.
        let d = of(&path(1980, &[-0.03, 0.02, -0.05, 0.01, 0.0, -0.04, 0.02, -0.01, -0.02, -0.03]), 1990);
        let years = 6;
        let level = |one: usize| {
            let mut asked = 0..;
            let path = d.path(years, || f64::from(u8::from(asked.next() == Some(one))));
            path.level + path.growth.iter().sum::<f64>()
        };
        let none = level(usize::MAX);
        let variance: f64 = (0..3 + 2 * years).map(|one| (level(one) - none).powi(2)).sum();
        assert_relative_eq!(variance.sqrt(), d.level(6).1, max_relative = 1e-9);
    }
}
