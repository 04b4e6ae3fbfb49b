//! The inner state of a run, year by year, for whoever explains a number.
//!
//! A projection keeps what it reports; a trace keeps what the equations saw. It
//! comes from the same run of the same functions.

use super::inputs::Inputs;
use super::lane::Lane;
use super::levers::LeverId;
use super::outlook::{DriverId, Outlook};
use super::projection::Reference;
use super::run::simulate;
use super::schedule::{Controls, LeverSetting};
use super::space_market::Market;
use super::state::{Constants, State};
use super::step::Flows;

/// Which run of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Run {
    /// The levers as set.
    Scenario,
    /// The same world under adopted policy.
    Reference,
    /// Adopted policy under the baseline outlook: the run in which the offset of
    /// the job trend is found.
    Baseline,
}

/// Everything that the equations saw in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snapshot {
    /// The reported year.
    pub year: i32,
    /// Levels and effects of the levers.
    pub controls: Controls,
    /// The stocks at the start of the year.
    pub state: State<f64>,
    /// What follows from them.
    pub market: Market<f64>,
    /// The flows of the twelve months that follow.
    pub flows: Flows<f64>,
    /// Jobs inside as the drift has them (jobs).
    pub jobs_on_trend: f64,
    /// Underlying growth of jobs (1/yr).
    pub drift: f64,
    /// What the outlook adds to it (1/yr).
    pub extra_growth: f64,
    /// Real housing-land value, 1 in the base year (index).
    pub housing: f64,
}

/// A run with everything that its equations saw.
#[derive(Clone, Debug)]
pub struct Trace {
    /// What does not change over time.
    pub constants: Constants<f64>,
    /// One entry a reported year, and one for the year after the last: its stocks
    /// and lever effects are those of that year, its flows are not computed and
    /// repeat the last.
    pub years: Vec<Snapshot>,
    outlook: Outlook,
    baseline: Outlook,
    adopted: Vec<f64>,
    settings: Vec<Option<LeverSetting>>,
}

impl Trace {
    /// Runs a city again, keeping everything. `reference` comes from the same
    /// inputs but for the lever settings.
    #[must_use]
    pub fn of(inputs: &Inputs, reference: &Reference, run: Run) -> Self {
        let outlook = if run == Run::Baseline { inputs.baseline() } else { inputs.outlook() };
        let central = inputs.central();
        let c = &central.constants;
        let course = if run == Run::Scenario { inputs.course_as_set(c) } else { inputs.course_as_adopted(c) };
        let first = inputs.span().0;
        let mut years = Vec::with_capacity(inputs.len() + 1);
        simulate(
            inputs,
            central,
            course,
            outlook,
            |row, _| reference.offset(row),
            |m| {
                let year = first.saturating_add_unsigned(u32::try_from(m.row).unwrap_or(u32::MAX));
                let snapshot = Snapshot {
                    year,
                    controls: *m.year.now,
                    state: *m.state,
                    market: *m.market,
                    flows: *m.flows,
                    jobs_on_trend: m.jobs_on_trend,
                    drift: m.year.drift,
                    extra_growth: m.year.extra_growth,
                    housing: m.year.housing,
                };
                years.push(snapshot);
                if m.row + 1 == inputs.len() {
                    let (state, market) = (*m.next.0, *m.next.1);
                    let jobs_on_trend = m.jobs_on_trend * Lane::exp(m.year.drift);
                    years.push(Snapshot {
                        year: year + 1,
                        controls: *m.year.next,
                        state,
                        market,
                        jobs_on_trend,
                        ..snapshot
                    });
                }
            },
        );
        let set = |id| (run == Run::Scenario).then(|| inputs.setting(id)).flatten();
        Self {
            constants: inputs.constants().clone(),
            years,
            outlook: *outlook,
            baseline: *inputs.baseline(),
            adopted: LeverId::all().map(|id| inputs.adopted(id)).collect(),
            settings: LeverId::all().map(set).collect(),
        }
    }

    /// A driver of the outlook as a fraction.
    #[must_use]
    pub fn driver(&self, id: DriverId) -> f64 {
        self.outlook.fraction(id)
    }

    /// A driver of the baseline outlook as a fraction.
    #[must_use]
    pub fn baseline_driver(&self, id: DriverId) -> f64 {
        self.baseline.fraction(id)
    }

    /// The level of a lever under adopted policy, in the unit of the equations.
    #[must_use]
    pub fn adopted(&self, id: LeverId) -> f64 {
        self.adopted[id.index()] * id.spec().unit.scale()
    }

    /// How a lever is set, the level in the unit of the equations; at adopted
    /// policy the level of adopted policy from the first year on.
    #[must_use]
    pub fn setting(&self, id: LeverId) -> LeverSetting {
        let first = self.years.first().map_or(0, |y| y.year);
        let adopted = LeverSetting { level: self.adopted[id.index()], start: first, ramp: 1.0 };
        let set = self.settings[id.index()].unwrap_or(adopted);
        LeverSetting { level: set.level * id.spec().unit.scale(), ..set }
    }
}
