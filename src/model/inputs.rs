//! Everything that one city's projection needs, as plain numbers.

use super::city::{CityPack, DriftSegment, MAX_SECTORS, Start};
use super::drift::{Drift, Observation, drift};
use super::lane::Lane;
use super::levers::{LEVERS, LeverId};
use super::outlook::{DriverId, Outlook};
use super::parameters::{ParameterId, Parameters};
use super::run::Member;
use super::schedule::{Controls, Course, LeverSetting};
use super::space_market::Weather;
use super::state::{Adopted, Base, Constants, SectorConstants};
use super::step::Year;

/// The longest run, in years.
pub const MAX_YEARS: i32 = 100;

/// Why a city cannot be projected.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum InputsError {
    /// The pack has no stocks for that year.
    #[error("{city} has no stocks for a start in {start}; it can start in {}", list(.known))]
    NoStart {
        /// City id.
        city: String,
        /// The year asked for.
        start: i32,
        /// Years that the pack has.
        known: Vec<i32>,
    },
    /// The horizon is not after the start, or too far.
    #[error("the horizon {horizon} must lie 1 to {MAX_YEARS} years after the start in {start}")]
    Horizon {
        /// First year.
        start: i32,
        /// Last year asked for.
        horizon: i32,
    },
    /// A parameter is outside the values with which the equations make sense.
    #[error("{id} = {value} is outside {low} to {high} {unit}", id = .id.id(), unit = .id.unit())]
    Parameter {
        /// Which parameter.
        id: ParameterId,
        /// Its value.
        value: f64,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// The pack lacks something, or its stocks contradict each other.
    #[error("{city}: {problem}")]
    Pack {
        /// City id.
        city: String,
        /// What is wrong, in a sentence.
        problem: String,
    },
}

fn list(years: &[i32]) -> String {
    years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}

/// The inputs of one city: constants, lever settings, outlook, drift.
#[derive(Clone, Debug)]
pub struct Inputs {
    pub(super) first: i32,
    pub(super) last: i32,
    central: Member<f64>,
    /// Adopted policy, in the levers' units.
    adopted: [f64; LEVERS],
    settings: [Option<LeverSetting>; LEVERS],
    drift: Drift,
    baseline: Outlook,
    outlook: Outlook,
}

impl Inputs {
    /// Puts a city's numbers together. No lever is set yet: the policy is the
    /// adopted one. `baseline` is the outlook under which desired jobs follow
    /// the drift, `outlook` the one to project.
    ///
    /// # Errors
    ///
    /// When the pack has no stocks for `start`, the horizon is out of reach, a
    /// parameter makes no sense, or the stocks contradict each other.
    pub fn new(
        pack: &CityPack,
        start: i32,
        horizon: i32,
        parameters: Parameters<f64>,
        baseline: Outlook,
        outlook: Outlook,
    ) -> Result<Self, InputsError> {
        let stocks = pack.starts.get(&start).ok_or_else(|| {
            let mut known: Vec<i32> = pack.starts.keys().copied().collect();
            known.sort_unstable();
            InputsError::NoStart { city: pack.id.clone(), start, known }
        })?;
        if !(1..=MAX_YEARS).contains(&horizon.saturating_sub(start)) {
            return Err(InputsError::Horizon { start, horizon });
        }
        for &id in ParameterId::ALL {
            let (value, allowed) = (parameters.get(id), id.allowed());
            if !allowed.contains(&value) {
                return Err(InputsError::Parameter { id, value, low: *allowed.start(), high: *allowed.end() });
            }
        }
        let problem = |problem: String| InputsError::Pack { city: pack.id.clone(), problem };

        let mut adopted = [0.0; LEVERS];
        for id in LeverId::all() {
            let level = pack.reference(start, id).ok_or_else(|| problem(format!("no adopted level for {id}")))?;
            adopted[id.index()] = level.value;
        }
        // What is protected in the base year is what adopted policy protects.
        adopted[LeverId::ProtectedShare.index()] = stocks.protected_share.value * 100.0;

        let jobs = observations(pack, &pack.drift).map_err(problem)?;
        let nation = observations(pack, &pack.nation).map_err(problem)?;
        let drift = drift(&jobs, (!nation.is_empty()).then_some(&nation), &parameters, start);
        let growth: Vec<f64> = (0..=horizon.abs_diff(start)).map(|ahead| drift.growth(ahead)).collect();

        let constants = constants(pack, stocks, parameters, &adopted).map_err(problem)?;
        let central = Member { constants, rent_shock: vec![0.0; growth.len()], growth };
        Ok(Self { first: start, last: horizon, central, adopted, settings: [None; LEVERS], drift, baseline, outlook })
    }

