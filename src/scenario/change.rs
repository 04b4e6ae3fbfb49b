//! What two scenarios can differ in, item by item.
//!
//! A lever is one item, with its level, its years and its reason: they were
//! decided together, and a level with somebody else's year is a lever from
//! nowhere. So are an assumption with its reason and a target with its value.

use std::borrow::Cow;

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::t;
use crate::words;

use super::document::{Assumption, CityPlan, Measure, Setting};
use super::limits;

/// One thing that a scenario says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The comment above the document.
    Comment,
    /// The title.
    Title,
    /// Who made it.
    Author,
    /// The notes.
    Notes,
    /// The last year of the projection.
    Horizon,
    /// The named outlook.
    Outlook,
    /// A driver in which it departs from the named outlook.
    Driver(DriverId),
    /// An overridden parameter.
    Parameter {
        /// Id of the city; `None` for all cities.
        city: Option<String>,
        /// Which parameter.
        parameter: ParameterId,
    },
    /// A city, all of its plan.
    City(String),
    /// The first year of a city's projection.
    Start(String),
    /// A lever that is not at adopted policy.
    Lever {
        /// Id of the city.
        city: String,
        /// Which lever.
        lever: LeverId,
    },
    /// A target.
    Target {
        /// Id of the city.
        city: String,
        /// What is aimed at.
        indicator: Measure,
        /// By when.
        year: i32,
    },
    /// How much a party cares about an indicator.
    Concern {
        /// Id of the city.
        city: String,
        /// Id of the party.
        party: String,
        /// What it cares about.
        indicator: Indicator,
    },
    /// The order in which the cities are shown.
    Order,
    /// The data of a city that are not those built in.
    Pack(String),
}

