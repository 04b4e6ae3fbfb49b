//! Setting a target on a chart.

use eframe::egui::{Popup, PopupCloseBehavior, Ui};

use super::number;
use super::spot::Spot;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::mark_button_coloured;
use crate::gui::widgets::number_field::NumberField;
use crate::scenario::document::Target;
use crate::scenario::edit::ScenarioEdit;
use crate::session::charts::chart::{Chart, Ink};

/// The button in a chart's header, with what opens below it.
pub fn button(ui: &mut Ui, chart: &Chart, spot: Spot<'_>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let colour = if chart.targets.is_empty() { t.muted } else { t.target };
    let name = format!("Target for {}", chart.name);
    let button = mark_button_coloured(ui, "◆", &name, "Set a target", colour);
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(250.0).show(|ui| {
        ui.label(text::title("Targets"));
        for mark in &chart.targets {
            ui.horizontal(|ui| {
                ui.label(format!("{} by {}", chart.text(mark.value), mark.year));
                let name = format!("Remove the target for {} in {}", chart.name, mark.year);
                if mark_button_coloured(ui, "×", &name, "Remove", t.muted).clicked() {
                    let (city, indicator) = (spot.city.to_owned(), chart.measure.clone());
                    let edit = ScenarioEdit::RemoveTarget { city, indicator, year: mark.year };
                    actions.push(Action::Edit(edit, None));
                }
            });
        }
        let Some(now) = chart.at(Ink::Scenario, spot.year) else {
            ui.label(text::muted(ui, "Choose a year within the projection to set one."));
            return;
        };
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            ui.label(format!("By {}", spot.year));
            let name = format!("Target for {} in {}", chart.name, spot.year);
            let current = chart.targets.iter().find(|m| m.year == spot.year).map_or(now, |m| m.value);
            let shown = chart.text(current);
            let (field, typed) = NumberField::new(&name, &shown, 140.0).show(ui);
            field.on_hover_text("Type the value to reach, in the unit of the chart");
            let expected = format!("a number, as in {shown}");
            if let Some(value) = number(typed, &name, &expected, actions) {
                let target =
                    Target { indicator: chart.measure.clone(), year: spot.year, value: value * chart.display.divisor };
                let edit = ScenarioEdit::SetTarget { city: spot.city.to_owned(), target };
                actions.push(Action::Edit(edit, None));
            }
        });
        ui.label(text::note(ui, "Type a value and press Enter. The year is the one chosen in the charts."));
    });
}
