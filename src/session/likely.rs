//! How likely a change is, in words: both intervals of a value and its change.

use crate::model::indicators::Indicator;
use crate::t;
use crate::units::{self, SPACE};

use super::figures::Display;
use super::ranges::CityRanges;

/// What the ensemble says about an indicator of a city in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    /// The 80 % range of the level, without unit; `None` for what is a
    /// difference from the reference in itself.
    pub level: Option<String>,
    /// The 80 % range of the policy effect, without unit; `None` where the
    /// scenario is the reference in every future.
    pub effect: Option<String>,
    /// Whether the range of the effect has zero inside: it could be either way.
    pub is_open: bool,
    /// The share of futures in which the scenario is better than the reference.
    pub better: Option<f64>,
    indicator: Indicator,
}

impl Likely {
    /// What is known; `None` where there is no range.
    #[must_use]
    pub fn new(ranges: Option<&CityRanges>, of: Indicator, year: i32, display: &Display) -> Option<Self> {
        let ranges = ranges?;
        let level = ranges.level(of, year)?;
        if of == Indicator::CostPerNetJobYear {
            // A ratio that the reference does not have.
            let level = Some(display.levels(level.p10, level.p90));
            return Some(Self { level, effect: None, is_open: false, better: None, indicator: of });
        }
        // What is a difference is its own effect: the reference is 0.
        let effect = if of.is_difference() { level } else { ranges.effect(of, year)? };
        let changes = effect.p10 != 0.0 || effect.p90 != 0.0;
        let written = display.changes(effect.p10, effect.p90);
        // What is nothing as it is written is neither better nor worse.
        let shows = changes && !units::is_zero(&written);
        Some(Self {
            level: (!of.is_difference()).then(|| display.levels(level.p10, level.p90)),
            effect: changes.then_some(written),
            is_open: shows && effect.p10 < 0.0 && effect.p90 > 0.0,
            better: ranges.better(of, year).filter(|_| shows),
            indicator: of,
        })
    }

    /// How likely the change is for the better, from the longest wording to the
    /// shortest; nothing where there is no better or no change.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let either = || t!("overview-either").to_owned();
        let Some(better) = self.better else {
            return if self.is_open { vec![either()] } else { Vec::new() };
        };
        let percent = |share: f64| {
            let number = format!("{}{SPACE}%", units::number((share * 100.0).round().min(99.0), 0));
            if share >= 0.995 { t!("overview-over", share = number) } else { number }
        };
        let jobs = self.indicator == Indicator::ManufacturingJobs;
        let is_better = better >= 0.5;
        let share = percent(if self.is_open || is_better { better } else { 1.0 - better });
        let share = share.as_str();
        if self.is_open {
            let long = if jobs {
                t!("overview-either-jobs", share = share)
            } else {
                t!("overview-either-better-long", share = share)
            };
            let short = t!("overview-either-short", share = share);
            return vec![long, t!("overview-either-better", share = share), short, either()];
        }
        let long = match (is_better, jobs) {
            (true, true) => t!("overview-more-jobs", share = share),
            (true, false) => t!("overview-better-long", share = share),
            (false, true) => t!("overview-fewer-jobs", share = share),
            (false, false) => t!("overview-worse-long", share = share),
        };
        if is_better {
            let short = t!("overview-better-share", share = share);
            vec![long, t!("overview-better-futures", share = share), short]
        } else {
            let short = t!("overview-worse-share", share = share);
            vec![long, t!("overview-worse-futures", share = share), short]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(indicator: Indicator, is_open: bool, better: Option<f64>) -> Vec<String> {
        Likely { level: None, effect: None, is_open, better, indicator }.words()
    }

    #[test]
    fn a_clear_effect_says_in_how_many_futures() {
        let jobs = likely(Indicator::ManufacturingJobs, false, Some(0.934));
        assert_eq!(jobs[0], "more jobs than the reference in 93\u{a0}% of futures");
        assert_eq!(jobs[2], "better in 93\u{a0}%");
        let rent = likely(Indicator::RealRent, false, Some(0.05));
        assert_eq!(rent[1], "worse in 95\u{a0}% of futures");
        let sure = likely(Indicator::RealRent, false, Some(1.0));
        assert_eq!(sure[2], "better in over 99\u{a0}%");
    }

    #[test]
    fn an_effect_that_has_zero_in_its_range_could_be_either_way() {
        let jobs = likely(Indicator::ManufacturingJobs, true, Some(0.62));
        assert_eq!(jobs[0], "could be either way: more jobs than the reference in 62\u{a0}% of futures");
        assert_eq!(jobs.last().map(String::as_str), Some("could be either way"));
        assert_eq!(likely(Indicator::Vacancy, true, None), ["could be either way"]);
        assert_eq!(likely(Indicator::Vacancy, false, None), [""; 0]);
    }
}
