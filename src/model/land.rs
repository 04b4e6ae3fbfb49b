//! Industrial land: release, designation, new allocation (ha).

use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::state::{Constants, State};

/// The land flows of one year (ha/yr).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LandFlows<R> {
    /// Released from protected land.
    pub from_protected: R,
    /// Released from other land.
    pub from_other: R,
    /// Released from the consented pipeline.
    pub from_pipeline: R,
    /// Moved from other to protected land by designation; negative the other way.
    pub designated: R,
    /// Newly allocated, joining the protected land.
    pub new: R,
}

impl<R: Lane> LandFlows<R> {
    /// All land that leaves industrial use (ha/yr).
    pub fn released(&self) -> R {
        self.from_protected + self.from_other + self.from_pipeline
    }
}

/// The gap between housing and industrial land value, 1 in the base year and at
/// least 0.05. `housing` is the real housing-land value (index).
#[inline(always)]
pub fn value_gap<R: Lane>(c: &Constants<R>, s: &State<R>, housing: R) -> R {
    let ratio = c.p.land_value_ratio;
    ((ratio * housing - s.rent) / (ratio - R::splat(1.0))).max(R::splat(0.05))
}

/// The protected share as a signed distance from its base-year value: 1 when
/// all land is protected, −1 when none is.
#[inline(always)]
pub fn designation<R: Lane>(share: R, base: f64) -> R {
    let moved = share - R::splat(base);
    let (above, below) = (R::splat((1.0 - base).max(1e-9)), R::splat(base.max(1e-9)));
    R::splat(0.0).select(moved, moved / below, moved / above)
}

/// The land flows from year `t` to the next. `adopted` is the protected share
/// that adopted policy keeps, as a fraction: the base-year designation.
#[inline(always)]
pub fn flows<R: Lane>(
    c: &Constants<R>,
    s: &State<R>,
    housing: R,
    now: &Controls<R>,
    next: &Controls<R>,
    adopted: f64,
) -> LandFlows<R> {
    let one = R::splat(1.0);
    let pace = (one + c.p.fidelity * (now.effect(LeverId::ReleasePace) - one)).max(R::splat(0.0));
    let hazard = (c.p.hazard_other * value_gap(c, s, housing).power(c.p.gap_elasticity) * pace).min(one);
    let held = one - c.p.public_hold * (now.effect(LeverId::PublicOwnership) - c.adopted.public);
    let from_protected = (c.p.protected_ratio * hazard * held).min(one) * s.protected;
    let from_other = (hazard * held).min(one) * s.other;

    // Designation acts on what this year's release leaves, so that no class can go below zero.
    let before = designation(now.effect(LeverId::ProtectedShare), adopted);
    let after = designation(next.effect(LeverId::ProtectedShare), adopted);
    let change = after - before;
    let (zero, least) = (R::splat(0.0), R::splat(1e-9));
    let into = (s.other - from_other) * (change / (one - before).max(least)).min(one);
    let out = -((s.protected - from_protected) * (-change / (one + before).max(least)).min(one));
    let designated = change.select(zero, into, zero.select(change, out, zero));

    LandFlows {
        from_protected,
        from_other,
        from_pipeline: c.p.pipeline_rate * s.pipeline,
        designated,
        new: now.effect(LeverId::NewLand),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{constants, set};
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn the_reference_releases_by_hazard_and_moves_nothing() {
        let (c, k) = (constants(), set(&[]));
        let f = flows(&c, &c.initial(), 1.0, &k[1], &k[2], 0.6);
        assert_relative_eq!(f.from_protected, 0.12 * 0.016 * 1_140.0, max_relative = 1e-12);
        assert_relative_eq!(f.from_other, 0.016 * 760.0, max_relative = 1e-12);
        assert_relative_eq!(f.from_pipeline, 4.0, max_relative = 1e-12);
        assert!(f.designated.abs() < f64::EPSILON);
    }

    #[test]
    fn an_announced_pace_is_carried_out_in_part() {
        let c = constants();
        let hazard = |pace| {
            let k = set(&[(LeverId::ReleasePace, pace)]);
            flows(&c, &c.initial(), 1.0, &k[2], &k[3], 0.6).from_other
        };
        assert_relative_eq!(hazard(0.0), 0.5 * hazard(1.0), max_relative = 1e-12);
        assert_relative_eq!(hazard(3.0), 2.0 * hazard(1.0), max_relative = 1e-12);
    }

    #[test]
    fn full_protection_takes_all_other_land_and_none_takes_all_protected() {
        let c = constants();
        for (share, expected) in [(100.0, 760.0), (0.0, -1_140.0)] {
            let k = set(&[(LeverId::ProtectedShare, share)]);
            let s = c.initial();
            let f = flows(&c, &s, 1.0, &k[0], &k[1], 0.6);
            let left = if share > 50.0 { s.other - f.from_other } else { f.from_protected - s.protected };
            assert_relative_eq!(f.designated, left, max_relative = 1e-9);
            assert_relative_eq!(f.designated, expected, max_relative = 0.02);
        }
    }

    #[test]
    fn dearer_housing_land_raises_release_and_dearer_industry_lowers_it() {
        let c = constants();
        let mut s = c.initial();
        assert_relative_eq!(value_gap(&c, &s, 1.0), 1.0, max_relative = 1e-12);
        assert!(value_gap(&c, &s, 1.2) > 1.0);
        s.rent = 2.0;
        assert_relative_eq!(value_gap(&c, &s, 1.0), 2.0 / 3.0, max_relative = 1e-12);
        s.rent = 100.0;
        assert_relative_eq!(value_gap(&c, &s, 1.0), 0.05, max_relative = 1e-12);
    }
}
