//! Undo and redo: the scenario as it was before each gesture.
//!
//! A scenario is a few kilobytes, so a step keeps the whole of it: undo is then
//! exact by construction, whatever an edit did.

use super::document::Scenario;
use super::edit::ScenarioEdit;
use crate::evidence::Library;
use crate::t;

/// The most steps kept; the oldest go first.
const LIMIT: usize = 500;

/// One gesture of the user, for example one drag of a slider. Edits with the
/// same gesture are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Gesture(pub u64);

/// A scenario with what came before and what was undone.
#[derive(Clone, Debug)]
pub struct History {
    present: State,
    undo: Vec<Step>,
    redo: Vec<Step>,
    next_revision: u64,
    saved: Option<u64>,
}

/// What a step of undo did. It is worded when it is shown, in the language of then.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Somebody edited the scenario.
    Edit(Box<ScenarioEdit>),
    /// The file was read again.
    Reloaded,
    /// Work that a crash had left came back.
    Recovered,
}

impl From<ScenarioEdit> for Change {
    fn from(edit: ScenarioEdit) -> Self {
        Self::Edit(Box::new(edit))
    }
}

impl Change {
    /// Its name in the menu.
    #[must_use]
    pub fn name(&self, library: &Library) -> String {
        match self {
            Self::Edit(edit) => edit.name(library),
            Self::Reloaded => t!("disk-undo-reload").to_owned(),
            Self::Recovered => t!("recovery-undo").to_owned(),
        }
    }
}

#[derive(Clone, Debug)]
struct State {
    scenario: Scenario,
    revision: u64,
}

/// The state on the other side of a change, and the change.
#[derive(Clone, Debug)]
struct Step {
    change: Change,
    gesture: Option<Gesture>,
    other: State,
}

impl History {
    /// A document just opened from a file or just saved.
    #[must_use]
    pub const fn saved(scenario: Scenario) -> Self {
        Self {
            present: State { scenario, revision: 0 },
            undo: Vec::new(),
            redo: Vec::new(),
            next_revision: 1,
            saved: Some(0),
        }
    }

    /// A document that is in no file yet.
    #[must_use]
    pub const fn unsaved(scenario: Scenario) -> Self {
        let mut history = Self::saved(scenario);
        history.saved = None;
        history
    }

