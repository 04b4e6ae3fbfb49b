//! Which levers are not at adopted policy: what they were, what they are, since
//! when, why, and what each of them does; and in what the outlook departs.

use eframe::egui::{Align, Label, Layout, Sense, Ui, vec2};

use super::cells::{Cell, heading};
use super::{Scene, card, levers, timing, why};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button, text_button};
use crate::model::city::CityPack;
use crate::model::levers::{LeverId, LeverUnit};
use crate::scenario::document::{CityPlan, Measure, Setting};
use crate::scenario::edit::ScenarioEdit;
use crate::session::figures::{Display, Figure, departs, lever_text};
use crate::session::view::{Place, Tab};
use crate::session::why::{Answer, Question};
use crate::t;
use crate::units;
use crate::words;

mod outlook;

/// The widths of the columns of numbers (points).
#[derive(Clone, Copy)]
struct Columns {
    /// The name of the lever.
    lever: f32,
    /// A level.
    level: f32,
    /// When it moves; nothing where that is said below the row.
    since: f32,
    /// What it does.
    effect: f32,
    /// Whether there is room for bars.
    bars: bool,
}

impl Columns {
    /// From this width of a name on, columns are wide and have bars (points).
    const WIDE: f32 = 190.0;

    /// From this width of a name on there is room for the years (points).
    const NARROW: f32 = 96.0;

    /// Whether the years stand in a column.
    fn has_years(self) -> bool {
        self.since > 0.0
    }

    /// The columns in this width; `needed` is what the widest level takes.
    fn of(width: f32, needed: f32) -> Self {
        let set = |least: f32, since: f32, effect: f32, bars| {
            let numbers = needed.max(least);
            let names = (width - 2.0 * numbers - since - effect - MARK).max(72.0);
            Self { lever: names, level: numbers, since, effect, bars }
        };
        let wide = set(84.0, 100.0, 118.0, true);
        let close = set(72.0, 84.0, 72.0, false);
        if wide.lever >= Self::WIDE {
            wide
        } else if close.lever >= Self::NARROW {
            close
        } else {
            set(60.0, 0.0, 60.0, false)
        }
    }
}

/// The room for the mark that resets (points).
const MARK: f32 = 26.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let measure = workspace.explained();
    let ids = workspace.cities_in_view();
    ui.horizontal_wrapped(|ui| {
        ui.label(text::title(t!("changes-title")));
        why::choice(ui, scene, &ids, &measure, actions);
        ui.label(text::title(t!("changes-in", year = workspace.view.year.to_string())));
    });
    ui.add_space(space::XS);
    let mut any = false;
    for id in &ids {
        let plan = workspace.document().scenario().cities.get(*id);
        if let (Some(pack), Some(plan)) = (workspace.library().packs.get(*id), plan) {
            any |= City::of(scene, pack, plan, &measure).show(ui, scene, actions);
            ui.add_space(space::S);
        }
    }
    outlook::show(ui, scene, actions);
    if any {
        ui.label(text::note(ui, t!("changes-note")));
        if text_button(ui, t!("changes-why")).clicked() {
            actions.push(Action::Show(Tab::Why));
        }
    }
}

/// A city of the list.
struct City<'a> {
    pack: &'a CityPack,
    plan: &'a CityPlan,
    changed: Vec<(LeverId, &'a Setting)>,
    answer: Option<&'a Answer>,
    /// The row of the chosen year in the answer.
    row: Option<usize>,
    display: Display,
    measure: &'a Measure,
}

impl<'a> City<'a> {
    fn of(scene: &Scene<'a>, pack: &'a CityPack, plan: &'a CityPlan, measure: &'a Measure) -> Self {
        let document = scene.workspace.document();
        let question = Question { document: document.id, city: pack.id.clone(), measure: measure.clone() };
        let answer = scene.background.why().answer(&question);
        let row = answer.and_then(|answer| answer.row(scene.workspace.view.year));
        let size = answer.zip(row).map_or(0.0, |(answer, row)| answer.scenario[row]);
        let changed = plan.levers.iter().filter(|(lever, _)| departs(pack, plan, **lever));
        Self {
            pack,
            plan,
            changed: changed.map(|(lever, setting)| (*lever, setting)).collect(),
            answer,
            row,
            display: Display::of(measure.indicator(), size, &pack.currency),
            measure,
        }
    }

