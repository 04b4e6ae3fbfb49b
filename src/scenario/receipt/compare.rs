//! Then, now and why: a receipt against what the scenario gives today.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::{Library, worth};
use crate::model;
use crate::model::indicators::Indicator;
use crate::model::parameters::ParameterId;
use crate::reading::Plain;
use crate::scenario::document::Scenario;
use crate::scenario::lower::LowerError;
use crate::units;

use super::{Receipt, Used};

/// How far results may be apart and still be the same, as a share of the larger
/// or, below one, in their unit.
const ROUNDING: f64 = 1e-6;

/// How far numbers that the equations read may be apart and still be the same.
const EXACT: f64 = 1e-12;

/// The most cities and indicators whose results a report lists.
const MOST_LINES: usize = 60;

/// The most years of a result that a line lists.
const MOST_YEARS: usize = 12;

/// The most reasons that a report lists.
const MOST_CAUSES: usize = 12;

/// A result that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Id of the city.
    pub city: String,
    /// Id of the indicator.
    pub indicator: String,
    /// The year.
    pub year: i32,
    /// The result when the scenario was saved.
    pub then: f64,
    /// The result now; `None` where there is none any more.
    pub now: Option<f64>,
}

/// Why results may differ.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// The scenario sets something else than when it was saved: the file was
    /// changed by hand or by another program.
    Settings,
    /// The equations are others.
    Equations {
        /// Their version then.
        then: u32,
        /// Their version now.
        now: u32,
    },
    /// A parameter, a figure of a pack or an outlook has another value.
    Value {
        /// Its id, as `making-room sources` lists it.
        id: String,
        /// Its value then, if there was one.
        then: Option<f64>,
        /// Its value now, if there is one.
        now: Option<f64>,
    },
    /// An observed series, or the stretch of it that is read, is another.
    Series(String),
    /// Nothing that the receipt holds is another.
    Unknown,
}

/// What is not as it was when a scenario was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Version of the program that saved it.
    pub program: String,
    /// How many results were compared.
    pub compared: usize,
    /// Results that differ beyond rounding; never empty.
    pub differences: Vec<Difference>,
    /// Why; never empty.
    pub causes: Vec<Cause>,
}

impl Receipt {
    /// Computes a scenario again. `None` where every result is as it was.
    ///
    /// # Errors
    /// If a city cannot be computed.
    pub fn compare(&self, scenario: &Scenario, library: &Library) -> Result<Option<Comparison>, LowerError> {
        let now = Self::of(scenario, library)?;
        let (mut compared, mut differences) = (0, Vec::new());
        for (city, indicators) in &self.results {
            for (indicator, years) in indicators {
                compared += years.len();
                for (year, then) in years {
                    let value = now.results.get(city).and_then(|r| r.get(indicator)).and_then(|y| y.get(year)).copied();
                    if value.is_none_or(|value| apart(*then, value, ROUNDING, 1.0)) {
                        let (city, indicator) = (city.clone(), indicator.clone());
                        differences.push(Difference { city, indicator, year: *year, then: *then, now: value });
                    }
                }
            }
        }
        if differences.is_empty() {
            return Ok(None);
        }
        let cities: BTreeSet<&str> = differences.iter().map(|difference| difference.city.as_str()).collect();
        let causes = self.causes(&now, &cities);
        Ok(Some(Comparison { program: self.program.clone(), compared, differences, causes }))
    }

    fn causes(&self, now: &Self, cities: &BTreeSet<&str>) -> Vec<Cause> {
        let mut causes = Vec::new();
        if self.settings != now.settings {
            causes.push(Cause::Settings);
        }
        if self.model != now.model {
            causes.push(Cause::Equations { then: self.model, now: now.model });
        }
        causes.extend(values(&self.used, &now.used, cities));
        let ids: BTreeSet<&String> = self.used.series.keys().chain(now.used.series.keys()).collect();
        let changed = |id: &&String| self.used.series.get(*id) != now.used.series.get(*id);
        causes.extend(ids.into_iter().filter(changed).cloned().map(Cause::Series));
        if causes.is_empty() {
            causes.push(Cause::Unknown);
        }
        causes
    }
}

/// Every number that both runs of these cities did not read alike.
fn values(then: &Used, now: &Used, cities: &BTreeSet<&str>) -> Vec<Cause> {
    let ids: BTreeSet<&String> = then.values.keys().chain(now.values.keys()).collect();
    let mut causes = Vec::new();
    for id in ids {
        let [before, after] = [then, now].map(|used| value(&used.values, id));
        // A parameter that one side read from the scenario or city by city is
        // told by the scenario or by those cities.
        let told = is_parameter(id) && (before.is_none() || after.is_none());
        let same = match (before, after) {
            (Some(before), Some(after)) => !apart(before, after, EXACT, 0.0),
            (before, after) => before.is_none() && after.is_none(),
        };
        if !same && !told && concerns(id, cities) {
            causes.push(Cause::Value { id: id.clone(), then: before, now: after });
        }
    }
    causes
}

