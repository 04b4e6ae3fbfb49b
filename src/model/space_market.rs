//! Who uses the space, what it costs: demand, rationing, vacancy, rent.

use super::city::MAX_SECTORS;
use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::state::{Constants, State};

/// Jobs that stand on programmes at one moment (jobs).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgrammeJobs<R> {
    /// On capital grants.
    pub grants: R,
    /// In the manufacturing part of circular work.
    pub circular: R,
    /// Hosted in supported maker-spaces, net.
    pub hosted: R,
}

impl<R: Lane> ProgrammeJobs<R> {
    /// All of them.
    pub fn total(&self) -> R {
        self.grants + self.circular + self.hosted
    }
}

/// What follows from the state at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market<R> {
    /// Jobs on programmes.
    pub programmes: ProgrammeJobs<R>,
    /// Jobs by sub-sector: inside after rationing, plus their part of the jobs outside and on programmes (jobs).
    pub jobs: [R; MAX_SECTORS],
    /// All manufacturing jobs (jobs).
    pub total_jobs: R,
    /// Share of jobs inside that find no space.
    pub rationed_share: R,
    /// Jobs wanted inside that find no space (jobs).
    pub rationed_jobs: R,
    /// Space that manufacturing occupies (m²).
    pub manufacturing_space: R,
    /// Space that other users occupy (m²).
    pub other_space: R,
    /// Vacant share of the stock.
    pub vacancy: R,
    /// Occupancy cost of manufacturers (index).
    pub occupancy_cost: R,
}

/// Gross jobs per thousand tonnes recovered, net of jobs lost in disposal (jobs/kt).
#[inline(always)]
pub fn jobs_per_kilotonne<R: Lane>(c: &Constants<R>) -> R {
    let recycled = R::splat(1.0) - c.p.mix_reuse - c.p.mix_remanufacture;
    c.p.mix_reuse * c.p.jobs_reuse + c.p.mix_remanufacture * c.p.jobs_remanufacture + recycled * c.p.jobs_recycling
        - c.p.jobs_disposal
}

/// Demand for space, its rationing, and what results.
#[inline(always)]
pub fn market<R: Lane>(c: &Constants<R>, s: &State<R>, now: &Controls<R>) -> Market<R> {
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let effect = |id| now.effect(id);

    let programmes = ProgrammeJobs {
        grants: s.grant_jobs,
        circular: effect(LeverId::CircularProgramme) * jobs_per_kilotonne(c) * c.p.circular_net * c.p.circular_inside,
        hosted: effect(LeverId::MakerSpaces) / c.p.maker_space_per_job * c.p.maker_net,
    };

    let mut inside = zero;
    let mut wanted = zero;
    for (jobs, sector) in s.jobs_inside.iter().zip(&c.sector[..c.sectors]) {
        inside = inside + *jobs;
        wanted = wanted + sector.space_per_job * *jobs;
    }
    let programme_inside = c.base.scope * programmes.total();
    let manufacturing = s.density * (wanted + c.mean_space_per_job * programme_inside);

    // What exceeds the stock less its frictional vacancy is shared out by ability
    // to pay; what others cannot give up falls on manufacturing.
    let excess = (manufacturing + s.other_users - (one - c.p.minimum_vacancy) * s.floorspace).max(zero);
    let weight = c.p.outbidding * manufacturing;
    let cut = (excess * weight / (weight + s.other_users)).max(excess - s.other_users).min(manufacturing);
    let rationed_share = cut / manufacturing.max(R::splat(1e-9));
    let other_space = (s.other_users - (excess - cut)).max(zero);
    let manufacturing_space = manufacturing - cut;
    let vacancy = one - (manufacturing_space + other_space) / s.floorspace;

    let left = one - rationed_share;
    let rationed_jobs = (inside + programme_inside) * rationed_share;
    let elsewhere = s.jobs_outside + programmes.total() - programme_inside * rationed_share;
    let spread = left + elsewhere / inside.max(R::splat(1e-9));
    let mut jobs = [zero; MAX_SECTORS];
    for (reported, desired) in jobs.iter_mut().zip(&s.jobs_inside[..c.sectors]) {
        *reported = *desired * spread;
    }
    let total_jobs = inside * left + elsewhere;

    let alpha = s.affordable / s.floorspace;
    let public = effect(LeverId::PublicOwnership);
    let common = s.passing_rent + s.capitalised;
    let cost = (one - alpha - public) * common
        + alpha * (one - effect(LeverId::AffordableDiscount)) * common
        + c.p.public_rent * public * s.passing_rent
        + c.p.tax_ratio * (one + effect(LeverId::PropertyTax));

    Market {
        programmes,
        jobs,
        total_jobs,
        rationed_share,
        rationed_jobs,
        manufacturing_space,
        other_space,
        vacancy,
        occupancy_cost: cost / c.base_cost,
    }
}