    /// Sets a lever.
    pub const fn set_lever(&mut self, id: LeverId, setting: LeverSetting) {
        self.settings[id.index()] = Some(setting);
    }

    /// Replaces the trend of a sub-sector, by its position in the pack (1/yr).
    pub fn set_trend(&mut self, sector: usize, trend: f64) {
        if let Some(constants) = self.central.constants.sector.get_mut(sector) {
            constants.growth = trend.exp();
        }
    }

    /// How a lever is set; `None` at adopted policy.
    #[must_use]
    pub const fn setting(&self, id: LeverId) -> Option<LeverSetting> {
        self.settings[id.index()]
    }

    /// The level of a lever under adopted policy, in the lever's unit.
    #[must_use]
    pub const fn adopted(&self, id: LeverId) -> f64 {
        self.adopted[id.index()]
    }

    /// The levers whose setting aims at another level than adopted policy has.
    pub fn changed(&self) -> impl Iterator<Item = LeverId> + '_ {
        LeverId::all().filter(|id| {
            let i = id.index();
            self.settings[i].is_some_and(|setting| setting.level.to_bits() != self.adopted[i].to_bits())
        })
    }

    /// The same inputs with only those levers set that `keep` names; the others
    /// are at adopted policy.
    #[must_use]
    pub fn keeping(&self, keep: impl Fn(LeverId) -> bool) -> Self {
        let mut kept = self.clone();
        for id in LeverId::all().filter(|id| !keep(*id)) {
            kept.settings[id.index()] = None;
        }
        kept
    }

    /// The central run's numbers: every parameter at its centre, no shocks.
    #[must_use]
    pub const fn central(&self) -> &Member<f64> {
        &self.central
    }

    /// Parameters and stocks of the central run.
    #[must_use]
    pub const fn constants(&self) -> &Constants<f64> {
        &self.central.constants
    }

    /// The underlying growth of jobs as known at the start.
    #[must_use]
    pub const fn drift(&self) -> &Drift {
        &self.drift
    }

    /// First and last year of the run.
    #[must_use]
    pub const fn span(&self) -> (i32, i32) {
        (self.first, self.last)
    }

    /// Number of reported years.
    #[must_use]
    pub fn len(&self) -> usize {
        self.central.growth.len()
    }

    /// A run has at least one reported year.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Lever levels and effects with the settings, year after year.
    #[inline(always)]
    pub(super) fn course_as_set<R: Lane>(&self, c: &Constants<R>) -> Course<'_, R> {
        Course::new(self.first, &self.adopted, &self.settings, |id| c.p.get(id.spec().lag))
    }

    /// Lever levels and effects under adopted policy.
    #[inline(always)]
    pub(super) fn course_as_adopted<R: Lane>(&self, c: &Constants<R>) -> Course<'_, R> {
        Course::new(self.first, &self.adopted, &[None; LEVERS], |id| c.p.get(id.spec().lag))
    }

    /// The level and the effect of a lever in each reported year, in the lever's
    /// unit: how the central run carries a setting out.
    #[must_use]
    pub fn course(&self, id: LeverId) -> Vec<(f64, f64)> {
        let scale = id.spec().unit.scale();
        let mut course = self.course_as_set(self.constants());
        let mut years = Vec::with_capacity(self.len());
        for _ in 0..self.len() {
            years.push((course.now().level(id) / scale, course.now().effect(id) / scale));
            course.advance();
        }
        years
    }

    /// The outlook to project.
    #[must_use]
    pub const fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    /// The outlook under which jobs follow the drift.
    #[must_use]
    pub const fn baseline(&self) -> &Outlook {
        &self.baseline
    }

    /// What acts on the city in year number `t`, under an outlook.
    #[inline(always)]
    pub(super) fn year<'a, R: Lane>(
        &self,
        t: usize,
        member: &Member<R>,
        (now, next): (&'a Controls<R>, &'a Controls<R>),
        outlook: &Outlook,
    ) -> Year<'a, R> {
        let age = f64::from(u32::try_from(t).unwrap_or(u32::MAX));
        let beyond = |id| outlook.fraction(id) - self.baseline.fraction(id);
        Year {
            now,
            next,
            adopted_protection: self.adopted(LeverId::ProtectedShare) * 0.01,
            drift: member.growth[t],
            extra_growth: R::splat(beyond(DriverId::NationalTrend) + beyond(DriverId::DistributedProduction)),
            housing: R::splat(Lane::exp(outlook.fraction(DriverId::HousingPressure) * age)),
            weather: Weather {
                age: R::splat(age),
                logistics: R::splat(outlook.fraction(DriverId::LogisticsDemand)),
                inflation: R::splat(outlook.fraction(DriverId::InflationSurprise)),
                rent_shock: member.rent_shock[t],
            },
        }
    }
}

