//! A constant of the model: what it is worth, why, and the form to override it.

use eframe::egui::{Button, Frame, Id, Margin, Ui};

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
use crate::model::provenance::{Label, Prior};
use crate::scenario::assumptions::{self, Own, Place};
use crate::scenario::document::Assumption;
use crate::scenario::edit::ScenarioEdit;
use crate::t;
use crate::words;

/// Draws the page.
pub fn show(ui: &mut Ui, page: &Page<'_>, id: ParameterId, actions: &mut Vec<Action>) {
    heading(ui, page, words::parameter(id).trim_end_matches('.'));
    let city = page.pack.map_or(t!("sources-all-cities"), words::city);
    let unit = page.money(id.unit());
    ui.label(text::note(ui, t!("inspector-constant", id = id.id(), city = city, unit = &unit)));
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
        section(ui, t!("inspector-before-fit"));
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
    let place = own.city.and_then(|id| page.library().packs.get(id)).map_or(t!("sources-all-cities"), words::city);
    let reason =
        if own.assumption.reason.is_empty() { t!("sources-no-reason") } else { own.assumption.reason.as_str() };
    let words = match evidence {
        Some(value) => t!("inspector-own-instead", place = place, value = with_unit(value, unit)),
        None => t!("inspector-own-for", place = place),
    };
    ui.label(text::strong(words).color(t.accent_text));
    fact(ui, t!("inspector-because"), reason);
    if let Some(words) = outside(page, own.parameter, own.assumption.value) {
        ui.label(text::strong(words).color(t.bad));
    }
}

/// Where a value leaves the range of the evidence.
fn outside(page: &Page<'_>, id: ParameterId, value: f64) -> Option<String> {
    let prior = prior(page, id)?;
    let rate = page.pack.map_or(1.0, |pack| assumptions::rate(page.library(), &pack.id, id));
    let end = |end: Option<f64>| end.map_or_else(String::new, |end| number(end / rate));
    let (low, high) = (end(prior.p10), end(prior.p90));
    match Place::of(value, prior, rate) {
        Place::Within => None,
        Place::Below => Some(t!("inspector-outside-below", low = low, high = high)),
        Place::Above => Some(t!("inspector-outside-above", low = low, high = high)),
    }
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
    let unit = if local.is_some() || !id.is_money() {
        page.money(id.unit())
    } else {
        words::unit(&id.unit_in("EUR")).into_owned()
    };
    let centre = with_unit(prior.central, &unit);
    let centre = match local {
        Some(_) => t!("inspector-evidence-own", value = centre),
        None => t!("inspector-evidence-all", value = centre),
    };
    fact(ui, t!("inspector-evidence"), centre);
    if let (Some(low), Some(high)) = (prior.p10, prior.p90) {
        let family = words::family(prior.family);
        let words = t!("inspector-draws-family", low = number(low), high = number(high), family = family);
        fact(ui, t!("inspector-range"), words);
    }
    if prior.spike > 0.0 && !fitted {
        let chance = number(prior.spike * 100.0);
        let words = match evidence {
            Some(value) => t!("inspector-chance-makes", chance = chance, value = number(value)),
            None => t!("inspector-chance", chance = chance),
        };
        fact(ui, t!("inspector-central"), words);
    } else if let (Some(value), Some(pack)) =
        (evidence.filter(|_| id.is_money() && local.is_none() && !fitted), page.pack)
    {
        let rate = number(pack.currency.eur_rate.value);
        let value = with_unit(value, &page.money(id.unit()));
        fact(ui, t!("inspector-central"), t!("inspector-divided", value = value, rate = rate));
    }
    let counted = worth::effective(page.library(), local, prior.label, &prior.from);
    fact(ui, t!("inspector-label"), label_words(Some(prior.label), counted.unwrap_or(Label::Judgement)));
    fact(ui, t!("inspector-why"), &prior.evidence);
    inputs(ui, page, local, &prior.from, actions);
    source(ui, page, local, &prior.source, actions);
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
    let frame = Frame::new().stroke(t.border()).corner_radius(space::RADIUS);
    frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::strong(t!("inspector-your-own")));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(t!("inspector-for"));
            if let Some(pack) = in_scenario {
                ui.radio_value(&mut draft.everywhere, false, words::city(pack));
                ui.radio_value(&mut draft.everywhere, true, t!("sources-all-cities"));
            } else {
                ui.label(t!("sources-all-cities"));
            }
        });
        let unit = page.money(id.unit());
        let value = draft.value.or(existing.map(|own| own.value)).or(evidence);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label(t!("inspector-value"));
            let shown = value.map_or_else(String::new, |value| with_unit(value, &unit));
            let name = t!("inspector-own-value", id = id.id());
            let (field, typed) = NumberField { has_edge: true, ..NumberField::new(&name, &shown, 150.0) }.show(ui);
            field.on_hover_text(t!("inspector-takes", range = allowed(id)));
            match typed {
                Some(Typed::Number(value, _)) => draft.value = Some(value),
                Some(Typed::Unread(written)) => {
                    actions.push(Action::Refuse(refusal(
                        &name,
                        &written,
                        &t!("inspector-number", range = allowed(id)),
                    )));
                }
                None => {}
            }
        });
        if id.is_money() && draft.everywhere {
            ui.label(text::note(ui, t!("inspector-money-note")));
        }
        if let Some(words) = value.and_then(|value| outside(page, id, value)) {
            ui.label(text::note(ui, t!("inspector-taken", words = words)).color(t.bad));
        }
        let reason = draft.reason.clone().or_else(|| existing.map(|own| own.reason.clone())).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label(t!("inspector-because"));
            let width = ui.available_width() - 10.0;
            let (field, typed) = text_field(ui, &t!("inspector-reason-field", id = id.id()), &reason, width);
            field.on_hover_text(t!("inspector-reason-hint"));
            if let Some(typed) = typed {
                draft.reason = Some(typed);
            }
        });
        if existing.is_some_and(|own| value == Some(own.value) && reason == own.reason) {
            // The scenario says so already: nothing is being written any more.
            (draft.value, draft.reason) = (None, None);
        }
        let city = in_scenario.filter(|_| !draft.everywhere).map(|pack| pack.id.clone());
        ui.horizontal(|ui| {
            let words = if existing.is_some() { t!("inspector-change") } else { t!("inspector-assume") };
            let button = ui.add(Button::new(words));
            // Without a reason the edit is refused, and says so.
            if let Some(value) = value.filter(|_| button.clicked()) {
                let assumption = Assumption { value, reason };
                let edit = ScenarioEdit::SetAssumption { city: city.clone(), parameter: id, assumption };
                actions.push(Action::Edit(edit, None));
            }
            if existing.is_some() && text_button(ui, t!("sources-back-to-evidence")).clicked() {
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
    let unit = words::unit(id.unit());
    t!("inspector-allowed", low = number(*allowed.start()), high = number(*allowed.end()), unit = unit)
}
