//! The status line: file, saved or not, version, what was computed and how fast.

use eframe::egui::{Align, Button, CursorIcon, Label, Layout, Response, RichText, Ui};

use super::{Scene, own};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::session::search::Search;
use crate::session::view::Tab;
use crate::units::{self, SPACE};

/// Draws the line.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let document = scene.workspace.document();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !scene.computed_in.is_zero() {
                let ms = scene.computed_in.as_secs_f64() * 1e3;
                ui.label(text::note(ui, format!("computed in {}{SPACE}ms", units::number(ms, 1))))
                    .on_hover_text("All cities, from the change to the new projection");
            }
            ui.label(text::note(ui, "central run, no members yet")).on_hover_text(
                "One run with central parameters. The ensemble that gives the 80 % range is not computed yet.",
            );
            ui.label(text::note(ui, format!("Making Room {}", env!("CARGO_PKG_VERSION"))));
            if scene.background.is_behind(scene.workspace) {
                ui.label(text::note(ui, "being worked out…"))
                    .on_hover_text("Something in view still shows the scenario as it was a moment ago.");
            }
            if let Some(own) = own::anywhere(scene)
                && footnote(ui, &own).on_hover_text(format!("{}. Click to see them", own.full)).clicked()
            {
                actions.push(Action::Search(Search { own: true, ..Search::default() }));
                actions.push(Action::Show(Tab::Sources));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = document.whereabouts();
                ui.add(Label::new(text::note(ui, &words)).truncate()).on_hover_text(words);
            });
        });
    });
}

/// The user's own assumptions, to which the asterisks of narrow cards lead.
fn footnote(ui: &mut Ui, own: &own::Mark) -> Response {
    let words = RichText::new(format!("* {}", own.words)).size(text::SMALL).color(tokens(ui).accent_text);
    let button = ui.add(Button::new(words).frame(false)).on_hover_cursor(CursorIcon::PointingHand);
    button.accessible_name(&own.words)
}
