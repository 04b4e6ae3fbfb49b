//! One city at a glance: headline cards, jobs large, the rest small.

use eframe::egui::{Rect, Ui, vec2};

use super::Scene;
use super::chart_card::{self, CHROME};
use super::city::{subject, unavailable};
use super::own;
use super::spot::Spot;
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::space;
use crate::gui::widgets::card::{self, Card, Verdict};
use crate::gui::widgets::explain;
use crate::model::indicators::Indicator;
use crate::session::charts::build::{self, Subject};
use crate::session::figures::{Display, is_better};
use crate::session::likely::Likely;
use crate::units;

/// The cards, in order, with the short title for a narrow window.
const CARDS: [(Indicator, &str, &str); 6] = [
    (Indicator::ManufacturingJobs, "Manufacturing jobs", "Jobs"),
    (Indicator::IndustrialFloorspace, "Floorspace", "Floorspace"),
    (Indicator::RealRent, "Real rent", "Real rent"),
    (Indicator::Vacancy, "Vacancy", "Vacancy"),
    (Indicator::HomesForgone, "Homes forgone", "Homes forgone"),
    (Indicator::CostPerNetJobYear, "Public cost per net job-year", "Cost per job-year"),
];

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
    let small_height = (viewport * 0.2).clamp(104.0, 240.0);
    let taken = cards + rows * (small_height + CHROME + space::S) + CHROME + 44.0;
    let large_height = (viewport - taken).clamp(190.0, 760.0);
    let jobs = build::indicator(&subject, Indicator::ManufacturingJobs);
    chart_card::show(ui, &jobs, spot, vec2(width, large_height), actions);
    ui.add_space(space::S);

    let charts: Vec<_> = SMALL.iter().map(|&of| build::indicator(&subject, of)).collect();
    chart_card::grid(ui, columns, charts.len(), |ui, i, width| {
        let spot = Spot { named: false, ..spot };
        chart_card::show(ui, &charts[i], spot, vec2(width, small_height), actions);
    });
}

/// Draws the cards; how high they are.
fn cards(ui: &mut Ui, scene: &Scene<'_>, subject: &Subject<'_>, actions: &mut Vec<Action>) -> f32 {
    let rects = card::grid(ui.cursor().min, ui.available_width(), CARDS.len());
    for ((of, title, short), rect) in CARDS.into_iter().zip(&rects) {
        if headline(ui, scene, subject, of, (title, short), *rect) {
            actions.push(Action::Explain(Address::column(&subject.pack.id, of.into())));
        }
    }
    let all = rects.iter().fold(Rect::NOTHING, |all, rect| all.union(*rect));
    ui.advance_cursor_after_rect(all);
    all.height()
}

/// Draws a card. Whether it is to be explained.
fn headline(
    ui: &mut Ui,
    scene: &Scene<'_>,
    subject: &Subject<'_>,
    of: Indicator,
    (title, short): (&str, &str),
    rect: Rect,
) -> bool {
    let year = scene.workspace.view.year;
    let (pack, outcome) = (subject.pack, subject.outcome);
    let value = outcome.scenario.at(of, year);
    let reference = outcome.reference.at(of, year);
    let display = Display::of(of, value.unwrap_or(0.0), &pack.currency);
    let figure = display.level(value.unwrap_or(f64::NAN));
    let delta = value.zip(reference).map(|(v, r)| v - r);
    let likely = Likely::new(subject.ranges, of, year, &display);
    let (change, verdict) = change(of, delta, &display, likely.as_ref().is_some_and(|likely| likely.is_open));
    let name = format!("{}, {}, {year}", of.name(), pack.name);
    let exact = value.map_or_else(
        || "No value: there is no net additional job-year to divide by.".to_owned(),
        |v| format!("Scenario {}", display.exactly(v).line()),
    );
    let against = reference.map_or_else(String::new, |r| format!("\nReference {}", display.exactly(r).line()));
    let quiet = quiet(of, likely.as_ref());
    let ranges: Vec<&str> = quiet.iter().filter_map(|line| line.first()).map(String::as_str).collect();
    let hint = format!("{} in {year}\n{exact}{against}\n{}\n{CENTRAL}", of.name(), ranges.join("\n"));
    let own = own::of(scene, &pack.id, of);
    let hint = match &own {
        Some(own) => format!("{hint}\n{}", own.full),
        None => hint,
    };
    let hint = format!("{hint}\nClick: how it is computed");
    let response = Card {
        name: &name,
        titles: [title, short],
        figure: &figure.number,
        unit: &figure.unit,
        value,
        change: &change,
        verdict,
        quiet: &quiet,
        hint: &hint,
        own: own.as_ref().map(|own| (own.short.as_str(), own.full.as_str())),
    }
    .show(ui, rect);
    response.clicked() || explain::is_asked(ui, &response)
}

/// What figures and ranges come from.
const CENTRAL: &str = "The figure is the central run. Ranges come from the ensemble: in one future of ten the value is \
                       below, in one of ten above. The range of the level holds all that may happen to the city; the \
                       range of the policy effect is scenario minus reference in the same futures.";

/// What is known of ranges, a line each, from the longest wording to the shortest.
fn quiet(of: Indicator, likely: Option<&Likely>) -> Vec<Vec<String>> {
    let Some(likely) = likely else {
        let words = if of == Indicator::CostPerNetJobYear { "no range" } else { "range follows" };
        return vec![vec![words.to_owned()]];
    };
    let percent = format!("80{}%", units::SPACE);
    let level = likely.level.as_ref().map(|range| {
        vec![
            format!("Level, {percent} range: {range}"),
            format!("Level {percent}: {range}"),
            format!("{percent}: {range}"),
            range.clone(),
        ]
    });
    let effect = likely.effect.as_ref().map(|range| {
        vec![
            format!("Policy effect, {percent} range: {range}"),
            format!("Effect {percent}: {range}"),
            format!("Effect: {range}"),
        ]
    });
    level.into_iter().chain(effect).chain([likely.words()]).filter(|line| !line.is_empty()).collect()
}

/// The change in mark, number and word.
fn change(of: Indicator, delta: Option<f64>, display: &Display, is_open: bool) -> (String, Verdict) {
    let Some(delta) = delta else {
        let words = if of == Indicator::CostPerNetJobYear { "public, net" } else { "no reference" };
        return (words.to_owned(), Verdict::Neutral);
    };
    let number = display.change(delta).number;
    let points = if of == Indicator::Vacancy { " pts" } else { "" };
    let mark = if delta > 0.0 { "▲" } else { "▼" };
    if is_open && is_better(of, delta, display).is_some() {
        // Nobody can say which of the two it is.
        let words = if of.is_difference() { String::from(mark) } else { format!("{mark} {number}{points}") };
        return (words, Verdict::Neutral);
    }
    if of.is_difference() {
        // The figure is the change already.
        let more = if delta > 0.0 { "more" } else { "fewer" };
        return match is_better(of, delta, display) {
            Some(true) => (format!("{mark} {more}, better"), Verdict::Better),
            Some(false) => (format!("{mark} {more}, worse"), Verdict::Worse),
            None => ("as the reference".to_owned(), Verdict::Neutral),
        };
    }
    match is_better(of, delta, display) {
        Some(true) => (format!("{mark} {number}{points} better"), Verdict::Better),
        Some(false) => (format!("{mark} {number}{points} worse"), Verdict::Worse),
        None if number.bytes().any(|b| matches!(b, b'1'..=b'9')) => {
            (format!("{mark} {number}{points}"), Verdict::Neutral)
        }
        None => ("as the reference".to_owned(), Verdict::Neutral),
    }
}
