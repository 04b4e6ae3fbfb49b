//! Industrial floorspace: loss, re-provision, intensification, construction (m²).

use super::land::LandFlows;
use super::lane::Lane;
use super::levers::LeverId;
use super::schedule::Controls;
use super::state::{Constants, State};

/// Square metres in a hectare.
pub const M2_PER_HA: f64 = 10_000.0;

/// The largest share of the stock that release can take in one year. It never
/// binds at observed releases; it keeps extreme assumptions possible.
pub const MAX_YEARLY_LOSS: f64 = 0.25;

/// The floorspace flows of one year (m²/yr).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloorspaceFlows<R> {
    /// Falls out of use without a change of land use.
    pub obsolete: R,
    /// Lost with released land.
    pub lost: R,
    /// Built again on released sites.
    pub reprovided: R,
    /// Added on protected sites by denser building.
    pub intensified: R,
    /// Completed from earlier starts.
    pub completed: R,
    /// Started this year, completing two years later.
    pub starts: R,
    /// Change of the affordable stock.
    pub affordable: R,
}

/// The floorspace flows from year `t` to the next.
#[inline(always)]
pub fn flows<R: Lane>(c: &Constants<R>, s: &State<R>, land: &LandFlows<R>, now: &Controls<R>) -> FloorspaceFlows<R> {
    let (zero, one) = (R::splat(0.0), R::splat(1.0));
    let ha = R::splat(M2_PER_HA);
    let effect = |id| now.effect(id);

    let lost = (ha * c.p.site_plot_ratio * land.released()).min(R::splat(MAX_YEARLY_LOSS) * s.floorspace);
    let reprovided = effect(LeverId::Reprovision) * lost;

    let plot = effect(LeverId::Intensification);
    let denser = (plot / c.p.plot_conventional - one).max(zero);
    let viable = viable(c, plot, s.rent);
    let land_now = s.protected + s.other + s.pipeline;
    let intensified =
        c.p.intensification_rate * s.floorspace * (s.protected / land_now.max(R::splat(1e-9))) * denser * viable;

    let quota = effect(LeverId::AffordableQuota);
    let yield_left = (one - quota * effect(LeverId::AffordableDiscount)) / (one - c.adopted.quota * c.adopted.discount);
    let deterred = one - c.p.stabilisation_deterrence * effect(LeverId::Stabilisation) / R::splat(MAX_STABILISATION);
    let starts = c.p.completions
        * s.floorspace
        * (s.rent / c.p.replacement_cost * yield_left).power(c.p.supply_elasticity)
        * deterred
        + ha * c.p.new_land_plot_ratio * land.new;

    let obsolete = c.p.obsolescence * s.floorspace;
    let affordable =
        quota * (s.completing + reprovided + intensified) - s.affordable * (c.p.obsolescence + lost / s.floorspace);
    FloorspaceFlows { obsolete, lost, reprovided, intensified, completed: s.completing, starts, affordable }
}

/// The share of building at a plot ratio that pays at a rent (index).
#[inline(always)]
pub fn viable<R: Lane>(c: &Constants<R>, plot: R, rent: R) -> R {
    let cost = c.p.multi_storey_cost * (plot / c.p.plot_multi).max(R::splat(1.0)).power(c.p.multi_storey_exponent);
    ((rent.ln() - cost.ln()) / c.p.viability_spread).logistic()
}

/// The strongest rent stabilisation on offer, at which `stab_supply` is reached.
pub const MAX_STABILISATION: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::super::fixture::{constants, set};
    use super::super::land;
    use super::*;
    use approx::assert_relative_eq;

    fn year(levers: &[(LeverId, f64)], rent: f64) -> (FloorspaceFlows<f64>, LandFlows<f64>) {
        let (c, k) = (constants(), set(levers));
        let mut s = c.initial();
        s.rent = rent;
        let land = land::flows(&c, &s, 1.0, &k[2], &k[3], 0.6);
        (flows(&c, &s, &land, &k[2]), land)
    }

    #[test]
    fn a_released_hectare_takes_its_plot_ratio_with_it() {
        let (f, land) = year(&[], 1.0);
        assert_relative_eq!(f.lost, 4_000.0 * land.released(), max_relative = 1e-12);
        assert_relative_eq!(f.reprovided, 0.1 * f.lost, max_relative = 1e-12);
    }

    #[test]
    fn at_rent_equal_to_replacement_cost_the_usual_amount_is_started() {
        assert_relative_eq!(year(&[], 1.0).0.starts, 0.009 * 10e6, max_relative = 1e-12);
        let up = year(&[], 2.0).0.starts;
        assert_relative_eq!(up, 0.009 * 10e6 * 2.0_f64.powf(0.6), max_relative = 1e-12);
    }

    #[test]
    fn a_quota_with_a_discount_discourages_building() {
        let f = year(&[(LeverId::AffordableQuota, 40.0), (LeverId::AffordableDiscount, 60.0)], 1.0).0;
        assert_relative_eq!(f.starts, 90_000.0 * (0.76_f64 / 0.98).powf(0.6), max_relative = 1e-12);
    }

    #[test]
    fn intensification_is_off_at_its_reference_and_needs_rent() {
        assert!(year(&[], 1.0).0.intensified.abs() < f64::EPSILON);
        let at = |rent| year(&[(LeverId::Intensification, 1.0)], rent).0.intensified;
        assert!(at(0.5) < 0.05 * at(2.0));
        assert!(at(2.0) < 0.006 * 10e6 * 1.5);
    }
}
