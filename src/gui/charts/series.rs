//! How the lines of several scenarios are told apart: by colour, and by a mark of
//! their own for whoever does not see colours. Beyond eight the stroke changes, too.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::LineStyle;

use crate::gui::theme::{Tokens, tokens};

/// The number of colours, and of marks.
const COUNT: usize = 8;

/// The width of a swatch (points).
pub const SWATCH: f32 = 26.0;

/// The colour of a place.
#[must_use]
pub const fn colour(t: &Tokens, slot: usize) -> Color32 {
    match slot % COUNT {
        0 => t.accent,
        1 => t.second,
        2 => t.third,
        3 => t.fourth,
        4 => t.fifth,
        5 => t.sixth,
        6 => t.seventh,
        _ => t.eighth,
    }
}

/// The colour of text in the colour of a place: the accent is no colour for small
/// print.
#[must_use]
pub const fn ink(t: &Tokens, slot: usize) -> Color32 {
    if slot.is_multiple_of(COUNT) { t.accent_text } else { colour(t, slot) }
}

/// The stroke of a place: solid; long dashes from the ninth on, dots from the
/// seventeenth.
#[must_use]
pub const fn style(slot: usize) -> LineStyle {
    match (slot / COUNT) % 3 {
        0 => LineStyle::Solid,
        1 => LineStyle::Dashed { length: 12.0 },
        _ => LineStyle::Dotted { spacing: 5.0 },
    }
}

/// Draws the mark of a place.
pub fn mark(painter: &Painter, at: Pos2, slot: usize, radius: f32, colour: Color32, ground: Color32) {
    let r = radius;
    let polygon = |points: Vec<Pos2>| Shape::convex_polygon(points, colour, Stroke::new(1.0, ground));
    let line = |a, b| Shape::line_segment([at + a, at + b], Stroke::new(1.8, colour));
    // The marks of the second eight are turned around by one, so that none has both
    // the colour and the mark of another.
    match (slot + slot / COUNT) % COUNT {
        0 => {
            painter.circle(at, r, colour, Stroke::new(1.0, ground));
        }
        1 => {
            painter.add(polygon(vec![
                at + vec2(-r, -r) * 0.9,
                at + vec2(r, -r) * 0.9,
                at + vec2(r, r) * 0.9,
                at + vec2(-r, r) * 0.9,
            ]));
        }
        2 => {
            painter.add(polygon(vec![
                at + vec2(0.0, -r * 1.2),
                at + vec2(r * 1.1, r * 0.9),
                at + vec2(-r * 1.1, r * 0.9),
            ]));
        }
        3 => {
            let s = r * 1.25;
            painter.add(polygon(vec![at + vec2(0.0, -s), at + vec2(s, 0.0), at + vec2(0.0, s), at + vec2(-s, 0.0)]));
        }
        4 => {
            painter.add(polygon(vec![
                at + vec2(-r * 1.1, -r * 0.9),
                at + vec2(r * 1.1, -r * 0.9),
                at + vec2(0.0, r * 1.2),
            ]));
        }
        5 => {
            painter.extend([line(vec2(-r, -r), vec2(r, r)), line(vec2(-r, r), vec2(r, -r))]);
        }
        6 => {
            let s = r * 1.2;
            painter.extend([line(vec2(-s, 0.0), vec2(s, 0.0)), line(vec2(0.0, -s), vec2(0.0, s))]);
        }
        _ => {
            painter.circle(at, r, ground, Stroke::new(1.8, colour));
        }
    }
}

/// Draws a piece of a place's line with its mark.
pub fn swatch(ui: &Ui, rect: Rect, slot: usize, is_faded: bool) {
    let t = tokens(ui);
    let colour = if is_faded { t.line_strong } else { colour(t, slot) };
    let (left, right) = (rect.left_center(), pos2(rect.left() + SWATCH - 4.0, rect.center().y));
    let stroke = Stroke::new(2.0, colour);
    let painter = ui.painter();
    match style(slot) {
        LineStyle::Dashed { .. } => painter.extend(Shape::dashed_line(&[left, right], stroke, 6.0, 4.0)),
        LineStyle::Dotted { .. } => painter.extend(Shape::dotted_line(&[left, right], colour, 4.0, 1.2)),
        LineStyle::Solid => {
            painter.line_segment([left, right], stroke);
        }
    }
    mark(painter, left.lerp(right, 0.5), slot, 3.6, colour, t.panel);
}
