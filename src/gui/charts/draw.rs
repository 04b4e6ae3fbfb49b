//! Drawing a chart.

use eframe::egui::{
    Align2, Key, PopupAnchor, Pos2, Rect, Response, Role, Sense, Stroke, Tooltip, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};
use egui_plot::{
    FilledArea, Line as PlotLine, LineStyle, MarkerShape, PlotPoints, PlotTransform, PlotUi, Points, VLine,
};

use super::ends::{self, EndLabel};
use super::ground::{self, Ground};
use super::handling::{self, Asked, Years};
use super::{ghost, legend, pointed, reading, turns};
use crate::export::chart::axis::Axis;
use crate::gui::theme::{Tokens, space, text, tokens};
use crate::gui::widgets::explain;
use crate::session::charts::chart::{Chart, Dots, Ink, Line, Marker};
use crate::session::charts::summary;
use crate::t;

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Size of the drawing, without the header (points).
    pub size: Vec2,
    /// Whether lines carry their names, or only their last values.
    pub named: bool,
    /// The chosen year.
    pub year: i32,
}

/// Draws a chart and says what the user asks of it.
pub fn show(ui: &mut Ui, chart: &Chart, look: Look) -> (Response, Vec<Asked>) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(look.size, Sense::hover());
    let labels = end_labels(chart, look.named, t);
    let (inside, labels): (Vec<_>, Vec<_>) = labels.into_iter().partition(|l| l.inside);
    let gutter = ends::width(ui, &labels) + space::S;
    // The topmost number of the axis stands half above its line.
    let plot_rect = rect.with_max_x(rect.right() - gutter).with_min_y(rect.top() + 8.0);
    let axis = axis_of(chart, plot_rect.height());
    let ground = Ground {
        name: &chart.name,
        display: &chart.display,
        axis,
        years: (f64::from(chart.first_year), f64::from(chart.last_year)),
    };
    let has_ghost = !chart.extras.ghost.is_empty() && ghost::is_fresh(ui, chart.extras.moment);
    let (response, transform) = {
        let mut child = ui.new_child(UiBuilder::new().max_rect(plot_rect));
        ground.show(&mut child, |plot| fill(plot, chart, look, has_ghost, t))
    };
    ends::paint(ui, &labels, &transform, rect);
    if !inside.is_empty() {
        let drawn = chart.lines.iter().flat_map(|line| &line.points).chain(chart.dots.iter().flat_map(|d| &d.points));
        let taken: Vec<Pos2> = drawn.map(|&[x, y]| transform.position_from_point(&[x, y].into())).collect();
        ends::paint_inside(ui, &inside, &transform, &taken);
    }
    let names = if look.named { legend::show(ui, chart, &transform, t) } else { Vec::new() };
    turns::paint(ui, chart, &transform, look.named);
    if chart.value_range().is_none() {
        let words = t!("graph-nothing-here");
        ui.painter().text(transform.frame().center(), Align2::CENTER_CENTER, words, text::small_font(), t.muted);
    }
    describe(ui, &response, chart, look.year);
    hover(ui, &response, &transform, chart, Shown { year: look.year, has_ghost, names: &names });
    let asked = asked(ui, &response, &transform, chart, look.year);
    (response, asked)
}

/// What the user asks for by pointer and keys.
fn asked(ui: &Ui, response: &Response, transform: &PlotTransform, chart: &Chart, year: i32) -> Vec<Asked> {
    if response.has_focus() && (explain::is_asked(ui, response) || ui.input(|i| i.key_pressed(Key::Enter))) {
        return vec![Asked::Explain];
    }
    let years = Years {
        chosen: year,
        shown: (chart.first_year, chart.last_year),
        zoomed_from: chart.extras.zoomed_from,
        can_zoom: true,
    };
    years.asked(ui, response, transform)
}

