//! What opens over the window: native file dialogs, the question before work is
//! lost, the choice of cities for a new scenario, About.
//!
//! The question and the choice keep the window from being used; the rest stays
//! beside it.

mod about;
mod files;
mod new_scenario;
mod question;

use eframe::egui::Ui;

use self::files::FileDialogs;
use self::new_scenario::NewScenario;
pub use self::question::Question;
use super::app::action::{Action, AfterSave};
use crate::evidence::Library;
use crate::session::document::Document;
use crate::session::workspace::Workspace;

/// The dialogs that are open.
#[derive(Debug, Default)]
pub struct Dialogs {
    files: FileDialogs,
    question: Option<Question>,
    new_scenario: Option<NewScenario>,
    about: bool,
}

impl Dialogs {
    /// What native dialogs have answered since the last frame.
    pub fn answers(&mut self) -> Vec<Action> {
        self.files.answers()
    }

    /// Asks before work is lost.
    pub fn ask(&mut self, question: Question) {
        self.question = Some(question);
    }

    /// Whether something is open that must be answered first.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        self.question.is_some() || self.new_scenario.is_some()
    }

    /// Takes the question away because it is answered.
    pub const fn answered(&mut self) -> Option<Question> {
        self.question.take()
    }

    /// Opens the choice of cities for a new scenario.
    pub fn new_scenario(&mut self, library: &Library) {
        self.new_scenario = Some(NewScenario::of(library));
    }

    /// Closes it: the scenario is begun.
    pub fn close_new_scenario(&mut self) {
        self.new_scenario = None;
    }

    /// Says in it why the scenario cannot be as chosen.
    pub fn refuse_new_scenario(&mut self, why: String) {
        if let Some(new) = &mut self.new_scenario {
            new.refuse(why);
        }
    }

    /// Opens or closes About.
    pub const fn about(&mut self) {
        self.about = !self.about;
    }

    /// Opens the native dialog for files to open.
    pub fn pick_files(&mut self, ctx: &eframe::egui::Context, frame: &eframe::Frame, near: Option<&std::path::Path>) {
        self.files.pick_files(ctx, frame, near);
    }

    /// Opens the native dialog for the file to save to.
    pub fn pick_target(
        &mut self,
        ctx: &eframe::egui::Context,
        frame: &eframe::Frame,
        document: &Document,
        then: AfterSave,
    ) {
        self.files.pick_target(ctx, frame, document, then);
    }

    /// Draws what is open inside the window.
    pub fn show(&mut self, ui: &Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
        if let Some(question) = &self.question {
            question.show(ui, workspace, actions);
        }
        if let Some(new) = &mut self.new_scenario
            && new.show(ui, workspace.library(), actions)
        {
            self.new_scenario = None;
        }
        if self.about {
            self.about = about::show(ui);
        }
    }
}
