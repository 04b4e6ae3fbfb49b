//! What is worked out in the background for what the user looks at.

use crate::analysis::ensemble::USUAL;
use crate::t;

use super::backcast::{Backcasts, Past, Whose};
use super::compare::chances::{Chances, Comparisons, Pair};
use super::document::DocumentId;
use super::effects::{self as levers, CityEffects, Effects as LeverEffects};
use super::jobs::desk::Jobs;
use super::jobs::executor::Executor;
use super::moved::paths::{Found, Paths};
use super::ranges::{CityRanges, Ranges, Subject};
use super::sharing::effects::{Effects, Figures};
use super::view::Tab;
use super::why::{Answer, Question, Why};
use super::workspace::Workspace;

/// What a job is about. Of the same topic only the newest order matters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Topic {
    /// Which lever did it, in a city.
    Why(DocumentId, String),
    /// What each lever of a city does or could do.
    Levers(levers::Subject),
    /// What the ensemble says about a city.
    Ranges(Subject),
    /// How far the model would have been off in the past.
    Backcast(Whose),
    /// How probably one scenario is better than another.
    Chances(Pair),
    /// What the choices in a merge would do.
    Effects,
    /// Along which terms the last change reached what it moved.
    Paths,
}

/// What comes out of a job.
#[derive(Debug)]
enum Finding {
    Why(Question, Answer),
    Levers(levers::Subject, CityEffects),
    Ranges(Subject, CityRanges),
    Backcast(Whose, Result<Box<Past>, String>),
    Chances(Pair, Chances),
    Effects(Vec<Figures>),
    Paths(Found),
}

/// Orders what is missing, keeps what arrives. It never waits, and what it has
/// stays until something newer comes.
#[derive(Debug)]
pub struct Background {
    jobs: Jobs<Topic, Finding>,
    why: Why,
    levers: LeverEffects,
    ranges: Ranges,
    backcasts: Backcasts,
    comparisons: Comparisons,
    effects: Effects,
    paths: Paths,
}

