//! The tables of the comparison as CSV, as `making-room compare` writes them.

use std::borrow::Cow;

use crate::export::table::Table;
use crate::export::{comparison, levers as lever_table};
use crate::model::projection::{Column, Projection};
use crate::scenario::common;
use crate::session::background::Background;
use crate::session::view::Place;
use crate::session::workspace::Workspace;

use super::chances::Pair;
use super::library_of;
use super::selection::Member;
use super::standing::cities;

/// The table of indicators in the chosen year: the cities looked at, every
/// indicator, every scenario, and the probability that each is better than the first.
///
/// # Errors
/// If the table cannot be written, which is a fault of the program.
pub fn indicators(workspace: &Workspace, background: &Background) -> Result<String, String> {
    let members = workspace.comparing.members(workspace);
    let mut table = comparison::empty(&names(&members));
    for city in in_view(workspace, &members) {
        let Some(pack) = library_of(&members, &city).and_then(|library| library.packs.get(&city)) else { continue };
        let projections: Vec<Option<&Projection>> =
            members.iter().map(|member| member.results.city(&city).map(|result| &result.outcome.scenario)).collect();
        let probability = |number: usize, column: Column, year: i32| {
            let (base, other) = (members.first()?.candidate, members.get(number)?.candidate);
            background.comparisons().chances(&Pair { base, other, city: city.clone() })?.better(column, year)
        };
        comparison::add(&mut table, pack, &projections, Some(workspace.view.year), &probability);
    }
    text(&table)
}

/// The table of levers in the cities looked at.
///
/// # Errors
/// As [`indicators`].
pub fn levers(workspace: &Workspace) -> Result<String, String> {
    let members = workspace.comparing.members(workspace);
    let scenarios: Vec<_> = members.iter().map(|member| (member.scenario, member.library)).collect();
    let cities = in_view(workspace, &members);
    let mut spreads = common::spreads(&scenarios);
    spreads.retain(|spread| cities.contains(&spread.city));
    text(&lever_table::table(&spreads, &names(&members), &scenarios))
}

/// The cities looked at.
#[must_use]
pub fn in_view(workspace: &Workspace, members: &[Member<'_>]) -> Vec<String> {
    match &workspace.view.place {
        Place::All => cities(members),
        Place::City(city) => vec![city.clone()],
    }
}

fn names(members: &[Member<'_>]) -> Vec<Cow<'static, str>> {
    members.iter().map(|member| Cow::Owned(member.name(members))).collect()
}

fn text(table: &Table) -> Result<String, String> {
    let bytes = table.csv().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
