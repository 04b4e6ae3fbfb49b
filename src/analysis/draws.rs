//! Members of the ensemble: one draw of everything that is uncertain about a city.
//!
//! The order in which random numbers are used is part of the model and stands in
//! `assets/docs/model.md`: a member is the same whatever the number of members,
//! threads or cities.

use crate::model::calibration::{Calibration, Fitted};
use crate::model::city::MAX_SECTORS;
use crate::model::inputs::Inputs;
use crate::model::parameters::{ParameterId, Parameters};
use crate::model::run::Member;
use crate::model::state::Constants;

use super::beliefs::{Belief, Beliefs};
use super::distribution::Distribution;
use super::random::{Stream, normal_probability, normal_quantile};

/// Probability of each structural variant: rents move manufacturing jobs; they do
/// not; they do and other users are outbid more strongly.
const FULL: f64 = 0.5;
const NO_RENTS: f64 = 0.25;
/// The weight of manufacturing when space is rationed, usually and in the third variant.
const OUTBIDDING: f64 = 1.2;
const STRONGER_OUTBIDDING: f64 = 1.5;

/// Effects that come from one optimistic literature, and their correlation.
const OPTIMISTIC: [ParameterId; 3] = [ParameterId::SkillsEffect, ParameterId::InnovationEffect, ParameterId::MakerNet];
const OPTIMISM: f64 = 0.5;
/// Where firms answer cost strongly, less of a relief can be passed into rents.
const OPPOSED: [ParameterId; 2] = [ParameterId::CostElasticity, ParameterId::Capitalisation];
const OPPOSITION: f64 = -0.3;

/// The least space of other users that a draw leaves, as a share of the stock.
const LEAST_OTHER_USERS: f64 = 0.01;

/// Draws the members of one city.
#[derive(Clone, Debug)]
pub struct Sampler<'a> {
    beliefs: &'a Beliefs,
    distributions: Vec<Distribution>,
    /// The constants that the calibration fitted, in its order.
    fitted: Vec<(Target, &'a Fitted)>,
    /// Lower triangular root of their correlations.
    root: Vec<Vec<f64>>,
}

/// What a fitted constant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Parameter(ParameterId),
    Sector(usize),
}

impl<'a> Sampler<'a> {
    /// Prepares the distributions.
    #[must_use]
    pub fn new(beliefs: &'a Beliefs) -> Self {
        let distributions = beliefs
            .parameters
            .iter()
            .map(|belief| match belief {
                Belief::Fixed(value) => Distribution::Point(*value),
                Belief::Everywhere(prior, _) | Belief::Here(prior) => Distribution::of(prior),
            })
            .collect();
        let target = |id: &str| match Calibration::sector(id) {
            Some(sector) => beliefs.sectors.iter().position(|known| known == sector).map(Target::Sector),
            None => id.parse().ok().map(Target::Parameter),
        };
        let all = beliefs.calibration.iter().flat_map(|calibration| &calibration.parameters);
        let known: Vec<(usize, Target, &Fitted)> =
            all.enumerate().filter_map(|(i, (id, fitted))| Some((i, target(id)?, fitted))).collect();
        let between = |i: usize, j: usize| match i.cmp(&j) {
            std::cmp::Ordering::Equal => 1.0,
            order => {
                let (row, column) = if order.is_gt() { (i, j) } else { (j, i) };
                let correlation = beliefs.calibration.as_ref().map(|calibration| &calibration.correlation);
                correlation.and_then(|c| c.get(row)?.get(column)).copied().unwrap_or(0.0)
            }
        };
        let correlation: Vec<Vec<f64>> =
            known.iter().map(|&(i, ..)| known.iter().map(|&(j, ..)| between(i, j)).collect()).collect();
        let fitted = known.into_iter().map(|(_, target, fitted)| (target, fitted)).collect();
        Self { beliefs, distributions, fitted, root: root(&correlation) }
    }

    /// The numbers of member `member`.
    #[must_use]
    pub fn draw(&self, inputs: &Inputs, seed: u64, member: u64) -> Member<f64> {
        let mut world = Stream::new(seed, "", member);
        let mut here = Stream::new(seed, &self.beliefs.city, member);
        let variant = world.uniform();
        let shared: Vec<[f64; 2]> = ParameterId::ALL.iter().map(|_| [world.uniform(), world.uniform()]).collect();
        let origin = [here.normal(), here.normal(), here.normal()];
        let floorspace = here.normal();
        let own: Vec<[f64; 2]> = ParameterId::ALL.iter().map(|_| [here.uniform(), here.uniform()]).collect();
        let sectors: [f64; MAX_SECTORS] = std::array::from_fn(|_| here.normal());

        let scores = self.fitted_scores(&own, &sectors);
        let mut parameters = self.parameters(&shared, &own, variant);
        let mut growth_of = [None; MAX_SECTORS];
        for ((target, fitted), z) in self.fitted.iter().zip(scores) {
            let value = fitted.scale.back(fitted.mean + fitted.sd * z);
            match *target {
                Target::Parameter(id) if !self.is_fixed(id) => parameters.set(id, allowed(id, value)),
                Target::Parameter(_) => {}
                Target::Sector(s) => growth_of[s] = Some(value),
            }
        }

        let years = inputs.len();
        let common = parameters.common_shocks;
        let mut shock = || common.sqrt() * world.normal() + (1.0 - common).sqrt() * here.normal();
        let yearly: Vec<[f64; 3]> = (0..years).map(|_| [shock(), shock(), shock()]).collect();
        let mut normals = origin.into_iter().chain(yearly.iter().flat_map(|&[slow, cycle, _]| [slow, cycle]));
        let path = inputs.drift().path(years, || normals.next().unwrap_or(0.0));
        let rent_shock = yearly.iter().map(|&[.., rent]| parameters.rent_shock * rent).collect();

        let central = inputs.constants();
        let mut base = central.base;
        base.jobs *= path.level.exp();
        base.floorspace *= (parameters.floorspace_error * floorspace).exp();
        let mut sector = central.sector;
        for (sector, trend) in sector.iter_mut().zip(growth_of) {
            sector.growth = trend.map_or(sector.growth, f64::exp);
        }
        let mut constants = Constants::new(parameters, base, central.sectors, sector, central.adopted);
        constants.other_users = constants.other_users.max(LEAST_OTHER_USERS * base.floorspace);
        Member { constants, growth: path.growth, rent_shock }
    }

