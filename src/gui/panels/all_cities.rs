//! All cities beside each other: jobs as small multiples, and the headline numbers.

use eframe::egui::{Grid, TextWrapMode, Ui, vec2};

use super::chart_card;
use super::city::{subject, unavailable};
use super::spot::Spot;
use super::{Scene, card, own};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{figure_button, text_button};
use crate::gui::widgets::{explain, scroll};
use crate::model::indicators::Indicator;
use crate::session::charts::build;
use crate::session::figures::{Display, is_better};
use crate::session::likely::Likely;
use crate::session::view::Place;
use crate::units;

/// From this width on a chart has room for the names of its lines (points).
const NAMED: f32 = 420.0;

/// Width of the names of the rows (points).
const NAMES: f32 = 84.0;
/// Between the columns (points).
const GAP: f32 = 16.0;

/// The rows of the table.
const ROWS: [(Indicator, &str); 6] = [
    (Indicator::ManufacturingJobs, "Jobs"),
    (Indicator::IndustrialFloorspace, "Floorspace"),
    (Indicator::IndustrialLand, "Land"),
    (Indicator::RealRent, "Real rent"),
    (Indicator::Vacancy, "Vacancy"),
    (Indicator::HomesForgone, "Homes forgone"),
];

/// Draws all cities.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = &scene.workspace.view;
    let ids: Vec<&String> = scene.workspace.document().scenario().cities.keys().collect();
    ui.label(text::title(format!("What the cities have in common, {}", view.year)));
    ui.label(text::note(
        ui,
        "Each city keeps its own definitions and footprint: compare directions and shares, not levels.",
    ));
    own::line(ui, own::anywhere(scene).as_ref());
    ui.add_space(space::XS);
    card(ui, |ui| table(ui, scene, &ids, actions));
    ui.add_space(space::S);
    let columns = chart_card::columns(ui.available_width(), 250.0, ids.len());
    for (of, share) in [(Indicator::ManufacturingJobs, 0.36), (Indicator::IndustrialFloorspace, 0.2)] {
        let height = (ui.clip_rect().height() * share).clamp(110.0, 460.0);
        chart_card::grid(ui, columns, ids.len(), |ui, i, width| {
            let Some(subject) = subject(scene, ids[i]) else { return unavailable(ui, scene, ids[i]) };
            let mut chart = build::indicator(&subject, of);
            let named = width > NAMED;
            if !named {
                chart.title = format!("{}, {}", subject.pack.name, of.name().to_lowercase());
            }
            let spot = Spot { scene, city: ids[i], year: view.year, named };
            chart_card::show(ui, &chart, spot, vec2(width, height), actions);
        });
    }
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
                let name = scene.workspace.library().packs.get(*id).map_or(id.as_str(), |pack| pack.name.as_str());
                ui.set_min_width(width);
                if text_button(ui, name).on_hover_text("Look at this city").clicked() {
                    actions.push(Action::Look(Place::City((*id).clone())));
                }
            }
            ui.end_row();
            for (of, heading) in ROWS {
                ui.label(text::note(ui, heading));
                for id in ids {
                    ui.vertical(|ui| {
                        ui.set_min_width(width);
                        ui.spacing_mut().item_spacing.y = 0.0;
                        cell(ui, scene, id, of, actions);
                    });
                }
                ui.end_row();
            }
        });
    });
    scroll::name(ui, &area, "Table of cities");
    ui.label(text::note(
        ui,
        "The level is what may happen to the city, the effect what the policy changes in the same futures.",
    ));
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
    let (colour, verdict) = match (is_better(of, delta, &display), likely.as_ref().is_some_and(|likely| likely.is_open))
    {
        (_, true) => (t.muted, ", could be either way"),
        (Some(true), _) => (t.good, " better"),
        (Some(false), _) => (t.bad, " worse"),
        (None, _) => (t.muted, ""),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let level = display.level(value).line();
        let button = figure_button(ui, &level, &format!("{}, {}, {year}: {level}", of.name(), pack.name));
        if button.clicked() || explain::is_asked(ui, &button) {
            actions.push(Action::Explain(Address::column(id, of.into())));
        }
        let words = format!("{}{verdict}", display.change(delta).number);
        ui.label(text::note(ui, words).color(colour));
    });
    let Some(likely) = likely else {
        ui.label(text::note(ui, "range follows"));
        return;
    };
    for (name, range) in [("Level", likely.level), ("Effect", likely.effect)] {
        if let Some(range) = range {
            ui.label(text::note(ui, format!("{name} 80{}%: {range}", units::SPACE)));
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of cities")]
fn as_f32(n: usize) -> f32 {
    n as f32
}
