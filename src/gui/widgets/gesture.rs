//! Which edits belong to one gesture: one drag, or one run of keys on one control.

use eframe::egui::{Context, Id, Response};

/// A pause that ends a run of keys (seconds).
const PAUSE: f64 = 1.0;

/// The number of the gesture that a change of this control belongs to.
///
/// A drag is one gesture from press to release, however long it rests. Keys pressed
/// while a control keeps the keyboard are one gesture until it loses it, a drag begins,
/// or nothing has been pressed for a while.
#[must_use]
pub fn of(response: &Response) -> u64 {
    let ctx = &response.ctx;
    let id = response.id.with("gesture");
    let now = ctx.input(|i| i.time);
    let current = ctx.data(|d| d.get_temp::<(u64, f64)>(id));
    let begins = response.drag_started() || response.gained_focus();
    let is_drag = response.dragged() || response.drag_stopped();
    let goes_on = |last: f64| is_drag || now - last <= PAUSE;
    let gesture = match current {
        Some((gesture, last)) if !begins && goes_on(last) => gesture,
        _ => fresh(ctx),
    };
    ctx.data_mut(|d| d.insert_temp(id, (gesture, now)));
    gesture
}

/// Ends the gesture of a control, so that the next change is a new one.
pub fn end(response: &Response) {
    response.ctx.data_mut(|d| d.remove::<(u64, f64)>(response.id.with("gesture")));
}

/// A gesture of its own.
#[must_use]
pub fn fresh(ctx: &Context) -> u64 {
    ctx.data_mut(|d| {
        let next = d.get_temp_mut_or_insert_with(Id::unique("next gesture"), || 0u64);
        *next += 1;
        *next
    })
}
