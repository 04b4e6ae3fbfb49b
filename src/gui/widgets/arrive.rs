//! Going to a control from somewhere else in the window.

use eframe::egui::{Context, Id, Ui};

fn flag() -> Id {
    Id::unique("go to a control")
}

/// Asks, for this frame, for whoever goes by this id.
pub fn ask(ctx: &Context, target: Id) {
    ctx.data_mut(|d| d.insert_temp(flag(), target));
}

/// Forgets that somebody asked: a frame has passed.
pub fn forget(ctx: &Context) {
    ctx.data_mut(|d| d.remove::<Id>(flag()));
}

/// Whether this is what is gone to.
#[must_use]
pub fn is_wanted(ui: &Ui, target: Id) -> bool {
    ui.data(|d| d.get_temp::<Id>(flag())) == Some(target)
}
