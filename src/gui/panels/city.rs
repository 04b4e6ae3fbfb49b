//! What panels of one city have in common, and the tab of its sub-sectors.

use eframe::egui::{Ui, vec2};

use super::Scene;
use super::chart_card;
use super::spot::Spot;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::session::charts::build::{self, Subject};
use crate::session::charts::chart::Chart;
use crate::session::charts::dress;
use crate::session::view::View;
use crate::t;
use crate::words;

/// What the charts of a city are made from; `None` where it cannot be computed.
pub fn subject<'a>(scene: &Scene<'a>, id: &str) -> Option<Subject<'a>> {
    let document = scene.workspace.document();
    let pack = scene.workspace.library().packs.get(id)?;
    let outcome = &document.results().city(id)?.outcome;
    let targets = &document.scenario().cities.get(id)?.targets;
    let observed = pack.series.values().filter(|s| s.indicator.is_some()).flat_map(|s| s.main_line().map(|(y, _)| y));
    let earliest = observed.min().unwrap_or(pack.base_year);
    let first_year = if scene.workspace.view.long_history { earliest } else { earliest.max(View::RECENT) };
    let ranges = scene.background.ranges().city(document.id, id);
    Some(Subject { pack, outcome, ranges, targets, first_year: first_year.min(outcome.scenario.first_year()) })
}

/// A chart of this subject with what the scenario adds, in the years in view.
pub fn dressed(scene: &Scene<'_>, subject: &Subject<'_>, chart: Chart) -> Chart {
    dress::dressed(chart, scene.workspace, subject.ranges, &subject.pack.id)
}

/// Says why a city cannot be shown.
pub fn unavailable(ui: &mut Ui, scene: &Scene<'_>, id: &str) {
    let error = scene.workspace.document().results().error(id);
    ui.add_space(space::M);
    ui.label(error.map_or_else(|| t!("cities-absent", city = id), ToString::to_string));
}

/// The tab of jobs by sub-sector.
pub fn sectors(ui: &mut Ui, scene: &Scene<'_>, id: &str, actions: &mut Vec<Action>) {
    let Some(subject) = subject(scene, id) else { return unavailable(ui, scene, id) };
    ui.label(text::title(t!("cities-sectors", city = words::city(subject.pack))));
    let count = subject.pack.sectors.len();
    if count == 1 {
        ui.label(text::muted(ui, t!("cities-no-sectors")));
    } else {
        ui.label(text::note(ui, t!("cities-own-groups")));
    }
    ui.add_space(space::XS);
    let charts: Vec<_> =
        (0..count).filter_map(|i| build::sector(&subject, i)).map(|c| dressed(scene, &subject, c)).collect();
    let columns = chart_card::columns(ui.available_width(), 250.0, count);
    chart_card::grid(ui, columns, charts.len(), |ui, i, width| {
        let spot = Spot { scene, city: id, year: scene.workspace.view.year, named: false };
        chart_card::show(ui, &charts[i], spot, vec2(width, 130.0), actions);
    });
}
