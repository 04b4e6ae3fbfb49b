//! From lever settings to the effect that each lever has in each year.
//!
//! A setting is a level, a start year and a ramp. The *level* of a lever in year
//! `y` is
//!
//! `level(y) = ref + (set − ref)·clamp((y − start) / max(ramp, 1), 0, 1)`
//!
//! and its *effect* `K` follows through two stages with `k = 2/(τ + 2)`:
//!
//! `K1(y+1) = K1(y) + k·(level(y+1) − K1(y))`, `K(y+1) = K(y) + k·(K1(y+1) − K(y))`
//!
//! from `K1 = K = ref`. This is stable for every `τ ≥ 0`, and the mean lag of
//! `K` behind the level is exactly `τ` years. (With `level(y)` in place of
//! `level(y+1)` it would be `τ + 1`.)

use super::lane::Lane;
use super::levers::{LEVERS, LeverId};

/// How a lever is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverSetting {
    /// The level aimed at, in the lever's unit.
    pub level: f64,
    /// Year in which the change begins; nothing differs from the reference up to and including it.
    pub start: i32,
    /// Years from the start until the level is reached; at least one.
    pub ramp: f64,
}

impl LeverSetting {
    /// The level in a year, given the level under adopted policy.
    #[must_use]
    pub fn level_in(&self, year: i32, reference: f64) -> f64 {
        let progress = (f64::from(year - self.start) / self.ramp.max(1.0)).clamp(0.0, 1.0);
        reference + (self.level - reference) * progress
    }

    /// The first year in which the level is the one aimed at.
    #[must_use]
    pub fn complete(&self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a ramp has at most fifty years")]
        let takes = self.ramp.max(1.0).ceil() as i32;
        self.start.saturating_add(takes)
    }
}

/// The levels and effects of all levers in one year, in the unit of the
/// equations (shares as fractions, money in currency, not millions). All members
/// announce the same levels; effects differ with their lags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Controls<R = f64> {
    levels: [f64; LEVERS],
    effects: [R; LEVERS],
}

impl<R: Copy> Controls<R> {
    /// The same controls with effects of another kind of number.
    #[must_use]
    pub fn map<S>(&self, f: impl FnMut(R) -> S) -> Controls<S> {
        Controls { levels: self.levels, effects: self.effects.map(f) }
    }

    /// The announced level: what programmes spend.
    #[must_use]
    pub const fn level(&self, id: LeverId) -> f64 {
        self.levels[id.index()]
    }

    /// The lagged effect `K`: what the equations feel.
    #[must_use]
    pub const fn effect(&self, id: LeverId) -> R {
        self.effects[id.index()]
    }
}

/// The controls of consecutive years, one year after the other.
#[derive(Clone, Debug)]
pub struct Course<'a, R> {
    reference: &'a [f64; LEVERS],
    settings: &'a [Option<LeverSetting>; LEVERS],
    year: i32,
    /// `k` of each lever.
    speeds: [R; LEVERS],
    /// `K1` and `K` of each lever, in its own unit.
    stages: [(R, R); LEVERS],
    now: Controls<R>,
}

impl<'a, R: Lane> Course<'a, R> {
    /// The course from the year `first` on. `reference` and the levels of `settings` are
    /// in the levers' own units; `lag` is the mean delay of each lever (yr).
    #[inline(always)]
    #[must_use]
    pub fn new(
        first: i32,
        reference: &'a [f64; LEVERS],
        settings: &'a [Option<LeverSetting>; LEVERS],
        lag: impl Fn(LeverId) -> R,
    ) -> Self {
        let zero = R::splat(0.0);
        let now = Controls { levels: [0.0; LEVERS], effects: [zero; LEVERS] };
        let (speeds, stages) = ([zero; LEVERS], [(zero, zero); LEVERS]);
        let mut course = Self { reference, settings, year: first, speeds, stages, now };
        for id in LeverId::all() {
            let i = id.index();
            let (start, scale) = (R::splat(reference[i]), id.spec().unit.scale());
            course.now.levels[i] = settings[i].map_or(reference[i], |set| set.level_in(first, reference[i])) * scale;
            course.now.effects[i] = start * R::splat(scale);
            if settings[i].is_some() {
                course.stages[i] = (start, start);
                course.speeds[i] = R::splat(2.0) / (lag(id) + R::splat(2.0));
            }
        }
        course
    }

