//! The read-out of a chart: everything it says about one year, with the mark that
//! each series has in the drawing.

use eframe::egui::{Grid, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, TextWrapMode, Ui, pos2, vec2};

use crate::gui::theme::{Tokens, text, tokens};
use crate::session::charts::chart::{Chart, Ink, Marker};
use crate::session::charts::readout::{self, Carrier, Row};
use crate::t;

/// Names of levers are no wider than this (points).
const WIDEST: f32 = 300.0;

/// Draws the read-out of a year.
pub fn show(ui: &mut Ui, chart: &Chart, year: i32, has_ghost: bool) {
    ui.label(text::strong(year.to_string()));
    let mut rows = readout::rows(chart, year);
    rows.retain(|row| has_ghost || row.carrier != Carrier::Ghost);
    if rows.is_empty() {
        ui.label(text::muted(ui, t!("graph-no-value")));
        return;
    }
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    let (values, turns): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.carrier != Carrier::Turn);
    Grid::new("read-out").num_columns(3).spacing([8.0, 2.0]).min_row_height(14.0).show(ui, |ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for row in &values {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            swatch(ui, row.carrier, rect, tokens(ui));
            let strong = row.carrier == Carrier::Line(Ink::Scenario);
            ui.label(text::muted(ui, &row.label));
            ui.label(if strong { text::strong(&row.value) } else { row.value.as_str().into() });
            ui.end_row();
        }
    });
    for row in turns {
        ui.horizontal(|ui| {
            ui.set_max_width(WIDEST);
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            swatch(ui, row.carrier, rect, tokens(ui));
            ui.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
            ui.label(text::muted(ui, format!("{}: {}", row.label, row.value)));
        });
    }
}

fn swatch(ui: &Ui, carrier: Carrier, rect: Rect, t: &Tokens) {
    let painter = ui.painter();
    let (left, right, middle) = (rect.left_center(), rect.right_center(), rect.center());
    match carrier {
        Carrier::Line(ink) => {
            let stroke = stroke(ink, t);
            painter.extend(match ink {
                Ink::Scenario => vec![Shape::line_segment([left, right], stroke)],
                Ink::Reference => Shape::dashed_line(&[left, right], stroke, 5.0, 3.0),
                Ink::Forecast => Shape::dotted_line(&[left, right], stroke.color, 4.0, 1.2),
            });
        }
        Carrier::Ghost => {
            painter.line_segment([left, right], Stroke::new(GHOST, ghost(t)));
        }
        Carrier::Band => {
            let (ground, edge) = (t.accent.gamma_multiply(BAND * 1.6), band_edge(t));
            painter.rect(rect.shrink2(vec2(0.0, 2.0)), 0.0, ground, edge, StrokeKind::Inside);
        }
        Carrier::Median => {
            painter.line_segment([left, right], Stroke::new(1.0, t.accent.gamma_multiply(0.7)));
        }
        Carrier::Dots(marker) => painter.extend(mark(marker, middle, 3.0, t)),
        Carrier::Target => {
            painter.add(diamond(middle, 4.0, t.target, true));
        }
        Carrier::Turn => {
            painter.add(super::turns::shape(middle + vec2(0.0, 4.0), true, t));
        }
        Carrier::None => {}
    }
}

/// How dense the range is.
pub const BAND: f32 = 0.17;
/// The edge of the range, where a tint alone does not do.
#[must_use]
pub fn band_edge(t: &Tokens) -> Stroke {
    if t.edged { Stroke::new(1.0, t.accent) } else { Stroke::NONE }
}

/// How thick the line before the last change is (points).
pub const GHOST: f32 = 1.25;

/// The colour of the line before the last change.
#[must_use]
pub fn ghost(t: &Tokens) -> eframe::egui::Color32 {
    t.accent.gamma_multiply(0.5)
}

/// The stroke of a line.
#[must_use]
pub const fn stroke(ink: Ink, t: &Tokens) -> Stroke {
    match ink {
        Ink::Scenario => Stroke { width: 2.5, color: t.accent },
        Ink::Reference => Stroke { width: 1.5, color: t.reference },
        Ink::Forecast => Stroke { width: 1.25, color: t.forecast },
    }
}

/// A mark of an observed series, as the plot draws it.
#[must_use]
pub fn mark(marker: Marker, at: Pos2, radius: f32, t: &Tokens) -> Vec<Shape> {
    let stroke = Stroke::new(1.2, t.observed);
    let square = Rect::from_center_size(at, vec2(2.0, 2.0) * radius * 0.85);
    vec![match marker {
        Marker::Disc => Shape::circle_filled(at, radius, t.observed),
        Marker::Ring => Shape::circle_stroke(at, radius, stroke),
        Marker::Square => Shape::rect_filled(square, 0.0, t.observed),
        Marker::Diamond => diamond(at, radius * 1.2, t.observed, false),
    }]
}

fn diamond(at: Pos2, radius: f32, colour: eframe::egui::Color32, filled: bool) -> Shape {
    let corners = [(0.0, -radius), (radius, 0.0), (0.0, radius), (-radius, 0.0)];
    let corners = corners.map(|(x, y)| pos2(at.x + x, at.y + y)).to_vec();
    if filled {
        Shape::convex_polygon(corners, colour, Stroke::NONE)
    } else {
        Shape::closed_line(corners, Stroke::new(1.2, colour))
    }
}
