//! From what has the keyboard to the word for it in the glossary.

use eframe::egui::{Context, Id, Memory, Response, Ui};

fn key() -> Id {
    Id::unique("the word for what has the keyboard")
}

/// Says which word of the glossary something is about, for when it has the keyboard.
pub fn offer(ui: &Ui, response: &Response, term: &'static str) {
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(key(), (response.id, term)));
    }
}

/// The word for what has the keyboard, if there is one.
#[must_use]
pub fn of_focused(ctx: &Context) -> Option<&'static str> {
    let focused = ctx.memory(Memory::focused)?;
    let (id, term) = ctx.data(|data| data.get_temp::<(Id, &'static str)>(key()))?;
    (id == focused).then_some(term)
}
