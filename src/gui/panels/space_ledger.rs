//! What became of every square metre: a flow picture and the same numbers as a table.

use eframe::egui::{Ui, vec2};

use super::cells::{Cell, heading};
use super::city::unavailable;
use super::own::{self, Mark};
use super::{Scene, card, chart_card, number};
use crate::explain::address::{Address, Topic};
use crate::explain::runs as explained;
use crate::gui::app::action::Action;
use crate::gui::charts::flow;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::explain;
use crate::gui::widgets::number_field::NumberField;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::session::figures::Display;
use crate::session::space::Space;
use crate::session::view::Place;
use crate::units;

/// What a row of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The whole stock.
    Stock,
    /// A part of the stock above, by who uses it.
    Use,
    /// What came in or, with a minus, went.
    Flow,
}

/// When what a row says is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// At the start of the period.
    Start,
    /// In its last year.
    Last,
    /// At its end.
    End,
}

/// A row of the table: what it is, its name, the quantity behind it, when that
/// is computed, and its value (m²).
type Row = (Kind, &'static str, &'static str, When, fn(&Space) -> f64);

const ROWS: [Row; 15] = [
    (Kind::Stock, "At the start", "S", When::Start, |s| s.start.total()),
    (Kind::Use, "Manufacturing", "F_M", When::Start, |s| s.start.manufacturing),
    (Kind::Use, "Other users", "F_N", When::Start, |s| s.start.other_users),
    (Kind::Use, "Vacant", "v", When::Start, |s| s.start.vacant),
    (Kind::Flow, "Built", "Q1", When::Last, |s| s.completed),
    (Kind::Flow, "Re-provided on released sites", "Rep", When::Last, |s| s.reprovided),
    (Kind::Flow, "Intensified on protected sites", "Int", When::Last, |s| s.intensified),
    (Kind::Flow, "Converted with released land", "Lost", When::Last, |s| -s.converted),
    (Kind::Flow, "Obsolete", "S", When::End, |s| -s.obsolete),
    (Kind::Stock, "At the end", "S", When::End, |s| s.end.total()),
    (Kind::Use, "Manufacturing", "F_M", When::End, |s| s.end.manufacturing),
    (Kind::Use, "Other users", "F_N", When::End, |s| s.end.other_users),
    (Kind::Use, "Vacant", "v", When::End, |s| s.end.vacant),
    (Kind::Use, "All of these: kept from the start", "S", When::End, Space::kept),
    (Kind::Flow, "Unaccounted for", "S", When::End, Space::gap),
];

/// The columns of the table.
const COLUMNS: [&str; 3] = ["Scenario", "Reference", "Difference"];
/// How far the uses of a stock stand in (points).
const INDENT: f32 = 14.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let ids: Vec<&String> = match &workspace.view.place {
        Place::City(id) => vec![id],
        Place::All => workspace.document().scenario().cities.keys().collect(),
    };
    header(ui, scene, &ids, actions);
    ui.add_space(space::XS);
    let tall = ui.clip_rect().height();
    if let [id] = ids[..] {
        let Some(part) = Part::of(scene, id) else { return unavailable(ui, scene, id) };
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            part.picture(ui, (tall * 0.46).clamp(250.0, 620.0));
        });
        ui.add_space(space::S);
        card(ui, |ui| part.table(ui, actions));
        return;
    }
    let columns = chart_card::columns(ui.available_width(), 440.0, ids.len());
    chart_card::grid(ui, columns, ids.len(), |ui, i, width| {
        let Some(part) = Part::of(scene, ids[i]) else { return unavailable(ui, scene, ids[i]) };
        card(ui, |ui| {
            ui.set_width(width - 26.0);
            part.picture(ui, 270.0);
        });
    });
}

/// The period: from a year of its own to the chosen year.
fn header(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], actions: &mut Vec<Action>) {
    let results = scene.workspace.document().results();
    let spans = ids.iter().filter_map(|id| results.city(id)).map(|result| result.inputs().span());
    let Some((first, _)) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return };
    let (from, to) = period(scene, first);
    ui.horizontal(|ui| {
        ui.label(text::title("What became of every square metre from"));
        let field = NumberField::new("First year of the ledger", &from.to_string(), 44.0).show(ui);
        field.0.on_hover_text("The year at whose start the period begins. It ends with the chosen year.");
        if let Some(year) = number(field.1, "First year of the ledger", "a year", actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the year is clamped")]
            actions.push(Action::LedgerFrom(Some(year.round() as i32)));
        }
        ui.label(text::title(format!("to {to}")));
        ui.add_space(space::S);
        for (words, year) in [("whole period", None), ("one year", Some(to - 1))] {
            if text_button(ui, words).clicked() {
                actions.push(Action::LedgerFrom(year));
            }
        }
    });
}

