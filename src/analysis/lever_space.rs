//! The corners of what levers can be set to: every lever at both ends, alone,
//! with its group and with all others, and corners taken at random.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use strum::IntoEnumIterator as _;

use crate::model::city::CityPack;
use crate::model::levers::{LEVERS, LeverGroup, LeverId};
use crate::model::projection::{Inputs, LeverSetting};

/// An end of what a lever can be set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The lowest level.
    Low,
    /// The highest.
    High,
}

/// Levers at an end each; the others stay at adopted policy.
pub type Corner = Vec<(LeverId, End)>;

/// The lowest and highest level of every lever in one city.
#[derive(Clone, Debug, PartialEq)]
pub struct Ends([[f64; 2]; LEVERS]);

impl Ends {
    /// Those of a run from `start`, in the levers' units. A lever that the pack
    /// does not describe has none.
    #[must_use]
    pub fn of(pack: &CityPack, start: i32) -> Option<Self> {
        let mut ends = [[0.0; 2]; LEVERS];
        for id in LeverId::all() {
            let levels = pack.levels(start, id)?;
            ends[id.index()] = [*levels.start(), *levels.end()];
        }
        Some(Self(ends))
    }

    /// The level of a lever at an end, in its unit.
    #[must_use]
    pub const fn level(&self, id: LeverId, end: End) -> f64 {
        self.0[id.index()][end as usize]
    }

    /// The inputs with the levers of a corner set, from a year on over so many years.
    #[must_use]
    pub fn set(&self, inputs: &Inputs, corner: &[(LeverId, End)], (start, ramp): (i32, f64)) -> Inputs {
        let mut inputs = inputs.clone();
        for &(id, end) in corner {
            inputs.set_lever(id, LeverSetting { level: self.level(id, end), start, ramp });
        }
        inputs
    }
}

/// Each lever alone, each group and all of them, at both ends.
#[must_use]
pub fn matrix() -> Vec<Corner> {
    let mut corners = Vec::new();
    for end in [End::Low, End::High] {
        corners.extend(LeverId::all().map(|id| vec![(id, end)]));
        corners.extend(
            LeverGroup::iter()
                .map(|group| LeverId::all().filter(|id| id.spec().group == group).map(|id| (id, end)).collect()),
        );
        corners.push(LeverId::all().map(|id| (id, end)).collect());
    }
    corners
}

/// So many corners at random: a quarter of the levers stays at adopted policy,
/// the rest goes to one end or the other. The first ones do not depend on how
/// many there are.
#[must_use]
pub fn random(count: usize, seed: u64) -> Vec<Corner> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut corner = || {
        let bits = random.next_u64();
        let of = |id: LeverId| {
            let own = bits >> (3 * id.index());
            let end = if own & 0b100 == 0 { End::Low } else { End::High };
            (own & 0b11 != 0).then_some((id, end))
        };
        LeverId::all().filter_map(of).collect()
    };
    (0..count).map(|_| corner()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_has_every_lever_alone_with_its_group_and_with_all() {
        let corners = matrix();
        assert_eq!(corners.len(), 2 * (LEVERS + 3 + 1));
        assert_eq!(corners.iter().filter(|c| c.len() == LEVERS).count(), 2);
        for id in LeverId::all() {
            for end in [End::Low, End::High] {
                assert_eq!(corners.iter().filter(|c| c.contains(&(id, end))).count(), 3, "{id}");
            }
        }
    }

    #[test]
    fn random_corners_differ_reach_every_end_and_do_not_depend_on_their_number() {
        let corners = random(200, 1);
        assert_eq!(corners[..20], random(20, 1));
        assert_ne!(corners[..20], random(20, 2));
        for id in LeverId::all() {
            for end in [End::Low, End::High] {
                assert!(corners.iter().any(|c| c.contains(&(id, end))), "{id}");
            }
            assert!(corners.iter().any(|c| c.iter().all(|(other, _)| *other != id)), "{id}");
        }
    }
}
