//! A small invented city for tests by hand. None of its numbers is a claim.

use super::city::MAX_SECTORS;
use super::levers::{LEVERS, LeverId};
use super::parameters::{ParameterId, Parameters};
use super::schedule::{Controls, LeverSetting, controls};
use super::space_market::Weather;
use super::state::{Adopted, Base, Constants, SectorConstants};
use super::step::Year;

/// Round numbers in the neighbourhood of real ones.
#[expect(clippy::match_same_arms, reason = "one parameter, one line, in the order of the components")]
pub fn parameters() -> Parameters<f64> {
    Parameters::from_fn(|id| match id {
        ParameterId::LandValueRatio => 4.0,
        ParameterId::GapElasticity => 0.3,
        ParameterId::HazardOther => 0.016,
        ParameterId::ProtectedRatio => 0.12,
        ParameterId::Fidelity => 0.5,
        ParameterId::PipelineRate => 0.04,
        ParameterId::SitePlotRatio => 0.4,
        ParameterId::PublicHold => 0.95,
        ParameterId::SupplyElasticity => 0.6,
        ParameterId::Obsolescence | ParameterId::Completions => 0.009,
        ParameterId::IntensificationRate => 0.006,
        ParameterId::MultiStoreyCost => 1.1,
        ParameterId::ViabilitySpread => 0.17,
        ParameterId::PlotConventional => 0.4,
        ParameterId::PlotMulti => 0.65,
        ParameterId::MultiStoreyExponent => 0.5,
        ParameterId::NewLandPlotRatio => 0.45,
        ParameterId::StabilisationDeterrence => 0.15,
        ParameterId::NaturalVacancy => 0.08,
        ParameterId::RentCorrection | ParameterId::LongRunRentSpeed | ParameterId::RentClamp => 0.1,
        ParameterId::MinimumVacancy => 0.02,
        ParameterId::InflationResponse => -0.3,
        ParameterId::DensityElasticity => -0.25,
        ParameterId::DensitySpeed | ParameterId::PassThrough => 0.2,
        ParameterId::DensityTrend => 0.003,
        ParameterId::OtherUsersTrend => 0.004,
        ParameterId::OtherUsersElasticity => -0.4,
        ParameterId::PassThroughNew => 0.08,
        ParameterId::TaxRatio => 0.5,
        ParameterId::Capitalisation => 0.75,
        ParameterId::CapitalisationLag => 4.0,
        ParameterId::PublicRent => 0.8,
        ParameterId::CostElasticity => -0.25,
        ParameterId::JobsSpeed => 0.3,
        ParameterId::GrantCost => 48_300.0,
        ParameterId::GrantLife => 7.0,
        ParameterId::ProgrammeCeiling => 0.05,
        ParameterId::SkillsFull => 0.02,
        ParameterId::InnovationFull => 0.005,
        ParameterId::GvaPerJob => 83_000.0,
        ParameterId::HomesPerHa => 150.0,
        ParameterId::HousingShare => 0.6,
        ParameterId::MakerSpacePerJob => 35.0,
        ParameterId::PublicLife => 30.0,
        ParameterId::DiscountRate => 0.035,
        ParameterId::DriftMean => 0.0,
        ParameterId::NationGap => -0.004,
        ParameterId::NationDriftNews => 0.01,
        ParameterId::NationNews => 0.015,
        ParameterId::DriftPersistence => 0.97,
        ParameterId::DriftNews => 0.006,
        ParameterId::CyclePersistence => 0.5,
        ParameterId::CycleNews => 0.035,
        ParameterId::JobsMeasurement => 0.006,
        ParameterId::LeaveShare => 0.1,
        ParameterId::LeaveExponent => 0.7,
        ParameterId::ReprovisionUsable | ParameterId::OtherUsersSpeed => 0.4,
        ParameterId::SkillsEffect | ParameterId::InnovationEffect => 0.01,
        _ => 1.0,
    })
}

/// 100,000 jobs on 10 million m² and 2,000 ha.
pub fn constants() -> Constants<f64> {
    let mut sector = [SectorConstants { share: 0.0, space_per_job: 0.0, growth: 1.0 }; MAX_SECTORS];
    sector[0] = SectorConstants { share: 0.25, space_per_job: 30.0, growth: 1.01 };
    sector[1] = SectorConstants { share: 0.75, space_per_job: 50.0, growth: 0.99 };
    let base = Base {
        jobs: 100_000.0,
        scope: 0.8,
        floorspace: 10e6,
        land: 2_000.0,
        protected_share: 0.6,
        pipeline: 100.0,
        vacancy: 0.05,
        rent: 100.0,
        long_run_rent: 0.0,
        affordable_share: 0.03,
    };
    Constants::new(parameters(), base, 2, sector, Adopted { quota: 0.1, discount: 0.2, public: 0.02, tax: 0.0 })
}

/// Adopted policy of the invented city, in the levers' units.
pub fn adopted() -> [f64; LEVERS] {
    let mut levels = [0.0; LEVERS];
    for (id, level) in [
        (LeverId::ProtectedShare, 60.0),
        (LeverId::ReleasePace, 1.0),
        (LeverId::Reprovision, 10.0),
        (LeverId::Intensification, 0.4),
        (LeverId::AffordableQuota, 10.0),
        (LeverId::AffordableDiscount, 20.0),
        (LeverId::PublicOwnership, 2.0),
    ] {
        levels[id.index()] = level;
    }
    levels
}

/// Controls with some levers at a level from the first year, without delay.
pub fn set(levers: &[(LeverId, f64)]) -> Vec<Controls> {
    let mut settings = [None; LEVERS];
    for &(id, level) in levers {
        settings[id.index()] = Some(LeverSetting { level, start: 1990, ramp: 1.0 });
    }
    controls(2000, 5, &adopted(), &settings, |_| 0.0)
}

/// A year of the invented city with the given controls.
pub fn year(controls: &[Controls], t: usize) -> Year<'_, f64> {
    Year {
        now: &controls[t],
        next: &controls[t + 1],
        adopted_protection: 0.6,
        drift: -0.01,
        extra_growth: 0.0,
        housing: 1.0,
        weather: Weather { age: 0.0, logistics: 0.0, inflation: 0.0, rent_shock: 0.0 },
    }
}
