//! Everything that is known, as one list: parameters, outlooks, figures and
//! series of the packs, and the sources themselves.
//!
//! The table of `making-room sources` and the tab *Sources* are this list.

use crate::model::calibration::{Calibration, Fitted};
use crate::model::city::{CityPack, Point, Series};
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Label, Prior, Quantity};
use crate::t;
use crate::words;

use super::worth::{self, Worth};
use super::{Library, Peers};

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Kind {
    /// A constant of the model.
    Parameter,
    /// A constant or a trend as a city's history has it.
    Fitted,
    /// Something uncertain about a city's past, before it is fitted.
    Past,
    /// A driver of a named outlook.
    Outlook,
    /// A figure of a city.
    Figure,
    /// A value of an observed series.
    Series,
    /// A value of an official projection of the past.
    Forecast,
    /// A publication or data set.
    Source,
}

impl Kind {
    /// The word in tables.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Parameter => "parameter",
            Self::Fitted => "fitted",
            Self::Past => "past",
            Self::Outlook => "outlook",
            Self::Figure => "figure",
            Self::Series => "series",
            Self::Forecast => "forecast",
            Self::Source => "source",
        }
    }
}

/// Where in the library an entry comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The prior of a constant, for all cities or a city's own.
    Prior(String),
    /// The fit of a constant to a city's history.
    Fit(ParameterId),
    /// The fit of the trend of a sub-sector.
    Trend(String),
    /// The prior of something uncertain about a city's past, by its path.
    Past(String),
    /// A driver of a named outlook.
    Driver(String, DriverId),
    /// A figure of a city, by its path.
    Figure(String),
    /// The levels of a lever that evidence covers.
    Evidence(LeverId),
    /// A value of a series or forecast, by its position.
    Point(String, usize),
    /// A publication or data set, by its key.
    Source(String),
}

/// Something that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is called in files and on the command line. The values of a
    /// series share an id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is, in words.
    pub label: String,
    /// The value, in `unit`.
    pub value: Option<f64>,
    /// The unit.
    pub unit: String,
    /// Lower end of its range.
    pub low: Option<f64>,
    /// Upper end of its range.
    pub high: Option<f64>,
    /// The year that it refers to.
    pub year: Option<i32>,
    /// Key of its source.
    pub source: String,
    /// Its label, counted as that of the weakest number from which it was made.
    pub confidence: Option<Label>,
    /// The city whose pack has it; `None` where it is for all.
    pub city: Option<String>,
    /// Where in the library it comes from.
    pub origin: Origin,
}

/// Everything that is known, in the order of tables.
#[must_use]
pub fn entries(library: &Library, peers: &Peers) -> Vec<Entry> {
    let general = Worth::new(library, None);
    let mut entries: Vec<Entry> =
        library.parameters.iter().map(|(id, prior)| parameter(&general, None, id, prior)).collect();
    for (outlook, named) in &library.outlooks {
        for (driver, quantity) in &named.drivers {
            let label = t!("entries-named", place = words::outlook(outlook, named), name = words::driver(*driver));
            let id = format!("outlooks.{outlook}.{driver}");
            let origin = Origin::Driver(outlook.clone(), *driver);
            entries.push(figure(&general, None, Kind::Outlook, (id, label, origin), quantity));
        }
    }
    for pack in library.packs.values() {
        city(library, pack, &mut entries);
    }
    for (id, line) in peers {
        entries.extend(series(None, id, Kind::Series, line));
    }
    let own = library.packs.values().flat_map(|pack| pack.sources.iter().map(move |source| (Some(pack), source)));
    for (pack, (key, source)) in own.chain(library.sources.iter().map(|source| (None, source))) {
        entries.push(Entry {
            label: source.citation.clone(),
            ..blank(key.clone(), Kind::Source, pack, Origin::Source(key.clone()))
        });
    }
    entries
}

