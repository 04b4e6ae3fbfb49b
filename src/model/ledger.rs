//! Where every hectare, square metre and job came from and went, year by year.

use super::space_market::Market;
use super::state::State;
use super::step::Flows;

/// The flows of the twelve months that follow a reported year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LedgerYear {
    /// The reported year at whose start the flows begin.
    pub year: i32,
    /// Industrial land.
    pub land: LandLedger,
    /// Industrial floorspace.
    pub floorspace: FloorspaceLedger,
    /// Manufacturing jobs.
    pub jobs: JobsLedger,
}

/// Industrial land over twelve months (ha).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LandLedger {
    /// At the start.
    pub start: f64,
    /// Released from protected land.
    pub from_protected: f64,
    /// Released from other land.
    pub from_other: f64,
    /// Released from the consented pipeline.
    pub from_pipeline: f64,
    /// Newly allocated.
    pub new: f64,
    /// At the end.
    pub end: f64,
    /// Moved into protection, out of it if negative; no change of the total.
    pub designated: f64,
}

/// Industrial floorspace over twelve months (m²).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloorspaceLedger {
    /// At the start.
    pub start: f64,
    /// Fell out of use.
    pub obsolete: f64,
    /// Lost with released land.
    pub lost: f64,
    /// Built again on released sites.
    pub reprovided: f64,
    /// Added by denser building on protected sites.
    pub intensified: f64,
    /// Completed from earlier starts.
    pub completed: f64,
    /// At the end.
    pub end: f64,
    /// Occupied by manufacturing at the start.
    pub manufacturing: f64,
    /// Occupied by other users at the start.
    pub other_users: f64,
    /// Vacant at the start.
    pub vacant: f64,
}

/// Manufacturing jobs over twelve months (jobs).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JobsLedger {
    /// At the start.
    pub start: f64,
    /// Underlying growth.
    pub trend: f64,
    /// Answer to occupancy cost and programmes.
    pub answer: f64,
    /// Lost on released sites.
    pub site_loss: f64,
    /// Change of the jobs that find no space.
    pub rationing: f64,
    /// Change of the jobs that stand on programmes.
    pub programmes: f64,
    /// At the end.
    pub end: f64,
}

impl LandLedger {
    /// End less start and all flows: zero up to rounding (ha).
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.end - (self.start - self.from_protected - self.from_other - self.from_pipeline + self.new)
    }
}

impl FloorspaceLedger {
    /// End less start and all flows: zero up to rounding (m²).
    #[must_use]
    pub fn gap(&self) -> f64 {
        let flows = self.reprovided + self.intensified + self.completed - self.obsolete - self.lost;
        self.end - (self.start + flows)
    }

    /// Stock less its uses: zero up to rounding (m²).
    #[must_use]
    pub fn use_gap(&self) -> f64 {
        self.start - self.manufacturing - self.other_users - self.vacant
    }
}

impl JobsLedger {
    /// End less start and all flows: zero up to rounding (jobs).
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.end - (self.start + self.trend + self.answer + self.site_loss + self.rationing + self.programmes)
    }
}

impl LedgerYear {
    /// The entry for a year from the states and markets at both of its ends.
    pub(super) fn new(
        year: i32,
        (s, m): (&State<f64>, &Market<f64>),
        f: &Flows<f64>,
        (s1, m1): (&State<f64>, &Market<f64>),
    ) -> Self {
        let land = |s: &State<f64>| s.protected + s.other + s.pipeline;
        Self {
            year,
            land: LandLedger {
                start: land(s),
                from_protected: f.land.from_protected,
                from_other: f.land.from_other,
                from_pipeline: f.land.from_pipeline,
                new: f.land.new,
                end: land(s1),
                designated: f.land.designated,
            },
            floorspace: FloorspaceLedger {
                start: s.floorspace,
                obsolete: f.floorspace.obsolete,
                lost: f.floorspace.lost,
                reprovided: f.floorspace.reprovided,
                intensified: f.floorspace.intensified,
                completed: f.floorspace.completed,
                end: s1.floorspace,
                manufacturing: m.manufacturing_space,
                other_users: m.other_space,
                vacant: m.vacancy * s.floorspace,
            },
            jobs: JobsLedger {
                start: m.total_jobs,
                trend: f.jobs.trend,
                answer: f.jobs.answered,
                site_loss: f.jobs.site_loss,
                rationing: m.rationed_jobs - m1.rationed_jobs,
                programmes: m1.programmes.total() - m.programmes.total(),
                end: m1.total_jobs,
            },
        }
    }
}
