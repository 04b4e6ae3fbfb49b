//! The public cost of all cities together, in euros.

use eframe::egui::{Label, Ui};

use super::heading;
use super::parts::{Page, equation, lines, mono, section};
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::{Line, number};
use crate::gui::app::action::Action;
use crate::gui::theme::{text, tokens};
use crate::session::budget::{Budget, COST};
use crate::t;
use crate::words;

/// Draws the page.
pub fn show(ui: &mut Ui, page: &Page<'_>, actions: &mut Vec<Action>) {
    heading(ui, page, t!("inspector-total"));
    ui.label(text::note(ui, format!("{} · {}", page.year, words::unit("EUR/yr"))));
    ui.label(t!("inspector-total-words"));
    let mut rows: Vec<Line> = Vec::new();
    let mut parts = Vec::new();
    let budget = Budget::of(page.scene.workspace.document().results(), page.library());
    for city in &budget.cities {
        let Some(cost) = city.cost(page.year) else { continue };
        let (pack, id) = (city.pack, &city.pack.id);
        let rate = &pack.currency.eur_rate;
        parts.push(format!("{} · {}", number(cost), number(rate.value)));
        let line = |symbol: &str, name: String, unit: String, value: f64, topic: Topic| Line {
            symbol: symbol.to_owned(),
            name,
            unit,
            year: None,
            scenario: value,
            reference: value,
            link: Some(Address { city: id.clone(), topic, back: page.address.back }),
            label: None,
            source: String::new(),
            own: false,
        };
        let unit = page.money(&format!("{}/yr", pack.currency.code));
        rows.push(line("public_cost", words::city(pack).to_owned(), unit, cost, COST.into()));
        let entry = Topic::Entry(format!("{id}.currency.eur_rate"));
        let known = line(
            "eur_rate",
            t!("inspector-euros-per", money = &pack.currency.code),
            rate.unit.clone(),
            rate.value,
            entry,
        );
        rows.push(Line { label: Some(rate.label), source: rate.source.clone(), ..known });
    }
    section(ui, t!("inspector-formula"));
    equation(ui, |ui| {
        ui.add(Label::new(mono(t!("inspector-total-formula"))).wrap());
        let values = format!("{} = {}", number(budget.total(page.year)), parts.join(" + "));
        ui.add(Label::new(mono(&values).color(tokens(ui).accent_text)).wrap());
    });
    section(ui, t!("inspector-where"));
    lines(ui, page, &rows, actions);
}
