//! The scenario's own words, and what its cities' data is worth.

use std::time::Duration;

use eframe::egui::{ComboBox, Grid, TextEdit, Ui};

use super::lever_info::field;
use super::{Scene, card, number};
use crate::evidence::worth::start_figures;
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::number_field::{NumberField, text_field};
use crate::model::city::CityPack;
use crate::scenario::document::CityPlan;
use crate::scenario::edit::ScenarioEdit;
use crate::session::view::Place;
use crate::t;
use crate::units;
use crate::words;

/// A pause in writing after which notes are taken (seconds).
const PAUSE_S: f64 = 2.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    card(ui, |ui| scenario(ui, scene, actions));
    ui.add_space(space::S);
    let document = scene.workspace.document().scenario();
    for (id, plan) in &document.cities {
        let shown = match &scene.workspace.view.place {
            Place::All => true,
            Place::City(chosen) => chosen == id,
        };
        if let Some(pack) = scene.workspace.library().packs.get(id).filter(|_| shown) {
            card(ui, |ui| city(ui, scene, pack, plan, actions));
            ui.add_space(space::S);
        }
    }
}

const fn edit(edit: ScenarioEdit) -> Action {
    Action::Edit(edit, None)
}

fn scenario(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let document = scene.workspace.document().scenario();
    ui.set_width(ui.available_width());
    ui.label(text::title(t!("notes-scenario")));
    let names = [t!("edits-title"), t!("edits-author"), t!("edits-horizon")];
    let names = names.map(|name| text::width(ui, name, text::body_font())).into_iter().fold(0.0, f32::max);
    // A field is a little wider than what is written in it.
    let width = (ui.available_width() - names - 12.0 - 10.0).min(560.0);
    Grid::new("scenario").num_columns(2).spacing([12.0, 4.0]).show(ui, |ui| {
        ui.label(t!("edits-title"));
        if let (_, Some(title)) = text_field(ui, t!("notes-title-field"), &document.title, width) {
            actions.push(edit(ScenarioEdit::SetTitle(title)));
        }
        ui.end_row();
        ui.label(t!("edits-author"));
        if let (_, Some(author)) = text_field(ui, t!("notes-author-field"), &document.author, width) {
            actions.push(edit(ScenarioEdit::SetAuthor(author)));
        }
        ui.end_row();
        ui.label(t!("edits-horizon"));
        let horizon = document.horizon.to_string();
        let field = t!("notes-horizon-field");
        let typed = NumberField::new(field, &horizon, 48.0).show(ui).1;
        if let Some(year) = number(typed, field, t!("tabs-year-expected"), actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the edit checks the year")]
            actions.push(edit(ScenarioEdit::SetHorizon(year.round() as i32)));
        }
        ui.end_row();
    });
    notes(ui, scene, actions);
}

/// What is being written, and since when nothing was added to it (seconds); infinite
/// once it was handed in.
#[derive(Clone)]
struct Draft {
    text: String,
    since: f64,
}

/// The notes. They may be long: they are taken whenever whoever writes pauses, not only
/// when the field is left, so that they are kept with the rest if the power goes.
fn notes(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let document = scene.workspace.document();
    let label = ui.label(t!("edits-notes"));
    let id = ui.make_persistent_id(("scenario notes", document.id));
    let draft = ui.data(|d| d.get_temp::<Draft>(id));
    let (mut text, since) = draft.map_or_else(|| (document.scenario().notes.clone(), 0.0), |d| (d.text, d.since));
    let field = TextEdit::multiline(&mut text).id(id).desired_width(ui.available_width() - 10.0).desired_rows(4);
    let response = ui.add(field).labelled_by(label.id);
    let now = ui.input(|i| i.time);
    let since = if response.changed() { now } else { since };
    if text == document.scenario().notes {
        ui.data_mut(|d| d.remove::<Draft>(id));
        return;
    }
    // A screen reader writes without going there.
    let is_left = response.lost_focus() || response.changed() && !response.has_focus();
    let wait = PAUSE_S - (now - since);
    // What is refused stays in the field, and is not handed in again before it is changed.
    let since = if is_left || wait <= 0.0 { f64::INFINITY } else { since };
    ui.data_mut(|d| d.insert_temp(id, Draft { text: text.clone(), since }));
    if is_left || wait <= 0.0 {
        actions.push(edit(ScenarioEdit::SetNotes(text)));
    } else if since.is_finite() {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
    }
}

fn city(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, plan: &CityPlan, actions: &mut Vec<Action>) {
    ui.set_width(ui.available_width());
    ui.label(text::title(format!("{}, {}", words::city(pack), words::country(pack))));
    ui.horizontal(|ui| {
        ui.label(t!("notes-starts-in"));
        let combo = ComboBox::from_id_salt(("start", &pack.id)).selected_text(plan.start.to_string());
        let response = combo.show_ui(ui, |ui| {
            for start in pack.starts.keys() {
                if ui.selectable_label(*start == plan.start, start.to_string()).clicked() {
                    let edit = ScenarioEdit::SetCityStart { city: pack.id.clone(), start: *start };
                    actions.push(Action::Edit(edit, None));
                }
            }
        });
        response.response.accessible_name(t!("notes-first-year", city = words::city(pack), year = plan.start));
    });
    ui.add_space(space::XS);
    ui.label(text::strong(t!("notes-before")));
    for caveat in &pack.caveats {
        ui.label(format!("•  {caveat}"));
    }
    ui.add_space(space::XS);
    ui.label(text::strong(t!("notes-cover")));
    for footprint in &pack.geography {
        ui.label(format!("•  {}", t!("charts-line", name = words::field(&footprint.of), figure = &footprint.covers)));
    }
    if let Some(start) = pack.starts.get(&plan.start) {
        ui.add_space(space::XS);
        ui.label(text::strong(t!("notes-stocks", year = plan.start)));
        for (name, quantity) in start_figures(start) {
            let size = quantity.value.abs();
            let decimals = if size >= 100.0 {
                0
            } else if size >= 10.0 {
                1
            } else {
                3
            };
            let figure = format!(
                "{}{}{}, {}, {}",
                units::number(quantity.value, decimals),
                units::SPACE,
                words::unit(&quantity.unit),
                words::label(quantity.label),
                quantity.source
            );
            let words = t!("charts-line", name = words::field(name), figure = figure);
            let note = quantity.note.as_deref().unwrap_or_default();
            let source = scene.workspace.library().source(Some(pack), &quantity.source);
            let hint = format!("{note}\n{}", source.map_or("", |s| s.citation.as_str()));
            if text_button(ui, &words).on_hover_text(hint.trim()).clicked() {
                let topic = Topic::Entry(format!("{}.starts.{}.{name}", pack.id, plan.start));
                actions.push(Action::Explain(Address::new(&pack.id, topic)));
            }
        }
    }
    for series in pack.series.values().chain(pack.forecasts.values()) {
        if let Some(conflict) = &series.conflict {
            field(ui, &series.title, conflict);
        }
    }
}
