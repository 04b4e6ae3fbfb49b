//! The mark of the user's own assumptions, wherever their result is shown.

use eframe::egui::Ui;

use super::Scene;
use crate::explain::rests;
use crate::gui::theme::{text, tokens};
use crate::model::indicators::Indicator;
use crate::scenario::assumptions::{self, Count};
use crate::t;

/// The assumptions that count for something that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// For a card: "2 own".
    pub short: String,
    /// "2 own assumptions".
    pub words: String,
    /// With their names: "With 2 own assumptions: `eps_R`, `v_star`".
    pub full: String,
}

/// What counts for an indicator of a city; `None` where nothing does.
#[must_use]
pub fn of(scene: &Scene<'_>, city: &str, indicator: Indicator) -> Option<Mark> {
    let counting = assumptions::counting(scene.workspace.document().scenario(), city);
    mark(counting.filter(|own| rests::reaches(indicator, own.parameter)).map(|own| own.parameter.id()))
}

/// What counts for an indicator in any city.
#[must_use]
pub fn across(scene: &Scene<'_>, indicator: Indicator) -> Option<Mark> {
    let all = assumptions::all(scene.workspace.document().scenario());
    mark(all.filter(|own| rests::reaches(indicator, own.parameter)).map(|own| own.parameter.id()))
}

/// What counts anywhere in the scenario.
#[must_use]
pub fn anywhere(scene: &Scene<'_>) -> Option<Mark> {
    mark(assumptions::all(scene.workspace.document().scenario()).map(|own| own.parameter.id()))
}

/// Says it in a line of its own.
pub fn line(ui: &mut Ui, mark: Option<&Mark>) {
    if let Some(mark) = mark {
        ui.label(text::strong(&mark.full).size(text::SMALL).color(tokens(ui).accent_text));
    }
}

fn mark<'a>(names: impl Iterator<Item = &'a str>) -> Option<Mark> {
    let names: Vec<&str> = names.collect();
    let count = Count(names.len());
    (!names.is_empty()).then(|| Mark {
        short: t!("window-own-short", count = names.len()),
        words: count.to_string(),
        full: t!("window-own-with", count = count.to_string(), names = names.join(", ")),
    })
}
