//! What became of every square metre: a flow picture and the same numbers as a table.

use eframe::egui::{Label, Ui, vec2};

use super::cells::{Cell, heading};
use super::city::unavailable;
use super::own::{self, Mark};
use super::{Scene, card, chart_card, number, take};
use crate::explain::address::{Address, Topic};
use crate::explain::runs as explained;
use crate::gui::app::action::Action;
use crate::gui::charts::{flow, flow_picture};
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::explain;
use crate::gui::widgets::number_field::NumberField;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::session::charts;
use crate::session::figures::{Display, Figure};
use crate::session::space::Space;
use crate::t;
use crate::units;
use crate::words;

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

/// What a row is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    AtStart,
    Manufacturing,
    OtherUsers,
    Vacant,
    Built,
    Reprovided,
    Intensified,
    Converted,
    Obsolete,
    AtEnd,
    Kept,
    Gap,
}

impl Name {
    fn words(self) -> &'static str {
        match self {
            Self::AtStart => t!("space-at-start"),
            Self::Manufacturing => t!("space-manufacturing"),
            Self::OtherUsers => t!("space-other-users"),
            Self::Vacant => t!("space-vacant"),
            Self::Built => t!("space-built"),
            Self::Reprovided => t!("space-reprovided"),
            Self::Intensified => t!("space-intensified"),
            Self::Converted => t!("space-converted"),
            Self::Obsolete => t!("space-obsolete"),
            Self::AtEnd => t!("space-at-end"),
            Self::Kept => t!("space-kept"),
            Self::Gap => t!("space-gap"),
        }
    }
}

/// A row of the table: what it is, its name, the quantity behind it, when that
/// is computed, and its value (m²).
type Row = (Kind, Name, &'static str, When, fn(&Space) -> f64);

const ROWS: [Row; 15] = [
    (Kind::Stock, Name::AtStart, "S", When::Start, |s| s.start.total()),
    (Kind::Use, Name::Manufacturing, "F_M", When::Start, |s| s.start.manufacturing),
    (Kind::Use, Name::OtherUsers, "F_N", When::Start, |s| s.start.other_users),
    (Kind::Use, Name::Vacant, "v", When::Start, |s| s.start.vacant),
    (Kind::Flow, Name::Built, "Q1", When::Last, |s| s.completed),
    (Kind::Flow, Name::Reprovided, "Rep", When::Last, |s| s.reprovided),
    (Kind::Flow, Name::Intensified, "Int", When::Last, |s| s.intensified),
    (Kind::Flow, Name::Converted, "Lost", When::Last, |s| -s.converted),
    (Kind::Flow, Name::Obsolete, "S", When::End, |s| -s.obsolete),
    (Kind::Stock, Name::AtEnd, "S", When::End, |s| s.end.total()),
    (Kind::Use, Name::Manufacturing, "F_M", When::End, |s| s.end.manufacturing),
    (Kind::Use, Name::OtherUsers, "F_N", When::End, |s| s.end.other_users),
    (Kind::Use, Name::Vacant, "v", When::End, |s| s.end.vacant),
    (Kind::Use, Name::Kept, "S", When::End, Space::kept),
    (Kind::Flow, Name::Gap, "S", When::End, Space::gap),
];

/// The columns of the table.
fn columns() -> [&'static str; 3] {
    [t!("charts-scenario"), t!("charts-reference"), t!("space-difference")]
}

/// The room for the mark beside a title (points).
const MARK: f32 = 18.0;
/// Flows of fewer than so many of the last digits that mean anything are little.
const LITTLE: f64 = 100.0;
/// How far the uses of a stock stand in (points).
const INDENT: f32 = 14.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let ids = scene.workspace.cities_in_view();
    header(ui, scene, &ids, actions);
    ui.add_space(space::XS);
    let tall = ui.clip_rect().height();
    if let [id] = ids[..] {
        let Some(part) = Part::of(scene, id) else { return unavailable(ui, scene, id) };
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            part.picture(ui, scene, (tall * 0.46).clamp(250.0, 620.0), actions);
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
            part.picture(ui, scene, 270.0, actions);
        });
    });
}

