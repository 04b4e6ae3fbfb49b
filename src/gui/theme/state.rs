//! How a row shows that it is chosen, or under the pointer: by its ground, and by
//! something that is no tint.

use eframe::egui::{Painter, Rect, StrokeKind, pos2};

use super::space;
use super::tokens::Tokens;

/// Corner radius of the ground of a row.
const RADIUS: f32 = (space::RADIUS - 2) as f32;
/// Width of the bar before what is chosen (points).
const BAR: f32 = 3.0;

/// Draws the ground of a row.
pub fn ground(painter: &Painter, rect: Rect, t: &Tokens, chosen: bool, hovered: bool) {
    if chosen {
        painter.rect_filled(rect, RADIUS, t.selected);
        let inset = (rect.height() * 0.2).min(6.0);
        let (top, bottom) = (rect.top() + inset, rect.bottom() - inset);
        let bar = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.left() + BAR, bottom));
        painter.rect_filled(bar, BAR / 2.0, t.accent);
    } else if hovered {
        painter.rect_filled(rect, RADIUS, t.hover);
    }
    if t.edged && (chosen || hovered) {
        let edge = if chosen { t.border() } else { t.hairline() };
        painter.rect_stroke(rect, RADIUS, edge, StrokeKind::Inside);
    }
}
