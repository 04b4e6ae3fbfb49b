//! What two scenarios can differ in, item by item.
//!
//! A lever is one item, with its level, its years and its reason: they were
//! decided together, and a level with somebody else's year is a lever from
//! nowhere. So are an assumption with its reason and a target with its value.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;

use super::document::{Assumption, CityPlan, Measure, Setting};

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
            Self::Comment => "Comment above the document".into(),
            Self::Title => "Title".into(),
            Self::Author => "Author".into(),
            Self::Notes => "Notes".into(),
            Self::Horizon => "Last year".into(),
            Self::Outlook => "Outlook".into(),
            Self::Driver(driver) => driver.spec().name.into(),
            Self::Parameter { parameter, .. } => format!("Assumption {parameter}").into(),
            Self::City(_) => "City".into(),
            Self::Start(_) => "First year".into(),
            Self::Lever { lever, .. } => lever.spec().name.into(),
            Self::Target { indicator, year, .. } => {
                format!("Target for {} in {year}", indicator.indicator().name()).into()
            }
            Self::Concern { city, party, indicator } => {
                let known = library.packs.get(city).and_then(|pack| pack.parties.get(party));
                let name = known.map_or(party.as_str(), |party| party.name.as_str());
                format!("{name}: weight of {}", indicator.name()).into()
            }
            Self::Order => "Order of cities".into(),
            Self::Pack(_) => "City pack".into(),
        };
        match self.city() {
            Some(id) => format!("{name}, {}", library.packs.get(id).map_or(id, |pack| pack.name.as_str())),
            None => name.into_owned(),
        }
    }

    /// The unit of its number; empty where it has none.
    #[must_use]
    pub fn unit(&self, library: &Library) -> Cow<'static, str> {
        let currency = self.city().and_then(|id| library.packs.get(id)).map_or("", |pack| pack.currency.code.as_str());
        match self {
            Self::Driver(driver) => driver.spec().unit.into(),
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
                Self::Driver(_) => "as the named outlook".to_owned(),
                Self::Parameter { .. } => "as the evidence".to_owned(),
                Self::Lever { .. } => "adopted policy".to_owned(),
                Self::Concern { .. } => "as the city pack".to_owned(),
                Self::Pack(_) => "as built in".to_owned(),
                _ => "none".to_owned(),
            };
        };
        let unit = self.unit(library);
        let number = |value: f64| if unit.is_empty() { value.to_string() } else { format!("{value} {unit}") };
        match value {
            Value::Text(text) => quoted(text),
            Value::Year(year) => year.to_string(),
            Value::Number(value) => number(*value),
            Value::Assumption(Assumption { value, reason }) => because(number(*value), reason),
            Value::Setting(Setting { level, start, ramp, reason }) => {
                let years = if (*ramp - 1.0).abs() < f64::EPSILON { "year" } else { "years" };
                because(format!("{} from {start} over {ramp} {years}", number(*level)), reason)
            }
            Value::City(plan) => {
                let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
                format!("from {}, {}, {}", plan.start, count(plan.levers.len(), "lever"), {
                    let (targets, assumptions) = (plan.targets.len(), plan.assumptions.len());
                    format!("{}, {}", count(targets, "target"), count(assumptions, "assumption"))
                })
            }
            Value::Order(cities) => cities.join(", "),
            Value::Pack(hash) => format!("data of its own, {hash}"),
        }
    }
}

fn because(mut what: String, reason: &str) -> String {
    if !reason.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(what, ", because {}", quoted(reason));
    }
    what
}

/// The beginning of a text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{short:?}")
}
