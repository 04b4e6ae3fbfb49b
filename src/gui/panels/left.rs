//! Where am I: scenarios, cities, outlook.

use std::path::Path;

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, Frame, Margin, Rect, RichText, ScrollArea, Stroke, Ui, vec2};

use super::rows::Row;
use super::{Scene, outlook, top};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::charts::series;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button_coloured, text_button};
use crate::gui::widgets::scroll;
use crate::gui::widgets::sparkline::sparkline;
use crate::model::indicators::Indicator;
use crate::session::compare::selection::Candidate;
use crate::session::view::Place;
use crate::t;
use crate::words;

/// Draws the panel.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let area = ScrollArea::vertical().id_salt("left").auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(10, 12)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            scenarios(ui, scene, actions);
            ui.add_space(space::M);
            cities(ui, scene, actions);
            ui.add_space(space::M);
            heading(ui, t!("outlook-heading"));
            outlook::chooser(ui, scene, actions);
        });
        scroll::keys(ui);
    });
    scroll::name(ui, &area, t!("left-name"));
}

/// The heading of a section.
pub fn heading(ui: &mut Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(text::section(ui, words));
    });
    ui.add_space(2.0);
}

fn scenarios(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    heading(ui, t!("left-scenarios"));
    let t = tokens(ui);
    let current = scene.workspace.document().id;
    for document in scene.workspace.documents() {
        let unsaved = document.would_lose_work();
        let alike = scene.workspace.documents().iter().filter(|other| other.title() == document.title()).count();
        let label = match document.path().and_then(Path::file_name).filter(|_| alike > 1) {
            Some(file) => format!("{}, {}", file.display(), document.title()),
            None => document.title().to_owned(),
        };
        let name = if unsaved { t!("left-not-saved", name = &label) } else { label.clone() };
        let hint = format!("{}\n{}", document.title(), document.whereabouts());
        // As in the charts that compare scenarios.
        let slot = scene.workspace.comparing.slot(Candidate::Open(document.id));
        let dot = slot.map_or(t.muted, |slot| series::colour(t, slot));
        let row = Row {
            label: &label,
            name: &name,
            hint: &hint,
            selected: document.id == current,
            dot: Some(dot),
            reserve: 34.0,
        };
        let (response, rect) = row.show(ui);
        if response.clicked() {
            actions.push(Action::SelectDocument(document.id));
        }
        if unsaved {
            let at = rect.right_center() - vec2(30.0, 0.0);
            ui.painter().circle_filled(at, 3.0, t.accent);
        }
        let cross = Rect::from_center_size(rect.right_center() - vec2(13.0, 0.0), vec2(18.0, 18.0));
        let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(cross));
        let name = t!("left-close", name = document.title());
        if mark_button_coloured(&mut child, icons::CLOSE, &name, &name, t.muted).clicked() {
            actions.push(Action::CloseDocument(document.id));
        }
    }
    // Without frames they stand in one row, or below each other where words are long.
    Frame::new().inner_margin(Margin { left: 2, ..Margin::ZERO }).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.spacing_mut().button_padding.x = 0.0;
            for (command, words) in [(UiCommand::Open, t!("left-open")), (UiCommand::New, t!("left-new"))] {
                if text_button(ui, words).on_hover_text(command.text()).clicked() {
                    actions.push(command.into());
                }
            }
            let words = RichText::new(t!("top-presets")).color(t.accent_text);
            MenuButton::from_button(Button::new(words).frame(false)).ui(ui, |ui| {
                ui.spacing_mut().button_padding = ui.global_style().spacing.button_padding;
                top::preset_items(ui, scene, actions);
            });
        });
    });
}

fn cities(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    heading(ui, t!("left-cities"));
    let workspace = scene.workspace;
    let all = workspace.view.place == Place::All;
    let (response, _) = row(t!("command-all-cities"), t!("left-all-hint"), all, 0.0).show(ui);
    if response.clicked() {
        actions.push(Action::Look(Place::All));
    }
    let t = tokens(ui);
    let document = workspace.document();
    for id in document.scenario().cities.keys() {
        let pack = workspace.library().packs.get(id);
        let name = pack.map_or(id.as_str(), words::city);
        let place = Place::City(id.clone());
        let hint = pack.map_or_else(String::new, |pack| format!("{}, {}", words::city(pack), words::country(pack)));
        let (response, rect) = row(name, &hint, workspace.view.place == place, 74.0).show(ui);
        if response.clicked() {
            actions.push(Action::Look(place));
        }
        if let Some(result) = document.results().city(id) {
            let jobs = |p: &crate::model::projection::Projection| -> Vec<(f64, f64)> {
                p.years().map(f64::from).zip(p.column(Indicator::ManufacturingJobs).iter().copied()).collect()
            };
            let room = Rect::from_min_max(rect.right_top() + vec2(-72.0, 7.0), rect.right_bottom() + vec2(-8.0, -7.0));
            // History first, then the scenario, on one scale.
            let mut points: Vec<(f64, f64)> = pack
                .and_then(|pack| pack.drift.last().and_then(|segment| pack.series.get(&segment.series)))
                .map(|series| series.main_line().map(|(y, v)| (f64::from(y), v)).filter(|p| p.0 >= 1990.0).collect())
                .unwrap_or_default();
            let first = f64::from(result.outcome.scenario.first_year());
            points.retain(|p| p.0 < first);
            points.extend(jobs(&result.outcome.scenario));
            sparkline(ui.painter(), room, &points, Stroke::new(1.4, t.observed));
        }
    }
}

/// A row named by what is written on it.
const fn row<'a>(label: &'a str, hint: &'a str, selected: bool, reserve: f32) -> Row<'a> {
    Row { label, name: label, hint, selected, dot: None, reserve }
}