/// The period: from a year of its own to the chosen year.
fn header(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], actions: &mut Vec<Action>) {
    let results = scene.workspace.document().results();
    let spans = ids.iter().filter_map(|id| results.city(id)).map(|result| result.inputs().span());
    let Some((first, _)) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return };
    let (from, to) = period(scene, first);
    ui.horizontal_wrapped(|ui| {
        ui.label(text::title(t!("space-title")));
        let field = NumberField::new(t!("space-from-field"), &from.to_string(), 44.0).show(ui);
        field.0.on_hover_text(t!("space-from-hint"));
        if let Some(year) = number(field.1, t!("space-from-field"), t!("tabs-year-expected"), actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the year is clamped")]
            actions.push(Action::LedgerFrom(Some(year.round() as i32)));
        }
        ui.label(text::title(t!("space-to", year = to)));
        ui.add_space(space::S);
        for (words, year) in [(t!("space-whole-period"), None), (t!("space-one-year"), Some(to - 1))] {
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
        t!("space-period", city = words::city(self.pack), from = self.scenario.from, to = self.scenario.to)
    }

    fn picture(&self, ui: &mut Ui, scene: &Scene<'_>, height: f32, actions: &mut Vec<Action>) {
        let title = t!("space-floorspace", period = self.name());
        ui.horizontal(|ui| {
            // The mark is never pushed out by a long title.
            let most = ui.available_width() - MARK - ui.spacing().item_spacing.x;
            ui.scope(|ui| {
                ui.set_max_width(most);
                ui.add(Label::new(text::title(&title)).truncate()).on_hover_text(&title);
            });
            let origin = || charts::picture::origin(scene.workspace);
            let picture =
                || Some(flow_picture::of(&self.scenario, &self.reference, &self.display, title.clone(), origin()));
            take::button(ui, scene, &title, picture, actions);
        });
        ui.label(text::note(ui, self.uses()));
        own::line(ui, self.own.as_ref());
        ui.add_space(space::S);
        let size = vec2(ui.available_width(), height);
        flow::show(ui, &self.scenario, &self.display, &t!("space-name", period = self.name()), size);
    }

    /// Who uses more or less of it than at the start.
    fn uses(&self) -> String {
        let (start, end) = (self.scenario.start.named(), self.scenario.end.named());
        let change = |i: usize| {
            let delta = end[i].1 - start[i].1;
            let area = self.display.level(delta.abs()).number;
            if delta < 0.0 { t!("space-less", area = area) } else { t!("space-more", area = area) }
        };
        let unit = self.display.unit.as_str();
        t!("space-uses", unit = unit, manufacturing = change(0), others = change(1), vacant = change(2))
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

    /// How the table writes areas, those with a sign and those without: as the picture
    /// does, or to one figure more where little came or went.
    fn shown(&self) -> impl Fn(f64, bool) -> Figure {
        let most = self.scenario.added().max(self.scenario.gone());
        let is_little = most < LITTLE * self.display.finest();
        move |area, signed| match (is_little, signed) {
            (false, false) => self.display.level(area),
            (false, true) => self.display.change(area),
            (true, false) => self.display.exactly(area),
            (true, true) => self.display.exact_change(area),
        }
    }

    fn table(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let t = tokens(ui);
        // What is read under the pointer adds up to the last square metre.
        let (scenario, reference) = (self.scenario.rounded(), self.reference.rounded());
        let shown = self.shown();
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let names = (ui.available_width() * 0.4).clamp(150.0, 320.0);
        let width = ((ui.available_width() - names) / 3.0).min(170.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            heading(ui, names, "", "");
            for title in columns() {
                heading(ui, width, title, &self.display.heading());
            }
        });
        for (kind, name, symbol, when, of) in ROWS {
            let name = name.words();
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
                let spoken = t!("space-row", name = name, year = moment);
                let cell = Cell { is_name: true, strong, spoken: &spoken, ..Cell::new(name, ink) };
                let row = cell.link(ui, names - indent).on_hover_text(t!("charts-how-hint"));
                let mut pressed = row.clicked() || explain::is_asked(ui, &row);
                let (a, b) = (of(&scenario), of(&reference));
                let is_flow = kind == Kind::Flow;
                let areas = [(a, is_flow), (b, is_flow), (a - b, true)];
                for (column, (area, signed)) in columns().iter().zip(areas) {
                    let figure = shown(area, signed);
                    let exact = if signed { units::signed(area, 0) } else { units::number(area, 0) };
                    let hint = t!("space-exact", area = exact);
                    let column = column.to_lowercase();
                    let spoken = t!("space-cell", name = name, column = column, area = figure.line(), exact = &hint);
                    let cell = Cell { strong, hint: &hint, ..Cell::new(&figure.number, ink) };
                    pressed |= cell.pressed(ui, width, &spoken);
                }
                if pressed {
                    actions.push(self.explanation(symbol, when));
                }
            });
        }
        ui.add_space(space::XS);
        ui.label(text::note(ui, t!("space-note")));
    }
}
