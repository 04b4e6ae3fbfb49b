//! The scenario's file format: RON with a header that names format and version.
//!
//! Each past version is frozen in a module of its own, `v1` being the first,
//! and is turned into the document of today on reading. Only the newest version
//! is written, by [`mod@write`].

mod v1;
pub mod write;

use crate::evidence::Library;
use crate::reading::problem::MOST_PROBLEMS;
use crate::reading::{Parsed, Position, Problem, Problems};

use super::document::{CityPlan, Scenario};
use super::limits::{self, Fault};

/// What the header of every scenario names.
pub const FORMAT: &str = "making-room scenario";

/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 1;

/// Reads a scenario from a text. It opens fully or not at all.
///
/// # Errors
/// The first problem of syntax or shape, or all problems of meaning.
pub fn read(parsed: &Parsed, library: &Library) -> Result<Scenario, Problems> {
    parsed.version(FORMAT, VERSION)?;
    let mut problems = parsed.problems();
    let document: v1::Document = match parsed.typed() {
        Ok(document) => document,
        Err(problem) => {
            problems.push(problem);
            return Err(Problems::sorted(problems));
        }
    };
    let (mut scenario, mut faults) = document.into_scenario();
    scenario.comment = parsed.comments();
    faults.extend(limits::faults(&scenario, library));
    problems.extend(faults.into_iter().take(MOST_PROBLEMS).map(|fault| located(parsed, fault)));
    if !problems.is_empty() {
        return Err(Problems::sorted(problems));
    }
    scenario.cities.values_mut().for_each(CityPlan::order_targets);
    Ok(scenario)
}

fn located(parsed: &Parsed, fault: Fault) -> Problem {
    parsed.problem(place(parsed, &fault), fault.message, fault.expected, fault.fix)
}

fn place(parsed: &Parsed, fault: &Fault) -> Position {
    let path = fault.path.iter().map(String::as_str);
    if fault.in_name { parsed.root().key_at(path) } else { parsed.root().value_at(path) }
}
