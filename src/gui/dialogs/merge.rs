//! Two people's changes of one scenario brought together: which scenarios, and then
//! the conflicts, each with what the three say and what each choice would do.

use eframe::egui::{Align, Button, Frame, Key, Label, Layout, Margin, ScrollArea, Ui};

use super::side;
use crate::gui::app::action::{Action, Sharing};
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::scroll;
use crate::scenario::merge::{Choice, Conflict};
use crate::session::background::Background;
use crate::session::sharing::effects::CHOICES;
use crate::session::sharing::merging::{Merging, Proposal};
use crate::session::sharing::source::Side;
use crate::session::workspace::Workspace;
use crate::t;

/// The widest that the screen gets (points).
const WIDTH: f32 = 920.0;
/// From this width on the three choices stand beside each other (points).
const BESIDE: f32 = 640.0;

/// Draws it.
pub fn show(ui: &Ui, merging: &Merging, workspace: &Workspace, background: &Background, actions: &mut Vec<Action>) {
    let frame = Frame::popup(ui.style()).inner_margin(space::L);
    let room = ui.ctx().content_rect();
    super::modal("merge", t!("merge-title")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 80.0).min(if merging.proposal.is_some() { WIDTH } else { 460.0 }));
        match &merging.proposal {
            None => sources(ui, merging, workspace, actions),
            Some(proposal) => conflicts(ui, proposal, background, room.height(), actions),
        }
        if let Some(problem) = &merging.problem {
            ui.add_space(space::S);
            ui.colored_label(tokens(ui).bad, problem);
        }
    });
    // A click beside it is no answer: choices would be lost by chance.
    if ui.input(|i| i.key_pressed(Key::Escape)) && actions.is_empty() {
        actions.push(Action::Share(Sharing::CancelMerge));
    }
}

fn sources(ui: &mut Ui, merging: &Merging, workspace: &Workspace, actions: &mut Vec<Action>) {
    ui.label(text::title(t!("merge-title")));
    ui.label(text::note(ui, t!("merge-help")));
    ui.add_space(space::S);
    for (i, label) in [t!("merge-base"), t!("merge-mine"), t!("merge-theirs")].into_iter().enumerate() {
        if let Some(source) = side::choice(ui, label, merging.sources[i], workspace) {
            actions.push(Action::Share(Sharing::MergeSide(i, source)));
        }
        ui.add_space(space::XS);
    }
    if ui.button(t!("merge-open-files")).on_hover_text(t!("merge-open-files-hint")).clicked() {
        actions.push(UiCommand::Open.into());
    }
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let begin = ui.add(Button::new(text::strong(t!("merge-begin"))));
        if ui.memory(|m| m.focused().is_none()) {
            begin.request_focus();
        }
        if begin.clicked() {
            actions.push(Action::Share(Sharing::BeginMerge));
        }
        if ui.button(t!("merge-cancel")).clicked() {
            actions.push(Action::Share(Sharing::CancelMerge));
        }
    });
}

fn conflicts(ui: &mut Ui, proposal: &Proposal, background: &Background, height: f32, actions: &mut Vec<Action>) {
    let (count, left) = (proposal.conflicts.len(), proposal.undecided());
    ui.label(text::title(t!("merge-conflicts", count = count)));
    let [mine, theirs] = proposal.taken();
    ui.label(text::note(ui, t!("merge-taken", mine = mine, theirs = theirs)));
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        for (choice, words) in [(Choice::Mine, t!("merge-all-mine")), (Choice::Theirs, t!("merge-all-theirs"))] {
            if ui.button(words).clicked() {
                actions.push(Action::Share(Sharing::ChooseAll(choice)));
            }
        }
        ui.label(text::muted(ui, t!("merge-left", decided = count - left, count = count)));
    });
    ui.add_space(space::S);
    let area = ScrollArea::vertical().id_salt("conflicts").max_height((height - 300.0).max(180.0));
    let area = area.auto_shrink([false, true]).show(ui, |ui| {
        for conflict in &proposal.conflicts {
            one(ui, proposal, conflict, background, actions);
        }
        scroll::keys(ui);
    });
    scroll::name(ui, &area, t!("merge-list"));
    ui.add_space(space::S);
    ui.label(text::note(ui, t!("merge-effects-note")));
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let finish = ui.add_enabled(left == 0, Button::new(text::strong(t!("merge-finish"))));
        if finish.on_disabled_hover_text(t!("merge-undecided", count = left)).clicked() {
            actions.push(Action::Share(Sharing::FinishMerge));
        }
        if ui.button(t!("merge-back")).clicked() {
            actions.push(Action::Share(Sharing::BackToSides));
        }
        if ui.button(t!("merge-cancel")).on_hover_text(t!("merge-cancel-hint")).clicked() {
            actions.push(Action::Share(Sharing::CancelMerge));
        }
    });
}

/// A conflict: what it is about, and the three choices.
fn one(ui: &mut Ui, proposal: &Proposal, conflict: &Conflict, background: &Background, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let name = proposal.name(conflict);
    let words = proposal.words(conflict);
    Frame::new().stroke(t.hairline()).corner_radius(space::RADIUS).inner_margin(Margin::symmetric(10, 8)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::strong(&name));
            let beside = ui.available_width() >= BESIDE;
            let draw = |ui: &mut Ui, i: usize, actions: &mut Vec<Action>| {
                let (choice, whose) = (CHOICES[i], [t!("merge-base"), t!("merge-mine"), t!("merge-theirs")][i]);
                let chosen = proposal.choice(&conflict.item) == Some(choice);
                let radio = ui.radio(chosen, text::strong(whose)).on_hover_text(&proposal.sides[i].name);
                let said = t!("merge-choice", name = name.as_str(), side = whose, words = words[i].as_str());
                if radio.accessible_name(said).clicked() {
                    actions.push(Action::Share(Sharing::ChooseSide(conflict.item.clone(), choice)));
                }
                ui.add(Label::new(text::unbroken(&words[i])).wrap());
                // Whoever has the city knows its name.
                let known =
                    |side: &&Side| conflict.item.city().is_none_or(|city| side.library.packs.contains_key(city));
                let library = proposal.sides.iter().find(known).map_or(&proposal.sides[0].library, |s| &s.library);
                for line in background.effects().lines(&conflict.item, i, library) {
                    ui.label(text::note(ui, text::unbroken(&line)));
                }
            };
            if beside {
                ui.columns(3, |columns| {
                    for (i, column) in columns.iter_mut().enumerate() {
                        // Columns would stretch their lines to the full width.
                        column.with_layout(Layout::top_down(Align::Min), |ui| draw(ui, i, actions));
                    }
                });
            } else {
                (0..3).for_each(|i| draw(ui, i, actions));
            }
        },
    );
    ui.add_space(space::XS);
}
