//! Labels at the ends of lines, kept apart from each other.

use eframe::egui::{Align2, Color32, FontId, Pos2, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

pub use crate::export::chart::labels::spread;
use crate::gui::theme::{text, tokens};

/// Between a line's end and its name in the drawing (points).
const BESIDE: f32 = 4.0;

/// A label at the end of a line.
#[derive(Clone, Debug)]
pub struct EndLabel {
    /// Where the line ends.
    pub value: f64,
    /// In which year.
    pub year: f64,
    /// What is written.
    pub words: String,
    /// In which colour.
    pub colour: Color32,
    /// Whether it stands out.
    pub strong: bool,
    /// Whether it stands in the drawing, where its line ends, and not beside it.
    pub inside: bool,
}

impl EndLabel {
    fn font(&self) -> FontId {
        if self.strong { text::strong_font(text::SMALL) } else { text::small_font() }
    }
}

/// The width of the widest label (points).
pub fn width(ui: &Ui, labels: &[EndLabel]) -> f32 {
    let of = |l: &EndLabel| ui.painter().layout_no_wrap(l.words.clone(), l.font(), l.colour).size().x;
    labels.iter().map(of).fold(0.0, f32::max)
}

/// Draws labels to the right of a drawing, within `rect`.
pub fn paint(ui: &Ui, labels: &[EndLabel], transform: &PlotTransform, rect: Rect) {
    let frame = *transform.frame();
    let centres: Vec<f32> =
        labels.iter().map(|l| transform.position_from_point_y(l.value).clamp(frame.top(), frame.bottom())).collect();
    let placed = spread(&centres, text::SMALL + 2.0, frame.top() + 4.0, frame.bottom() - 4.0);
    for ((label, y), from) in labels.iter().zip(placed).zip(centres) {
        let x = frame.right() + 6.0;
        let end = transform.position_from_point_x(label.year);
        if (y - from).abs() > 4.0 || end < frame.right() - 12.0 {
            let hair = Stroke::new(1.0, tokens(ui).line);
            ui.painter().line_segment([pos2(end.min(frame.right()) + 2.0, from), pos2(x - 2.0, y)], hair);
        }
        let painter = ui.painter().with_clip_rect(rect);
        painter.text(pos2(x, y), Align2::LEFT_CENTER, &label.words, label.font(), label.colour);
    }
}

/// Names lines that end early, each beside its own end: where the name covers least of
/// what is drawn, whose points are `taken`.
pub fn paint_inside(ui: &Ui, labels: &[EndLabel], transform: &PlotTransform, taken: &[Pos2]) {
    let frame = *transform.frame();
    let painter = ui.painter().with_clip_rect(frame);
    for label in labels {
        let end = pos2(transform.position_from_point_x(label.year), transform.position_from_point_y(label.value));
        let galley = painter.layout_no_wrap(label.words.clone(), label.font(), label.colour);
        let size = galley.size();
        let at = |x: f32, y: f32| Rect::from_min_size(end + vec2(x, y), size);
        let (left, above, below) = (-size.x, -size.y - BESIDE, BESIDE);
        let places =
            [at(BESIDE, -size.y / 2.0), at(left, below), at(left, above), at(BESIDE, below), at(BESIDE, above)];
        let covered = |place: &Rect| {
            let outside = if frame.contains_rect(*place) { 0 } else { taken.len() };
            taken.iter().filter(|point| place.expand(2.0).contains(**point)).count() + outside
        };
        let [first, ..] = places;
        let ground = places.into_iter().min_by_key(covered).unwrap_or(first);
        painter.rect_filled(ground, 2.0, tokens(ui).panel.gamma_multiply(0.85));
        painter.galley(ground.min, galley, label.colour);
    }
}
