//! The glossary: a field to search it, and the words that are found.

use eframe::egui::{Label, TextEdit, Ui};

use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::gui::widgets::buttons::text_button;
use crate::session::help::glossary::{self, Entry};
use crate::session::workspace::Workspace;
use crate::t;

/// Draws the field. It stands above what scrolls.
pub fn field(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    let help = &workspace.help;
    ui.horizontal(|ui| {
        let mut sought = help.sought.clone();
        let field = TextEdit::singleline(&mut sought).hint_text(t!("glossary-find")).desired_width(240.0);
        if ui.add(field).accessible_name(t!("glossary-find")).changed() {
            actions.push(Action::Help(help.seeking(sought)));
        }
        ui.label(text::note(ui, t!("glossary-count", count = glossary::find(&help.sought).len())));
    });
}

/// Draws the words that are found.
pub fn show(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    let found = glossary::find(&workspace.help.sought);
    if found.is_empty() {
        ui.label(text::muted(ui, t!("glossary-nothing")));
    }
    for entry in found {
        one(ui, workspace, entry, actions);
    }
}

fn one(ui: &mut Ui, workspace: &Workspace, entry: &Entry, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add(Label::new(text::strong(entry.term())).wrap());
    ui.add(Label::new(entry.words()).wrap());
    let source = entry.source.and_then(|key| Some((key, workspace.shared().source(None, key)?)));
    if let Some((key, source)) = source
        && text_button(ui, &t!("glossary-source", citation = source.citation.as_str())).clicked()
    {
        actions.push(Action::Help(workspace.help.closed()));
        actions.push(Action::ShowEntry(key.to_owned()));
    }
    ui.add_space(space::S);
}