impl Background {
    /// Nothing yet, and somebody to work it out. `wake` is called, from any
    /// thread, when there is something to [`collect`](Self::collect).
    #[must_use]
    pub fn new(executor: Box<dyn Executor>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            jobs: Jobs::new(executor, wake),
            why: Why::default(),
            levers: LeverEffects::default(),
            ranges: Ranges::new(USUAL),
            backcasts: Backcasts::default(),
            comparisons: Comparisons::new(USUAL),
            effects: Effects::default(),
            paths: Paths::default(),
        }
    }

    /// With another number of members than usual.
    #[must_use]
    pub fn with_members(self, members: usize) -> Self {
        Self { ranges: Ranges::new(members), comparisons: Comparisons::new(members), ..self }
    }

    /// Orders what the user looks at and nobody has ordered yet.
    pub fn follow(&mut self, workspace: &Workspace) {
        if let Some((stamp, work)) = self.paths.order(workspace) {
            self.jobs.order(Topic::Paths, stamp, move |cancel| Some(Finding::Paths(work(cancel)?)));
        }
        for (question, revision, work) in self.why.orders(workspace) {
            let topic = Topic::Why(question.document, question.city.clone());
            self.jobs.order(topic, revision, move |cancel| Some(Finding::Why(question, work(cancel)?)));
        }
        for (subject, version, work) in self.levers.orders(workspace) {
            let topic = Topic::Levers(subject.clone());
            self.jobs.order(topic, version, move |cancel| Some(Finding::Levers(subject, work(cancel)?)));
        }
        for (subject, version, work) in self.ranges.orders(workspace) {
            let topic = Topic::Ranges(subject.clone());
            self.jobs.order(topic, version, move |cancel| Some(Finding::Ranges(subject, work(cancel)?)));
        }
        for (pair, revision, work) in self.comparisons.orders(workspace) {
            let topic = Topic::Chances(pair.clone());
            self.jobs.order(topic, revision, move |cancel| Some(Finding::Chances(pair, work(cancel)?)));
        }
        if let Some((revision, work)) = self.effects.orders(workspace) {
            self.jobs.order(Topic::Effects, revision, move |cancel| Some(Finding::Effects(work(cancel)?)));
        }
        // The past can wait until nothing else is to be done, unless somebody looks at it.
        let is_free =
            !(self.why.is_behind(workspace) || self.levers.is_behind(workspace) || self.ranges.is_behind(workspace));
        if (is_free || workspace.view.tab == Tab::Backcast)
            && let Some((whose, work)) = self.backcasts.order(workspace)
        {
            let past = move |cancel: &_| Some(Finding::Backcast(whose, work(cancel)?.map(Box::new)));
            self.jobs.order(Topic::Backcast(whose), 0, past);
        }
    }

    /// Keeps what has arrived. Returns what to tell the user about jobs that
    /// went wrong.
    pub fn collect(&mut self) -> Vec<String> {
        let mut failures = Vec::new();
        for done in self.jobs.arrived() {
            match done.result {
                Ok(Finding::Why(question, answer)) => self.why.keep(question, answer),
                Ok(Finding::Levers(subject, effects)) => self.levers.keep(subject, effects),
                Ok(Finding::Ranges(subject, ranges)) => self.ranges.keep(subject, ranges),
                Ok(Finding::Chances(pair, chances)) => self.comparisons.keep(pair, chances),
                Ok(Finding::Effects(figures)) => self.effects.keep(figures),
                Ok(Finding::Paths(found)) => self.paths.keep(found),
                Ok(Finding::Backcast(whose, Ok(past))) => self.backcasts.keep(whose, *past),
                Ok(Finding::Backcast(_, Err(why))) | Err(why) => {
                    failures.push(failure(&done.key, &why));
                    if let Topic::Backcast(whose) = done.key {
                        self.backcasts.fail(whose, why);
                    }
                }
            }
        }
        failures
    }

    /// Whether something in view is about an earlier version, or not there yet.
    #[must_use]
    pub fn is_behind(&self, workspace: &Workspace) -> bool {
        let past = workspace.view.tab == Tab::Backcast && self.backcasts.is_behind(workspace);
        past || self.why.is_behind(workspace)
            || self.ranges.is_behind(workspace)
            || self.comparisons.is_behind(workspace)
    }

    /// How far the model would have been off in the past.
    #[must_use]
    pub const fn backcasts(&self) -> &Backcasts {
        &self.backcasts
    }

    /// Along which terms the last change reached what it moved.
    #[must_use]
    pub const fn paths(&self) -> &Paths {
        &self.paths
    }

    /// What the ensemble says.
    #[must_use]
    pub const fn ranges(&self) -> &Ranges {
        &self.ranges
    }

    /// What the choices in a merge would do.
    #[must_use]
    pub const fn effects(&self) -> &Effects {
        &self.effects
    }

    /// How probably one scenario is better than another.
    #[must_use]
    pub const fn comparisons(&self) -> &Comparisons {
        &self.comparisons
    }

    /// What each lever does or could do.
    #[must_use]
    pub const fn levers(&self) -> &LeverEffects {
        &self.levers
    }

    /// Which lever did it.
    #[must_use]
    pub const fn why(&self) -> &Why {
        &self.why
    }
}

