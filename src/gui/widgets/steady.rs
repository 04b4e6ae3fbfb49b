//! Room that is kept for what is still being worked out, so that nothing moves when it
//! comes.

use std::hash::Hash;

use eframe::egui::{Color32, Label, Ui};

use crate::gui::theme::text;

/// A text that grows, in the room of the longer one that it becomes.
pub fn label(ui: &mut Ui, words: &str, becomes: &str) {
    let width = ui.available_width();
    let height =
        |words: &str| ui.painter().layout(words.to_owned(), text::body_font(), Color32::PLACEHOLDER, width).size().y;
    let room = height(becomes).max(height(words));
    ui.vertical(|ui| {
        ui.set_min_height(room);
        ui.add(Label::new(words).wrap());
    });
}

/// Draws something with a part of a known height, `core`. While it waits for what is
/// worked out, there is room for that and for what stood around it when it was last
/// whole; at first for about `around` (points).
pub fn region<R>(
    ui: &mut Ui,
    salt: impl Hash + std::fmt::Debug,
    (waits, core, around): (bool, f32, f32),
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.scope_id().with(("steady", salt));
    let drawn = ui.vertical(content);
    let height = drawn.response.rect.height();
    if waits {
        let around = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(around);
        let missing = core + around - height;
        if missing > 0.0 {
            ui.add_space(missing - ui.spacing().item_spacing.y);
        }
    } else {
        ui.data_mut(|data| data.insert_temp::<f32>(id, height - core));
    }
    drawn.inner
}