/// The observed jobs of some segments of a pack, each segment at a level of its own.
///
/// # Errors
/// A sentence that says which segment has no series, or numbers that make no sense.
pub fn observations(pack: &CityPack, segments: &[DriftSegment]) -> Result<Vec<Observation>, String> {
    let mut all = Vec::new();
    for segment in segments {
        let series = pack.series.get(&segment.series).ok_or_else(|| format!("no series {:?}", segment.series))?;
        let measurement = segment.measurement.as_ref().map(|q| q.value);
        if let Some(sd) = measurement.filter(|sd| !(1e-6..=0.5).contains(sd)) {
            return Err(format!("{}: a measurement error of {sd}; expected 0.000001 to 0.5", segment.series));
        }
        let mut restart = true;
        for (year, jobs) in series.main_line().filter(|(y, _)| (segment.from..=segment.to).contains(y)) {
            if jobs <= 0.0 || !jobs.is_finite() {
                return Err(format!("{}: {jobs} jobs in {year}; expected more than none", segment.series));
            }
            restart |= segment.breaks.contains(&year);
            all.push(Observation { year, jobs, restart, measurement });
            restart = false;
        }
    }
    Ok(all)
}

fn constants(
    pack: &CityPack,
    start: &Start,
    p: Parameters<f64>,
    adopted: &[f64; LEVERS],
) -> Result<Constants<f64>, String> {
    let n = pack.sectors.len();
    if n == 0 || n > MAX_SECTORS {
        return Err(format!("{n} sub-sectors; expected 1 to {MAX_SECTORS}"));
    }
    let mut sector = [SectorConstants { share: 0.0, space_per_job: 0.0, growth: 1.0 }; MAX_SECTORS];
    for (slot, s) in sector.iter_mut().zip(pack.sectors.values()) {
        *slot =
            SectorConstants { share: s.share.value, space_per_job: s.space_per_job.value, growth: s.trend.value.exp() };
    }
    let base = Base {
        jobs: start.jobs.value,
        scope: start.scope.value,
        floorspace: start.floorspace.value,
        land: start.land.value,
        protected_share: start.protected_share.value,
        pipeline: start.pipeline.value,
        vacancy: start.vacancy.value,
        rent: start.rent.value,
        long_run_rent: start.long_run_rent.value,
        affordable_share: start.affordable_share.value,
    };
    let positive = [("jobs", base.jobs), ("floorspace", base.floorspace), ("land", base.land), ("rent", base.rent)];
    for (name, value) in positive {
        if !(value > 0.0 && value.is_finite()) {
            return Err(format!("{name} is {value} at the start; expected more than zero"));
        }
    }
    if !(base.pipeline >= 0.0 && base.pipeline < base.land) {
        return Err(format!("a pipeline of {} ha does not fit into {} ha of land", base.pipeline, base.land));
    }
    let of = |id: LeverId| adopted[id.index()] * id.spec().unit.scale();
    let policy = Adopted {
        quota: of(LeverId::AffordableQuota),
        discount: of(LeverId::AffordableDiscount),
        public: of(LeverId::PublicOwnership),
        tax: of(LeverId::PropertyTax),
    };
    let constants = Constants::new(p, base, n, sector, policy);
    if constants.other_users <= 0.0 {
        return Err(format!(
            "manufacturing and vacancy together need more than the {} m² of floorspace: check jobs, scope, floorspace per job and vacancy",
            base.floorspace
        ));
    }
    Ok(constants)
}