    /// The scenario as it is now.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.present.scenario
    }

    /// A number that changes whenever the scenario does, and comes back on undo:
    /// what is computed from the scenario may be kept under it.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.present.revision
    }

    /// Takes over the result of a change. Within one gesture the first state is kept
    /// and the steps become one; one that comes back to where it began is none. Whether
    /// a step began with it.
    pub fn push(&mut self, change: impl Into<Change>, gesture: Option<Gesture>, scenario: Scenario) -> bool {
        // The order of cities is part of the document; the map does not compare it.
        let is = |other: &Scenario| scenario == *other && scenario.cities.keys().eq(other.cities.keys());
        if is(&self.present.scenario) {
            return false;
        }
        let continues =
            gesture.is_some() && self.redo.is_empty() && self.undo.last().is_some_and(|step| step.gesture == gesture);
        if let Some(step) = self.undo.pop_if(|step| continues && is(&step.other.scenario)) {
            // Where it began: nothing is left of the gesture to take back.
            self.present = step.other;
            return false;
        }
        let next = State { scenario, revision: self.next_revision };
        self.next_revision += 1;
        let before = std::mem::replace(&mut self.present, next);
        self.redo.clear();
        if !continues {
            if self.undo.len() == LIMIT {
                self.undo.remove(0);
            }
            self.undo.push(Step { change: change.into(), gesture, other: before });
        }
        !continues
    }

    /// What [`Self::undo`] would take back; within one gesture, its first edit.
    #[must_use]
    pub fn undo_change(&self) -> Option<&Change> {
        self.undo.last().map(|step| &step.change)
    }

    /// What [`Self::redo`] would do again; within one gesture, its first edit.
    #[must_use]
    pub fn redo_change(&self) -> Option<&Change> {
        self.redo.last().map(|step| &step.change)
    }

    /// Takes the last step back. False if there is none.
    pub fn undo(&mut self) -> bool {
        Self::go(&mut self.present, &mut self.undo, &mut self.redo)
    }

    /// Does the step last taken back again. False if there is none.
    pub fn redo(&mut self) -> bool {
        Self::go(&mut self.present, &mut self.redo, &mut self.undo)
    }

    fn go(present: &mut State, from: &mut Vec<Step>, to: &mut Vec<Step>) -> bool {
        let Some(mut step) = from.pop() else { return false };
        std::mem::swap(present, &mut step.other);
        // A step that was undone is closed: a later edit of the same gesture is a new step.
        step.gesture = None;
        to.push(step);
        true
    }

    /// Notes that the scenario as it is now is in its file.
    pub const fn mark_saved(&mut self) {
        self.saved = Some(self.present.revision);
    }

    /// Notes that the scenario as it was at a revision is in its file.
    pub const fn mark_saved_at(&mut self, revision: u64) {
        self.saved = Some(revision);
    }

    /// Notes that the scenario as it is now is in no file any more.
    pub const fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Whether the scenario differs from its file.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.present.revision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::document::CityPlan;

    /// An edit by this name.
    fn named(title: &str) -> Change {
        ScenarioEdit::SetTitle(title.to_owned()).into()
    }

    fn titled(title: &str) -> Scenario {
        Scenario::new(title)
    }

    #[test]
    fn one_gesture_is_one_step() {
        let mut history = History::saved(titled("a"));
        history.push(named("Drag"), Some(Gesture(1)), titled("b"));
        history.push(named("Drag"), Some(Gesture(1)), titled("c"));
        history.push(named("Drag"), Some(Gesture(2)), titled("d"));
        assert_eq!(history.undo_change(), Some(&named("Drag")));
        assert!(history.undo());
        assert_eq!(history.scenario().title, "c");
        assert!(history.undo());
        assert_eq!(history.scenario().title, "a");
        assert!(!history.undo());
        assert!(history.redo());
        assert_eq!(history.scenario().title, "c");
    }

    #[test]
    fn a_gesture_that_comes_back_to_where_it_began_is_no_step() {
        let mut history = History::saved(titled("a"));
        let drag = |history: &mut History, title| history.push(named("Drag"), Some(Gesture(1)), titled(title));
        assert!(drag(&mut history, "b"));
        assert!(!drag(&mut history, "a"));
        assert_eq!((history.undo_change(), history.revision(), history.is_unsaved()), (None, 0, false));
        assert!(drag(&mut history, "c"), "it goes on from there");
        assert!(history.undo());
        assert_eq!(history.scenario().title, "a");
    }

    #[test]
    fn another_order_of_cities_is_a_change() {
        let with = |cities: [&str; 2]| {
            let mut scenario = titled("a");
            for city in cities {
                scenario.cities.insert(city.to_owned(), CityPlan::adopted(2023));
            }
            scenario
        };
        let mut history = History::saved(with(["london", "brussels"]));
        assert!(!history.push(named("Same"), None, with(["london", "brussels"])));
        assert!(history.push(named("Order"), None, with(["brussels", "london"])));
        assert!(history.scenario().cities.keys().eq(["brussels", "london"]));
    }

    #[test]
    fn undo_back_to_the_saved_state_is_saved() {
        let mut history = History::saved(titled("a"));
        assert!(!history.is_unsaved());
        history.push(named("Title"), None, titled("b"));
        assert!(history.is_unsaved());
        history.undo();
        assert!(!history.is_unsaved());
        history.redo();
        history.mark_saved();
        assert!(!history.is_unsaved());
        history.undo();
        assert!(history.is_unsaved());
    }

    #[test]
    fn an_edit_without_effect_is_no_step() {
        let mut history = History::saved(titled("a"));
        history.push(named("Title"), None, titled("a"));
        assert_eq!(history.undo_change(), None);
        assert_eq!(history.revision(), 0);
    }

    #[test]
    fn a_new_edit_forgets_what_was_undone() {
        let mut history = History::unsaved(titled("a"));
        history.push(named("First"), None, titled("b"));
        history.undo();
        history.push(named("Second"), None, titled("c"));
        assert_eq!(history.redo_change(), None);
        assert_eq!(history.undo_change(), Some(&named("Second")));
        assert!(history.is_unsaved());
    }
}
