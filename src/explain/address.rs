//! What can be explained, and the way to it.

use super::runs::Part;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::projection::Column;

use super::quantity::{JOBS_OF_SECTOR, of_indicator};

/// What an explanation is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Something that the equations compute, by its symbol.
    Quantity(&'static str, Part),
    /// A constant, as it counts in the city.
    Parameter(ParameterId),
    /// A driver of the scenario's outlook.
    Driver(DriverId),
    /// A figure of every sub-sector, by its symbol.
    Sectors(&'static str),
    /// The public cost of all cities together, in euros.
    AllCities,
    /// Anything else that is known, by its id.
    Entry(String),
}

/// A topic in a city and year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The city, by id.
    pub city: String,
    /// What it is about.
    pub topic: Topic,
    /// Years before the chosen year.
    pub back: i32,
}

impl Address {
    /// A topic in the chosen year.
    #[must_use]
    pub fn new(city: &str, topic: Topic) -> Self {
        Self { city: city.to_owned(), topic, back: 0 }
    }

    /// An indicator, or the jobs of a sub-sector, in the chosen year.
    #[must_use]
    pub fn column(city: &str, column: Column) -> Self {
        Self::new(city, column_topic(column))
    }

    /// The effect of a lever in the chosen year.
    #[must_use]
    pub fn lever(city: &str, lever: LeverId) -> Self {
        Self::new(city, Topic::Quantity("K", Part::Lever(lever)))
    }
}

/// The quantity behind a column of a projection.
#[must_use]
pub const fn column_topic(column: Column) -> Topic {
    match column {
        Column::Indicator(indicator) => Topic::Quantity(of_indicator(indicator), Part::Whole),
        Column::JobsOf(sector) => Topic::Quantity(JOBS_OF_SECTOR, Part::Sector(sector)),
    }
}

impl From<Indicator> for Topic {
    fn from(indicator: Indicator) -> Self {
        column_topic(Column::Indicator(indicator))
    }
}
