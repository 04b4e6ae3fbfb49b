//! Controls at the right end of a row. They are drawn from left to right after
//! what stands before them, because that is how the keyboard and a screen reader go
//! through them; their width is that of the last pass. Where that is not enough, they
//! are drawn beyond the end of the row for one pass that nobody sees, and what stands
//! below is not made wider by it.

use std::hash::Hash;

use eframe::egui::{Id, Ui, UiBuilder};

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
        let room = ui.available_rect_before_wrap();
        let mut end = ui.new_child(UiBuilder::new().max_rect(room));
        let inner = content(&mut end);
        let drawn = end.min_rect();
        ui.advance_cursor_after_rect(drawn.with_max_x(drawn.right().min(room.right())));
        let width = drawn.width();
        if (width - self.width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, width));
            ui.ctx().request_discard("the end of a row has another width");
        }
        inner
    }
}
