//! Version 3 of the scenario format: version 2 with what the parties of a city
//! are taken to care about.
//!
//! It is the newest version, so what becomes of a text is decided here. With a
//! version 4 the structs stay as they are, for ever, and the rest moves there.

use std::collections::BTreeMap;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::evidence::carried;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::parties::CONCERNS;
use crate::reading::problem::MOST_PROBLEMS;
use crate::scenario::document::{self, Measure, Scenario};
use crate::scenario::limits::Fault;
use crate::scenario::receipt;

/// What did not change since version 1.
use super::v1::{Assumption, Outlook, Setting, Target};
/// What did not change since version 2.
use super::v2::Receipt;

/// A scenario as version 3 writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    #[serde(rename = "format")]
    pub _format: IgnoredAny,
    #[serde(rename = "version")]
    pub _version: IgnoredAny,
    pub title: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub notes: String,
    pub horizon: i32,
    pub outlook: Outlook,
    #[serde(default)]
    pub assumptions: IndexMap<String, Assumption>,
    pub cities: IndexMap<String, City>,
    /// Packs by the id of the city. They have a format and a version of their
    /// own and are read by the reader of packs.
    #[serde(default)]
    pub packs: IndexMap<String, IgnoredAny>,
    #[serde(default)]
    pub receipt: Option<Receipt>,
}

/// The policy of one city.
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
    /// By party and indicator.
    #[serde(default)]
    pub concerns: IndexMap<String, IndexMap<String, f64>>,
}

impl Document {
    /// The document of today with its receipt, and what names nothing that is
    /// known. What is not known is left out of the document; what was known once
    /// too, and `notices` says so.
    pub fn into_scenario(mut self, notices: &mut Vec<String>) -> (Scenario, Option<receipt::Receipt>, Vec<Fault>) {
        retire(&mut self.assumptions, notices);
        for city in self.cities.values_mut() {
            retire(&mut city.assumptions, notices);
        }
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
            cities: self.cities.into_iter().map(|(id, city)| (id.clone(), plan(city, &id, &mut faults))).collect(),
        };
        (scenario, self.receipt.map(Receipt::into_receipt), faults)
    }
}

/// Takes assumptions out that have no effect any more.
fn retire(assumptions: &mut IndexMap<String, Assumption>, notices: &mut Vec<String>) {
    assumptions.retain(|id, assumption| match carried::retired(id) {
        Some(why) => {
            notices.push(format!(
                "its assumption {id} = {} has no effect any more and is left out when it is saved: {why}",
                assumption.value
            ));
            false
        }
        None => true,
    });
}

fn plan(city: City, id: &str, faults: &mut Vec<Fault>) -> document::CityPlan {
    let outer = ["cities", id];
    let known = || LeverId::all().map(<&'static str>::from);
    let levers = named(city.levers, &[&outer[..], &["levers"]].concat(), "lever", known, faults);
    let mut targets = Vec::with_capacity(city.targets.len());
    for (i, target) in city.targets.into_iter().enumerate() {
        let indicator = target.indicator.parse::<Measure>().unwrap_or_else(|_| {
            let i = i.to_string();
            let path = [&outer[..], &["targets", &i, "indicator"]].concat();
            let known = Indicator::all().map(<&'static str>::from);
            if faults.len() < MOST_PROBLEMS {
                let unknown = Fault::unknown(&path, "indicator", &target.indicator, known);
                faults.push(Fault { in_name: false, ..unknown });
            }
            // Holds the place, so that the targets after it keep theirs.
            Measure::JobsOf(target.indicator)
        });
        targets.push(document::Target { indicator, year: target.year, value: target.value });
    }
    document::CityPlan {
        start: city.start,
        levers: levers
            .into_iter()
            .map(|(lever, s): (LeverId, Setting)| {
                (lever, document::Setting { level: s.level, start: s.start, ramp: s.ramp, reason: s.reason })
            })
            .collect(),
        targets,
        assumptions: parameters(city.assumptions, &outer, faults),
        concerns: city.concerns.into_iter().map(|(party, weights)| concerns(party, weights, &outer, faults)).collect(),
    }
}

fn concerns(
    party: String,
    weights: IndexMap<String, f64>,
    outer: &[&str],
    faults: &mut Vec<Fault>,
) -> (String, BTreeMap<Indicator, f64>) {
    let known = || CONCERNS.into_iter().map(<&'static str>::from);
    let weights = named(weights, &[outer, &["concerns", &party]].concat(), "concern", known, faults);
    (party, weights.into_iter().collect())
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
            // The nearest name is looked for as often as somebody reads the answer.
            Err(_) if faults.len() < MOST_PROBLEMS => {
                faults.push(Fault::unknown(&[outer, &[&name]].concat(), noun, &name, known()));
            }
            Err(_) => {}
        }
    }
    entries
}
