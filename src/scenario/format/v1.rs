//! Version 1 of the scenario format, frozen: how a text was read then stays so.

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::v2;

/// A scenario as version 1 writes it. Ids are plain text here, so that every
/// unknown one can be reported and not only the first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    title: String,
    #[serde(default)]
    author: String,
    #[serde(default)]
    notes: String,
    horizon: i32,
    outlook: Outlook,
    #[serde(default)]
    assumptions: IndexMap<String, Assumption>,
    cities: IndexMap<String, City>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    pub base: String,
    #[serde(default)]
    pub changes: IndexMap<String, Assumption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    pub value: f64,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    pub start: i32,
    #[serde(default)]
    pub levers: IndexMap<String, Setting>,
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub assumptions: IndexMap<String, Assumption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    pub level: f64,
    pub start: i32,
    pub ramp: f64,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub indicator: String,
    pub year: i32,
    pub value: f64,
}

impl Document {
    /// The same in version 2, which can hold more: city packs and a receipt.
    /// Nothing changes its meaning.
    pub fn upgrade(self) -> v2::Document {
        v2::Document {
            _format: IgnoredAny,
            _version: IgnoredAny,
            title: self.title,
            author: self.author,
            notes: self.notes,
            horizon: self.horizon,
            outlook: self.outlook,
            assumptions: self.assumptions,
            cities: self.cities,
            packs: IndexMap::new(),
            receipt: None,
        }
    }
}