/// What a scenario says of an [`Item`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, or an id.
    Text(String),
    /// A year.
    Year(i32),
    /// A number in the unit of the item.
    Number(f64),
    /// A number that replaces the evidence.
    Assumption(Assumption),
    /// How a lever is set.
    Setting(Setting),
    /// The plan of a city.
    City(CityPlan),
    /// Ids of cities.
    Order(Vec<String>),
    /// A pack, by its hash.
    Pack(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The longest text that a message quotes (characters).
const LONGEST: usize = 60;

impl Item {
    /// The city that it belongs to, if it is one city's.
    #[must_use]
    pub fn city(&self) -> Option<&str> {
        match self {
            Self::City(city)
            | Self::Start(city)
            | Self::Pack(city)
            | Self::Lever { city, .. }
            | Self::Target { city, .. }
            | Self::Concern { city, .. } => Some(city),
            Self::Parameter { city, .. } => city.as_deref(),
            _ => None,
        }
    }

    /// What it is called in files: `title`, `zoning.protected_share`, `v_star`.
    #[must_use]
    pub fn id(&self) -> Cow<'static, str> {
        match self {
            Self::Comment => "comment".into(),
            Self::Title => "title".into(),
            Self::Author => "author".into(),
            Self::Notes => "notes".into(),
            Self::Horizon => "horizon".into(),
            Self::Outlook => "outlook".into(),
            Self::Driver(driver) => driver.to_string().into(),
            Self::Parameter { parameter, .. } => parameter.id().into(),
            Self::City(_) => "city".into(),
            Self::Start(_) => "start".into(),
            Self::Lever { lever, .. } => lever.to_string().into(),
            Self::Target { indicator, year, .. } => format!("target {indicator} {year}").into(),
            Self::Concern { party, indicator, .. } => format!("concern {party} {indicator}").into(),
            Self::Order => "order of cities".into(),
            Self::Pack(_) => "pack".into(),
        }
    }

    /// Its name in words, with its city: "Protected share of industrial land, London".
    #[must_use]
    pub fn name(&self, library: &Library) -> String {
        let name: Cow<'static, str> = match self {
            Self::Comment => t!("change-comment").into(),
            Self::Title => t!("edits-title").into(),
            Self::Author => t!("edits-author").into(),
            Self::Notes => t!("edits-notes").into(),
            Self::Horizon => t!("edits-horizon").into(),
            Self::Outlook => t!("edits-outlook").into(),
            Self::Driver(driver) => words::driver(*driver).into(),
            Self::Parameter { parameter, .. } => t!("edits-assumption", parameter = parameter.id()).into(),
            Self::City(_) => t!("change-city").into(),
            Self::Start(_) => t!("edits-start").into(),
            Self::Lever { lever, .. } => words::lever(*lever).into(),
            Self::Target { indicator, year, .. } => t!(
                "change-target",
                what = indicator.name(self.city().and_then(|id| library.packs.get(id))),
                year = *year
            )
            .into(),
            Self::Concern { city, party, indicator } => {
                let known = library.packs.get(city).and_then(|pack| pack.parties.get(party));
                let name = known.map_or(party.as_str(), words::party);
                t!("change-weight", party = name, what = words::indicator(*indicator)).into()
            }
            Self::Order => t!("change-order").into(),
            Self::Pack(_) => t!("change-pack").into(),
        };
        match self.city() {
            Some(id) => format!("{name}, {}", library.packs.get(id).map_or(id, words::city)),
            None => name.into_owned(),
        }
    }

    /// The unit of its number; empty where it has none.
    #[must_use]
    pub fn unit(&self, library: &Library) -> Cow<'static, str> {
        let currency = self.city().and_then(|id| library.packs.get(id)).map_or("", |pack| pack.currency.code.as_str());
        match self {
            Self::Driver(driver) => driver.spec().unit.into(),
            Self::Parameter { city: Some(_), parameter } => parameter.unit_in(currency).into(),
            Self::Parameter { parameter, .. } => parameter.unit().into(),
            Self::Lever { lever, .. } => lever.spec().unit.text(currency).into(),
            Self::Target { indicator, .. } => indicator.indicator().unit().text(currency).into(),
            _ => "".into(),
        }
    }

    /// What a scenario says of it in a few words, with units: "90 % from 2027
    /// over 5 years". `None` says what holds where a scenario says nothing.
    #[must_use]
    pub fn words(&self, value: Option<&Value>, library: &Library) -> String {
        let Some(value) = value else {
            return match self {
                Self::Driver(_) => t!("change-as-outlook").to_owned(),
                Self::Parameter { .. } => t!("change-as-evidence").to_owned(),
                Self::Lever { .. } => t!("change-as-adopted").to_owned(),
                Self::Concern { .. } => t!("change-as-pack").to_owned(),
                Self::Pack(_) => t!("change-as-built-in").to_owned(),
                _ => t!("change-none").to_owned(),
            };
        };
        let unit = self.unit(library);
        let unit = words::unit(&unit);
        let written = limits::written;
        let number = |value: f64| if unit.is_empty() { written(value) } else { format!("{} {unit}", written(value)) };
        match value {
            Value::Text(text) => quoted(text),
            Value::Year(year) => year.to_string(),
            Value::Number(value) => number(*value),
            Value::Assumption(Assumption { value, reason }) => because(number(*value), reason),
            Value::Setting(Setting { level, start, ramp, reason }) => {
                let level = number(*level);
                because(
                    t!("change-setting", level = level, start = *start, years = *ramp, written = written(*ramp)),
                    reason,
                )
            }
            Value::City(plan) => {
                let levers = t!("change-levers", count = plan.levers.len());
                let targets = t!("change-targets", count = plan.targets.len());
                let assumptions = t!("change-assumptions", count = plan.assumptions.len());
                t!("change-plan", start = plan.start, levers = levers, targets = targets, assumptions = assumptions)
            }
            Value::Order(cities) => cities.join(", "),
            Value::Pack(hash) => t!("change-own-data", hash = hash),
        }
    }
}

fn because(what: String, reason: &str) -> String {
    if reason.is_empty() { what } else { t!("change-because", what = what, reason = quoted(reason)) }
}

/// The beginning of a text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{short:?}")
}
