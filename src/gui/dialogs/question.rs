//! "Save before closing?"

use eframe::egui::{Button, Frame, Ui};

use crate::gui::app::action::{Action, AfterSave, Answer};
use crate::gui::theme::{space, text};
use crate::session::document::DocumentId;
use crate::session::workspace::Workspace;
use crate::t;

/// The question before work is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Whose changes would be lost.
    pub document: DocumentId,
    /// What the user was about.
    pub then: AfterSave,
}

impl Question {
    /// Draws the question.
    pub fn show(&self, ui: &Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
        let title = workspace.find(self.document).map_or("", |document| document.title());
        let title = t!("dialogs-save-changes", title = title);
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let response = super::modal("question", &title).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(380.0);
            ui.label(text::title(&title));
            ui.add_space(space::XS);
            ui.label(text::muted(ui, t!("dialogs-lost")));
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let save = ui.add(Button::new(text::strong(t!("dialogs-save"))));
                if ui.memory(|m| m.focused().is_none()) {
                    save.request_focus();
                }
                if save.clicked() {
                    actions.push(Action::Answer(Answer::Save));
                }
                if ui.button(t!("dialogs-discard")).clicked() {
                    actions.push(Action::Answer(Answer::Discard));
                }
                if ui.button(t!("dialogs-cancel")).clicked() {
                    actions.push(Action::Answer(Answer::Cancel));
                }
            });
        });
        if response.should_close() && actions.is_empty() {
            actions.push(Action::Answer(Answer::Cancel));
        }
    }
}
