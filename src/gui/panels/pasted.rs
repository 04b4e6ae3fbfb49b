//! What became of the levers last pasted: what came over, what did not, and why.

use eframe::egui::{Align, Layout, Ui};

use super::{Scene, card};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button_coloured, text_button};
use crate::t;
use crate::words;

/// Says it until the user sends it away or goes on.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let Some(pasted) = scene.pasted else { return };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(text::strong(pasted.sentence()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let muted = tokens(ui).muted;
                if mark_button_coloured(ui, icons::CLOSE, t!("paste-dismiss"), t!("paste-dismiss"), muted).clicked() {
                    actions.push(Action::DismissPasted);
                }
                if text_button(ui, t!("paste-undo")).clicked() {
                    actions.push(UiCommand::Undo.into());
                }
            });
        });
        let (behind, changed): (Vec<_>, Vec<_>) = pasted.notes.iter().partition(|note| note.what.stays_behind());
        for (heading, notes) in [(t!("paste-behind"), behind), (t!("paste-changed"), changed)] {
            if notes.is_empty() {
                continue;
            }
            ui.label(text::note(ui, heading));
            for note in notes {
                ui.label(t!("paste-note", lever = words::lever(note.lever), what = pasted.words(note)));
            }
        }
    });
    ui.add_space(space::XS);
}
