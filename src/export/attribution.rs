//! The table of an attribution: levers, groups, total.

use strum::IntoEnumIterator as _;

use crate::analysis::attribution::Attribution;
use crate::model::indicators::IndicatorUnit;
use crate::model::levers::LeverGroup;

use super::projection::decimals;
use super::table::{Cell, Table};

/// The columns, in order.
pub const COLUMNS: [&str; 4] = ["kind", "id", "label", "contribution"];

/// The contributions in reported year number `row`, in this unit. Levers sum to
/// the total, and so do groups.
#[must_use]
pub fn table(attribution: &Attribution, row: usize, unit: IndicatorUnit) -> Table {
    let mut table = Table::new(&COLUMNS);
    let mut put = |kind: &'static str, id: String, label: String, value: f64| {
        table.rows.push(vec![Cell::text(kind), Cell::text(id), Cell::text(label), Cell::finite(value, decimals(unit))]);
    };
    for (lever, contributions) in &attribution.levers {
        if let Some(&value) = contributions.get(row) {
            put("lever", lever.to_string(), lever.spec().name.to_owned(), value);
        }
    }
    for group in LeverGroup::iter() {
        if let Some(value) = attribution.group(group, row) {
            put("group", group.to_string().to_lowercase(), group.to_string(), value);
        }
    }
    if let Some(&total) = attribution.total.get(row) {
        put("total", "total".to_owned(), format!("Scenario minus reference; {}", attribution.method.text()), total);
    }
    table
}
