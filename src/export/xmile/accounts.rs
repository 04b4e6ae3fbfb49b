//! Value added, homes and public money, as in [`crate::model::accounts`].

use crate::model::run::SPILL_OVER_LAG;

use super::variable::{Variable, aux, carried, flow, stock};

/// What every run accounts for.
pub fn variables() -> Vec<Variable> {
    vec![
        aux(
            "gva",
            "currency/year",
            "gva_per_job * (1 + g_p * one_year) ^ (years_since_start / one_year) * manufacturing_jobs \
             * (manufacturing_jobs / base_jobs) ^ agg",
            "Manufacturing value added, constant prices.",
        ),
        aux(
            "homes_made_room_for",
            "home/year",
            "sh_house * dph * released_land",
            "Homes that the year's release makes room for.",
        ),
        aux(
            "cost_of_programmes",
            "currency/year",
            "currency_per_million * (capital_grants_announced + innovation_announced) + skills_announced * sk_cost \
             + circular_programme_effect * circ_cost + maker_spaces_effect * mk_subsidy",
            "Grants, innovation support, skills places, circular programme and maker-spaces.",
        ),
        aux(
            "cost_of_public_space",
            "currency/year",
            "(public_ownership_effect - public_ownership_adopted_effect) * industrial_floorspace \
             * (passing_rent * (mk_cost * annuity - public_rent * base_rent) + public_running)",
            "Capital written off evenly, less rent, and running cost of space in public ownership beyond adopted policy.",
        ),
        aux(
            "cost_of_tax_change",
            "currency/year",
            "0 - property_tax_effect * tau_R * base_rent * (space_of_manufacturing + tax_others * space_of_others)",
            "Property tax forgone, negative where it is raised.",
        ),
        aux(
            "cost_of_reprovision",
            "currency/year",
            "reprov_public * capex * reprovided",
            "Re-provision that the city pays for.",
        ),
        aux(
            "gross_public_cost",
            "currency/year",
            "cost_of_programmes + cost_of_public_space + cost_of_tax_change + cost_of_reprovision",
            "Public cost before that of adopted policy is taken off.",
        ),
    ]
}

/// What the run of the scenario reports against the reference. The reference
/// itself is a run in the same file, its variables beginning with `reference_`.
pub fn against_the_reference() -> Vec<Variable> {
    let mut all = vec![aux(
        "net_jobs",
        "job",
        "manufacturing_jobs - reference_manufacturing_jobs",
        "Manufacturing jobs beyond the reference.",
    )];
    for years in 1..=SPILL_OVER_LAG {
        let earlier = if years == 1 { "net_jobs".to_owned() } else { format!("net_jobs_{}_years_ago", years - 1) };
        all.extend(carried(
            &format!("net_jobs_{years}_years_ago"),
            "job",
            "0",
            &earlier,
            "Net manufacturing jobs of an earlier year.",
        ));
    }
    all.extend([
        aux(
            "spillover_jobs",
            "job",
            format!("(m_NT + m_T) * net_jobs_{SPILL_OVER_LAG}_years_ago"),
            "Jobs in other sectors, against the reference.",
        ),
        aux(
            "recovered_material",
            "kt/year",
            "circular_programme_effect",
            "Material recovered in the city because of the programme.",
        ),
        aux(
            "circular_jobs_net",
            "job",
            "(circular_programme_effect - circular_programme_adopted_effect) * jobs_per_kilotonne * ng_circ",
            "Net circular jobs in all sectors, against the reference.",
        ),
        stock(
            "homes_forgone",
            "home",
            "0",
            [&["homes_forgone_this_year"], &[]],
            "Homes not built, cumulative, against the reference.",
        ),
        flow(
            "homes_forgone_this_year",
            "home/year",
            "reference_homes_made_room_for - homes_made_room_for",
            "Homes not built this year, against the reference.",
        ),
        aux(
            "public_cost",
            "currency/year",
            "gross_public_cost - reference_gross_public_cost",
            "Net public cost of a year, against the reference.",
        ),
        stock(
            "discounted_cost_so_far",
            "currency",
            "0",
            [&["discounted_cost"], &[]],
            "Discounted public cost of the years before.",
        ),
        flow(
            "discounted_cost",
            "currency/year",
            "discount_factor * public_cost",
            "Discounted public cost of the year.",
        ),
        stock(
            "discounted_job_years_so_far",
            "job*year",
            "0",
            [&["discounted_jobs"], &[]],
            "Discounted net job-years of the years before.",
        ),
        flow("discounted_jobs", "job", "discount_factor * net_jobs", "Discounted net jobs of the year."),
        aux(
            "cost_per_net_job_year",
            "currency/job/year",
            "IF discounted_job_years_so_far + discounted_jobs * one_year > enough_job_years * base_jobs * one_year \
             THEN (discounted_cost_so_far + discounted_cost * one_year) \
             / (discounted_job_years_so_far + discounted_jobs * one_year) ELSE 0",
            "Discounted cost over discounted net job-years so far; 0 stands for empty, while there are hardly any.",
        ),
    ]);
    all
}
