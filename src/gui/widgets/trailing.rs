//! Controls at the right end of a row. They are drawn from left to right after
//! what stands before them, because that is how the keyboard and a screen reader go
//! through them; their width is that of the last pass.

use std::hash::Hash;

use eframe::egui::{Id, Ui};

/// The right end of a row.
#[derive(Clone, Copy, Debug)]
pub struct Trailing {
    id: Id,
    width: f32,
}

impl Trailing {
    /// The end of the row that is laid out in `ui`, from left to right.
    pub fn new(ui: &Ui, salt: impl Hash + std::fmt::Debug) -> Self {
        let id = ui.unique_id().with(("trailing", salt));
        Self { id, width: ui.data(|data| data.get_temp(id)).unwrap_or(0.0) }
    }

    /// The width that is left for what stands before it (points).
    #[must_use]
    pub fn before(self, ui: &Ui) -> f32 {
        (ui.available_width() - self.width - ui.spacing().item_spacing.x).max(0.0)
    }

    /// Draws it.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
        ui.add_space((ui.available_width() - self.width).max(0.0));
        let drawn = ui.scope(content);
        let width = drawn.response.rect.width();
        if (width - self.width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, width));
            ui.ctx().request_discard("the end of a row has another width");
        }
        drawn.inner
    }
}
