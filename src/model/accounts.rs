//! Value added, homes and public money.

use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::space_market::{Market, jobs_per_kilotonne};
use super::state::{Constants, State};
use super::step::Flows;

/// Manufacturing value added [currency/yr]. `age` is the years since the base year.
pub fn gva<R: Lane>(c: &Constants<R>, m: &Market<R>, age: R) -> R {
    let productivity = (R::splat(1.0) + c.p.productivity_growth).power(age);
    c.p.gva_per_job * productivity * m.total_jobs * (m.total_jobs / c.base.jobs).power(c.p.agglomeration)
}

/// Net jobs in all sectors from so much recovered material [kt/yr → jobs].
pub fn circular_jobs<R: Lane>(c: &Constants<R>, kilotonnes: R) -> R {
    kilotonnes * jobs_per_kilotonne(c) * c.p.circular_net
}

/// Homes that a year's release makes room for [homes/yr]: those on the part of
/// the land that becomes housing, and those above re-provided industrial space,
/// together never more than the homes the whole of the land could carry.
pub fn homes<R: Lane>(c: &Constants<R>, f: &Flows<R>) -> R {
    let full = c.p.homes_per_ha * f.land.released();
    (c.p.housing_share * full + f.floorspace.reprovided / c.p.colocation_space).min(full)
}

/// Gross public cost of a year by kind [currency/yr]. The cost of a policy is
/// the difference from adopted policy.
pub fn public_cost<R: Lane>(c: &Constants<R>, s: &State<R>, m: &Market<R>, f: &Flows<R>, now: &Controls) -> R {
    let one = R::splat(1.0);
    let level = |id| R::splat(now.level(id));
    let effect = |id| R::splat(now.effect(id));

    let programmes = level(LeverId::CapitalGrants)
        + level(LeverId::Innovation)
        + level(LeverId::Skills) * c.p.skills_cost
        + effect(LeverId::CircularProgramme) * c.p.circular_cost
        + effect(LeverId::MakerSpaces) * c.p.maker_cost;

    // Capital written off evenly over its life, at the discount rate. The price
    // of existing space follows the rent that it earns.
    let rate = c.p.discount_rate.max(R::splat(1e-6));
    let annuity = rate / (one - (one + rate).power(-c.p.public_life));
    let public_space = (effect(LeverId::PublicOwnership) - c.public_reference) * s.floorspace;
    let ownership = public_space
        * (c.p.public_space_cost * annuity + c.p.public_running_cost - c.p.public_rent * s.passing_rent * c.base.rent);

    let tax = -effect(LeverId::PropertyTax) * c.p.tax_ratio * c.base.rent * m.manufacturing_space;
    let reprovision = c.p.reprovision_public * c.p.build_cost * f.floorspace.reprovided;
    programmes + ownership + tax + reprovision
}
