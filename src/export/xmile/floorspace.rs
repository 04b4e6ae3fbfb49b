//! Industrial floorspace: loss, re-provision, intensification, construction, as
//! in [`crate::model::floorspace`].

use super::variable::{Variable, aux, flow, stock};

/// The floorspace of one run (m²).
pub fn variables() -> Vec<Variable> {
    let mut all = stocks();
    all.extend(losses());
    all.extend(additions());
    all
}

fn stocks() -> Vec<Variable> {
    let building = "c0 * base_floorspace * (1 / RC) ^ eps_S * one_year";
    vec![
        stock(
            "industrial_floorspace",
            "m2",
            "base_floorspace",
            [&["completed", "reprovided", "intensified"], &["obsolete", "lost_with_land"]],
            "Industrial floorspace, gross internal area.",
        ),
        stock(
            "completing",
            "m2",
            building,
            [&["under_way"], &["completed"]],
            "Floorspace that completes in the coming year.",
        ),
        stock(
            "started",
            "m2",
            building,
            [&["building_starts"], &["under_way"]],
            "Floorspace that completes in the year after.",
        ),
        stock(
            "affordable_floorspace",
            "m2",
            "base_affordable_share * base_floorspace",
            [&["affordable_added"], &["affordable_lost"]],
            "Affordable part of the floorspace.",
        ),
    ]
}

fn losses() -> Vec<Variable> {
    vec![
        flow(
            "lost_with_land",
            "m2/year",
            "MIN(m2_per_ha * PR_site * released_land, largest_yearly_loss * industrial_floorspace)",
            "Floorspace lost with released land.",
        ),
        flow(
            "obsolete",
            "m2/year",
            "delta * industrial_floorspace",
            "Floorspace that falls out of use without a change of land use.",
        ),
        flow(
            "affordable_lost",
            "m2/year",
            "affordable_floorspace * (delta + lost_with_land / industrial_floorspace)",
            "Affordable floorspace that goes with the stock.",
        ),
    ]
}

fn additions() -> Vec<Variable> {
    vec![
        flow(
            "reprovided",
            "m2/year",
            "reprovision_effect * lost_with_land",
            "Floorspace built again on released sites.",
        ),
        aux(
            "denser_building",
            "1",
            "MAX(0, intensification_effect / PR_conv - 1)",
            "How much denser than conventional building protected sites are to be built.",
        ),
        aux(
            "multi_storey_rent",
            "1",
            "RC_multi * MAX(1, intensification_effect / PR_multi) ^ RC_multi_exp",
            "Rent index that carries building at the target plot ratio.",
        ),
        aux(
            "viable_share",
            "1",
            "1 / (1 + EXP((LN(multi_storey_rent) - LN(rent_index)) / viability_spread))",
            "Share of protected sites on which denser building pays.",
        ),
        flow(
            "intensified",
            "m2/year",
            "mu_int * industrial_floorspace * (protected_land / MAX(industrial_land, 1e-9)) * denser_building * viable_share",
            "Floorspace added on protected sites by denser building.",
        ),
        aux(
            "yield_left_by_quota",
            "1",
            "(1 - affordable_quota_effect * affordable_discount_effect) \
             / (1 - affordable_quota_adopted_effect * affordable_discount_adopted_effect)",
            "What a quota with a discount leaves of a developer's rent, relative to adopted policy.",
        ),
        aux(
            "building_not_deterred",
            "1",
            "1 - stab_supply * stabilisation_effect / strongest_stabilisation",
            "Part of new building that rent stabilisation does not deter.",
        ),
        flow(
            "building_starts",
            "m2/year",
            "c0 * industrial_floorspace * (rent_index / RC * yield_left_by_quota) ^ eps_S * building_not_deterred \
             + m2_per_ha * PR_new_land * new_land_allocated",
            "Floorspace started this year; it completes two years later.",
        ),
        flow("under_way", "m2/year", "started / one_year", "Floorspace that enters its last year of building."),
        flow("completed", "m2/year", "completing / one_year", "Floorspace completed from earlier starts."),
        flow(
            "affordable_added",
            "m2/year",
            "affordable_quota_effect * (completed + reprovided + intensified)",
            "New and re-provided floorspace that is affordable.",
        ),
    ]
}
