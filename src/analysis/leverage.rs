//! Whether a lever does anything: a run with it beside a run without it.

use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::projection::{Inputs, LeverSetting, Projection, Reference, project};

/// How far a lever can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leverage {
    /// From this year on, in some indicator.
    From(i32),
    /// Nowhere.
    Nowhere,
}

/// What a lever does that is set: the scenario beside the same without it.
/// `visible` is the smallest difference of an indicator that can be seen.
#[must_use]
pub fn of_set(
    inputs: &Inputs,
    reference: &Reference,
    scenario: &Projection,
    lever: LeverId,
    visible: impl Fn(Indicator) -> f64,
) -> Leverage {
    let without = project(&inputs.keeping(|other| other != lever), reference);
    between(&without, scenario, visible)
}

/// What a lever could do that is at adopted policy: the scenario beside the same
/// with each of these settings of it, whichever can be seen first.
#[must_use]
pub fn of_free(
    inputs: &Inputs,
    reference: &Reference,
    scenario: &Projection,
    (lever, tried): (LeverId, &[LeverSetting]),
    visible: impl Fn(Indicator) -> f64,
) -> Leverage {
    let first = tried.iter().filter_map(|setting| {
        let mut with = inputs.clone();
        with.set_lever(lever, *setting);
        match between(scenario, &project(&with, reference), &visible) {
            Leverage::From(year) => Some(year),
            Leverage::Nowhere => None,
        }
    });
    first.min().map_or(Leverage::Nowhere, Leverage::From)
}

/// The first year in which some indicator of two runs differs visibly. The cost
/// of a net job-year is left out: it is a ratio of two that are looked at, and
/// begins and ends with one of them.
fn between(a: &Projection, b: &Projection, visible: impl Fn(Indicator) -> f64) -> Leverage {
    let looked_at = Indicator::all().filter(|indicator| *indicator != Indicator::CostPerNetJobYear);
    let first = looked_at.filter_map(|indicator| {
        let least = visible(indicator);
        a.column(indicator).iter().zip(b.column(indicator)).position(|(a, b)| (a - b).abs() >= least)
    });
    let year = |row| a.first_year().saturating_add_unsigned(u32::try_from(row).unwrap_or(u32::MAX));
    first.min().map_or(Leverage::Nowhere, |row| Leverage::From(year(row)))
}