/// Rents and densities one year on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices<R> {
    /// Market rent (index).
    pub rent: R,
    /// Long-run rent (index).
    pub long_run_rent: R,
    /// Rent of sitting tenants (index).
    pub passing_rent: R,
    /// Capitalised part of a tax change (index).
    pub capitalised: R,
    /// Floorspace per job (index).
    pub density: R,
    /// Space that other users want (m²).
    pub other_users: R,
}

/// What drives the market from outside in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weather<R> {
    /// Years since the base year.
    pub age: R,
    /// Growth of other users' demand beyond its trend (1/yr).
    pub logistics: R,
    /// Inflation surprise (share/yr).
    pub inflation: R,
    /// Shock to log rent.
    pub rent_shock: R,
}

/// Rents, densities and other users' demand in the following year.
#[inline(always)]
pub fn next_prices<R: Lane>(
    c: &Constants<R>,
    s: &State<R>,
    m: &Market<R>,
    now: &Controls<R>,
    w: Weather<R>,
) -> Prices<R> {
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let ln_rent = s.rent.ln();
    let ln_long = s.long_run_rent.ln();

    let move_wanted = c.p.rent_response * (c.p.natural_vacancy - m.vacancy) - c.p.rent_correction * (ln_rent - ln_long)
        + c.p.inflation_response * w.inflation;
    let moved = move_wanted.min(c.p.rent_clamp).max(-c.p.rent_clamp);

    let held_back = s.rent.select(s.passing_rent, now.effect(LeverId::Stabilisation), zero);
    let sitting = c.p.pass_through - c.p.pass_through_new;
    let passed_on = c.p.pass_through_new + sitting * (one - held_back);

    let tax_change = now.effect(LeverId::PropertyTax) - c.adopted.tax;
    let target = -c.p.capitalisation * c.p.tax_ratio * tax_change;

    let ln_density = s.density.ln();
    let density =
        ln_density + c.p.density_speed * (c.p.density_trend * w.age + c.p.density_elasticity * ln_rent - ln_density);
    let ln_other = (s.other_users / c.other_users).ln();
    let other = ln_other
        + c.p.other_users_speed
            * ((c.p.other_users_trend + w.logistics) * w.age + c.p.other_users_elasticity * ln_rent - ln_other);

    Prices {
        rent: (ln_rent + moved + w.rent_shock).exp(),
        long_run_rent: (ln_long + c.p.long_run_rent_speed * (ln_rent - ln_long)).exp(),
        passing_rent: s.passing_rent + passed_on * (s.rent - s.passing_rent),
        capitalised: s.capitalised + (target - s.capitalised) / c.p.capitalisation_lag,
        density: density.exp(),
        other_users: c.other_users * other.exp(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{constants, set};
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn the_base_year_is_as_stated() {
        let (c, k) = (constants(), set(&[]));
        let m = market(&c, &c.initial(), &k[0]);
        assert_relative_eq!(m.vacancy, 0.05, max_relative = 1e-12);
        assert_relative_eq!(m.total_jobs, 100_000.0, max_relative = 1e-12);
        assert_relative_eq!(m.occupancy_cost, 1.0, max_relative = 1e-12);
        assert_relative_eq!(m.manufacturing_space, 45.0 * 80_000.0, max_relative = 1e-12);
        assert_relative_eq!(m.jobs[..2].iter().sum::<f64>(), 100_000.0, max_relative = 1e-12);
    }

    #[test]
    fn rationing_stops_at_the_frictional_floor_and_hits_the_heavier_weight_harder() {
        let (mut c, k) = (constants(), set(&[]));
        c.p.outbidding = 1.2;
        let mut s = c.initial();
        s.floorspace *= 0.9;
        let m = market(&c, &s, &k[0]);
        assert_relative_eq!(m.vacancy, 0.02, max_relative = 1e-9);
        let cut = 3.6e6 - m.manufacturing_space;
        let excess = 9.5e6 - 0.98 * 9e6;
        assert_relative_eq!(cut, excess * 4.32e6 / (4.32e6 + s.other_users), max_relative = 1e-9);
        assert!(m.rationed_jobs > 0.0);
        assert_relative_eq!(m.total_jobs + m.rationed_jobs, 100_000.0, max_relative = 1e-12);
    }

    #[test]
    fn even_without_any_stock_to_speak_of_nothing_is_negative() {
        let (c, k) = (constants(), set(&[(LeverId::MakerSpaces, 50_000.0)]));
        let mut s = c.initial();
        s.floorspace = 1e5;
        let m = market(&c, &s, &k[3]);
        assert!(m.other_space >= 0.0 && m.manufacturing_space >= 0.0 && m.total_jobs >= 0.0);
    }

    #[test]
    fn natural_vacancy_keeps_real_rent_and_scarcity_raises_it_up_to_the_clamp() {
        let (c, k) = (constants(), set(&[]));
        let s = c.initial();
        let calm = Weather { age: 0.0, logistics: 0.0, inflation: 0.0, rent_shock: 0.0 };
        let mut m = market(&c, &s, &k[0]);
        let rent = |m: &Market<f64>| next_prices(&c, &s, m, &k[0], calm).rent.ln();
        assert_relative_eq!(rent(&m), 0.08 - 0.05, max_relative = 1e-9);
        m.vacancy = 0.08;
        assert!(rent(&m).abs() < 1e-12);
        m.vacancy = 0.9;
        assert_relative_eq!(rent(&m), -0.1, max_relative = 1e-9);
    }

    #[test]
    fn stabilisation_holds_back_rises_but_not_falls() {
        let c = constants();
        let calm = Weather { age: 0.0, logistics: 0.0, inflation: 0.0, rent_shock: 0.0 };
        let passing = |level, market_rent| {
            let k = set(&[(LeverId::Stabilisation, level)]);
            let mut s = c.initial();
            s.rent = market_rent;
            next_prices(&c, &s, &market(&c, &s, &k[3]), &k[3], calm).passing_rent
        };
        assert_relative_eq!(passing(0.0, 1.5), 1.1, max_relative = 1e-12);
        assert_relative_eq!(passing(80.0, 1.5), 1.0 + (0.08 + 0.12 * 0.2) * 0.5, max_relative = 1e-12);
        assert_relative_eq!(passing(80.0, 0.5), passing(0.0, 0.5), max_relative = 1e-12);
    }

    #[test]
    fn a_tax_relief_comes_back_in_rent() {
        let (c, k) = (constants(), set(&[(LeverId::PropertyTax, -50.0)]));
        let calm = Weather { age: 0.0, logistics: 0.0, inflation: 0.0, rent_shock: 0.0 };
        let mut s = c.initial();
        for _ in 0..100 {
            s.capitalised = next_prices(&c, &s, &market(&c, &s, &k[3]), &k[3], calm).capitalised;
        }
        assert_relative_eq!(s.capitalised, 0.75 * 0.5 * 0.5, max_relative = 1e-6);
    }
}