fn axis_of(chart: &Chart, height: f32) -> Axis {
    let (low, high) = chart.extras.axis.or(chart.value_range()).unwrap_or((0.0, 1.0));
    // A mark on the topmost line of the grid would be cut in half.
    let high = high + 0.01 * (high - low);
    Axis::covering(low, high, f64::from(height / 44.0).clamp(2.0, 7.0), chart.from_zero)
}

fn fill<'a>(plot: &mut PlotUi<'a>, chart: &'a Chart, look: Look, has_ghost: bool, t: &Tokens) {
    plot.vline(VLine::new("year", f64::from(look.year)).stroke(Stroke::new(1.0, t.cursor)));
    let in_view = |points: &[[f64; 2]]| -> Vec<[f64; 2]> {
        let shown = chart.shown();
        points.iter().copied().filter(|p| shown.contains(&p[0]) && p[1].is_finite()).collect()
    };
    if let Some(band) = &chart.band {
        let area = FilledArea::new("80 % range", &band.years, &band.low, &band.high);
        let area = area.fill_color(t.accent.gamma_multiply(reading::BAND)).stroke(reading::band_edge(t));
        plot.add(area.allow_hover(false));
        let median: Vec<[f64; 2]> = band.years.iter().zip(&band.median).map(|(year, v)| [*year, *v]).collect();
        let stroke = Stroke::new(1.0, t.accent.gamma_multiply(0.7));
        plot.line(PlotLine::new("median", PlotPoints::new(median)).stroke(stroke).allow_hover(false));
    }
    for target in &chart.targets {
        let line = vec![[f64::from(target.year) - 6.0, target.value], [f64::from(target.year), target.value]];
        plot.line(PlotLine::new("target", line).stroke(Stroke::new(1.5, t.target)).style(LineStyle::dashed_dense()));
        let mark = vec![[f64::from(target.year), target.value]];
        plot.points(Points::new("target", mark).shape(egui_plot::MarkerShape::Diamond).radius(5.0).color(t.target));
    }
    if has_ghost {
        let stroke = Stroke::new(reading::GHOST, reading::ghost(t));
        plot.line(PlotLine::new("before", PlotPoints::new(in_view(&chart.extras.ghost))).stroke(stroke));
    }
    for line in &chart.lines {
        plot.line(plot_line(line, in_view(&line.points), t));
    }
    for dots in &chart.dots {
        plot.points(plot_points(dots, in_view(&dots.points), t, look.named));
    }
    for line in chart.lines.iter().filter(|l| l.ink == Ink::Scenario) {
        let at = line.points.iter().copied().filter(|p| (p[0] - f64::from(look.year)).abs() < 0.5);
        let at: Vec<[f64; 2]> = at.filter(|p| p[1].is_finite()).collect();
        plot.points(Points::new("chosen", at).radius(4.0).color(t.accent));
    }
}

fn plot_line(line: &Line, points: Vec<[f64; 2]>, t: &Tokens) -> PlotLine<'static> {
    let stroke = reading::stroke(line.ink, t);
    let style = match line.ink {
        Ink::Scenario => LineStyle::Solid,
        Ink::Reference => LineStyle::Dashed { length: 6.0 },
        Ink::Forecast => LineStyle::Dotted { spacing: 4.0 },
    };
    PlotLine::new(line.label.clone(), PlotPoints::new(points)).stroke(stroke).style(style).allow_hover(false)
}

fn plot_points(dots: &Dots, points: Vec<[f64; 2]>, t: &Tokens, large: bool) -> Points<'static> {
    let radius = if large { 2.5 } else { 2.2 };
    Points::new(dots.label.clone(), PlotPoints::new(points))
        .radius(if dots.marker.is_filled() { radius } else { radius + 0.5 })
        .filled(dots.marker.is_filled())
        .shape(match dots.marker {
            Marker::Disc | Marker::Ring => MarkerShape::Circle,
            Marker::Square => MarkerShape::Square,
            Marker::Diamond => MarkerShape::Diamond,
        })
        .color(t.observed)
        .allow_hover(false)
}

