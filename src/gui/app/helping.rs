//! Opens and closes Help, and gives the keyboard back.

use eframe::egui::{Context, Key, Memory, Modifiers, Popup};

use super::App;
use crate::gui::help;
use crate::gui::widgets::arrive;
use crate::session::help::Help;

impl App {
    /// Shows something else of Help, opens or closes it.
    pub(super) fn help(&mut self, ctx: &Context, wanted: Help) {
        let before = std::mem::replace(&mut self.workspace.help, wanted);
        let now = &self.workspace.help;
        if now.open && !before.open {
            self.helped_from = ctx.memory(Memory::focused);
        }
        if now.open && (!before.open || now.section != before.section) {
            arrive::ask(ctx, help::target());
        }
        if !now.open
            && let Some(id) = self.helped_from.take()
        {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Escape closes Help, unless it means something nearer: leaving a field, closing
    /// a menu, giving a drag up.
    pub(super) fn escape(&mut self, ctx: &Context) {
        let is_taken = ctx.text_edit_focused() || Popup::is_any_open(ctx) || ctx.input(|i| i.pointer.any_down());
        if is_taken || !self.workspace.help.open {
            return;
        }
        if ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            self.help(ctx, self.workspace.help.closed());
        }
    }
}
