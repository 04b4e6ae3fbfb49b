//! Manufacturing jobs: trend, answer to cost and programmes, losses on released
//! sites, as in [`crate::model::employment`].

use super::space_market::sum;
use super::variable::{Variable, aux, flow, stock};

/// The jobs of one run with these sub-sectors.
pub fn variables(sectors: &[&str]) -> Vec<Variable> {
    let mut all = answer();
    all.extend(trend(sectors));
    all.extend(sectors.iter().flat_map(|id| sector(id)));
    all.extend(others());
    all
}

fn answer() -> Vec<Variable> {
    vec![
        aux(
            "cost_answer",
            "1",
            "eps_R * rent_channel * LN(occupancy_cost)",
            "Log change of desired jobs that occupancy cost aims at.",
        ),
        aux(
            "programme_strength",
            "1",
            "(beta_sk * MIN(1, skills_effect / (full_sk * base_jobs)) \
             + beta_cl * MIN(1, innovation_effect / (full_cl * gva_per_job * base_jobs))) / Lambda_max",
            "Skills and innovation support relative to their common ceiling.",
        ),
        aux(
            "programme_answer",
            "1",
            "Lambda_max * (1 - 2 / (EXP(2 * programme_strength) + 1))",
            "Log change of desired jobs that skills and innovation support aim at; the bracket is the hyperbolic tangent.",
        ),
        stock("answer", "1", "0", [&["change_of_answer"], &[]], "Answer of desired jobs to cost and programmes (log)."),
        flow(
            "change_of_answer",
            "1/year",
            "phi_E * (cost_answer + programme_answer + beta_IBZ * designation_distance - answer)",
            "Yearly change of the answer: only the answer adjusts partially.",
        ),
        aux("answer_factor", "1", "EXP(change_of_answer * one_year)", "The year's change of the answer as a factor."),
        aux(
            "leaving_share",
            "1/year",
            "MIN(1, phi_leave * (v_star / MAX(vacancy, v_min)) ^ leave_exp) \
             * (lost_with_land / industrial_floorspace) * (1 - reprovision_effect * q_co)",
            "Share of jobs inside that released sites lose to the city; tighter markets lose more.",
        ),
        aux("staying_share", "1", "1 - leaving_share * one_year", "Share of jobs inside that stay."),
    ]
}

fn trend(sectors: &[&str]) -> Vec<Variable> {
    vec![
        aux(
            "jobs_after_own_trends",
            "job",
            sum(sectors, |id| format!("desired_jobs_{id} * own_growth_{id}")),
            "Desired jobs if every sub-sector followed its own trend.",
        ),
        aux(
            "trend_factor",
            "1",
            "EXP((underlying_growth + extra_growth) * one_year + trend_offset) \
             * desired_jobs / MAX(jobs_after_own_trends, 1e-9)",
            "Growth common to all sub-sectors: the city's total follows its underlying growth while they keep their differences.",
        ),
    ]
}

fn sector(id: &str) -> [Variable; 4] {
    let grown = format!("desired_jobs_{id} * own_growth_{id} * trend_factor");
    let [trend, answer, loss] = ["trend_of", "answer_of", "site_loss_of"].map(|kind| format!("{kind}_{id}"));
    [
        stock(
            &format!("desired_jobs_{id}"),
            "job",
            format!("base_scope * share_{id} * base_jobs"),
            [&[&trend, &answer], &[&loss]],
            "Desired jobs of a sub-sector inside the counted floorspace, before rationing.",
        ),
        flow(&trend, "job/year", format!("({grown} - desired_jobs_{id}) / one_year"), "Change by trend."),
        flow(
            &answer,
            "job/year",
            format!("{grown} * (answer_factor - 1) / one_year"),
            "Change by the answer to cost and programmes.",
        ),
        flow(&loss, "job/year", format!("{grown} * answer_factor * leaving_share"), "Jobs lost on released sites."),
    ]
}

fn others() -> Vec<Variable> {
    vec![
        stock(
            "jobs_outside",
            "job",
            "base_jobs - base_desired_jobs",
            [&["trend_of_jobs_outside"], &[]],
            "Jobs outside the counted floorspace.",
        ),
        flow(
            "trend_of_jobs_outside",
            "job/year",
            "jobs_outside * (EXP((underlying_growth + extra_growth) * one_year) - 1) / one_year",
            "Jobs outside follow the underlying growth alone.",
        ),
        stock("grant_jobs", "job", "0", [&["grant_jobs_created"], &["grant_jobs_ended"]], "Jobs that stand on grants."),
        flow(
            "grant_jobs_created",
            "job/year",
            "capital_grants_effect / cpj_grant",
            "Net jobs that the year's grants create.",
        ),
        flow("grant_jobs_ended", "job/year", "grant_jobs / dur_job", "Grant jobs whose life is over."),
    ]
}
