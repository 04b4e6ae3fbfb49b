//! In what the outlook departs from the baseline: the named outlook, and each driver
//! that was set otherwise.

use eframe::egui::{Align, Label, Layout, Ui, vec2};

use crate::evidence::Library;
use crate::gui::app::action::Action;
use crate::gui::panels::cells::{Cell, heading};
use crate::gui::panels::{Scene, card};
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::mark_button;
use crate::model::outlook::{DriverId, NamedOutlook};
use crate::scenario::edit::ScenarioEdit;
use crate::session::figures::differ;
use crate::t;
use crate::units;
use crate::words;

/// Width of a column of values (points).
const VALUE: f32 = 110.0;
/// Width of the units (points).
const UNIT: f32 = 90.0;
/// The room for the mark that resets (points).
const MARK: f32 = 26.0;

/// A row of the list.
struct Row<'a> {
    name: &'a str,
    base: String,
    now: String,
    unit: String,
    reason: &'a str,
    reset: ScenarioEdit,
}

/// Draws the list; nothing where the outlook is that of the baseline.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let rows = rows(scene);
    if rows.is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(text::title(t!("changes-outlook")));
            let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            ui.label(text::note(ui, t!("changes-outlook-count", count = count)));
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = (ui.available_width() - 2.0 * VALUE - UNIT - MARK).max(100.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_ui_with_layout(vec2(name, 34.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(name);
                ui.label(text::strong(t!("changes-outlook-what")));
            });
            heading(ui, VALUE, t!("changes-outlook-base"), "");
            heading(ui, VALUE, t!("changes-now"), "");
            heading(ui, UNIT, t!("changes-outlook-unit"), "");
        });
        for row in rows {
            row.show(ui, name, actions);
        }
        ui.add_space(space::XS);
        ui.add(Label::new(text::note(ui, t!("changes-outlook-note"))).wrap());
    });
    ui.add_space(space::S);
}

/// What departs: the named outlook from that of every baseline, drivers from it.
fn rows<'a>(scene: &Scene<'a>) -> Vec<Row<'a>> {
    let library = scene.workspace.library();
    let choice = &scene.workspace.document().scenario().outlook;
    let name = |id: &'a str| library.outlooks.get(id).map_or(id, |outlook| words::outlook(id, outlook));
    let mut rows = Vec::new();
    if choice.base != Library::BASELINE {
        rows.push(Row {
            name: t!("edits-outlook"),
            base: name(Library::BASELINE).to_owned(),
            now: name(&choice.base).to_owned(),
            unit: String::new(),
            reason: "",
            reset: ScenarioEdit::SetOutlook(Library::BASELINE.to_owned()),
        });
    }
    let values = library.outlooks.get(&choice.base).map(NamedOutlook::values);
    let driver = |(driver, change): (&DriverId, &'a crate::scenario::document::Assumption)| {
        let base = values.as_ref().map(|values| values.get(*driver));
        let written = |value: f64| units::signed(value, units::decimals_of(value).clamp(1, 3));
        differ(change.value, base).then(|| Row {
            name: words::driver(*driver),
            base: base.map_or(units::NONE.to_owned(), written),
            now: written(change.value),
            unit: words::unit(driver.spec().unit).into_owned(),
            reason: &change.reason,
            reset: ScenarioEdit::ResetDriver(*driver),
        })
    };
    rows.extend(choice.changes.iter().filter_map(driver));
    rows
}

impl Row<'_> {
    fn show(self, ui: &mut Ui, width: f32, actions: &mut Vec<Action>) {
        let t = tokens(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let shown = text::fitting(ui, self.name, width - space::S);
            Cell { is_name: true, spoken: self.name, ..Cell::new(&shown, t.ink) }.show(ui, width);
            let cut = |words: &str| text::fitting(ui, words, VALUE - space::XS);
            let (base, now) = (cut(&self.base), cut(&self.now));
            let said = |heading: &str, value: &str| format!("{}, {heading}: {value} {}", self.name, self.unit);
            let (was, is) = (said(t!("changes-outlook-base"), &self.base), said(t!("changes-now"), &self.now));
            Cell { spoken: was.trim_end(), ..Cell::new(&base, t.muted) }.show(ui, VALUE);
            Cell { spoken: is.trim_end(), strong: true, ..Cell::new(&now, t.ink) }.show(ui, VALUE);
            Cell::new(&self.unit, t.muted).show(ui, UNIT);
            ui.allocate_ui_with_layout(vec2(MARK, 19.0), Layout::right_to_left(Align::Center), |ui| {
                let name = t!("changes-outlook-reset", what = self.name, value = self.base.as_str());
                if mark_button(ui, icons::RESET, &name, &name).clicked() {
                    actions.push(Action::Edit(self.reset, None));
                }
            });
        });
        if !self.reason.is_empty() {
            ui.add(Label::new(text::note(ui, t!("changes-because", reason = self.reason))).wrap());
        }
    }
}
