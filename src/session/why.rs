//! Which lever did it: attributions of what the user looks at, kept until newer
//! ones come.

use std::collections::HashMap;

use crate::analysis::attribution::{Attribution, attribute_unless};
use crate::model::city::CityPack;
use crate::model::projection::Column;
use crate::scenario::document::Measure;

use super::document::DocumentId;
use super::jobs::desk::Cancel;
use super::results::CityResult;
use super::view::{Place, Tab};
use super::workspace::Workspace;

/// The change of something in a city of a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// The document.
    pub document: DocumentId,
    /// The city, by id.
    pub city: String,
    /// What changes.
    pub measure: Measure,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The version of the city's result that this is about.
    pub version: u64,
    /// The first year reported.
    pub first_year: i32,
    /// The reference, one value a year.
    pub reference: Vec<f64>,
    /// The scenario, one value a year: what the card shows.
    pub scenario: Vec<f64>,
    /// The contributions, one value a year each.
    pub attribution: Attribution,
}

impl Answer {
    /// The place of a year among those reported.
    #[must_use]
    pub fn row(&self, year: i32) -> Option<usize> {
        let row = usize::try_from(year.checked_sub(self.first_year)?).ok()?;
        (row < self.scenario.len()).then_some(row)
    }
}

/// The column of a projection that holds a measure.
#[must_use]
pub fn column(pack: &CityPack, measure: &Measure) -> Option<Column> {
    match measure {
        Measure::Indicator(indicator) => Some(Column::Indicator(*indicator)),
        Measure::JobsOf(sector) => pack.sectors.get_index_of(sector).map(Column::JobsOf),
    }
}

/// What has been asked and answered.
#[derive(Debug, Default)]
pub struct Why {
    answers: HashMap<Question, Answer>,
    /// The last question about each city, and for which version.
    asked: HashMap<(DocumentId, String), (Measure, u64)>,
}

/// An attribution to be worked out.
pub(super) type Order = (Question, u64, Work);

type Work = Box<dyn FnOnce(&Cancel) -> Option<Answer> + Send>;

impl Why {
    /// The last answer, maybe about an earlier version.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Option<&Answer> {
        self.answers.get(question)
    }

    /// Keeps an answer.
    pub(super) fn keep(&mut self, question: Question, answer: Answer) {
        self.answers.insert(question, answer);
    }

    /// What is to be asked, given what the user looks at. Each question is given
    /// out once for each version.
    pub(super) fn orders(&mut self, workspace: &Workspace) -> Vec<Order> {
        self.answers.retain(|question, _| workspace.find(question.document).is_some());
        self.asked.retain(|(document, _), _| workspace.find(*document).is_some());
        let mut orders = Vec::new();
        for (question, result) in questions(workspace) {
            let about = (question.document, question.city.clone());
            let asked = (question.measure.clone(), result.version);
            if self.is_answered(&question, result.version) || self.asked.get(&about) == Some(&asked) {
                continue;
            }
            let pack = workspace.library().packs.get(&question.city);
            if let Some(column) = pack.and_then(|pack| column(pack, &question.measure)) {
                self.asked.insert(about, asked);
                orders.push((question, result.version, work(result, column)));
            }
        }
        orders
    }

    /// Whether something in view has no answer about the present version.
    pub(super) fn is_behind(&self, workspace: &Workspace) -> bool {
        questions(workspace).any(|(question, result)| !self.is_answered(&question, result.version))
    }

    fn is_answered(&self, question: &Question, version: u64) -> bool {
        self.answers.get(question).is_some_and(|answer| answer.version == version)
    }
}

/// What the user looks at, and the present results.
fn questions(workspace: &Workspace) -> impl Iterator<Item = (Question, &CityResult)> + '_ {
    let document = workspace.document();
    let in_view = move |id: &str| match (workspace.view.tab, &workspace.view.place) {
        (Tab::Why | Tab::Changes | Tab::Overview, Place::All) => true,
        (Tab::Why | Tab::Changes, Place::City(city)) => city == id,
        _ => false,
    };
    let measure = match workspace.view.tab {
        // All cities are told by the lever that does most in them.
        Tab::Overview => Measure::Indicator(workspace.view.together),
        _ => workspace.explained(),
    };
    let cities = document.results().cities().filter(move |(id, _)| in_view(id));
    cities.map(move |(id, result)| {
        let question = Question { document: document.id, city: id.to_owned(), measure: measure.clone() };
        (question, result)
    })
}

fn work(result: &CityResult, column: Column) -> Work {
    let version = result.version;
    let (inputs, reference) = (result.inputs().clone(), result.reference().clone());
    let scenario = result.outcome.scenario.column(column).to_vec();
    Box::new(move |cancel| {
        let attribution = attribute_unless(&inputs, &reference, column, || cancel.wanted())?;
        let first_year = reference.projection().first_year();
        let reference = reference.projection().column(column).to_vec();
        Some(Answer { version, first_year, reference, scenario, attribution })
    })
}
