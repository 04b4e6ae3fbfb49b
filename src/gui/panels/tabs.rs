//! The tabs of the centre and the chosen year.

use eframe::egui::{Popup, Ui};

use super::{Scene, number};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, text, tokens};
use crate::gui::tour::spot;
use crate::gui::widgets::buttons::{mark_button_coloured, tab, tab_width};
use crate::gui::widgets::number_field::NumberField;
use crate::gui::widgets::trailing::Trailing;
use crate::session::tour::Step;
use crate::session::view::Tab;
use crate::t;

/// From this width on the tabs and the year stand in one row (points).
const ONE_ROW: f32 = 540.0;
/// Width of the year with its buttons (points).
const YEAR: f32 = 138.0;

/// The tabs, and the year: beside them or, in a narrow window, below. Tabs that
/// find no room are in a menu behind the last one.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = &scene.workspace.view;
    let narrow = ui.available_width() < ONE_ROW;
    ui.horizontal(|ui| {
        ui.set_height(if narrow { 32.0 } else { 38.0 });
        ui.spacing_mut().item_spacing.x = if narrow { 0.0 } else { 2.0 };
        let room = ui.available_width() - if narrow { 0.0 } else { YEAR };
        let all: Vec<Tab> = Tab::all().collect();
        let (shown, hidden) = all.split_at(fitting(ui, &all, view.tab, room));
        for each in shown {
            if tab(ui, each.label(), view.tab == *each).clicked() {
                actions.push(Action::Show(*each));
            }
        }
        more(ui, view.tab, hidden, actions);
        if !narrow {
            year(ui, view.year, actions);
        }
    });
    if narrow {
        ui.horizontal(|ui| {
            ui.set_height(26.0);
            year(ui, view.year, actions);
        });
    }
}

/// How many of the tabs fit beside each other, with the button of the menu for the rest.
fn fitting(ui: &Ui, all: &[Tab], chosen: Tab, room: f32) -> usize {
    let gap = ui.spacing().item_spacing.x;
    let ends: Vec<f32> = all
        .iter()
        .scan(0.0, |end, each| {
            *end += tab_width(ui, each.label()) + gap;
            Some(*end)
        })
        .collect();
    match ends.last() {
        Some(end) if *end > room => {
            let beside = |words: &str| {
                let left = room - tab_width(ui, words);
                ends.iter().filter(|end| **end <= left).count()
            };
            // The button is named after the tab that is shown, if that is in its menu.
            let count = beside(&more_label());
            if all[..count].contains(&chosen) { count } else { count.min(beside(&menu_label(chosen))) }
        }
        _ => all.len(),
    }
}

/// A tab as the button of the menu is named, where it is shown.
fn menu_label(tab: Tab) -> String {
    format!("{} ▼", tab.label())
}

fn more_label() -> String {
    format!("{} ▼", t!("tabs-more"))
}

/// The tab that has the rest in its menu; it is named after the one that is shown.
fn more(ui: &mut Ui, chosen: Tab, hidden: &[Tab], actions: &mut Vec<Action>) {
    if hidden.is_empty() {
        return;
    }
    let inside = hidden.contains(&chosen);
    let words = if inside { menu_label(chosen) } else { more_label() };
    let button = tab(ui, &words, inside);
    Popup::menu(&button).show(|ui| {
        for each in hidden {
            if ui.selectable_label(*each == chosen, each.label()).clicked() {
                actions.push(Action::Show(*each));
                ui.close();
            }
        }
    });
}

/// The chosen year, at the right.
fn year(ui: &mut Ui, year: i32, actions: &mut Vec<Action>) {
    Trailing::new(ui, "year").show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let muted = tokens(ui).muted;
        let hint = |word: &str, command: UiCommand| {
            let keys = command.main_keys(ui.ctx());
            format!("{word} ({keys})")
        };
        let (on, back) =
            (hint(t!("tabs-year-next"), UiCommand::YearOn), hint(t!("tabs-year-before"), UiCommand::YearBack));
        let word = ui.label(text::muted(ui, t!("tabs-year")));
        if mark_button_coloured(ui, icons::BACK, t!("tabs-year-before"), &back, muted).clicked() {
            actions.push(UiCommand::YearBack.into());
        }
        let (field, typed) = NumberField::new(t!("tabs-year"), &year.to_string(), 44.0).show(ui);
        let field = field.on_hover_text(t!("tabs-year-hint"));
        if let Some(year) = number(typed, t!("tabs-year"), t!("tabs-year-expected"), actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the year is clamped")]
            actions.push(Action::Year(year.round() as i32));
        }
        let next = mark_button_coloured(ui, icons::ON, t!("tabs-year-next"), &on, muted);
        if next.clicked() {
            actions.push(UiCommand::YearOn.into());
        }
        spot::mark(ui, Step::Year, word.rect.union(field.rect).union(next.rect), Some(field.id));
    });
}
