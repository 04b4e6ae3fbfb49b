//! Industrial floorspace: its stocks, what is lost and what is built.

use super::super::quantity::{Quantity, Value};
use super::quantity;

const FLOORSPACE: &str = "2. Floorspace";

/// Quantities of floorspace.
pub static ALL: [Quantity; 9] = [
    quantity(
        FLOORSPACE,
        ("S", "Industrial floorspace", "m²"),
        "The stock, gross internal area: what was there, less obsolete space and space lost with released land, plus what is re-provided, added by denser building, and completed.",
        Value::City(|at| at.year().state.floorspace),
        &[(0, "S = S0"), (1, "S' = S − delta·S − Lost + Rep + Int + Q1")],
    ),
    quantity(
        FLOORSPACE,
        ("Q1", "Floorspace that completes in the coming year", "m²"),
        "Started a year ago.",
        Value::City(|at| at.year().state.completing),
        &[(0, "Q1 = c0 · S0 · (1/RC)^eps_S"), (1, "Q1' = Q2")],
    ),
    quantity(
        FLOORSPACE,
        ("Q2", "Floorspace that completes in the year after", "m²"),
        "Started in the year before.",
        Value::City(|at| at.year().state.started),
        &[(0, "Q2 = c0 · S0 · (1/RC)^eps_S"), (1, "Q2' = Start")],
    ),
    quantity(
        FLOORSPACE,
        ("A", "Affordable floorspace", "m²"),
        "Grows by the quota on new, re-provided and denser space; ages and is lost like the rest.",
        Value::City(|at| at.year().state.affordable),
        &[(0, "A = affordable_share · S0"), (1, "A' = A + K_quota · (Q1 + Rep + Int) − A · (delta + Lost/S)")],
    ),
    quantity(
        FLOORSPACE,
        ("Lost", "Floorspace lost with released land", "m²/yr"),
        "Hectares times the plot ratio of the sites that are released. The limit never binds at observed releases.",
        Value::City(|at| at.year().flows.floorspace.lost),
        &[(0, "Lost = min(10⁴ · PR_site · Rel, 0.25 · S)")],
    ),
    quantity(
        FLOORSPACE,
        ("Rep", "Floorspace re-provided", "m²/yr"),
        "The part of the lost floorspace that is built again on the same sites.",
        Value::City(|at| at.year().flows.floorspace.reprovided),
        &[(0, "Rep = K_rep · Lost")],
    ),
    quantity(
        FLOORSPACE,
        ("Int", "Floorspace added by denser building", "m²/yr"),
        "On protected sites, where rents carry the cost of several storeys.",
        Value::City(|at| at.year().flows.floorspace.intensified),
        &[(
            0,
            "Int = mu_int · S · P/(P+U+Π) · max(0, K_plot/PR_conv − 1) · logistic((ln R − ln RCm) / viability_spread)",
        )],
    ),
    quantity(
        FLOORSPACE,
        ("RCm", "Cost of multi-storey building", "index"),
        "As a rent index; it rises with the plot ratio.",
        Value::Equation,
        &[(0, "RCm = RC_multi · max(1, K_plot/PR_multi)^RC_multi_exp")],
    ),
    quantity(
        FLOORSPACE,
        ("Start", "Floorspace started", "m²/yr"),
        "It completes two years later. Developers start more where rents exceed the cost of building, and fewer under a quota or strong stabilisation.",
        Value::City(|at| at.year().flows.floorspace.starts),
        &[(
            0,
            "Start = c0 · S · (R/RC · (1 − K_quota·K_disc)/(1 − K_quota,ref·K_disc,ref))^eps_S · (1 − stab_supply · K_stab/0.8) + 10⁴ · PR_new_land · K_new",
        )],
    ),
];
