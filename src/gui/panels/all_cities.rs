//! All cities beside each other: what they have in common, the headline numbers, and
//! an indicator on one scale.

use eframe::egui::{Align, ComboBox, Label, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::chart_card;
use super::city::unavailable;
use super::spot::Spot;
use super::{Scene, card, own};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{figure_button, text_button};
use crate::gui::widgets::{explain, meaning, scroll, steady};
use crate::model::indicators::Indicator;
use crate::session::figures::{Display, is_better};
use crate::session::help::glossary;
use crate::session::likely::Likely;
use crate::session::together::{self, Facts};
use crate::session::view::Place;
use crate::t;
use crate::units;
use crate::words;

/// From this width on a chart has room for the names of its lines (points).
const NAMED: f32 = 420.0;

/// The narrowest that the names of the rows are set, and their largest share of the
/// width (points).
const NAMES: (f32, f32) = (84.0, 0.17);
/// The narrowest column of a city (points): narrower ones are moved sideways.
const NARROWEST: f32 = 112.0;
/// Between the columns (points).
const GAP: f32 = 12.0;
/// Above and below a row (points).
const AROUND: f32 = 5.0;
/// How much lower small print stands than a figure (points).
const LOWER: f32 = 2.0;
/// The narrowest chart (points): below that they stand in two rows.
const CHART: f32 = 168.0;

/// The rows of the table.
const ROWS: [Indicator; 6] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::IndustrialLand,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::HomesForgone,
];

/// The name of a row, short.
fn heading(of: Indicator) -> &'static str {
    match of {
        Indicator::ManufacturingJobs => t!("overview-jobs-short"),
        Indicator::IndustrialFloorspace => t!("overview-floorspace"),
        Indicator::IndustrialLand => t!("cities-land"),
        other => words::indicator(other),
    }
}

/// Draws all cities.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = &scene.workspace.view;
    let ids: Vec<&String> = scene.workspace.document().scenario().cities.keys().collect();
    ui.label(text::title(t!("cities-title", year = view.year)));
    let facts = Facts::of(scene.workspace, scene.background);
    let said = together::words::sentences(&facts, view.together).join(" ");
    let becomes = together::words::whole(&facts, view.together).join(" ");
    steady::label(ui, &text::unbroken(&said), &text::unbroken(&becomes));
    own::line(ui, own::anywhere(scene).as_ref());
    ui.add_space(space::XS);
    choice(ui, view.together, actions);
    ui.add_space(space::XS);
    let charts = together::charts::all(scene.workspace, scene.background);
    let columns = chart_card::columns(ui.available_width(), CHART, ids.len());
    let height = (ui.clip_rect().height() * 0.42).clamp(150.0, 560.0);
    chart_card::grid(ui, columns, ids.len(), |ui, i, width| {
        let Some((_, chart)) = charts.iter().find(|(id, _)| id == ids[i]) else {
            return unavailable(ui, scene, ids[i]);
        };
        let spot = Spot { scene, city: ids[i], year: view.year, named: width > NAMED };
        chart_card::show(ui, chart, spot, vec2(width, height), actions);
    });
    card(ui, |ui| table(ui, scene, &ids, actions));
    ui.add_space(space::XS);
    ui.label(text::note(ui, t!("cities-compare")));
}

/// What the cities are compared by, and on which scale.
fn choice(ui: &mut Ui, shown: Indicator, actions: &mut Vec<Action>) {
    let scale = if shown == Indicator::Vacancy { t!("together-scale-share") } else { t!("together-scale") };
    ui.horizontal_wrapped(|ui| {
        let name = words::indicator(shown);
        let combo = ComboBox::from_id_salt("together").selected_text(name).width(190.0);
        let response = combo.show_ui(ui, |ui| {
            for other in together::CHOICES {
                if ui.selectable_label(other == shown, words::indicator(other)).clicked() {
                    actions.push(Action::Together(other));
                }
            }
        });
        response.response.accessible_name(t!("together-choice", what = name));
        // Beside it in one line, or all of it below.
        if text::width(ui, scale, text::strong_font(text::TITLE)) > ui.available_size_before_wrap().x {
            ui.end_row();
        }
        ui.label(text::title(scale));
    });
}

/// How wide the columns of the table are (points).
struct Columns {
    names: f32,
    city: f32,
    count: usize,
}

impl Columns {
    /// Those of a table of so many cities, as wide as there is room.
    fn of(ui: &Ui, count: usize) -> Self {
        let room = ui.available_width();
        let (least, share) = NAMES;
        let longest = ROWS.iter().map(|of| text::width(ui, heading(*of), text::small_font())).fold(0.0, f32::max);
        let names = (longest + 1.0).min((room * share).max(least));
        let city = ((room - names) / as_f32(count.max(1)) - GAP).floor().max(NARROWEST);
        Self { names, city, count }
    }