    /// The normal scores of the fitted constants, correlated as the calibration says.
    fn fitted_scores(&self, own: &[[f64; 2]], sectors: &[f64; MAX_SECTORS]) -> Vec<f64> {
        let independent: Vec<f64> = self
            .fitted
            .iter()
            .map(|(target, _)| match *target {
                Target::Parameter(id) => normal_quantile(own[id as usize][0]),
                Target::Sector(s) => sectors[s],
            })
            .collect();
        self.root.iter().map(|row| row.iter().zip(&independent).map(|(l, z)| l * z).sum()).collect()
    }

    /// A value for every parameter from the priors.
    fn parameters(&self, shared: &[[f64; 2]], own: &[[f64; 2]], variant: f64) -> Parameters<f64> {
        let central = |id: ParameterId| match self.beliefs.of(id) {
            Some(Belief::Fixed(value)) => *value,
            _ => f64::NAN,
        };
        let mut correlated = [None; 5];
        let normals = OPTIMISTIC.map(|id| normal_quantile(shared[id as usize][0]));
        let root_of =
            root(&[vec![1.0, OPTIMISM, OPTIMISM], vec![OPTIMISM, 1.0, OPTIMISM], vec![OPTIMISM, OPTIMISM, 1.0]]);
        for (i, id) in OPTIMISTIC.into_iter().enumerate() {
            let z: f64 = root_of[i].iter().zip(&normals).map(|(l, z)| l * z).sum();
            correlated[i] = Some((id, normal_probability(z)));
        }
        let [first, second] = OPPOSED.map(|id| normal_quantile(shared[id as usize][0]));
        correlated[3] = Some((OPPOSED[0], normal_probability(first)));
        let z = OPPOSITION * first + (1.0 - OPPOSITION * OPPOSITION).sqrt() * second;
        correlated[4] = Some((OPPOSED[1], normal_probability(z)));

        Parameters::from_fn(|id| {
            let i = id as usize;
            let in_group = correlated.iter().flatten().find(|(of, _)| *of == id).map(|(_, u)| *u);
            let (prior, per, [u, spike]) = match self.beliefs.of(id) {
                Some(Belief::Everywhere(prior, per)) => (prior, *per, shared[i]),
                Some(Belief::Here(prior)) if in_group.is_some() => (prior, 1.0, shared[i]),
                Some(Belief::Here(prior)) => (prior, 1.0, own[i]),
                Some(Belief::Fixed(_)) | None => return central(id),
            };
            let value = match id {
                ParameterId::RentChannel => f64::from(!(FULL..FULL + NO_RENTS).contains(&variant)),
                ParameterId::Outbidding if variant < FULL + NO_RENTS => OUTBIDDING,
                ParameterId::Outbidding => STRONGER_OUTBIDDING,
                _ if spike < prior.spike => 0.0,
                _ => self.distributions[i].quantile(in_group.unwrap_or(u)) / per,
            };
            allowed(id, value)
        })
    }

    fn is_fixed(&self, id: ParameterId) -> bool {
        matches!(self.beliefs.of(id), Some(Belief::Fixed(_)))
    }
}

/// A draw beyond what the equations can take is put at the limit.
fn allowed(id: ParameterId, value: f64) -> f64 {
    let range = id.allowed();
    value.clamp(*range.start(), *range.end())
}

/// The lower triangular root of a matrix of correlations.
fn root(correlation: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(correlation.len());
    for (i, wanted) in correlation.iter().enumerate() {
        let mut row: Vec<f64> = Vec::with_capacity(i + 1);
        for (j, c) in wanted.iter().take(i + 1).enumerate() {
            let other = rows.get(j).unwrap_or(&row);
            let rest = c - row.iter().zip(other).take(j).map(|(a, b)| a * b).sum::<f64>();
            let diagonal = rows.get(j).and_then(|row| row.get(j)).copied();
            row.push(match diagonal {
                Some(diagonal) if diagonal > 0.0 => rest / diagonal,
                Some(_) => 0.0,
                None => rest.max(0.0).sqrt(),
            });
        }
        rows.push(row);
    }
    rows
}
