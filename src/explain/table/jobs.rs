//! Manufacturing jobs: trend, answer to cost and programmes, losses on released sites.

use super::super::quantity::{Quantity, Value};
use super::quantity;
use crate::model::trace::Run;

const JOBS: &str = "4. Jobs";

/// Quantities of jobs.
pub static ALL: [Quantity; 10] = [
    quantity(
        JOBS,
        ("E_s", "Desired jobs inside the counted floorspace", "jobs"),
        "By sub-sector, before anybody is short of space. They grow with the city's drift and the sub-sector's own trend, answer to cost and programmes, and fall with losses on released sites.",
        Value::Sector(|at, s| at.year().state.jobs_inside[s]),
        &[(0, "E_s = σ · sh_s · E0"), (1, "E_s' = E_s · exp(g_s) · ν · exp(ĝ + extra + ω) · exp(d' − d) · (1 − gone)")],
    ),
    quantity(
        JOBS,
        ("X", "Jobs outside the counted floorspace", "jobs"),
        "Manufacturing jobs in buildings that the floorspace figure does not count; they follow the drift alone.",
        Value::City(|at| at.year().state.jobs_outside),
        &[(0, "X = E0 − Σ E_s"), (1, "X' = X · exp(ĝ + extra)")],
    ),
    quantity(
        JOBS,
        ("G", "Jobs on grants", "jobs"),
        "Net jobs that capital grants support; they last for a while.",
        Value::City(|at| at.year().state.grant_jobs),
        &[(0, "G = 0"), (1, "G' = G · (1 − 1/dur_job) + K_grant / cpj_grant")],
    ),
    quantity(
        JOBS,
        ("d", "Answer of jobs to cost and programmes", "log"),
        "The log of desired jobs over what they would be without it; it adjusts partially each year.",
        Value::City(|at| at.year().state.answer),
        &[(0, "d = 0"), (1, "d' = d + phi_E · (eps_R · rent_channel · ln OCC + Λ + beta_IBZ · s − d)")],
    ),
    quantity(
        JOBS,
        ("Λ", "What programmes aim at", "log"),
        "Skills and innovation support together, with a ceiling.",
        Value::Equation,
        &[(
            0,
            "Λ = Lambda_max · tanh((beta_sk · min(1, K_sk/(full_sk · E0)) + beta_cl · min(1, K_innov/(full_cl · gva_per_job · E0))) / Lambda_max)",
        )],
    ),
    quantity(
        JOBS,
        ("gone", "Share of jobs gone with released sites", "1/yr"),
        "The share of the stock that is lost, times the share of its jobs that leave the city, which rises where space is scarce.",
        Value::Equation,
        &[(0, "gone = min(1, phi_leave · (v_star / max(v, v_min))^leave_exp) · (Lost/S) · (1 − K_rep · q_co)")],
    ),
    quantity(
        JOBS,
        ("ν", "Normalisation of sub-sector trends", "ratio"),
        "With it the sub-sectors keep their differences while their total follows the drift.",
        Value::Equation,
        &[(0, "ν = Σ E_s / Σ E_s·exp(g_s)")],
    ),
    Quantity {
        run: Some(Run::Baseline),
        ..quantity(
            JOBS,
            ("ω", "Offset of the job trend", "log"),
            "Found under adopted policy and the baseline outlook, where jobs follow the drift: what was observed already contains the losses, answers and shortages of adopted policy. Every run uses the same.",
            Value::City(|at| at.year().flows.jobs.offset),
            &[(0, "ω = ln(Ê / (Σ E_s · (1 − min(f, 0.5)))) − ln((1 − gone) · exp(d' − d))")],
        )
    },
    Quantity {
        run: Some(Run::Baseline),
        ..quantity(
            JOBS,
            ("Ê", "Jobs inside as the drift has them", "jobs"),
            "What jobs inside the counted floorspace are to be under adopted policy. Where some found no space, the offset makes up for them in the following year.",
            Value::City(|at| at.year().jobs_on_trend),
            &[(0, "Ê = Σ E_s"), (1, "Ê' = Ê · exp(ĝ)")],
        )
    },
    quantity(
        "The drift of jobs",
        ("ĝ", "Underlying growth of jobs", "1/yr"),
        "The city's own drift, estimated by one function from the jobs observed up to the start of the run, and nothing after it.",
        Value::City(|at| at.year().drift),
        &[],
    ),
];
