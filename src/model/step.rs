//! One year: every flow from the state, levers and drivers at its start.

use super::employment::{JobsStep, Offset, next_jobs};
use super::floorspace::{self, FloorspaceFlows};
use super::land::{self, LandFlows};
use super::lane::Lane;
use super::schedule::Controls;
use super::space_market::{Market, Weather, next_prices};
use super::state::{Constants, State};

/// What acts on a city from outside its stocks in one year.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a, R> {
    /// Lever levels and effects at the start of the year.
    pub now: &'a Controls<R>,
    /// The same one year on.
    pub next: &'a Controls<R>,
    /// Protected share of adopted policy, as a fraction.
    pub adopted_protection: f64,
    /// Underlying growth of jobs (1/yr).
    pub drift: R,
    /// What the outlook adds to it (1/yr).
    pub extra_growth: R,
    /// Real housing-land value, 1 in the base year (index).
    pub housing: R,
    /// The rest of the outlook.
    pub weather: Weather<R>,
}

/// The flows of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flows<R> {
    /// Land (ha/yr).
    pub land: LandFlows<R>,
    /// Floorspace (m²/yr).
    pub floorspace: FloorspaceFlows<R>,
    /// Jobs (jobs/yr).
    pub jobs: JobsStep<R>,
}

/// The state one year on, and the flows that led there. Allocates nothing.
#[inline(always)]
pub fn step<R: Lane>(
    c: &Constants<R>,
    s: &State<R>,
    m: &Market<R>,
    y: &Year<'_, R>,
    offset: Offset<R>,
) -> (State<R>, Flows<R>) {
    let land = land::flows(c, s, y.housing, y.now, y.next, y.adopted_protection);
    let space = floorspace::flows(c, s, &land, y.now);
    let jobs = next_jobs(c, s, m, &space, y, offset);
    let prices = next_prices(c, s, m, y.now, y.weather);

    let next = State {
        protected: s.protected - land.from_protected + land.designated + land.new,
        other: s.other - land.from_other - land.designated,
        pipeline: s.pipeline - land.from_pipeline,
        floorspace: s.floorspace - space.obsolete - space.lost + space.reprovided + space.intensified + space.completed,
        completing: s.started,
        started: space.starts,
        affordable: s.affordable + space.affordable,
        other_users: prices.other_users,
        rent: prices.rent,
        long_run_rent: prices.long_run_rent,
        passing_rent: prices.passing_rent,
        capitalised: prices.capitalised,
        density: prices.density,
        jobs_inside: jobs.inside,
        jobs_outside: jobs.outside,
        answer: jobs.answer,
        grant_jobs: jobs.grant_jobs,
    };
    (next, Flows { land, floorspace: space, jobs })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{constants, set, year};
    use super::super::lane::Members;
    use super::super::levers::LeverId;
    use super::super::parameters::Parameters;
    use super::super::space_market::market;
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn under_adopted_policy_desired_jobs_follow_the_drift() {
        let (c, k) = (constants(), set(&[]));
        let s = c.initial();
        let m = market(&c, &s, &k[0]);
        let (next, flows) = step(&c, &s, &m, &year(&k, 0), Offset::Solve(80_000.0));
        let inside = |s: &State<f64>| s.jobs_inside.iter().sum::<f64>();
        assert_relative_eq!(inside(&next), inside(&s) * (-0.01_f64).exp(), max_relative = 1e-12);
        // Using the offset that was found gives the same bits.
        let (again, _) = step(&c, &s, &m, &year(&k, 0), Offset::Use(flows.jobs.offset));
        assert_eq!(next, again);
    }

    /// Every member of a lane gets the bits it would get alone.
    #[test]
    fn lanes_and_scalars_agree_to_the_last_bit() {
        type Four = Members<4>;
        let k =
            set(&[(LeverId::ProtectedShare, 90.0), (LeverId::CapitalGrants, 12.0), (LeverId::Intensification, 1.2)]);
        let alone: Vec<_> = (0..4)
            .map(|i| {
                let mut c = constants();
                c.p.hazard_other *= 1.0 + f64::from(i);
                c.p.cost_elasticity *= f64::from(i);
                c
            })
            .collect();
        let gather = |get: &dyn Fn(&Constants<f64>) -> f64| Members(std::array::from_fn(|i| get(&alone[i])));
        let c: Constants<Four> = {
            let p = Parameters::from_fn(|id| gather(&|c| c.p.get(id)));
            let one = alone[0].map(Four::splat);
            Constants::new(p, one.base, one.sectors, one.sector, one.adopted)
        };
        let wide_k: Vec<_> = k.iter().map(|k| k.map(Four::splat)).collect();
        let mut together = c.initial();
        let mut single: Vec<_> = alone.iter().map(Constants::initial).collect();
        for t in 0..4 {
            let y = year(&k, t);
            let on_trend = 80_000.0;
            let wide = Year {
                now: &wide_k[t],
                next: &wide_k[t + 1],
                adopted_protection: y.adopted_protection,
                drift: Four::splat(y.drift),
                extra_growth: Four::splat(0.0),
                housing: Four::splat(1.0),
                weather: Weather {
                    age: Four::splat(0.0),
                    logistics: Four::splat(0.0),
                    inflation: Four::splat(0.0),
                    rent_shock: Four::splat(0.0),
                },
            };
            together =
                step(&c, &together, &market(&c, &together, &wide_k[t]), &wide, Offset::Solve(Four::splat(on_trend))).0;
            for (i, s) in single.iter_mut().enumerate() {
                let c = &alone[i];
                *s = step(c, s, &market(c, s, &k[t]), &y, Offset::Solve(on_trend)).0;
                assert_eq!(together.floorspace.0[i].to_bits(), s.floorspace.to_bits());
                assert_eq!(together.rent.0[i].to_bits(), s.rent.to_bits());
                assert_eq!(together.jobs_inside[1].0[i].to_bits(), s.jobs_inside[1].to_bits());
                assert_eq!(together.other.0[i].to_bits(), s.other.to_bits());
            }
        }
        let different = together.floorspace.0;
        assert!(
            different[0].to_bits() != different[3].to_bits(),
            "the members must differ for this test to say anything"
        );
    }
}
