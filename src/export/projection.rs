//! The table of a projection: every year and indicator of some cities.

use std::borrow::Cow;

use crate::model::city::CityPack;
use crate::model::indicators::{Indicator, IndicatorUnit};
use crate::model::projection::{Column, Outcome};
use crate::scenario::document::Measure;

use super::table::{Cell, Table};

/// The columns, in order. The last three come from the ensemble and are empty
/// for a single run.
pub const COLUMNS: [&str; 9] = ["city", "year", "indicator", "unit", "reference", "scenario", "p10", "p50", "p90"];

/// What a projection of this city reports: the indicators, and jobs by
/// sub-sector after all manufacturing jobs.
pub fn measures(pack: &CityPack) -> impl Iterator<Item = (Measure, Column)> + '_ {
    Indicator::all().flat_map(move |indicator| {
        let sectors = pack.sectors.keys().enumerate().filter(move |_| indicator == Indicator::ManufacturingJobs);
        std::iter::once((Measure::Indicator(indicator), Column::Indicator(indicator)))
            .chain(sectors.map(|(i, id)| (Measure::JobsOf(id.clone()), Column::JobsOf(i))))
    })
}

/// The table of the central runs of some cities, in their order.
pub fn table<'a>(cities: impl IntoIterator<Item = (&'a CityPack, &'a Outcome)>) -> Table {
    let mut table = Table::new(&COLUMNS);
    for (pack, outcome) in cities {
        let measures: Vec<(String, Column, Cow<'static, str>, IndicatorUnit)> = measures(pack)
            .map(|(measure, column)| {
                let unit = measure.indicator().unit();
                (measure.to_string(), column, Cow::Owned(unit.text(&pack.currency.code)), unit)
            })
            .collect();
        for year in outcome.scenario.years() {
            for (id, column, unit_text, unit) in &measures {
                let value = |projection: &crate::model::projection::Projection| {
                    projection.at(*column, year).map_or(Cell::Empty, |value| Cell::finite(value, decimals(*unit)))
                };
                table.rows.push(vec![
                    Cell::text(pack.id.clone()),
                    Cell::Whole(year),
                    Cell::text(id.clone()),
                    Cell::Text(unit_text.clone()),
                    value(&outcome.reference),
                    value(&outcome.scenario),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                ]);
            }
        }
    }
    table
}

/// The columns of the table of draws, in order.
pub const DRAWS: [&str; 6] = ["member", "city", "year", "indicator", "reference", "scenario"];

/// The table of every member's values. The central run is member 1, the only one.
pub fn draws<'a>(cities: impl IntoIterator<Item = (&'a CityPack, &'a Outcome)>) -> Table {
    let mut draws = Table::new(&DRAWS);
    for row in table(cities).rows {
        if let [city, year, indicator, _, reference, scenario, ..] = row.as_slice() {
            let kept = [city, year, indicator, reference, scenario].into_iter().cloned();
            draws.rows.push(std::iter::once(Cell::Whole(1)).chain(kept).collect());
        }
    }
    draws
}

/// Decimals that a reader wants of a number in this unit.
pub(super) const fn decimals(unit: IndicatorUnit) -> usize {
    match unit {
        IndicatorUnit::Jobs
        | IndicatorUnit::SquareMetres
        | IndicatorUnit::CurrencyPerYear
        | IndicatorUnit::Homes
        | IndicatorUnit::Currency => 0,
        IndicatorUnit::Hectares | IndicatorUnit::KilotonnesPerYear => 1,
        IndicatorUnit::CurrencyPerSquareMetreYear => 2,
        IndicatorUnit::Share | IndicatorUnit::Index => 4,
    }
}
