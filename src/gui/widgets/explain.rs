//! Asking for an explanation of whatever has the keyboard.

use eframe::egui::{Context, Id, Response, Ui};

fn flag() -> Id {
    Id::unique("explain what has the keyboard")
}

/// Asks for it, for this frame.
pub fn ask(ctx: &Context) {
    ctx.data_mut(|d| d.insert_temp(flag(), ()));
}

/// Forgets that somebody asked: a frame has passed.
pub fn forget(ctx: &Context) {
    ctx.data_mut(|d| d.remove::<()>(flag()));
}

/// Whether this is what is asked about.
#[must_use]
pub fn is_asked(ui: &Ui, response: &Response) -> bool {
    response.has_focus() && ui.data(|d| d.get_temp::<()>(flag()).is_some())
}
