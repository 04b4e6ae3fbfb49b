//! Bounds outside which a number of a pack is a slip or worse, whatever the
//! city. They are wide: what they keep out makes no sense anywhere.

use std::fmt;
use std::ops::RangeInclusive;

use super::Findings;

/// Calendar years of stocks, observations and prices.
const YEARS: RangeInclusive<i32> = 1800..=2200;

/// The values that a figure may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    low: f64,
    high: f64,
    /// Whether `low` and `high` are allowed themselves.
    ends: (bool, bool),
}

impl Bounds {
    /// A part of a whole.
    pub const SHARE: Self = Self::closed(0.0, 1.0);
    /// A part that is not nothing.
    pub const SOME: Self = Self::above_zero(1.0);
    /// A part that leaves something.
    pub const NOT_ALL: Self = Self { low: 0.0, high: 1.0, ends: (true, false) };
    /// Jobs of a city; the largest have a few million in manufacturing.
    pub const JOBS: Self = Self::above_zero(1e8);
    /// Floorspace of a city (m²).
    pub const FLOORSPACE: Self = Self::above_zero(1e10);
    /// Land of a city (ha).
    pub const LAND: Self = Self::above_zero(1e6);
    /// Part of the land (ha); its check against the land is another.
    pub const PIPELINE: Self = Self::closed(0.0, 1e6);
    /// Rent in any currency that [`Self::EUR_RATE`] allows (currency/m²/yr).
    pub const RENT: Self = Self::above_zero(1e8);
    /// Log of the long-run rent over the market rent.
    pub const LONG_RUN_RENT: Self = Self::closed(-2.0, 2.0);
    /// Euros per unit of a currency.
    pub const EUR_RATE: Self = Self::closed(1e-4, 1e4);
    /// Floorspace per job (m²/job).
    pub const SPACE_PER_JOB: Self = Self::above_zero(1e5);
    /// Growth of a sub-sector (1/yr).
    pub const TREND: Self = Self::closed(-0.5, 0.5);
    /// Measurement error of log jobs, as the model takes it.
    pub const MEASUREMENT: Self = Self::closed(1e-6, 0.5);
    /// The largest level of a lever, in any unit.
    pub const MAXIMUM: Self = Self::closed(-1e9, 1e9);
    /// An observation, in any unit.
    pub const OBSERVATION: Self = Self::closed(-1e15, 1e15);

    const fn closed(low: f64, high: f64) -> Self {
        Self { low, high, ends: (true, true) }
    }

    const fn above_zero(high: f64) -> Self {
        Self { low: 0.0, high, ends: (false, true) }
    }

    /// Says so when `value` is outside. What is no number at all is another finding.
    pub fn check(self, f: &mut Findings, value: f64, unit: &str) {
        let (low, high) = self.ends;
        let above = value > self.low || (low && value >= self.low);
        let below = value < self.high || (high && value <= self.high);
        f.require(!value.is_finite() || (above && below), || format!("{value} {unit}; expected {self}"));
    }
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.ends;
        if low {
            write!(f, "{} to {}{}", self.low, if high { "" } else { "below " }, self.high)
        } else {
            write!(f, "above zero and at most {}", self.high)
        }
    }
}

/// Says so when a year is none that evidence or a projection could be about.
pub(super) fn year(f: &mut Findings, year: i32) {
    f.require(YEARS.contains(&year), || {
        format!("{year} is no year of evidence; expected {} to {}", YEARS.start(), YEARS.end())
    });
}
