//! The assumptions of this scenario: every parameter that it overrides.

use eframe::egui::Ui;

use super::Scene;
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::number;
use crate::gui::app::action::Action;
use crate::gui::panels::inspector::parts::with_unit;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{mark_button, text_button};
use crate::scenario::assumptions::{self, Own, Place};
use crate::scenario::edit::ScenarioEdit;

/// Draws the list.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let scenario = scene.workspace.document().scenario();
    ui.label(text::title("Assumptions of this scenario"));
    let own: Vec<Own<'_>> = assumptions::all(scenario).collect();
    if own.is_empty() {
        ui.label(text::muted(
            ui,
            "Every constant has the value of the evidence. Choose one in the list to assume another value, with a reason.",
        ));
    }
    for own in own {
        row(ui, scene, own, actions);
        ui.add_space(space::XS);
    }
    ui.add_space(space::M);
}

fn row(ui: &mut Ui, scene: &Scene<'_>, own: Own<'_>, actions: &mut Vec<Action>) {
    let library = scene.workspace.library();
    let cities = &scene.workspace.document().scenario().cities;
    let place = own.city.and_then(|id| library.packs.get(id)).map_or("all cities", |pack| pack.name.as_str());
    let seen_from = own.city.map(str::to_owned).or_else(|| cities.keys().next().cloned()).unwrap_or_default();
    let pack = library.packs.get(&seen_from);
    let unit = pack.map_or_else(String::new, |pack| own.parameter.unit().replace("currency", &pack.currency.code));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = own.parameter.id();
        if text_button(ui, name).on_hover_text(own.parameter.meaning().trim()).clicked() {
            actions.push(Action::Explain(Address::new(&seen_from, Topic::Parameter(own.parameter))));
        }
        ui.label(text::strong(with_unit(own.assumption.value, &unit)).color(super::own_colour(ui)));
        ui.label(format!("for {place}"));
        let reset = format!("Back to the evidence: {name}, {place}");
        if mark_button(ui, "↺", &reset, "Back to the evidence").clicked() {
            let (city, parameter) = (own.city.map(str::to_owned), own.parameter);
            actions.push(Action::Edit(ScenarioEdit::ResetAssumption { city, parameter }, None));
        }
    });
    ui.label(own.parameter.meaning().trim());
    if let Some((pack, prior)) = pack.and_then(|pack| Some((pack, library.prior(pack, own.parameter)?))) {
        let rate = assumptions::rate(library, &pack.id, own.parameter);
        let evidence = library.expected(pack, own.parameter).map_or_else(String::new, |value| with_unit(value, &unit));
        let range = match (prior.p10, prior.p90) {
            (Some(low), Some(high)) => format!(", range {} to {}", number(low / rate), number(high / rate)),
            _ => String::new(),
        };
        let whose = if own.city.is_none() { format!(" in {}", pack.name) } else { String::new() };
        ui.label(text::note(ui, format!("Evidence{whose}: {evidence}{range}")));
        let outside = match Place::of(own.assumption.value, prior, rate) {
            Place::Within => None,
            Place::Below => Some("It lies below that range."),
            Place::Above => Some("It lies above that range."),
        };
        if let Some(words) = outside {
            ui.label(text::note(ui, words).color(tokens(ui).bad));
        }
    }
    let reason = if own.assumption.reason.is_empty() { "no reason given" } else { own.assumption.reason.as_str() };
    ui.label(format!("Because: {reason}"));
}
