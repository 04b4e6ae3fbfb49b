//! First steps: what the program is for, what stands where, and where to go on.

use eframe::egui::{Label, Ui};

use super::command;
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{space, text};
use crate::session::help::Section;
use crate::session::view::Tab;
use crate::session::workspace::Workspace;
use crate::t;

/// Draws the part.
pub fn show(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    ui.add(Label::new(text::lead(t!("help-what"))).wrap());
    command(ui, UiCommand::Tour, actions);
    let explain = UiCommand::Explain.keys(ui.ctx());
    for (heading, words) in [
        (t!("help-left-heading"), t!("help-left")),
        (t!("help-centre-heading"), t!("help-centre")),
        (t!("help-right-heading"), t!("help-right")),
        (t!("help-ask-heading"), &t!("help-ask", keys = explain)),
    ] {
        ui.add_space(space::XS);
        ui.label(text::strong(heading));
        ui.add(Label::new(words).wrap());
    }
    ui.add_space(space::S);
    ui.label(text::strong(t!("help-onwards")));
    ui.horizontal_wrapped(|ui| {
        for section in [Section::Glossary, Section::Shortcuts, Section::Model] {
            command(ui, UiCommand::HelpOn(section), actions);
        }
        command(ui, UiCommand::Palette, actions);
        if ui.button(t!("help-sources")).clicked() {
            actions.push(Action::Help(workspace.help.closed()));
            actions.push(Action::Show(Tab::Sources));
        }
    });
}
