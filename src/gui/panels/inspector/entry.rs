//! Anything else that is known: figures, series, outlooks, publications.

use eframe::egui::{Grid, Ui, vec2};

use super::heading;
use super::parts::{Page, beside, fact, lines, section, with_unit};
use crate::evidence::entries::{self, Entry, Kind, Origin};
use crate::evidence::worth;
use crate::explain::address::{Address, Topic};
use crate::explain::explanation::{Line, number};
use crate::explain::quantity::{Quantity, Scope};
use crate::explain::rests::{self, Leaf};
use crate::explain::runs::Part;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::model::calibration::{Calibration, Fitted};
use crate::model::city::{CityPack, Series};
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::provenance::{Label, Quantity as Figure};
use crate::session::view::Tab;
use crate::t;
use crate::words;

/// Draws the page of an entry.
pub fn show(ui: &mut Ui, page: &Page<'_>, entry: &Entry, actions: &mut Vec<Action>) {
    let pack = entry.city.as_ref().and_then(|id| page.library().packs.get(id));
    let constant = match &entry.origin {
        Origin::Prior(id) => id.parse().ok(),
        Origin::Fit(id) => Some(*id),
        _ => None,
    };
    if let Some(id) = constant {
        super::constant::show(ui, page, id, actions);
        return;
    }
    heading(ui, page, &entry.label);
    ui.label(text::note(ui, format!("{} · {}", words::kind(entry.kind.text()), entry.id)));
    if let Some(value) = entry.value {
        let year = entry.year.map_or_else(String::new, |year| format!(", {year}"));
        ui.label(text::strong(format!("{}{year}", with_unit(value, &page_unit(pack, &entry.unit)))).size(text::TITLE));
    }
    match &entry.origin {
        Origin::Source(key) => return publication(ui, page, key, entry, actions),
        Origin::Evidence(lever) => {
            let range = |end: Option<f64>| end.map_or_else(String::new, number);
            let (low, high, unit) = (range(entry.low), range(entry.high), words::unit(&entry.unit));
            fact(ui, t!("inspector-covers"), t!("inspector-allowed", low = low, high = high, unit = unit));
            fact(ui, t!("inspector-lever"), words::lever(*lever));
        }
        Origin::Trend(sector) => {
            let fit = pack.and_then(|pack| page.library().calibrations.get(&pack.id));
            if let Some(fitted) = fit.and_then(|fit| fit.trend(sector)) {
                fit_facts(ui, fitted, &entry.unit, actions);
            }
        }
        Origin::Past(path) => {
            if let Some((low, high)) = entry.low.zip(entry.high) {
                let words = t!("inspector-draws-in", low = number(low), high = number(high));
                fact(ui, t!("inspector-range"), words);
            }
            let prior = pack.and_then(|pack| worth::past_priors(pack).find(|(of, ..)| of == path));
            if let Some((.., prior)) = prior {
                fact(ui, t!("inspector-why"), &prior.evidence);
                inputs(ui, page, pack, &prior.from, actions);
            }
        }
        Origin::Point(..) | Origin::Figure(_) | Origin::Driver(..) | Origin::Prior(_) | Origin::Fit(_) => {}
    }
    let figure = figure_of(page, pack, entry);
    known(ui, page, pack, entry, figure, actions);
    match &entry.origin {
        Origin::Figure(path) => {
            if let Some(pack) = pack {
                used(ui, page, pack, path, actions);
            }
        }
        Origin::Point(id, at) => {
            series(ui, page, pack, id, *at, actions);
        }
        Origin::Driver(_, driver) => users(ui, page, &[Leaf::Driver(*driver)], actions),
        Origin::Trend(sector) => {
            if let Some(pack) = pack {
                used(ui, page, pack, &Calibration::trend_id(sector), actions);
            }
        }
        Origin::Evidence(_) | Origin::Prior(_) | Origin::Fit(_) | Origin::Past(_) | Origin::Source(_) => {}
    }
}

/// A unit in a city's money.
fn page_unit(pack: Option<&CityPack>, unit: &str) -> String {
    let unit = pack.map_or_else(|| unit.to_owned(), |pack| unit.replace("currency", &pack.currency.code));
    words::unit(&unit).into_owned()
}

