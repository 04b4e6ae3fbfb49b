//! The status line: file, saved or not, version, what was computed and how fast.

use std::time::Duration;

use eframe::egui::{Align, Button, CursorIcon, Label, Layout, Response, RichText, Ui};

use super::{Scene, own};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::session::search::Search;
use crate::session::view::{Place, Tab};
use crate::t;
use crate::units;

/// Draws the line.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let document = scene.workspace.document();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !scene.computed_in.is_zero() {
                let ms = scene.computed_in.as_secs_f64() * 1e3;
                ui.label(text::note(ui, t!("status-computed", ms = units::number(ms, 1))))
                    .on_hover_text(t!("status-computed-hint"));
            }
            ui.label(text::note(ui, members(scene))).on_hover_text(t!("status-members-hint"));
            ui.label(text::note(ui, format!("Making Room {}", env!("CARGO_PKG_VERSION"))));
            if lags(ui, scene.background.is_behind(scene.workspace)) {
                ui.label(text::note(ui, t!("status-behind"))).on_hover_text(t!("status-behind-hint"));
            }
            if let Some(own) = own::anywhere(scene)
                && footnote(ui, &own).on_hover_text(t!("status-own-hint", own = &own.full)).clicked()
            {
                actions.push(Action::Search(Search { own: true, ..Search::default() }));
                actions.push(Action::Show(Tab::Sources));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = scene.done.map_or_else(|| document.whereabouts(), str::to_owned);
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

/// Whether what is worked out lags for long enough to be worth saying.
fn lags(ui: &Ui, is_behind: bool) -> bool {
    const PATIENCE: f64 = 0.2;
    let id = ui.scope_id().with("behind since");
    let now = ui.input(|i| i.time);
    if !is_behind {
        ui.data_mut(|d| d.remove::<f64>(id));
        return false;
    }
    let since = ui.data_mut(|d| *d.get_temp_mut_or(id, now));
    let left = PATIENCE - (now - since);
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left <= 0.0
}

/// How many members the ranges in view come from, and how long they took.
fn members(scene: &Scene<'_>) -> String {
    let document = scene.workspace.document();
    let in_view = |id: &str| match &scene.workspace.view.place {
        Place::All => true,
        Place::City(city) => city == id,
    };
    let ids = document.results().cities().map(|(id, _)| id).filter(|id| in_view(id));
    let ranges: Vec<_> = ids.filter_map(|id| scene.background.ranges().city(document.id, id)).collect();
    let Some(members) = ranges.iter().map(|ranges| ranges.members).min() else {
        return t!("status-ranges-follow").to_owned();
    };
    let took: f64 = ranges.iter().map(|ranges| ranges.took.as_secs_f64()).sum();
    let count = units::number(f64::from(u32::try_from(members).unwrap_or(u32::MAX)), 0);
    t!("status-members", count = count, ms = units::number(took * 1e3, 0))
}
