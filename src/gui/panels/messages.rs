//! What the user must know: the sentence of the first minute, and what went wrong.

use eframe::egui::accesskit::Live;
use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use super::{Scene, notices, offer};
use crate::gui::app::action::Action;
use crate::gui::theme::{icons, space, tokens};
use crate::gui::widgets::buttons::{mark_button_coloured, text_button};
use crate::gui::widgets::scroll;
use crate::model::levers::LeverId;
use crate::session::tour::Touring;
use crate::t;
use crate::words;

/// The sentence of the first minute.
fn welcome() -> String {
    let (first, second) = (words::lever(LeverId::Reprovision), words::lever(LeverId::CapitalGrants));
    t!("window-welcome", first = first, second = second)
}

/// How much of the centre's height the messages may take; beyond that they scroll.
const HEIGHT: f32 = 0.35;

/// The most lines of a message that are shown.
const LINES: usize = 10;

/// Says why the last thing that was typed or done was not taken: where it is
/// read wherever the centre has been scrolled to.
pub fn refusal(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let Some(why) = scene.refusal else { return };
    // As wide as what scrolls below, beside its bar.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let colours = (t.warning_ground, t.warning_text);
    let banner = ui.scope(|ui| {
        ui.set_max_width(width);
        banner(ui, &shortened(why), t!("window-dismiss"), colours)
    });
    if banner.inner {
        actions.push(Action::DismissRefusal);
    }
}

/// Draws what there is to say.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    notices::show(ui, scene, actions);
    offer::show(ui, scene, actions);
    let t = tokens(ui);
    let warning = (t.warning_ground, t.warning_text);
    if !scene.messages.is_empty() {
        let most = ui.clip_rect().height() * HEIGHT;
        let area = ScrollArea::vertical().id_salt("messages").max_height(most).auto_shrink([false, true]);
        let area = area.show(ui, |ui| {
            for (at, message) in scene.messages.iter().enumerate() {
                if banner(ui, &shortened(message), t!("window-dismiss"), warning) {
                    actions.push(Action::Dismiss(at));
                }
            }
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("window-messages"));
    }
    if !scene.preferences.welcomed {
        let offer = |ui: &mut Ui| {
            if text_button(ui, t!("tour-offer")).clicked() {
                actions.push(Action::Tour(Touring::Begin));
            }
        };
        if banner_with(ui, &welcome(), t!("window-dismiss-hint"), (t.panel, t.ink), offer) {
            actions.push(Action::Welcomed);
        }
    }
}

/// The first lines of a message, and how many there are beyond.
fn shortened(message: &str) -> String {
    let count = message.lines().count();
    if count <= LINES {
        return message.to_owned();
    }
    let first: Vec<&str> = message.lines().take(LINES).collect();
    format!("{}\n{}", first.join("\n"), t!("window-more", count = count - LINES))
}

/// A line over the whole width with a cross. True when it is sent away.
fn banner(ui: &mut Ui, words: &str, cross: &str, colours: (eframe::egui::Color32, eframe::egui::Color32)) -> bool {
    banner_with(ui, words, cross, colours, |_| {})
}

/// As [`banner`], with something that can be done about it below the words.
fn banner_with(
    ui: &mut Ui,
    words: &str,
    cross: &str,
    (ground, ink): (eframe::egui::Color32, eframe::egui::Color32),
    offer: impl FnOnce(&mut Ui),
) -> bool {
    let mut gone = false;
    Frame::new()
        .fill(ground)
        .stroke(tokens(ui).border())
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::symmetric(12, 7))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                let width = ui.available_width() - 26.0;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let label = ui.colored_label(ink, words);
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
                    offer(ui);
                });
                gone = mark_button_coloured(ui, icons::CLOSE, cross, cross, ink).clicked();
            });
        });
    ui.add_space(space::XS);
    gone
}
