//! Drawing contributions over the years.

use eframe::egui::{PopupAnchor, Response, Role, Sense, Stroke, Tooltip, Ui, UiBuilder, Vec2, WidgetInfo, vec2};
use egui_plot::{FilledArea, Line, PlotPoints, PlotTransform, PlotUi, Points, VLine};
use strum::IntoEnumIterator as _;

use super::shades;
use super::wedges::{Wedge, Wedges};
use crate::export::chart::axis::Axis;
use crate::gui::charts::ends::{self, EndLabel};
use crate::gui::charts::ground::{self, Ground};
use crate::gui::charts::handling;
use crate::gui::charts::pattern::{self, Pattern};
use crate::gui::theme::{Tokens, space, text, tokens};
use crate::model::levers::LeverGroup;
use crate::t;
use crate::words;

/// From this width on wedges carry the names of their levers (points).
const NAMED: f32 = 380.0;
/// From this width on names are written in full (points).
const IN_FULL: f32 = 760.0;
/// Below it a name is no longer than this (letters).
const LONGEST: usize = 22;

/// Draws the wedges. `Some` when the user chose a year on them.
pub fn show(ui: &mut Ui, wedges: &Wedges, name: &str, size: Vec2, year: i32) -> Option<i32> {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let labels = labels(wedges, size.x, t);
    let gutter = ends::width(ui, &labels) + space::S;
    let room = rect.with_max_x(rect.right() - gutter).with_min_y(rect.top() + 8.0);
    let (low, high) = wedges.range();
    let high = high + 0.01 * (high - low);
    let axis = Axis::covering(low, high, f64::from(room.height() / 44.0).clamp(2.0, 7.0), true);
    let ground = Ground { name, display: &wedges.display, axis, years: wedges.span() };
    let (response, transform) = {
        let mut child = ui.new_child(UiBuilder::new().max_rect(room));
        ground.show(&mut child, |plot| fill(plot, wedges, year, t))
    };
    ends::paint(ui, &labels, &transform, rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, ui.is_enabled(), t!("charts-arrows", name = name)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(wedges.sentence(year)));
    hover(ui, &response, &transform, wedges);
    // Names that are cut are there in full under the pointer.
    let names = ui.interact(rect.with_min_x(room.right()), response.id.with("names"), Sense::hover());
    #[expect(clippy::cast_possible_truncation, reason = "a year")]
    let last = wedges.span().1 as i32;
    names.on_hover_ui(|ui| lines(ui, wedges, last));
    handling::chosen_year(ui, &response, &transform, year)
}

fn fill<'a>(plot: &mut PlotUi<'a>, wedges: &'a Wedges, year: i32, t: &Tokens) {
    for wedge in &wedges.wedges {
        let (low, high): (Vec<f64>, Vec<f64>) = wedge.edges.iter().map(|[low, high]| (*low, *high)).unzip();
        let colour = shades::of_lever(wedge.lever.spec().group, wedge.place, t);
        let words = words::lever(wedge.lever);
        let group = wedge.lever.spec().group;
        let area = FilledArea::new(words, &wedges.years, &low, &high).fill_color(colour).allow_hover(false);
        plot.add(area.stroke(Stroke::new(1.0, shades::of_group(group, t))));
        let edges = wedges.years.iter().zip(&wedge.edges).map(|(year, [low, high])| [*year, *low, *high]).collect();
        plot.add(pattern::Over::new(edges, Pattern::of_group(group), t.panel));
    }
    plot.vline(VLine::new("year", f64::from(year)).stroke(Stroke::new(1.0, t.cursor)));
    let total: Vec<[f64; 2]> = wedges.years.iter().zip(&wedges.total).map(|(year, v)| [*year, *v]).collect();
    let chosen = wedges.row(year).and_then(|row| total.get(row)).map(|point| vec![*point]).unwrap_or_default();
    plot.line(
        Line::new(t!("why-all-levers"), PlotPoints::new(total)).stroke(Stroke::new(2.0, t.ink)).allow_hover(false),
    );
    plot.points(Points::new("chosen", chosen).radius(4.0).color(t.ink));
}

fn labels(wedges: &Wedges, width: f32, t: &Tokens) -> Vec<EndLabel> {
    let named = width >= NAMED;
    let year = wedges.span().1;
    let mut labels: Vec<EndLabel> = Vec::new();
    let (low, high) = wedges.range();
    for wedge in wedges.wedges.iter().filter(|wedge| named && thickness(wedge) > 0.012 * (high - low)) {
        let Some([from, to]) = wedge.edges.last() else { continue };
        let name = words::lever(wedge.lever);
        labels.push(EndLabel {
            value: f64::midpoint(*from, *to),
            year,
            words: if width >= IN_FULL { name.to_owned() } else { shortened(name) },
            colour: t.muted,
            strong: false,
            inside: false,
        });
    }
    if let Some(total) = wedges.total.last() {
        let figure = wedges.display.change(total * wedges.display.divisor).number;
        let words = if named { t!("why-all-levers-figure", figure = figure) } else { figure };
        labels.push(EndLabel { value: *total, year, words, colour: t.ink, strong: true, inside: false });
    }
    labels
}

/// What the patterns stand for, where there is more than one.
pub fn legend(ui: &mut Ui, wedges: &Wedges) {
    let t = tokens(ui);
    let there = |group: &LeverGroup| wedges.wedges.iter().any(|wedge| wedge.lever.spec().group == *group);
    let groups: Vec<LeverGroup> = LeverGroup::iter().filter(there).collect();
    if groups.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for group in groups {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            let (swatch, colour) = (rect.shrink2(vec2(0.0, 0.5)), shades::of_group(group, t));
            ui.painter().rect_filled(swatch, 0.0, colour);
            pattern::over(ui.painter(), swatch, Pattern::of_group(group), t.panel);
            ui.label(text::note(ui, words::group(group)));
            ui.add_space(space::S);
        }
    });
}

fn thickness(wedge: &Wedge) -> f64 {
    wedge.edges.last().map_or(0.0, |[low, high]| high - low)
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Under the pointer: what every lever contributes in that year.
fn hover(ui: &Ui, response: &Response, transform: &PlotTransform, wedges: &Wedges) {
    let Some(at) = response.hover_pos().filter(|at| transform.frame().contains(*at)) else { return };
    let year = ground::year_at(transform, at);
    if wedges.row(year).is_none() {
        return;
    }
    let x = transform.position_from_point_x(f64::from(year));
    ui.painter().vline(x, transform.frame().y_range(), Stroke::new(1.0, tokens(ui).line_strong));
    let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, PopupAnchor::Pointer).gap(12.0);
    tooltip.show(|ui| lines(ui, wedges, year));
}

fn lines(ui: &mut Ui, wedges: &Wedges, year: i32) {
    for (i, line) in wedges.lines(year).into_iter().enumerate() {
        ui.label(if i == 0 { text::strong(line) } else { line.into() });
    }
}
