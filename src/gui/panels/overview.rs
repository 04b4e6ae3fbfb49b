//! One city at a glance: headline cards, jobs large, the rest small.

use eframe::egui::{Popup, Rect, Response, Ui, pos2, vec2};

use super::Scene;
use super::chart_card::{self, CHROME};
use super::city::{dressed, subject, unavailable};
use super::own;
use super::spot::Spot;
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space};
use crate::gui::tour;
use crate::gui::widgets::buttons::menu_item;
use crate::gui::widgets::card::{self, Card, Verdict};
use crate::gui::widgets::{explain, meaning};
use crate::model::indicators::Indicator;
use crate::session::charts::build::{self, Subject};
use crate::session::figures::{Display, is_better};
use crate::session::help::glossary::{self, Entry};
use crate::session::likely::Likely;
use crate::session::tour::Step;
use crate::t;
use crate::units;
use crate::words;

/// The cards, in order, with the short title for a narrow window.
const CARDS: [Indicator; 6] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::HomesForgone,
    Indicator::CostPerNetJobYear,
];

/// The titles of a card, the second for a narrow one.
fn titles(of: Indicator) -> [&'static str; 2] {
    match of {
        Indicator::ManufacturingJobs => [t!("overview-jobs"), t!("overview-jobs-short")],
        Indicator::IndustrialFloorspace => [t!("overview-floorspace"); 2],
        Indicator::RealRent => [t!("overview-rent"); 2],
        Indicator::Vacancy => [t!("overview-vacancy"); 2],
        Indicator::HomesForgone => [t!("overview-homes"); 2],
        Indicator::CostPerNetJobYear => [t!("overview-cost"), t!("overview-cost-short")],
        other => [words::indicator(other); 2],
    }
}

/// The small charts, in order.
const SMALL: [Indicator; 6] = [
    Indicator::IndustrialFloorspace,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::IndustrialLand,
    Indicator::HomesForgone,
    Indicator::PublicCost,
];

/// From this height on the small charts stand in two rows (points).
const TALL: f32 = 1000.0;

/// Draws the overview of a city.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, id: &str, actions: &mut Vec<Action>) {
    let Some(subject) = subject(scene, id) else { return unavailable(ui, scene, id) };
    let viewport = ui.clip_rect().height();
    let cards = cards(ui, scene, &subject, actions);
    ui.add_space(space::S);

    let spot = Spot { scene, city: id, year: scene.workspace.view.year, named: true };
    let width = ui.available_width();
    let columns = chart_card::columns(width, 216.0, SMALL.len());
    // Six charts in full rows: six, three or two columns.
    let most = if viewport > TALL { 3 } else { 6 };
    let columns = [6, 3, 2, 1].into_iter().find(|&n| n <= columns.min(most)).unwrap_or(1);
    let rows = if viewport > TALL { 2.0 } else { 1.0 };
    let small_height = (viewport * 0.18).clamp(96.0, 240.0);
    let taken = cards + rows * (small_height + CHROME + space::S) + CHROME + 44.0;
    let large_height = (viewport - taken).clamp(150.0, 760.0);
    let jobs = dressed(scene, &subject, build::indicator(&subject, Indicator::ManufacturingJobs));
    let top = ui.cursor().min;
    chart_card::show(ui, &jobs, spot, vec2(width, large_height), actions);
    tour::spot::mark(ui, Step::Window, Rect::from_min_max(top, pos2(top.x + width, ui.min_rect().bottom())), None);
    ui.add_space(space::S);

    let charts: Vec<_> = SMALL.iter().map(|&of| dressed(scene, &subject, build::indicator(&subject, of))).collect();
    chart_card::grid(ui, columns, charts.len(), |ui, i, width| {
        let spot = Spot { named: false, ..spot };
        chart_card::show(ui, &charts[i], spot, vec2(width, small_height), actions);
    });
}

/// Draws the cards; how high they are.
fn cards(ui: &mut Ui, scene: &Scene<'_>, subject: &Subject<'_>, actions: &mut Vec<Action>) -> f32 {
    let rects = card::grid(ui.cursor().min, ui.available_width(), CARDS.len());
    for (of, rect) in CARDS.into_iter().zip(&rects) {
        let card = headline(ui, scene, subject, of, *rect);
        let explained = || Action::Explain(Address::column(&subject.pack.id, of.into()));
        if card.clicked() || explain::is_asked(ui, &card) {
            actions.push(explained());
        }
        let Some(term) = glossary::of_indicator(of).map(Entry::term) else { continue };
        meaning::offer(ui, &card, term);
        Popup::context_menu(&card).show(|ui| {
            let how = (t!("overview-how"), UiCommand::Explain.main_keys(ui.ctx()));
            if menu_item(ui, icons::INFO, how.0, &how.1, true).clicked() {
                actions.push(explained());
                ui.close();
            }
            let meaning = (t!("overview-meaning"), UiCommand::Help.main_keys(ui.ctx()));
            if menu_item(ui, icons::HELP, meaning.0, &meaning.1, true).clicked() {
                actions.push(Action::Help(scene.workspace.help.seeking(term)));
                ui.close();
            }
        });
    }
    let all = rects.iter().fold(Rect::NOTHING, |all, rect| all.union(*rect));
    ui.advance_cursor_after_rect(all);
    all.height()
}