    /// Draws the city; whether anything is changed in it.
    fn show(&self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) -> bool {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            self.header(ui, scene, actions);
            if self.changed.is_empty() {
                ui.label(text::muted(ui, t!("changes-none", city = words::city(self.pack))));
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let columns = Columns::of(ui.available_width(), self.widest_level(ui));
            self.headings(ui, columns);
            for (id, setting) in &self.changed {
                self.row(ui, scene, (*id, setting), columns, actions);
            }
            self.together(ui, columns);
        });
        !self.changed.is_empty()
    }

    /// The width of the widest level, with a gap before it (points).
    fn widest_level(&self, ui: &Ui) -> f32 {
        let levels = self.changed.iter().flat_map(|(id, setting)| {
            let levels = [Some(setting.level), self.adopted(*id)].into_iter().flatten();
            levels.map(|level| lever_text(id.spec(), level, &self.pack.currency))
        });
        let width = |words: String| text::width(ui, &words, text::strong_font(text::BODY)) + space::S;
        levels.map(width).fold(0.0, f32::max)
    }

    fn adopted(&self, id: LeverId) -> Option<f64> {
        self.pack.reference(self.plan.start, id).map(|quantity| quantity.value)
    }

    fn header(&self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        ui.horizontal(|ui| {
            ui.label(text::title(words::city(self.pack)));
            let count = i64::try_from(self.changed.len()).unwrap_or(i64::MAX);
            ui.label(text::note(ui, t!("changes-count", count = count)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if self.changed.is_empty() {
                    return;
                }
                let name = t!("changes-reset-city", city = words::city(self.pack));
                if mark_button(ui, icons::RESET, &name, &name).clicked() {
                    let one = matches!(&scene.workspace.view.place, Place::City(id) if *id == self.pack.id);
                    actions.push(if one {
                        UiCommand::ResetCity.into()
                    } else {
                        Action::Edit(ScenarioEdit::ResetCity(self.pack.id.clone()), None)
                    });
                }
            });
        });
    }

    fn headings(&self, ui: &mut Ui, columns: Columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_ui_with_layout(vec2(columns.lever, 34.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(columns.lever);
                ui.label(text::strong(t!("changes-lever")));
            });
            heading(ui, columns.level, t!("changes-adopted"), &self.plan.start.to_string());
            heading(ui, columns.level, t!("changes-now"), "");
            if columns.has_years() {
                heading(ui, columns.since, t!("changes-since"), t!("changes-since-full"));
            }
            let unit = format!("{}{}", self.display.sign, self.display.change(0.0).unit);
            heading(ui, columns.effect, t!("changes-effect"), &unit);
        });
    }

    fn row(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (id, setting): (LeverId, &Setting),
        columns: Columns,
        actions: &mut Vec<Action>,
    ) {
        let spec = id.spec();
        let t = tokens(ui);
        let name = format!("{}, {}", words::lever(id), words::city(self.pack));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let shown = text::fitting(ui, words::lever(id), columns.lever - space::S);
            let link = t!("changes-go", lever = name.as_str());
            let cell = Cell { is_name: true, ..Cell::new(&shown, t.ink) };
            if (Cell { spoken: &link, ..cell }).link(ui, columns.lever).on_hover_text(&link).clicked() {
                actions.push(Action::GoToLever(self.pack.id.clone(), id));
            }
            let level = |level: f64| lever_text(spec, level, &self.pack.currency);
            let adopted = self.adopted(id).map_or(units::NONE.to_owned(), level);
            Cell::new(&adopted, t.muted).show(ui, columns.level);
            Cell { strong: true, ..Cell::new(&level(setting.level), t.ink) }.show(ui, columns.level);
            if columns.has_years() {
                let since = format!("{}–{}", setting.start, timing::full(setting));
                Cell { spoken: &timing::line(setting), ..Cell::new(&since, t.ink) }.show(ui, columns.since);
            }
            let (figure, bar) = self.effect(id);
            let bar = bar.filter(|_| columns.bars);
            Cell {
                bar,
                spoken: &t!("changes-effect-of", lever = name.as_str(), effect = figure.as_str()),
                ..Cell::new(&figure, t.ink)
            }
            .show(ui, columns.effect);
            ui.allocate_ui_with_layout(vec2(MARK, 19.0), Layout::right_to_left(Align::Center), |ui| {
                let name = t!("changes-reset", lever = name.as_str());
                if mark_button(ui, icons::RESET, &name, t!("changes-reset-hint")).clicked() {
                    actions
                        .push(Action::Edit(ScenarioEdit::ResetLever { city: self.pack.id.clone(), lever: id }, None));
                }
            });
        });
        let years = (!columns.has_years()).then(|| timing::line(setting));
        self.below(ui, scene, (id, setting), years);
    }

    /// Below a row: what the level is of, why it was set, and why it does nothing if so.
    fn below(&self, ui: &mut Ui, scene: &Scene<'_>, (id, setting): (LeverId, &Setting), years: Option<String>) {
        let spec = id.spec();
        let of = match spec.unit {
            LeverUnit::Percent => Some(t!("changes-percent-of", of = words::lever_of(id))),
            LeverUnit::TimesReference => Some(t!("changes-times", of = words::lever_of(id))),
            _ => None,
        };
        let because = (!setting.reason.is_empty()).then(|| t!("changes-because", reason = setting.reason.as_str()));
        let said = [years, of, because, levers::later(scene, self.pack, id)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        if !said.is_empty() {
            ui.add(Label::new(text::note(ui, said)).wrap());
        }
        if let Some(why) = levers::idle(scene, self.pack, id) {
            ui.add(Label::new(text::note(ui, why).color(tokens(ui).accent_text)).wrap());
        }
        ui.add_space(space::XS);
    }

    /// What a lever does in the chosen year, and its share of the most that one does.
    fn effect(&self, id: LeverId) -> (String, Option<f32>) {
        let Some((answer, row)) = self.answer.zip(self.row) else {
            let waiting = if self.answer.is_none() { t!("changes-waiting") } else { units::NONE };
            return (waiting.to_owned(), None);
        };
        let of = |(_, years): &(LeverId, Vec<f64>)| years.get(row).copied().filter(|v| v.is_finite());
        let mine = answer.attribution.levers.iter().find(|(other, _)| *other == id).and_then(of);
        let most = answer.attribution.levers.iter().filter_map(of).fold(0.0_f64, |most, v| most.max(v.abs()));
        let Some(mine) = mine else { return (units::NONE.to_owned(), None) };
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let bar = (most > 0.0).then(|| (mine / most) as f32);
        (self.display.change(mine).number, bar)
    }

    /// All of them together.
    fn together(&self, ui: &mut Ui, columns: Columns) {
        let total = self.answer.zip(self.row).and_then(|(answer, row)| answer.attribution.total.get(row).copied());
        let total = total.filter(|total| total.is_finite());
        if total.is_none() && self.answer.is_some() {
            return;
        }
        let t = tokens(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let title = t!("changes-together");
            Cell { is_name: true, strong: true, ..Cell::new(title, t.ink) }.show(ui, columns.lever);
            ui.allocate_exact_size(vec2(2.0 * columns.level + columns.since, 1.0), Sense::hover());
            let figure = total.map(|total| self.display.change(total));
            let line = figure.as_ref().map_or_else(|| t!("changes-waiting").to_owned(), Figure::line);
            let spoken = format!("{title}: {line}, {}", self.measure.name(Some(self.pack)));
            let number = figure.map_or(line, |figure| figure.number);
            Cell { strong: true, spoken: &spoken, ..Cell::new(&number, t.ink) }.show(ui, columns.effect);
        });
    }
}
