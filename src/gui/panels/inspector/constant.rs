//! A constant of the model: what it is worth, why, and the form to override it.

use eframe::egui::{Button, Frame, Id, Margin, Stroke, Ui};

use super::entry::{fit_facts, inputs, label_words, source, users};
use super::heading;
use super::parts::{Page, fact, section, with_unit};
use crate::evidence::worth;
use crate::explain::explanation::number;
use crate::explain::rests::Leaf;
use crate::gui::app::action::Action;
use crate::gui::panels::refusal;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::number_field::{NumberField, Typed, text_field};
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Family, Label, Prior};
use crate::scenario::assumptions::{self, Own, Place};
use crate::scenario::document::Assumption;
use crate::scenario::edit::ScenarioEdit;
use crate::units::SPACE;

/// Draws the page.
pub fn show(ui: &mut Ui, page: &Page<'_>, id: ParameterId, actions: &mut Vec<Action>) {
    heading(ui, page, id.meaning().trim().trim_end_matches('.'));
    let city = page.pack.map_or("all cities", |pack| pack.name.as_str());
    let unit = page.money(id.unit());
    ui.label(text::note(ui, format!("{id} · constant of the model, {city} · {unit}")));
    let own = page.pack.and_then(|pack| assumptions::of(page.scenario(), &pack.id, id));
    let evidence = page.pack.and_then(|pack| page.library().expected(pack, id));
    if let Some(value) = own.map(|own| own.assumption.value).or(evidence) {
        let colour = if own.is_some() { tokens(ui).accent_text } else { tokens(ui).ink };
        ui.label(text::strong(with_unit(value, &unit)).size(text::TITLE).color(colour));
    }
    if let Some(own) = own {
        overridden(ui, page, own, evidence, &unit);
    }
    if let Some(fitted) = page.pack.and_then(|pack| page.library().fitted(pack, id)) {
        fit_facts(ui, fitted, &unit, actions);
        section(ui, "Before it was fitted");
    }
    if let Some(prior) = prior(page, id) {
        facts(ui, page, id, prior, evidence, actions);
    }
    form(ui, page, id, evidence, actions);
    users(ui, page, &[Leaf::Parameter(id)], actions);
}

fn prior<'a>(page: &Page<'a>, id: ParameterId) -> Option<&'a Prior> {
    match page.pack {
        Some(pack) => page.library().prior(pack, id),
        None => page.library().parameters.get(id.id()),
    }
}

/// What the scenario says instead of the evidence, and how far off it is.
fn overridden(ui: &mut Ui, page: &Page<'_>, own: Own<'_>, evidence: Option<f64>, unit: &str) {
    let t = tokens(ui);
    let place = own.city.and_then(|id| page.library().packs.get(id)).map_or("all cities", |pack| pack.name.as_str());
    let reason = if own.assumption.reason.is_empty() { "no reason given" } else { own.assumption.reason.as_str() };
    let instead = evidence.map_or_else(String::new, |value| format!(", instead of {}", with_unit(value, unit)));
    ui.label(text::strong(format!("Own assumption for {place}{instead}")).color(t.accent_text));
    fact(ui, "Because", reason);
    if let Some(words) = outside(page, own.parameter, own.assumption.value) {
        ui.label(text::strong(words).color(t.bad));
    }
}

/// Where a value leaves the range of the evidence.
fn outside(page: &Page<'_>, id: ParameterId, value: f64) -> Option<String> {
    let prior = prior(page, id)?;
    let rate = page.pack.map_or(1.0, |pack| assumptions::rate(page.library(), &pack.id, id));
    let side = match Place::of(value, prior, rate) {
        Place::Within => return None,
        Place::Below => "below",
        Place::Above => "above",
    };
    let end = |end: Option<f64>| end.map_or_else(String::new, |end| number(end / rate));
    Some(format!("It lies {side} the range of the evidence, {} to {}.", end(prior.p10), end(prior.p90)))
}

fn facts(
    ui: &mut Ui,
    page: &Page<'_>,
    id: ParameterId,
    prior: &Prior,
    evidence: Option<f64>,
    actions: &mut Vec<Action>,
) {
    let local = page.pack.filter(|pack| pack.parameters.contains_key(id.id()));
    let fitted = page.pack.is_some_and(|pack| page.library().fitted(pack, id).is_some());
    let unit =
        if local.is_some() || !id.is_money() { page.money(id.unit()) } else { id.unit().replace("currency", "EUR") };
    let centre = with_unit(prior.central, &unit);
    fact(
        ui,
        "Evidence",
        if local.is_some() { format!("{centre}, the city's own") } else { format!("{centre}, for all cities") },
    );
    if let (Some(low), Some(high)) = (prior.p10, prior.p90) {
        let words =
            format!("{} to {}: eight draws in ten lie there ({})", number(low), number(high), family(prior.family));
        fact(ui, "Range", words);
    }
    if prior.spike > 0.0 && !fitted {
        let value = evidence.map_or_else(String::new, |value| format!(", which makes {}", number(value)));
        let chance = number(prior.spike * 100.0);
        fact(ui, "Central run", format!("{chance}{SPACE}% chance of no effect at all counts with its weight{value}"));
    } else if let (Some(value), Some(pack)) =
        (evidence.filter(|_| id.is_money() && local.is_none() && !fitted), page.pack)
    {
        let rate = number(pack.currency.eur_rate.value);
        fact(ui, "Central run", format!("{}: divided by {rate} euros", with_unit(value, &page.money(id.unit()))));
    }
    let counted = worth::effective(page.library(), local, prior.label, &prior.from);
    fact(ui, "Label", label_words(Some(prior.label), counted.unwrap_or(Label::Judgement)));
    fact(ui, "Why", &prior.evidence);
    inputs(ui, page, local, &prior.from, actions);
    source(ui, page, local, &prior.source, actions);
}

