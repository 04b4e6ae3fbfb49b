//! The guided tour: a few steps, each about a control of the window. What it asks
//! for, the user does with the real control; the tour only watches.

use strum::IntoEnumIterator as _;

use crate::model::levers::LeverId;

use super::document::DocumentId;
use super::view::{Place, Tab};
use super::workspace::Workspace;

/// The levers that are tried first: what a planner would reach for.
const TRIED: [LeverId; 2] = [LeverId::Reprovision, LeverId::CapitalGrants];

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumCount, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Step {
    /// What the window shows.
    Window,
    /// Move a lever.
    Lever,
    /// Read a card and its range.
    Card,
    /// Choose a year.
    Year,
    /// Which lever did it.
    Why,
    /// Take it back.
    Undo,
    /// Save it, and pass it on.
    Keep,
}

impl Step {
    /// Every step, in order.
    #[must_use]
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        Self::iter()
    }

    /// How many there are.
    pub const COUNT: usize = <Self as strum::EnumCount>::COUNT;

    /// Which of them it is, the first is 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::all().take_while(|step| *step != self).count() + 1
    }

    /// The step after.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::all().skip_while(|step| *step != self).nth(1)
    }

    /// The step before.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::all().take_while(|step| *step != self).last()
    }

    /// The tab on which its control is; none where it is always in view.
    #[must_use]
    pub const fn tab(self) -> Option<Tab> {
        match self {
            Self::Window | Self::Lever | Self::Card | Self::Year => Some(Tab::Overview),
            Self::Why => Some(Tab::Why),
            Self::Undo | Self::Keep => None,
        }
    }
}

/// What is asked of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Touring {
    /// To begin, or to begin again.
    Begin,
    /// To go on; from the last step, to end.
    Next,
    /// To go back a step.
    Back,
    /// To bring its control into view and give it the keyboard.
    Show,
    /// To end.
    End,
}

/// What a step watches.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Seen {
    /// The level of the lever; none at adopted policy.
    level: Option<f64>,
    year: i32,
    document: DocumentId,
    /// Which state of the scenario it was; going back, the number falls.
    revision: u64,
}

/// A tour on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Tour {
    step: Step,
    /// The city whose controls it shows.
    city: String,
    /// The lever that it asks to move.
    lever: LeverId,
    /// As it was when the step began.
    before: Seen,
    done: bool,
    /// Rises whenever the control must come into view.
    arrivals: u64,
    /// Whether the control was asked for, and must have the keyboard.
    wanted: bool,
}

impl Tour {
    /// The step that is shown.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The lever that it asks to move, and in which city.
    #[must_use]
    pub fn lever(&self) -> (&str, LeverId) {
        (&self.city, self.lever)
    }

    /// Whether the step asks for something to be done with its control.
    #[must_use]
    pub const fn is_task(&self) -> bool {
        matches!(self.step, Step::Lever | Step::Year | Step::Undo)
    }

    /// Whether that has been done.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.done
    }

    /// Rises whenever the control must come into view.
    #[must_use]
    pub const fn arrivals(&self) -> u64 {
        self.arrivals
    }

    /// Whether the control itself was asked for, and must have the keyboard.
    #[must_use]
    pub const fn is_wanted(&self) -> bool {
        self.wanted
    }
}

impl Workspace {
    /// Does what is asked of the tour. Without a city to show there is none.
    pub fn take_tour(&mut self, asked: Touring) {
        let step = self.tour.as_ref().map(|tour| tour.step);
        match (asked, step) {
            (Touring::Begin, _) => self.enter(Step::Window),
            (Touring::Next, Some(step)) => match step.next() {
                Some(next) => self.enter(next),
                None => self.tour = None,
            },
            (Touring::Back, Some(step)) => self.enter(step.before().unwrap_or(step)),
            (Touring::Show, Some(step)) => self.show_control(step),
            (Touring::End, _) => self.tour = None,
            (Touring::Next | Touring::Back | Touring::Show, None) => {}
        }
    }

