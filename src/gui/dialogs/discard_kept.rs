//! "Discard what was kept?": it cannot be brought back.

use eframe::egui::{Frame, Ui};

use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::session::recovery::Which;
use crate::t;

/// The question before what was kept is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscardKept {
    /// Which of the documents on offer.
    pub which: Which,
    /// Its title, if it is one.
    pub title: Option<String>,
}

impl DiscardKept {
    /// Draws the question. True when it is answered.
    pub fn show(&self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let mut done = false;
        let question = match &self.title {
            Some(title) => t!("recovery-ask-discard", title = title.as_str()),
            None => t!("recovery-ask-discard-all").to_owned(),
        };
        let response = super::modal("discard kept", &question).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(380.0);
            ui.label(text::title(&question));
            ui.add_space(space::XS);
            ui.label(text::muted(ui, t!("recovery-ask-note")));
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let keep = ui.button(t!("recovery-discard-no"));
                if ui.memory(|m| m.focused().is_none()) {
                    keep.request_focus();
                }
                if ui.button(t!("recovery-discard-yes")).clicked() {
                    actions.push(Action::DiscardKept(self.which));
                    done = true;
                }
                done |= keep.clicked();
            });
        });
        done || response.should_close()
    }
}
