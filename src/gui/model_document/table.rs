//! Tables of the document: small ones wrap, a long one has a line a row and
//! draws only the rows in view.

use eframe::egui::text::TextWrapping;
use eframe::egui::{CursorIcon, Label, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::blocks::{Run, Runs, words};
use super::draw::{Reader, job};
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::focus_ring;
use crate::gui::widgets::scroll;
use crate::t;

/// From this many rows on a row is one line.
const LONG: usize = 40;
/// Height of such a line (points).
const LINE: f32 = 22.0;
/// How many of them are in view at once: at most, and at least.
const IN_VIEW: f32 = 26.0;
const FEWEST: f32 = 8.0;
/// What stays free of the view for the header and what stands around the table (points).
const AROUND: f32 = 64.0;
/// The widest that the columns of a long table are set together (points).
const MOST: f32 = 1180.0;
/// Room between columns (points).
const GAP: f32 = 14.0;
/// The narrowest a column is set (points).
const NARROWEST: f32 = 44.0;
/// About the width of a character (points).
const CHARACTER: f32 = 6.4;

/// Draws a table.
pub fn show(ui: &mut Ui, id: (&str, usize), header: &[Runs], rows: &[Vec<Runs>], reader: &mut impl Reader) {
    let columns = header.len();
    if rows.len() < LONG {
        let widths = widths_of(&natural_widths(columns, header, rows), ui.available_width());
        line(ui, &widths, header, true);
        for row in rows {
            line(ui, &widths, row, false);
        }
        return;
    }
    let natural = natural_widths(columns, header, rows);
    let wanted = (natural.iter().sum::<f32>().min(MOST) + GAP * as_f32(columns)).max(ui.available_width());
    let area = ScrollArea::horizontal().id_salt((id, "wide")).show(ui, |ui| {
        ui.set_width(wanted);
        let widths = widths_of(&natural, wanted);
        line(ui, &widths, header, true);
        // Rows follow each other without a gap, so that as many are laid out as there is room for.
        ui.spacing_mut().item_spacing.y = 0.0;
        let most = (ui.clip_rect().height() - AROUND).clamp(LINE * FEWEST, LINE * IN_VIEW);
        let area = ScrollArea::vertical().id_salt((id, "long")).max_height(most).auto_shrink([false, true]).show_rows(
            ui,
            LINE,
            rows.len(),
            |ui, range| {
                for row in &rows[range] {
                    one_line(ui, &widths, row, reader);
                }
            },
        );
        scroll::name(ui, &area, t!("model-rows"));
    });
    scroll::name(ui, &area, t!("model-columns"));
}

/// The width of each column if nothing had to wrap, by its longest cell.
fn natural_widths(columns: usize, header: &[Runs], rows: &[Vec<Runs>]) -> Vec<f32> {
    (0..columns)
        .map(|column| {
            let cells = std::iter::once(header).chain(rows.iter().map(Vec::as_slice)).filter_map(|row| row.get(column));
            let longest = cells.map(|cell| cell.iter().map(|run| run.text.chars().count()).sum()).max().unwrap_or(0);
            (as_f32(longest) * CHARACTER + 6.0).max(NARROWEST)
        })
        .collect()
}

/// Widths that fit: columns narrower than an equal share keep their width, the
/// others share what is left.
fn widths_of(natural: &[f32], available: f32) -> Vec<f32> {
    let room = available - GAP * as_f32(natural.len().saturating_sub(1));
    let mut order: Vec<f32> = natural.to_vec();
    order.sort_by(f32::total_cmp);
    let (mut left, mut most) = (room, f32::INFINITY);
    for (done, width) in order.iter().enumerate() {
        let share = left / as_f32(order.len() - done);
        if *width > share {
            most = share;
            break;
        }
        left -= width;
    }
    natural.iter().map(|width| width.min(most).max(NARROWEST)).collect()
}

fn line(ui: &mut Ui, widths: &[f32], cells: &[Runs], heading: bool) {
    let t = tokens(ui);
    let top = ui.cursor().min;
    let (mut x, mut bottom) = (top.x, top.y);
    for (cell, width) in cells.iter().zip(widths) {
        let room = Rect::from_min_size(pos2(x, top.y + 3.0), vec2(*width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(room));
        if heading {
            child.label(text::note(&child, words(cell)));
        } else {
            let job = job(&child, cell, *width);
            child.add(Label::new(job));
        }
        bottom = bottom.max(child.min_rect().bottom());
        x += width + GAP;
    }
    let used = Rect::from_min_max(top, pos2(x - GAP, bottom + 3.0));
    ui.painter().hline(used.x_range(), used.bottom(), Stroke::new(1.0, t.line));
    ui.advance_cursor_after_rect(used);
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// A row in one line: what does not fit is cut, and said on hover.
fn one_line(ui: &mut Ui, widths: &[f32], cells: &[Runs], reader: &mut impl Reader) {
    let t = tokens(ui);
    let first = cells.first().map(|cell| words(cell)).unwrap_or_default();
    let leads = reader.leads(&first);
    let sense = if leads.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), sense);
    if response.hovered() && leads.is_some() {
        ui.painter().rect_filled(rect, f32::from(space::RADIUS - 2), t.hover);
    }
    let mut x = rect.left();
    for (cell, width) in cells.iter().zip(widths) {
        let mut job = job(ui, cell, *width);
        job.wrap = TextWrapping::truncate_at_width(*width);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, t.ink);
        x += width + GAP;
    }
    focus_ring(ui, &response);
    let all: Vec<String> = cells.iter().map(|cell: &Vec<Run>| words(cell)).filter(|words| words != "–").collect();
    let role = if leads.is_some() { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), all.join(", ")));
    if response.clicked() {
        reader.follow(&first);
    }
    if let Some(hint) = leads {
        let what = cells.get(1).map(|cell| words(cell)).unwrap_or_default();
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(format!("{what}\n{hint}"));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of columns or characters")]
const fn as_f32(n: usize) -> f32 {
    n as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_keep_their_width_and_wide_ones_share_the_rest() {
        let widths = widths_of(&[50.0, 400.0, 900.0], 500.0 + 2.0 * GAP);
        assert!((widths[0] - 50.0).abs() < 0.01);
        assert!((widths[1] - 225.0).abs() < 0.01 && (widths[2] - 225.0).abs() < 0.01, "{widths:?}");
        assert_eq!(widths_of(&[50.0, 60.0], 1000.0), [50.0, 60.0]);
    }
}
