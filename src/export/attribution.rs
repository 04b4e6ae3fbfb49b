//! The table of an attribution: levers, groups, total.

use strum::IntoEnumIterator as _;

use crate::analysis::attribution::{Attribution, Method};
use crate::model::indicators::IndicatorUnit;
use crate::model::levers::{LeverGroup, LeverId};

use super::projection::decimals;
use super::table::{Cell, Table};

/// The columns, in order.
pub const COLUMNS: [&str; 4] = ["kind", "id", "label", "contribution"];

/// What rows are called. A command speaks English, and a chart that is taken away the
/// language of the window; kinds and ids are the same everywhere.
#[derive(Clone, Debug)]
pub struct Labels {
    /// Of a lever.
    pub lever: fn(LeverId) -> &'static str,
    /// Of a group.
    pub group: fn(LeverGroup) -> &'static str,
    /// Of the sum.
    pub total: String,
}

impl Labels {
    /// As the tables have them.
    #[must_use]
    pub fn english(method: Method) -> Self {
        Self {
            lever: |id| id.spec().name,
            group: Into::into,
            total: format!("Scenario minus reference; {}", method.text()),
        }
    }
}

/// The contributions in reported year number `row`, in this unit. Levers sum to
/// the total, and so do groups.
#[must_use]
pub fn table(attribution: &Attribution, row: usize, unit: IndicatorUnit, labels: Labels) -> Table {
    let mut table = Table::new(&COLUMNS);
    let mut put = |kind: &'static str, id: String, label: String, value: f64| {
        table.rows.push(vec![Cell::text(kind), Cell::text(id), Cell::text(label), Cell::finite(value, decimals(unit))]);
    };
    for (lever, contributions) in &attribution.levers {
        if let Some(&value) = contributions.get(row) {
            put("lever", lever.to_string(), (labels.lever)(*lever).to_owned(), value);
        }
    }
    for group in LeverGroup::iter() {
        if let Some(value) = attribution.group(group, row) {
            put("group", group.to_string().to_lowercase(), (labels.group)(group).to_owned(), value);
        }
    }
    if let Some(&value) = attribution.total.get(row) {
        put("total", "total".to_owned(), labels.total, value);
    }
    table
}