    /// Looks whether what a step asks for has been done.
    pub fn watch_tour(&mut self) {
        let Some(tour) = &self.tour else { return };
        let (before, now) = (tour.before, self.seen(&tour.city, tour.lever));
        let done = match tour.step {
            Step::Lever => now.level != before.level,
            Step::Year => now.year != before.year,
            // By its mark the lever is reset; by the command any change is taken back.
            Step::Undo => {
                let undone = now.document == before.document && now.revision < before.revision;
                undone || before.level.is_some() && now.level.is_none()
            }
            Step::Window | Step::Card | Step::Why | Step::Keep => false,
        };
        if done && let Some(tour) = &mut self.tour {
            tour.done = true;
        }
    }

    fn enter(&mut self, step: Step) {
        let Some((city, lever)) = self.toured() else {
            self.tour = None;
            return;
        };
        self.look_for(step, &city);
        let arrivals = self.tour.as_ref().map_or(0, |tour| tour.arrivals) + 1;
        let before = self.seen(&city, lever);
        self.tour = Some(Tour { step, city, lever, before, done: false, arrivals, wanted: false });
    }

    fn show_control(&mut self, step: Step) {
        let Some(city) = self.tour.as_ref().map(|tour| tour.city.clone()) else { return };
        self.look_for(step, &city);
        if let Some(tour) = &mut self.tour {
            tour.arrivals += 1;
            tour.wanted = true;
        }
    }

    /// Shows the tab and the city on which the control of a step is.
    fn look_for(&mut self, step: Step, city: &str) {
        let Some(tab) = step.tab() else { return };
        self.view.tab = tab;
        if self.document().scenario().cities.contains_key(city) {
            self.view.place = Place::City(city.to_owned());
        }
    }

    /// The city in view, or else the first, and a lever that can be moved there.
    fn toured(&self) -> Option<(String, LeverId)> {
        let scenario = self.document().scenario();
        let in_view = match &self.view.place {
            Place::City(id) => Some(id),
            Place::All => None,
        };
        let library = self.library();
        let mut cities = in_view.into_iter().chain(scenario.cities.keys());
        let pack = cities.find_map(|id| library.packs.get(id).filter(|_| scenario.cities.contains_key(id)))?;
        let works = |id: &LeverId| pack.levers.get(id).is_some_and(|local| local.unavailable.is_none());
        let lever = TRIED.into_iter().chain(LeverId::all()).find(works)?;
        Some((pack.id.clone(), lever))
    }