fn failure(topic: &Topic, why: &str) -> String {
    match topic {
        Topic::Why(_, city) => t!("status-why-failed", city = city, why = why),
        Topic::Levers((_, city)) => t!("status-effects-failed", city = city, why = why),
        Topic::Ranges((_, city)) => t!("status-ranges-failed", city = city, why = why),
        Topic::Backcast(_) => t!("status-backcast-failed", why = why),
        Topic::Chances(pair) => t!("compare-failed", city = pair.city.as_str(), why = why),
        Topic::Effects => t!("merge-effects-failed", why = why),
        Topic::Paths => t!("moved-failed", why = why),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::super::jobs::executor::{AtOnce, Task};
    use super::super::view::{Place, Tab, View};
    use super::*;
    use crate::evidence::Library;
    use crate::model::indicators::Indicator;
    use crate::model::levers::LeverId;
    use crate::scenario::document::Measure;
    use crate::scenario::edit::ScenarioEdit;

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let view = View { place: Place::City("london".to_owned()), tab: Tab::Why, ..View::default() };
        Workspace::new(library, view)
    }

    fn set(workspace: &mut Workspace, id: LeverId, level: f64) {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
        workspace.apply(&edit, None).expect("a level in range");
    }

    fn question(workspace: &Workspace) -> Question {
        let measure = Measure::Indicator(Indicator::ManufacturingJobs);
        Question { document: workspace.document().id, city: "london".to_owned(), measure }
    }

    fn jobs(workspace: &Workspace, year: i32) -> f64 {
        let result = workspace.document().results().city("london").expect("London is computed");
        result.outcome.scenario.at(Indicator::ManufacturingJobs, year).expect("the year is projected")
    }

    #[test]
    fn the_past_waits_until_nothing_else_is_to_be_done() {
        let mut workspace = workspace();
        workspace.view.tab = Tab::Overview;
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(&workspace);
        assert!(background.backcasts.order(&workspace).is_some(), "nobody has ordered it yet");
    }

    #[test]
    fn contributions_lead_from_the_reference_to_the_number_on_the_card() {
        let mut workspace = workspace();
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        set(&mut workspace, LeverId::CapitalGrants, 10.0);
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(&workspace);
        assert!(background.collect().is_empty());
        let answer = background.why().answer(&question(&workspace)).expect("it was worked out at once");
        let row = answer.row(2040).expect("2040 is projected");
        let sum: f64 = answer.attribution.levers.iter().map(|(_, c)| c[row]).sum();
        approx::assert_relative_eq!(answer.reference[row] + sum, jobs(&workspace, 2040), max_relative = 1e-12);
        assert_eq!(answer.scenario[row].to_bits(), jobs(&workspace, 2040).to_bits());
    }

    #[test]
    fn an_earlier_answer_stays_until_the_newer_one_comes() {
        struct ByHand(Rc<RefCell<Vec<Task>>>);
        impl Executor for ByHand {
            fn execute(&mut self, task: Task) {
                self.0.borrow_mut().push(task);
            }
        }
        let tasks: Rc<RefCell<Vec<Task>>> = Rc::default();
        let run_all = || tasks.borrow_mut().drain(..).for_each(|task| task());
        let mut background = Background::new(Box::new(ByHand(Rc::clone(&tasks))), || {}).with_members(8);
        let mut workspace = workspace();
        let versions = |background: &Background, workspace: &Workspace| {
            let shown = background.why().answer(&question(workspace)).map(|answer| answer.version);
            (shown, workspace.document().results().city("london").map(|result| result.version))
        };
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        background.follow(&workspace);
        assert_eq!(versions(&background, &workspace), (None, Some(2)), "nobody has worked yet");
        assert!(background.is_behind(&workspace));
        run_all();
        background.collect();
        assert_eq!(versions(&background, &workspace), (Some(2), Some(2)));
        assert!(!background.is_behind(&workspace));
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        background.follow(&workspace);
        background.collect();
        assert_eq!(versions(&background, &workspace), (Some(2), Some(3)), "the earlier one stays");
        background.follow(&workspace);
        assert_eq!(
            tasks.borrow().len(),
            4,
            "the paths, which lever did it, what levers do and the range, of London, once"
        );
        run_all();
        background.collect();
        assert_eq!(versions(&background, &workspace), (Some(3), Some(3)));
        workspace.undo();
        background.follow(&workspace);
        run_all();
        background.collect();
        assert_eq!(versions(&background, &workspace), (Some(4), Some(4)), "undo is followed, too");
    }

    #[test]
    fn a_job_that_panics_is_told_and_loses_nothing() {
        let mut workspace = workspace();
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(&workspace);
        assert!(background.collect().is_empty());
        let topic = Topic::Why(workspace.document().id, "london".to_owned());
        background.jobs.order(topic, 9, |_| panic!("no such year"));
        let told = background.collect();
        assert!(matches!(&told[..], [words] if words.contains("london") && words.contains("no such year")), "{told:?}");
        assert!(background.why().answer(&question(&workspace)).is_some(), "what was there stays");
    }

    #[test]
    fn a_back_cast_that_goes_wrong_is_not_waited_for() {
        let mut workspace = workspace();
        workspace.view.tab = Tab::Backcast;
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.jobs.order(Topic::Backcast(None), 0, |_| panic!("no such series"));
        background.collect();
        assert!(background.backcasts().failure(&workspace).is_some_and(|why| why.contains("no such series")));
        assert!(!background.backcasts().is_behind(&workspace));
    }

    #[test]
    fn nobody_asks_which_lever_did_it_where_nobody_looks() {
        let mut workspace = workspace();
        workspace.view.tab = Tab::Overview;
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(&workspace);
        background.collect();
        assert_eq!(background.why().answer(&question(&workspace)), None);
        assert!(background.ranges().city(workspace.document().id, "london").is_some());
    }
}
