//! What the scenarios set differently, and what they have in common in their levers.

use std::borrow::Cow;

use eframe::egui::{
    Align2, Color32, FontId, Label, Rect, Role, Sense, Stroke, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText,
    pos2, vec2,
};

use super::grid::Grid;
use super::{Sheet, heading, tag};
use crate::gui::app::action::{Action, Comparing};
use crate::gui::charts::series;
use crate::gui::panels::card;
use crate::gui::theme::{text, tokens};
use crate::session::compare::settings::{self, Common, Entry};
use crate::t;
use crate::units;

/// Width of the names (points).
const NAMES: f32 = 226.0;
/// Widths of a scenario's column (points).
const WIDTH: (f32, f32) = (104.0, 170.0);
/// Height of a row (points).
const ROW: f32 = 36.0;
/// Height of the headings (points).
const HEADING: f32 = 26.0;
/// The most that words of a scenario's column widen it to (points).
const WORDS: f32 = 224.0;
/// Columns of the statistics that are figures.
const FIGURES: usize = 4;
/// The least width of such a column (points).
const FIGURE: f32 = 64.0;
/// Widths of the column that is drawn (points).
const STRIP: (f32, f32) = (132.0, 460.0);
/// How far the drawing stands in (points).
const INDENT: f32 = 20.0;
/// Width of the names of the statistics (points).
const STATISTIC_NAMES: f32 = 222.0;
/// Height of a row of the statistics (points).
const STATISTIC: f32 = 26.0;

/// Draws the table of what differs.
pub fn differences(ui: &mut Ui, sheet: &Sheet<'_>) {
    let all = settings::differences(sheet.members, sheet.cities);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = t!("compare-differences");
        ui.label(text::title(title));
        if all.is_empty() {
            ui.label(text::muted(ui, t!("compare-differences-none")));
            return;
        }
        let wide = |entry: &Entry| {
            let when = text::width(ui, &entry.when, text::small_font());
            text::width(ui, words(entry), text::body_font()).max(when)
        };
        let of_column = |column: usize| {
            all.iter().filter_map(|row| row.entries.get(column)).map(wide).fold(0.0, f32::max).min(WORDS)
        };
        let needs: Vec<f32> = (0..sheet.members.len()).map(of_column).collect();
        let widths = Grid::widths(ui.available_width() - NAMES - 4.0, &needs, WIDTH);
        let grid = Grid {
            id: "compare differences",
            name: title,
            names: NAMES,
            widths,
            heading: HEADING,
            row: ROW,
            rows: all.len(),
        };
        grid.show(
            ui,
            |ui, column| {
                let member = &sheet.members[column];
                let rect = ui.max_rect();
                let x = tag(ui, rect.with_min_x(rect.left() + 8.0), member);
                let room = Rect::from_min_max(pos2(x, rect.top() + 4.0), rect.max);
                let mut child = ui.new_child(UiBuilder::new().max_rect(room));
                let title = member.title(sheet.members);
                child.add(Label::new(text::note(ui, &title)).truncate()).on_hover_text(title);
            },
            |ui, row| row_name(ui, &all[row].name, all[row].city.as_deref().filter(|_| sheet.is_across())),
            |ui, rect, row, column| {
                let t = tokens(ui);
                let entry = &all[row].entries[column];
                let words = words(entry);
                let ink = if entry.is_adopted || entry.words.is_empty() { t.muted } else { t.ink };
                let inner = rect.shrink2(vec2(8.0, 0.0));
                write(ui, inner, 12.0, words, text::body_font(), ink);
                write(ui, inner, 26.0, &entry.when, text::small_font(), t.muted);
            },
            |row, column| {
                let (difference, entry) = (&all[row], &all[row].entries[column]);
                let words = words(entry);
                let name = match &difference.city {
                    Some(city) => format!("{}, {city}", difference.name),
                    None => difference.name.clone(),
                };
                let said = if entry.when.is_empty() { words.to_owned() } else { format!("{words}, {}", entry.when) };
                let scenario = sheet.members[column].name(sheet.members);
                t!("compare-entry", name = name, scenario = scenario, words = said)
            },
        );
    });
}