/// The id of the entry that a number made of others names as an input, in a
/// city: see [`worth`] for what can be written there. `None` for a bare
/// assumption, which is listed nowhere else.
#[must_use]
pub fn input(library: &Library, city: Option<&CityPack>, name: &str) -> Option<String> {
    if worth::assumption(name).is_some() {
        return None;
    }
    if let Some(pack) = city {
        let (series, _) = name.split_once('@').unwrap_or((name, ""));
        if pack.series.contains_key(series) || pack.forecasts.contains_key(series) {
            return Some(name.to_owned());
        }
        if pack.parameters.contains_key(name) || worth::figure(pack, name).is_some() {
            return Some(format!("{}.{name}", pack.id));
        }
    }
    (library.parameters.contains_key(name) || library.source(city, name).is_some()).then(|| name.to_owned())
}

fn blank(id: String, kind: Kind, pack: Option<&CityPack>, origin: Origin) -> Entry {
    Entry {
        id,
        kind,
        label: String::new(),
        value: None,
        unit: String::new(),
        low: None,
        high: None,
        year: None,
        source: String::new(),
        confidence: None,
        city: pack.map(|pack| pack.id.clone()),
        origin,
    }
}

fn city(library: &Library, pack: &CityPack, entries: &mut Vec<Entry>) {
    let worth = Worth::new(library, Some(pack));
    // Before the priors and figures of the same ids: what history says counts.
    if let Some(fit) = library.calibrations.get(&pack.id) {
        entries.extend(fit.parameters.iter().filter_map(|(id, fitted)| self::fitted(pack, id, fitted)));
    }
    entries.extend(pack.parameters.iter().map(|(id, prior)| parameter(&worth, Some(pack), id, prior)));
    for (path, unit, prior) in worth::past_priors(pack) {
        let entry = parameter(&worth, Some(pack), &path, prior);
        let (label, unit) = (in_words(pack, &path), unit.to_owned());
        entries.push(Entry { kind: Kind::Past, label, unit, origin: Origin::Past(path), ..entry });
    }
    for (path, quantity) in worth::figures(pack) {
        let named = (format!("{}.{path}", pack.id), in_words(pack, &path), Origin::Figure(path));
        entries.push(figure(&worth, Some(pack), Kind::Figure, named, quantity));
    }
    for (lever, local) in &pack.levers {
        let range = &local.evidence;
        let id = format!("{}.levers.{lever}.evidence", pack.id);
        entries.push(Entry {
            label: range.note.clone(),
            unit: local.reference.unit.clone(),
            low: Some(range.low),
            high: Some(range.high),
            source: range.source.clone(),
            confidence: Some(range.label),
            ..blank(id, Kind::Figure, Some(pack), Origin::Evidence(*lever))
        });
    }
    for (id, line) in &pack.series {
        entries.extend(series(Some(pack), id, Kind::Series, line));
    }
    for (id, line) in &pack.forecasts {
        entries.extend(series(Some(pack), id, Kind::Forecast, line));
    }
}

/// The path of a figure in words: `sectors.food.share` is
/// "London: Food and drink, share".
fn in_words(pack: &CityPack, path: &str) -> String {
    let (part, rest) = path.split_once('.').unwrap_or(("", path));
    let (id, field) = rest.rsplit_once('.').unwrap_or(("", rest));
    let lever = |id: &str| id.parse::<LeverId>().ok().map(words::lever);
    let name = match part {
        "sectors" => pack.sectors.get(id).map(|sector| words::sector(sector).to_owned()),
        "levers" => lever(id).map(str::to_owned),
        "history" => Some(match id.split_once('.') {
            Some(("policy", id)) => t!("entries-past-policy", lever = lever(id).unwrap_or(id)),
            _ if id == "targets" => return past_target(pack, field),
            _ => {
                let what = if id == "paces" { t!("entries-pace").into() } else { words::field(id) };
                t!("entries-past", what = what)
            }
        }),
        "starts" => Some(match id.split_once(".reference.") {
            Some((year, group)) => {
                let name = lever(&format!("{group}.{field}")).unwrap_or(field);
                return t!("entries-start-adopted", city = words::city(pack), year = year, lever = name);
            }
            None => t!("entries-start", year = id),
        }),
        _ => None,
    };
    let field = words::field(field);
    let name = name.map_or_else(|| field.to_string(), |name| format!("{name}, {field}"));
    t!("entries-named", place = words::city(pack), name = name)
}

