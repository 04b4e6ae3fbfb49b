//! What there is to say about files, with what can be done about it: unsaved work
//! that is not kept, a file that was not written, files that changed or are gone.

use std::path::Path;

use eframe::egui::{Frame, Margin, Ui};

use super::Scene;
use crate::gui::app::action::{Action, AfterSave};
use crate::gui::theme::{icons, space, tokens};
use crate::gui::widgets::buttons::mark_button_coloured;
use crate::session::document::{Document, News};
use crate::session::file_name;
use crate::session::watch::OnDisk;
use crate::t;

/// Something that can be done: its words, a hint that may be empty, and what it is.
type Choice = (&'static str, &'static str, Action);

/// Draws what there is to say.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if let Some(trouble) = &scene.keeping_trouble {
        bar(ui, trouble, "", &[], None, actions);
    }
    if let Some(failure) = scene.failure {
        let (id, then) = (failure.document, failure.then);
        let choices = [
            (t!("disk-save-as"), "", Action::AskWhereToSave(id, then)),
            (t!("save-again"), "", Action::SaveTo(id, failure.path.clone(), then)),
        ];
        bar(ui, &failure.why, &file_name::shown(&failure.path), &choices, Some(Action::DismissFailure), actions);
    }
    // Where saving failed because the file is away, one bar says enough.
    let is_said = |document: &&Document| {
        document.on_disk().is_away() && scene.failure.is_some_and(|failure| failure.document == document.id)
    };
    for document in scene.workspace.documents().iter().filter(|document| !is_said(document)) {
        if let (Some(news), Some(path)) = (document.news(), document.path()) {
            let file = file_name::shown(path);
            let words = words(&news, &file);
            bar(ui, &words, &file, &choices(document, &news), Some(Action::Hush(document.id)), actions);
        }
    }
}

fn words(news: &News, file: &str) -> String {
    let elsewhere = || t!("disk-elsewhere", file = file);
    let what = match &news.on_disk {
        OnDisk::AsKnown => return elsewhere(),
        OnDisk::Changed(_) => t!("disk-changed", file = file),
        OnDisk::Gone => t!("disk-gone", file = file),
        OnDisk::NoFolder => t!("disk-no-folder", file = file),
        OnDisk::Unreadable => t!("disk-unreadable", file = file),
        OnDisk::NotAnswering => t!("disk-not-answering", file = file),
    };
    if news.is_open_elsewhere { format!("{what} {}", elsewhere()) } else { what }
}

fn choices(document: &Document, news: &News) -> Vec<Choice> {
    let id = document.id;
    let save_as = || (t!("disk-save-as"), "", Action::AskWhereToSave(id, AfterSave::Stay));
    match &news.on_disk {
        OnDisk::Changed(_) => vec![
            (t!("disk-reload"), t!("disk-reload-hint"), Action::Reload(id)),
            (t!("disk-keep-mine"), t!("disk-keep-mine-hint"), Action::KeepMine(id)),
            (t!("disk-compare"), "", Action::CompareWithFile(id)),
        ],
        OnDisk::Gone => {
            let path = document.path().unwrap_or_else(|| Path::new("")).to_owned();
            let save = Action::SaveTo(id, path, AfterSave::Stay);
            vec![(t!("disk-save"), "", save), save_as()]
        }
        OnDisk::AsKnown | OnDisk::NoFolder | OnDisk::Unreadable | OnDisk::NotAnswering => vec![save_as()],
    }
}

/// A line over the whole width with buttons, and a cross where it can be sent away.
fn bar(ui: &mut Ui, words: &str, file: &str, choices: &[Choice], dismiss: Option<Action>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let frame = Frame::new()
        .fill(t.warning_ground)
        .stroke(t.border())
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::symmetric(12, 7));
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 26.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.colored_label(t.warning_text, words);
                if choices.is_empty() {
                    return;
                }
                ui.add_space(space::XS);
                ui.horizontal_wrapped(|ui| {
                    for (words, hint, action) in choices {
                        let button = ui.button(*words);
                        let button = if hint.is_empty() { button } else { button.on_hover_text(*hint) };
                        // Several files may have bars with the same buttons.
                        if button.accessible_name(format!("{words} {file}")).clicked() {
                            actions.push(action.clone());
                        }
                    }
                });
            });
            if let Some(dismiss) = dismiss {
                let name = t!("disk-dismiss", file = file);
                if mark_button_coloured(ui, icons::CLOSE, &name, t!("disk-dismiss-hint"), t.warning_text).clicked() {
                    actions.push(dismiss);
                }
            }
        });
    });
    ui.add_space(space::XS);
}
