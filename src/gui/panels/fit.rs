//! How the model fits a city's past: what was observed, the constants before and
//! after, and what history could not say.

use eframe::egui::{Align2, CursorIcon, Label, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Scene, card};
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, state, text, tokens};
use crate::gui::widgets::buttons::{focus_ring, text_button};
use crate::model::calibration::Calibration;
use crate::model::city::CityPack;
use crate::session::fit::{Row, Story};
use crate::t;
use crate::words;

/// Height of a row whose name is one line (points).
const ROW: f32 = 24.0;
/// Above and below a name of two lines (points).
const AROUND: f32 = 4.0;
/// Width of a column of ranges in words (points).
const RANGE: f32 = 140.0;
/// The least width of the last column (points).
const END: f32 = 96.0;
/// From this width on the range before is written too (points).
const WIDE: f32 = 760.0;

/// Draws the fit of the city in view, or of all.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let cities = workspace.cities_in_view();
    for id in cities {
        let Some(pack) = workspace.library().packs.get(id) else { continue };
        match workspace.library().calibrations.get(id) {
            Some(fit) => city(ui, pack, fit, actions),
            None => card(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(text::title(t!("fit-none", city = words::city(pack))));
                ui.add(Label::new(unfitted(pack)).wrap());
            }),
        }
        ui.add_space(space::S);
    }
}

/// What to do about a city without a fit.
fn unfitted(pack: &CityPack) -> String {
    if pack.history.is_some() { t!("fit-none-can", id = &pack.id) } else { t!("fit-none-cannot").to_owned() }
}

fn city(ui: &mut Ui, pack: &CityPack, fit: &Calibration, actions: &mut Vec<Action>) {
    let story = Story::of(pack, fit);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::title(t!("fit-title", city = words::city(pack))));
        ui.add(Label::new(&story.sentence).wrap());
    });
    ui.add_space(space::S);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::title(t!("fit-observations")));
        table(
            ui,
            pack,
            &story.observations,
            [t!("fit-observed"), t!("fit-model-before"), t!("fit-model-after")],
            actions,
        );
    });
    ui.add_space(space::S);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::title(t!("fit-constants")));
        table(ui, pack, &story.constants, [t!("fit-doubt-left"), t!("fit-before"), t!("fit-after")], actions);
    });
    ui.add_space(space::S);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::title(t!("fit-not-fitted")));
        for left in &fit.not_fitted {
            ui.add(Label::new(text::strong(&left.what)).wrap());
            ui.add(Label::new(&left.why).wrap());
            ui.add_space(space::XS);
        }
        ui.label(text::title(t!("fit-how")));
        ui.add(Label::new(&story.convergence).wrap());
        let again = t!("fit-again", id = &pack.id);
        ui.add(Label::new(text::note(ui, again)).wrap());
        if text_button(ui, t!("fit-read")).clicked() {
            actions.push(Action::Read("Calibration".to_owned()));
        }
    });
}

/// Rows with their ranges drawn and written. The names are those of the last
/// column, the range before and the range after.
fn table(ui: &mut Ui, pack: &CityPack, rows: &[Row], [end, before, after]: [&str; 3], actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let wide = width >= WIDE;
    let ranges = if wide { 2.0 * RANGE } else { RANGE };
    let written = rows.iter().map(|row| text::width(ui, &row.end_words, text::strong_font(text::BODY)));
    let end_width = written.fold(END, |most, width| most.max(width + space::M));
    let name = ((width - ranges - end_width) * 0.56).max(120.0);
    let plot = (width - ranges - end_width - name - space::M).max(40.0);
    let columns = Columns { name, plot, end: end_width, wide };
    ui.spacing_mut().item_spacing.y = 0.0;
    let t = tokens(ui);
    let has_dots = rows.iter().any(|row| row.observed.is_some());
    ui.label(text::note(ui, if has_dots { t!("fit-key-observed") } else { t!("fit-key") }));
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let heading = |right: f32, words: &str| {
        ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, words, text::small_font(), t.muted);
    };
    heading(rect.right(), end);
    heading(rect.right() - columns.end, after);
    if wide {
        heading(rect.right() - columns.end - RANGE, before);
    }
    for each in rows {
        let response = row(ui, each, &columns);
        if response.clicked()
            && let Some(topic) = topic(pack, each)
        {
            actions.push(Action::Explain(Address::new(&pack.id, topic)));
        }
    }
}