fn figure_of<'a>(page: &Page<'a>, pack: Option<&'a CityPack>, entry: &Entry) -> Option<&'a Figure> {
    match &entry.origin {
        Origin::Figure(path) => worth::figure(pack?, path),
        Origin::Driver(outlook, driver) => page.library().outlooks.get(outlook)?.drivers.get(driver),
        _ => None,
    }
}

/// Label, note, inputs and source of an entry.
fn known(
    ui: &mut Ui,
    page: &Page<'_>,
    pack: Option<&CityPack>,
    entry: &Entry,
    figure: Option<&Figure>,
    actions: &mut Vec<Action>,
) {
    if let Some(confidence) = entry.confidence {
        fact(ui, t!("inspector-label"), label_words(figure.map(|figure| figure.label), confidence));
    }
    if let Some(note) = figure.and_then(|figure| figure.note.as_deref()) {
        fact(ui, t!("inspector-note"), note);
    }
    if let Some(figure) = figure {
        inputs(ui, page, pack, &figure.from, actions);
    }
    source(ui, page, pack, &entry.source, actions);
}

/// A label in words, with the number's own where its inputs weaken it.
#[must_use]
pub fn label_words(own: Option<Label>, counted: Label) -> String {
    let words = words::label(counted);
    let words = if counted.is_assumption() { t!("inspector-an-assumption", label = words) } else { words.to_owned() };
    match own {
        Some(own) if own != counted => t!("inspector-no-better", counted = words, own = words::label(own)),
        _ => words,
    }
}

/// What history made of a number: centre, range, what was believed before, and
/// where the whole fit is.
pub fn fit_facts(ui: &mut Ui, fitted: &Fitted, unit: &str, actions: &mut Vec<Action>) {
    let range = |(low, high): (f64, f64)| t!("figures-to", low = number(low), high = number(high));
    let centre = with_unit(fitted.centre(), unit);
    let words = t!("inspector-fitted-draws", value = centre, range = range(fitted.range()));
    fact(ui, t!("inspector-fitted"), words);
    let left = number((100.0 * fitted.doubt_left()).round());
    let before = range(fitted.prior_range());
    fact(ui, t!("inspector-before"), t!("inspector-before-left", range = before, left = left));
    if let Some(draws) = fitted.draws {
        let words = t!("inspector-draws-worth", count = number(draws.effective), rhat = number(draws.r_hat));
        fact(ui, t!("inspector-draws"), words);
    }
    beside(ui, "", |ui| {
        if text_button(ui, Tab::Fit.label()).clicked() {
            actions.push(Action::Show(Tab::Fit));
        }
    });
}

/// What a number was made of, with links.
pub fn inputs(ui: &mut Ui, page: &Page<'_>, pack: Option<&CityPack>, from: &[String], actions: &mut Vec<Action>) {
    if from.is_empty() {
        return;
    }
    beside(ui, t!("inspector-made-from"), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
            for name in from {
                match entries::input(page.library(), pack, name) {
                    Some(id) => {
                        let hint = page.catalogue().get(&id).map_or("", |entry| entry.label.as_str());
                        if text_button(ui, name).on_hover_text(hint).clicked() {
                            actions.push(page.go(Address { topic: Topic::Entry(id), ..page.address.clone() }));
                        }
                    }
                    None => {
                        ui.label(name);
                    }
                }
            }
        });
    });
}

/// The source of a number: its citation, licence, and a link to its entry.
pub fn source(ui: &mut Ui, page: &Page<'_>, pack: Option<&CityPack>, key: &str, actions: &mut Vec<Action>) {
    let Some(source) = page.library().source(pack, key) else {
        fact(ui, t!("inspector-source"), if key.is_empty() { t!("inspector-none") } else { key });
        return;
    };
    fact(ui, t!("inspector-source"), &source.citation);
    if let Some(licence) = &source.licence {
        fact(ui, t!("inspector-licence"), licence);
    }
    beside(ui, "", |ui| {
        if text_button(ui, &t!("inspector-everything", key = key)).clicked() {
            actions.push(page.go(Address { topic: Topic::Entry(key.to_owned()), ..page.address.clone() }));
        }
    });
}

