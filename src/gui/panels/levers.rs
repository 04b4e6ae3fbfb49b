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
use crate::t;
use crate::words;

/// What stands around the words of a heading: distances and the mark that resets (points).
const AROUND: f32 = 56.0;

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
    scroll::name(ui, &area, t!("levers-name"));
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
            ui.label(text::section(ui, words::group(group)));
            let of_city = t!("levers-of-city", city = words::city(pack));
            let count = t!("levers-changed", count = changed);
            let width = |words: &str| {
                ui.painter().layout_no_wrap(words.to_owned(), text::small_font(), ui.visuals().text_color()).size().x
            };
            if group == LeverGroup::Zoning && ui.available_width() > width(&of_city) + width(&count) + AROUND {
                ui.label(text::note(ui, of_city));
            }
            if changed > 0 {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = t!("levers-reset-in", what = words::group(group), city = words::city(pack));
                    let hint = t!("levers-group-back", group = words::group(group));
                    if mark_button(ui, "↺", &name, &hint).clicked() {
                        let edit = ScenarioEdit::ResetGroup { city: pack.id.clone(), group };
                        actions.push(Action::Edit(edit, None));
                    }
                    ui.label(text::note(ui, count));
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
    let shown = lever_text(spec, value, &pack.currency);
    let name = format!("{}, {}", words::lever(lever), words::city(pack));
    let adopted = t!("levers-adopted", level = lever_text(spec, reference.value, &pack.currency));
    let mut hint = format!("{}\n{adopted}", words::lever_meaning(lever));
    if let Some(setting) = setting {
        let years = crate::units::number(setting.ramp, 0);
        hint = format!("{hint}\n{}", t!("levers-from-over", start = setting.start, years = years));
    }
    let end = |level: f64| lever_text(spec, level, &pack.currency);
    let span = t!("figures-to", low = end(*range.start()), high = end(*range.end()));
    let id = ui.make_persistent_id(("lever open", spec.name));
    let open = disclosure::is_open(ui, id);
    let event = LeverRow {
        label: words::lever(lever),
        name: &name,
        hint: &hint,
        grade: Some(spec.grade),
        value,
        text: &shown,
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
        ui.label(text::note(ui, t!("levers-no-effect", why = why)));
    }
    if open {
        lever_info::show(ui, scene, pack, plan, lever, actions);
    }
    ui.add_space(1.0);
}

/// All cities: which levers are not at adopted policy.
fn changed_levers(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.label(text::section(ui, t!("levers-all-changed")));
    ui.label(text::note(ui, t!("levers-choose-city")));
    ui.add_space(space::S);
    let library = scene.workspace.library();
    for (id, plan) in &scene.workspace.document().scenario().cities {
        let Some(pack) = library.packs.get(id) else { continue };
        if text_button(ui, words::city(pack)).on_hover_text(t!("levers-its-levers")).clicked() {
            actions.push(Action::Look(Place::City(id.clone())));
        }
        let changed = plan.levers.iter().filter(|(lever, _)| departs(pack, plan, **lever));
        if changed.clone().next().is_none() {
            ui.label(text::note(ui, t!("levers-adopted-everywhere")));
        }
        for (lever, setting) in changed {
            let spec = lever.spec();
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = t!("levers-reset-in", what = words::lever(*lever), city = words::city(pack));
                    if mark_button(ui, "↺", &name, t!("levers-back")).clicked() {
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
                        let name = words::lever(*lever);
                        let label = eframe::egui::Label::new(name).truncate();
                        ui.add(label).on_hover_text(t!("levers-name-from", name = name, start = setting.start));
                    });
                });
            });
        }
        ui.add_space(space::S);
    }
}
