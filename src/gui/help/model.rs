//! The model document by its headings: it is read in its own tab.

use eframe::egui::{Label, Ui};

use crate::gui::app::action::Action;
use crate::gui::model_document;
use crate::gui::theme::space;
use crate::gui::widgets::buttons::text_button;
use crate::session::workspace::Workspace;
use crate::t;

/// Draws the part.
pub fn show(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    ui.add(Label::new(t!("help-model")).wrap());
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = 2.0;
    for section in model_document::sections() {
        ui.horizontal(|ui| {
            ui.add_space(if section.level > 2 { space::L } else { 0.0 });
            if text_button(ui, &section.title).clicked() {
                // It would lie over what it leads to.
                actions.push(Action::Help(workspace.help.closed()));
                actions.push(Action::Read(section.title.clone()));
            }
        });
    }
}