/// A publication: its licence, and what rests on it.
fn publication(ui: &mut Ui, page: &Page<'_>, key: &str, entry: &Entry, actions: &mut Vec<Action>) {
    let pack = entry.city.as_ref().and_then(|id| page.library().packs.get(id));
    if let Some(licence) = page.library().source(pack, key).and_then(|source| source.licence.as_deref()) {
        fact(ui, t!("inspector-licence"), licence);
    }
    section(ui, t!("inspector-rests-on-it"));
    let of = |entry: &Entry| Line {
        symbol: String::new(),
        name: entry.label.clone(),
        unit: format!("{} · {}", entry.id, words::unit(&entry.unit)),
        year: entry.year,
        scenario: entry.value.unwrap_or(f64::NAN),
        reference: entry.value.unwrap_or(f64::NAN),
        link: Some(Address { topic: Topic::Entry(link_of(entry)), ..page.address.clone() }),
        label: entry.confidence,
        source: String::new(),
        own: false,
    };
    let rows: Vec<Line> = page.catalogue().entries().iter().filter(|other| other.source == key).map(of).collect();
    if rows.is_empty() {
        ui.label(text::muted(ui, t!("inspector-no-number")));
    }
    lines(ui, page, &rows, actions);
}

/// The id that leads to an entry: that of a series with the year.
fn link_of(entry: &Entry) -> String {
    match (entry.kind, entry.year) {
        (Kind::Series | Kind::Forecast, Some(year)) => format!("{}@{year}", entry.id),
        _ => entry.id.clone(),
    }
}

/// Where a figure of the pack is used.
fn used(ui: &mut Ui, page: &Page<'_>, pack: &CityPack, path: &str, actions: &mut Vec<Action>) {
    let leaves: Vec<Leaf> = match path.split('.').collect::<Vec<_>>().as_slice() {
        ["starts", _, "protected_share"] => {
            vec![Leaf::Start("protected_share"), Leaf::Adopted(LeverId::ProtectedShare)]
        }
        ["starts", _, field] => worth_field(pack, field).map(Leaf::Start).into_iter().collect(),
        ["starts", _, "reference", group, lever] | ["levers", group, lever, "reference"] => {
            format!("{group}.{lever}").parse().map(Leaf::Adopted).into_iter().collect()
        }
        ["sectors", _, field] => crate::explain::term::SECTORS
            .iter()
            .find(|of| of.field == *field)
            .map(|of| Leaf::Sector(of.field))
            .into_iter()
            .collect(),
        ["levers", _, _, "maximum"] => {
            section(ui, t!("inspector-used"));
            ui.label(t!("inspector-ends-lever"));
            return;
        }
        ["currency", _] => {
            section(ui, t!("inspector-used"));
            ui.label(t!("inspector-turns-money"));
            return;
        }
        ["drift", ..] => vec![Leaf::Observed],
        _ => Vec::new(),
    };
    users(ui, page, &leaves, actions);
}

/// The name of a field of the start, as the equations know it.
fn worth_field(pack: &CityPack, field: &str) -> Option<&'static str> {
    let known = pack.starts.values().next().map(worth::start_figures)?;
    known.into_iter().map(|(name, _)| name).find(|name| *name == field)
}

/// The equations that name something, and the indicators that rest on it.
pub fn users(ui: &mut Ui, page: &Page<'_>, leaves: &[Leaf], actions: &mut Vec<Action>) {
    if leaves.is_empty() {
        return;
    }
    section(ui, t!("inspector-used"));
    let mut quantities: Vec<&'static Quantity> = Vec::new();
    let mut indicators: Vec<&str> = Vec::new();
    for leaf in leaves {
        for quantity in rests::used_in(*leaf) {
            if quantities.iter().all(|other| other.symbol != quantity.symbol) {
                quantities.push(quantity);
            }
        }
        for indicator in rests::indicators(*leaf) {
            if !indicators.contains(&words::indicator(indicator)) {
                indicators.push(words::indicator(indicator));
            }
        }
    }
    let row = |quantity: &&'static Quantity| {
        let part = match quantity.scope() {
            Scope::Lever => leaves.iter().find_map(lever_of).map_or(Part::Whole, Part::Lever),
            Scope::City | Scope::Sector => Part::Whole,
        };
        let (scenario, reference) =
            page.case.as_ref().map_or((f64::NAN, f64::NAN), |case| case.values(quantity, part, page.year));
        Line {
            symbol: quantity.symbol.to_owned(),
            name: words::quantity(quantity.symbol, quantity.name).to_owned(),
            unit: page.case.as_ref().map_or_else(String::new, |case| case.unit(quantity, part)),
            year: None,
            scenario,
            reference,
            link: page
                .case
                .as_ref()
                .map(|_| Address { topic: Topic::Quantity(quantity.symbol, part), ..page.address.clone() }),
            label: None,
            source: String::new(),
            own: false,
        }
    };
    let rows: Vec<Line> = quantities.iter().map(row).collect();
    lines(ui, page, &rows, actions);
    if !indicators.is_empty() {
        ui.add_space(space::XS);
        ui.label(text::note(ui, t!("inspector-reaches", names = indicators.join(", ").to_lowercase())));
    }
}

