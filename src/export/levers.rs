//! The table of what several scenarios set their levers to.

use std::borrow::Cow;

use crate::evidence::Library;
use crate::scenario::common::Spread;
use crate::scenario::document::Scenario;

use super::table::{Cell, Table};

/// The columns, in order; one for each scenario follows. A median is the middle
/// of the levels of all scenarios that have the city, adopted policy included.
pub const COLUMNS: [&str; 8] = ["city", "lever", "unit", "scenarios", "touched", "min", "median", "max"];

/// A row for every lever that somebody touched, with the level in each scenario that
/// has a name here. `scenarios` are those compared, each with what its file knows.
#[must_use]
pub fn table(spreads: &[Spread], names: &[Cow<'static, str>], scenarios: &[(&Scenario, &Library)]) -> Table {
    let mut table = Table::new(&COLUMNS);
    table.columns.extend(names.iter().cloned());
    for spread in spreads.iter().filter(|spread| spread.touched() > 0) {
        let mut known = scenarios.iter().filter(|(scenario, _)| scenario.cities.contains_key(&spread.city));
        let pack = known.find_map(|(_, library)| library.packs.get(&spread.city));
        let currency = pack.map_or("", |pack| pack.currency.code.as_str());
        let count = |n: usize| Cell::Whole(i32::try_from(n).unwrap_or(i32::MAX));
        let level = |level: f64| Cell::finite(level, crate::units::decimals_of(level));
        let [low, median, high] = spread.levels().unwrap_or([f64::NAN; 3]);
        let mut row = vec![
            Cell::text(spread.city.clone()),
            Cell::text(spread.lever.to_string()),
            Cell::text(spread.lever.spec().unit.text(currency)),
            count(spread.count()),
            count(spread.touched()),
            level(low),
            level(median),
            level(high),
        ];
        row.extend(spread.stands.iter().map(|stand| stand.as_ref().map_or(Cell::Empty, |stand| level(stand.level))));
        table.rows.push(row);
    }
    table
}