/// Draws a card.
fn headline(ui: &mut Ui, scene: &Scene<'_>, subject: &Subject<'_>, of: Indicator, rect: Rect) -> Response {
    let year = scene.workspace.view.year;
    let (pack, outcome) = (subject.pack, subject.outcome);
    let value = outcome.scenario.at(of, year);
    let reference = outcome.reference.at(of, year);
    let display = Display::of(of, value.unwrap_or(0.0), &pack.currency);
    let figure = display.level(value.unwrap_or(f64::NAN));
    let delta = value.zip(reference).map(|(v, r)| v - r);
    let likely = Likely::new(subject.ranges, of, year, &display);
    let (change, verdict) = change(of, delta, &display, likely.as_ref().is_some_and(|likely| likely.is_open));
    let name = format!("{}, {}, {year}", words::indicator(of), words::city(pack));
    let exact = value.map_or_else(
        || t!("overview-no-value").to_owned(),
        |v| t!("overview-scenario", figure = display.exactly(v).line()),
    );
    let exact_reference = |r: f64| t!("overview-reference", figure = display.exactly(r).line());
    let against = reference.map_or_else(String::new, |r| format!("\n{}", exact_reference(r)));
    let quiet = match value {
        // A range of costs per job says nothing where there are no jobs.
        None if of == Indicator::CostPerNetJobYear => vec![vec![t!("overview-no-net-jobs").to_owned()]],
        _ => quiet(of, likely.as_ref()),
    };
    let ranges: Vec<&str> = quiet.iter().filter_map(|line| line.first()).map(String::as_str).collect();
    let heading = t!("overview-in-year", what = words::indicator(of), year = year);
    let hint = format!("{heading}\n{exact}{against}\n{}\n{}", ranges.join("\n"), t!("overview-central"));
    let own = own::of(scene, &pack.id, of);
    let hint = match &own {
        Some(own) => format!("{hint}\n{}", own.full),
        None => hint,
    };
    let meaning = t!("overview-meaning-key", key = UiCommand::Help.main_keys(ui.ctx()));
    let hint = format!("{hint}\n{}\n{meaning}", t!("overview-click"));
    let response = Card {
        name: &name,
        titles: titles(of),
        figure: &figure.number,
        units: [&figure.unit, &figure.short],
        value,
        change: &change,
        verdict,
        quiet: &quiet,
        hint: &hint,
        own: own.as_ref().map(|own| (own.short.as_str(), own.full.as_str())),
    }
    .show(ui, rect);
    if of == CARDS[0] {
        tour::spot::mark(ui, Step::Card, response.rect, Some(response.id));
    }
    response
}

/// What is known of ranges, a line each, from the longest wording to the shortest.
fn quiet(of: Indicator, likely: Option<&Likely>) -> Vec<Vec<String>> {
    let Some(likely) = likely else {
        let is_ratio = of == Indicator::CostPerNetJobYear;
        let words = if is_ratio { t!("overview-no-range") } else { t!("overview-range-follows") };
        return vec![vec![words.to_owned()]];
    };
    let level = likely.level.as_ref().map(|range| {
        vec![
            t!("overview-level-range", range = range),
            t!("overview-level", range = range),
            t!("overview-range", range = range),
            range.clone(),
        ]
    });
    let effect = likely.effect.as_ref().map(|range| {
        vec![
            t!("overview-effect-range", range = range),
            t!("overview-effect-80", range = range),
            t!("overview-effect", range = range),
        ]
    });
    level.into_iter().chain(effect).chain([likely.words()]).filter(|line| !line.is_empty()).collect()
}

/// The change in mark, number and word.
fn change(of: Indicator, delta: Option<f64>, display: &Display, is_open: bool) -> (String, Verdict) {
    let Some(delta) = delta else {
        let is_ratio = of == Indicator::CostPerNetJobYear;
        let words = if is_ratio { t!("overview-public-net") } else { t!("overview-no-reference") };
        return (words.to_owned(), Verdict::Neutral);
    };
    let number = display.change(delta).number;
    let points = if of == Indicator::Vacancy { format!(" {}", t!("figures-points-short")) } else { String::new() };
    let mark = if delta > 0.0 { "▲" } else { "▼" };
    if is_open && is_better(of, delta, display).is_some() {
        // Nobody can say which of the two it is.
        let words = if of.is_difference() { String::from(mark) } else { format!("{mark} {number}{points}") };
        return (words, Verdict::Neutral);
    }
    if of.is_difference() {
        // The figure is the change already.
        let (words, verdict) = match (is_better(of, delta, display), delta > 0.0) {
            (Some(true), true) => (t!("overview-more-better"), Verdict::Better),
            (Some(true), false) => (t!("overview-fewer-better"), Verdict::Better),
            (Some(false), true) => (t!("overview-more-worse"), Verdict::Worse),
            (Some(false), false) => (t!("overview-fewer-worse"), Verdict::Worse),
            (None, _) => return (t!("overview-as-reference").to_owned(), Verdict::Neutral),
        };
        return (format!("{mark} {words}"), verdict);
    }
    match is_better(of, delta, display) {
        Some(true) => (t!("overview-better", change = format!("{mark} {number}{points}")), Verdict::Better),
        Some(false) => (t!("overview-worse", change = format!("{mark} {number}{points}")), Verdict::Worse),
        None if !units::is_zero(&number) => (format!("{mark} {number}{points}"), Verdict::Neutral),
        None => (t!("overview-as-reference").to_owned(), Verdict::Neutral),
    }
}
