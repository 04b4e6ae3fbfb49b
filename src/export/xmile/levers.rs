//! Levers: settings as inputs, and the lagged effect that the equations feel,
//! as in [`crate::model::schedule`].

use crate::model::levers::{LeverId, LeverUnit};
use crate::model::projection::{Inputs, LeverSetting};

use super::origin::Origin;
use super::unit;
use super::variable::{Variable, aux, carried, constant};

/// The name of a lever without its group.
fn name(id: LeverId) -> &'static str {
    let text: &'static str = id.into();
    text.split_once('.').map_or(text, |(_, name)| name)
}

/// The settings of a scenario, as constants to change, and the levels under
/// adopted policy. A lever that is not set aims at its adopted level.
pub fn settings(inputs: &Inputs, origin: &Origin<'_>) -> Vec<Variable> {
    LeverId::all()
        .flat_map(|id| {
            let (lever, spec, level_unit) = (name(id), id.spec(), unit::of_lever(id.spec().unit));
            let adopted = inputs.adopted(id);
            let unset = LeverSetting { level: adopted, start: origin.first_policy_year(), ramp: 1.0 };
            let setting = inputs.setting(id).unwrap_or(unset);
            let of = if spec.of.is_empty() { String::new() } else { format!(", of {}", spec.of) };
            [
                constant(
                    &format!("{lever}_set"),
                    &level_unit,
                    setting.level,
                    format!("Input: {}, level aimed at{of}. {}{}", spec.name, spec.meaning, origin.setting(id)),
                ),
                constant(
                    &format!("{lever}_start"),
                    "year",
                    f64::from(setting.start),
                    format!("Input: {}, year in which the change begins.", spec.name),
                ),
                constant(
                    &format!("{lever}_ramp"),
                    "year",
                    setting.ramp,
                    format!("Input: {}, years from the start until the level is reached; at least one.", spec.name),
                ),
                constant(
                    &format!("{lever}_adopted"),
                    &level_unit,
                    adopted,
                    format!("{}, level under adopted policy.", spec.name),
                ),
                aux(
                    &format!("{lever}_adopted_effect"),
                    &unit::of_effect(spec.unit),
                    scaled(spec.unit, &format!("{lever}_adopted")),
                    format!("{}, level under adopted policy in the unit of the equations.", spec.name),
                ),
            ]
        })
        .collect()
}

/// Levels and effects in the run of the scenario.
pub fn scenario() -> Vec<Variable> {
    LeverId::all().flat_map(scenario_lever).collect()
}

fn scenario_lever(id: LeverId) -> Vec<Variable> {
    let (lever, spec, level_unit) = (name(id), id.spec(), unit::of_lever(id.spec().unit));
    let announced = |year: &str| {
        format!(
            "{lever}_adopted + ({lever}_set - {lever}_adopted) \
             * MAX(0, MIN(1, ({year} - {lever}_start) / MAX({lever}_ramp, one_year)))"
        )
    };
    let speed = format!("2 * one_year / ({} + 2 * one_year)", spec.lag.id());
    let stage = |toward: &str, stage: &str| format!("{stage} + {speed} * ({toward} - {stage})");
    let [first, second] = ["first", "second"].map(|which| format!("{lever}_{which}_stage"));
    let first_next = stage(&format!("{lever}_announced_next_year"), &first);
    let mut all = vec![
        aux(
            &format!("{lever}_announced"),
            &level_unit,
            announced("TIME"),
            format!("{}: the level announced and paid.", spec.name),
        ),
        aux(
            &format!("{lever}_announced_next_year"),
            &level_unit,
            announced("TIME + one_year"),
            format!("{}: the level announced for the coming year.", spec.name),
        ),
        aux(
            &format!("{lever}_first_stage_next_year"),
            &level_unit,
            first_next,
            format!("{}: the first stage of its delay one year on.", spec.name),
        ),
    ];
    let adopted = format!("{lever}_adopted");
    let meaning = |which: &str| format!("{}: {which} stage of its delay.", spec.name);
    all.extend(carried(&first, &level_unit, &adopted, &format!("{first}_next_year"), &meaning("first")));
    let second_next = format!("{second}_next_year");
    all.push(aux(
        &second_next,
        &level_unit,
        stage(&format!("{first}_next_year"), &second),
        format!("{}: the second stage of its delay one year on.", spec.name),
    ));
    all.extend(carried(&second, &level_unit, &adopted, &second_next, &meaning("second")));
    all.extend(effects(id, &second, &second_next));
    all
}

/// Levels and effects in a run under adopted policy.
pub fn adopted() -> Vec<Variable> {
    LeverId::all()
        .flat_map(|id| {
            let (lever, spec) = (name(id), id.spec());
            let adopted = format!("{lever}_adopted");
            let mut all = vec![aux(
                &format!("{lever}_announced"),
                &unit::of_lever(spec.unit),
                &adopted,
                format!("{}: the level announced and paid.", spec.name),
            )];
            all.extend(effects(id, &adopted, &adopted));
            all
        })
        .collect()
}

/// What the equations feel of a lever, from its level now and one year on.
fn effects(id: LeverId, now: &str, next: &str) -> Vec<Variable> {
    let (lever, spec) = (name(id), id.spec());
    let effect = |suffix: &str, level: &str, meaning: &str| {
        let name = format!("{lever}_effect{suffix}");
        aux(&name, &unit::of_effect(spec.unit), scaled(spec.unit, level), format!("{}: {meaning}", spec.name))
    };
    let mut all = vec![effect("", now, "the lagged effect that the equations feel.")];
    if id == LeverId::ProtectedShare {
        all.push(effect("_next_year", next, "the effect of the coming year."));
    }
    all
}

/// A level turned into the unit of the equations, as [`LeverUnit::scale`] does.
fn scaled(unit: LeverUnit, level: &str) -> String {
    match unit {
        LeverUnit::Percent => format!("share_per_percent * {level}"),
        LeverUnit::MillionsPerYear => format!("currency_per_million * {level}"),
        _ => level.to_owned(),
    }
}
