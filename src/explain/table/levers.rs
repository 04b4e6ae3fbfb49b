//! From a setting to the effect that the equations feel, and the outlook.

use super::super::quantity::{At, Quantity, Value};
use super::quantity;
use crate::model::levers::LeverId;

const LEVERS: &str = "Levers";
const OUTLOOK: &str = "Outlook";

/// Quantities of one lever, and of the outlook.
pub static ALL: [Quantity; 11] = [
    quantity(
        LEVERS,
        ("K", "Effect of the lever", "as the lever"),
        "What the equations feel. It follows the level in two stages, and its mean lag behind the level is exactly τ years.",
        Value::Lever(|at, id| at.year().controls.effect(id)),
        &[(0, "K = ref"), (1, "K' = K + k · (K1' − K)")],
    ),
    quantity(
        LEVERS,
        ("K1", "First stage of the effect", "as the lever"),
        "Halfway between the announced level and its effect.",
        Value::Lever(first_stage),
        &[(0, "K1 = ref"), (1, "K1' = K1 + k · (level' − K1)")],
    ),
    quantity(
        LEVERS,
        ("level", "Level of the lever", "as the lever"),
        "What is announced and paid in the year. Between adopted policy and the setting it is a straight line from the start year, as long as the ramp.",
        Value::Lever(|at, id| at.year().controls.level(id)),
        &[(0, "level = ref + (set − ref) · clamp((t − start) / max(ramp, 1), 0, 1)")],
    ),
    quantity(
        LEVERS,
        ("k", "Speed of the stages", "1/yr"),
        "The part of the gap that each stage closes in a year.",
        Value::Lever(|at, id| 2.0 / (at.trace.constants.p.get(id.spec().lag) + 2.0)),
        &[(0, "k = 2 / (τ + 2)")],
    ),
    quantity(
        LEVERS,
        ("set", "Setting of the lever", "as the lever"),
        "The level that the scenario reaches; adopted policy where the lever is not moved.",
        Value::Lever(|at, id| at.trace.setting(id).level),
        &[],
    ),
    quantity(
        LEVERS,
        ("start", "Start year of the lever", "year"),
        "The year in which the change begins.",
        Value::Lever(|at, id| f64::from(at.trace.setting(id).start)),
        &[],
    ),
    quantity(
        LEVERS,
        ("ramp", "Ramp of the lever", "yr"),
        "The years from the start until the level is reached; at least one counts.",
        Value::Lever(|at, id| at.trace.setting(id).ramp),
        &[],
    ),
    quantity(
        OUTLOOK,
        ("extra", "Growth beyond the drift", "1/yr"),
        "What the outlook adds to the city's underlying growth of jobs, against the baseline outlook.",
        Value::City(|at| at.year().extra_growth),
        &[(0, "extra = (o_nat + o_dist) − (o_nat,base + o_dist,base)")],
    ),
    quantity(
        OUTLOOK,
        ("H", "Real housing-land value", "index"),
        "1 in the base year, growing with the outlook's housing pressure.",
        Value::City(|at| at.year().housing),
        &[(0, "H = exp(o_h · n)")],
    ),
    quantity("Time", ("t", "Year", "year"), "The calendar year.", Value::City(|at| f64::from(at.year().year)), &[]),
    quantity(
        "Time",
        ("n", "Years since the base year", "yr"),
        "0 in the first year of the run.",
        Value::City(|at| f64::from(at.year().year - at.trace.years[0].year)),
        &[],
    ),
];

/// The first stage in front of an effect, from the effect and its speed.
fn first_stage(at: At<'_>, id: LeverId) -> f64 {
    let effect = |at: At<'_>| at.year().controls.effect(id);
    match at.before() {
        None => effect(at),
        Some(before) => {
            let speed = 2.0 / (at.trace.constants.p.get(id.spec().lag) + 2.0);
            effect(before) + (effect(at) - effect(before)) / speed
        }
    }
}
