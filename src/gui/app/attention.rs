//! Where the keyboard goes when what covered the window is closed: back to where it was.

use eframe::egui::{Context, Id, Popup};

/// For how many frames something else may take the keyboard first: what was asked
/// for in a dialog or menu is done in the frame after.
const PATIENCE: u8 = 3;

/// What had the keyboard before a dialog or a menu opened.
#[derive(Debug, Default)]
pub struct Attention {
    last: Option<Id>,
    covered: bool,
    returning: u8,
}

impl Attention {
    /// To be told once a frame whether a dialog is open.
    pub fn follow(&mut self, ctx: &Context, dialog: bool) {
        let covered = dialog || Popup::is_any_open(ctx);
        let focused = ctx.memory(eframe::egui::Memory::focused);
        if covered {
            self.covered = true;
            return;
        }
        if std::mem::take(&mut self.covered) {
            self.returning = PATIENCE;
        }
        let there = focused.filter(|id| ctx.read_response(*id).is_some());
        if self.returning == 0 {
            self.last = there;
            return;
        }
        self.returning -= 1;
        ctx.request_repaint();
        if there.is_none()
            && self.returning == 0
            && let Some(last) = self.last
        {
            ctx.memory_mut(|memory| memory.request_focus(last));
        }
    }
}
