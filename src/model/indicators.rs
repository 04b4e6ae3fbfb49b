//! What a projection reports, year by year.

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::text_id::text_id;

/// An indicator of a city. Jobs by sub-sector are columns of their own beside
/// these, see [`crate::model::projection::Column`].
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumIter,
    strum::EnumCount,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
    Serialize,
    Deserialize,
)]
#[serde(try_from = "String", into = "String")]
#[strum(serialize_all = "snake_case")]
pub enum Indicator {
    /// Workplace jobs in manufacturing.
    ManufacturingJobs,
    /// Industrial floorspace, gross internal area.
    IndustrialFloorspace,
    /// Industrial land, the consented pipeline included.
    IndustrialLand,
    /// Market rent in constant prices.
    RealRent,
    /// Vacant share of the floorspace.
    Vacancy,
    /// Occupancy cost of manufacturers, reference in the base year = 1.
    OccupancyCost,
    /// Manufacturing value added, constant prices.
    Gva,
    /// Jobs in other sectors, against the reference.
    SpilloverJobs,
    /// Material recovered in the city because of the programme.
    RecoveredMaterial,
    /// Net circular jobs in all sectors, against the reference.
    CircularJobsNet,
    /// Homes not built, cumulative, against the reference.
    HomesForgone,
    /// Net public cost of a year, against the reference.
    PublicCost,
    /// Discounted cost over discounted net additional job-years so far.
    CostPerNetJobYear,
}

text_id!(Indicator, "indicator");

/// Which direction a planner calls better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither in itself.
    Neither,
}

/// The unit of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndicatorUnit {
    /// Workplace jobs.
    Jobs,
    /// Square metres.
    SquareMetres,
    /// Hectares.
    Hectares,
    /// Currency per square metre and year.
    CurrencyPerSquareMetreYear,
    /// A share from 0 to 1.
    Share,
    /// An index, 1 in the base year.
    Index,
    /// Currency a year.
    CurrencyPerYear,
    /// Thousand tonnes a year.
    KilotonnesPerYear,
    /// Homes.
    Homes,
    /// Currency.
    Currency,
}

impl IndicatorUnit {
    /// The unit as written in tables; `currency` is the city's currency code.
    #[must_use]
    pub fn text(self, currency: &str) -> String {
        match self {
            Self::Jobs => "jobs".to_owned(),
            Self::SquareMetres => "m²".to_owned(),
            Self::Hectares => "ha".to_owned(),
            Self::CurrencyPerSquareMetreYear => format!("{currency}/m²/yr"),
            Self::Share => "share".to_owned(),
            Self::Index => "index".to_owned(),
            Self::CurrencyPerYear => format!("{currency}/yr"),
            Self::KilotonnesPerYear => "kt/yr".to_owned(),
            Self::Homes => "homes".to_owned(),
            Self::Currency => currency.to_owned(),
        }
    }
}

/// The number of indicators.
pub const INDICATORS: usize = <Indicator as strum::EnumCount>::COUNT;

impl Indicator {
    /// Every indicator in the order of tables.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Name on cards and charts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ManufacturingJobs => "Manufacturing jobs",
            Self::IndustrialFloorspace => "Industrial floorspace",
            Self::IndustrialLand => "Industrial land",
            Self::RealRent => "Real rent",
            Self::Vacancy => "Vacancy",
            Self::OccupancyCost => "Occupancy cost",
            Self::Gva => "Value added",
            Self::SpilloverJobs => "Spill-over jobs",
            Self::RecoveredMaterial => "Recovered material",
            Self::CircularJobsNet => "Circular jobs, net",
            Self::HomesForgone => "Homes forgone",
            Self::PublicCost => "Public cost",
            Self::CostPerNetJobYear => "Cost per net job-year",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> IndicatorUnit {
        match self {
            Self::ManufacturingJobs | Self::SpilloverJobs | Self::CircularJobsNet => IndicatorUnit::Jobs,
            Self::IndustrialFloorspace => IndicatorUnit::SquareMetres,
            Self::IndustrialLand => IndicatorUnit::Hectares,
            Self::RealRent => IndicatorUnit::CurrencyPerSquareMetreYear,
            Self::Vacancy => IndicatorUnit::Share,
            Self::OccupancyCost => IndicatorUnit::Index,
            Self::Gva | Self::PublicCost => IndicatorUnit::CurrencyPerYear,
            Self::RecoveredMaterial => IndicatorUnit::KilotonnesPerYear,
            Self::HomesForgone => IndicatorUnit::Homes,
            Self::CostPerNetJobYear => IndicatorUnit::Currency,
        }
    }

    /// Which direction a planner calls better.
    #[must_use]
    pub const fn better(self) -> Better {
        match self {
            Self::ManufacturingJobs
            | Self::IndustrialFloorspace
            | Self::IndustrialLand
            | Self::Gva
            | Self::SpilloverJobs
            | Self::RecoveredMaterial
            | Self::CircularJobsNet => Better::More,
            Self::RealRent | Self::OccupancyCost | Self::HomesForgone | Self::PublicCost | Self::CostPerNetJobYear => {
                Better::Less
            }
            Self::Vacancy => Better::Neither,
        }
    }

    /// Whether it is a difference from the reference, which is then 0.
    #[must_use]
    pub const fn is_difference(self) -> bool {
        matches!(
            self,
            Self::SpilloverJobs
                | Self::CircularJobsNet
                | Self::HomesForgone
                | Self::PublicCost
                | Self::CostPerNetJobYear
        )
    }
}