    /// Draws a row below a line: the name of the row, then the cities.
    fn row(&self, ui: &mut Ui, mut cell: impl FnMut(&mut Ui, Option<usize>)) {
        let top = ui.cursor().min;
        let (mut x, mut bottom) = (top.x, top.y);
        for place in std::iter::once(None).chain((0..self.count).map(Some)) {
            let width = if place.is_some() { self.city } else { self.names };
            let room = Rect::from_min_size(pos2(x, top.y + AROUND), vec2(width, f32::INFINITY));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room));
            child.spacing_mut().item_spacing.y = 0.0;
            cell(&mut child, place);
            bottom = bottom.max(child.min_rect().bottom());
            x += width + GAP;
        }
        let used = Rect::from_min_max(top, pos2(x - GAP, bottom + AROUND));
        ui.painter().hline(used.x_range(), used.bottom(), Stroke::new(1.0, tokens(ui).line));
        ui.advance_cursor_after_rect(used);
        ui.add_space(-ui.spacing().item_spacing.y);
    }
}

/// The indicators, a row each; the cities, a column each.
fn table(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], actions: &mut Vec<Action>) {
    ui.set_width(ui.available_width());
    let columns = Columns::of(ui, ids.len());
    let area = eframe::egui::ScrollArea::horizontal().id_salt("cities table").show(ui, |ui| {
        columns.row(ui, |ui, place| {
            let Some(id) = place.and_then(|place| ids.get(place)) else { return };
            let name = scene.workspace.library().packs.get(*id).map_or(id.as_str(), words::city);
            if text_button(ui, name).on_hover_text(t!("cities-look")).clicked() {
                actions.push(Action::Look(Place::City((*id).clone())));
            }
        });
        for of in ROWS {
            columns.row(ui, |ui, place| {
                if let Some(id) = place.and_then(|place| ids.get(place)) {
                    cell(ui, scene, id, of, actions);
                } else {
                    // On the line of the figures, which are larger.
                    ui.add_space(LOWER);
                    ui.add(Label::new(text::note(ui, heading(of))).wrap());
                }
            });
        }
    });
    scroll::name(ui, &area, t!("cities-table"));
    ui.add_space(space::S);
    ui.label(text::note(ui, t!("cities-level-effect")));
}

/// An indicator of a city: the figure and its change, and the range of both.
fn cell(ui: &mut Ui, scene: &Scene<'_>, id: &str, of: Indicator, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let document = scene.workspace.document();
    let year = scene.workspace.view.year;
    let found = scene.workspace.library().packs.get(id).zip(document.results().city(id));
    let Some((pack, (value, reference))) = found.and_then(|(pack, result)| Some((pack, result.at(of, year)?))) else {
        ui.label(units::NONE);
        return;
    };
    let display = Display::of(of, value, &pack.currency);
    let likely = Likely::new(scene.background.ranges().city(document.id, id), of, year, &display);
    let delta = value - reference.unwrap_or(value);
    let change = display.change(delta).number;
    let is_open = likely.as_ref().is_some_and(|likely| likely.is_open);
    let (level, either) = (display.level(value).line(), t!("cities-either", change = &change));
    let (colour, words) = match (is_better(of, delta, &display), is_open) {
        (_, true) => (t.muted, either.clone()),
        (Some(true), _) => (t.good, t!("overview-better", change = change)),
        (Some(false), _) => (t.bad, t!("overview-worse", change = change)),
        (None, _) => (t.muted, change),
    };
    let words = text::unbroken(&words);
    // The same before and after the ranges come, which may make it uncertain.
    let most = [&words, &either].into_iter().map(|words| text::width(ui, words, text::small_font()));
    let taken = text::width(ui, &level, text::strong_font(text::BODY)) + space::S;
    let in_one_line = taken + most.fold(0.0, f32::max) <= ui.available_width();
    let beside = if in_one_line { Layout::left_to_right(Align::Center) } else { Layout::top_down(Align::Min) };
    let room = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(room, beside, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let button = figure_button(
            ui,
            &level,
            &format!(
                "{}, {}, {}",
                words::indicator(of),
                words::city(pack),
                t!("charts-year", year = year, words = level.as_str())
            ),
        );
        if let Some(entry) = glossary::of_indicator(of) {
            meaning::offer(ui, &button, entry.term());
        }
        if button.clicked() || explain::is_asked(ui, &button) {
            actions.push(Action::Explain(Address::column(id, of.into())));
        }
        ui.add(Label::new(text::note(ui, words).color(colour)).wrap());
    });
    let Some(likely) = likely else {
        ui.label(text::note(ui, t!("overview-range-follows")));
        // In the room of both ranges.
        if !of.is_difference() && delta != 0.0 {
            ui.label(text::note(ui, ""));
        }
        return;
    };
    let level = likely.level.map(|range| [t!("cities-level", range = &range), t!("cities-level-short", range = range)]);
    let effect =
        likely.effect.map(|range| [t!("cities-effect", range = &range), t!("cities-effect-short", range = range)]);
    for [long, short] in level.into_iter().chain(effect) {
        let fits = text::width(ui, &long, text::small_font()) <= ui.available_width();
        let words = text::note(ui, text::unbroken(if fits { &long } else { &short }));
        ui.add(Label::new(words).wrap());
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of cities")]
fn as_f32(n: usize) -> f32 {
    n as f32
}
