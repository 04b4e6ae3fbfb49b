//! Setting a target on a chart.

use eframe::egui::{Popup, PopupCloseBehavior, Ui};

use super::number;
use super::spot::Spot;
use crate::gui::app::action::Action;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::mark_button_coloured;
use crate::gui::widgets::number_field::NumberField;
use crate::scenario::document::Target;
use crate::scenario::edit::ScenarioEdit;
use crate::session::charts::chart::{Chart, Ink};
use crate::t;

/// The button in a chart's header, with what opens below it.
pub fn button(ui: &mut Ui, chart: &Chart, spot: Spot<'_>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let colour = if chart.targets.is_empty() { t.muted } else { t.target };
    let name = t!("charts-target-for", name = &chart.name);
    let button = mark_button_coloured(ui, icons::TARGET, &name, t!("charts-set-target"), colour);
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(250.0).show(|ui| {
        ui.label(text::title(t!("charts-targets")));
        for mark in &chart.targets {
            ui.horizontal(|ui| {
                ui.label(t!("charts-by", figure = chart.text(mark.value), year = mark.year));
                let name = t!("charts-remove-target", name = &chart.name, year = mark.year);
                if mark_button_coloured(ui, icons::CLOSE, &name, t!("charts-remove"), t.muted).clicked() {
                    let (city, indicator) = (spot.city.to_owned(), chart.measure.clone());
                    let edit = ScenarioEdit::RemoveTarget { city, indicator, year: mark.year };
                    actions.push(Action::Edit(edit, None));
                }
            });
        }
        let Some(now) = chart.at(Ink::Scenario, spot.year) else {
            ui.label(text::muted(ui, t!("charts-choose-year")));
            return;
        };
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            ui.label(t!("charts-by-year", year = spot.year));
            let name = t!("charts-target-field", name = &chart.name, year = spot.year);
            let current = chart.targets.iter().find(|m| m.year == spot.year).map_or(now, |m| m.value);
            let shown = chart.text(current);
            let (field, typed) = NumberField::new(&name, &shown, 140.0).show(ui);
            field.on_hover_text(t!("charts-type-target"));
            let expected = t!("charts-number-as", shown = &shown);
            if let Some(value) = number(typed, &name, &expected, actions) {
                let target =
                    Target { indicator: chart.measure.clone(), year: spot.year, value: value * chart.display.divisor };
                let edit = ScenarioEdit::SetTarget { city: spot.city.to_owned(), target };
                actions.push(Action::Edit(edit, None));
            }
        });
        ui.label(text::note(ui, t!("charts-target-help")));
    });
}
