//! A document and its file beside each other, and which of them is to stay.

use eframe::egui::{Frame, Grid, Label, ScrollArea, Ui};

use crate::gui::app::action::{Action, AfterSave};
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::scroll;
use crate::session::differences::Difference;
use crate::session::document::DocumentId;
use crate::t;

const WIDTH: f32 = 520.0;

/// In what a document differs from its file.
#[derive(Clone, Debug)]
pub struct Differences {
    /// The document.
    pub document: DocumentId,
    /// The name of its file.
    pub file: String,
    /// What comes after saving, if the document is about to replace the file.
    pub then: Option<AfterSave>,
    /// The differences, or why the file cannot be opened.
    pub rows: Result<Vec<Difference>, String>,
}

impl Differences {
    /// Draws them. True when they are done with.
    pub fn show(&self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let mut done = false;
        let file = self.file.as_str();
        let title = match self.then {
            Some(_) => t!("disk-replace-title", file = file),
            None => t!("disk-differences", file = file),
        };
        let response = super::modal("differences", &title).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            ui.label(text::title(&title));
            if self.then.is_some() {
                ui.add_space(space::XS);
                ui.label(text::muted(ui, t!("disk-replace-note")));
            }
            ui.add_space(space::S);
            self.list(ui);
            ui.add_space(space::M);
            done = self.buttons(ui, actions);
        });
        if response.should_close() && !done {
            actions.push(Action::NotAnswered);
            done = true;
        }
        done
    }

    fn list(&self, ui: &mut Ui) {
        match &self.rows {
            Err(why) => {
                ui.colored_label(tokens(ui).bad, t!("disk-broken", why = why.as_str()));
            }
            Ok(rows) if rows.is_empty() => {
                ui.label(t!("disk-same"));
            }
            Ok(rows) => {
                let area = ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]).show(ui, |ui| {
                    for (i, row) in rows.iter().enumerate() {
                        difference(ui, i, row);
                    }
                });
                scroll::name(ui, &area, t!("disk-list"));
            }
        }
    }

    /// What can be done. The first has the keyboard: it replaces nobody's work.
    fn choices(&self) -> Vec<(&'static str, &'static str, Action)> {
        let id = self.document;
        let reload = (t!("disk-reload"), t!("disk-reload-hint"), Action::Reload(id));
        match self.then {
            Some(then) => vec![
                (t!("disk-save-as"), "", Action::AskWhereToSave(id, then)),
                (t!("disk-replace"), "", Action::Replace(id, then)),
                reload,
                (t!("disk-cancel"), "", Action::NotAnswered),
            ],
            None => vec![
                reload,
                (t!("disk-keep-mine"), t!("disk-keep-mine-hint"), Action::KeepMine(id)),
                (t!("disk-close"), "", Action::NotAnswered),
            ],
        }
    }

    fn buttons(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> bool {
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            for (i, (words, hint, action)) in self.choices().into_iter().enumerate() {
                let button = if i == 0 { ui.button(text::strong(words)) } else { ui.button(words) };
                let button = if hint.is_empty() { button } else { button.on_hover_text(hint) };
                if i == 0 && ui.memory(|m| m.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    actions.push(action);
                    is_done = true;
                }
            }
        });
        is_done
    }
}

fn difference(ui: &mut Ui, i: usize, row: &Difference) {
    ui.label(text::strong(&row.what));
    Grid::new(("difference", i)).num_columns(2).min_col_width(90.0).show(ui, |ui| {
        for (whose, words) in [(t!("disk-mine"), &row.mine), (t!("disk-theirs"), &row.theirs)] {
            ui.label(text::muted(ui, whose));
            ui.scope(|ui| {
                ui.set_max_width(WIDTH - 130.0);
                ui.add(Label::new(words.as_str()).wrap());
            });
            ui.end_row();
        }
    });
    ui.add_space(space::S);
}