/// The lever that a leaf is about.
fn lever_of(leaf: &Leaf) -> Option<LeverId> {
    match leaf {
        Leaf::Adopted(id) => Some(*id),
        Leaf::Parameter(parameter) => LeverId::all().find(|id| id.spec().lag == *parameter),
        _ => None,
    }
}

/// A series around one of its values.
fn series(ui: &mut Ui, page: &Page<'_>, pack: Option<&CityPack>, id: &str, at: usize, actions: &mut Vec<Action>) {
    let Some(series) = page.catalogue().series(pack, id) else { return };
    if let Some(note) = series.points.get(at).and_then(|point| point.note.as_deref()) {
        fact(ui, t!("inspector-note"), note);
    }
    fact(ui, t!("inspector-covers"), &series.geography);
    if let Some(conflict) = &series.conflict {
        fact(ui, t!("inspector-know-first"), conflict);
    }
    if series.fit {
        fact(ui, t!("inspector-fitted"), t!("inspector-may-fit"));
    }
    if pack.is_some_and(|pack| pack.drift.iter().any(|segment| segment.series == id)) {
        users(ui, page, &[Leaf::Observed], actions);
    }
    section(ui, t!("inspector-series"));
    points(ui, page, id, series, at, actions);
}

fn points(ui: &mut Ui, page: &Page<'_>, id: &str, series: &Series, chosen: usize, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    Grid::new("points").num_columns(4).spacing([16.0, 3.0]).show(ui, |ui| {
        for (at, point) in series.points.iter().enumerate() {
            let year = point.period.clone().unwrap_or_else(|| point.year.to_string());
            if at == chosen {
                ui.label(text::strong(year).color(t.accent_text));
            } else if text_button(ui, &year).clicked() {
                let topic = Topic::Entry(format!("{id}@{}", point.year));
                actions.push(page.go(Address { topic, ..page.address.clone() }));
            }
            ui.label(with_unit(point.value, &words::unit(point.unit.as_ref().unwrap_or(&series.unit))));
            ui.label(text::note(ui, words::label(point.label)));
            ui.label(text::note(ui, if point.main { "" } else { t!("inspector-other-definition") }));
            ui.end_row();
        }
    });
}

/// A driver of the outlook: the scenario's value against the named outlook's.
pub fn driver(ui: &mut Ui, page: &Page<'_>, id: DriverId, actions: &mut Vec<Action>) {
    let spec = id.spec();
    let choice = &page.scenario().outlook;
    let unit = words::unit(spec.unit);
    heading(ui, page, words::driver(id));
    ui.label(text::note(ui, t!("inspector-driver", unit = unit.as_ref())));
    ui.label(words::driver_meaning(id));
    let base = format!("outlooks.{}.{id}", choice.base);
    let entry = page.catalogue().get(&base);
    let named = entry.and_then(|entry| entry.value).unwrap_or(f64::NAN);
    let value = choice.changes.get(&id).map_or(named, |change| change.value);
    ui.label(text::strong(with_unit(value, &unit)).size(text::TITLE));
    if let Some(change) = choice.changes.get(&id) {
        let reason = if change.reason.is_empty() { t!("sources-no-reason") } else { change.reason.as_str() };
        let words = t!("inspector-driver-changed", value = with_unit(named, &unit), reason = reason);
        ui.label(text::strong(words).color(tokens(ui).accent_text));
    }
    fact(ui, t!("levers-in-model"), words::driver_channel(id));
    if let Some(entry) = entry {
        let figure = figure_of(page, None, entry);
        known(ui, page, None, entry, figure, actions);
    }
    users(ui, page, &[Leaf::Driver(id)], actions);
}
