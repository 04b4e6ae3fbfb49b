//! The marks at the foot of a chart where levers begin, or have reached their level.

use eframe::egui::{Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

use crate::gui::theme::{Tokens, text, tokens};
use crate::session::charts::chart::Chart;

/// Half the width of a mark, and its height (points).
const SIZE: f32 = 4.0;

/// Draws the marks; where something begins and there is room, with words above.
pub fn paint(ui: &Ui, chart: &Chart, transform: &PlotTransform, named: bool) {
    let t = tokens(ui);
    let frame = *transform.frame();
    let painter = ui.painter().with_clip_rect(frame.expand2(vec2(SIZE, SIZE)));
    let mut free = frame.left();
    for turn in chart.extras.turns.iter().filter(|turn| chart.shown().contains(&f64::from(turn.year))) {
        let foot = pos2(transform.position_from_point_x(f64::from(turn.year)), frame.bottom());
        painter.add(shape(foot, !turn.start.is_empty(), t));
        if !named || turn.start.is_empty() {
            continue;
        }
        let galley = painter.layout_no_wrap(turn.short(), text::small_font(), t.muted);
        let ground =
            Rect::from_min_size(pos2(foot.x - SIZE, foot.y - 2.0 * SIZE - 4.0 - galley.size().y), galley.size());
        // Words that would run into others or out of the drawing are left to the read-out.
        if ground.left() >= free && ground.right() <= frame.right() {
            painter.rect_filled(ground.expand(1.0), 2.0, t.panel.gamma_multiply(0.85));
            painter.galley(ground.min, galley, t.muted);
            free = ground.right() + 6.0;
        }
    }
}

/// A small triangle that stands on a foot: filled where levers begin, open where
/// they have reached their level.
pub fn shape(foot: Pos2, begins: bool, t: &Tokens) -> Shape {
    let corners = vec![foot + vec2(-SIZE, 0.0), foot + vec2(SIZE, 0.0), foot + vec2(0.0, -2.0 * SIZE)];
    if begins {
        Shape::convex_polygon(corners, t.accent_text, Stroke::NONE)
    } else {
        Shape::closed_line(corners, Stroke::new(1.0, t.accent_text))
    }
}