    /// The controls of the year that it has come to.
    #[must_use]
    pub const fn now(&self) -> &Controls<R> {
        &self.now
    }

    /// Goes on by a year.
    #[inline(always)]
    pub fn advance(&mut self) {
        self.year += 1;
        for id in LeverId::all() {
            let i = id.index();
            let Some(setting) = self.settings[i] else { continue };
            let (level, scale) = (setting.level_in(self.year, self.reference[i]), id.spec().unit.scale());
            let (stage, effect) = self.stages[i];
            let stage = stage + self.speeds[i] * (R::splat(level) - stage);
            let effect = effect + self.speeds[i] * (stage - effect);
            self.stages[i] = (stage, effect);
            self.now.levels[i] = level * scale;
            self.now.effects[i] = effect * R::splat(scale);
        }
    }
}

/// Controls for `years + 1` consecutive years from `first`, as [`Course`] has them.
#[must_use]
pub fn controls(
    first: i32,
    years: usize,
    reference: &[f64; LEVERS],
    settings: &[Option<LeverSetting>; LEVERS],
    lag: impl Fn(LeverId) -> f64,
) -> Vec<Controls> {
    let mut course = Course::new(first, reference, settings, lag);
    let mut rows = vec![*course.now()];
    rows.extend((0..years).map(|_| {
        course.advance();
        *course.now()
    }));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(lag: f64) -> Vec<f64> {
        let mut settings = [None; LEVERS];
        settings[LeverId::NewLand.index()] = Some(LeverSetting { level: 1.0, start: 2024, ramp: 1.0 });
        let rows = controls(2024, 400, &[0.0; LEVERS], &settings, |_| lag);
        rows.iter().map(|r| r.effect(LeverId::NewLand)).collect()
    }

    #[test]
    fn the_mean_lag_is_tau() {
        for tau in [0.0, 1.0, 3.0, 7.0, 12.5] {
            // The area between level and effect, for a step of one at 2025.
            let missing: f64 = effects(tau).iter().skip(1).map(|k| 1.0 - k).sum();
            approx::assert_relative_eq!(missing, tau, epsilon = 1e-9);
        }
    }

    #[test]
    fn nothing_moves_up_to_the_start_year_and_nothing_overshoots() {
        let k = effects(5.0);
        assert!(k[0].abs() < f64::EPSILON);
        assert!(k[1] > 0.0);
        assert!(k.windows(2).all(|w| w[0] <= w[1] && w[1] <= 1.0));
    }

    #[test]
    fn a_lever_set_to_its_reference_is_the_reference_to_the_last_bit() {
        let reference = [0.1 + 0.2; LEVERS];
        let mut settings = [None; LEVERS];
        settings[3] = Some(LeverSetting { level: reference[3], start: 2026, ramp: 3.0 });
        assert_eq!(
            controls(2024, 30, &reference, &settings, |_| 3.7),
            controls(2024, 30, &reference, &[None; LEVERS], |_| 3.7)
        );
    }

    #[test]
    fn a_ramp_is_linear() {
        let s = LeverSetting { level: 90.0, start: 2030, ramp: 4.0 };
        assert!((s.level_in(2032, 50.0) - 70.0).abs() < 1e-12);
        assert!((s.level_in(2040, 50.0) - 90.0).abs() < 1e-12);
        assert!((s.level_in(2030, 50.0) - 50.0).abs() < 1e-12);
    }
}