/// The value under an id. A city without a parameter of its own has everybody's.
fn value(values: &BTreeMap<String, f64>, id: &str) -> Option<f64> {
    let everybody = || values.get(id.split_once('.').map(|(_, rest)| rest).filter(|rest| is_parameter(rest))?);
    values.get(id).or_else(everybody).copied()
}

fn is_parameter(id: &str) -> bool {
    let name = id.rsplit('.').next().unwrap_or(id);
    id.matches('.').count() <= 1 && name.parse::<ParameterId>().is_ok()
}

/// Whether an id is about one of these cities, or about all.
fn concerns(id: &str, cities: &BTreeSet<&str>) -> bool {
    match id.split_once('.') {
        None | Some(("outlooks", _)) => true,
        Some((city, _)) => cities.contains(city),
    }
}

/// Whether two numbers are further apart than by this share of the larger, or of
/// `least` where both are smaller.
fn apart(a: f64, b: f64, share: f64, least: f64) -> bool {
    (a - b).abs() > share * a.abs().max(b.abs()).max(least)
}

impl Comparison {
    /// What happened, in a sentence.
    #[must_use]
    pub fn headline(&self) -> String {
        let (differ, of) = (self.differences.len(), self.compared);
        let program = Plain(&self.program);
        format!("its results are not those with which version {program} saved it: {differ} of {of} differ")
    }

    /// Then and now, a line for each city and indicator, and why.
    #[must_use]
    pub fn lines(&self, library: &Library) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut rest = self.differences.as_slice();
        while let Some(first) = rest.first() {
            let same = |d: &&Difference| d.city == first.city && d.indicator == first.indicator;
            let (group, after) = rest.split_at(rest.iter().take_while(same).count());
            if lines.len() == MOST_LINES {
                lines.push(format!("{} more results that differ", rest.len()));
                break;
            }
            lines.push(line(group, library));
            rest = after;
        }
        lines.extend(self.causes.iter().take(MOST_CAUSES).map(|cause| format!("why: {}", cause.words(library))));
        if let Some(more @ 1..) = self.causes.len().checked_sub(MOST_CAUSES) {
            lines.push(format!("why: {more} more numbers that changed"));
        }
        lines
    }
}

/// The differences of one city and indicator.
fn line(group: &[Difference], library: &Library) -> String {
    let Some(first) = group.first() else { return String::new() };
    let pack = library.packs.get(&first.city);
    let city = pack.map_or(first.city.as_str(), |pack| pack.name.as_str());
    let known = first.indicator.parse::<Indicator>().ok();
    let name = known.map_or(first.indicator.as_str(), |indicator| indicator.name());
    let currency = pack.map_or("", |pack| pack.currency.code.as_str());
    let unit = known.map_or_else(String::new, |indicator| indicator.unit().text(currency));
    let years = group.iter().take(MOST_YEARS).map(|d| {
        let now = d.now.map_or_else(|| "none".to_owned(), figure);
        format!("{} then {}, now {now}", d.year, figure(d.then))
    });
    format!("{}, {} ({unit}): {}", Plain(city), Plain(name), years.collect::<Vec<_>>().join("; "))
}

/// A result with the decimals that show six figures of it.
fn figure(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let decimals = [100_000.0, 10_000.0, 1000.0, 100.0, 10.0, 1.0].iter().position(|&size| value.abs() >= size);
    units::number(value, decimals.unwrap_or(6))
}

impl Cause {
    /// In words, with the value then and now.
    #[must_use]
    pub fn words(&self, library: &Library) -> String {
        match self {
            Self::Settings => {
                "the scenario sets something else: the file was changed by hand or by another program".to_owned()
            }
            Self::Equations { then, now } => format!("the equations: version {then} then, version {now} now"),
            Self::Value { id, then, now } => {
                let number = |value: &Option<f64>| value.map_or_else(|| "none".to_owned(), |value| value.to_string());
                let (what, unit) = meaning(id, library);
                let id = Plain(id);
                format!("{id}{what}: then {}, now {} {unit}", number(then), number(now)).trim_end().to_owned()
            }
            Self::Series(id) => format!("{}: the observed series from which growth is estimated changed", Plain(id)),
            Self::Unknown => format!(
                "no number that it was saved with changed, and the equations are of version {} as then; \
                 the stored results themselves were changed, or this build computes otherwise",
                model::VERSION
            ),
        }
    }
}

/// What an id stands for, in brackets, and its unit.
fn meaning(id: &str, library: &Library) -> (String, String) {
    let name = id.rsplit('.').next().unwrap_or(id);
    if let Some(parameter) = name.parse::<ParameterId>().ok().filter(|_| is_parameter(id)) {
        return (format!(" ({})", parameter.meaning().trim().trim_end_matches('.')), parameter.unit().to_owned());
    }
    let figure = id.split_once('.').and_then(|(city, path)| worth::figure(library.packs.get(city)?, path));
    (String::new(), figure.map_or_else(String::new, |figure| figure.unit.clone()))
}
