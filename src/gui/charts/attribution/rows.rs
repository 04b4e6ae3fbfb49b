//! Drawing a waterfall: a row for the reference, each lever and the scenario.

use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextWrapMode, Ui, WidgetInfo,
    WidgetText, lerp, pos2, vec2,
};

use super::shades;
use super::waterfall::{Kind, Row, Waterfall};
use crate::gui::charts::pattern::{self, Pattern};
use crate::gui::theme::{Tokens, space, state, text, tokens};
use crate::gui::widgets::buttons::focus_ring;
use crate::gui::widgets::explain;
use crate::session::figures::is_better;
use crate::t;

/// The lowest and the highest row (points).
const ROW: (f32, f32) = (22.0, 30.0);
/// Height of a bar, as a share of its row.
const BAR: f32 = 0.54;
/// Share of the width that names may take.
const NAMES: f32 = 0.46;
/// The widest names (points).
const WIDEST: f32 = 270.0;

/// How high so many rows are, about as high as wanted (points).
#[must_use]
pub fn height(count: usize, wanted: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let count = count.max(1) as f32;
    (wanted / count).clamp(ROW.0, ROW.1) * count
}

/// Draws a waterfall over the width that there is, about as high as wanted. What
/// the row stands for that was pressed.
pub fn show(ui: &mut Ui, waterfall: &Waterfall, name: &str, wanted: f32) -> Option<Kind> {
    let t = tokens(ui);
    let width = ui.available_width();
    let count: f32 = waterfall.rows.iter().map(|_| 1.0).sum();
    let whole = self::height(waterfall.rows.len(), wanted);
    let height = whole / count.max(1.0);
    let (rect, figure) = ui.allocate_exact_size(vec2(width, whole), Sense::hover());
    figure.widget_info(|| WidgetInfo::labeled(Role::Figure, true, name));
    ui.ctx().accesskit_node_builder(figure.id, |node| node.set_description(waterfall.sentence()));
    let names = (width * NAMES).clamp(90.0, WIDEST);
    let bars = Rect::from_min_max(
        pos2(rect.left() + names + space::M, rect.top()),
        pos2(rect.right() - numbers(ui, waterfall) - verdicts(ui, waterfall) - space::M, rect.bottom()),
    );
    let (low, high) = waterfall.range();
    let margin = ((high - low) * 0.03).max(waterfall.display.finest());
    let x = |value: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let share = ((value - (low - margin)) / (high - low + 2.0 * margin)) as f32;
        lerp(bars.x_range().min..=bars.x_range().max, share)
    };
    if ui.is_rect_visible(rect) {
        ends(ui, waterfall, bars, &x, t);
    }
    let mut pressed = None;
    let mut top = rect.top();
    for (i, row) in waterfall.rows.iter().enumerate() {
        let room = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + height));
        let next = waterfall.rows[i + 1..].iter().find(|row| !matches!(row.kind, Kind::Group(_)));
        // A group is the sum of its levers, which are below it.
        let leads = !matches!(row.kind, Kind::Group(_));
        let sense = if leads { Sense::click() } else { Sense::hover() };
        let response = ui.interact(room, figure.id.with(i), sense);
        let mut is_cut = false;
        if ui.is_rect_visible(room) {
            state::ground(ui.painter(), room, t, false, response.hovered());
            is_cut = label(ui, row, room, names, t);
            bar(ui, row, room, &x, t);
            if let Some(next) = next.filter(|_| !matches!(row.kind, Kind::Group(_))) {
                let rows = if matches!(waterfall.rows.get(i + 1).map(|row| row.kind), Some(Kind::Group(_))) {
                    2.0
                } else {
                    1.0
                };
                let to = room.center().y + rows * height;
                let from = room.center().y;
                ui.painter().vline(x(next.from), from..=to, Stroke::new(1.0, t.line_strong));
            }
            number(ui, waterfall, row, room, t);
        }
        focus_ring(ui, &response);
        let role = if leads { Role::Link } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, spoken(waterfall, row)));
        if leads && (response.clicked() || explain::is_asked(ui, &response)) {
            pressed = Some(row.kind);
        }
        let response = if is_cut { response.on_hover_text(spoken(waterfall, row)) } else { response };
        if leads {
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(t!("charts-how-hint"));
        }
        top += height;
    }
    pressed
}

/// The row in words.
fn spoken(waterfall: &Waterfall, row: &Row) -> String {
    let better = better(waterfall, row);
    let is_group = matches!(row.kind, Kind::Group(_));
    let name = if is_group { t!("why-together", name = &row.label) } else { row.label.clone() };
    let figure = row.figure.line();
    match better {
        Some(true) => t!("why-row-better", name = name, figure = figure),
        Some(false) => t!("why-row-worse", name = name, figure = figure),
        None => t!("why-row", name = name, figure = figure),
    }
}

/// Where the reference and the scenario stand, through all rows.
fn ends(ui: &Ui, waterfall: &Waterfall, bars: Rect, x: &impl Fn(f64) -> f32, t: &Tokens) {
    let (Some(first), Some(last)) = (waterfall.rows.first(), waterfall.rows.last()) else { return };
    let dashes = [pos2(x(first.to), bars.top() + 4.0), pos2(x(first.to), bars.bottom() - 4.0)];
    ui.painter().add(Shape::dashed_line(&dashes, Stroke::new(1.0, t.reference), 4.0, 4.0));
    let stroke = Stroke::new(1.0, t.accent);
    ui.painter().vline(x(last.to), bars.top() + 4.0..=bars.bottom() - 4.0, stroke);
}

