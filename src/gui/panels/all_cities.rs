//! All cities beside each other: what they have in common, the headline numbers, and
//! an indicator on one scale.

use eframe::egui::{ComboBox, Grid, Label, TextWrapMode, Ui, vec2};

use super::chart_card;
use super::city::unavailable;
use super::spot::Spot;
use super::{Scene, card, own};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{figure_button, text_button};
use crate::gui::widgets::{explain, scroll};
use crate::model::indicators::Indicator;
use crate::session::figures::{Display, is_better};
use crate::session::likely::Likely;
use crate::session::together::{self, Facts};
use crate::session::view::Place;
use crate::t;
use crate::units;
use crate::words;

/// From this width on a chart has room for the names of its lines (points).
const NAMED: f32 = 420.0;

/// Width of the names of the rows (points).
const NAMES: f32 = 84.0;
/// Between the columns (points).
const GAP: f32 = 16.0;

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
    ui.add(Label::new(text::unbroken(&said)).wrap());
    own::line(ui, own::anywhere(scene).as_ref());
    ui.add_space(space::XS);
    choice(ui, view.together, actions);
    ui.add_space(space::XS);
    let charts = together::charts::all(scene.workspace, scene.background);
    let columns = chart_card::columns(ui.available_width(), 215.0, ids.len());
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
        let scale = if shown == Indicator::Vacancy { t!("together-scale-share") } else { t!("together-scale") };
        ui.label(text::title(scale));
    });
}

/// The indicators, a row each; the cities, a column each.
fn table(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], actions: &mut Vec<Action>) {
    ui.set_width(ui.available_width());
    let area = eframe::egui::ScrollArea::horizontal().id_salt("cities table").show(ui, |ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        let width = ((ui.available_width() - NAMES) / as_f32(ids.len().max(1)) - GAP).max(120.0);
        let grid = Grid::new("cities").num_columns(ids.len() + 1).spacing([GAP, 6.0]).min_col_width(NAMES);
        grid.show(ui, |ui| {
            ui.label("");
            for id in ids {
                let name = scene.workspace.library().packs.get(*id).map_or(id.as_str(), words::city);
                ui.set_min_width(width);
                if text_button(ui, name).on_hover_text(t!("cities-look")).clicked() {
                    actions.push(Action::Look(Place::City((*id).clone())));
                }
            }
            ui.end_row();
            for of in ROWS {
                ui.label(text::note(ui, heading(of)));
                for id in ids {
                    ui.vertical(|ui| {
                        ui.set_min_width(width);
                        ui.set_max_width(width);
                        ui.spacing_mut().item_spacing.y = 0.0;
                        cell(ui, scene, id, of, actions);
                    });
                }
                ui.end_row();
            }
        });
    });
    scroll::name(ui, &area, t!("cities-table"));
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
    let (colour, words) = match (is_better(of, delta, &display), is_open) {
        (_, true) => (t.muted, t!("cities-either", change = change)),
        (Some(true), _) => (t.good, t!("overview-better", change = change)),
        (Some(false), _) => (t.bad, t!("overview-worse", change = change)),
        (None, _) => (t.muted, change),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let level = display.level(value).line();
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
        if button.clicked() || explain::is_asked(ui, &button) {
            actions.push(Action::Explain(Address::column(id, of.into())));
        }
        ui.label(text::note(ui, words).color(colour));
    });
    let Some(likely) = likely else {
        ui.label(text::note(ui, t!("overview-range-follows")));
        return;
    };
    let level = likely.level.map(|range| t!("cities-level", range = range));
    let effect = likely.effect.map(|range| t!("cities-effect", range = range));
    for words in level.into_iter().chain(effect) {
        ui.label(text::note(ui, words));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of cities")]
fn as_f32(n: usize) -> f32 {
    n as f32
}
