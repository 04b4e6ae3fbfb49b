//! The scenario's file format: RON with a header that names format and version.
//!
//! Each version has a module of its own, `v1` being the first. Those of the past
//! are frozen: a text is read into the structs of its version, each version
//! knows how to become the next, and the newest becomes the document of today.
//! Only the newest version is written, by [`mod@write`].
//!
//! | version | what is new |
//! | --- | --- |
//! | 1 | the document |
//! | 2 | the packs of cities that are not built in; the receipt |
//! | 3 | what the parties of a city are taken to care about |

mod packs;
mod v1;
mod v2;
mod v3;
pub mod write;

use crate::evidence::Library;
use crate::reading::problem::MOST_PROBLEMS;
use crate::reading::{Parsed, Position, Problem, Problems};
use crate::text::{self, Language};

use super::document::Scenario;
use super::limits::{self, Fault};
use super::receipt::Receipt;
use super::receipt::compare::Comparison;

/// What the header of every scenario names.
pub const FORMAT: &str = "making-room scenario";

/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 3;

/// What a file held.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The document.
    pub scenario: Scenario,
    /// What it gave when it was saved, if it was saved with its results.
    pub receipt: Option<Receipt>,
    /// What is known with the city packs of the file. `None` where they add nothing.
    pub library: Option<Library>,
    /// The version of the format that it was in.
    pub version: u32,
    /// What somebody who uses the scenario must know, in sentences.
    pub notices: Vec<String>,
    /// Where there are comments that will stand above the document once it is
    /// written again.
    pub comments_inside: Vec<Position>,
}

impl Opened {
    /// The scenario with the library that it rests on, which is `library` unless
    /// the file brings packs.
    #[must_use]
    pub fn with<'a>(&'a self, library: &'a Library) -> (&'a Scenario, &'a Library) {
        (&self.scenario, self.library.as_ref().unwrap_or(library))
    }

    /// How its results are not those with which it was saved. `None` where they
    /// are, and where the file says nothing of results.
    #[must_use]
    pub fn comparison(&self, library: &Library) -> Option<Comparison> {
        let (scenario, library) = self.with(library);
        // A scenario that is within its limits can be computed.
        self.receipt.as_ref()?.compare(scenario, library).ok().flatten()
    }

    /// What it means that the file was in a past version of the format.
    #[must_use]
    pub fn migration(&self) -> Option<String> {
        (self.version < VERSION).then(|| {
            format!(
                "it is in version {} of the format; what it says stays the same, and saving it writes version {VERSION}",
                self.version
            )
        })
    }

    /// Everything that somebody who opens the file must know, one message each.
    #[must_use]
    pub fn news(&self, library: &Library) -> Vec<String> {
        let told = self.comparison(library).map(|comparison| {
            let lines = comparison.lines(self.with(library).1);
            std::iter::once(comparison.headline()).chain(lines).collect::<Vec<_>>().join("\n    ")
        });
        told.into_iter().chain(self.migration()).chain(self.notices.iter().cloned()).collect()
    }
}

/// Reads a scenario from a text. It opens fully or not at all.
///
/// # Errors
/// The first problem of syntax or shape, or all problems of meaning.
pub fn read(parsed: &Parsed, library: &Library) -> Result<Opened, Problems> {
    // What is wrong with a file is said as the reader of files says everything.
    text::within(Language::En, || understood(parsed, library))
}

fn understood(parsed: &Parsed, library: &Library) -> Result<Opened, Problems> {
    let version = parsed.version(FORMAT, VERSION)?;
    let mut problems = parsed.problems();
    let mut notices = Vec::new();
    let document: Result<v3::Document, Problem> = match version {
        1 => parsed.typed::<v1::Document>().map(|document| document.upgrade().upgrade()),
        2 => parsed.typed::<v2::Document>().map(v2::Document::upgrade),
        _ => parsed.typed(),
    };
    let document = match document {
        Ok(document) => document,
        Err(problem) => {
            problems.push(problem);
            return Err(Problems::sorted(problems));
        }
    };
    let brought = packs::read(parsed, &document, library, &mut notices);
    let own = brought.library;
    // A city whose pack is wrong is not unknown.
    let has_pack: Vec<[String; 2]> = document.packs.keys().map(|id| ["cities".to_owned(), id.clone()]).collect();
    let follows = |fault: &Fault| !brought.problems.is_empty() && has_pack.iter().any(|path| fault.path == path);
    let (mut scenario, receipt, mut faults) = document.into_scenario(&mut notices);
    scenario.comment = parsed.comments();
    faults.extend(brought.faults);
    let limits = limits::faults(&scenario, own.as_ref().unwrap_or(library));
    faults.extend(limits.into_iter().filter(|fault| !follows(fault)));
    problems.extend(brought.problems);
    problems.extend(faults.into_iter().take(MOST_PROBLEMS).map(|fault| located(parsed, fault)));
    if !problems.is_empty() {
        return Err(Problems::sorted(problems));
    }
    for plan in scenario.cities.values_mut() {
        plan.order_targets();
        // A party whose weights are all as at first is not written.
        plan.concerns.retain(|_, weights| !weights.is_empty());
    }
    Ok(Opened { scenario, receipt, library: own, version, notices, comments_inside: parsed.comments_inside() })
}

fn located(parsed: &Parsed, fault: Fault) -> Problem {
    parsed.problem(place(parsed, &fault), fault.message, fault.expected, fault.fix)
}

fn place(parsed: &Parsed, fault: &Fault) -> Position {
    let path = fault.path.iter().map(String::as_str);
    if fault.in_name { parsed.root().key_at(path) } else { parsed.root().value_at(path) }
}
