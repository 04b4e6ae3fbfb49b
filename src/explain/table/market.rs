//! Who uses the space and what it costs: demand, rationing, vacancy, rents.

use super::super::quantity::{Quantity, Value};
use super::quantity;
use crate::model::space_market::jobs_per_kilotonne;

const NOW: &str = "What follows from the state";
const DENSITY: &str = "3. Density and other users";
const RENT: &str = "5. Rent";

/// Quantities of the market for space.
pub static ALL: [Quantity; 24] = [
    quantity(
        NOW,
        ("E", "Manufacturing jobs", "jobs"),
        "Workplace jobs in the city: the desired jobs inside the counted floorspace that find space, the jobs outside it, and those that stand on programmes.",
        Value::City(|at| at.year().market.total_jobs),
        &[(0, "E = Σ E_s · (1 − f) + X + J · (1 − σ·f)")],
    ),
    quantity(
        NOW,
        ("Er_s", "Jobs of a sub-sector", "jobs"),
        "Jobs outside the counted floorspace and on programmes have no sub-sector of their own; they are reported in proportion to the others.",
        Value::Sector(|at, s| at.year().market.jobs[s]),
        &[(0, "Er_s = E_s · (1 − f + (X + J · (1 − σ·f)) / Σ E_s)")],
    ),
    quantity(
        NOW,
        ("J", "Jobs on programmes", "jobs"),
        "On capital grants, in the manufacturing part of circular work, and hosted in maker-spaces.",
        Value::City(|at| at.year().market.programmes.total()),
        &[(0, "J = G + J_circ + J_host")],
    ),
    quantity(
        NOW,
        ("J_circ", "Circular jobs in manufacturing", "jobs"),
        "Net jobs from the material recovered in the city that count as manufacturing.",
        Value::City(|at| at.year().market.programmes.circular),
        &[(0, "J_circ = K_circ · j · ng_circ · xi_C")],
    ),
    quantity(
        NOW,
        ("j", "Gross jobs per thousand tonnes", "jobs/kt"),
        "In repair, remanufacturing and recycling, less those lost in disposal.",
        Value::City(|at| jobs_per_kilotonne(&at.trace.constants)),
        &[(0, "j = mix_reuse · j_repair + mix_reman · j_reman + (1 − mix_reuse − mix_reman) · j_rec − j_land")],
    ),
    quantity(
        NOW,
        ("J_host", "Jobs hosted in maker-spaces, net", "jobs"),
        "Jobs in the supported space, less those that would be in the city anyway.",
        Value::City(|at| at.year().market.programmes.hosted),
        &[(0, "J_host = K_mk / a_mk · net_mk")],
    ),
    quantity(
        NOW,
        ("W", "Space that desired jobs want", "m²"),
        "Floorspace per job times the desired jobs inside the counted floorspace.",
        Value::Equation,
        &[(0, "W = a · Σ a_s · E_s")],
    ),
    quantity(
        NOW,
        ("M", "Space that manufacturing wants", "m²"),
        "With the jobs on programmes, which need space like any other.",
        Value::Equation,
        &[(0, "M = W + a · a0 · σ · J")],
    ),
    quantity(
        NOW,
        ("exc", "Space wanted that does not fit", "m²"),
        "What manufacturing and other users want beyond the stock less its frictional vacancy; 0 while everything fits.",
        Value::Equation,
        &[(0, "exc = max(0, M + N − (1 − v_min) · S)")],
    ),
    quantity(
        NOW,
        ("cut", "Manufacturing's part of what does not fit", "m²"),
        "Shared out by ability to pay; what others cannot give up falls on manufacturing.",
        Value::Equation,
        &[(0, "cut = min(M, max(exc · w_out·M / (w_out·M + N), exc − N))")],
    ),
    quantity(
        NOW,
        ("f", "Share of jobs inside without space", "share"),
        "Worked out anew every year, never a permanent loss.",
        Value::Equation,
        &[(0, "f = cut / M")],
    ),
    quantity(
        NOW,
        ("F_M", "Space that manufacturing occupies", "m²"),
        "What it wants less what it does not get.",
        Value::City(|at| at.year().market.manufacturing_space),
        &[(0, "F_M = M − cut")],
    ),
    quantity(
        NOW,
        ("F_N", "Space that other users occupy", "m²"),
        "What they want less what they do not get.",
        Value::City(|at| at.year().market.other_space),
        &[(0, "F_N = max(0, N − (exc − cut))")],
    ),
    quantity(
        NOW,
        ("v", "Vacancy", "share"),
        "The part of the stock that nobody occupies.",
        Value::City(|at| at.year().market.vacancy),
        &[(0, "v = 1 − (F_M + F_N) / S")],
    ),
    quantity(
        NOW,
        ("OCC", "Occupancy cost", "index"),
        "What manufacturers pay for space, tax included; the reference in the base year is 1.",
        Value::City(|at| at.year().market.occupancy_cost),
        &[(0, "OCC = C / C0")],
    ),
    quantity(
        NOW,
        ("C", "Occupancy cost in rent units", "rent index"),
        "Market, affordable and public space, each with what it costs, and the property tax.",
        Value::City(|at| at.year().market.occupancy_cost * at.trace.constants.base_cost),
        &[(0, "C = (1 − α − K_pub)(Rp + z) + α(1 − K_disc)(Rp + z) + public_rent · K_pub · Rp + tau_R(1 + K_tax)")],
    ),
    quantity(
        NOW,
        ("α", "Affordable share of the stock", "share"),
        "Affordable floorspace over all floorspace.",
        Value::Equation,
        &[(0, "α = A / S")],
    ),
    quantity(
        "What is reported",
        ("rent_t", "Real rent", "currency/m²/yr"),
        "The market rent in constant prices of the base year.",
        Value::City(|at| at.year().state.rent * at.trace.constants.base.rent),
        &[(0, "rent_t = R · rent")],
    ),
    quantity(
        DENSITY,
        ("a", "Floorspace per job", "index"),
        "1 in the base year. It has a trend, and falls where rents rise.",
        Value::City(|at| at.year().state.density),
        &[(0, "a = 1"), (1, "ln a' = ln a + adj_a · (da · n + eps_a · ln R − ln a)")],
    ),
    quantity(
        DENSITY,
        ("N", "Space that other industrial users want", "m²"),
        "Logistics and other users of industrial space, with a trend of their own; they want less where rents rise.",
        Value::City(|at| at.year().state.other_users),
        &[(0, "N = N0"), (1, "ln(N'/N0) = ln(N/N0) + kappa_N · ((g_N + o_log) · n + eps_N · ln R − ln(N/N0))")],
    ),
    quantity(
        RENT,
        ("R", "Market rent", "index"),
        "Real, 1 in the base year. It rises where vacancy is below its natural level, and is pulled back to the long-run rent.",
        Value::City(|at| at.year().state.rent),
        &[
            (0, "R = 1"),
            (1, "ln R' = ln R + clamp(lambda·(v_star − v) − gamma_R·(ln R − ln RL) + infl_R·o_inf, ±rent_clamp)"),
        ],
    ),
    quantity(
        RENT,
        ("RL", "Long-run rent", "index"),
        "The level to which the market rent is pulled; it follows the market slowly.",
        Value::City(|at| at.year().state.long_run_rent),
        &[(0, "RL = exp(long_run_rent)"), (1, "ln RL' = ln RL + kappa_LR · (ln R − ln RL)")],
    ),
    quantity(
        RENT,
        ("Rp", "Passing rent", "index"),
        "What sitting tenants pay: part of the gap to the market rent is made up each year.",
        Value::City(|at| at.year().state.passing_rent),
        &[(0, "Rp = 1"), (1, "Rp' = Rp + [u_new + (u_pass − u_new)(1 − K_stab·1{R > Rp})] · (R − Rp)")],
    ),
    quantity(
        RENT,
        ("z", "Capitalised part of a tax change", "index"),
        "A tax relief comes back in the leases of those who get it.",
        Value::City(|at| at.year().state.capitalised),
        &[(0, "z = 0"), (1, "z' = z + (−kappa_cap · tau_R · (K_tax − K_tax,ref) − z) / lag_cap")],
    ),
];
