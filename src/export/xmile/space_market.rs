//! Who uses the space and what it costs: demand, rationing, vacancy, rent, as in
//! [`crate::model::space_market`].

use super::variable::{Variable, aux, carried};

/// The space market of one run with these sub-sectors.
pub fn variables(sectors: &[&str]) -> Vec<Variable> {
    let mut all = programmes();
    all.extend(uses(sectors));
    all.extend(cost());
    all.extend(prices());
    all
}

/// A sum over the sub-sectors, each as `term` writes it.
pub fn sum(sectors: &[&str], term: impl Fn(&str) -> String) -> String {
    sectors.iter().map(|id| term(id)).collect::<Vec<_>>().join(" + ")
}

fn programmes() -> Vec<Variable> {
    vec![
        aux(
            "circular_jobs_inside_manufacturing",
            "job",
            "circular_programme_effect * jobs_per_kilotonne * ng_circ * xi_C",
            "Jobs in the manufacturing part of circular work.",
        ),
        aux("hosted_jobs", "job", "maker_spaces_effect / a_mk * net_mk", "Jobs hosted in supported maker-spaces, net."),
        aux(
            "programme_jobs",
            "job",
            "grant_jobs + circular_jobs_inside_manufacturing + hosted_jobs",
            "Jobs that stand on programmes.",
        ),
        aux("programme_jobs_inside", "job", "base_scope * programme_jobs", "Their part inside the counted floorspace."),
    ]
}

fn uses(sectors: &[&str]) -> Vec<Variable> {
    let mut all = vec![
        aux(
            "desired_jobs",
            "job",
            sum(sectors, |id| format!("desired_jobs_{id}")),
            "Desired jobs inside the counted floorspace, before rationing.",
        ),
        aux(
            "space_wanted_by_manufacturing",
            "m2",
            format!(
                "space_per_job_index * (({}) + mean_space_per_job * programme_jobs_inside)",
                sum(sectors, |id| format!("space_per_job_{id} * desired_jobs_{id}"))
            ),
            "Floorspace that desired jobs and programme jobs want.",
        ),
        aux(
            "space_short",
            "m2",
            "MAX(0, space_wanted_by_manufacturing + space_wanted_by_others - (1 - v_min) * industrial_floorspace)",
            "Floorspace wanted beyond the stock less its frictional vacancy.",
        ),
        aux(
            "space_cut_from_manufacturing",
            "m2",
            "MIN(space_wanted_by_manufacturing, MAX(space_short - space_wanted_by_others, \
             space_short * w_out * space_wanted_by_manufacturing \
             / (w_out * space_wanted_by_manufacturing + space_wanted_by_others)))",
            "What of it falls on manufacturing: shared out by ability to pay, and all that others cannot give up.",
        ),
        aux(
            "rationed_share",
            "1",
            "space_cut_from_manufacturing / MAX(space_wanted_by_manufacturing, 1e-9)",
            "Share of jobs inside that find no space; a level, worked out anew every year.",
        ),
        aux(
            "space_of_manufacturing",
            "m2",
            "space_wanted_by_manufacturing - space_cut_from_manufacturing",
            "Floorspace that manufacturing occupies.",
        ),
        aux(
            "space_of_others",
            "m2",
            "MAX(0, space_wanted_by_others - (space_short - space_cut_from_manufacturing))",
            "Floorspace that other industrial users occupy.",
        ),
        aux(
            "vacancy",
            "1",
            "1 - (space_of_manufacturing + space_of_others) / industrial_floorspace",
            "Vacant share of the floorspace.",
        ),
        aux(
            "jobs_elsewhere",
            "job",
            "jobs_outside + programme_jobs - programme_jobs_inside * rationed_share",
            "Jobs outside the counted floorspace and on programmes, which have no sub-sector of their own.",
        ),
        aux(
            "manufacturing_jobs",
            "job",
            "desired_jobs * (1 - rationed_share) + jobs_elsewhere",
            "Workplace jobs in manufacturing.",
        ),
    ];
    all.extend(sectors.iter().map(|id| {
        aux(
            &format!("manufacturing_jobs_{id}"),
            "job",
            format!("desired_jobs_{id} * (1 - rationed_share + jobs_elsewhere / MAX(desired_jobs, 1e-9))"),
            "Workplace jobs of a sub-sector, with its part of the jobs that have none of their own.",
        )
    }));
    all
}

