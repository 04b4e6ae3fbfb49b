//! The posterior: priors, the run over the past and the errors of what was observed.

use crate::model::city::CityPack;
use crate::model::history::{History, Measure, Observed, observed_jobs};
use crate::model::inputs::Inputs;
use crate::model::lane::Lane;
use crate::model::levers::{LEVERS, LeverId};
use crate::model::outlook::{DriverId, Outlook};
use crate::model::parameters::{ParameterId, Parameters};
use crate::model::provenance::Prior;
use crate::model::retrace::{Departure, Passed, Road, retrace};
use crate::model::schedule::{Controls, LeverSetting, controls};
use crate::model::state::Constants;

use super::fit::FitError;
use super::priors::{Normal, normal};

/// How closely the rent of the run must come out at 1 in the base year, by
/// definition of the index (log).
const INDEX_ERROR: f64 = 0.05;

/// What a coordinate of the posterior is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Constant(ParameterId),
    Floorspace,
    Vacancy,
    Rent,
    LongRunRent,
    OtherUsers,
    Pace(usize),
    Inflation,
}

/// One uncertain number with its prior.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Coordinate {
    pub id: String,
    pub role: Role,
    pub prior: Normal,
}

/// The posterior of a city. Its coordinates are standard normal under the prior.
pub(super) struct Posterior<'a> {
    pub coordinates: Vec<Coordinate>,
    history: &'a History,
    central: Constants<f64>,
    jobs: Vec<f64>,
    controls: Vec<Controls>,
    base_year: i32,
    housing: f64,
}

/// One run over the past, with the prices that turn real rents into money.
pub(super) struct Run {
    from: i32,
    pub passed: Vec<Passed<f64>>,
    inflation: f64,
}

impl Run {
    fn at(&self, year: i32) -> Option<&Passed<f64>> {
        self.passed.get(usize::try_from(year.checked_sub(self.from)?).ok()?)
    }

    /// What the run has where `observed` was observed.
    pub fn value(&self, observed: &Observed) -> Option<f64> {
        let (first, last) = observed.years;
        let (before, after) = (self.at(first)?, self.at(last)?);
        Some(match observed.measure {
            Measure::Floorspace => after.floorspace,
            Measure::FloorspaceChange => after.floorspace - before.floorspace,
            Measure::Vacancy => after.vacancy,
            Measure::RentGrowth => after.rent / before.rent * Lane::exp(self.inflation * f64::from(last - first)),
            Measure::LandReleased => (first..last).filter_map(|year| self.at(year)).map(|year| year.released).sum(),
        })
    }
}

impl<'a> Posterior<'a> {
    /// Puts the posterior together. `prior` gives the prior of a constant.
    ///
    /// # Errors
    /// When the pack lacks something, or a prior cannot be fitted.
    pub fn new(
        pack: &'a CityPack,
        history: &'a History,
        parameters: Parameters<f64>,
        prior: impl Fn(ParameterId) -> Option<&'a Prior>,
        baseline: &Outlook,
    ) -> Result<Self, FitError> {
        let inputs =
            Inputs::new(pack, pack.base_year, pack.base_year.saturating_add(1), parameters, *baseline, *baseline)?;
        let missing = |what: String| FitError::Missing(what);
        let mut coordinates = Vec::new();
        let mut add = |id: String, role: Role, prior: Option<&Prior>| {
            let known = prior.and_then(normal).ok_or_else(|| {
                missing(format!(
                    "{id} has no range that can be fitted: expected p10 and p90 of a family without a spike"
                ))
            })?;
            coordinates.push(Coordinate { id, role, prior: known });
            Ok::<(), FitError>(())
        };
        for constant in &history.constants {
            add(constant.0.id().to_owned(), Role::Constant(constant.0), prior(constant.0))?;
        }
        let roles = [Role::Floorspace, Role::Vacancy, Role::Rent, Role::LongRunRent, Role::OtherUsers];
        for ((field, _, prior), role) in history.start.uncertain().into_iter().zip(roles) {
            add(format!("start.{field}"), role, Some(prior))?;
        }
        for (index, pace) in history.paces.iter().enumerate() {
            add(format!("pace.{}-{}", pace.from, pace.to), Role::Pace(index), Some(&pace.pace))?;
        }
        if let Some(prior) = &history.inflation {
            add("inflation".to_owned(), Role::Inflation, Some(prior))?;
        }
        if history.targets.iter().any(|t| t.measure == Measure::RentGrowth) && history.inflation.is_none() {
            return Err(missing("rents are observed in money, but `inflation` is not given".to_owned()));
        }
        let posterior = Self {
            coordinates,
            history,
            central: inputs.constants().clone(),
            jobs: observed_jobs(pack, history.from, history.to).map_err(missing)?,
            controls: policy(pack, history)?,
            base_year: pack.base_year,
            housing: baseline.fraction(DriverId::HousingPressure),
        };
        let start = posterior.run(&vec![0.0; posterior.coordinates.len()]);
        let start = start.ok_or_else(|| missing("a run over the past with the centres of the priors".to_owned()))?;
        for target in &history.targets {
            start.value(target).ok_or_else(|| missing(format!("{}: outside the years of the run", target.what)))?;
        }
        Ok(posterior)
    }

