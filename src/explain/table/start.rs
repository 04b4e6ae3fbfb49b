//! What follows from the pack's start once and for all.

use super::super::quantity::{Quantity, Value};
use super::quantity;

const START: &str = "The start";

/// Constants of a run that follow from the start.
pub static ALL: [Quantity; 3] = [
    quantity(
        START,
        ("a0", "Mean floorspace per job at the start", "m²/job"),
        "Over the sub-sectors, by their shares of the jobs.",
        Value::City(|at| at.trace.constants.mean_space_per_job),
        &[(0, "a0 = Σ sh_s · a_s")],
    ),
    quantity(
        START,
        ("N0", "Space of other industrial users at the start", "m²"),
        "What manufacturing and vacancy leave of the stock: a residual, which carries every error of stock, vacancy, floorspace per job and scope.",
        Value::City(|at| at.trace.constants.other_users),
        &[(0, "N0 = (1 − v0) · S0 − a0 · σ · E0")],
    ),
    quantity(
        START,
        ("C0", "Occupancy cost of the base year", "rent index"),
        "The divisor that makes the index of occupancy cost 1 in the base year.",
        Value::City(|at| at.trace.constants.base_cost),
        &[(
            0,
            "C0 = (1 − affordable_share − K_pub,ref) + affordable_share(1 − K_disc,ref) + public_rent · K_pub,ref + tau_R(1 + K_tax,ref)",
        )],
    ),
];
