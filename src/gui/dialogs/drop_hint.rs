//! What happens to the files that hang over the window.

use eframe::egui::{Align2, Area, Frame, HoveredFile, Id, Order, Stroke, Ui, Vec2};

use crate::gui::theme::{space, text, tokens};
use crate::t;

/// Draws it while something hangs there.
pub fn show(ui: &Ui) {
    let Some(words) = ui.input(|i| words(&i.raw.hovered_files)) else { return };
    let frame = Frame::popup(ui.style()).inner_margin(space::L).stroke(Stroke::new(2.0, tokens(ui).accent));
    Area::new(Id::unique("drop hint"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO)
        .interactable(false)
        .show(ui.ctx(), |ui| frame.show(ui, |ui| ui.label(text::title(words))));
}

fn words(files: &[HoveredFile]) -> Option<String> {
    let name = |file: &HoveredFile| Some(file.path.as_ref()?.file_name()?.to_string_lossy().into_owned());
    match files {
        [] => None,
        [file] => {
            Some(name(file).map_or_else(|| t!("dialogs-drop").to_owned(), |name| t!("dialogs-drop-name", name = name)))
        }
        files => Some(t!("dialogs-drop-count", count = files.len())),
    }
}
