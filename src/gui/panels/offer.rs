//! What was kept when the program did not end as it should: open it, or not.

use std::time::SystemTime;

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui, vec2};

use super::{Scene, card};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::gui::widgets::scroll;
use crate::session::recovery::Which;
use crate::session::recovery::offer::Item;
use crate::t;

/// The most of the centre's height that it takes; beyond that it scrolls.
const HEIGHT: f32 = 0.35;

/// Height of the row of a document (points).
const ROW: f32 = 34.0;

/// Draws the offer.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let items = scene.offer.items();
    if items.is_empty() {
        return;
    }
    let most = ui.clip_rect().height() * HEIGHT;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(text::title(t!("recovery-title")));
        ui.label(text::muted(ui, t!("recovery-intro", count = items.len())));
        ui.add_space(space::S);
        let area = ScrollArea::vertical().id_salt("offer").max_height(most).auto_shrink([false, true]);
        let area = area.show(ui, |ui| {
            let now = SystemTime::now();
            for (at, item) in items.iter().enumerate() {
                row(ui, at, item, now, actions);
            }
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("recovery-title"));
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            if items.len() > 1 {
                if ui.button(text::strong(t!("recovery-open-all"))).clicked() {
                    actions.push(Action::Recover(Which::All));
                }
                if ui.button(t!("recovery-discard-all")).clicked() {
                    actions.push(Action::AskToDiscardKept(Which::All));
                }
            }
            if ui.button(t!("recovery-later")).on_hover_text(t!("recovery-later-hint")).clicked() {
                actions.push(Action::OfferLater);
            }
        });
    });
    ui.add_space(space::S);
}

/// A document on offer: what it is, and its buttons at the right edge.
fn row(ui: &mut Ui, at: usize, item: &Item, now: SystemTime, actions: &mut Vec<Action>) {
    let title = item.left.kept.title.as_str();
    ui.allocate_ui_with_layout(vec2(ui.available_width(), ROW), Layout::right_to_left(Align::Center), |ui| {
        // From right to left on screen; the keyboard comes to both either way.
        let discard = ui.button(t!("recovery-discard"));
        if discard.accessible_name(t!("recovery-discard-name", title = title)).clicked() {
            actions.push(Action::AskToDiscardKept(Which::One(at)));
        }
        let open = ui.button(text::strong(t!("recovery-open")));
        if open.accessible_name(t!("recovery-open-name", title = title)).clicked() {
            actions.push(Action::Recover(Which::One(at)));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.add(Label::new(text::strong(title)).truncate());
            let words = item.words(now);
            ui.add(Label::new(text::note(ui, &words)).truncate()).on_hover_text(words);
        });
    });
}