/// Draws the statistics of the levers.
pub fn in_common(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<Action>) {
    let (all, untouched) = settings::in_common(sheet.members, sheet.cities);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = t!("compare-common");
        let copy = (Comparing::CopyLevers, t!("compare-copy-levers"));
        heading(ui, title, Some(copy).filter(|_| !all.is_empty()), actions);
        if all.is_empty() {
            ui.label(text::muted(ui, t!("compare-common-none")));
            return;
        }
        let heads =
            [t!("compare-touched"), t!("compare-min"), t!("compare-median"), t!("compare-max"), t!("compare-spread")];
        let of_column = |column: usize| {
            let wide = |words: &str| text::width(ui, words, text::body_font());
            let head = text::width(ui, heads[column], text::small_font());
            all.iter().map(|common| wide(&figure(common, column))).fold(head, f32::max)
        };
        let needs: Vec<f32> = (0..FIGURES).map(of_column).collect();
        let mut widths = Grid::widths(0.0, &needs, (FIGURE, FIGURE));
        let left = ui.available_width() - STATISTIC_NAMES - widths.iter().sum::<f32>() - 8.0;
        widths.push(left.clamp(STRIP.0, STRIP.1));
        let grid = Grid {
            id: "compare common",
            name: title,
            names: STATISTIC_NAMES,
            widths,
            heading: HEADING,
            row: STATISTIC,
            rows: all.len(),
        };
        grid.show(
            ui,
            |ui, column| {
                let rect = ui.max_rect();
                let (at, align) = if column < FIGURES {
                    (rect.right_center(), Align2::RIGHT_CENTER)
                } else {
                    (rect.left_center() + vec2(INDENT, 0.0), Align2::LEFT_CENTER)
                };
                ui.painter().text(at, align, heads[column], text::small_font(), tokens(ui).muted);
            },
            |ui, row| {
                row_name(
                    ui,
                    crate::words::lever(all[row].lever),
                    Some(all[row].city.as_str()).filter(|_| sheet.is_across()),
                );
            },
            |ui, rect, row, column| statistic(ui, rect, sheet, &all[row], column),
            |row, column| statistic_said(&all[row], column),
        );
        ui.label(text::note(ui, t!("compare-common-note", count = sheet.members.len())));
        if untouched > 0 {
            ui.label(text::note(ui, t!("compare-untouched", count = untouched)));
        }
    });
}

/// A figure of the statistics, or the drawing of them.
fn statistic(ui: &Ui, rect: Rect, sheet: &Sheet<'_>, common: &Common, column: usize) {
    let t = tokens(ui);
    if column >= FIGURES {
        return strip(ui, rect, sheet, common);
    }
    let is_muted = column == 0 && common.spread.touched() < common.spread.count();
    let ink = if is_muted { t.muted } else { t.ink };
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, figure(common, column), text::body_font(), ink);
}

/// What stands in a column of figures.
fn figure(common: &Common, column: usize) -> Cow<'_, str> {
    match column.checked_sub(1).and_then(|at| common.levels.get(at)) {
        Some(level) => level.into(),
        None => t!("compare-touched-of", touched = common.spread.touched(), count = common.spread.count()).into(),
    }
}

/// What a screen reader says of it: all of it in words where it is the first.
fn statistic_said(common: &Common, column: usize) -> String {
    let [low, median, high] = &common.levels;
    match column {
        0 => t!(
            "compare-spread-said",
            lever = crate::words::lever(common.lever),
            city = common.city.as_str(),
            touched = common.spread.touched(),
            count = common.spread.count(),
            low = low.as_str(),
            median = median.as_str(),
            high = high.as_str()
        ),
        1..=3 => common.levels[column - 1].clone(),
        _ => t!("compare-spread").to_owned(),
    }
}

/// The levels of the scenarios on the range that the lever can take, with the median.
fn strip(ui: &Ui, rect: Rect, sheet: &Sheet<'_>, common: &Common) {
    let t = tokens(ui);
    let room = Rect::from_min_max(pos2(rect.left() + INDENT, rect.top()), pos2(rect.right() - 8.0, rect.bottom()));
    let (low, high) = common.range;
    let place = |level: f64| {
        let share = if high > low { (level - low) / (high - low) } else { 0.5 };
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let share = share.clamp(0.0, 1.0) as f32;
        room.left() + share * room.width()
    };
    let Some([least, median, most]) = common.spread.levels() else { return };
    let y = room.center().y;
    let painter = ui.painter();
    painter.hline(room.x_range(), y, Stroke::new(3.0, t.track));
    painter.hline(place(least)..=place(most), y, Stroke::new(3.0, t.evidence));
    painter.vline(place(median), y - 9.0..=y + 9.0, Stroke::new(2.0, t.ink));
    for (stand, member) in common.spread.stands.iter().zip(sheet.members) {
        if let Some(stand) = stand {
            let at = pos2(place(stand.level), y);
            series::mark(painter, at, member.slot, 4.0, series::colour(t, member.slot), t.panel);
        }
    }
}

/// What an entry says.
fn words(entry: &Entry) -> &str {
    if entry.words.is_empty() { units::NONE } else { &entry.words }
}

fn row_name(ui: &mut Ui, name: &str, city: Option<&str>) {
    let rect = ui.max_rect();
    let words = city.map_or_else(|| name.to_owned(), |city| format!("{city}: {name}"));
    let galley = WidgetText::from(words.as_str()).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        rect.width() - 8.0,
        text::body_font(),
    );
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, tokens(ui).ink);
    let response = ui.interact(rect, ui.scope_id().with("name"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.as_str()));
    response.on_hover_text(words);
}

/// Writes at the left of a rectangle; what does not fit is cut.
fn write(ui: &Ui, rect: Rect, y: f32, words: &str, font: FontId, ink: Color32) {
    if words.is_empty() {
        return;
    }
    let galley = WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Truncate), rect.width(), font);
    let at = pos2(rect.left(), rect.top() + y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).galley_with_override_text_color(at, galley, ink);
}
