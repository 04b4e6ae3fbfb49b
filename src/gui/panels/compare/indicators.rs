//! The table of indicators: a row for each scenario, its values in the chosen year,
//! and the differences.

use eframe::egui::{
    Align, Align2, Color32, FontId, Label, Layout, Rect, TextWrapMode, Ui, UiBuilder, WidgetText, pos2, vec2,
};

use super::grid::{Grid, in_two_lines};
use super::{Sheet, heading, highlight, tag};
use crate::gui::app::action::{Action, Comparing};
use crate::gui::panels::card;
use crate::gui::theme::{text, tokens};
use crate::gui::widgets::buttons::title_button;
use crate::gui::widgets::steady;
use crate::session::compare::selection::{Candidate, Member};
use crate::session::compare::standing::{Column, Standing, columns};
use crate::session::compare::words;
use crate::t;
use crate::units;

/// Least and largest width of the names (points).
const NAMES: (f32, f32) = (168.0, 270.0);
/// Widths of a column (points).
const WIDTH: (f32, f32) = (116.0, 190.0);
/// Height of the headings and of a row (points).
const HEADING: f32 = 50.0;
const ROW: f32 = 50.0;

/// Draws the table.
pub fn show(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<Action>) {
    let workspace = sheet.scene.workspace;
    let (of, year) = (workspace.comparing.of, sheet.year.to_string());
    let columns = columns(sheet.members, &workspace.view.place, of, sheet.year);
    let title = if sheet.is_across() {
        t!("compare-table-all", indicator = crate::words::indicator(of), year = year.as_str())
    } else {
        t!("compare-table", year = year.as_str())
    };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let copy = (Comparing::CopyIndicators, t!("compare-copy-indicators"));
        heading(ui, &title, Some(copy), actions);
        for column in columns.iter().take(if sheet.is_across() { columns.len() } else { 2 }) {
            let best = |whole| words::best(column, sheet.members, sheet.year, (sheet.scene.background, whole));
            if let Some(words) = best(false) {
                let becomes = best(true).unwrap_or_default();
                steady::label(ui, &text::unbroken(&words), &text::unbroken(&becomes));
            }
        }
        let base = text::width(ui, t!("compare-base"), text::small_font()) + 8.0;
        let names = (ui.available_width() * 0.18).max(base).clamp(NAMES.0, NAMES.1);
        let words: Vec<f32> = columns.iter().map(|column| widest(ui, sheet, column)).collect();
        let grid = Grid {
            id: "compare indicators",
            name: &title,
            names,
            widths: Grid::widths(ui.available_width() - names - 4.0, &words, WIDTH),
            heading: HEADING,
            row: ROW,
            rows: sheet.members.len(),
        };
        grid.show(
            ui,
            |ui, column| head(ui, sheet, &columns[column]),
            |ui, row| name(ui, sheet, &sheet.members[row], actions),
            |ui, rect, row, column| cell(ui, rect, sheet, &columns[column], row),
            |row, column| {
                let (column, name) = (&columns[column], sheet.members[row].name(sheet.members));
                words::spoken(column, &name, &standing(sheet, column, row), sheet.year, &sheet.base())
            },
        );
        if sheet.members.len() > 1 {
            ui.label(text::note(ui, t!("compare-table-note", base = sheet.base())));
        }
    });
}

/// The widest words of a column (points): as they are once it is known how probable
/// each difference is.
fn widest(ui: &Ui, sheet: &Sheet<'_>, column: &Column) -> f32 {
    let small = |words: &str| text::width(ui, words, text::small_font());
    let of_row = |row| match standing(sheet, column, row) {
        Standing::NoCity | Standing::NoValue => 0.0,
        Standing::Value(value) => {
            let number = column.display.level(value.value).number;
            let (change, share) = words::below(column, &value.with_widest_share());
            text::width(ui, &number, text::strong_font(text::BODY)).max(small(&change)).max(small(&share))
        }
    };
    let title = in_two_lines(ui, title(sheet, column), &text::strong_font(text::BODY));
    (0..sheet.members.len()).map(of_row).fold(title.max(small(&column.display.heading())), f32::max)
}

/// The title of a column.
fn title<'a>(sheet: &Sheet<'_>, column: &'a Column) -> &'a str {
    if sheet.is_across() { &column.city_name } else { crate::words::indicator(column.of) }
}

fn head(ui: &mut Ui, sheet: &Sheet<'_>, column: &Column) {
    // The numbers stand at the right, and so do their headings, right above them.
    ui.with_layout(Layout::bottom_up(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(2.0);
        let unit = column.display.heading();
        ui.add(Label::new(text::note(ui, &unit)).truncate()).on_hover_text(&unit);
        let title = title(sheet, column);
        ui.add(Label::new(text::strong(title)).wrap().halign(Align::Max)).on_hover_text(title);
    });
}

/// The name of a row. That of an open scenario leads to it.
fn name(ui: &mut Ui, sheet: &Sheet<'_>, member: &Member<'_>, actions: &mut Vec<Action>) {
    let rect = ui.max_rect();
    let line = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 26.0));
    let x = tag(ui, line, member);
    let mut words = ui.new_child(UiBuilder::new().max_rect(Rect::from_min_max(pos2(x, line.top() + 4.0), line.max)));
    let title = member.title(sheet.members);
    if let Candidate::Open(id) = member.candidate {
        let hint = format!("{title}\n{}", t!("compare-work-on"));
        let response = title_button(&mut words, &title, &member.name(sheet.members)).on_hover_text(hint);
        highlight(ui, &response, member.slot);
        if response.clicked() {
            actions.push(Action::SelectDocument(id));
        }
    } else {
        let response = words.add(Label::new(text::strong(&title)).truncate()).on_hover_text(&title);
        highlight(ui, &response, member.slot);
    }
    if member.is_base && sheet.members.len() > 1 {
        let at = pos2(rect.left(), rect.top() + 34.0);
        let muted = tokens(ui).muted;
        let words = WidgetText::from(t!("compare-base"));
        let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), rect.width() - 8.0, text::small_font());
        let at = at - vec2(0.0, galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, galley, muted);
    }
}

fn standing(sheet: &Sheet<'_>, column: &Column, row: usize) -> Standing {
    column.standing(sheet.members, row, sheet.year, sheet.scene.background)
}

fn cell(ui: &Ui, rect: Rect, sheet: &Sheet<'_>, column: &Column, row: usize) {
    let t = tokens(ui);
    let write = |y: f32, words: &str, font: FontId, ink: Color32| {
        let at = pos2(rect.right(), rect.top() + y);
        ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).text(at, Align2::RIGHT_CENTER, words, font, ink);
    };
    match standing(sheet, column, row) {
        Standing::NoCity | Standing::NoValue => write(13.0, units::NONE, text::body_font(), t.muted),
        Standing::Value(value) => {
            write(13.0, &column.display.level(value.value).number, text::strong_font(text::BODY), t.ink);
            let (change, share) = words::below(column, &value);
            let ink = match value.is_better {
                Some(true) => t.good,
                Some(false) => t.bad,
                None => t.muted,
            };
            write(28.0, &change, text::small_font(), ink);
            write(41.0, &share, text::small_font(), t.muted);
        }
    }
}
