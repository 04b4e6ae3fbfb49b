//! A quantity: its equation with live values, its terms, what it rests on.

use eframe::egui::{Label, Ui};

use super::heading;
use super::parts::{Page, beside, equation, fact, lines, mono, section, with_unit};
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::{Basis, Case, Formula, Line};
use crate::explain::quantity::{Quantity, Scope, of_indicator};
use crate::explain::rests::{self, Leaf};
use crate::explain::runs::Part;
use crate::explain::term;
use crate::gui::app::action::Action;
use crate::gui::panels::backcast::beside;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::disclosure;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::scenario::assumptions::{self, Count};
use crate::session::figures::lever_text;
use crate::session::help::glossary::{self, Entry};
use crate::t;
use crate::units;
use crate::words;

/// Draws the page.
pub fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    case: &Case<'_>,
    quantity: &'static Quantity,
    part: Part,
    actions: &mut Vec<Action>,
) {
    let whose = match part {
        Part::Whole => String::new(),
        Part::Sector(sector) => {
            case.pack.sectors.get_index(sector).map_or_else(String::new, |(_, s)| format!("{}, ", words::sector(s)))
        }
        Part::Lever(id) => format!("{}, ", words::lever(id)),
    };
    heading(ui, page, words::quantity(quantity.symbol, quantity.name));
    let unit = case.unit(quantity, part);
    ui.label(text::note(ui, format!("{whose}{}, {} · {unit}", words::city(case.pack), page.year)));
    ui.label(words::quantity_words(quantity.symbol, quantity.words));
    if let Some(term) = word(quantity, part).map(Entry::term)
        && text_button(ui, &t!("glossary-link", term = term)).clicked()
    {
        actions.push(Action::Help(page.scene.workspace.help.seeking(term)));
    }
    if case.row(page.year).is_none() {
        let (first, last) = case.runs.span();
        ui.label(text::muted(ui, t!("inspector-span", first = first, last = last)));
        return;
    }
    own(ui, case, quantity, part);
    if quantity.scope() == Scope::Sector && part == Part::Whole {
        by_sector(ui, page, case, quantity, actions);
    } else {
        figures(ui, case, quantity, part, page.year, &unit);
    }
    if let Some(formula) = case.formula(quantity, part, page.year) {
        show_formula(ui, page, &formula);
    }
    if let Part::Lever(id) = part {
        setting(ui, page, case, id, actions);
    }
    let terms = case.terms(quantity, part, &page.address, page.year);
    if !terms.is_empty() {
        section(ui, t!("inspector-where"));
        lines(ui, page, &terms, actions);
    }
    let basis = case.basis(quantity, part, &page.address);
    show_basis(ui, page, &basis, terms.is_empty(), actions);
    beside::section(ui, page.scene, &case.pack.id, &Topic::Quantity(quantity.symbol, part), actions);
    ui.add_space(space::S);
    let read = t!("inspector-read", section = quantity.section);
    if text_button(ui, &read).clicked() {
        actions.push(Action::Read(quantity.section.to_owned()));
    }
}

/// The word of the glossary for what the page is about.
fn word(quantity: &Quantity, part: Part) -> Option<&'static Entry> {
    match part {
        Part::Lever(id) => glossary::of_lever(id),
        Part::Whole => {
            let indicator = Indicator::all().find(|of| of_indicator(*of) == quantity.symbol)?;
            glossary::of_indicator(indicator)
        }
        Part::Sector(_) => None,
    }
}

/// The two values.
fn figures(ui: &mut Ui, case: &Case<'_>, quantity: &Quantity, part: Part, year: i32, unit: &str) {
    let (scenario, reference) = case.values(quantity, part, year);
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (name, value, colour) in
            [(t!("charts-scenario"), scenario, t.accent_text), (t!("charts-reference"), reference, t.ink)]
        {
            ui.label(text::muted(ui, name));
            ui.label(text::strong(with_unit(value, unit)).color(colour));
            ui.add_space(space::M);
        }
    });
    if scenario.is_nan() && quantity.symbol == "cost_per_year" {
        ui.label(text::muted(ui, t!("overview-no-value")));
    }
}

/// What the user assumed that reaches the number.
fn own(ui: &mut Ui, case: &Case<'_>, quantity: &Quantity, part: Part) {
    let lever = match part {
        Part::Lever(id) => Some(id),
        Part::Whole | Part::Sector(_) => None,
    };
    let leaves = rests::leaves(quantity.symbol, lever);
    let reached = assumptions::counting(case.scenario, &case.pack.id)
        .filter(|own| leaves.contains(&Leaf::Parameter(own.parameter)))
        .map(|own| own.parameter.id());
    let names: Vec<&str> = reached.collect();
    if !names.is_empty() {
        let words = t!("window-own-with", count = Count(names.len()).to_string(), names = names.join(", "));
        ui.label(text::strong(words).color(tokens(ui).accent_text));
    }
}

/// Each sub-sector's value, with the way to its own equation.
fn by_sector(ui: &mut Ui, page: &Page<'_>, case: &Case<'_>, quantity: &Quantity, actions: &mut Vec<Action>) {
    section(ui, t!("inspector-by-sector"));
    let unit = case.unit(quantity, Part::Whole);
    let rows: Vec<Line> = case
        .pack
        .sectors
        .values()
        .enumerate()
        .map(|(at, sector)| {
            let part = Part::Sector(at);
            let (scenario, reference) = case.values(quantity, part, page.year);
            let topic = Topic::Quantity(quantity.symbol, part);
            Line {
                symbol: quantity.symbol.to_owned(),
                name: words::sector(sector).to_owned(),
                unit: unit.clone(),
                year: None,
                scenario,
                reference,
                link: Some(Address { topic, ..page.address.clone() }),
                label: None,
                source: String::new(),
                own: false,
            }
        })
        .collect();
    lines(ui, page, &rows, actions);
}

