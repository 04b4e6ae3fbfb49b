//! Carries out what is asked about scenarios that go from hand to hand.

use eframe::egui::{Context, Event, ViewportCommand};

use super::App;
use super::action::{Action, Sharing};
use crate::scenario::store;
use crate::session::sharing::differing::Differing;
use crate::session::sharing::merging::{Merging, Outcome};
use crate::session::sharing::source::Source;
use crate::t;

/// How long a text that was asked for may take to come (s).
const PATIENCE: f64 = 1.0;

impl App {
    pub(super) fn share(&mut self, ctx: &Context, what: Sharing) {
        match what {
            Sharing::Differ(sources) => self.workspace.differing = Some(Differing::new(sources, &self.workspace)),
            Sharing::CopyDifferences => {
                if let Some(csv) = self.workspace.differing.as_ref().and_then(Differing::csv) {
                    ctx.copy_text(csv.to_owned());
                }
            }
            Sharing::CloseDifferences => self.workspace.differing = None,
            Sharing::CancelMerge => self.workspace.merging = None,
            Sharing::FinishMerge => {
                let outcome = self.workspace.merging.as_mut().and_then(Merging::finish);
                self.merged(outcome);
            }
            Sharing::BeginMerge => {
                if let Some(mut merging) = self.workspace.merging.take() {
                    let outcome = merging.begin(&self.workspace);
                    self.workspace.merging = Some(merging);
                    self.merged(outcome);
                }
            }
            Sharing::MergeSide(side, source) => self.merge_with(|merging| merging.choose_source(side, source)),
            Sharing::BackToSides => self.merge_with(Merging::go_back),
            Sharing::ChooseSide(item, choice) => self.merge_with(|merging| merging.choose(item, choice)),
            Sharing::ChooseAll(choice) => self.merge_with(|merging| merging.choose_all(choice)),
            Sharing::Paste(text) => self.paste_scenario(text),
        }
    }

    fn merge_with(&mut self, change: impl FnOnce(&mut Merging)) {
        if let Some(merging) = &mut self.workspace.merging {
            change(merging);
        }
    }

    /// Opens what came out of a merge.
    fn merged(&mut self, outcome: Option<Outcome>) {
        let Some((scenario, library)) = outcome else { return };
        let merging = self.workspace.merging.take();
        let proposal = merging.and_then(|merging| merging.proposal);
        self.workspace.take_in(scenario, &library);
        if let Some(proposal) = proposal {
            let [mine, theirs] = proposal.taken();
            self.say(t!("merge-done", mine = mine, theirs = theirs, conflicts = proposal.conflicts.len()));
        }
    }

    pub(super) fn merge(&mut self) {
        self.workspace.merging = Some(Merging::new(&self.workspace));
    }

    /// Shows in what the current scenario differs from its file, or from another.
    pub(super) fn differ(&mut self, from_file: bool) {
        let document = self.workspace.document();
        if from_file && document.path().is_none() {
            self.refusal = Some(t!("merge-no-file").to_owned());
            return;
        }
        let current = Source::Open(document.id);
        let other = if from_file {
            Source::File(document.id)
        } else {
            let other = self.workspace.documents().iter().find(|other| other.id != document.id);
            other.map_or(Source::Preset(crate::scenario::presets::ALL[0].id), |other| Source::Open(other.id))
        };
        self.workspace.differing = Some(Differing::new([other, current], &self.workspace));
    }

    /// Keeps the list of what differs true. What somebody drags is compared when it is
    /// let go.
    pub(super) fn follow_differences(&mut self, ctx: &Context) {
        let old = self.workspace.differing.as_ref().filter(|differing| differing.is_old(&self.workspace));
        if let Some(sources) = old.map(|differing| differing.sources)
            && !ctx.input(|input| input.pointer.any_down())
        {
            self.workspace.differing = Some(Differing::new(sources, &self.workspace));
        }
    }

    pub(super) fn copy_scenario(&self, ctx: &Context) {
        let document = self.workspace.document();
        ctx.copy_text(store::text(document.scenario(), document.library(self.workspace.shared())));
    }

    /// Asks the system for what is on the clipboard; it comes as an event.
    pub(super) fn ask_for_clipboard(&mut self, ctx: &Context) {
        self.wants_paste = Some(ctx.input(|input| input.time));
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Takes a text that was pasted outside of all fields, or that was asked for.
    pub(super) fn pasted(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        // An empty clipboard never answers.
        let is_wanted = self.wants_paste.is_some_and(|since| now - since < PATIENCE);
        let is_taken = ctx.text_edit_focused() || self.dialogs.is_asking() || self.workspace.merging.is_some();
        if is_taken && !is_wanted {
            return;
        }
        let mut text = None;
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Paste(pasted) => {
                    text = Some(pasted.clone());
                    false
                }
                _ => true,
            });
        });
        if let Some(text) = text {
            self.wants_paste = None;
            self.actions.push(Action::Share(Sharing::Paste(text)));
        }
    }

    fn paste_scenario(&mut self, text: String) {
        match self.workspace.paste(text) {
            Ok(news) => news.into_iter().for_each(|what| self.say(what)),
            Err(problems) => self.say(t!("merge-not-a-scenario", why = problems.to_string())),
        }
    }
}
