//! How often the 80 % range held what came.

use eframe::egui::{Align2, Label, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Part, heading, picture};
use crate::analysis::backcast::{HORIZONS, Mode, Scores};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::session::backcast::words;
use crate::t;

/// What a range that is right holds.
const EIGHTY: f64 = 0.8;
/// Height of a row (points).
const ROW: f32 = 34.0;
/// Width of the names of the horizons (points).
const NAMES: f32 = 66.0;

/// Draws a row for each horizon.
pub fn show(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    heading(ui, part, t!("backcast-held-title"), || picture::of_held(part), actions);
    ui.add(Label::new(text::note(ui, t!("backcast-held-note"))).wrap());
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = 0.0;
    for horizon in HORIZONS {
        if let Some(scores) = part.group.at(Mode::ExAnte, horizon) {
            row(ui, scores);
        }
    }
}

fn row(ui: &mut Ui, scores: &Scores) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let years = t!("backcast-years", years = scores.horizon);
    let held = held(scores);
    if ui.is_rect_visible(rect) {
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let middle = rect.top() + 9.0;
        painter.text(pos2(rect.left(), middle), Align2::LEFT_CENTER, &years, text::body_font(), t.ink);
        let track = Rect::from_min_max(pos2(rect.left() + NAMES, middle - 3.0), pos2(rect.right(), middle + 3.0));
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let at = |share: f64| track.left() + 4.0 + (track.width() - 8.0) * share as f32;
        painter.rect_filled(track, 3.0, t.track.gamma_multiply(0.45));
        let (low, high) = scores.coverage_interval;
        let fits = Rect::from_min_max(pos2(at(low), track.top()), pos2(at(high), track.bottom()));
        painter.rect_filled(fits, 3.0, t.evidence);
        painter.vline(at(EIGHTY), track.y_range().expand(4.0), Stroke::new(2.0, t.reference));
        painter.circle_filled(pos2(at(scores.coverage), middle), 4.0, t.accent);
        painter.text(
            pos2(rect.left() + NAMES, rect.top() + 24.0),
            Align2::LEFT_CENTER,
            &held,
            text::small_font(),
            if scores.cannot_fail() { t.muted } else { t.ink },
        );
    }
    let (low, high) = scores.coverage_interval;
    let [low, high] = [low, high].map(words::whole_percent);
    let range = t!("backcast-held-range", low = low, high = high, blocks = words::stretches(scores.blocks()));
    let spoken = format!("{years}: {held}. {range}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(spoken);
}

/// How often, and whether that can say anything.
fn held(scores: &Scores) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a count of forecasts")]
    let count = (scores.coverage * scores.origins as f64).round();
    let count = crate::units::number(count, 0);
    let share = words::whole_percent(scores.coverage);
    let (low, high) = scores.coverage_interval;
    if scores.cannot_fail() {
        let blocks = words::stretches(scores.blocks());
        t!("backcast-held-few", count = count, origins = scores.origins, share = share, blocks = blocks)
    } else if (low..=high).contains(&EIGHTY) {
        t!("backcast-held-fits", count = count, origins = scores.origins, share = share)
    } else if scores.coverage < EIGHTY {
        t!("backcast-held-narrow", count = count, origins = scores.origins, share = share)
    } else {
        t!("backcast-held-wide", count = count, origins = scores.origins, share = share)
    }
}
