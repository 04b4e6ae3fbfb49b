//! The table of a comparison: scenarios side by side, year by year.

use std::borrow::Cow;

use crate::analysis::ensemble::{Results, Values as _};
use crate::model::city::CityPack;
use crate::model::projection::Projection;

use super::projection::{decimals, measures};
use super::table::{Cell, Table};

/// The columns before those of the scenarios.
pub const COLUMNS: [&str; 4] = ["city", "year", "indicator", "unit"];
/// The column of the probability that a scenario is better than the first.
pub const PROBABILITY: &str = "probability_better";

/// One scenario of a city.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// Its central run.
    pub projection: &'a Projection,
    /// The runs of its members, if there are any.
    pub members: Option<&'a Results>,
}

impl<'a> Compared<'a> {
    /// The members, and the number of the reported year.
    fn members_in(self, year: i32) -> Option<(&'a Results, usize)> {
        let row = usize::try_from(year.checked_sub(self.projection.first_year())?).ok()?;
        Some((self.members?, row))
    }
}

/// The table without rows: a column for each scenario, then the probability
/// that it is better than the first for each of the others, named after it if
/// there are several.
#[must_use]
pub fn empty(scenarios: &[Cow<'static, str>]) -> Table {
    let mut table = Table::new(&COLUMNS);
    table.columns.extend(scenarios.iter().cloned());
    match scenarios {
        [_, _] => table.columns.push(Cow::Borrowed(PROBABILITY)),
        [_, others @ ..] => {
            table.columns.extend(others.iter().map(|name| Cow::Owned(format!("{PROBABILITY}:{name}"))));
        }
        [] => {}
    }
    table
}

/// Adds a city: every year that some scenario has, or only `year`. A scenario
/// without the city is `None` and stays empty.
pub fn add(table: &mut Table, pack: &CityPack, scenarios: &[Option<Compared<'_>>], year: Option<i32>) {
    let runs = || scenarios.iter().flatten().map(|scenario| scenario.projection);
    let Some(first) = runs().map(Projection::first_year).min() else { return };
    let Some(last) = runs().map(Projection::last_year).max() else { return };
    for year in (first..=last).filter(|at| year.is_none_or(|year| year == *at)) {
        for (measure, column) in measures(pack) {
            let indicator = measure.indicator();
            let unit = indicator.unit();
            let mut row = vec![
                Cell::text(pack.id.clone()),
                Cell::Whole(year),
                Cell::text(measure.to_string()),
                Cell::text(unit.text(&pack.currency.code)),
            ];
            let value = |scenario: &Option<Compared<'_>>| scenario.and_then(|run| run.projection.at(column, year));
            let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::finite(value, decimals(unit)));
            row.extend(scenarios.iter().map(|scenario| number(value(scenario))));
            let base = scenarios.first().copied().flatten().and_then(|run| run.members_in(year));
            row.extend(scenarios.iter().skip(1).map(|scenario| {
                let better = scenario.and_then(|run| run.members_in(year)).zip(base).and_then(
                    |((here, row), (there, base_row))| {
                        here.probability_better((there, base_row), column, row, indicator.better())
                    },
                );
                better.map_or(Cell::Empty, |share| Cell::finite(share, 2))
            }));
            table.rows.push(row);
        }
    }
}