const fn family(family: Family) -> &'static str {
    match family {
        Family::Fixed => "fixed",
        Family::Normal => "normal",
        Family::Lognormal => "lognormal",
        Family::NegativeLognormal => "negative, lognormal",
        Family::Beta => "beta",
        Family::Gamma => "gamma",
        Family::Triangular => "triangular",
        Family::HalfNormal => "half-normal",
        Family::Uniform => "uniform",
    }
}

/// What is being written into the form of a constant.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    everywhere: bool,
    value: Option<f64>,
    reason: Option<String>,
}

/// The form to override a constant, for the city or for all.
fn form(ui: &mut Ui, page: &Page<'_>, id: ParameterId, evidence: Option<f64>, actions: &mut Vec<Action>) {
    let in_scenario = page.pack.filter(|pack| page.scenario().cities.contains_key(&pack.id));
    let key = Id::unique("assumption").with((page.scene.workspace.document().id.0, page.pack.map(|p| &p.id), id.id()));
    let mut draft: Draft = ui.data(|d| d.get_temp(key)).unwrap_or_default();
    let before = draft.clone();
    draft.everywhere |= in_scenario.is_none();
    let scenario = page.scenario();
    let existing = match in_scenario.filter(|_| !draft.everywhere) {
        Some(pack) => scenario.cities.get(&pack.id).and_then(|plan| plan.assumptions.get(&id)),
        None => scenario.assumptions.get(&id),
    };
    let t = tokens(ui);
    ui.add_space(space::S);
    let frame = Frame::new().stroke(Stroke::new(1.0, t.line_strong)).corner_radius(space::RADIUS);
    frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::strong("Your own assumption"));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label("For");
            if let Some(pack) = in_scenario {
                ui.radio_value(&mut draft.everywhere, false, &pack.name);
                ui.radio_value(&mut draft.everywhere, true, "all cities");
            } else {
                ui.label("all cities");
            }
        });
        let unit = page.money(id.unit());
        let value = draft.value.or(existing.map(|own| own.value)).or(evidence);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label("Value");
            let shown = value.map_or_else(String::new, |value| with_unit(value, &unit));
            let name = format!("Own value of {id}");
            let (field, typed) = NumberField { has_edge: true, ..NumberField::new(&name, &shown, 150.0) }.show(ui);
            field.on_hover_text(format!("The model takes {}", allowed(id)));
            match typed {
                Some(Typed::Number(value, _)) => draft.value = Some(value),
                Some(Typed::Unread(written)) => {
                    actions.push(Action::Refuse(refusal(&name, &written, &format!("a number, {}", allowed(id)))));
                }
                None => {}
            }
        });
        if id.is_money() && draft.everywhere {
            ui.label(text::note(ui, "An amount for all cities counts in each city's own money, as it stands."));
        }
        if let Some(words) = value.and_then(|value| outside(page, id, value)) {
            ui.label(text::note(ui, format!("{words} It is taken, and marked.")).color(t.bad));
        }
        let reason = draft.reason.clone().or_else(|| existing.map(|own| own.reason.clone())).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label("Because");
            let width = ui.available_width() - 10.0;
            let (field, typed) = text_field(ui, &format!("Reason for your own {id}"), &reason, width);
            field.on_hover_text("Why it should have another value than the evidence. It stays with the scenario.");
            if let Some(typed) = typed {
                draft.reason = Some(typed);
            }
        });
        let city = in_scenario.filter(|_| !draft.everywhere).map(|pack| pack.id.clone());
        ui.horizontal(|ui| {
            let words = if existing.is_some() { "Change the assumption" } else { "Assume it" };
            let button = ui.add(Button::new(words));
            // Without a reason the edit is refused, and says so.
            if let Some(value) = value.filter(|_| button.clicked()) {
                let assumption = Assumption { value, reason };
                let edit = ScenarioEdit::SetAssumption { city: city.clone(), parameter: id, assumption };
                actions.push(Action::Edit(edit, None));
            }
            if existing.is_some() && text_button(ui, "Back to the evidence").clicked() {
                actions.push(Action::Edit(ScenarioEdit::ResetAssumption { city, parameter: id }, None));
                draft = Draft { everywhere: draft.everywhere, ..Draft::default() };
            }
        });
    });
    if let Some(why) = page.scene.refusal.filter(|why| why.contains(id.id())) {
        ui.label(eframe::egui::RichText::new(why).color(t.bad));
    }
    if draft != before {
        ui.data_mut(|d| d.insert_temp(key, draft));
    }
}

/// The values that the model takes.
fn allowed(id: ParameterId) -> String {
    let allowed = id.allowed();
    format!("{} to {} {}", number(*allowed.start()), number(*allowed.end()), id.unit())
}