/// The name of a row. Whether it had to be cut.
fn label(ui: &Ui, row: &Row, room: Rect, names: f32, t: &Tokens) -> bool {
    let (indent, font, colour) = match row.kind {
        Kind::Reference => (0.0, text::body_font(), t.ink),
        Kind::Scenario => (0.0, text::strong_font(text::BODY), t.accent_text),
        Kind::Group(_) => (0.0, text::strong_font(text::BODY), t.ink),
        Kind::Lever(..) => (space::M, text::body_font(), t.ink),
    };
    let words = WidgetText::from(row.label.as_str());
    let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), names - indent, font);
    let at = pos2(room.left() + indent, room.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    ui.painter().galley_with_override_text_color(at, galley, colour);
    is_cut
}

fn bar(ui: &Ui, row: &Row, room: Rect, x: &impl Fn(f64) -> f32, t: &Tokens) {
    let y = room.center().y;
    let (from, to) = (x(row.from), x(row.to));
    match row.kind {
        Kind::Reference => {
            ui.painter().circle(pos2(to, y), 4.5, t.panel, Stroke::new(1.8, t.reference));
        }
        Kind::Scenario => {
            ui.painter().circle_filled(pos2(to, y), 5.0, t.accent);
        }
        Kind::Group(group) => {
            // A bracket over what its levers do together.
            let colour = shades::of_group(group, t);
            let stroke = Stroke::new(2.0, colour);
            ui.painter().hline(from.min(to)..=from.max(to).max(from.min(to) + 1.0), y, stroke);
            for end in [from, to] {
                ui.painter().vline(end, y - 3.0..=y + 3.0, stroke);
            }
        }
        Kind::Lever(lever, place) => {
            let colour = shades::of_lever(lever.spec().group, place, t);
            let bar = Rect::from_x_y_ranges(
                from.min(to)..=from.max(to).max(from.min(to) + 1.5),
                y - room.height() * BAR / 2.0..=y + room.height() * BAR / 2.0,
            );
            let group = lever.spec().group;
            ui.painter().rect_filled(bar, 2.0, colour);
            pattern::over(ui.painter(), bar.shrink(1.0), Pattern::of_group(group), t.panel);
            let edge = Stroke::new(1.0, shades::of_group(group, t));
            ui.painter().rect_stroke(bar, 2.0, edge, StrokeKind::Inside);
        }
    }
}

/// What is written at the right of a row. The unit stands at the ends; between
/// them all is in the same.
fn words(row: &Row) -> String {
    match row.kind {
        Kind::Reference | Kind::Scenario => row.figure.line(),
        Kind::Group(_) | Kind::Lever(..) => row.figure.number.clone(),
    }
}

/// The width of the widest number (points).
fn numbers(ui: &Ui, waterfall: &Waterfall) -> f32 {
    let font = text::strong_font(text::BODY);
    let width = |row| ui.painter().layout_no_wrap(words(row), font.clone(), Color32::PLACEHOLDER).size().x;
    waterfall.rows.iter().map(width).fold(0.0, f32::max)
}

/// The width of the words after the numbers, with a gap before them (points).
fn verdicts(ui: &Ui, waterfall: &Waterfall) -> f32 {
    let words = waterfall.rows.iter().filter_map(|row| verdict(waterfall, row, tokens(ui)).0);
    let width = |words: &str| text::width(ui, words, text::small_font()) + space::XS;
    words.map(width).fold(0.0, f32::max)
}

fn number(ui: &Ui, waterfall: &Waterfall, row: &Row, room: Rect, t: &Tokens) {
    let (word, verdict) = verdict(waterfall, row, t);
    let after = verdicts(ui, waterfall);
    let (font, colour, after) = match row.kind {
        // With their unit the ends need the room of the words.
        Kind::Reference => (text::body_font(), t.ink, 0.0),
        Kind::Scenario => (text::strong_font(text::BODY), t.accent_text, 0.0),
        Kind::Group(_) => (text::strong_font(text::BODY), verdict, after),
        Kind::Lever(..) => (text::body_font(), verdict, after),
    };
    let at = room.right_center() - vec2(after, 0.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, words(row), font, colour);
    if let Some(word) = word {
        ui.painter().text(at + vec2(space::XS, 0.0), Align2::LEFT_CENTER, word, text::small_font(), verdict);
    }
}

/// Whether what a row does is wanted.
fn better(waterfall: &Waterfall, row: &Row) -> Option<bool> {
    match row.kind {
        Kind::Reference | Kind::Scenario => None,
        Kind::Group(_) | Kind::Lever(..) => is_better(waterfall.indicator, row.change(), &waterfall.display),
    }
}

/// The same as a word and as a colour.
fn verdict(waterfall: &Waterfall, row: &Row, t: &Tokens) -> (Option<&'static str>, Color32) {
    match better(waterfall, row) {
        Some(true) => (Some(t!("why-better")), t.good),
        Some(false) => (Some(t!("why-worse")), t.bad),
        None => (None, t.muted),
    }
}
