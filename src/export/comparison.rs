//! The table of a comparison: scenarios side by side, year by year.

use std::borrow::Cow;

use crate::model::city::CityPack;
use crate::model::projection::{Column, Projection};

use super::projection::{decimals, measures};
use super::table::{Cell, Table};

/// The columns before those of the scenarios.
pub const COLUMNS: [&str; 4] = ["city", "year", "indicator", "unit"];
/// The column of the probability that a scenario is better than the first.
pub const PROBABILITY: &str = "probability_better";

/// The probability that a scenario, by its number, is better than the first in a
/// column and year; `None` where there is none.
pub type Probability<'a> = &'a dyn Fn(usize, Column, i32) -> Option<f64>;

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
pub fn add(
    table: &mut Table,
    pack: &CityPack,
    scenarios: &[Option<&Projection>],
    year: Option<i32>,
    probability: Probability<'_>,
) {
    let runs = || scenarios.iter().flatten();
    let Some(first) = runs().map(|run| run.first_year()).min() else { return };
    let Some(last) = runs().map(|run| run.last_year()).max() else { return };
    for year in (first..=last).filter(|at| year.is_none_or(|year| year == *at)) {
        for (measure, column) in measures(pack) {
            let unit = measure.indicator().unit();
            let mut row = vec![
                Cell::text(pack.id.clone()),
                Cell::Whole(year),
                Cell::text(measure.to_string()),
                Cell::text(unit.text(&pack.currency.code)),
            ];
            let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::finite(value, decimals(unit)));
            row.extend(scenarios.iter().map(|scenario| number(scenario.and_then(|run| run.at(column, year)))));
            row.extend(
                (1..scenarios.len()).map(|number| {
                    probability(number, column, year).map_or(Cell::Empty, |share| Cell::finite(share, 2))
                }),
            );
            table.rows.push(row);
        }
    }
}
