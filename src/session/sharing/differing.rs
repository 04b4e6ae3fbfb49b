//! In what two scenarios differ, item by item, as long as somebody looks.

use crate::export::difference;
use crate::scenario::diff::{self, Change};
use crate::session::workspace::Workspace;
use crate::text::{self, Language};

use super::say;
use super::source::{Side, Source, State};

/// One thing in which two scenarios differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The city, by name; `None` for what concerns the whole scenario.
    pub city: Option<String>,
    /// What it is.
    pub what: String,
    /// What the first says, with its unit.
    pub before: String,
    /// What the second says.
    pub after: String,
}

/// Two scenarios, and in what they differ.
#[derive(Clone, Debug)]
pub struct Differing {
    /// Which two.
    pub sources: [Source; 2],
    /// The differences in the order of the document, or why there is nothing to say.
    pub rows: Result<Vec<Row>, String>,
    /// As the command `diff` writes it.
    csv: Option<String>,
    basis: Basis,
}

/// What a list of differences rests on: the state of both, and the language it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    states: [Option<State>; 2],
    language: Language,
}

impl Basis {
    fn of(sources: [Source; 2], workspace: &Workspace) -> Self {
        Self { states: sources.map(|source| source.state(workspace)), language: text::language() }
    }
}

impl Differing {
    /// Takes both scenarios as they are now.
    #[must_use]
    pub fn new(sources: [Source; 2], workspace: &Workspace) -> Self {
        let taken = sources.map(|source| source.take(workspace));
        let (rows, csv) = match taken {
            [Ok(before), Ok(after)] => {
                let csv = difference::table(before.with(), after.with()).csv().ok();
                (Ok(rows(&before, &after)), csv.and_then(|bytes| String::from_utf8(bytes).ok()))
            }
            [Err(why), _] | [_, Err(why)] => (Err(why), None),
        };
        Self { sources, rows, csv, basis: Basis::of(sources, workspace) }
    }

    /// Whether one of the two has changed or gone since, or the language is another.
    #[must_use]
    pub fn is_old(&self, workspace: &Workspace) -> bool {
        self.basis != Basis::of(self.sources, workspace)
    }

    /// The differences as CSV, as `making-room diff` writes them.
    #[must_use]
    pub fn csv(&self) -> Option<&str> {
        self.csv.as_deref()
    }
}

fn rows(before: &Side, after: &Side) -> Vec<Row> {
    let changes = diff::diff(&before.scenario, &after.scenario).into_iter();
    let packs = diff::packs(before.with(), after.with());
    let row = |change: Change| {
        // Whoever says something knows the city.
        let known = if change.after.is_some() { &after.library } else { &before.library };
        Row {
            city: change.item.city().map(|id| say::city_name(id, known).to_owned()),
            what: say::name(&change.item, known),
            before: say::value(&change.item, change.before.as_ref(), &before.library),
            after: say::value(&change.item, change.after.as_ref(), &after.library),
        }
    };
    changes.chain(packs).map(row).collect()
}
