//! Opens and closes Help, and leads through the guided tour.

use eframe::egui::{Context, Key, Memory, Modifiers, Popup};

use super::App;
use super::command::UiCommand;
use crate::gui::help;
use crate::gui::widgets::arrive;
use crate::session::help::Help;
use crate::session::tour::Touring;
use crate::t;

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

    /// Goes through the guided tour.
    pub(super) fn tour(&mut self, ctx: &Context, asked: Touring) {
        let was_on = self.workspace.tour.is_some();
        if asked == Touring::Begin {
            // It is offered until somebody takes it, and Help would lie over it.
            self.preferences.welcomed = true;
            self.workspace.help = self.workspace.help.closed();
            self.helped_from = None;
        }
        self.workspace.take_tour(asked);
        if was_on && self.workspace.tour.is_none() {
            let key = UiCommand::Help.keys(ctx);
            self.done = Some(t!("tour-ended", key = key));
        }
    }

    /// Escape closes Help, or else ends the tour, unless it means something nearer: leaving a field, closing
    /// a menu, giving a drag up.
    pub(super) fn escape(&mut self, ctx: &Context) {
        // The toolkit has taken the keyboard from the field already.
        let is_taken = self.was_typing || Popup::is_any_open(ctx) || ctx.input(|i| i.pointer.any_down());
        let has_something = self.workspace.help.open || self.workspace.tour.is_some();
        if is_taken || !has_something || !ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            return;
        }
        if self.workspace.help.open {
            self.help(ctx, self.workspace.help.closed());
        } else {
            self.tour(ctx, Touring::End);
        }
    }
}
