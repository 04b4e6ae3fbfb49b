//! What can I do: levers by group, and the outlook below them.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};
use strum::IntoEnumIterator as _;

use super::{Scene, lever_info, outlook, refusal};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::gui::widgets::buttons::{mark_button, text_button};
use crate::gui::widgets::lever_row::{LeverRow, RowEvent};
use crate::gui::widgets::{disclosure, scroll};
use crate::model::city::CityPack;
use crate::model::levers::{LeverGroup, LeverId};
use crate::scenario::document::CityPlan;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::session::figures::{departs, lever_text};
use crate::session::view::Place;

/// The least room beside a heading for the name of the city and the count of changes (points).
const ROOM_FOR_CITY: f32 = 190.0;

/// Draws the panel.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let place = &scene.workspace.view.place;
    let area = ScrollArea::vertical().id_salt(("levers", place_key(place))).auto_shrink([false, false]);
    let area = area.show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            match place {
                Place::All => changed_levers(ui, scene, actions),
                Place::City(id) => {
                    let scenario = scene.workspace.document().scenario();
                    if let (Some(pack), Some(plan)) = (scene.workspace.city(), scenario.cities.get(id)) {
                        city(ui, scene, pack, plan, actions);
                    }
                }
            }
            ui.add_space(space::S);
            outlook::drivers(ui, scene, actions);
        });
    });
    scroll::name(ui, &area, "Levers");
}

fn place_key(place: &Place) -> &str {
    match place {
        Place::All => "",
        Place::City(id) => id,
    }
}

fn city(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, plan: &CityPlan, actions: &mut Vec<Action>) {
    for group in LeverGroup::iter() {
        let levers: Vec<LeverId> = LeverId::all().filter(|id| id.spec().group == group).collect();
        let changed = levers.iter().filter(|id| departs(pack, plan, **id)).count();
        ui.horizontal(|ui| {
            ui.set_height(20.0);
            ui.label(text::section(ui, &group.to_string()));
            if group == LeverGroup::Zoning && ui.available_width() > ROOM_FOR_CITY {
                ui.label(text::note(ui, format!("levers of {}", pack.name)));
            }
            if changed > 0 {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = format!("Reset {group}, {}", pack.name);
                    let hint = format!("{group} back to adopted policy");
                    if mark_button(ui, "↺", &name, &hint).clicked() {
                        let edit = ScenarioEdit::ResetGroup { city: pack.id.clone(), group };
                        actions.push(Action::Edit(edit, None));
                    }
                    ui.label(text::note(ui, format!("{changed} changed")));
                });
            }
        });
        for lever in levers {
            row(ui, scene, pack, plan, lever, actions);
        }
        ui.add_space(space::XS);
    }
}

fn row(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, plan: &CityPlan, lever: LeverId, actions: &mut Vec<Action>) {
    let spec = lever.spec();
    let (Some(local), Some(reference), Some(range)) =
        (pack.levers.get(&lever), pack.reference(plan.start, lever), pack.levels(plan.start, lever))
    else {
        return;
    };
    let setting = plan.levers.get(&lever);
    let value = setting.map_or(reference.value, |s| s.level);
    let words = lever_text(spec, value, &pack.currency);
    let name = format!("{}, {}", spec.name, pack.name);
    let mut hint = format!("{}\nAdopted policy: {}", spec.meaning, lever_text(spec, reference.value, &pack.currency));
    if let Some(setting) = setting {
        hint = format!("{hint}\nFrom {} over {} yr", setting.start, crate::units::number(setting.ramp, 0));
    }
    let end = |level: f64| lever_text(spec, level, &pack.currency);
    let span = format!("{} to {}", end(*range.start()), end(*range.end()));
    let id = ui.make_persistent_id(("lever open", spec.name));
    let open = disclosure::is_open(ui, id);
    let grade = spec.grade.to_string();
    let event = LeverRow {
        label: spec.name,
        name: &name,
        hint: &hint,
        grade: Some(&grade),
        value,
        text: &words,
        reference: reference.value,
        span: &span,
        range,
        evidence: Some(local.evidence.low..=local.evidence.high),
        step: spec.step,
        changed: departs(pack, plan, lever),
        open,
    }
    .show(ui);
    let city = pack.id.clone();
    match event {
        Some(RowEvent::Set(to, gesture)) => {
            let edit = ScenarioEdit::SetLevel { city, lever, level: to };
            actions.push(Action::Edit(edit, Some(Gesture(gesture))));
        }
        Some(RowEvent::Refused(written)) => actions.push(Action::Refuse(refusal(&name, &written, &span))),
        Some(RowEvent::Reset) => actions.push(Action::Edit(ScenarioEdit::ResetLever { city, lever }, None)),
        Some(RowEvent::Toggle) => disclosure::toggle(ui, id),
        Some(RowEvent::Explain) => actions.push(Action::Explain(Address::lever(&city, lever))),
        None => {}
    }
    if let Some(why) = &local.unavailable {
        ui.label(text::note(ui, format!("No effect here: {why}")));
    }
    if open {
        lever_info::show(ui, scene, pack, plan, lever, actions);
    }
    ui.add_space(1.0);
}

/// All cities: which levers are not at adopted policy.
fn changed_levers(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.label(text::section(ui, "Changed levers"));
    ui.label(text::note(ui, "Choose a city to move its levers."));
    ui.add_space(space::S);
    let library = scene.workspace.library();
    for (id, plan) in &scene.workspace.document().scenario().cities {
        let Some(pack) = library.packs.get(id) else { continue };
        if text_button(ui, &pack.name).on_hover_text("Its levers").clicked() {
            actions.push(Action::Look(Place::City(id.clone())));
        }
        let changed = plan.levers.iter().filter(|(lever, _)| departs(pack, plan, **lever));
        if changed.clone().next().is_none() {
            ui.label(text::note(ui, "Adopted policy everywhere"));
        }
        for (lever, setting) in changed {
            let spec = lever.spec();
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = format!("Reset {}, {}", spec.name, pack.name);
                    if mark_button(ui, "↺", &name, "Back to adopted policy").clicked() {
                        let edit = ScenarioEdit::ResetLever { city: id.clone(), lever: *lever };
                        actions.push(Action::Edit(edit, None));
                    }
                    let now = lever_text(spec, setting.level, &pack.currency);
                    ui.label(text::strong(now));
                    if let Some(reference) = pack.reference(plan.start, *lever) {
                        let before = lever_text(spec, reference.value, &pack.currency);
                        ui.label(text::note(ui, format!("{before} →")));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let label = eframe::egui::Label::new(spec.name).truncate();
                        ui.add(label).on_hover_text(format!("{}, from {}", spec.name, setting.start));
                    });
                });
            });
        }
        ui.add_space(space::S);
    }
}
