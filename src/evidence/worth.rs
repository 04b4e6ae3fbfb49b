//! How well a number is known, once everything that it was made of is counted.
//!
//! A number names its inputs in `from`. An input is one of
//!
//! | written as | is |
//! | --- | --- |
//! | `london.land` | a series or forecast of the same pack: the weakest point of its main line |
//! | `london.land@2010` | its main value of one year |
//! | `starts.2024.rent`, `sectors.food.share`, `levers.rent.property_tax.reference`, `currency.eur_rate` | a figure of the same pack |
//! | `h_U0` | a parameter: the city's own prior, or else the default |
//! | `lit-34` | a figure quoted from that source |
//! | `recalled`, `judgement` | an assumption that is listed nowhere else |

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::model::city::{CityPack, Sector, Series, Start};
use crate::model::history::{History, Trends};
use crate::model::provenance::{Label, Prior, Quantity};

use super::Library;

/// The longest chain of inputs that is followed.
const MAX_DEPTH: usize = 32;

/// The longest name of an input that a message repeats (characters).
const LONGEST_NAME: usize = 80;

/// An input that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorthError {
    /// There is no such input.
    #[error("made from {0:?}, which is no series, figure, parameter or source")]
    Unknown(String),
    /// The inputs go in circles.
    #[error("made from {0:?}, which is made from itself again")]
    Circle(String),
    /// The chain of inputs is too long to follow.
    #[error("made from {0:?} after {MAX_DEPTH} steps from one number to the next")]
    Deep(String),
}

/// The label of what comes from the source `key`, where that is no publication
/// but an assumption.
#[must_use]
pub fn assumption(key: &str) -> Option<Label> {
    match key {
        "recalled" => Some(Label::Recalled),
        "judgement" => Some(Label::Judgement),
        _ => None,
    }
}

/// The label of a number with this `label` and these inputs: its own or that of
/// its weakest input, whichever is weaker.
///
/// # Errors
///
/// When an input does not exist or the inputs go in circles.
pub fn effective(
    library: &Library,
    city: Option<&CityPack>,
    label: Label,
    from: &[String],
) -> Result<Label, WorthError> {
    Worth::new(library, city).effective(label, from)
}

/// Everything that numbers of a city, or of all cities, can be made of, each
/// looked at once: asking again costs no more than the inputs asked about.
#[derive(Clone, Debug)]
pub struct Worth<'a> {
    library: &'a Library,
    city: Option<&'a CityPack>,
    /// The main lines by the id of their series or forecast.
    lines: HashMap<&'a str, Line>,
    /// Figures and parameters by path or id.
    numbers: HashMap<String, Known>,
}

/// What a number is worth and how many steps it is from what it was made of.
type Known = Result<(Label, usize), WorthError>;

/// The labels of a main line.
#[derive(Clone, Debug)]
struct Line {
    /// The weakest of all years.
    weakest: Label,
    /// The weakest of each year.
    years: HashMap<i32, Label>,
}

impl Line {
    /// `None` where there is no main line.
    fn of(series: &Series) -> Option<Self> {
        let mut years: HashMap<i32, Label> = HashMap::new();
        for point in series.points.iter().filter(|p| p.main) {
            years.entry(point.year).and_modify(|label| *label = label.weaker(point.label)).or_insert(point.label);
        }
        Some(Self { weakest: years.values().copied().max()?, years })
    }
}

