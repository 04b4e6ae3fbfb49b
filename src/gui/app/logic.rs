//! A frame before the drawing: what arrived from outside, keys, and then all actions.

use eframe::egui::{Context, ViewportCommand, accesskit_root_id};

use super::App;
use super::action::{Action, AfterSave};
use super::command::UiCommand;
use super::dispatch::leave_field;
use crate::gui::dialogs::Question;
use crate::gui::frames::FrameLog;
use crate::gui::panels::levers;
use crate::gui::tour::spot;
use crate::gui::widgets::{arrive, explain};
use crate::session::jobs::way;
use crate::text;

impl App {
    /// Everything that happens before the drawing.
    pub(super) fn before_drawing(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let _first = way::take();
        let start = self.frames.as_ref().map(FrameLog::now);
        text::speak(self.preferences.language.unwrap_or_default());
        self.actions.extend(self.dialogs.answers());
        self.dropped_files(ctx);
        explain::forget(ctx);
        self.pasted(ctx);
        arrive::forget(ctx);
        self.keys(ctx);
        self.scale(ctx);
        self.actions.extend(levers::under_hand(ctx, &self.workspace));
        self.drain(ctx, frame);
        self.follow_differences(ctx);
        self.workspace.watch_tour();
        spot::look(ctx, self.workspace.tour.as_ref());
        for failure in self.background.collect() {
            self.say(failure);
        }
        self.hand_out(ctx);
        self.note_saved(ctx);
        self.background.follow(&self.workspace);
        self.keep_safe(ctx);
        self.close_request(ctx);
        self.window_title(ctx);
        if let Some((frames, start)) = self.frames.as_mut().zip(start) {
            frames.add_logic(start);
        }
    }

    fn dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|i| i.raw.dropped_files.clone());
        self.actions.extend(dropped.into_iter().map(|file| Action::OpenPath(file.path().to_owned())));
    }

    fn keys(&mut self, ctx: &Context) {
        if self.dialogs.is_asking() || self.workspace.merging.is_some() {
            return;
        }
        self.escape(ctx);
        let typing = ctx.text_edit_focused();
        let mut keys: Vec<_> =
            UiCommand::all().flat_map(|c| c.shortcuts().into_iter().map(move |keys| (keys, c))).collect();
        // A shortcut with Shift would else be taken for the one without.
        keys.sort_by_key(|(keys, _)| !keys.modifiers.shift);
        for (keys, command) in keys {
            let yields = typing && command.yields_to_text();
            if !yields && ctx.input_mut(|i| i.consume_shortcut(&keys)) {
                self.actions.push(command.into());
            }
        }
    }

    /// Asks before the window is closed with work that no file has.
    fn close_request(&mut self, ctx: &Context) {
        if !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        // A field that takes the keyboard back does not keep the window open.
        self.closes_after_field = !self.closes_after_field && leave_field(ctx);
        if self.closes_after_field {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.actions.push(UiCommand::Quit.into());
            return;
        }
        if !self.is_leaving() && (self.waits_for_files() || self.asks_for_work()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            return;
        }
        self.keep_window(ctx);
        self.keep_no_more();
    }

    /// Whether the window closes later, once a document or chart that is being written is
    /// in its file.
    fn waits_for_files(&mut self) -> bool {
        let open = self.workspace.documents().iter().map(|document| document.id);
        let open: Vec<_> = open.filter(|id| !self.given_up.contains(id)).collect();
        open.into_iter().any(|id| self.waits_for(id, AfterSave::Quit)) || self.waits_for_charts()
    }

    /// Whether something would be lost that is not given up: then it is asked what becomes
    /// of it.
    fn asks_for_work(&mut self) -> bool {
        let mut documents = self.workspace.documents().iter();
        let unsaved = documents.find(|d| d.is_at_stake() && !self.given_up.contains(&d.id)).map(|d| d.id);
        if let Some(id) = unsaved {
            self.workspace.select(id);
            self.dialogs.ask(Question { document: id, then: AfterSave::Quit });
        }
        unsaved.is_some()
    }

    fn window_title(&mut self, ctx: &Context) {
        let document = self.workspace.document();
        let mark = if document.would_lose_work() { "• " } else { "" };
        let title = format!("{mark}{} – Making Room", document.title());
        // The frame in the accessibility tree is named as the window is.
        ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(title.as_str()));
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
