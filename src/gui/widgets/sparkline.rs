//! A line without axes: the shape of a series at a glance.

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, lerp, pos2};

/// Draws points over the whole of `rect`; values and years are scaled to fit.
pub fn sparkline(painter: &Painter, rect: Rect, points: &[(f64, f64)], stroke: Stroke) {
    let span = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let (x_low, x_high) = span(&mut points.iter().map(|p| p.0));
    let (y_low, y_high) = span(&mut points.iter().map(|p| p.1));
    let share = |value: f64, low: f64, high: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let share = if high > low { ((value - low) / (high - low)) as f32 } else { 0.5 };
        share
    };
    let line: Vec<Pos2> = points
        .iter()
        .map(|&(x, y)| {
            pos2(
                lerp(rect.left()..=rect.right(), share(x, x_low, x_high)),
                lerp(rect.bottom()..=rect.top(), share(y, y_low, y_high)),
            )
        })
        .collect();
    if line.len() > 1 {
        painter.add(Shape::line(line, stroke));
    }
}