impl<'a> Worth<'a> {
    /// With the parameters and sources of `library` and the figures of `city`.
    #[must_use]
    pub fn new(library: &'a Library, city: Option<&'a CityPack>) -> Self {
        let lines = city.into_iter().flat_map(|c| c.forecasts.iter().chain(&c.series));
        let lines = lines.filter_map(|(id, series)| Some((id.as_str(), Line::of(series)?))).collect();

        let own = city.into_iter().flat_map(|c| &c.parameters);
        let priors = library.parameters.iter().chain(own).map(|(id, p)| (id.clone(), (p.label, p.from.as_slice())));
        let figures = city.into_iter().flat_map(figures).map(|(path, q)| (path, (q.label, q.from.as_slice())));
        let made: IndexMap<String, (Label, &[String])> = priors.chain(figures).collect();

        let mut worth = Self { library, city, lines, numbers: HashMap::with_capacity(made.len()) };
        for (id, (label, from)) in &made {
            if !worth.numbers.contains_key(id) {
                let mut walk = Walk { worth: &mut worth, made: &made, open: HashSet::new() };
                let known = walk.number(id, *label, from);
                worth.numbers.insert(id.clone(), known);
            }
        }
        worth
    }

    /// See [`effective`].
    ///
    /// # Errors
    ///
    /// When an input does not exist or the inputs go in circles.
    pub fn effective(&self, label: Label, from: &[String]) -> Result<Label, WorthError> {
        weakest(label, from, |input| {
            self.leaf(input).or_else(|| self.numbers.get(input).cloned()).unwrap_or_else(|| self.source(input))
        })
        .map(|(label, _)| label)
    }

    /// What an input is worth that is not made of others.
    fn leaf(&self, input: &str) -> Option<Known> {
        let label = assumption(input).or_else(|| self.main_line(input))?;
        Some(Ok((label, 0)))
    }

    /// The label of a series, or of one year of it.
    fn main_line(&self, input: &str) -> Option<Label> {
        match input.split_once('@') {
            Some((id, year)) => self.lines.get(id)?.years.get(&year.parse().ok()?).copied(),
            None => self.lines.get(input).map(|line| line.weakest),
        }
    }

    /// What a figure is worth that is quoted from the source `input`.
    fn source(&self, input: &str) -> Known {
        match self.library.source(self.city, input) {
            Some(_) => Ok((Label::Quoted, 0)),
            None => Err(WorthError::Unknown(named(input))),
        }
    }
}

/// The name of an input as messages give it: many numbers may share an error.
fn named(input: &str) -> String {
    input.chars().take(LONGEST_NAME).collect()
}

/// The weakest of a number's own label and its inputs, and the steps to the
/// farthest of them.
fn weakest<'n>(label: Label, from: &'n [String], mut input: impl FnMut(&'n str) -> Known) -> Known {
    from.iter().try_fold((label, 0), |(worst, steps), name| {
        let (label, further) = input(name)?;
        if further == MAX_DEPTH {
            return Err(WorthError::Deep(named(name)));
        }
        Ok((worst.weaker(label), steps.max(further + 1)))
    })
}

/// The numbers that lead from one to what it was made of.
struct Walk<'w, 'a, 'm> {
    worth: &'w mut Worth<'a>,
    made: &'m IndexMap<String, (Label, &'m [String])>,
    /// Numbers whose inputs are being walked.
    open: HashSet<&'m str>,
}

impl<'m> Walk<'_, '_, 'm> {
    fn number(&mut self, id: &'m str, label: Label, from: &'m [String]) -> Known {
        self.open.insert(id);
        let known = weakest(label, from, |input| self.input(input));
        self.open.remove(id);
        known
    }

    fn input(&mut self, input: &'m str) -> Known {
        if let Some(known) = self.worth.leaf(input).or_else(|| self.worth.numbers.get(input).cloned()) {
            return known;
        }
        let Some((label, from)) = self.made.get(input) else { return self.worth.source(input) };
        if self.open.contains(input) {
            return Err(WorthError::Circle(named(input)));
        }
        if self.open.len() > MAX_DEPTH {
            return Err(WorthError::Deep(named(input)));
        }
        // An error is kept as well: it is that of everything made of this number.
        let known = self.number(input, *label, from);
        self.worth.numbers.insert(input.to_owned(), known.clone());
        known
    }
}

/// A figure of a pack by its path, for example `starts.2024.rent`.
#[must_use]
pub fn figure<'a>(city: &'a CityPack, path: &str) -> Option<&'a Quantity> {
    figures(city).find(|(known, _)| known == path).map(|(_, figure)| figure)
}

