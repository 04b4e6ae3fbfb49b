//! Who decides in a city, and whose interests are touched.

use crate::model::city::CityPack;
use crate::model::parties::{CONCERNS, MAX_PARTIES, Party};

use super::numbers::Numbers;
use super::{Findings, bounds};

/// Every party has a name and cares about something; what it said has a source.
pub(super) fn parties(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    let count = city.parties.len();
    f.require(count <= MAX_PARTIES, || format!("{count} parties; expected at most {MAX_PARTIES}"));
    for (id, party) in city.parties.iter().take(MAX_PARTIES) {
        f.below(id, |f| one(f, numbers, id, party));
    }
}

fn one(f: &mut Findings, numbers: &Numbers, id: &str, party: &Party) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    f.require((1..=40).contains(&id.len()) && id.chars().all(plain), || {
        format!("{id:?} is no id; use 1 to 40 of a to z, 0 to 9, - and _")
    });
    f.name("name", &party.name);
    f.below("cares", |f| {
        f.require(!party.cares.is_empty(), || "is empty; say what the party wants more or less of".to_owned());
        for indicator in party.cares.keys() {
            f.require(CONCERNS.contains(indicator), || {
                let known: Vec<String> = CONCERNS.iter().map(ToString::to_string).collect();
                format!("{indicator} is nothing that parties are asked about; expected one of {}", known.join(", "))
            });
        }
    });
    if let Some(position) = &party.position {
        f.below("position", |f| {
            f.text("text", &position.text);
            f.below("year", |f| bounds::year(f, position.year));
            numbers.source(f, &position.source, position.label);
        });
    }
}
