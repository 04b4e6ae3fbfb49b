//! Whether something that can be opened is open. View state, kept by the window.

use eframe::egui::{Id, Ui};

/// Whether it is open.
#[must_use]
pub fn is_open(ui: &Ui, id: Id) -> bool {
    ui.data(|d| d.get_temp(id)).unwrap_or(false)
}

/// Opens or closes it.
pub fn toggle(ui: &Ui, id: Id) {
    let open = !is_open(ui, id);
    ui.data_mut(|d| {
        d.insert_temp(id, open);
    });
}
