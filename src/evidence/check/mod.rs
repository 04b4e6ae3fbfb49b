//! The rules that evidence keeps, and who breaks them.
//!
//! Every number has a unit, a source that exists and a label; a derived number
//! names what it was made of and is worth no more than the weakest of it; what
//! is recalled or judged is never fitted; every source is used; and from every
//! start of a city a run makes sense. Checks take time in proportion to the
//! text, because a pack may come from anywhere.

mod bounds;
mod history;
mod levers;
mod numbers;
mod pack;
mod parties;
mod run;
mod series;

use std::collections::BTreeSet;
use std::fmt;

use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::model::outlook::{DriverId, NamedOutlook};
use crate::model::parameters::ParameterId;
use crate::reading::problem::MOST_PROBLEMS;

use super::Library;
use numbers::Numbers;

pub use pack::pack;

/// Something that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The fields and keys that lead there from the top of the file.
    pub path: Vec<String>,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.join(" › "), self.message)
    }
}

/// The longest part of a finding that is told (characters).
const LONGEST: usize = 400;

/// Collects findings below a path, as many as a file's problems are listed.
#[derive(Debug, Default)]
struct Findings {
    path: Vec<String>,
    found: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, message: impl Into<String>) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push(Finding { path: self.path.clone(), message: cut(message.into()) });
        }
    }

    fn require(&mut self, holds: bool, message: impl FnOnce() -> String) {
        if !holds && self.found.len() < MOST_PROBLEMS {
            self.add(message());
        }
    }

    /// Runs `check` one step further down.
    fn below(&mut self, step: impl fmt::Display, check: impl FnOnce(&mut Self)) {
        self.path.push(cut(step.to_string()));
        check(self);
        self.path.pop();
    }

    fn name(&mut self, field: &str, text: &str) {
        self.text(field, text);
        self.below(field, |f| {
            f.require(text.chars().count() <= LONGEST_NAME, || {
                format!("is longer than a name; expected at most {LONGEST_NAME} characters")
            });
            f.require(!text.contains(['\n', '\r', '\t']), || "has several lines; a name has one".to_owned());
        });
    }

    fn text(&mut self, field: &str, text: &str) {
        self.below(field, |f| f.require(!text.trim().is_empty(), || "is empty; say it in words".to_owned()));
    }
}

/// The longest name that is shown beside others (characters).
const LONGEST_NAME: usize = 80;

/// A text without what nobody would read to the end.
fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Everything that is wrong with a library: its parameters, outlooks, sources
/// and all its packs. The first step of each path is the file or the city.
#[must_use]
pub fn library(library: &Library) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.below("parameters", |f| parameters(f, library));
    findings.below("outlooks", |f| {
        f.require(library.outlooks.contains_key(Library::BASELINE), || {
            format!("{:?} is missing, the baseline of every comparison", Library::BASELINE)
        });
        let numbers = Numbers::new(library, None);
        for (id, named) in &library.outlooks {
            f.below(id, |f| outlook(f, &numbers, named));
        }
    });
    findings.below("sources", |f| sources(f, library));
    findings.below("peers", |f| match super::peers() {
        Ok(peers) => {
            let numbers = Numbers::new(library, None);
            for (id, series) in &peers {
                f.below(id, |f| series::observed(f, &numbers, series, "EUR"));
            }
        }
        Err(problem) => f.add(problem.to_string()),
    });
    let mut found = findings.found;
    for (id, city) in &library.packs {
        found.extend(pack(library, city).into_iter().map(|mut finding| {
            finding.path.insert(0, id.clone());
            finding
        }));
    }
    found
}

fn parameters(f: &mut Findings, library: &Library) {
    for id in ParameterId::ALL {
        f.require(library.parameters.contains_key(id.id()), || format!("{:?} has no value", id.id()));
    }
    let numbers = Numbers::new(library, None);
    for (id, prior) in &library.parameters {
        f.below(id, |f| numbers.parameter(f, id, prior));
    }
}

fn outlook(f: &mut Findings, numbers: &Numbers, named: &NamedOutlook) {
    f.text("name", &named.name);
    f.text("meaning", &named.meaning);
    f.below("drivers", |f| {
        for id in DriverId::all() {
            let Some(quantity) = named.drivers.get(&id) else {
                f.add(format!("{id} is missing"));
                continue;
            };
            let spec = id.spec();
            f.below(id, |f| {
                numbers.quantity(f, quantity, spec.unit);
                f.require((spec.min..=spec.max).contains(&quantity.value), || {
                    format!("{} is outside {} to {} {}", quantity.value, spec.min, spec.max, spec.unit)
                });
            });
        }
    });
}

/// Every source is used, and what the levers cite is there.
fn sources(f: &mut Findings, library: &Library) {
    let mut used = BTreeSet::new();
    if !library.calibrations.is_empty() {
        used.insert(Library::CALIBRATION);
    }
    for prior in library.parameters.values() {
        used.insert(prior.source.as_str());
        used.extend(prior.from.iter().map(String::as_str));
    }
    for quantity in library.outlooks.values().flat_map(|o| o.drivers.values()) {
        used.insert(quantity.source.as_str());
        used.extend(quantity.from.iter().map(String::as_str));
    }
    for city in library.packs.values() {
        used.extend(cited(city));
    }
    let peers = super::peers().unwrap_or_default();
    used.extend(peers.values().flat_map(|s| &s.points).map(|p| p.source.as_str()));
    for id in LeverId::all() {
        for key in id.spec().sources {
            f.require(library.sources.contains_key(*key), || {
                format!("the lever {id} cites {key:?}, which is not here")
            });
            used.insert(key);
        }
    }
    for (key, source) in &library.sources {
        f.below(key, |f| {
            f.text("citation", &source.citation);
            f.require(used.contains(key.as_str()), || "no number and no lever uses this source".to_owned());
        });
    }
}

/// Every source key and input that a pack names.
pub fn cited(city: &CityPack) -> impl Iterator<Item = &str> {
    let figures = super::worth::figures(city).flat_map(|(_, q)| inputs(&q.source, &q.from));
    let past = super::worth::past_priors(city).map(|(_, _, prior)| prior);
    let priors = city.parameters.values().chain(past);
    let priors = priors.flat_map(|p| inputs(&p.source, &p.from).chain(numbers::literature(&p.evidence)));
    let ranges = city.levers.values().map(|l| l.evidence.source.as_str());
    let points = city.series.values().chain(city.forecasts.values()).flat_map(|s| &s.points);
    let positions = city.parties.values().filter_map(|party| Some(party.position.as_ref()?.source.as_str()));
    figures.chain(priors).chain(ranges).chain(points.map(|p| p.source.as_str())).chain(positions)
}

fn inputs<'a>(source: &'a str, from: &'a [String]) -> impl Iterator<Item = &'a str> {
    std::iter::once(source).chain(from.iter().map(String::as_str))
}
