//! The drawing of a frame.

use eframe::egui::{Ui, Visuals};

use super::App;
use super::action::Action;
use crate::gui::frames::FrameLog;
use crate::gui::help;
use crate::gui::panels::{self, Scene};
use crate::gui::tour;
use crate::session::jobs::way;

impl eframe::App for App {
    fn logic(&mut self, ctx: &eframe::egui::Context, frame: &mut eframe::Frame) {
        self.before_drawing(ctx, frame);
    }

    /// Before the first frame, and where a window grows faster than it is drawn.
    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let _first = way::take();
        let start = self.frames.as_ref().map(FrameLog::now);
        let scene = Scene {
            workspace: &self.workspace,
            preferences: &self.preferences,
            messages: &self.messages,
            refusal: self.refusal.as_deref(),
            done: self.done.as_deref(),
            computed_in: self.computed_in,
            background: &self.background,
            offer: &self.safety.offer,
            failure: self.safety.failure.as_ref(),
            keeping_trouble: self.keeping_trouble(),
            copied: self.clipboard.as_ref(),
            pasted: self.pasted.as_ref(),
        };
        panels::show(ui, &scene, &mut self.actions);
        tour::show(ui, &self.workspace, &mut self.actions);
        help::show(ui, &self.workspace, &mut self.actions);
        self.dialogs.show(ui, &self.workspace, &self.background, &mut self.actions);
        // What was typed in a field comes before what was pressed to leave it.
        self.actions.sort_by_key(|action| !matches!(action, Action::Edit(..)));
        let dialog = self.dialogs.is_asking() || self.workspace.merging.is_some();
        self.attention.follow(ui.ctx(), dialog);
        if !self.actions.is_empty() {
            // Carried out and drawn within this frame, so a chart never lags behind
            // the slider under the pointer; a second pass has no events to add.
            if ui.ctx().current_pass_index() == 0 {
                ui.ctx().request_discard("an action changes what is shown");
            } else {
                ui.ctx().request_repaint();
            }
        }
        self.was_typing = ui.ctx().text_edit_focused();
        if let Some((frames, start)) = self.frames.as_mut().zip(start) {
            frames.add_ui(start);
            if !ui.ctx().will_discard() {
                frames.end();
            }
        }
    }
}
