//! Industrial land: its stocks, release and designation.

use super::super::quantity::{Quantity, Value};
use super::quantity;
use crate::model::land::value_gap;

const LAND: &str = "1. Land";

/// Quantities of land.
pub static ALL: [Quantity; 13] = [
    quantity(
        "What is reported",
        ("L", "Industrial land", "ha"),
        "Protected and other land, and the consented pipeline, which is still in use.",
        Value::City(|at| at.year().state.protected + at.year().state.other + at.year().state.pipeline),
        &[(0, "L = P + U + Π")],
    ),
    quantity(
        LAND,
        ("P", "Protected industrial land", "ha"),
        "Land that the plan reserves for industry. New industrial land joins it.",
        Value::City(|at| at.year().state.protected),
        &[(0, "P = p0 · (L0 − Π0)"), (1, "P' = P − r_P + D + K_new")],
    ),
    quantity(
        LAND,
        ("U", "Other industrial land", "ha"),
        "Industrial land that the plan does not reserve.",
        Value::City(|at| at.year().state.other),
        &[(0, "U = (L0 − Π0) − P"), (1, "U' = U − r_U − D")],
    ),
    quantity(
        LAND,
        ("Π", "Consented release pipeline", "ha"),
        "Land consented or allocated for release, still industrial.",
        Value::City(|at| at.year().state.pipeline),
        &[(0, "Π = Π0"), (1, "Π' = Π − r_Π")],
    ),
    quantity(
        LAND,
        ("Rel", "Land released", "ha/yr"),
        "All land that leaves industrial use in the twelve months that follow.",
        Value::City(|at| at.year().flows.land.released()),
        &[(0, "Rel = r_P + r_U + r_Π")],
    ),
    quantity(
        LAND,
        ("r_P", "Release of protected land", "ha/yr"),
        "Protected land is released too, but at a small part of the hazard of other land.",
        Value::City(|at| at.year().flows.land.from_protected),
        &[(0, "r_P = min(1, theta_P · h · held) · P")],
    ),
    quantity(
        LAND,
        ("r_U", "Release of other land", "ha/yr"),
        "Other land times its hazard, less what public ownership holds.",
        Value::City(|at| at.year().flows.land.from_other),
        &[(0, "r_U = min(1, h · held) · U")],
    ),
    quantity(
        LAND,
        ("r_Π", "Release from the pipeline", "ha/yr"),
        "The consented land that leaves industrial use.",
        Value::City(|at| at.year().flows.land.from_pipeline),
        &[(0, "r_Π = r_pipe · Π")],
    ),
    quantity(
        LAND,
        ("h", "Release hazard of other land", "1/yr"),
        "The chance that a hectare is released in a year: more where housing land is worth more, and where plans ask for a quicker release.",
        Value::Equation,
        &[(0, "h = min(1, h_U0 · gap^eta_gap · max(0, 1 + fid_Z · (K_pace − 1)))")],
    ),
    quantity(
        LAND,
        ("gap", "Gap of land values", "index"),
        "Housing over industrial land value, 1 in the base year.",
        Value::City(|at| value_gap(&at.trace.constants, &at.year().state, at.year().housing)),
        &[(0, "gap = max(0.05, (VR_VI · H − R) / (VR_VI − 1))")],
    ),
    quantity(
        LAND,
        ("held", "What public ownership leaves of the hazard", "share"),
        "Public owners seldom sell to housing developers.",
        Value::Equation,
        &[(0, "held = 1 − public_hold · (K_pub − K_pub,ref)")],
    ),
    quantity(
        LAND,
        ("s", "Protected share against adopted policy", "share"),
        "1 where all land is protected, −1 where none is, 0 under adopted policy.",
        Value::Equation,
        &[(0, "s = max(0, K_prot − p0) / max(10⁻⁹, 1 − p0) − max(0, p0 − K_prot) / max(10⁻⁹, p0)")],
    ),
    quantity(
        LAND,
        ("D", "Land moved into protection", "ha/yr"),
        "By a change of designation; negative where protection is taken away. It acts on what the year's release leaves.",
        Value::City(|at| at.year().flows.land.designated),
        &[(
            0,
            "D = (U − r_U) · min(1, max(0, s' − s) / max(10⁻⁹, 1 − s)) − (P − r_P) · min(1, max(0, s − s') / max(10⁻⁹, 1 + s))",
        )],
    ),
];
