//! How far off model, straight line and no change were, horizon by horizon.

use eframe::egui::{
    Align2, Color32, Label, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Part, heading, picture};
use crate::analysis::backcast::{Group, HORIZONS, Mode, Scores, TURN};
use crate::gui::app::action::Action;
use crate::gui::charts::pattern::{self, Pattern};
use crate::gui::theme::{Tokens, space, text, tokens};
use crate::session::backcast::{self, words};
use crate::t;

/// Height of a bar with its gap (points).
const BAR: f32 = 14.0;
/// Height of a bar (points).
const THICK: f32 = 9.0;
/// Room between two horizons (points).
const GAP: f32 = 9.0;
/// Width of the names of the horizons (points).
const NAMES: f32 = 66.0;
/// Width kept for the number after a bar (points).
const NUMBER: f32 = 50.0;

/// Draws the bars of a group.
pub fn show(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    heading(ui, part, t!("backcast-bars-title"), || picture::of_bars(part), actions);
    ui.add(Label::new(text::note(ui, t!("backcast-bars-unit"))).wrap());
    ui.add_space(space::XS);
    legend(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let at = |mode, horizon| part.group.at(mode, horizon);
    let scored = || HORIZONS.into_iter().filter_map(|horizon| at(Mode::ExAnte, horizon));
    let most = scored().flat_map(|s| [s.model, s.trend, s.no_change]).fold(0.0, f64::max);
    for scores in scored() {
        ui.add_space(GAP);
        horizon(ui, scores, at(Mode::Conditional, scores.horizon), most, scores.horizon == part.head.horizon);
    }
    if let Some(turn) = part.past.turn(part.group) {
        ui.add_space(space::M);
        regimes(ui, turn);
    }
}

/// What a forecaster is called, and its colour.
fn forecasters(t: &Tokens) -> [(&'static str, Color32); 3] {
    [(t!("backcast-model"), t.accent), (t!("backcast-trend"), t.second), (t!("backcast-no-change"), t.muted)]
}

/// The bar of a forecaster: full, of lines, or hollow, so that they can be told apart
/// without their colours.
fn bar(painter: &Painter, rect: Rect, place: usize, colour: Color32, t: &Tokens) {
    if place == 2 {
        painter.rect_stroke(rect, 2.0, Stroke::new(1.5, colour), StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, 2.0, colour);
    if place == 1 {
        pattern::over(painter, rect, Pattern::Lines, t.panel);
    }
}

fn legend(ui: &mut Ui) {
    let t = tokens(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (i, (name, colour)) in forecasters(t).into_iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            bar(ui.painter(), rect.shrink2(vec2(0.0, 1.5)), i, colour, t);
            ui.label(text::note(ui, name));
            ui.add_space(space::S);
        }
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 12.0), Sense::hover());
        ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(2.0, t.ink));
        ui.label(text::note(ui, t!("backcast-model-told")));
    });
}

/// The bars of a horizon, with what they say on hover and to a screen reader.
fn horizon(ui: &mut Ui, scores: &Scores, told: Option<&Scores>, most: f64, strong: bool) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 3.0 * BAR), Sense::hover());
    let values = [scores.model, scores.trend, scores.no_change];
    if ui.is_rect_visible(rect) {
        let font = if strong { text::strong_font(text::BODY) } else { text::body_font() };
        let years = t!("backcast-years", years = scores.horizon);
        ui.painter().text(pos2(rect.left(), rect.top() + BAR / 2.0), Align2::LEFT_CENTER, years, font, t.ink);
        let left = rect.left() + NAMES;
        let room = (rect.width() - NAMES - NUMBER).max(20.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let length = |value: f64| room * (value / most.max(1e-9)) as f32;
        let mut top = rect.top();
        for (i, (value, (_, colour))) in values.into_iter().zip(forecasters(t)).enumerate() {
            let middle = top + BAR / 2.0;
            let end = left + length(value).max(1.0);
            let room = Rect::from_min_max(pos2(left, middle - THICK / 2.0), pos2(end, middle + THICK / 2.0));
            bar(ui.painter(), room, i, colour, t);
            if let Some(told) = told.filter(|_| i == 0) {
                let x = left + length(told.model);
                ui.painter().vline(x, room.y_range().expand(1.5), Stroke::new(2.0, t.ink));
            }
            let font = if strong && i == 0 { text::strong_font(text::SMALL) } else { text::small_font() };
            let ink = if i == 0 { t.accent_text } else { t.muted };
            let number = words::percent(value);
            ui.painter().text(pos2(end + 6.0, middle), Align2::LEFT_CENTER, number, font, ink);
            top += BAR;
        }
    }
    let mut spoken = words::off(scores);
    if let Some(told) = told {
        spoken = format!("{spoken} {}", t!("backcast-told-short", model = words::percent(told.model)));
    }
    let spoken = format!("{spoken} {}", words::stretches_sentence(scores));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(spoken);
}

/// Before and after the turn, in a line each.
fn regimes(ui: &mut Ui, turn: [&Group; 2]) {
    ui.label(text::strong(t!("backcast-turn-title", year = TURN.to_string())));
    for (group, is_after) in turn.into_iter().zip([false, true]) {
        let Some(scores) = backcast::headline(group) else { continue };
        let [model, trend] = [scores.model, scores.trend].map(words::percent);
        let (years, blocks) = (scores.horizon, words::stretches(scores.blocks()));
        let line = if is_after {
            let year = group.origins.start().to_string();
            t!("backcast-turn-from", year = year, years = years, model = model, trend = trend, blocks = blocks)
        } else {
            let year = group.origins.end().to_string();
            t!("backcast-turn-to", year = year, years = years, model = model, trend = trend, blocks = blocks)
        };
        ui.add(Label::new(line).wrap());
    }
    ui.add(Label::new(text::note(ui, t!("backcast-turn-note"))).wrap());
}
