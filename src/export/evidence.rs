//! The table of everything that is known: parameters, outlooks, figures and
//! series of the packs, and the sources themselves.

use std::borrow::Cow;

use crate::evidence::worth::{self, Worth};
use crate::evidence::{Library, peers};
use crate::model::city::{CityPack, Point, Series};
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Label, Prior, Quantity};

use super::table::{Cell, Table};

/// The columns, in order. `confidence` is the label, counted as that of the
/// weakest number from which the value was made.
pub const COLUMNS: [&str; 10] = ["id", "kind", "label", "value", "unit", "low", "high", "year", "source", "confidence"];

/// Position of the column `id`.
const ID: usize = 0;
/// Position of the column `source`.
const SOURCE: usize = 8;

/// One row before it is made of cells.
#[derive(Default)]
struct Row<'a> {
    id: String,
    kind: &'static str,
    label: Cow<'a, str>,
    value: Option<f64>,
    unit: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    year: Option<i32>,
    source: &'a str,
    confidence: Option<Label>,
}

impl Row<'_> {
    fn cells(self) -> Vec<Cell> {
        let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::number);
        let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::text(text.to_owned()) };
        vec![
            Cell::text(self.id),
            Cell::text(self.kind),
            text(&self.label),
            number(self.value),
            text(self.unit),
            number(self.low),
            number(self.high),
            self.year.map_or(Cell::Empty, Cell::Whole),
            text(self.source),
            self.confidence.map_or(Cell::Empty, |label| Cell::text(label.text())),
        ]
    }
}

/// Everything that is known, or only the rows that `id` is about: those with
/// this id, inside it (`london.levers`), of a parameter in any city, or resting
/// on this source.
#[must_use]
pub fn table(library: &Library, id: Option<&str>) -> Table {
    let mut table = Table::new(&COLUMNS);
    let rows = &mut table.rows;
    let general = Worth::new(library, None);
    rows.extend(library.parameters.iter().map(|(id, prior)| parameter(&general, None, id, prior).cells()));
    for (outlook, named) in &library.outlooks {
        for (driver, quantity) in &named.drivers {
            let id = format!("outlooks.{outlook}.{driver}");
            let label = format!("{}: {}", named.name, DriverId::spec(*driver).name);
            rows.push(figure(&general, id, "outlook", label.into(), quantity).cells());
        }
    }
    for pack in library.packs.values() {
        city(library, pack, rows);
    }
    // The tests rule out that the shipped panel cannot be read.
    for (id, line) in &peers().unwrap_or_default() {
        rows.extend(series(id, "series", line));
    }
    let shared = library.sources.iter();
    for (key, source) in library.packs.values().flat_map(|pack| &pack.sources).chain(shared) {
        let row = Row { id: key.clone(), kind: "source", label: (&source.citation).into(), ..Row::default() };
        rows.push(row.cells());
    }
    if let Some(id) = id {
        rows.retain(|row| is_about(row, id));
    }
    table
}

fn is_about(row: &[Cell], id: &str) -> bool {
    let text = |column: usize| match row.get(column) {
        Some(Cell::Text(text)) => text.as_ref(),
        _ => "",
    };
    let own = text(ID);
    let inside = own.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    let in_a_city = own.strip_suffix(id).is_some_and(|before| before.ends_with('.'));
    own == id || inside || in_a_city || text(SOURCE) == id
}

fn city(library: &Library, pack: &CityPack, rows: &mut Vec<Vec<Cell>>) {
    let worth = Worth::new(library, Some(pack));
    for (id, prior) in &pack.parameters {
        rows.push(parameter(&worth, Some(pack), id, prior).cells());
    }
    for (path, quantity) in worth::figures(pack) {
        let (id, label) = (format!("{}.{path}", pack.id), in_words(pack, &path));
        rows.push(figure(&worth, id, "figure", label.into(), quantity).cells());
    }
    for (lever, local) in &pack.levers {
        let range = &local.evidence;
        let row = Row {
            id: format!("{}.levers.{lever}.evidence", pack.id),
            kind: "figure",
            label: (&range.note).into(),
            unit: &local.reference.unit,
            low: Some(range.low),
            high: Some(range.high),
            source: &range.source,
            confidence: Some(range.label),
            ..Row::default()
        };
        rows.push(row.cells());
    }
    for (id, line) in &pack.series {
        rows.extend(series(id, "series", line));
    }
    for (id, line) in &pack.forecasts {
        rows.extend(series(id, "forecast", line));
    }
}

