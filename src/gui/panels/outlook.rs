//! The outlook: what no city decides.

use eframe::egui::{ComboBox, Id, Ui};

use super::{Scene, refusal};
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::theme::{icons, space, text};
use crate::gui::widgets::buttons::{mark_button, named_button};
use crate::gui::widgets::lever_row::{LeverRow, RowEvent};
use crate::gui::widgets::{below, disclosure};
use crate::model::outlook::{DriverId, NamedOutlook};
use crate::scenario::document::Assumption;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::session::figures::differ;
use crate::session::view::Place;
use crate::session::workspace::Workspace;
use crate::t;
use crate::units::{self, SPACE};
use crate::words;

/// The named outlooks.
pub fn chooser(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let library = scene.workspace.library();
    let choice = &scene.workspace.document().scenario().outlook;
    let current = library.outlooks.get(&choice.base);
    let name = current.map_or(choice.base.as_str(), |o| words::outlook(&choice.base, o));
    let is_changed = |(driver, change): (&DriverId, &Assumption)| {
        differ(change.value, current.map(|outlook| outlook.values().get(*driver)))
    };
    let changed = choice.changes.iter().filter(|change| is_changed(*change)).count();
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        let combo = ComboBox::from_id_salt("outlook").selected_text(name).width(ui.available_width() - 8.0);
        let response = combo.show_ui(ui, |ui| {
            for (id, outlook) in &library.outlooks {
                if ui
                    .selectable_label(*id == choice.base, words::outlook(id, outlook))
                    .on_hover_text(words::outlook_meaning(id, outlook))
                    .clicked()
                {
                    actions.push(Action::Edit(ScenarioEdit::SetOutlook(id.clone()), None));
                }
            }
        });
        let meaning = current.map_or("", |o| words::outlook_meaning(&choice.base, o));
        response.response.on_hover_text(meaning).accessible_name(t!("outlook-chosen", name = name));
    });
    if changed > 0 {
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            ui.label(text::note(ui, t!("outlook-changed", count = changed)));
        });
    }
}

/// The five drivers, as rows below the levers.
pub fn drivers(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let choice = &scene.workspace.document().scenario().outlook;
    let base = scene.workspace.library().outlooks.get(&choice.base);
    ui.horizontal(|ui| {
        ui.label(text::section(ui, t!("outlook-heading")));
        ui.label(text::note(ui, base.map_or("", |o| words::outlook(&choice.base, o))));
        if !choice.changes.is_empty()
            && mark_button(ui, icons::RESET, t!("outlook-reset"), t!("outlook-follow")).clicked()
        {
            actions.push(Action::Edit(ScenarioEdit::ResetOutlook, None));
        }
    });
    for driver in DriverId::all() {
        below::part(ui, driver.spec().name, |ui| row(ui, scene, driver, base, choice.changes.get(&driver), actions));
        ui.add_space(space::XS);
    }
}

/// Asks where the value of a driver comes from.
fn explained(scene: &Scene<'_>, driver: DriverId) -> Action {
    let city = match &scene.workspace.view.place {
        Place::City(id) => Some(id),
        Place::All => scene.workspace.document().scenario().cities.keys().next(),
    };
    Action::Explain(Address::new(city.map_or("", String::as_str), Topic::Driver(driver)))
}

/// What the slider of a driver is about.
pub(super) fn target(driver: DriverId) -> Id {
    Id::unique(("driver", driver.spec().name))
}

/// Another value for a driver; the reason for it stays.
pub(super) fn set(workspace: &Workspace, driver: DriverId, value: f64, gesture: u64) -> Action {
    let changed = workspace.document().scenario().outlook.changes.get(&driver);
    let reason = changed.map(|a| a.reason.clone()).unwrap_or_default();
    let edit = ScenarioEdit::SetDriver { driver, assumption: Assumption { value, reason } };
    Action::Edit(edit, Some(Gesture(gesture)))
}

fn row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    driver: DriverId,
    base: Option<&NamedOutlook>,
    changed: Option<&Assumption>,
    actions: &mut Vec<Action>,
) {
    let spec = driver.spec();
    let reference = base.map_or(0.0, |o| o.values().get(driver));
    let value = changed.map_or(reference, |a| a.value);
    let decimals = units::decimals_of(value).clamp(1, 3);
    let unit = words::unit(spec.unit);
    let shown = format!("{}{SPACE}{unit}", units::signed(value, decimals));
    let end = |end: f64| units::signed(end, units::decimals_of(end));
    let high = format!("{}{SPACE}{unit}", end(spec.max));
    let span = t!("figures-to", low = end(spec.min), high = high);
    let name = t!("outlook-driver", name = words::driver(driver));
    let id = ui.make_persistent_id(("driver open", spec.name));
    let open = disclosure::is_open(ui, id);
    let lever = LeverRow {
        label: words::driver(driver),
        name: &name,
        hint: words::driver_meaning(driver),
        description: "",
        grade: None,
        value,
        text: &shown,
        reference,
        span: &span,
        range: spec.min..=spec.max,
        evidence: None,
        step: spec.step,
        changed: changed.is_some_and(|a| differ(a.value, Some(reference))),
        open,
        wanted: false,
        about: target(driver),
    };
    match lever.show(ui) {
        Some(RowEvent::Set(value, gesture)) => actions.push(set(scene.workspace, driver, value, gesture)),
        Some(RowEvent::Refused(written)) => actions.push(Action::Refuse(refusal(&name, &written, &span))),
        Some(RowEvent::Reset) => actions.push(Action::Edit(ScenarioEdit::ResetDriver(driver), None)),
        Some(RowEvent::Toggle) => disclosure::toggle(ui, id),
        Some(RowEvent::Explain) => actions.push(explained(scene, driver)),
        None => {}
    }
    if open {
        super::lever_info::block(ui, |ui| {
            let name = t!("outlook-how-name", name = words::driver(driver));
            if named_button(ui, t!("outlook-how"), &name).clicked() {
                actions.push(explained(scene, driver));
            }
            super::lever_info::field(ui, t!("levers-real-world"), words::driver_meaning(driver));
            super::lever_info::field(ui, t!("levers-in-model"), words::driver_channel(driver));
            if let Some(note) = base.and_then(|o| o.drivers.get(&driver)).and_then(|q| q.note.as_deref()) {
                super::lever_info::field(ui, t!("outlook-here"), note);
            }
        });
    }
}
