//! The parties of a city: whose choices move its levers, and whose interests they touch.
//!
//! Nothing here enters an equation. A party has levers that it decides, a
//! position that it has stated in public where one was found, and what it is
//! taken to care about, which whoever uses the program can weigh otherwise.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::indicators::Indicator;
use super::levers::LeverId;
use super::provenance::Label;

/// The most parties that a pack may name.
pub const MAX_PARTIES: usize = 24;

/// Indicators that a party can care about, in the order shown.
pub const CONCERNS: [Indicator; 9] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::HomesForgone,
    Indicator::PublicCost,
    Indicator::Gva,
    Indicator::SpilloverJobs,
    Indicator::RecoveredMaterial,
];

/// The largest weight of a concern, in either direction.
pub const HEAVIEST: f64 = 3.0;

/// Somebody with a part in what becomes of manufacturing in a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Name shown to the user.
    pub name: String,
    /// What kind of party it is.
    pub role: Role,
    /// The levers that it decides, alone or with others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decides: Vec<LeverId>,
    /// What it has said in public; nothing where nothing was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// What it is taken to want more or less of. How much each counts is for
    /// the user to say; at first all count the same.
    pub cares: IndexMap<Indicator, Wish>,
}

impl Party {
    /// The weight of a concern where nobody chose one: 1 for what it wants more
    /// of, −1 for what it wants less of, 0 for the rest.
    #[must_use]
    pub fn weight(&self, indicator: Indicator) -> f64 {
        match self.cares.get(&indicator) {
            Some(Wish::More) => 1.0,
            Some(Wish::Less) => -1.0,
            None => 0.0,
        }
    }
}

/// The kinds of party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter, strum::IntoStaticStr, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// A municipality or borough.
    Municipality,
    /// A region, province or city-wide authority.
    Region,
    /// The state.
    State,
    /// A public development agency.
    Agency,
    /// A port authority.
    Port,
    /// Developers and owners of land.
    Developers,
    /// Manufacturers and their federations.
    Manufacturers,
    /// Those who work in manufacturing, and their unions.
    Workers,
    /// Makers and workshops.
    Makers,
    /// Community groups.
    Community,
    /// Residents, those of today and those who look for a home.
    Residents,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The more the better.
    More,
    /// The less the better.
    Less,
}

/// A position that a party has stated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// What it said, in a sentence of ours.
    pub text: String,
    /// When.
    pub year: i32,
    /// Key into `assets/evidence/sources.ron`, or into the pack's own sources.
    pub source: String,
    /// How it is known.
    pub label: Label,
}
