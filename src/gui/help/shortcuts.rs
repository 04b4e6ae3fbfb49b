//! Every key: those of the commands from the one table of commands, and those of
//! the controls beside them.

use eframe::egui::{Label, Ui, vec2};

use crate::gui::app::command::UiCommand;
use crate::gui::theme::{space, text, tokens};
use crate::t;

/// About the width of the column of keys (points).
const KEYS: f32 = 190.0;

/// Draws the table.
pub fn show(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    heading(ui, t!("shortcuts-commands"));
    for command in UiCommand::all() {
        let keys = command.keys(ui.ctx());
        if !keys.is_empty() {
            row(ui, &keys, command.text());
        }
    }
    heading(ui, t!("shortcuts-slider"));
    for (keys, words) in [
        (t!("shortcuts-arrows"), t!("shortcuts-slider-arrows")),
        (t!("shortcuts-fine"), t!("shortcuts-slider-fine")),
        (t!("shortcuts-pages"), t!("shortcuts-slider-pages")),
        (t!("shortcuts-ends"), t!("shortcuts-slider-ends")),
        (t!("shortcuts-delete"), t!("shortcuts-slider-delete")),
    ] {
        row(ui, keys, words);
    }
    heading(ui, t!("shortcuts-chart"));
    for (keys, words) in [
        (t!("shortcuts-sideways"), t!("shortcuts-chart-arrows")),
        (t!("shortcuts-pages"), t!("shortcuts-chart-pages")),
        (t!("shortcuts-ends"), t!("shortcuts-chart-ends")),
        ("+  −", t!("shortcuts-chart-zoom")),
        ("0", t!("shortcuts-chart-all")),
    ] {
        row(ui, keys, words);
    }
    heading(ui, t!("shortcuts-everywhere"));
    for (keys, words) in [
        (t!("shortcuts-tab"), t!("shortcuts-tab-words")),
        (t!("shortcuts-enter"), t!("shortcuts-enter-words")),
        (t!("shortcuts-escape"), t!("shortcuts-escape-words")),
    ] {
        row(ui, keys, words);
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    ui.label(text::section(ui, words));
    ui.add_space(2.0);
}

/// A row of the table: keys, and what they do. One label to a screen reader each.
fn row(ui: &mut Ui, keys: &str, words: &str) {
    ui.horizontal_top(|ui| {
        let width = KEYS.min(ui.available_width() * 0.45);
        let ink = tokens(ui).accent_text;
        ui.allocate_ui(vec2(width, 18.0), |ui| {
            ui.set_width(width);
            ui.add(Label::new(text::strong(keys).color(ink)).wrap());
        });
        ui.add(Label::new(words).wrap());
    });
}
