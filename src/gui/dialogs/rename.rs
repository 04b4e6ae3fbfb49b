//! Another title for the scenario.

use eframe::egui::{Button, Frame, Key, TextEdit, Ui};

use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::scenario::edit::ScenarioEdit;
use crate::t;

/// What has been typed so far.
#[derive(Debug)]
pub struct Rename {
    title: String,
    /// Whether the title has had the keyboard.
    begun: bool,
}

impl Rename {
    /// Begins with the title that there is.
    pub const fn new(title: String) -> Self {
        Self { title, begun: false }
    }

    /// Draws it. True when it is done with.
    pub fn show(&mut self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let mut done = false;
        let response = super::modal("rename", t!("merge-rename-title")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(360.0);
            let label = ui.label(text::title(t!("merge-rename-title")));
            ui.add_space(space::S);
            let field = ui.add(TextEdit::singleline(&mut self.title).desired_width(f32::INFINITY));
            let field = field.labelled_by(label.id);
            if !self.begun {
                field.request_focus();
                self.begun = true;
            }
            ui.add_space(space::M);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                if ui.add(Button::new(text::strong(t!("merge-rename")))).clicked() || entered {
                    actions.push(Action::Edit(ScenarioEdit::SetTitle(self.title.trim().to_owned()), None));
                    done = true;
                }
                done |= ui.button(t!("merge-cancel")).clicked();
            });
        });
        done || response.should_close()
    }
}
