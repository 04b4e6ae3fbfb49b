//! The public cost of all cities together, in euros.

use eframe::egui::{Label, Ui};

use super::heading;
use super::parts::{Page, equation, lines, mono, section};
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::{Line, number};
use crate::gui::app::action::Action;
use crate::gui::theme::{text, tokens};
use crate::model::indicators::Indicator;
use crate::t;
use crate::words;

/// Draws the page.
pub fn show(ui: &mut Ui, page: &Page<'_>, actions: &mut Vec<Action>) {
    heading(ui, page, t!("inspector-total"));
    ui.label(text::note(ui, format!("{} · {}", page.year, words::unit("EUR/yr"))));
    ui.label(t!("inspector-total-words"));
    let mut rows: Vec<Line> = Vec::new();
    let (mut parts, mut total) = (Vec::new(), 0.0);
    for (id, result) in page.scene.workspace.document().results().cities() {
        let (Some(pack), Some((cost, _))) = (page.library().packs.get(id), result.at(Indicator::PublicCost, page.year))
        else {
            continue;
        };
        let rate = &pack.currency.eur_rate;
        total += cost * rate.value;
        parts.push(format!("{} · {}", number(cost), number(rate.value)));
        let line = |symbol: &str, name: String, unit: String, value: f64, topic: Topic| Line {
            symbol: symbol.to_owned(),
            name,
            unit,
            year: None,
            scenario: value,
            reference: value,
            link: Some(Address { city: id.to_owned(), topic, back: page.address.back }),
            label: None,
            source: String::new(),
            own: false,
        };
        let unit = page.money(&format!("{}/yr", pack.currency.code));
        rows.push(line("public_cost", words::city(pack).to_owned(), unit, cost, Indicator::PublicCost.into()));
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
        let values = format!("{} = {}", number(total), parts.join(" + "));
        ui.add(Label::new(mono(&values).color(tokens(ui).accent_text)).wrap());
    });
    section(ui, t!("inspector-where"));
    lines(ui, page, &rows, actions);
}
