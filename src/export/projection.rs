//! The table of a projection: every year and indicator of some cities.

use std::borrow::Cow;

use crate::analysis::ensemble::{References, Results};
use crate::analysis::quantiles::Range;
use crate::analysis::values::Values as _;
use crate::model::city::CityPack;
use crate::model::indicators::{Indicator, IndicatorUnit};
use crate::model::projection::{Column, Outcome, Projection};
use crate::scenario::document::Measure;

use super::table::{Cell, Table, inert};

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

/// The columns of the table of draws, in order.
pub const DRAWS: [&str; 6] = ["member", "city", "year", "indicator", "reference", "scenario"];

/// What is printed of a city.
#[derive(Clone, Copy, Debug)]
pub struct CityTable<'a> {
    /// The city.
    pub pack: &'a CityPack,
    /// Its central runs.
    pub outcome: &'a Outcome,
    /// The runs of its members, if there are any: under adopted policy and as set.
    pub runs: Option<(&'a References, &'a Results)>,
}

/// A line of a city's table but for its year and values.
struct Line {
    id: String,
    column: Column,
    unit_text: Cow<'static, str>,
    unit: IndicatorUnit,
}

impl CityTable<'_> {
    fn lines(&self) -> Vec<Line> {
        let line = |(measure, column): (Measure, Column)| {
            let unit = measure.indicator().unit();
            let unit_text = Cow::Owned(unit.text(&self.pack.currency.code));
            Line { id: measure.to_string(), column, unit_text, unit }
        };
        measures(self.pack).map(line).collect()
    }

    /// Adds the city to a table of projections. `ranges` has a range for every
    /// measure and reported year.
    pub fn add_to(&self, table: &mut Table, ranges: Option<&[Vec<Range>]>) {
        let lines = self.lines();
        for (row, year) in self.outcome.scenario.years().enumerate() {
            for (i, line) in lines.iter().enumerate() {
                let number = |value: f64| Cell::finite(value, decimals(line.unit));
                let value = |projection: &Projection| projection.at(line.column, year).map_or(Cell::Empty, number);
                let range = ranges.and_then(|ranges| ranges.get(i)?.get(row)).copied().unwrap_or(Range::EMPTY);
                table.rows.push(vec![
                    Cell::text(self.pack.id.clone()),
                    Cell::Whole(year),
                    Cell::text(line.id.clone()),
                    Cell::Text(line.unit_text.clone()),
                    value(&self.outcome.reference),
                    value(&self.outcome.scenario),
                    number(range.p10),
                    number(range.p50),
                    number(range.p90),
                ]);
            }
        }
    }
}

/// The values of every member of some cities as CSV, member after member. Where
/// a city has the central run only, it is member 0.
///
/// # Errors
/// Only if memory cannot be written to.
pub fn draws(cities: &[CityTable<'_>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(DRAWS)?;
    let most = cities.iter().map(|city| city.runs.map_or(1, |(_, scenario)| scenario.members())).max();
    let lines: Vec<Vec<Line>> = cities.iter().map(CityTable::lines).collect();
    for member in 0..most.unwrap_or(0) {
        for (city, lines) in cities.iter().zip(&lines) {
            let number = city.runs.map_or(0, |_| member + 1).to_string();
            let city_id = inert(&city.pack.id);
            for (row, year) in city.outcome.scenario.years().enumerate() {
                let year_text = year.to_string();
                for line in lines {
                    let values = match city.runs {
                        Some((reference, scenario)) => {
                            [reference.value(line.column, row, member), scenario.value(line.column, row, member)]
                        }
                        None => [&city.outcome.reference, &city.outcome.scenario].map(|run| run.at(line.column, year)),
                    };
                    let [reference, scenario] = values.map(|value| {
                        value.map_or_else(String::new, |value| Cell::finite(value, 0).plain().into_owned())
                    });
                    writer.write_record([&number, &*city_id, &year_text, &line.id, &reference, &scenario])?;
                }
            }
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
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