fn cost() -> Vec<Variable> {
    vec![
        aux(
            "affordable_share",
            "1",
            "affordable_floorspace / industrial_floorspace",
            "Affordable share of the floorspace.",
        ),
        aux(
            "passing_rent_with_tax",
            "1",
            "passing_rent + capitalised_tax",
            "Rent of tenants with what a tax change has moved into it.",
        ),
        aux(
            "occupancy_cost",
            "1",
            "((1 - affordable_share - public_ownership_effect) * passing_rent_with_tax \
             + affordable_share * (1 - affordable_discount_effect) * passing_rent_with_tax \
             + public_rent * public_ownership_effect * passing_rent + tau_R * (1 + property_tax_effect)) / base_cost",
            "Occupancy cost of manufacturers, 1 at the start.",
        ),
    ]
}

fn prices() -> Vec<Variable> {
    let mut all = vec![
        aux("real_rent", "currency/m2/year", "rent_index * base_rent", "Market rent in constant prices."),
        aux(
            "rent_growth",
            "1/year",
            "MAX(0 - rent_clamp, MIN(rent_clamp, lambda * (v_star - vacancy) \
             - gamma_R * (LN(rent_index) - LN(long_run_rent)) + infl_R * inflation_surprise))",
            "Growth of log market rent: scarcity, error correction and inflation surprise, within the clamp.",
        ),
        aux(
            "stabilisation_at_work",
            "1",
            "IF rent_index > passing_rent THEN stabilisation_effect ELSE 0",
            "Rent stabilisation, which holds back rises but not falls.",
        ),
        aux(
            "passed_on",
            "1/year",
            "u_new + (u_pass - u_new) * (1 - stabilisation_at_work)",
            "Share of the gap to the market rent that tenants make up in a year.",
        ),
    ];
    all.extend(carried(
        "rent_index",
        "1",
        "1",
        "rent_index * EXP(rent_growth * one_year)",
        "Market rent as an index, 1 at the start.",
    ));
    all.extend(carried(
        "long_run_rent",
        "1",
        "EXP(base_long_run_rent)",
        "EXP(LN(long_run_rent) + kappa_LR * one_year * (LN(rent_index) - LN(long_run_rent)))",
        "Long-run rent as an index of the market rent at the start.",
    ));
    all.extend(carried(
        "passing_rent",
        "1",
        "1",
        "passing_rent + passed_on * one_year * (rent_index - passing_rent)",
        "Rent that sitting tenants pay, as an index of the market rent at the start.",
    ));
    all.extend(carried(
        "capitalised_tax",
        "1",
        "0",
        "capitalised_tax + one_year / lag_cap \
         * (0 - kappa_cap * tau_R * (property_tax_effect - property_tax_adopted_effect) - capitalised_tax)",
        "Part of a tax change that has come back in rents, as an index of the market rent at the start.",
    ));
    all.extend(carried(
        "space_per_job_index",
        "1",
        "1",
        "EXP(LN(space_per_job_index) + adj_a * one_year \
         * (da * years_since_start + eps_a * LN(rent_index) - LN(space_per_job_index)))",
        "Floorspace per job relative to the start.",
    ));
    all.push(aux(
        "log_growth_of_others",
        "1",
        "LN(space_wanted_by_others / base_other_users)",
        "Log of the space that other users want, relative to the start.",
    ));
    all.extend(carried(
        "space_wanted_by_others",
        "m2",
        "base_other_users",
        "base_other_users * EXP(log_growth_of_others + kappa_N * one_year \
         * ((g_N + logistics_growth) * years_since_start + eps_N * LN(rent_index) - log_growth_of_others))",
        "Space that other industrial users want.",
    ));
    all
}