fn show_formula(ui: &mut Ui, page: &Page<'_>, formula: &Formula) {
    section(ui, t!("inspector-formula"));
    equation(ui, |ui| {
        ui.add(Label::new(mono(formula.text)).wrap());
        if formula.scenario.is_empty() {
            return;
        }
        let same = formula.scenario == formula.reference;
        ui.add_space(space::XS);
        let t = tokens(ui);
        let year = formula.year;
        let words = match (year == page.year, same) {
            (true, true) => t!("inspector-with-both", year = year),
            (true, false) => t!("inspector-with-scenario", year = year),
            (false, true) => t!("inspector-with-before-both", year = year),
            (false, false) => t!("inspector-with-before-scenario", year = year),
        };
        ui.label(text::note(ui, words));
        ui.add(Label::new(mono(&formula.scenario).color(t.accent_text)).wrap());
        if !same {
            ui.label(text::note(ui, t!("charts-reference")));
            ui.add(Label::new(mono(&formula.reference)).wrap());
        }
    });
}

/// How the lever is set, in its own unit.
fn setting(ui: &mut Ui, page: &Page<'_>, case: &Case<'_>, id: LeverId, actions: &mut Vec<Action>) {
    let spec = id.spec();
    section(ui, t!("inspector-the-lever"));
    match case.plan.levers.get(&id) {
        Some(setting) => {
            let level = lever_text(spec, setting.level, &case.pack.currency);
            let ramp = units::number(setting.ramp, units::decimals_of(setting.ramp).min(1));
            let words = t!("inspector-setting", level = level, start = setting.start, years = ramp);
            fact(ui, t!("inspector-set-to"), words);
            let reason = if setting.reason.is_empty() { t!("sources-no-reason") } else { setting.reason.as_str() };
            fact(ui, t!("inspector-because"), reason);
        }
        None => fact(ui, t!("inspector-set-to"), t!("inspector-adopted")),
    }
    fact(ui, t!("levers-in-model"), words::lever_channel(id));
    let note = match words::lever_note(id) {
        "" => String::new(),
        note => format!(" ({note})"),
    };
    fact(ui, t!("inspector-grade"), format!("{}{note}", spec.grade));
    if let Some(local) = case.pack.levers.get(&id) {
        let end = |level| lever_text(spec, level, &case.pack.currency);
        let range = t!("figures-to", low = end(local.evidence.low), high = end(local.evidence.high));
        let (label, note) = (words::label(local.evidence.label), &local.evidence.note);
        let words = t!("inspector-covers-note", range = range, label = label, note = note);
        fact(ui, t!("inspector-evidence"), words);
    }
    let evidence = format!("{}.levers.{id}.evidence", case.pack.id);
    let keys = spec.sources.iter().map(|key| (*key).to_owned());
    beside(ui, t!("levers-sources"), |ui| {
        ui.horizontal_wrapped(|ui| {
            for entry in std::iter::once(evidence).chain(keys) {
                let hint = page.catalogue().get(&entry).map_or("", |entry| entry.label.as_str());
                if text_button(ui, &entry).on_hover_text(hint).clicked() {
                    actions.push(page.go(Address { topic: Topic::Entry(entry), ..page.address.clone() }));
                }
            }
        });
    });
}

/// So many constants and figures are shown at once.
const FEW: usize = 8;

/// What the number rests on in the end, each with its source.
fn show_basis(ui: &mut Ui, page: &Page<'_>, basis: &Basis, open_at_once: bool, actions: &mut Vec<Action>) {
    if basis.lines.is_empty() {
        return;
    }
    section(ui, t!("inspector-rests"));
    let count = basis.lines.len();
    let weakest = basis.weakest.map_or("", words::label);
    let words = match basis.assumed {
        0 => t!("inspector-basis", count = count, weakest = weakest),
        n => t!("inspector-basis-assumed", count = count, assumed = n, weakest = weakest),
    };
    ui.label(words);
    let id = ui.make_persistent_id("basis");
    let open_at_once = open_at_once || count <= FEW;
    let open = open_at_once || disclosure::is_open(ui, id);
    if !open_at_once {
        let words = if open { t!("inspector-hide") } else { t!("inspector-show") };
        if text_button(ui, words).clicked() {
            disclosure::toggle(ui, id);
        }
    }
    if open {
        lines(ui, page, &basis.lines, actions);
    }
}

/// A figure of every sub-sector.
pub fn sectors(ui: &mut Ui, page: &Page<'_>, symbol: &str, actions: &mut Vec<Action>) {
    let (Some(case), Some(field)) = (&page.case, term::SECTORS.iter().find(|field| field.symbol == symbol)) else {
        return;
    };
    heading(ui, page, words::term(field.field, field.name));
    ui.label(text::note(ui, format!("{} · {}", words::city(case.pack), page.money(field.unit))));
    let rows = case.pack.sectors.values().enumerate().map(|(at, sector)| {
        let id = case.sector_id(at, field.field);
        let entry = page.catalogue().get(&id);
        let value = entry.and_then(|entry| entry.value).unwrap_or(f64::NAN);
        Line {
            symbol: field.symbol.to_owned(),
            name: words::sector(sector).to_owned(),
            unit: page.money(field.unit),
            year: None,
            scenario: value,
            reference: value,
            link: Some(Address { topic: Topic::Entry(id), ..page.address.clone() }),
            label: entry.and_then(|entry| entry.confidence),
            source: entry.map_or_else(String::new, |entry| entry.source.clone()),
            own: false,
        }
    });
    let rows: Vec<Line> = rows.collect();
    lines(ui, page, &rows, actions);
}
