//! All cities beside each other: jobs as small multiples, and the headline numbers.

use eframe::egui::{Grid, TextWrapMode, Ui, vec2};

use super::chart_card;
use super::city::{subject, unavailable};
use super::spot::Spot;
use super::{Scene, card, own};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::charts::build;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{figure_button, text_button};
use crate::gui::widgets::{explain, scroll};
use crate::model::indicators::Indicator;
use crate::session::figures::{Display, is_better};
use crate::session::view::Place;

/// From this width on a chart has room for the names of its lines (points).
const NAMED: f32 = 420.0;

/// The columns of the table.
const COLUMNS: [(Indicator, &str); 6] = [
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

fn table(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let year = scene.workspace.view.year;
    ui.set_width(ui.available_width());
    let area = eframe::egui::ScrollArea::horizontal().id_salt("cities table").show(ui, |ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        Grid::new("cities").num_columns(COLUMNS.len() + 1).spacing([22.0, 5.0]).show(ui, |ui| {
            ui.label("");
            for (_, heading) in COLUMNS {
                ui.label(text::note(ui, heading));
            }
            ui.end_row();
            for id in ids {
                let (Some(pack), Some(result)) =
                    (scene.workspace.library().packs.get(*id), scene.workspace.document().results().city(id))
                else {
                    continue;
                };
                if text_button(ui, &pack.name).on_hover_text("Look at this city").clicked() {
                    actions.push(Action::Look(Place::City((*id).clone())));
                }
                for (of, _) in COLUMNS {
                    let Some((value, reference)) = result.at(of, year) else {
                        ui.label(crate::units::NONE);
                        continue;
                    };
                    let display = Display::of(of, value, &pack.currency);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        let name = format!("{}, {}, {year}: {}", of.name(), pack.name, display.level(value).line());
                        let button = figure_button(ui, &display.level(value).line(), &name);
                        if button.clicked() || explain::is_asked(ui, &button) {
                            actions.push(Action::Explain(Address::column(id, of.into())));
                        }
                        let delta = value - reference.unwrap_or(value);
                        let colour = match is_better(of, delta, &display) {
                            Some(true) => t.good,
                            Some(false) => t.bad,
                            None => t.muted,
                        };
                        let words = match is_better(of, delta, &display) {
                            Some(true) => format!("{} better", display.change(delta).number),
                            Some(false) => format!("{} worse", display.change(delta).number),
                            None => display.change(delta).number,
                        };
                        ui.label(text::note(ui, words).color(colour));
                    });
                }
                ui.end_row();
            }
        });
    });
    scroll::name(ui, &area, "Table of cities");
}
