//! The assumptions of this scenario: every parameter that it overrides.

use eframe::egui::Ui;

use super::Scene;
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::number;
use crate::gui::app::action::Action;
use crate::gui::panels::inspector::parts::with_unit;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button, text_button};
use crate::model::city::CityPack;
use crate::scenario::assumptions::{self, Own, Place};
use crate::scenario::edit::ScenarioEdit;
use crate::t;
use crate::words;

/// Draws the list.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let scenario = scene.workspace.document().scenario();
    ui.label(text::title(t!("sources-own-title")));
    let own: Vec<Own<'_>> = assumptions::all(scenario).collect();
    if own.is_empty() {
        ui.label(text::muted(ui, t!("sources-own-empty")));
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
    let place = own.city.and_then(|id| library.packs.get(id)).map_or(t!("sources-all-cities"), words::city);
    let seen_from = own.city.map(str::to_owned).or_else(|| cities.keys().next().cloned()).unwrap_or_default();
    let pack = library.packs.get(&seen_from);
    let money = |pack: &CityPack| own.parameter.unit_in(&pack.currency.code);
    let unit = pack.map_or_else(String::new, |pack| words::unit(&money(pack)).into_owned());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = own.parameter.id();
        if text_button(ui, name).on_hover_text(words::parameter(own.parameter)).clicked() {
            actions.push(Action::Explain(Address::new(&seen_from, Topic::Parameter(own.parameter))));
        }
        ui.label(text::strong(with_unit(own.assumption.value, &unit)).color(super::own_colour(ui)));
        ui.label(t!("sources-for", place = place));
        let reset = t!("sources-back-to", name = name, place = place);
        if mark_button(ui, icons::RESET, &reset, t!("sources-back-to-evidence")).clicked() {
            let (city, parameter) = (own.city.map(str::to_owned), own.parameter);
            actions.push(Action::Edit(ScenarioEdit::ResetAssumption { city, parameter }, None));
        }
    });
    ui.label(words::parameter(own.parameter));
    if let Some((pack, prior)) = pack.and_then(|pack| Some((pack, library.prior(pack, own.parameter)?))) {
        let rate = assumptions::rate(library, &pack.id, own.parameter);
        let evidence = library.expected(pack, own.parameter).map_or_else(String::new, |value| with_unit(value, &unit));
        let range = match (prior.p10, prior.p90) {
            (Some(low), Some(high)) => t!("sources-range", low = number(low / rate), high = number(high / rate)),
            _ => String::new(),
        };
        let value = format!("{evidence}{range}");
        let words = match own.city {
            None => t!("sources-evidence-in", city = words::city(pack), value = value),
            Some(_) => t!("sources-evidence", value = value),
        };
        ui.label(text::note(ui, words));
        let outside = match Place::of(own.assumption.value, prior, rate) {
            Place::Within => None,
            Place::Below => Some(t!("sources-below")),
            Place::Above => Some(t!("sources-above")),
        };
        if let Some(words) = outside {
            ui.label(text::note(ui, words).color(tokens(ui).bad));
        }
    }
    let reason =
        if own.assumption.reason.is_empty() { t!("sources-no-reason") } else { own.assumption.reason.as_str() };
    ui.label(t!("sources-because", reason = reason));
}
