//! Which edits belong to one gesture: one drag, or one run of keys on one control.

use eframe::egui::{Id, Response, Ui};

/// The number of the gesture that a change of this control belongs to.
///
/// A drag is one gesture from press to release. Keys pressed while a control
/// keeps the keyboard are one gesture until it loses it or a drag begins.
#[must_use]
pub fn of(ui: &Ui, response: &Response) -> u64 {
    let id = response.id.with("gesture");
    let current = ui.data(|d| d.get_temp::<u64>(id));
    match current {
        Some(gesture) if !response.drag_started() && !response.gained_focus() => gesture,
        _ => {
            let gesture = fresh(ui);
            ui.data_mut(|d| d.insert_temp(id, gesture));
            gesture
        }
    }
}

/// Ends the gesture of a control, so that the next change is a new one.
pub fn end(ui: &Ui, response: &Response) {
    ui.data_mut(|d| d.remove::<u64>(response.id.with("gesture")));
}

/// A gesture of its own.
#[must_use]
pub fn fresh(ui: &Ui) -> u64 {
    ui.data_mut(|d| {
        let next = d.get_temp_mut_or_insert_with(Id::unique("next gesture"), || 0u64);
        *next += 1;
        *next
    })
}
