//! The stocks of a city and the constants of one run.

use super::city::MAX_SECTORS;
use super::lane::Lane;
use super::parameters::Parameters;

/// The stocks at the start of a year. Rents are indices of the real rent, 1 in
/// the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State<R> {
    /// Protected industrial land (ha).
    pub protected: R,
    /// Other industrial land (ha).
    pub other: R,
    /// Land consented or allocated for release, still industrial (ha).
    pub pipeline: R,
    /// Industrial floorspace (m²).
    pub floorspace: R,
    /// Floorspace that completes in the coming year (m²).
    pub completing: R,
    /// Floorspace that completes in the year after (m²).
    pub started: R,
    /// Affordable part of the floorspace (m²).
    pub affordable: R,
    /// Space that other industrial users want (m²).
    pub other_users: R,
    /// Market rent (index).
    pub rent: R,
    /// Long-run rent (index).
    pub long_run_rent: R,
    /// Rent that sitting tenants pay (index).
    pub passing_rent: R,
    /// Capitalised part of a property tax change (index).
    pub capitalised: R,
    /// Floorspace per job relative to the base year (index).
    pub density: R,
    /// Desired jobs inside the counted floorspace by sub-sector, before rationing (jobs).
    pub jobs_inside: [R; MAX_SECTORS],
    /// Jobs outside the counted floorspace (jobs).
    pub jobs_outside: R,
    /// Answer of desired jobs to cost and programmes (log).
    pub answer: R,
    /// Jobs that stand on grants (jobs).
    pub grant_jobs: R,
}

/// The stocks and shares with which a run starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base<R> {
    /// Manufacturing jobs (jobs).
    pub jobs: R,
    /// Share of them inside the counted floorspace.
    pub scope: R,
    /// Industrial floorspace (m²).
    pub floorspace: R,
    /// Industrial land, pipeline included (ha).
    pub land: R,
    /// Protected share of the land outside the pipeline.
    pub protected_share: R,
    /// Consented release pipeline (ha).
    pub pipeline: R,
    /// Vacancy (share).
    pub vacancy: R,
    /// Market rent (currency/m²/yr).
    pub rent: R,
    /// Log of long-run over market rent.
    pub long_run_rent: R,
    /// Affordable share of the stock.
    pub affordable_share: R,
}

impl<R: Copy> Base<R> {
    /// The same stocks in another kind of number.
    pub fn map<S>(&self, mut f: impl FnMut(R) -> S) -> Base<S> {
        Base {
            jobs: f(self.jobs),
            scope: f(self.scope),
            floorspace: f(self.floorspace),
            land: f(self.land),
            protected_share: f(self.protected_share),
            pipeline: f(self.pipeline),
            vacancy: f(self.vacancy),
            rent: f(self.rent),
            long_run_rent: f(self.long_run_rent),
            affordable_share: f(self.affordable_share),
        }
    }
}

/// A sub-sector as the equations see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectorConstants<R> {
    /// Share of jobs in the base year.
    pub share: R,
    /// Floorspace per job in the base year (m²/job).
    pub space_per_job: R,
    /// Yearly growth factor of its own trend, before normalisation.
    pub growth: R,
}

/// Adopted policy, where the equations compare with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adopted<R> {
    /// Affordable quota (share).
    pub quota: R,
    /// Discount in affordable space (share).
    pub discount: R,
    /// Public share of the stock.
    pub public: R,
    /// Change of the property tax bill that is already in the base rent (share).
    pub tax: R,
}

/// Everything of a run that does not change over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Constants<R> {
    /// The model's parameters.
    pub p: Parameters<R>,
    /// The start.
    pub base: Base<R>,
    /// Number of sub-sectors in use.
    pub sectors: usize,
    /// The sub-sectors; entries from `sectors` on are unused.
    pub sector: [SectorConstants<R>; MAX_SECTORS],
    /// Mean floorspace per job in the base year (m²/job).
    pub mean_space_per_job: R,
    /// The levels of adopted policy that the equations compare with.
    pub adopted: Adopted<R>,
    /// Occupancy cost of the base year in rent units, the divisor of the index.
    pub base_cost: R,
    /// Space of other industrial users in the base year: what manufacturing and vacancy leave (m²).
    pub other_users: R,
}

impl<R: Copy> Constants<R> {
    /// The same constants in another kind of number.
    pub fn map<S: Copy>(&self, mut f: impl FnMut(R) -> S) -> Constants<S> {
        Constants {
            p: self.p.map(&mut f),
            base: self.base.map(&mut f),
            sectors: self.sectors,
            sector: self.sector.map(|s| SectorConstants {
                share: f(s.share),
                space_per_job: f(s.space_per_job),
                growth: f(s.growth),
            }),
            mean_space_per_job: f(self.mean_space_per_job),
            adopted: Adopted {
                quota: f(self.adopted.quota),
                discount: f(self.adopted.discount),
                public: f(self.adopted.public),
                tax: f(self.adopted.tax),
            },
            base_cost: f(self.base_cost),
            other_users: f(self.other_users),
        }
    }
}

impl<R: Lane> Constants<R> {
    /// Completes the constants that follow from the others.
    #[must_use]
    pub fn new(
        p: Parameters<R>,
        base: Base<R>,
        sectors: usize,
        sector: [SectorConstants<R>; MAX_SECTORS],
        adopted: Adopted<R>,
    ) -> Self {
        let mut mean_space_per_job = R::splat(0.0);
        for s in &sector[..sectors] {
            mean_space_per_job = mean_space_per_job + s.share * s.space_per_job;
        }
        let one = R::splat(1.0);
        let alpha = base.affordable_share;
        let other_users = (one - base.vacancy) * base.floorspace - mean_space_per_job * base.scope * base.jobs;
        let Adopted { discount, public, tax, .. } = adopted;
        let base_cost =
            (one - alpha - public) + alpha * (one - discount) + p.public_rent * public + p.tax_ratio * (one + tax);
        Self { p, base, sectors, sector, mean_space_per_job, adopted, base_cost, other_users }
    }

    /// The state in the base year.
    #[must_use]
    pub fn initial(&self) -> State<R> {
        let (zero, one) = (R::splat(0.0), R::splat(1.0));
        let base = &self.base;
        let mut jobs_inside = [zero; MAX_SECTORS];
        let mut inside = zero;
        for (jobs, s) in jobs_inside.iter_mut().zip(&self.sector[..self.sectors]) {
            *jobs = base.scope * s.share * base.jobs;
            inside = inside + *jobs;
        }
        let free_land = base.land - base.pipeline;
        let protected = base.protected_share * free_land;
        let building =
            self.p.completions * base.floorspace * (one / self.p.replacement_cost).power(self.p.supply_elasticity);
        State {
            protected,
            other: free_land - protected,
            pipeline: base.pipeline,
            floorspace: base.floorspace,
            completing: building,
            started: building,
            affordable: base.affordable_share * base.floorspace,
            other_users: self.other_users,
            rent: one,
            long_run_rent: base.long_run_rent.exp(),
            passing_rent: one,
            capitalised: zero,
            density: one,
            jobs_inside,
            jobs_outside: base.jobs - inside,
            answer: zero,
            grant_jobs: zero,
        }
    }
}