/// What an observation of the past is about.
fn past_target(pack: &CityPack, index: &str) -> String {
    let target = pack.history.as_ref().and_then(|history| history.targets.get(index.parse::<usize>().ok()?));
    t!("entries-named", place = words::city(pack), name = target.map_or(index, |target| target.what.as_str()))
}

/// A constant or trend as history has it: centre and outer deciles of its posterior.
fn fitted(pack: &CityPack, id: &str, fitted: &Fitted) -> Option<Entry> {
    let (low, high) = fitted.range();
    let (label, unit, origin) = match (id.parse::<ParameterId>(), Calibration::sector(id)) {
        (Ok(known), _) => (words::parameter(known).to_owned(), known.unit(), Origin::Fit(known)),
        (_, Some(sector)) => (in_words(pack, id), "1/yr", Origin::Trend(sector.to_owned())),
        (Err(_), None) => return None,
    };
    Some(Entry {
        label,
        value: Some(fitted.centre()),
        unit: unit.to_owned(),
        low: Some(low),
        high: Some(high),
        source: Library::CALIBRATION.to_owned(),
        confidence: Some(Label::Derived),
        ..blank(format!("{}.{id}", pack.id), Kind::Fitted, Some(pack), origin)
    })
}

fn parameter(worth: &Worth, pack: Option<&CityPack>, id: &str, prior: &Prior) -> Entry {
    let known = id.parse::<ParameterId>().ok();
    let name = pack.map_or_else(|| id.to_owned(), |pack| format!("{}.{id}", pack.id));
    Entry {
        label: known.map_or("", words::parameter).to_owned(),
        value: Some(prior.central),
        unit: known.map_or("", ParameterId::unit).to_owned(),
        low: prior.p10,
        high: prior.p90,
        year: prior.year,
        source: prior.source.clone(),
        confidence: Some(weakest(worth, prior.label, &prior.from)),
        ..blank(name, Kind::Parameter, pack, Origin::Prior(id.to_owned()))
    }
}

fn figure(
    worth: &Worth,
    pack: Option<&CityPack>,
    kind: Kind,
    (id, label, origin): (String, String, Origin),
    quantity: &Quantity,
) -> Entry {
    Entry {
        label,
        value: Some(quantity.value),
        unit: quantity.unit.clone(),
        year: quantity.year,
        source: quantity.source.clone(),
        confidence: Some(weakest(worth, quantity.label, &quantity.from)),
        ..blank(id, kind, pack, origin)
    }
}

/// An input that leads nowhere is found by the checks; here it counts as the worst.
fn weakest(worth: &Worth, label: Label, from: &[String]) -> Label {
    worth.effective(label, from).unwrap_or(Label::Judgement)
}

/// The title of a series, with the period of a point that covers one, and with
/// what the point is where it does not belong to the main line.
fn titled(series: &Series, point: &Point) -> String {
    let note = point.note.as_ref().filter(|_| !point.main);
    let details: Vec<&str> = point.period.iter().chain(note).map(String::as_str).collect();
    if details.is_empty() {
        return series.title.clone();
    }
    format!("{} ({})", series.title, details.join("; "))
}

fn series<'a>(
    pack: Option<&'a CityPack>,
    id: &'a str,
    kind: Kind,
    series: &'a Series,
) -> impl Iterator<Item = Entry> + 'a {
    series.points.iter().enumerate().map(move |(at, point)| Entry {
        label: titled(series, point),
        value: Some(point.value),
        unit: point.unit.as_ref().unwrap_or(&series.unit).clone(),
        year: Some(point.year),
        source: point.source.clone(),
        confidence: Some(point.label),
        ..blank(id.to_owned(), kind, pack, Origin::Point(id.to_owned(), at))
    })
}
