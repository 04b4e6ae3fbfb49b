//! Round numbers along an axis.

/// An axis from a round number to a round number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Distance of ticks.
    pub step: f64,
}

impl Axis {
    /// The axis that holds `low..=high` in about `count` steps of 1, 2, 2.5 or 5
    /// times a power of ten.
    #[must_use]
    pub fn covering(low: f64, high: f64, count: f64, from_zero: bool) -> Self {
        let (low, high) = if from_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        // A flat line still needs an axis around it.
        let most = low.abs().max(high.abs());
        let least = if most > 0.0 { (most * 0.02).max(1e-9) } else { 1.0 };
        let (low, high) = if high - low < least { (low - least, high + least) } else { (low, high) };
        let low = if from_zero && low > -least { low.max(0.0) } else { low };
        let raw = (high - low) / count.max(1.0);
        let power = 10f64.powf(raw.log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|m| m * power)
            .find(|s| *s >= raw * 0.999)
            .unwrap_or(power * 10.0);
        Self { low: (low / step + 1e-9).floor() * step, high: (high / step - 1e-9).ceil() * step, step }
    }

    /// The ticks, both ends included.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        (0..)
            .map(move |i| f64::from(i).mul_add(self.step, self.low))
            .take_while(move |v| *v <= self.high + self.step * 1e-6)
    }
}

/// Years to label on an axis of this many points a year.
#[must_use]
pub fn year_step(points_per_year: f64) -> i32 {
    [5, 10, 20, 25, 50].into_iter().find(|&step| f64::from(step) * points_per_year >= 52.0).unwrap_or(50)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_on_round_numbers() {
        let axis = Axis::covering(78_000.0, 341_000.0, 7.0, true);
        assert_eq!(axis, Axis { low: 0.0, high: 350_000.0, step: 50_000.0 });
        assert_eq!(axis.ticks().count(), 8);
        let axis = Axis::covering(17.2, 25.4, 4.0, false);
        assert!(axis.low <= 17.2 && axis.high >= 25.4);
    }

    #[test]
    fn a_flat_line_has_an_axis() {
        for value in [0.0, 5.0, -3.0] {
            let axis = Axis::covering(value, value, 4.0, false);
            assert!(axis.low < value && value < axis.high && axis.step > 0.0, "{axis:?}");
        }
        let axis = Axis::covering(0.0, 0.0, 4.0, true);
        assert!(axis.high > 0.0 && axis.low <= 0.0, "{axis:?}");
        assert!(axis.step >= 0.5, "a line at zero has numbers that differ: {axis:?}");
    }
}
