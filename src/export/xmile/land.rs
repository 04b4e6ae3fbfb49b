//! Industrial land: release, designation, new allocation, as in [`crate::model::land`].

use super::variable::{Variable, aux, flow, stock};

/// The land of one run (ha).
pub fn variables() -> Vec<Variable> {
    vec![
        stock(
            "protected_land",
            "ha",
            "base_protected_share * (base_land - base_pipeline)",
            [&["new_land_allocated", "designation"], &["release_of_protected_land"]],
            "Protected industrial land.",
        ),
        stock(
            "other_land",
            "ha",
            "(base_land - base_pipeline) - base_protected_share * (base_land - base_pipeline)",
            [&[], &["release_of_other_land", "designation"]],
            "Industrial land that is neither protected nor in the pipeline.",
        ),
        stock(
            "pipeline_land",
            "ha",
            "base_pipeline",
            [&[], &["release_of_pipeline"]],
            "Land consented or allocated for release, still industrial.",
        ),
        aux(
            "industrial_land",
            "ha",
            "protected_land + other_land + pipeline_land",
            "Industrial land, the consented pipeline included.",
        ),
        aux(
            "land_value_gap",
            "1",
            "MAX(0.05, (VR_VI * housing_land_value - rent_index) / (VR_VI - 1))",
            "Gap between housing and industrial land value, 1 at the start and at least 0.05.",
        ),
        aux(
            "release_pace_carried_out",
            "1",
            "MAX(0, 1 + fid_Z * (release_pace_effect - 1))",
            "How much of the announced pace of release becomes real, relative to the reference pace.",
        ),
        aux(
            "release_hazard",
            "1/year",
            "MIN(1, h_U0 * land_value_gap ^ eta_gap * release_pace_carried_out)",
            "Yearly chance that a hectare of other land is released.",
        ),
        aux(
            "release_not_held_by_the_public",
            "1",
            "1 - public_hold * (public_ownership_effect - public_ownership_adopted_effect)",
            "Part of the release hazard that public ownership of sites leaves.",
        ),
        flow(
            "release_of_protected_land",
            "ha/year",
            "MIN(1, theta_P * release_hazard * release_not_held_by_the_public) * protected_land",
            "Protected land that leaves industrial use.",
        ),
        flow(
            "release_of_other_land",
            "ha/year",
            "MIN(1, release_hazard * release_not_held_by_the_public) * other_land",
            "Other land that leaves industrial use.",
        ),
        flow("release_of_pipeline", "ha/year", "r_pipe * pipeline_land", "Consented land that leaves industrial use."),
        aux(
            "released_land",
            "ha/year",
            "release_of_protected_land + release_of_other_land + release_of_pipeline",
            "All land that leaves industrial use in a year.",
        ),
        aux(
            "designation_distance",
            "1",
            distance("protected_share_effect"),
            "The protected share as a distance from that of the start: 1 when all land is protected, -1 when none is.",
        ),
        aux(
            "designation_distance_next_year",
            "1",
            distance("protected_share_effect_next_year"),
            "The same one year on: designation is the one change that the coming year's effect decides.",
        ),
        flow(
            "designation",
            "ha/year",
            "IF designation_distance_next_year > designation_distance \
             THEN (other_land / one_year - release_of_other_land) \
             * MIN(1, (designation_distance_next_year - designation_distance) / MAX(1 - designation_distance, 1e-9)) \
             ELSE (release_of_protected_land - protected_land / one_year) \
             * MIN(1, (designation_distance - designation_distance_next_year) / MAX(1 + designation_distance, 1e-9))",
            "Land moved from other to protected by designation, out of protection if negative; it acts on what the year's release leaves.",
        ),
        flow("new_land_allocated", "ha/year", "new_land_effect", "Newly allocated land; it joins the protected land."),
    ]
}

fn distance(share: &str) -> String {
    format!(
        "IF {share} >= protected_share_adopted_effect \
         THEN ({share} - protected_share_adopted_effect) / MAX(1 - protected_share_adopted_effect, 1e-9) \
         ELSE ({share} - protected_share_adopted_effect) / MAX(protected_share_adopted_effect, 1e-9)"
    )
}
