//! Hashes that stay the same as long as what they stand for does.
//!
//! Each is `sha256:` and 64 hexadecimal digits, over a text in UTF-8 of lines
//! `name=value`, sorted by byte, each ended by a line feed. A number is written
//! as the shortest decimal that reads back as itself, without an exponent.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::model::city::CityPack;
use crate::scenario::change::{Item, Value};
use crate::scenario::diff::diff;
use crate::scenario::document::Scenario;
use crate::scenario::format::write;

use super::Used;

/// The length of a hash that people compare: `sha256:` and 12 digits.
const SHORT: usize = 19;

/// The hash of a text.
#[must_use]
pub fn of(text: &str) -> String {
    of_bytes(text.as_bytes())
}

/// The hash of bytes.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::from("sha256:"), |mut hash, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// The hash of lines, in no order of their own.
pub(super) fn of_lines(mut lines: Vec<String>) -> String {
    lines.sort_unstable();
    of(&lines.into_iter().fold(String::new(), |text, line| text + &line + "\n"))
}

/// The hash of everything that a scenario sets and the equations read: not its
/// title, its reasons, its targets or the order of its cities.
///
/// The lines are `horizon=2050`, `outlook=plateau`, `outlook.housing_pressure=1.5`,
/// `v_star=0.07`, `london=2023` (the start), `london.v_star=0.07` and
/// `london.zoning.protected_share=90@2027+5`.
#[must_use]
pub fn settings(scenario: &Scenario) -> String {
    let nothing = Scenario { horizon: 0, ..Scenario::new("") };
    let line = |item: &Item, value: &Value| {
        let city = item.city().map_or_else(String::new, |city| format!("{city}."));
        Some(match (item, value) {
            (Item::Horizon, Value::Year(year)) => format!("horizon={year}"),
            (Item::Driver(driver), Value::Assumption(a)) => format!("outlook.{driver}={}", a.value),
            (Item::Parameter { parameter, .. }, Value::Assumption(a)) => format!("{city}{parameter}={}", a.value),
            (Item::City(city), Value::City(plan)) => format!("{city}={}", plan.start),
            (Item::Lever { lever, .. }, Value::Setting(s)) => {
                format!("{city}{lever}={}@{}+{}", s.level, s.start, s.ramp)
            }
            _ => return None,
        })
    };
    let changes = diff(&nothing, scenario);
    let mut lines: Vec<String> = changes.iter().filter_map(|c| line(&c.item, c.after.as_ref()?)).collect();
    lines.push(format!("outlook={}", scenario.outlook.base));
    of_lines(lines)
}

/// The hash of a city pack: of its text as a scenario file holds it, shortened
/// to what tells packs apart.
#[must_use]
pub fn pack(pack: &CityPack) -> String {
    of(&write::pack(pack)).chars().take(SHORT).collect()
}

/// The hash of what a scenario rests on: `model=1` and the lines of [`Used`],
/// `ID=value` and `ID=hash`.
#[must_use]
pub fn evidence(model: u32, used: &Used) -> String {
    let values = used.values.iter().map(|(id, value)| format!("{id}={value}"));
    let series = used.series.iter().map(|(id, hash)| format!("{id}={hash}"));
    of_lines(std::iter::once(format!("model={model}")).chain(values).chain(series).collect())
}