    /// The run over the past at a place; `None` where a constant would be
    /// outside the values with which the equations make sense.
    pub fn run(&self, place: &[f64]) -> Option<Run> {
        let mut parameters = self.central.p.clone();
        let mut departure =
            Departure { floorspace: 0.0, vacancy: 0.0, rent: 1.0, long_run_rent: 0.0, other_users: 0.0 };
        let mut paces = vec![1.0; self.history.paces.len()];
        let mut inflation = 0.0;
        for (coordinate, x) in self.coordinates.iter().zip(place) {
            let prior = coordinate.prior;
            let value = prior.scale.back(prior.mean + prior.sd * x);
            match coordinate.role {
                Role::Constant(id) if id.allowed().contains(&value) => parameters.set(id, value),
                Role::Constant(_) => return None,
                Role::Floorspace => departure.floorspace = value,
                Role::Vacancy => departure.vacancy = value,
                Role::Rent => departure.rent = value,
                Role::LongRunRent => departure.long_run_rent = value,
                Role::OtherUsers => departure.other_users = value,
                Role::Pace(index) => paces[index] = value,
                Role::Inflation => inflation = value,
            }
        }
        let c = &self.central;
        let constants = Constants::new(parameters, c.base, c.sectors, c.sector, c.adopted);
        let road = Road {
            from: self.history.from,
            base_year: self.base_year,
            jobs: &self.jobs,
            controls: &self.controls,
            protected_share: self.history.start.protected_share.value,
            land: self.history.start.land.value,
            pipeline: self.history.start.pipeline.value,
            housing: self.housing,
        };
        let hazard = |row: usize| {
            let year = self.history.from.saturating_add_unsigned(u32::try_from(row).unwrap_or(u32::MAX));
            let of_year = self.history.paces.iter().position(|pace| (pace.from..pace.to).contains(&year));
            of_year.map_or(1.0, |index| paces[index])
        };
        Some(Run { from: self.history.from, passed: retrace(&constants, &road, &departure, hazard), inflation })
    }

    /// The log of the posterior density, up to a constant.
    pub fn log_density(&self, place: &[f64]) -> f64 {
        let Some(run) = self.run(place) else { return f64::NEG_INFINITY };
        let mut misfit: f64 = place.iter().map(|x| x * x).sum();
        for target in &self.history.targets {
            let value = run.value(target).unwrap_or(f64::NAN);
            let off =
                if target.measure.is_log() { Lane::ln(value / target.value.value) } else { value - target.value.value };
            misfit += (off / target.error) * (off / target.error);
        }
        if let Some(base) = run.at(self.base_year) {
            let off = Lane::ln(base.rent) / INDEX_ERROR;
            misfit += off * off;
        }
        -0.5 * misfit
    }

    /// The place at which constants and conditions have the values that
    /// `on_scale` gives them on their scales; the centre of the prior without one.
    pub fn place(&self, on_scale: impl Fn(&str) -> Option<f64>) -> Vec<f64> {
        let place = |c: &Coordinate| on_scale(&c.id).map_or(0.0, |x| (x - c.prior.mean) / c.prior.sd);
        self.coordinates.iter().map(place).collect()
    }
}

/// Levels and effects of the levers over the past: those of the base year but
/// for the changes that the history names, which take effect at once.
fn policy(pack: &CityPack, history: &History) -> Result<Vec<Controls>, FitError> {
    let mut reference = [0.0; LEVERS];
    let mut settings = [None; LEVERS];
    for id in LeverId::all() {
        let adopted = pack.reference(pack.base_year, id);
        let adopted = adopted.ok_or_else(|| FitError::Missing(format!("no adopted level for {id}")))?;
        let change = history.policy.get(&id);
        reference[id.index()] = change.map_or(adopted.value, |change| change.before.value);
        settings[id.index()] = change.map(|c| LeverSetting { level: c.level.value, start: c.from - 1, ramp: 1.0 });
    }
    // The share that is protected at the start stays so: designation moves nothing.
    reference[LeverId::ProtectedShare.index()] = history.start.protected_share.value * 100.0;
    settings[LeverId::ProtectedShare.index()] = None;
    let years = usize::try_from(history.to.saturating_sub(history.from)).unwrap_or(0) + 1;
    Ok(controls(history.from, years, &reference, &settings, |_| 0.0))
}