/// A line that ends so many years before the last is named at its own end.
const EARLY: f64 = 8.0;

fn end_labels(chart: &Chart, named: bool, t: &Tokens) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for line in &chart.lines {
        let last_year = f64::from(chart.last_year);
        let Some(&[year, value]) = line.points.iter().rfind(|p| p[1].is_finite() && chart.shown().contains(&p[0]))
        else {
            continue;
        };
        let figure = chart.display.level(value * chart.display.divisor).number;
        let (words, colour, strong) = match line.ink {
            Ink::Scenario if named => (format!("{} {figure}", line.label), t.accent_text, true),
            Ink::Scenario => (figure, t.accent_text, true),
            Ink::Reference if named => (format!("{} {figure}", line.label), t.ink, false),
            Ink::Reference => (figure, t.ink, false),
            Ink::Forecast if named => (line.label.clone(), t.muted, false),
            Ink::Forecast => continue,
        };
        let inside = line.ink == Ink::Forecast && year < last_year - EARLY;
        labels.push(EndLabel { value, year, words, colour, strong, inside });
    }
    // A target is named where it stands, by its year.
    for target in chart.targets.iter().filter(|target| named && chart.shown().contains(&f64::from(target.year))) {
        let words = t!("charts-target", figure = chart.text(target.value), year = target.year);
        labels.push(EndLabel {
            value: target.value,
            year: f64::from(target.year),
            words,
            colour: t.target,
            strong: false,
            inside: false,
        });
    }
    labels
}

fn describe(ui: &Ui, response: &Response, chart: &Chart, year: i32) {
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, ui.is_enabled(), t!("charts-name", name = &chart.name)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(summary::of(chart, year)));
}

/// What of a chart is shown now.
#[derive(Clone, Copy)]
struct Shown<'a> {
    year: i32,
    has_ghost: bool,
    names: &'a [(Rect, &'a str)],
}

/// Under the pointer, or with the keys: a line at the year and every value of it,
/// or the whole name of a series. Other charts follow.
fn hover(ui: &Ui, response: &Response, transform: &PlotTransform, chart: &Chart, shown: Shown<'_>) {
    let Shown { year, has_ghost, names } = shown;
    let frame = *transform.frame();
    let at = response.hover_pos().filter(|at| frame.contains(*at));
    pointed::set(ui, response.id, at.map(|at| ground::year_at(transform, at)));
    let by_keys = handling::is_read_by_keys(ui, response);
    let line = |year: i32| {
        let x = transform.position_from_point_x(f64::from(year));
        ui.painter().vline(x, frame.y_range(), Stroke::new(1.0, tokens(ui).line_strong));
        x
    };
    let tooltip =
        |anchor: PopupAnchor| Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, anchor).gap(12.0);
    if let Some(at) = at.filter(|_| !response.dragged()) {
        if let Some((_, name)) = names.iter().find(|(rect, _)| rect.contains(at)) {
            tooltip(PopupAnchor::Pointer).show(|ui| ui.label(*name));
            return;
        }
        let year = ground::year_at(transform, at);
        line(year);
        tooltip(PopupAnchor::Pointer).show(|ui| reading::show(ui, chart, year, has_ghost));
    } else if by_keys && chart.shown().contains(&f64::from(year)) {
        let at = pos2(transform.position_from_point_x(f64::from(year)), frame.top() + frame.height() * 0.3);
        tooltip(PopupAnchor::Position(at)).show(|ui| reading::show(ui, chart, year, has_ghost));
    } else if let Some(year) = pointed::elsewhere(ui, response.id).filter(|y| chart.shown().contains(&f64::from(*y))) {
        let x = line(year);
        if let Some(value) = chart.at(Ink::Scenario, year) {
            let at = pos2(x, transform.position_from_point_y(value));
            ui.painter().circle(at, 3.0, tokens(ui).panel, Stroke::new(1.5, tokens(ui).accent));
        }
    }
}
