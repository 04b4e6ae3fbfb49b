//! What no city decides: the drivers of the outlook and the drift of jobs.

use crate::model::outlook::DriverId;
use crate::model::projection::Inputs;

use super::origin::Origin;
use super::variable::{Variable, aux, constant};

/// The drivers as constants to change, those of the baseline outlook, and the
/// underlying growth of jobs.
pub fn assumptions(inputs: &Inputs, origin: &Origin<'_>) -> Vec<Variable> {
    let mut all: Vec<Variable> = DriverId::all()
        .flat_map(|id| {
            let spec = id.spec();
            let meaning = format!("Input: {}. {} {}", spec.name, spec.meaning, spec.channel);
            [
                constant(&name("", id), "percent/year", inputs.outlook().get(id), meaning + &origin.driver(id)),
                constant(
                    &name(BASELINE, id),
                    "percent/year",
                    inputs.baseline().get(id),
                    format!("{} in the baseline outlook, under which jobs follow their underlying growth.", spec.name),
                ),
            ]
        })
        .collect();
    let [_, slow, cyclical] = inputs.drift().state;
    let filtered = "as estimated from the jobs observed up to the start.";
    all.extend([
        constant(
            "long_run_growth",
            "1/year",
            inputs.drift().mean,
            format!("Growth of jobs that the other two parts fade to, {filtered}"),
        ),
        constant("slow_growth_at_start", "1/year", slow, format!("Slow part of the growth of jobs, {filtered}")),
        constant(
            "cyclical_growth_at_start",
            "1/year",
            cyclical,
            format!("Cyclical part of the growth of jobs, {filtered}"),
        ),
        aux(
            "underlying_growth",
            "1/year",
            "long_run_growth + slow_growth_at_start * drift_persistence ^ (years_since_start / one_year) \
             + cyclical_growth_at_start * cycle_persistence ^ (years_since_start / one_year)",
            "Underlying growth of log jobs.",
        ),
    ]);
    all
}

/// What acts on a run under the scenario's outlook.
pub fn scenario() -> Vec<Variable> {
    weather("")
}

/// What acts on a run under the baseline outlook.
pub fn baseline() -> Vec<Variable> {
    weather(BASELINE)
}

/// What the names of the baseline's drivers begin with.
const BASELINE: &str = "baseline_";

fn name(prefix: &str, id: DriverId) -> String {
    format!("{prefix}outlook_{id}")
}

fn weather(prefix: &str) -> Vec<Variable> {
    let driver = |id| name(prefix, id);
    let beyond = |id| format!("share_per_percent * ({} - {})", driver(id), name(BASELINE, id));
    let share = |id| format!("share_per_percent * {}", driver(id));
    vec![
        aux(
            "extra_growth",
            "1/year",
            format!("{} + {}", beyond(DriverId::NationalTrend), beyond(DriverId::DistributedProduction)),
            "Growth of jobs that the outlook adds to the baseline.",
        ),
        aux(
            "housing_land_value",
            "1",
            format!("EXP({} * years_since_start)", share(DriverId::HousingPressure)),
            "Real housing-land value, 1 at the start.",
        ),
        aux(
            "logistics_growth",
            "1/year",
            share(DriverId::LogisticsDemand),
            "Growth of other users' demand beyond its trend.",
        ),
        aux(
            "inflation_surprise",
            "1/year",
            share(DriverId::InflationSurprise),
            "Inflation above what rents had in them.",
        ),
    ]
}
