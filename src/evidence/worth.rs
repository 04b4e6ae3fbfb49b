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

use std::collections::BTreeMap;

use crate::model::city::{CityPack, Sector, Series, Start};
use crate::model::provenance::{Label, Quantity};

use super::Library;

/// The longest chain of inputs that is followed.
const MAX_DEPTH: usize = 32;

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

/// Everything that numbers of a city, or of all cities, can be made of.
#[derive(Clone, Debug)]
pub struct Worth<'a> {
    library: &'a Library,
    city: Option<&'a CityPack>,
    figures: BTreeMap<String, &'a Quantity>,
}

impl<'a> Worth<'a> {
    /// With the parameters and sources of `library` and the figures of `city`.
    #[must_use]
    pub fn new(library: &'a Library, city: Option<&'a CityPack>) -> Self {
        Self { library, city, figures: city.into_iter().flat_map(figures).collect() }
    }

    /// See [`effective`].
    ///
    /// # Errors
    ///
    /// When an input does not exist or the inputs go in circles.
    pub fn effective(&self, label: Label, from: &[String]) -> Result<Label, WorthError> {
        Walk { worth: self, known: BTreeMap::new(), depth: 0 }.all(label, from)
    }
}

/// One number's inputs and theirs, each looked at once.
struct Walk<'w, 'a> {
    worth: &'w Worth<'a>,
    /// Inputs met so far; without a label while their own inputs are walked.
    known: BTreeMap<&'w str, Option<Label>>,
    depth: usize,
}

impl<'w> Walk<'w, '_> {
    fn all(&mut self, label: Label, from: &'w [String]) -> Result<Label, WorthError> {
        from.iter().try_fold(label, |worst, input| Ok(worst.weaker(self.input(input)?)))
    }

    fn input(&mut self, input: &'w str) -> Result<Label, WorthError> {
        match self.known.get(input) {
            Some(Some(label)) => return Ok(*label),
            Some(None) => return Err(WorthError::Circle(input.to_owned())),
            None => {}
        }
        if self.depth == MAX_DEPTH {
            return Err(WorthError::Deep(input.to_owned()));
        }
        self.depth += 1;
        self.known.insert(input, None);
        let label = self.fresh(input)?;
        self.known.insert(input, Some(label));
        self.depth -= 1;
        Ok(label)
    }

    fn fresh(&mut self, input: &'w str) -> Result<Label, WorthError> {
        match input {
            "recalled" => return Ok(Label::Recalled),
            "judgement" => return Ok(Label::Judgement),
            _ => {}
        }
        let Worth { library, city, figures } = self.worth;
        if let Some(label) = city.and_then(|city| series_label(city, input)) {
            return Ok(label);
        }
        if let Some(figure) = figures.get(input) {
            return self.all(figure.label, &figure.from);
        }
        let own = city.and_then(|c| c.parameters.get(input));
        if let Some(prior) = own.or_else(|| library.parameters.get(input)) {
            return self.all(prior.label, &prior.from);
        }
        if library.source(*city, input).is_some() {
            return Ok(Label::Quoted);
        }
        Err(WorthError::Unknown(input.to_owned()))
    }
}

fn series_label(city: &CityPack, input: &str) -> Option<Label> {
    let (id, year) = match input.split_once('@') {
        Some((id, year)) => (id, Some(year.parse::<i32>().ok()?)),
        None => (input, None),
    };
    let series = city.series.get(id).or_else(|| city.forecasts.get(id))?;
    main_label(series, year)
}

/// The weakest label of the main line, of all years or of one.
fn main_label(series: &Series, year: Option<i32>) -> Option<Label> {
    let main = series.points.iter().filter(|p| p.main);
    main.filter(|p| year.is_none_or(|y| p.year == y)).map(|p| p.label).max()
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
    let drift = city.drift.iter().enumerate();
    let noise =
        drift.filter_map(|(index, s)| s.measurement.as_ref().map(|q| (format!("drift.{index}.measurement"), q)));
    std::iter::once(("currency.eur_rate".to_owned(), &city.currency.eur_rate))
        .chain(starts)
        .chain(sectors)
        .chain(levers)
        .chain(noise)
}
