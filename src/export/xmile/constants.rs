//! What does not change over time: parameters, the start, sub-sectors, and what
//! follows from them.

use crate::model::floorspace::{M2_PER_HA, MAX_STABILISATION, MAX_YEARLY_LOSS};
use crate::model::parameters::{Component, ParameterId};
use crate::model::projection::Inputs;
use crate::model::run::ENOUGH_JOB_YEARS;

use super::origin::Origin;
use super::space_market::sum;
use super::unit;
use super::variable::{Variable, aux, constant};

/// Every parameter of the equations under its id, with its source.
pub fn parameters(inputs: &Inputs, origin: &Origin<'_>) -> Vec<Variable> {
    let of = |&id: &ParameterId| {
        let meaning = format!("{}{}", id.meaning().trim(), origin.parameter(id));
        constant(id.id(), &unit::of_parameter(id), inputs.constants().p.get(id), meaning)
    };
    ParameterId::ALL.iter().filter(|id| id.component() != Component::Shocks).map(of).collect()
}

/// The stocks of the start and the sub-sectors with these ids.
pub fn start(inputs: &Inputs, origin: &Origin<'_>, sectors: &[&str]) -> Vec<Variable> {
    let Some(start) = origin.pack.starts.get(&origin.plan.start) else { return Vec::new() };
    let said = |meaning: &str, quantity| format!("{meaning}{}", origin.figure(quantity));
    let mut all = vec![constant("start_year", "year", f64::from(inputs.span().0), "First year of the run.")];
    for (name, unit, quantity, meaning) in [
        ("base_jobs", "job", &start.jobs, "Manufacturing jobs at the start."),
        ("base_scope", "1", &start.scope, "Share of these jobs that sits in the counted floorspace."),
        ("base_floorspace", "m2", &start.floorspace, "Industrial floorspace at the start."),
        ("base_land", "ha", &start.land, "Industrial land at the start, the consented pipeline included."),
        (
            "base_protected_share",
            "1",
            &start.protected_share,
            "Share of the land outside the pipeline that is protected at the start.",
        ),
        ("base_pipeline", "ha", &start.pipeline, "Land consented or allocated for release at the start."),
        ("base_vacancy", "1", &start.vacancy, "Vacancy at the start."),
        ("base_rent", "currency/m2/year", &start.rent, "Market rent at the start, in constant prices."),
        ("base_long_run_rent", "1", &start.long_run_rent, "Log of long-run over market rent at the start."),
        ("base_affordable_share", "1", &start.affordable_share, "Affordable share of the floorspace at the start."),
    ] {
        all.push(constant(name, unit, quantity.value, said(meaning, quantity)));
    }
    for (id, sector) in sectors.iter().zip(origin.pack.sectors.values()) {
        let named = |meaning: &str, quantity| said(&format!("{}: {meaning}", sector.name), quantity);
        all.extend([
            constant(
                &format!("share_{id}"),
                "1",
                sector.share.value,
                named("share of manufacturing jobs at the start.", &sector.share),
            ),
            constant(
                &format!("space_per_job_{id}"),
                "m2/job",
                sector.space_per_job.value,
                named("floorspace per job at the start.", &sector.space_per_job),
            ),
            constant(
                &format!("own_trend_{id}"),
                "1/year",
                origin.library.expected_trend(origin.pack, id).unwrap_or(sector.trend.value),
                format!(
                    "{}: growth of jobs before the city's total is made to follow its drift.{}",
                    sector.name,
                    origin.trend(id, &sector.trend)
                ),
            ),
        ]);
    }
    all
}

/// What follows from parameters, start and adopted policy.
pub fn derived(sectors: &[&str]) -> Vec<Variable> {
    let mut all = vec![
        aux("years_since_start", "year", "TIME - start_year", "Years since the start."),
        aux(
            "mean_space_per_job",
            "m2/job",
            sum(sectors, |id| format!("share_{id} * space_per_job_{id}")),
            "Mean floorspace per job at the start.",
        ),
        aux(
            "base_other_users",
            "m2",
            "(1 - base_vacancy) * base_floorspace - mean_space_per_job * base_scope * base_jobs",
            "Space of other industrial users at the start: what manufacturing and vacancy leave.",
        ),
        aux(
            "base_cost",
            "1",
            "(1 - base_affordable_share - public_ownership_adopted_effect) \
             + base_affordable_share * (1 - affordable_discount_adopted_effect) \
             + public_rent * public_ownership_adopted_effect + tau_R * (1 + property_tax_adopted_effect)",
            "Occupancy cost at the start in units of its rent.",
        ),
        aux(
            "base_desired_jobs",
            "job",
            sum(sectors, |id| format!("base_scope * share_{id} * base_jobs")),
            "Jobs inside the counted floorspace at the start.",
        ),
        aux(
            "jobs_per_kilotonne",
            "job*year/kt",
            "mix_reuse * j_repair + mix_reman * j_reman + (1 - mix_reuse - mix_reman) * j_rec - j_land",
            "Gross jobs per thousand tonnes recovered, less jobs lost in disposal.",
        ),
        aux(
            "annuity",
            "1/year",
            "MAX(disc_rate, 1e-6) / (1 - (1 + MAX(disc_rate, 1e-6) * one_year) ^ (0 - public_life / one_year))",
            "Yearly cost of public capital written off evenly over its life.",
        ),
        aux(
            "discount_factor",
            "1",
            "(1 + disc_rate * one_year) ^ (0 - years_since_start / one_year)",
            "What a unit of money in this year is worth at the start.",
        ),
    ];
    all.extend(sectors.iter().map(|id| {
        aux(
            &format!("own_growth_{id}"),
            "1",
            format!("EXP(own_trend_{id} * one_year)"),
            "Yearly growth factor of a sub-sector before the city's total is made to follow its drift.",
        )
    }));
    all
}

/// Conventions.
pub fn conventions() -> Vec<Variable> {
    [
        ("one_year", "year", 1.0, "The step. The equations are yearly difference equations: no other step is defined."),
        ("m2_per_ha", "m2/ha", M2_PER_HA, "Square metres in a hectare."),
        ("share_per_percent", "1/percent", 0.01, "From per cent to a share."),
        ("currency_per_million", "currency/million_currency", 1e6, "From millions to units of currency."),
        (
            "largest_yearly_loss",
            "1/year",
            MAX_YEARLY_LOSS,
            "Largest share of the stock that release can take in a year; it never binds at observed releases.",
        ),
        (
            "strongest_stabilisation",
            "1",
            MAX_STABILISATION,
            "The strongest rent stabilisation on offer, at which stab_supply is reached.",
        ),
        (
            "enough_job_years",
            "1",
            ENOUGH_JOB_YEARS,
            "Net job-years, as a share of base-year jobs, from which a cost is divided by them.",
        ),
    ]
    .map(|(name, unit, value, meaning)| constant(name, unit, value, meaning))
    .into()
}
