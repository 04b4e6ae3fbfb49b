//! A quantity: its equation with live values, its terms, what it rests on.

use eframe::egui::{Label, Ui};

use super::heading;
use super::parts::{Page, beside, equation, fact, lines, mono, section, with_unit};
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::{Basis, Case, Formula, Line};
use crate::explain::quantity::{Quantity, Scope};
use crate::explain::rests::{self, Leaf};
use crate::explain::runs::Part;
use crate::explain::term;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::disclosure;
use crate::model::levers::LeverId;
use crate::scenario::assumptions::{self, Count};
use crate::session::figures::lever_text;
use crate::units;

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
            case.pack.sectors.get_index(sector).map_or_else(String::new, |(_, s)| format!("{}, ", s.name))
        }
        Part::Lever(id) => format!("{}, ", id.spec().name),
    };
    heading(ui, page, quantity.name);
    let unit = case.unit(quantity, part);
    ui.label(text::note(ui, format!("{whose}{}, {} · {unit}", case.pack.name, page.year)));
    ui.label(quantity.words);
    if case.row(page.year).is_none() {
        let (first, last) = case.runs.span();
        ui.label(text::muted(ui, format!("This run goes from {first} to {last}: choose a year in between.")));
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
        section(ui, "Where");
        lines(ui, page, &terms, actions);
    }
    let basis = case.basis(quantity, part, &page.address);
    show_basis(ui, page, &basis, terms.is_empty(), actions);
    ui.add_space(space::S);
    let read = format!("Read “{}” in the model document", quantity.section);
    if text_button(ui, &read).clicked() {
        actions.push(Action::Read(quantity.section.to_owned()));
    }
}

/// The two values.
fn figures(ui: &mut Ui, case: &Case<'_>, quantity: &Quantity, part: Part, year: i32, unit: &str) {
    let (scenario, reference) = case.values(quantity, part, year);
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (name, value, colour) in [("Scenario", scenario, t.accent_text), ("Reference", reference, t.ink)] {
            ui.label(text::muted(ui, name));
            ui.label(text::strong(with_unit(value, unit)).color(colour));
            ui.add_space(space::M);
        }
    });
    if scenario.is_nan() && quantity.symbol == "cost_per_year" {
        ui.label(text::muted(ui, "No value: there is no net additional job-year to divide by."));
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
        let words = format!("With {}: {}", Count(names.len()), names.join(", "));
        ui.label(text::strong(words).color(tokens(ui).accent_text));
    }
}

/// Each sub-sector's value, with the way to its own equation.
fn by_sector(ui: &mut Ui, page: &Page<'_>, case: &Case<'_>, quantity: &Quantity, actions: &mut Vec<Action>) {
    section(ui, "By sub-sector");
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
                name: sector.name.clone(),
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
    section(ui, "Formula");
    equation(ui, |ui| {
        ui.add(Label::new(mono(formula.text)).wrap());
        if formula.scenario.is_empty() {
            return;
        }
        let same = formula.scenario == formula.reference;
        let year = if formula.year == page.year {
            format!("With the values of {}", formula.year)
        } else {
            format!("With the values of {}, the year before", formula.year)
        };
        ui.add_space(space::XS);
        let t = tokens(ui);
        let name = if same { "scenario and reference alike" } else { "scenario" };
        ui.label(text::note(ui, format!("{year}, {name}")));
        ui.add(Label::new(mono(&formula.scenario).color(t.accent_text)).wrap());
        if !same {
            ui.label(text::note(ui, "Reference"));
            ui.add(Label::new(mono(&formula.reference)).wrap());
        }
    });
}

/// How the lever is set, in its own unit.
fn setting(ui: &mut Ui, page: &Page<'_>, case: &Case<'_>, id: LeverId, actions: &mut Vec<Action>) {
    let spec = id.spec();
    section(ui, "The lever");
    match case.plan.levers.get(&id) {
        Some(setting) => {
            let level = lever_text(spec, setting.level, &case.pack.currency);
            let ramp = units::number(setting.ramp, units::decimals_of(setting.ramp).min(1));
            fact(ui, "Set to", format!("{level} from {} over {ramp} years", setting.start));
            let reason = if setting.reason.is_empty() { "no reason given" } else { setting.reason.as_str() };
            fact(ui, "Because", reason);
        }
        None => fact(ui, "Set to", "adopted policy"),
    }
    fact(ui, "In the model", spec.channel);
    let note = if spec.grade_note.is_empty() { String::new() } else { format!(" ({})", spec.grade_note) };
    fact(ui, "Grade", format!("{}{note}", spec.grade));
    if let Some(local) = case.pack.levers.get(&id) {
        let end = |level| lever_text(spec, level, &case.pack.currency);
        let covered =
            format!("{} to {}, {}", end(local.evidence.low), end(local.evidence.high), local.evidence.label.text());
        fact(ui, "Evidence", format!("covers {covered}. {}", local.evidence.note));
    }
    let evidence = format!("{}.levers.{id}.evidence", case.pack.id);
    let keys = spec.sources.iter().map(|key| (*key).to_owned());
    beside(ui, "Sources", |ui| {
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
    section(ui, "What it rests on");
    let count = basis.lines.len();
    let weakest = basis.weakest.map_or("", |label| label.text());
    let noun = if count == 1 { "constant or figure" } else { "constants and figures" };
    let words = match basis.assumed {
        0 => format!("In the end {count} {noun}; the weakest label is {weakest}."),
        1 => format!("In the end {count} {noun}, 1 of them an assumption; the weakest label is {weakest}."),
        n => format!("In the end {count} {noun}, {n} of them assumptions; the weakest label is {weakest}."),
    };
    ui.label(words);
    let id = ui.make_persistent_id("basis");
    let open_at_once = open_at_once || count <= FEW;
    let open = open_at_once || disclosure::is_open(ui, id);
    if !open_at_once {
        let words = if open { "Hide them" } else { "Show them all, with their sources" };
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
    heading(ui, page, field.name);
    ui.label(text::note(ui, format!("{} · {}", case.pack.name, page.money(field.unit))));
    let rows = case.pack.sectors.values().enumerate().map(|(at, sector)| {
        let id = case.sector_id(at, field.field);
        let entry = page.catalogue().get(&id);
        let value = entry.and_then(|entry| entry.value).unwrap_or(f64::NAN);
        Line {
            symbol: field.symbol.to_owned(),
            name: sector.name.clone(),
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
