//! Version 1 of the scenario format, frozen: how a text was read then stays so.

use std::collections::BTreeMap;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::scenario::document::{self, Measure, Scenario};
use crate::scenario::limits::Fault;

/// A scenario as version 1 writes it. Ids are plain text here, so that every
/// unknown one can be reported and not only the first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
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
struct Outlook {
    base: String,
    #[serde(default)]
    changes: IndexMap<String, Assumption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Assumption {
    value: f64,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct City {
    start: i32,
    #[serde(default)]
    levers: IndexMap<String, Setting>,
    #[serde(default)]
    targets: Vec<Target>,
    #[serde(default)]
    assumptions: IndexMap<String, Assumption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    level: f64,
    start: i32,
    ramp: f64,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    indicator: String,
    year: i32,
    value: f64,
}

impl Document {
    /// The document of today, and what names nothing that is known. What is
    /// not known is left out of the document.
    pub fn into_scenario(self) -> (Scenario, Vec<Fault>) {
        let mut faults = Vec::new();
        let scenario = Scenario {
            comment: Vec::new(),
            title: self.title,
            author: self.author,
            notes: self.notes,
            horizon: self.horizon,
            outlook: document::OutlookChoice {
                base: self.outlook.base,
                changes: drivers(self.outlook.changes, &mut faults),
            },
            assumptions: parameters(self.assumptions, &[], &mut faults),
            cities: self.cities.into_iter().map(|(id, city)| (id.clone(), city.into_plan(&id, &mut faults))).collect(),
        };
        (scenario, faults)
    }
}

impl City {
    fn into_plan(self, id: &str, faults: &mut Vec<Fault>) -> document::CityPlan {
        let outer = ["cities", id];
        let known = || LeverId::all().map(<&'static str>::from);
        let levers = named(self.levers, &[&outer[..], &["levers"]].concat(), "lever", known, faults);
        let mut targets = Vec::with_capacity(self.targets.len());
        for (i, target) in self.targets.into_iter().enumerate() {
            let indicator = target.indicator.parse::<Measure>().unwrap_or_else(|_| {
                let i = i.to_string();
                let path = [&outer[..], &["targets", &i, "indicator"]].concat();
                let known = Indicator::all().map(<&'static str>::from);
                let unknown = Fault::unknown(&path, "indicator", &target.indicator, known);
                faults.push(Fault { in_name: false, ..unknown });
                // Holds the place, so that the targets after it keep theirs.
                Measure::JobsOf(target.indicator)
            });
            targets.push(document::Target { indicator, year: target.year, value: target.value });
        }
        document::CityPlan {
            start: self.start,
            levers: levers
                .into_iter()
                .map(|(lever, s): (LeverId, Setting)| {
                    (lever, document::Setting { level: s.level, start: s.start, ramp: s.ramp, reason: s.reason })
                })
                .collect(),
            targets,
            assumptions: parameters(self.assumptions, &outer, faults),
        }
    }
}

fn drivers(written: IndexMap<String, Assumption>, faults: &mut Vec<Fault>) -> BTreeMap<DriverId, document::Assumption> {
    let known = || DriverId::all().map(<&'static str>::from);
    assumed(named(written, &["outlook", "changes"], "outlook driver", known, faults))
}

fn parameters(
    written: IndexMap<String, Assumption>,
    outer: &[&str],
    faults: &mut Vec<Fault>,
) -> BTreeMap<ParameterId, document::Assumption> {
    let known = || ParameterId::ALL.iter().map(|id| id.id());
    assumed(named(written, &[outer, &["assumptions"]].concat(), "parameter", known, faults))
}

fn assumed<K: Ord>(written: Vec<(K, Assumption)>) -> BTreeMap<K, document::Assumption> {
    written.into_iter().map(|(id, a)| (id, document::Assumption { value: a.value, reason: a.reason })).collect()
}

/// Entries whose name is an id; the others become faults.
fn named<K: FromStr, V, I: Iterator<Item = &'static str>>(
    written: IndexMap<String, V>,
    outer: &[&str],
    noun: &str,
    known: impl Fn() -> I,
    faults: &mut Vec<Fault>,
) -> Vec<(K, V)> {
    let mut entries = Vec::with_capacity(written.len());
    for (name, value) in written {
        match name.parse() {
            Ok(id) => entries.push((id, value)),
            Err(_) => faults.push(Fault::unknown(&[outer, &[&name]].concat(), noun, &name, known())),
        }
    }
    entries
}
