//! Value added, homes and public money.

use super::super::quantity::{Quantity, Value};
use super::quantity;
use crate::model::accounts::{self, Rates};
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;

const ACCOUNTS: &str = "6. Accounts";

/// Quantities of the accounts.
pub static ALL: [Quantity; 13] = [
    quantity(
        ACCOUNTS,
        ("GVA", "Value added", "currency/yr"),
        "Of manufacturing, in constant prices: jobs times value added per job, which grows over time and a little with the size of manufacturing in the city.",
        Value::Reported(Indicator::Gva),
        &[(0, "GVA = gva_per_job · (1 + g_p)^n · E · (E/E0)^agg")],
    ),
    quantity(
        ACCOUNTS,
        ("spill", "Spill-over jobs", "jobs"),
        "Jobs in other sectors from additional manufacturing jobs three years before.",
        Value::Reported(Indicator::SpilloverJobs),
        &[(0, "spill = 0"), (3, "spill = (m_NT + m_T) · (E(t − 3) − E_ref(t − 3))")],
    ),
    quantity(
        ACCOUNTS,
        ("recovered", "Recovered material", "kt/yr"),
        "Material recovered in the city because of the programme.",
        Value::Reported(Indicator::RecoveredMaterial),
        &[(0, "recovered = K_circ")],
    ),
    quantity(
        ACCOUNTS,
        ("circular", "Circular jobs, net", "jobs"),
        "In all sectors, against the reference.",
        Value::City(|at| {
            let id = LeverId::CircularProgramme;
            accounts::circular_jobs(&at.trace.constants, at.year().controls.effect(id) - at.trace.adopted(id))
        }),
        &[(0, "circular = (K_circ − K_circ,ref) · j · ng_circ")],
    ),
    quantity(
        ACCOUNTS,
        ("homes", "Homes that released land makes room for", "homes/yr"),
        "Homes in schemes that keep industry on the site are counted in the density already.",
        Value::City(|at| accounts::homes(&at.trace.constants, &at.year().flows)),
        &[(0, "homes = sh_house · dph · Rel")],
    ),
    quantity(
        ACCOUNTS,
        ("forgone", "Homes forgone", "homes"),
        "Homes not built because less land was released than in the reference, summed up since the base year.",
        Value::Reported(Indicator::HomesForgone),
        &[(0, "forgone = 0"), (1, "forgone' = forgone + homes_ref − homes")],
    ),
    quantity(
        ACCOUNTS,
        ("cost", "Gross public cost", "currency/yr"),
        "Programmes, public space less its rents, property tax given up, and re-provision that the city pays, in the twelve months that follow.",
        Value::City(|at| {
            let (year, c) = (at.year(), &at.trace.constants);
            accounts::public_cost(c, &Rates::new(c), &year.state, &year.market, &year.flows, &year.controls)
        }),
        &[(
            0,
            "cost = level_grant + level_innov + level_sk · sk_cost + K_circ · circ_cost + K_mk · mk_subsidy + (K_pub − K_pub,ref) · S · (Rp · (mk_cost · annuity − public_rent · rent) + public_running) − K_tax · tau_R · rent · (F_M + tax_others · F_N) + reprov_public · capex · Rep",
        )],
    ),
    quantity(
        ACCOUNTS,
        ("annuity", "Annuity of public capital", "1/yr"),
        "The yearly cost of one unit of money bound for the life of public space.",
        Value::Equation,
        &[(0, "annuity = r / (1 − (1 + r)^−public_life)")],
    ),
    quantity(
        ACCOUNTS,
        ("r", "Interest in the annuity", "1/yr"),
        "The discount rate; never quite zero, so that the annuity exists.",
        Value::Equation,
        &[(0, "r = max(10⁻⁶, disc_rate)")],
    ),
    quantity(
        ACCOUNTS,
        ("public_cost", "Public cost", "currency/yr"),
        "Net cost of the package against adopted policy in the twelve months that follow.",
        Value::Reported(Indicator::PublicCost),
        &[(0, "public_cost = cost − cost_ref")],
    ),
    quantity(
        ACCOUNTS,
        ("spent", "Public cost so far, discounted", "currency"),
        "To the base year, this year included.",
        Value::Equation,
        &[(0, "spent = public_cost"), (1, "spent' = spent + public_cost' / (1 + disc_rate)^(n + 1)")],
    ),
    quantity(
        ACCOUNTS,
        ("job_years", "Net additional job-years so far, discounted", "job-years"),
        "To the base year, this year included.",
        Value::Equation,
        &[(0, "job_years = E − E_ref"), (1, "job_years' = job_years + (E' − E_ref') / (1 + disc_rate)^(n + 1)")],
    ),
    quantity(
        ACCOUNTS,
        ("cost_per_year", "Cost per net job-year", "currency"),
        "Discounted cost over discounted net additional job-years so far. Empty while those are 0.1 % of the base year's jobs or fewer.",
        Value::Reported(Indicator::CostPerNetJobYear),
        &[(0, "cost_per_year = spent / job_years")],
    ),
];
