//! What the tour says.

use eframe::egui::Context;

use crate::gui::app::command::UiCommand;
use crate::session::tour::{Step, Tour};
use crate::session::workspace::Workspace;
use crate::t;
use crate::words;

/// What a step says.
#[derive(Clone, Debug)]
pub struct Words {
    /// Its heading.
    pub title: &'static str,
    /// What there is to see.
    pub text: String,
    /// What the user is asked to do, or that it is done.
    pub task: Option<String>,
}

impl Words {
    /// What a tour says where it is.
    #[must_use]
    pub fn of(tour: &Tour, workspace: &Workspace, ctx: &Context) -> Self {
        let (city, lever) = tour.lever();
        let city = workspace.library().packs.get(city).map_or(city, words::city);
        let year = workspace.view.year;
        let keys = |command: UiCommand| command.keys(ctx);
        let text = match tour.step() {
            Step::Window => t!("tour-window", city = city),
            Step::Lever => t!("tour-lever", lever = words::lever(lever), city = city),
            Step::Card => t!("tour-card", year = year.to_string(), keys = keys(UiCommand::Explain)),
            Step::Year => {
                t!("tour-year", back = keys(UiCommand::YearBack), on = keys(UiCommand::YearOn))
            }
            Step::Why => t!("tour-why").to_owned(),
            Step::Undo => t!("tour-undo", keys = keys(UiCommand::Undo)),
            Step::Keep => t!(
                "tour-keep",
                save = keys(UiCommand::Save),
                copy = keys(UiCommand::CopyScenario),
                help = keys(UiCommand::Help),
            ),
        };
        let can_undo = || workspace.document().history().undo_change().is_some();
        let task = match (tour.step(), tour.is_done()) {
            (Step::Lever, false) => Some(t!("tour-lever-task").to_owned()),
            (Step::Lever, true) => Some(t!("tour-lever-done").to_owned()),
            (Step::Year, false) => Some(t!("tour-year-task").to_owned()),
            (Step::Year, true) => Some(t!("tour-year-done", year = year.to_string())),
            (Step::Undo, false) => can_undo().then(|| t!("tour-undo-task").to_owned()),
            (Step::Undo, true) => Some(t!("tour-undo-done").to_owned()),
            _ => None,
        };
        Self { title: title(tour.step()), text, task }
    }
}

/// The heading of a step.
#[must_use]
pub fn title(step: Step) -> &'static str {
    match step {
        Step::Window => t!("tour-window-title"),
        Step::Lever => t!("tour-lever-title"),
        Step::Card => t!("tour-card-title"),
        Step::Year => t!("tour-year-title"),
        Step::Why => t!("tour-why-title"),
        Step::Undo => t!("tour-undo-title"),
        Step::Keep => t!("tour-keep-title"),
    }
}
