//! A chart on a card: title, unit, what its reader must know, target.

use eframe::egui::{Align, Id, Label, Layout, Ui, UiBuilder, Vec2, vec2};

use super::backcast::beside;
use super::spot::Spot;
use super::{card, own, take, target};
use crate::explain::address::Address;
use crate::export::chart::picture::Picture;
use crate::gui::app::action::Action;
use crate::gui::charts::Asked;
use crate::gui::charts::draw::{self, Look};
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button_coloured, title_button};
use crate::gui::widgets::trailing::Trailing;
use crate::gui::widgets::{disclosure, explain};
use crate::model::projection::Column;
use crate::scenario::document::Measure;
use crate::session::charts::chart::{Chart, Note};
use crate::session::charts::picture;
use crate::t;

/// Height of everything on a card but the drawing (points).
pub const CHROME: f32 = 62.0;

/// From this width on the back-cast stands beside the unit (points).
const PAST: f32 = 420.0;

/// Draws a card of this width with a drawing of this height.
pub fn show(ui: &mut Ui, chart: &Chart, spot: Spot<'_>, size: Vec2, actions: &mut Vec<Action>) {
    card(ui, |ui| {
        let width = size.x - 26.0;
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().interact_size.y = 14.0;
        let id = ui.make_persistent_id((spot.city, &chart.measure, "notes"));
        // What the data says of the chart, and how the model did on its past.
        let past = beside::note(spot.scene, spot.city, &chart.measure);
        let notes: Vec<&Note> = chart.notes.iter().chain(&past).collect();
        header(ui, chart, spot, (id, &notes), actions);
        let look = Look { size: vec2(width, size.y), named: spot.named, year: spot.year };
        let (response, asked) = draw::show(ui, chart, look);
        take::beside(&response, spot.scene, || taken(chart, spot), actions);
        for asked in asked {
            match asked {
                Asked::Year(year) => actions.push(Action::Year(year)),
                Asked::Years(years) => actions.push(Action::Years(years)),
                Asked::Explain => actions.push(explanation(chart, spot)),
                Asked::Copy => actions.extend(take::numbers(spot.scene, taken(chart, spot))),
            }
        }
        if disclosure::is_open(ui, id) {
            for note in notes {
                ui.add_space(2.0);
                ui.label(text::strong(&note.about).size(text::SMALL));
                ui.label(text::note(ui, &note.text));
            }
        }
    });
}

/// The chart to be taken away.
fn taken(chart: &Chart, spot: Spot<'_>) -> Option<Picture> {
    let workspace = spot.scene.workspace;
    let ranges = spot.scene.background.ranges().city(workspace.document().id, spot.city);
    picture::of(chart, workspace, ranges, spot.city)
}

/// Asks how the values of a chart are computed.
fn explanation(chart: &Chart, spot: Spot<'_>) -> Action {
    let pack = spot.scene.workspace.library().packs.get(spot.city);
    let column = match &chart.measure {
        Measure::Indicator(of) => Column::Indicator(*of),
        Measure::JobsOf(id) => Column::JobsOf(pack.and_then(|pack| pack.sectors.get_index_of(id)).unwrap_or(0)),
    };
    Action::Explain(Address::column(spot.city, column))
}

fn header(ui: &mut Ui, chart: &Chart, spot: Spot<'_>, (id, notes): (Id, &[&Note]), actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.set_height(18.0);
        ui.spacing_mut().item_spacing.x = space::XS;
        let end = Trailing::new(ui, "marks");
        ui.scope(|ui| {
            ui.set_max_width(end.before(ui));
            let words = if spot.named { &chart.name } else { &chart.title };
            let name = t!("charts-how", name = &chart.name);
            let hint = format!("{}\n{}", chart.name, t!("overview-click"));
            let title = title_button(ui, words, &name).on_hover_text(hint);
            if title.clicked() || explain::is_asked(ui, &title) {
                actions.push(explanation(chart, spot));
            }
        });
        end.show(ui, |ui| {
            if !notes.is_empty() {
                let name = t!("charts-notes", name = &chart.name);
                let words: Vec<String> =
                    notes.iter().map(|n| t!("charts-line", name = &n.about, figure = &n.text)).collect();
                let (words, muted) = (words.join("\n\n"), tokens(ui).muted);
                if mark_button_coloured(ui, icons::INFO, &name, &words, muted).clicked() {
                    disclosure::toggle(ui, id);
                }
            }
            if take::all_years(ui, &chart.name, chart.extras.zoomed_from, t!("graph-all-years-hint")) {
                actions.push(Action::Years(None));
            }
            target::button(ui, chart, spot, actions);
            take::button(ui, spot.scene, &chart.name, || taken(chart, spot), actions);
        });
    });
    ui.horizontal(|ui| {
        ui.set_height(14.0);
        let words = match &chart.thin {
            Some(thin) => format!("{} · {thin}", chart.subtitle),
            None => chart.subtitle.clone(),
        };
        if let Some(own) = own::of(spot.scene, spot.city, chart.indicator()) {
            ui.spacing_mut().item_spacing.x = space::XS;
            let own_words = if ui.available_width() < 260.0 { &own.short } else { &own.words };
            let words = text::strong(format!("{own_words} ·")).size(text::SMALL).color(tokens(ui).accent_text);
            ui.label(words).on_hover_text(own.full);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if spot.named && ui.available_width() >= PAST {
                beside::show(ui, spot.scene, spot.city, &chart.measure, actions);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let label = Label::new(text::note(ui, &words)).truncate();
                ui.add(label).on_hover_text(words);
            });
        });
    });
}

/// How many columns of at least this width fit.
#[must_use]
pub fn columns(width: f32, least: f32, count: usize) -> usize {
    let gap = space::S + 2.0;
    (1..=count.max(1)).rev().find(|&n| (width + gap) / as_f32(n) - gap >= least).unwrap_or(1)
}

/// Lays cards out in a grid; each is told its width.
pub fn grid(ui: &mut Ui, columns: usize, count: usize, mut each: impl FnMut(&mut Ui, usize, f32)) {
    let gap = space::S + 2.0;
    let width = (ui.available_width() - gap * (as_f32(columns) - 1.0)) / as_f32(columns);
    for row in 0..count.div_ceil(columns) {
        let top = ui.cursor().min;
        let mut bottom: f32 = top.y;
        for (column, i) in (row * columns..count.min((row + 1) * columns)).enumerate() {
            let min = vec2((width + gap) * as_f32(column), 0.0);
            let room = eframe::egui::Rect::from_min_size(top + min, vec2(width, f32::INFINITY));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("cell", i)));
            each(&mut child, i, width);
            bottom = bottom.max(child.min_rect().bottom());
        }
        let used = eframe::egui::Rect::from_min_max(top, eframe::egui::pos2(top.x + ui.available_width(), bottom));
        ui.advance_cursor_after_rect(used);
        ui.add_space(gap - ui.spacing().item_spacing.y);
    }
}

/// A count, to measure with.
#[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
pub(super) const fn as_f32(n: usize) -> f32 {
    n as f32
}
