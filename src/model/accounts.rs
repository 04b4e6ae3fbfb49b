//! Value added, homes and public money.

use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::space_market::{Market, jobs_per_kilotonne};
use super::state::{Constants, State};
use super::step::Flows;

/// What the accounts of a member need in every year and is the same in all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates<R> {
    /// Yearly cost of one unit of money bound for the life of public space, at the
    /// discount rate (1/yr).
    annuity: R,
    /// Growth of log value added per job (1/yr).
    productivity: R,
}

impl<R: Lane> Rates<R> {
    /// From the parameters of a member.
    #[must_use]
    pub fn new(c: &Constants<R>) -> Self {
        let one = R::splat(1.0);
        let rate = c.p.discount_rate.max(R::splat(1e-6));
        Self {
            annuity: rate / (one - (one + rate).power(-c.p.public_life)),
            productivity: (one + c.p.productivity_growth).ln(),
        }
    }
}

/// Manufacturing value added (currency/yr). `age` is the years since the base year.
#[inline(always)]
pub fn gva<R: Lane>(c: &Constants<R>, rates: &Rates<R>, m: &Market<R>, age: R) -> R {
    let productivity = (rates.productivity * age).exp();
    c.p.gva_per_job * productivity * m.total_jobs * (m.total_jobs / c.base.jobs).power(c.p.agglomeration)
}

/// Net jobs in all sectors from so much recovered material (kt/yr → jobs).
#[inline(always)]
pub fn circular_jobs<R: Lane>(c: &Constants<R>, kilotonnes: R) -> R {
    kilotonnes * jobs_per_kilotonne(c) * c.p.circular_net
}

/// Homes that a year's release makes room for (homes/yr).
#[inline(always)]
pub fn homes<R: Lane>(c: &Constants<R>, f: &Flows<R>) -> R {
    c.p.housing_share * c.p.homes_per_ha * f.land.released()
}

/// Gross public cost of a year by kind (currency/yr). The cost of a policy is
/// the difference from adopted policy.
#[inline(always)]
pub fn public_cost<R: Lane>(
    c: &Constants<R>,
    rates: &Rates<R>,
    s: &State<R>,
    m: &Market<R>,
    f: &Flows<R>,
    now: &Controls<R>,
) -> R {
    let level = |id| R::splat(now.level(id));
    let effect = |id| now.effect(id);

    let programmes = level(LeverId::CapitalGrants)
        + level(LeverId::Innovation)
        + level(LeverId::Skills) * c.p.skills_cost
        + effect(LeverId::CircularProgramme) * c.p.circular_cost
        + effect(LeverId::MakerSpaces) * c.p.maker_cost;

    // Capital written off evenly over its life. The price of existing space
    // follows the rent that it earns.
    let public_space = (effect(LeverId::PublicOwnership) - c.adopted.public) * s.floorspace;
    let capital_less_rent = s.passing_rent * (c.p.public_space_cost * rates.annuity - c.p.public_rent * c.base.rent);
    let ownership = public_space * (capital_less_rent + c.p.public_running_cost);

    // Where the law cannot aim at manufacturers alone, others gain or pay too.
    let taxed = m.manufacturing_space + c.p.tax_others * m.other_space;
    let tax = -effect(LeverId::PropertyTax) * c.p.tax_ratio * c.base.rent * taxed;
    let reprovision = c.p.reprovision_public * c.p.build_cost * f.floorspace.reprovided;
    programmes + ownership + tax + reprovision
}

#[cfg(test)]
mod tests {
    use super::super::employment::Offset;
    use super::super::fixture::{constants, set, year};
    use super::super::space_market::market;
    use super::super::step::step;
    use super::*;
    use approx::assert_relative_eq;

    /// What a package costs in a year of its full effect, beyond adopted policy.
    fn cost(change: impl Fn(&mut Constants<f64>), levers: &[(LeverId, f64)]) -> f64 {
        let mut c = constants();
        change(&mut c);
        let of = |k: &[Controls]| {
            let s = c.initial();
            let m = market(&c, &s, &k[2]);
            let flows = step(&c, &s, &m, &year(k, 2), Offset::Solve(s.jobs_inside.iter().sum())).1;
            public_cost(&c, &Rates::new(&c), &s, &m, &flows, &k[2])
        };
        of(&set(levers)) - of(&set(&[]))
    }

    #[test]
    fn programmes_cost_what_is_announced() {
        assert_relative_eq!(cost(|_| (), &[(LeverId::CapitalGrants, 12.0)]), 12e6, max_relative = 1e-9);
        assert_relative_eq!(cost(|_| (), &[(LeverId::Innovation, 3.0)]), 3e6, max_relative = 1e-9);
        assert_relative_eq!(cost(|c| c.p.skills_cost = 7e3, &[(LeverId::Skills, 100.0)]), 7e5, max_relative = 1e-9);
        assert_relative_eq!(cost(|c| c.p.maker_cost = 95.0, &[(LeverId::MakerSpaces, 1e3)]), 95e3, max_relative = 1e-9);
    }

    #[test]
    fn public_space_costs_its_capital_and_running_less_its_rent() {
        let given = |c: &mut Constants<f64>| {
            (c.p.public_space_cost, c.p.public_running_cost) = (2_000.0, 12.0);
            c.p.reprovision_public = 0.0;
        };
        let annuity = 0.035 / (1.0 - 1.035_f64.powi(-30));
        let expected = 0.08 * 10e6 * (2_000.0 * annuity - 0.8 * 100.0 + 12.0);
        assert_relative_eq!(cost(given, &[(LeverId::PublicOwnership, 10.0)]), expected, max_relative = 1e-9);
    }

    #[test]
    fn a_tax_relief_is_lost_on_the_space_it_reaches() {
        let relief = &[(LeverId::PropertyTax, -10.0)];
        let aimed = cost(|c| c.p.tax_others = 0.0, relief);
        assert_relative_eq!(aimed, 0.1 * 0.5 * 100.0 * 3.6e6, max_relative = 1e-9);
        let for_all = cost(|c| c.p.tax_others = 1.0, relief);
        assert_relative_eq!(for_all, 0.1 * 0.5 * 100.0 * 9.5e6, max_relative = 1e-9);
    }

    #[test]
    fn value_added_in_the_base_year_is_jobs_times_value_per_job() {
        let c = constants();
        let m = market(&c, &c.initial(), &set(&[])[0]);
        assert_relative_eq!(gva(&c, &Rates::new(&c), &m, 0.0), 83_000.0 * 100_000.0, max_relative = 1e-12);
    }
}
