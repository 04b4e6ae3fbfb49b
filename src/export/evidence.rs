//! The table of everything that is known, as `making-room sources` prints it.

use crate::evidence::entries::{Entry, entries};
use crate::evidence::{Library, peers};

use super::table::{Cell, Table};

/// The columns, in order. `confidence` is the label, counted as that of the
/// weakest number from which the value was made.
pub const COLUMNS: [&str; 10] = ["id", "kind", "label", "value", "unit", "low", "high", "year", "source", "confidence"];

/// Everything that is known, or only the rows that `id` is about: those with
/// this id, inside it (`london.levers`), of a parameter in any city, or resting
/// on this source.
#[must_use]
pub fn table(library: &Library, id: Option<&str>) -> Table {
    let mut table = Table::new(&COLUMNS);
    // The tests rule out that the shipped panel cannot be read.
    let peers = peers().unwrap_or_default();
    let wanted = |entry: &Entry| id.is_none_or(|id| is_about(entry, id));
    table.rows.extend(entries(library, &peers).into_iter().filter(wanted).map(cells));
    table
}

fn is_about(entry: &Entry, id: &str) -> bool {
    let inside = entry.id.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    let in_a_city = entry.id.strip_suffix(id).is_some_and(|before| before.ends_with('.'));
    entry.id == id || inside || in_a_city || entry.source == id
}

fn cells(entry: Entry) -> Vec<Cell> {
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::number);
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::text(text) };
    vec![
        Cell::text(entry.id),
        Cell::text(entry.kind.text()),
        text(entry.label),
        number(entry.value),
        text(entry.unit),
        number(entry.low),
        number(entry.high),
        entry.year.map_or(Cell::Empty, Cell::Whole),
        text(entry.source),
        entry.confidence.map_or(Cell::Empty, |label| Cell::text(label.text())),
    ]
}
