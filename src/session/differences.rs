//! In what two scenarios differ, in words.

use crate::evidence::Library;
use crate::scenario::diff;
use crate::scenario::document::Scenario;

use super::sharing::say;

/// One thing in which two scenarios differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: "Protected share of industrial land, London".
    pub what: String,
    /// What mine says, with its unit.
    pub mine: String,
    /// What theirs says.
    pub theirs: String,
}

/// Everything in which two scenarios differ, each with what is known to it, in the
/// order of the document.
#[must_use]
pub fn between(mine: (&Scenario, &Library), theirs: (&Scenario, &Library)) -> Vec<Difference> {
    let changes = diff::diff(mine.0, theirs.0).into_iter().chain(diff::packs(mine, theirs));
    let words = |change: diff::Change| {
        let known = if change.after.is_some() { theirs.1 } else { mine.1 };
        Difference {
            what: say::full_name(&change.item, known),
            mine: say::value(&change.item, change.before.as_ref(), mine.1),
            theirs: say::value(&change.item, change.after.as_ref(), theirs.1),
        }
    };
    changes.map(words).collect()
}
