//! Assumptions about the world that no city decides.

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::text_id::text_id;

/// One assumption about the world. Its text form is the id in files.
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
pub enum DriverId {
    /// Growth of manufacturing jobs beyond the city's observed drift.
    NationalTrend,
    /// Growth of real housing-land value.
    HousingPressure,
    /// Growth of other industrial users' demand beyond its trend.
    LogisticsDemand,
    /// Extra growth from distributed and digital production in the city.
    DistributedProduction,
    /// Inflation above what rents had in them.
    InflationSurprise,
}

/// The number of drivers.
pub const DRIVERS: usize = <DriverId as strum::EnumCount>::COUNT;

/// What a driver is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DriverSpec {
    /// Which driver.
    pub id: DriverId,
    /// Name in the panel.
    pub name: &'static str,
    /// Unit of the value, in files too.
    pub unit: &'static str,
    /// Lower end of the slider.
    pub min: f64,
    /// Upper end of the slider.
    pub max: f64,
    /// Step for an arrow key.
    pub step: f64,
    /// What it is in the real world.
    pub meaning: &'static str,
    /// How it enters the model.
    pub channel: &'static str,
}

static SPECS: [DriverSpec; DRIVERS] = [
    DriverSpec {
        id: DriverId::NationalTrend,
        name: "National industry trend",
        unit: "%/yr",
        min: -3.0,
        max: 3.0,
        step: 0.1,
        meaning: "Offshoring, automation and reshoring in the country, beyond what the city's own past growth already contains.",
        channel: "Added to the growth of desired jobs of every sub-sector.",
    },
    DriverSpec {
        id: DriverId::HousingPressure,
        name: "Housing-land pressure",
        unit: "%/yr",
        min: -2.0,
        max: 5.0,
        step: 0.1,
        meaning: "How fast the real value of housing land rises.",
        channel: "Widens the gap between housing and industrial land value, which raises the release hazard.",
    },
    DriverSpec {
        id: DriverId::LogisticsDemand,
        name: "Logistics demand",
        unit: "%/yr",
        min: -2.0,
        max: 3.0,
        step: 0.1,
        meaning: "Growth of warehousing, parcel and other industrial users beyond their past trend.",
        channel: "Added to the trend of other users' space; it competes with manufacturing through vacancy and rent.",
    },
    DriverSpec {
        id: DriverId::DistributedProduction,
        name: "Distributed production",
        unit: "%/yr",
        min: 0.0,
        max: 1.0,
        step: 0.05,
        meaning: "Local, digital and on-demand production that returns to the city.",
        channel: "Added to the growth of desired jobs of every sub-sector.",
    },
    DriverSpec {
        id: DriverId::InflationSurprise,
        name: "Inflation surprise",
        unit: "points/yr",
        min: -5.0,
        max: 10.0,
        step: 0.5,
        meaning: "Inflation above what leases had priced in.",
        channel: "Lowers real rents, which are fixed in money between reviews.",
    },
];

text_id!(DriverId, "outlook driver");

impl DriverId {
    /// Every driver in the order of the panel.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its definition.
    #[must_use]
    pub const fn spec(self) -> &'static DriverSpec {
        &SPECS[self as usize]
    }
}

/// A value for every driver, in the driver's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    values: [f64; DRIVERS],
}

impl Outlook {
    /// An outlook from a value for every driver.
    pub fn from_fn(mut value: impl FnMut(DriverId) -> f64) -> Self {
        let mut values = [0.0; DRIVERS];
        for id in DriverId::all() {
            values[id as usize] = value(id);
        }
        Self { values }
    }

    /// The value of one driver, in its unit.
    #[must_use]
    pub const fn get(&self, id: DriverId) -> f64 {
        self.values[id as usize]
    }

    /// The value of one driver as a fraction, as the equations use it.
    #[must_use]
    pub fn fraction(&self, id: DriverId) -> f64 {
        self.get(id) * 0.01
    }

    /// Replaces the value of one driver.
    pub const fn set(&mut self, id: DriverId, value: f64) {
        self.values[id as usize] = value;
    }
}

/// A named outlook as stored in `assets/evidence/outlooks.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedOutlook {
    /// Name shown to the user.
    pub name: String,
    /// What it stands for, in a sentence or two.
    pub meaning: String,
    /// A value for every driver with its provenance.
    pub drivers: indexmap::IndexMap<DriverId, super::provenance::Quantity>,
}

impl NamedOutlook {
    /// Its values. A driver it does not name is zero.
    #[must_use]
    pub fn values(&self) -> Outlook {
        Outlook::from_fn(|id| self.drivers.get(&id).map_or(0.0, |q| q.value))
    }
}
