//! The table of what two scenarios differ in.

use std::borrow::Cow;

use similar::TextDiff;

use crate::evidence::Library;
use crate::scenario::change::{Item, Value};
use crate::scenario::diff;
use crate::scenario::document::Scenario;

use super::table::{Cell, Table};

/// The columns, in order. `city` is empty for what concerns all cities.
pub const COLUMNS: [&str; 6] = ["city", "item", "field", "unit", "before", "after"];

/// One line of the table but for city and item.
struct Row {
    field: String,
    unit: Cow<'static, str>,
    before: Cell,
    after: Cell,
}

/// Everything in which `after` differs from `before`, field by field; a long
/// text line by line. Where a scenario sets nothing, the number is what holds
/// all the same: adopted policy, the evidence, the named outlook.
#[must_use]
pub fn table(before: (&Scenario, &Library), after: (&Scenario, &Library)) -> Table {
    let mut table = Table::new(&COLUMNS);
    for change in diff::diff(before.0, after.0).into_iter().chain(diff::packs(before, after)) {
        let item = &change.item;
        let side = |value: &Option<Value>, (scenario, library)| {
            fields(item, value.as_ref(), held(item, scenario, library), library)
        };
        let rows = match (&change.before, &change.after) {
            (Some(Value::Text(old)), Some(Value::Text(new))) if old.contains('\n') || new.contains('\n') => {
                lines(old, new)
            }
            (old, new) => rows(&side(old, before), &side(new, after)),
        };
        for row in rows {
            table.rows.push(vec![
                text(item.city().unwrap_or_default()),
                Cell::Text(item.id()),
                text(&row.field),
                text(&row.unit),
                row.before,
                row.after,
            ]);
        }
    }
    table
}

/// The longest text that a reader is shown beside another (characters).
const LONGEST: usize = 48;

/// How much is shown of what two texts have in common at their beginning (characters).
const LEAD: usize = 12;

/// The same table for a reader: long texts are cut to where they differ.
#[must_use]
pub fn brief(mut table: Table) -> Table {
    for row in &mut table.rows {
        if let [.., before, after] = row.as_mut_slice() {
            let written = |cell: &Cell| if let Cell::Text(text) = cell { text.to_string() } else { String::new() };
            let (old, new) = (written(before), written(after));
            let common = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
            for cell in [before, after] {
                if let Cell::Text(text) = cell {
                    *text = excerpt(text, common).into();
                }
            }
        }
    }
    table
}

/// A part of a text that shows what comes after its first `common` characters.
fn excerpt(text: &str, common: usize) -> String {
    let length = text.chars().count();
    if length <= LONGEST {
        return text.to_owned();
    }
    let from = if common < LONGEST { 0 } else { (common - LEAD).min(length - LONGEST) };
    let shown: String = text.chars().skip(from).take(LONGEST).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + LONGEST < length { "…" } else { "" });
    format!("{before}{shown}{after}")
}

/// The number that holds for an item where the scenario does not set it.
fn held(item: &Item, scenario: &Scenario, library: &Library) -> Option<f64> {
    let pack = |city: &str| library.packs.get(city);
    match item {
        Item::Lever { city, lever } => {
            pack(city)?.reference(scenario.cities.get(city)?.start, *lever).map(|level| level.value)
        }
        Item::Driver(driver) => library.outlooks.get(&scenario.outlook.base).map(|o| o.values().get(*driver)),
        Item::Parameter { city: Some(city), parameter } => match scenario.assumptions.get(parameter) {
            Some(everywhere) => Some(everywhere.value),
            None => library.expected(pack(city)?, *parameter),
        },
        Item::Parameter { city: None, parameter } => {
            // Money in the evidence for all cities is in euros, so that no one number holds.
            let prior = library.parameters.get(parameter.id()).filter(|_| !parameter.is_money());
            prior.map(crate::model::provenance::Prior::expected)
        }
        _ => None,
    }
}

/// A field of a value: its name, its unit, and itself.
type Field = (&'static str, Cow<'static, str>, Cell);

fn fields(item: &Item, value: Option<&Value>, held: Option<f64>, library: &Library) -> Vec<Field> {
    let (unit, none) = (item.unit(library), Cow::Borrowed(""));
    match value {
        None => {
            let name = if matches!(item, Item::Lever { .. }) { "level" } else { "value" };
            held.map(|value| (name, unit, number(value))).into_iter().collect()
        }
        Some(Value::Text(written)) => vec![("", none, text(written))],
        Some(Value::Year(year)) => vec![("", none, Cell::Whole(*year))],
        Some(Value::Number(value)) => vec![("", unit, number(*value))],
        Some(Value::Assumption(a)) => vec![("value", unit, number(a.value)), ("reason", none, text(&a.reason))],
        Some(Value::Setting(s)) => vec![
            ("level", unit, number(s.level)),
            ("start", none.clone(), Cell::Whole(s.start)),
            ("ramp", "years".into(), number(s.ramp)),
            ("reason", none, text(&s.reason)),
        ],
        Some(Value::City(plan)) => vec![("start", none, Cell::Whole(plan.start))],
        Some(Value::Order(cities)) => vec![("", none, Cell::text(cities.join(" ")))],
        Some(Value::Pack(hash)) => vec![("", none, text(hash))],
    }
}

/// A number as somebody wrote it: not rounded for a reader.
fn number(value: f64) -> Cell {
    let written = value.to_string();
    Cell::finite(value, written.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(12)))
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::text(text.to_owned()) }
}

/// The fields that are not the same on both sides.
fn rows(before: &[Field], after: &[Field]) -> Vec<Row> {
    let of = |fields: &[Field], name| fields.iter().find(|field| field.0 == name).map(|field| field.2.clone());
    let row = |(name, unit, _): &Field| {
        let [before, after] = [before, after].map(|fields| of(fields, *name).unwrap_or(Cell::Empty));
        (before != after).then(|| Row { field: (*name).to_owned(), unit: unit.clone(), before, after })
    };
    if before.len() > after.len() { before } else { after }.iter().filter_map(row).collect()
}

/// The lines in which two texts differ, numbered as they stand in the second,
/// or in the first where they are gone.
fn lines(old: &str, new: &str) -> Vec<Row> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let mut rows = Vec::new();
    for change in TextDiff::from_slices(&old, &new).ops() {
        let (gone, come) = (change.old_range(), change.new_range());
        if change.tag() == similar::DiffTag::Equal {
            continue;
        }
        for i in 0..gone.len().max(come.len()) {
            let cell = |lines: &[&str], at: usize| lines.get(at).map_or(Cell::Empty, |line| text(line));
            let (at_old, at_new) = (gone.start + i, come.start + i);
            let field = format!("line {}", if at_new < come.end { at_new } else { at_old } + 1);
            let before = if at_old < gone.end { cell(&old, at_old) } else { Cell::Empty };
            let after = if at_new < come.end { cell(&new, at_new) } else { Cell::Empty };
            rows.push(Row { field, unit: "".into(), before, after });
        }
    }
    rows
}
