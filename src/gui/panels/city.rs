//! What panels of one city have in common, and the tab of its sub-sectors.

use eframe::egui::{Ui, Vec2, vec2};

use super::Scene;
use super::chart_card::{self, CHROME, as_f32};
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

/// The smallest chart of a sub-sector, and the tallest (points).
const LEAST: Vec2 = vec2(250.0, 130.0);
const TALLEST: f32 = 320.0;
/// How much wider than high it is at best.
const SHAPE: f32 = 2.0;

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
    let heading = ui.cursor().top() - ui.min_rect().top();
    let room = vec2(ui.available_width(), ui.clip_rect().height() - heading);
    let (columns, height) = arranged(room, charts.len());
    chart_card::grid(ui, columns, charts.len(), |ui, i, width| {
        let spot = Spot { scene, city: id, year: scene.workspace.view.year, named: false };
        chart_card::show(ui, &charts[i], spot, vec2(width, height), actions);
    });
}

/// In how many columns, and how high, so many charts fill some room. Where it is too
/// small for all of them, they are as small as may be.
fn arranged(room: Vec2, count: usize) -> (usize, f32) {
    let most = chart_card::columns(room.x, LEAST.x, count);
    let height = |columns: usize| room.y / as_f32(count.div_ceil(columns)) - CHROME - 2.0 * space::S;
    let far = |columns: usize| (room.x / as_f32(columns) / height(columns).min(TALLEST) - SHAPE).abs();
    let fitting = (1..=most).filter(|&columns| height(columns) >= LEAST.y);
    let columns = fitting.min_by(|&a, &b| far(a).total_cmp(&far(b))).unwrap_or(most);
    (columns, height(columns).clamp(LEAST.y, TALLEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_fill_the_room_there_is() {
        assert_eq!(arranged(vec2(700.0, 640.0), 11), (2, LEAST.y), "too many for a small window");
        let (columns, height) = arranged(vec2(2_270.0, 1_300.0), 11);
        assert!(columns == 4 && height > 250.0, "{columns} columns, {height} points");
        assert!(as_f32(11_usize.div_ceil(columns)) * (height + CHROME) <= 1_300.0);
        assert_eq!(arranged(vec2(700.0, 2_000.0), 3), (1, TALLEST));
        assert_eq!(arranged(vec2(700.0, -20.0), 3), (2, LEAST.y), "nothing of them is in view");
    }
}
