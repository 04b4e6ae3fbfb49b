//! Manufacturing jobs: trend, answer to cost and programmes, losses on released sites.

use super::city::MAX_SECTORS;
use super::floorspace::FloorspaceFlows;
use super::land::designation;
use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::space_market::Market;
use super::state::{Constants, State};
use super::step::Year;

/// Jobs one year on, and the flows that led there (jobs/yr).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JobsStep<R> {
    /// Desired jobs inside by sub-sector (jobs).
    pub inside: [R; MAX_SECTORS],
    /// Jobs outside the counted floorspace (jobs).
    pub outside: R,
    /// Answer to cost and programmes (log).
    pub answer: R,
    /// Jobs on grants (jobs).
    pub grant_jobs: R,
    /// Offset of the trend that was used (log).
    pub offset: R,
    /// Change by trend.
    pub trend: R,
    /// Change by the answer to cost and programmes.
    pub answered: R,
    /// Change by losses on released sites, negative.
    pub site_loss: R,
}

/// The answer that programmes aim at (log).
#[inline(always)]
fn programme_effect<R: Lane>(c: &Constants<R>, now: &Controls<R>) -> R {
    let one = R::splat(1.0);
    let strength = |level: R, full: R| (level / full).min(one);
    let skills = c.p.skills_effect * strength(now.effect(LeverId::Skills), c.p.skills_full * c.base.jobs);
    let innovation = c.p.innovation_effect
        * strength(now.effect(LeverId::Innovation), c.p.innovation_full * c.p.gva_per_job * c.base.jobs);
    c.p.programme_ceiling * ((skills + innovation) / c.p.programme_ceiling).tanh()
}

/// The largest share of jobs without space that the offset makes up for: what the
/// drift asks for beyond twice the jobs that find space is not to be had.
pub const MOST_MADE_UP: f64 = 0.5;

/// How the trend of a run is aligned with the drift of jobs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offset<R> {
    /// Find the offset with which jobs inside follow the drift, given how many the
    /// drift puts there now (jobs): the run under adopted policy and the baseline
    /// outlook. Jobs that found no space this year are made up for in the next.
    Solve(R),
    /// Reuse an offset: every other run.
    Use(R),
}

/// The jobs of the following year.
#[inline(always)]
pub fn next_jobs<R: Lane>(
    c: &Constants<R>,
    s: &State<R>,
    m: &Market<R>,
    f: &FloorspaceFlows<R>,
    y: &Year<'_, R>,
    offset: Offset<R>,
) -> JobsStep<R> {
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let (now, drift, extra) = (y.now, y.drift, y.extra_growth);

    let cost_answer = c.p.cost_elasticity * c.p.rent_channel * m.occupancy_cost.ln();
    let zoning = c.p.zoning_direct * designation(now.effect(LeverId::ProtectedShare), y.adopted_protection);
    let answer = s.answer + c.p.jobs_speed * (cost_answer + programme_effect(c, now) + zoning - s.answer);
    let answer_factor = (answer - s.answer).exp();

    let tight = (c.p.natural_vacancy / m.vacancy.max(c.p.minimum_vacancy)).power(c.p.leave_exponent);
    let leaving = (c.p.leave * tight).min(one)
        * (f.lost / s.floorspace)
        * (one - now.effect(LeverId::Reprovision) * c.p.reprovision_usable);
    let staying = one - leaving;

    // Sub-sectors keep their differences; the city's total follows the drift.
    let mut before = zero;
    let mut grown = zero;
    for (jobs, sector) in s.jobs_inside.iter().zip(&c.sector[..c.sectors]) {
        before = before + *jobs;
        grown = grown + *jobs * sector.growth;
    }
    let normal = before / grown.max(R::splat(1e-9));
    let offset = match offset {
        Offset::Solve(on_trend) => {
            let placed = before * (one - m.rationed_share.min(R::splat(MOST_MADE_UP)));
            (on_trend / placed.max(R::splat(1e-9))).ln() - (staying * answer_factor).ln()
        }
        Offset::Use(x) => x,
    };
    let trend_factor = (drift + extra + offset).exp() * normal;

    let mut inside = [zero; MAX_SECTORS];
    for ((next, jobs), sector) in inside.iter_mut().zip(&s.jobs_inside).zip(&c.sector[..c.sectors]) {
        *next = *jobs * sector.growth * trend_factor * answer_factor * staying;
    }
    let outside = s.jobs_outside * (drift + extra).exp();

    let after_trend = grown * trend_factor;
    JobsStep {
        inside,
        outside,
        answer,
        grant_jobs: s.grant_jobs * (one - one / c.p.grant_life) + now.effect(LeverId::CapitalGrants) / c.p.grant_cost,
        offset,
        trend: after_trend - before + outside - s.jobs_outside,
        answered: after_trend * (answer_factor - one),
        site_loss: -(after_trend * answer_factor * leaving),
    }
}