/// The stocks of a start with the names of their fields.
#[must_use]
pub fn start_figures(start: &Start) -> [(&'static str, &Quantity); 10] {
    [
        ("jobs", &start.jobs),
        ("scope", &start.scope),
        ("floorspace", &start.floorspace),
        ("land", &start.land),
        ("protected_share", &start.protected_share),
        ("pipeline", &start.pipeline),
        ("vacancy", &start.vacancy),
        ("rent", &start.rent),
        ("long_run_rent", &start.long_run_rent),
        ("affordable_share", &start.affordable_share),
    ]
}

/// The figures of a sub-sector with the names of their fields.
#[must_use]
pub fn sector_figures(sector: &Sector) -> [(&'static str, &Quantity); 3] {
    [("share", &sector.share), ("space_per_job", &sector.space_per_job), ("trend", &sector.trend)]
}

/// Every figure of a pack with its path.
pub fn figures(city: &CityPack) -> impl Iterator<Item = (String, &Quantity)> {
    let starts = city.starts.iter().flat_map(|(year, start)| {
        let adopted = start.reference.iter().map(move |(id, q)| (format!("starts.{year}.reference.{id}"), q));
        start_figures(start).into_iter().map(move |(field, q)| (format!("starts.{year}.{field}"), q)).chain(adopted)
    });
    let sectors = city.sectors.iter().flat_map(|(id, sector)| {
        sector_figures(sector).into_iter().map(move |(field, q)| (format!("sectors.{id}.{field}"), q))
    });
    let levers = city.levers.iter().flat_map(|(id, lever)| {
        let maximum = lever.maximum.as_ref().map(|q| (format!("levers.{id}.maximum"), q));
        std::iter::once((format!("levers.{id}.reference"), &lever.reference)).chain(maximum)
    });
    let stretches = [("drift", &city.drift), ("nation", &city.nation), ("backcast", &city.backcast)];
    let noise = stretches.into_iter().flat_map(|(field, segments)| {
        let measured = segments.iter().enumerate().filter_map(|(index, s)| Some((index, s.measurement.as_ref()?)));
        measured.map(move |(index, q)| (format!("{field}.{index}.measurement"), q))
    });
    let past = city.history.iter().flat_map(past_figures);
    std::iter::once(("currency.eur_rate".to_owned(), &city.currency.eur_rate))
        .chain(past)
        .chain(starts)
        .chain(sectors)
        .chain(levers)
        .chain(noise)
}

/// The figures of a city's past with their paths.
fn past_figures(history: &History) -> impl Iterator<Item = (String, &Quantity)> {
    let start = history.start.certain().into_iter().map(|(field, q)| (format!("history.start.{field}"), q));
    let policy = history.policy.iter().flat_map(|(id, change)| {
        let levels = [("before", &change.before), ("level", &change.level)];
        levels.into_iter().map(move |(field, q)| (format!("history.policy.{id}.{field}"), q))
    });
    let trends = history.trends.iter().flat_map(Trends::figures);
    let trends = trends.map(|(field, q)| (format!("history.trends.{field}"), q));
    let targets = history.targets.iter().enumerate().map(|(i, t)| (format!("history.targets.{i}"), &t.value));
    start.chain(policy).chain(trends).chain(targets)
}

/// The priors of a city's past with their paths and units: what is uncertain
/// about it besides the model's constants.
pub fn past_priors(city: &CityPack) -> impl Iterator<Item = (String, &'static str, &Prior)> {
    city.history.iter().flat_map(|history| {
        let start = history.start.uncertain().into_iter();
        let start = start.map(|(field, unit, p)| (format!("history.start.{field}"), unit, p));
        let paces = history.paces.iter().map(|p| (format!("history.paces.{}-{}", p.from, p.to), "ratio", &p.pace));
        let inflation = history.inflation.iter().map(|p| ("history.inflation".to_owned(), "1/yr", p));
        start.chain(paces).chain(inflation)
    })
}