/// The path of a figure in words: `sectors.food.share` is
/// "London: Food and drink, share".
fn in_words(pack: &CityPack, path: &str) -> String {
    let (part, rest) = path.split_once('.').unwrap_or(("", path));
    let (id, field) = rest.rsplit_once('.').unwrap_or(("", rest));
    let lever = |id: &str| id.parse::<LeverId>().ok().map(|lever| lever.spec().name);
    let name = match part {
        "sectors" => pack.sectors.get(id).map(|sector| sector.name.clone()),
        "levers" => lever(id).map(str::to_owned),
        "starts" => Some(match id.split_once(".reference.") {
            Some((year, group)) => {
                let name = lever(&format!("{group}.{field}")).unwrap_or(field);
                return format!("{}: start {year}, adopted {name}", pack.name);
            }
            None => format!("start {id}"),
        }),
        _ => None,
    };
    let field = field.replace('_', " ");
    match name {
        Some(name) => format!("{}: {name}, {field}", pack.name),
        None => format!("{}: {field}", pack.name),
    }
}

fn parameter<'a>(worth: &Worth, pack: Option<&CityPack>, id: &str, prior: &'a Prior) -> Row<'a> {
    let known = id.parse::<ParameterId>().ok();
    Row {
        id: pack.map_or_else(|| id.to_owned(), |pack| format!("{}.{id}", pack.id)),
        kind: "parameter",
        label: known.map_or("", ParameterId::meaning).trim().into(),
        value: Some(prior.central),
        unit: known.map_or("", ParameterId::unit),
        low: prior.p10,
        high: prior.p90,
        year: prior.year,
        source: &prior.source,
        confidence: Some(weakest(worth, prior.label, &prior.from)),
    }
}

fn figure<'a>(worth: &Worth, id: String, kind: &'static str, label: Cow<'a, str>, quantity: &'a Quantity) -> Row<'a> {
    Row {
        id,
        kind,
        label,
        value: Some(quantity.value),
        unit: &quantity.unit,
        year: quantity.year,
        source: &quantity.source,
        confidence: Some(weakest(worth, quantity.label, &quantity.from)),
        ..Row::default()
    }
}

/// An input that leads nowhere is found by the checks; here it counts as the worst.
fn weakest(worth: &Worth, label: Label, from: &[String]) -> Label {
    worth.effective(label, from).unwrap_or(Label::Judgement)
}

/// The title of a series, with the period of a point that covers one, and with
/// what the point is where it does not belong to the main line.
fn titled<'a>(series: &'a Series, point: &Point) -> Cow<'a, str> {
    let note = point.note.as_ref().filter(|_| !point.main);
    let details: Vec<&str> = point.period.iter().chain(note).map(String::as_str).collect();
    if details.is_empty() {
        return series.title.as_str().into();
    }
    format!("{} ({})", series.title, details.join("; ")).into()
}

fn series<'a>(id: &'a str, kind: &'static str, series: &'a Series) -> impl Iterator<Item = Vec<Cell>> + 'a {
    series.points.iter().map(move |point| {
        let row = Row {
            id: id.to_owned(),
            kind,
            label: titled(series, point),
            value: Some(point.value),
            unit: point.unit.as_deref().unwrap_or(&series.unit),
            year: Some(point.year),
            source: &point.source,
            confidence: Some(point.label),
            ..Row::default()
        };
        row.cells()
    })
}
