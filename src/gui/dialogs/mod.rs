//! What opens over the window: file dialogs, native or our own, the question
//! before work is lost, the choice of cities for a new scenario, the palette.
//!
//! All of it keeps the window from being used, but for the native dialogs and the list
//! of what differs, which stay beside the work.

mod chooser;
mod differences;
mod differing;
mod discard_kept;
mod drop_hint;
mod files;
mod merge;
mod new_scenario;
mod palette;
mod path_prompt;
mod question;
mod rename;
mod side;

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Id, Modal, Ui};

pub use self::chooser::Chooser;
pub use self::differences::Differences;
pub use self::discard_kept::DiscardKept;
use self::files::FileDialogs;
pub use self::files::Unsaved;
use self::new_scenario::NewScenario;
use self::palette::Palette;
use self::path_prompt::PathPrompt;
pub use self::question::Question;
use self::rename::Rename;
use super::app::action::{Action, AfterSave, Wanted};
use crate::evidence::Library;
use crate::session::background::Background;
use crate::session::document::DocumentId;
use crate::session::workspace::Workspace;

/// A dialog over everything else, with the name by which a screen reader announces it.
fn modal(id: &str, name: &str) -> Modal {
    let id = Id::unique(id);
    Modal::new(id).area(Modal::default_area(id).accessible_name(name))
}

/// The dialogs that are open.
#[derive(Debug, Default)]
pub struct Dialogs {
    files: FileDialogs,
    question: Option<Question>,
    new_scenario: Option<NewScenario>,
    path_prompt: Option<PathPrompt>,
    differences: Option<Differences>,
    discard_kept: Option<DiscardKept>,
    rename: Option<Rename>,
    palette: Option<Palette>,
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
        self.question.is_some()
            || self.new_scenario.is_some()
            || self.path_prompt.is_some()
            || self.differences.is_some()
            || self.discard_kept.is_some()
            || self.rename.is_some()
            || self.palette.is_some()
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

    /// Asks for another title.
    pub fn rename(&mut self, title: String) {
        self.rename = Some(Rename::new(title));
    }

    /// Opens the palette.
    pub fn palette(&mut self) {
        self.palette = Some(Palette::default());
    }

    /// Finds out, beside everything else, what asks for files here.
    pub fn look_around(&self) {
        self.files.look_around();
    }

    /// Asks for files with this, whatever the machine has.
    pub fn use_chooser(&mut self, chooser: Chooser) {
        self.files.use_chooser(chooser);
    }

    /// Asks which files to open. What is to be done at once is returned.
    pub fn pick_files(&mut self, ctx: &Context, frame: &eframe::Frame, folder: &Path) -> Option<Action> {
        self.files.pick_files(ctx, frame, folder)
    }

    /// Asks where to save something. What is to be done at once is returned.
    pub fn pick_target(
        &mut self,
        ctx: &Context,
        frame: &eframe::Frame,
        folder: &Path,
        unsaved: Unsaved,
    ) -> Option<Action> {
        self.files.pick_target(ctx, frame, folder, unsaved)
    }

    /// Asks for a path inside the window, beginning with this one.
    pub fn ask_for_path(&mut self, wanted: Wanted, path: &Path) {
        self.path_prompt = Some(PathPrompt::new(wanted, path));
    }

    /// Asks inside the window whether to replace the file at this path, or to save
    /// elsewhere.
    pub fn ask_to_replace(&mut self, document: DocumentId, path: PathBuf, then: AfterSave) {
        self.path_prompt = Some(PathPrompt::to_replace(document, path, then));
    }

    /// Shows in what a document differs from its file, and asks which is to stay.
    pub fn show_differences(&mut self, differences: Differences) {
        self.differences = Some(differences);
    }

    /// Asks before what was kept is gone for good.
    pub fn ask_to_discard(&mut self, question: DiscardKept) {
        self.discard_kept = Some(question);
    }

    /// Draws what is open inside the window.
    pub fn show(&mut self, ui: &Ui, workspace: &Workspace, background: &Background, actions: &mut Vec<Action>) {
        if let Some(two) = &workspace.differing {
            differing::show(ui, two, workspace, actions);
        }
        if let Some(merging) = &workspace.merging {
            merge::show(ui, merging, workspace, background, actions);
        }
        if let Some(question) = &self.question {
            question.show(ui, workspace, actions);
        }
        if let Some(new) = &mut self.new_scenario
            && new.show(ui, workspace.library(), actions)
        {
            self.new_scenario = None;
        }
        if let Some(prompt) = &mut self.path_prompt
            && prompt.show(ui, actions)
        {
            self.path_prompt = None;
        }
        if self.differences.as_ref().is_some_and(|differences| differences.show(ui, actions)) {
            self.differences = None;
        }
        if self.discard_kept.as_ref().is_some_and(|question| question.show(ui, actions)) {
            self.discard_kept = None;
        }
        if let Some(rename) = &mut self.rename
            && rename.show(ui, actions)
        {
            self.rename = None;
        }
        if self.palette.as_mut().is_some_and(|palette| palette.show(ui, workspace, actions)) {
            self.palette = None;
        }
        drop_hint::show(ui);
    }
}
