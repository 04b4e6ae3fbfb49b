//! The yearly public budget of the package: by city in its own money, and in
//! all in euros.

use eframe::egui::{Ui, vec2};

use super::cells::{Cell, heading};
use super::chart_card;
use super::city::{dressed, subject};
use super::spot::Spot;
use super::{Scene, card, own};
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::session::budget::{Budget, COST, CityBudget};
use crate::session::charts::build;
use crate::t;
use crate::units;
use crate::words;

const YEAR_WIDTH: f32 = 52.0;

/// Draws the budget.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let budget = Budget::of(scene.workspace.document().results(), scene.workspace.library());
    ui.label(text::title(t!("budget-title")));
    ui.label(text::note(ui, t!("budget-about")));
    ui.add_space(space::XS);
    let columns = chart_card::columns(ui.available_width(), 216.0, budget.cities.len());
    chart_card::grid(ui, columns, budget.cities.len(), |ui, i, width| {
        let city = &budget.cities[i];
        let id = city.pack.id.as_str();
        if let Some(subject) = subject(scene, id) {
            let mut chart = build::indicator(&subject, COST);
            words::city(city.pack).clone_into(&mut chart.title);
            chart.first_year = city.first_year();
            let chart = dressed(scene, &subject, chart);
            let spot = Spot { scene, city: id, year: scene.workspace.view.year, named: false };
            chart_card::show(ui, &chart, spot, vec2(width, 130.0), actions);
        }
    });
    own::line(ui, own::across(scene, COST).as_ref());
    if !budget.cities.is_empty() {
        card(ui, |ui| table(ui, &budget, scene.workspace.view.year, actions));
    }
}

fn table(ui: &mut Ui, budget: &Budget<'_>, chosen: i32, actions: &mut Vec<Action>) {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 0.0;
    let cities = &budget.cities;
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = ((ui.available_width() - YEAR_WIDTH) / (cities.len() + 1) as f32).min(240.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        heading(ui, YEAR_WIDTH, t!("budget-year"), "");
        for city in cities {
            let unit = t!("budget-million", money = &city.pack.currency.symbol);
            heading(ui, width, words::city(city.pack), &unit);
        }
        let rates: Vec<String> = cities
            .iter()
            .map(|c| &c.pack.currency)
            .filter(|c| c.code != "EUR")
            .map(|c| format!("{}1 = €{}", c.symbol, units::number(c.eur_rate.value, 2)))
            .collect();
        let unit = [vec![t!("budget-million", money = "€")], rates].concat().join(", ");
        heading(ui, width, t!("budget-all"), &unit);
    });
    let most = budget.most();
    for year in budget.years() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let t = tokens(ui);
            let ink = if year == chosen { t.accent_text } else { t.ink };
            Cell::new(&year.to_string(), ink).show(ui, YEAR_WIDTH);
            for city in cities {
                let words = city.cost(year).map_or(units::NONE.to_owned(), |cost| units::number(cost / 1e6, 1));
                let cell = Cell { bar: bar(city.euros(year), most), ..Cell::new(&words, ink) };
                let name = t!("budget-cell", city = words::city(city.pack), year = year, cost = &words);
                if cell.pressed(ui, width, &name) {
                    actions.push(Action::Year(year));
                    actions.push(Action::Explain(Address::column(&city.pack.id, COST.into())));
                }
            }
            let all = budget.total(year);
            let words = units::number(all / 1e6, 1);
            let cell = Cell { bar: bar(Some(all), most), ..Cell::new(&words, ink) };
            let name = t!("budget-cell-all", year = year, cost = &words);
            if cell.pressed(ui, width, &name) {
                actions.push(Action::Year(year));
                actions.push(Action::Explain(Address::new("", Topic::AllCities)));
            }
        });
    }
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let ink = tokens(ui).ink;
        Cell::new(t!("budget-sum"), ink).show(ui, YEAR_WIDTH);
        for sum in cities.iter().map(CityBudget::sum).chain([budget.sum()]) {
            Cell::new(&units::number(sum / 1e6, 0), ink).show(ui, width);
        }
    });
    ui.label(text::note(ui, t!("budget-note")));
}

/// The share of the widest bar; its sign is that of the cost.
fn bar(value: Option<f64>, most: f64) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
    value.filter(|_| most > 0.0).map(|v| (v / most) as f32)
}
