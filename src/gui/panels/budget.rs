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
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::projection::Projection;
use crate::session::charts::build;
use crate::t;
use crate::units;
use crate::words;

const COST: Indicator = Indicator::PublicCost;
const YEAR_WIDTH: f32 = 52.0;

struct City<'a> {
    pack: &'a CityPack,
    projection: &'a Projection,
}

impl City<'_> {
    fn cost(&self, year: i32) -> Option<f64> {
        self.projection.at(COST, year)
    }

    fn euros(&self, year: i32) -> Option<f64> {
        self.cost(year).map(|cost| cost * self.pack.currency.eur_rate.value)
    }
}

/// Draws the budget.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let document = scene.workspace.document();
    let cities: Vec<City<'_>> = document
        .results()
        .cities()
        .filter_map(|(id, result)| {
            let pack = scene.workspace.library().packs.get(id)?;
            Some(City { pack, projection: &result.outcome.scenario })
        })
        .collect();
    ui.label(text::title(t!("budget-title")));
    ui.label(text::note(ui, t!("budget-about")));
    ui.add_space(space::XS);
    let columns = chart_card::columns(ui.available_width(), 216.0, cities.len());
    chart_card::grid(ui, columns, cities.len(), |ui, i, width| {
        let id = cities[i].pack.id.as_str();
        if let Some(subject) = subject(scene, id) {
            let mut chart = build::indicator(&subject, COST);
            words::city(cities[i].pack).clone_into(&mut chart.title);
            chart.first_year = cities[i].projection.first_year();
            let chart = dressed(scene, &subject, chart);
            let spot = Spot { scene, city: id, year: scene.workspace.view.year, named: false };
            chart_card::show(ui, &chart, spot, vec2(width, 130.0), actions);
        }
    });
    own::line(ui, own::across(scene, COST).as_ref());
    card(ui, |ui| table(ui, &cities, scene.workspace.view.year, actions));
}

fn table(ui: &mut Ui, cities: &[City<'_>], chosen: i32, actions: &mut Vec<Action>) {
    let (Some(first), Some(last)) =
        (cities.iter().map(|c| c.projection.first_year()).min(), cities.iter().map(|c| c.projection.last_year()).max())
    else {
        return;
    };
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = cities.len() + 1;
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = ((ui.available_width() - YEAR_WIDTH) / columns as f32).min(240.0);
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
    let most = cities
        .iter()
        .flat_map(|c| c.projection.column(COST).iter().map(|v| v * c.pack.currency.eur_rate.value))
        .chain((first..=last).map(|y| total(cities, y)))
        .fold(0.0_f64, |most, v| most.max(v.abs()));
    let mut sums = vec![0.0; columns];
    for year in first..=last {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let t = tokens(ui);
            let ink = if year == chosen { t.accent_text } else { t.ink };
            Cell::new(&year.to_string(), ink).show(ui, YEAR_WIDTH);
            for (city, sum) in cities.iter().zip(&mut sums) {
                let cost = city.cost(year);
                *sum += cost.unwrap_or(0.0);
                let words = cost.map_or(units::NONE.to_owned(), |v| units::number(v / 1e6, 1));
                let cell = Cell { bar: bar(city.euros(year), most), ..Cell::new(&words, ink) };
                let name = t!("budget-cell", city = words::city(city.pack), year = year, cost = &words);
                if cell.pressed(ui, width, &name) {
                    actions.push(Action::Year(year));
                    actions.push(Action::Explain(Address::column(&city.pack.id, COST.into())));
                }
            }
            let all = total(cities, year);
            if let Some(sum) = sums.last_mut() {
                *sum += all;
            }
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
        for sum in &sums {
            Cell::new(&units::number(sum / 1e6, 0), ink).show(ui, width);
        }
    });
    ui.label(text::note(ui, t!("budget-note")));
}

fn total(cities: &[City<'_>], year: i32) -> f64 {
    cities.iter().filter_map(|c| c.euros(year)).sum()
}

/// The share of the widest bar; its sign is that of the cost.
fn bar(value: Option<f64>, most: f64) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
    value.filter(|_| most > 0.0).map(|v| (v / most) as f32)
}
