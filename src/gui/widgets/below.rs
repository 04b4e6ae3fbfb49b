//! A part of a page that may lie below what is in view.

use std::hash::Hash;

use eframe::egui::{Ui, Vec2, accesskit_root_id};

use super::hand;

/// Draws a part of a page that is laid out from top to bottom.
///
/// While a hand moves a slider, and nobody has the window read out, a part below the view
/// is not drawn: nobody sees it, the slider has the keyboard, and what lies below leaves
/// its place to nothing in view. The room that it took is kept free.
pub fn part(ui: &mut Ui, salt: impl Hash + std::fmt::Debug, content: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(("part", salt));
    let is_below = ui.cursor().top() > ui.clip_rect().bottom();
    if is_below
        && hand::is_busy(ui.ctx())
        && !is_read(ui)
        && let Some(size) = ui.data(|data| data.get_temp::<Vec2>(id))
    {
        ui.allocate_space(size);
        return;
    }
    let size = ui.scope(content).response.rect.size();
    ui.data_mut(|data| data.insert_temp(id, size));
}

/// Whether something, as a screen reader, has the window read out.
fn is_read(ui: &Ui) -> bool {
    ui.ctx().accesskit_node_builder(accesskit_root_id(), |_| ()).is_some()
}