/// The period shown of a projection that begins in `first`.
fn period(scene: &Scene<'_>, first: i32) -> (i32, i32) {
    let view = &scene.workspace.view;
    let to = view.year.max(first + 1);
    (view.ledger_from.unwrap_or(first).clamp(first, to - 1), to)
}

/// What is shown of a city.
struct Part<'a> {
    pack: &'a CityPack,
    own: Option<Mark>,
    scenario: Space,
    reference: Space,
    display: Display,
}

impl<'a> Part<'a> {
    fn of(scene: &Scene<'a>, id: &str) -> Option<Self> {
        let pack = scene.workspace.library().packs.get(id)?;
        let outcome = &scene.workspace.document().results().city(id)?.outcome;
        let (from, to) = period(scene, outcome.scenario.first_year());
        let scenario = Space::over(&outcome.scenario, from, to)?;
        let display = Display::of(Indicator::IndustrialFloorspace, scenario.start.total(), &pack.currency);
        let reference = Space::over(&outcome.reference, from, to)?;
        Some(Self { pack, own: own::of(scene, id, Indicator::IndustrialFloorspace), scenario, reference, display })
    }

    fn name(&self) -> String {
        format!("{}, {} to {}", self.pack.name, self.scenario.from, self.scenario.to)
    }

    fn picture(&self, ui: &mut Ui, height: f32) {
        ui.label(text::title(format!("Industrial floorspace, {}", self.name())));
        ui.label(text::note(ui, format!("{}. {}", self.display.unit, self.uses())));
        own::line(ui, self.own.as_ref());
        ui.add_space(space::S);
        let size = vec2(ui.available_width(), height);
        flow::show(ui, &self.scenario, &self.display, &format!("Space ledger, {}", self.name()), size);
    }

    /// Who uses more or less of it than at the start.
    fn uses(&self) -> String {
        let (start, end) = (self.scenario.start.named(), self.scenario.end.named());
        let change = |i: usize| {
            let delta = end[i].1 - start[i].1;
            let word = if delta < 0.0 { "less" } else { "more" };
            format!("{} {word}", self.display.level(delta.abs()).number)
        };
        format!("Manufacturing has {} than at the start, other users {}, vacant {}.", change(0), change(1), change(2))
    }

    /// How the quantity of a row is computed.
    fn explanation(&self, symbol: &'static str, when: When) -> Action {
        let back = match when {
            When::Start => self.scenario.to - self.scenario.from,
            When::Last => 1,
            When::End => 0,
        };
        let topic = Topic::Quantity(symbol, explained::Part::Whole);
        Action::Explain(Address { back, ..Address::new(&self.pack.id, topic) })
    }

    fn table(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let t = tokens(ui);
        let (scenario, reference) = (self.scenario.rounded(), self.reference.rounded());
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let names = (ui.available_width() * 0.4).clamp(150.0, 320.0);
        let width = ((ui.available_width() - names) / 3.0).min(170.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            heading(ui, names, "", "");
            for title in COLUMNS {
                heading(ui, width, title, "m²");
            }
        });
        for (kind, name, symbol, when, of) in ROWS {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let strong = kind == Kind::Stock;
                let indent = if kind == Kind::Use { INDENT } else { 0.0 };
                let ink = if kind == Kind::Use { t.muted } else { t.ink };
                ui.add_space(indent);
                let moment = match when {
                    When::Start => self.scenario.from,
                    When::Last | When::End => self.scenario.to,
                };
                let spoken = format!("{name}, {moment}: how it is computed");
                let cell = Cell { is_name: true, strong, spoken: &spoken, ..Cell::new(name, ink) };
                let row = cell.link(ui, names - indent).on_hover_text("How it is computed");
                let mut pressed = row.clicked() || explain::is_asked(ui, &row);
                let (a, b) = (of(&scenario), of(&reference));
                let words = |value| if kind == Kind::Flow { units::signed(value, 0) } else { units::number(value, 0) };
                let change = units::signed(a - b, 0);
                for (column, words) in COLUMNS.iter().zip([words(a), words(b), change]) {
                    let spoken = format!("{name}, {}: {words} m²", column.to_lowercase());
                    pressed |= Cell { strong, ..Cell::new(&words, ink) }.pressed(ui, width, &spoken);
                }
                if pressed {
                    actions.push(self.explanation(symbol, when));
                }
            });
        }
        ui.add_space(space::XS);
        ui.label(text::note(
            ui,
            "Whole square metres, rounded so that they add up. Converted space goes to homes and other uses with the \
             land; other users are logistics and everyone else on industrial land who does not make things. Click a \
             row: how it is computed; what happened over several years, for the last of them.",
        ));
    }
}