/// Where a row leads: to its constant or trend.
fn topic(pack: &CityPack, row: &Row) -> Option<Topic> {
    if let Some(id) = row.constant {
        return Some(Topic::Parameter(id));
    }
    Calibration::sector(&row.id).map(|_| Topic::Entry(format!("{}.{}", pack.id, row.id)))
}

struct Columns {
    name: f32,
    plot: f32,
    end: f32,
    wide: bool,
}

fn row(ui: &mut Ui, row: &Row, columns: &Columns) -> Response {
    let t = tokens(ui);
    let leads = row.constant.is_some() || Calibration::sector(&row.id).is_some();
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let galley = text::in_lines(ui, &row.name, columns.name - space::M, 3);
    let height = ROW.max(galley.size().y + 2.0 * AROUND);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    if ui.is_rect_visible(rect) {
        state::ground(ui.painter(), rect, t, false, leads && response.hovered());
        let middle = rect.center().y;
        let ink = if leads { t.second } else { t.ink };
        ui.painter().galley_with_override_text_color(pos2(rect.left(), middle - galley.size().y / 2.0), galley, ink);
        let left = rect.left() + columns.name;
        plot(ui, row, Rect::from_min_max(pos2(left, rect.top()), pos2(left + columns.plot, rect.bottom())));
        let written = |right: f32, words: &str, strong: bool| {
            let font = if strong { text::strong_font(text::BODY) } else { text::body_font() };
            let colour = if strong { t.ink } else { t.muted };
            ui.painter().text(pos2(right, middle), Align2::RIGHT_CENTER, words, font, colour);
        };
        written(rect.right(), &row.end_words, true);
        written(rect.right() - columns.end, &row.after_words, false);
        if columns.wide {
            written(rect.right() - columns.end - RANGE, &row.before_words, false);
        }
        focus_ring(ui, &response);
    }
    let (before, after, end) = (row.before_words.as_str(), row.after_words.as_str(), row.end_words.as_str());
    let spoken = if row.observed.is_some() {
        t!("fit-row-observed", name = &row.name, before = before, after = after, end = end)
    } else {
        t!("fit-row-doubt", name = &row.name, before = before, after = after, end = end)
    };
    let role = if leads { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &spoken));
    let hover = if row.because.is_empty() { row.name.clone() } else { format!("{}. {}", row.name, row.because) };
    let hover = format!("{hover}\n{}", t!("fit-hint", before = before, after = after));
    let response = response.on_hover_text(hover);
    if leads { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// The ranges of a row on one scale of its own.
fn plot(ui: &Ui, row: &Row, room: Rect) {
    let t = tokens(ui);
    let all = [row.before, row.after, row.observed.unwrap_or(row.after)];
    let low = all.iter().map(|range| range[0]).fold(f64::INFINITY, f64::min);
    let high = all.iter().map(|range| range[2]).fold(f64::NEG_INFINITY, f64::max);
    if !(low < high && (high - low).is_finite()) {
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let at = |value: f64| room.left() + 6.0 + ((value - low) / (high - low)) as f32 * (room.width() - 12.0);
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    let middle = room.center().y;
    painter.hline(at(row.before[0])..=at(row.before[2]), middle, (1.0, t.muted));
    let bar = Rect::from_min_max(pos2(at(row.after[0]), middle - 3.5), pos2(at(row.after[2]), middle + 3.5));
    painter.rect_filled(bar, 2.0, t.evidence);
    painter.vline(at(row.after[1]), middle - 5.0..=middle + 5.0, (2.0, t.accent));
    if let Some([least, seen, most]) = row.observed {
        painter.hline(at(least)..=at(most), middle + 7.5, (1.0, t.observed));
        painter.circle_filled(pos2(at(seen), middle + 7.5), 2.8, t.observed);
    }
}
