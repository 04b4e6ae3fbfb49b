//! The names of the observed series, in the drawing.

use eframe::egui::{Rect, TextWrapMode, Ui, WidgetText, pos2, vec2};
use egui_plot::PlotTransform;

use super::reading;
use crate::gui::theme::{Tokens, text};
use crate::session::charts::chart::Chart;

/// How much of the width a name may take: the rest is for the highest values.
const LEGEND_SHARE: f32 = 0.64;
/// Room between a name of the legend and the edge of the drawing (points).
const LEGEND_MARGIN: f32 = 8.0;
/// Room for the dot before a name of the legend (points).
const LEGEND_MARK: f32 = 14.0;

/// Names the observed series at the top of the drawing, beside a dot of theirs,
/// on the side where the lines leave room. A name that does not fit is cut at
/// its end. Where each of them stands, with the whole name.
pub fn show<'a>(ui: &Ui, chart: &'a Chart, transform: &PlotTransform, t: &Tokens) -> Vec<(Rect, &'a str)> {
    let frame = *transform.frame();
    let room = ui.painter().with_clip_rect(frame);
    let to_the_right = highest_on_the_left(chart);
    let widest = (frame.width() * LEGEND_SHARE - LEGEND_MARK - LEGEND_MARGIN).max(0.0);
    let mut y = frame.top() + 7.0;
    let mut names = Vec::new();
    let shown = chart.dots.iter().filter(|d| d.points.iter().any(|p| chart.shown().contains(&p[0])));
    for dots in shown.collect::<Vec<_>>().into_iter().rev() {
        let words = WidgetText::from(dots.label.as_str());
        let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), widest, text::small_font());
        let x = if to_the_right {
            frame.right() - LEGEND_MARGIN - galley.size().x
        } else {
            frame.left() + LEGEND_MARGIN + LEGEND_MARK
        };
        let size = vec2(galley.size().x + LEGEND_MARK + 2.0, 14.0);
        let ground = Rect::from_min_size(pos2(x - LEGEND_MARK, y - 7.0), size);
        room.rect_filled(ground, 2.0, t.panel.gamma_multiply(0.85));
        room.galley_with_override_text_color(pos2(x, y - galley.size().y / 2.0), galley, t.muted);
        room.extend(reading::mark(dots.marker, pos2(x - 8.0, y), 2.8, t));
        names.push((ground, dots.label.as_str()));
        y += 15.0;
    }
    names
}

fn highest_on_the_left(chart: &Chart) -> bool {
    let middle = f64::midpoint(f64::from(chart.first_year), f64::from(chart.last_year));
    let all = chart.lines.iter().flat_map(|l| &l.points).chain(chart.dots.iter().flat_map(|d| &d.points));
    let highest = all
        .filter(|p| p[1].is_finite() && p[0] >= f64::from(chart.first_year) && p[0] <= f64::from(chart.last_year))
        .max_by(|a, b| a[1].total_cmp(&b[1]));
    highest.is_none_or(|p| p[0] < middle)
}