    fn seen(&self, city: &str, lever: LeverId) -> Seen {
        let document = self.document();
        let setting = document.scenario().setting(city, lever);
        Seen {
            level: setting.map(|setting| setting.level),
            year: self.view.year,
            document: document.id,
            revision: document.history().revision(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;
    use crate::session::view::View;
    use crate::text::{Language, within};

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut workspace = Workspace::new(library, View::default());
        workspace.open_preset(presets::find("protect-and-intensify").expect("shipped")).expect("it opens");
        workspace
    }

    fn tour(workspace: &Workspace) -> &Tour {
        workspace.tour.as_ref().expect("the tour is on its way")
    }

    fn go_to(workspace: &mut Workspace, step: Step) {
        workspace.take_tour(Touring::Begin);
        while tour(workspace).step() != step {
            workspace.take_tour(Touring::Next);
        }
    }

    fn move_lever(workspace: &mut Workspace, by: f64) {
        let (city, lever) = tour(workspace).lever();
        let now = workspace.document().scenario().setting(city, lever).map_or(50.0, |setting| setting.level);
        let edit = ScenarioEdit::SetLevel { city: city.to_owned(), lever, level: now + by };
        workspace.apply(&edit, None).expect("a level in range");
        workspace.watch_tour();
    }

    #[test]
    fn it_goes_through_all_steps_and_back_and_ends_after_the_last() {
        let mut workspace = workspace();
        workspace.take_tour(Touring::Next);
        assert_eq!(workspace.tour, None, "it begins when it is asked to");
        workspace.take_tour(Touring::Begin);
        let mut steps = vec![tour(&workspace).step()];
        for _ in 1..Step::COUNT {
            workspace.take_tour(Touring::Next);
            steps.push(tour(&workspace).step());
        }
        assert_eq!(steps, Step::all().collect::<Vec<_>>());
        assert_eq!((Step::Window.number(), Step::Keep.number()), (1, Step::COUNT));
        for step in Step::all().rev().skip(1) {
            workspace.take_tour(Touring::Back);
            assert_eq!(tour(&workspace).step(), step);
        }
        workspace.take_tour(Touring::Back);
        assert_eq!(tour(&workspace).step(), Step::Window, "there is nothing before the first");
        go_to(&mut workspace, Step::Keep);
        workspace.take_tour(Touring::Next);
        assert_eq!(workspace.tour, None);
    }

    #[test]
    fn it_shows_the_tab_and_a_city_where_its_control_is() {
        let mut workspace = workspace();
        (workspace.view.place, workspace.view.tab) = (Place::All, Tab::Sources);
        workspace.take_tour(Touring::Begin);
        assert_eq!(workspace.view.tab, Tab::Overview);
        assert!(matches!(workspace.view.place, Place::City(_)));
        go_to(&mut workspace, Step::Why);
        assert_eq!(workspace.view.tab, Tab::Why);
        workspace.view.tab = Tab::Budget;
        let arrivals = tour(&workspace).arrivals();
        workspace.take_tour(Touring::Show);
        assert_eq!(workspace.view.tab, Tab::Why, "whoever went elsewhere is led back");
        assert!(tour(&workspace).arrivals() > arrivals && tour(&workspace).is_wanted());
    }

    #[test]
    fn a_step_is_done_when_the_lever_has_moved_and_not_before() {
        let mut workspace = workspace();
        go_to(&mut workspace, Step::Lever);
        workspace.watch_tour();
        assert!(tour(&workspace).is_task() && !tour(&workspace).is_done());
        workspace.choose_year(2031);
        workspace.watch_tour();
        assert!(!tour(&workspace).is_done(), "the year is no lever");
        move_lever(&mut workspace, 5.0);
        assert!(tour(&workspace).is_done());
        move_lever(&mut workspace, -5.0);
        assert!(tour(&workspace).is_done(), "what was done stays done");
        workspace.take_tour(Touring::Next);
        assert!(!tour(&workspace).is_done(), "the next step begins anew");
    }

    #[test]
    fn a_year_is_chosen_and_a_change_taken_back() {
        let mut workspace = workspace();
        go_to(&mut workspace, Step::Year);
        workspace.choose_year(workspace.view.year + 1);
        workspace.watch_tour();
        assert!(tour(&workspace).is_done());
        go_to(&mut workspace, Step::Lever);
        move_lever(&mut workspace, 5.0);
        go_to(&mut workspace, Step::Undo);
        workspace.watch_tour();
        assert!(!tour(&workspace).is_done());
        workspace.undo();
        workspace.watch_tour();
        assert!(tour(&workspace).is_done());
    }

    #[test]
    fn a_reset_takes_back_as_well() {
        let mut workspace = workspace();
        go_to(&mut workspace, Step::Lever);
        move_lever(&mut workspace, 5.0);
        go_to(&mut workspace, Step::Undo);
        let (city, lever) = tour(&workspace).lever();
        let edit = ScenarioEdit::ResetLever { city: city.to_owned(), lever };
        workspace.apply(&edit, None).expect("it is allowed");
        workspace.watch_tour();
        assert!(tour(&workspace).is_done());
    }

    #[test]
    fn it_goes_on_where_it_is_in_another_language() {
        let mut workspace = workspace();
        go_to(&mut workspace, Step::Year);
        let before = workspace.tour.clone();
        within(Language::Nl, || {
            workspace.speak_anew();
            workspace.watch_tour();
        });
        assert_eq!(workspace.tour, before);
    }

    #[test]
    fn the_lever_it_asks_for_can_be_moved_in_every_city() {
        let mut workspace = workspace();
        for id in ["london", "brussels", "rotterdam"] {
            workspace.view.place = Place::City(id.to_owned());
            workspace.take_tour(Touring::Begin);
            let (city, lever) = tour(&workspace).lever();
            assert_eq!(city, id);
            let pack = workspace.library().packs.get(id).expect("built in");
            assert!(pack.levers[&lever].unavailable.is_none(), "{id}: {lever}");
        }
    }
}
