//! Drawing a chart.

use eframe::egui::{
    Key, PopupAnchor, Rect, Response, Role, Sense, Stroke, TextWrapMode, Tooltip, Ui, UiBuilder, Vec2, WidgetInfo,
    WidgetText, pos2, vec2,
};
use egui_plot::{FilledArea, Line as PlotLine, LineStyle, PlotPoints, PlotTransform, PlotUi, Points, VLine};

use super::ends::{self, EndLabel};
use super::ground::{self, Ground};
use crate::export::chart::axis::Axis;
use crate::gui::theme::{Tokens, space, text, tokens};
use crate::gui::widgets::explain;
use crate::session::charts::chart::{Chart, Dots, Ink, Line};
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

/// What the user asks of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To choose a year.
    Year(i32),
    /// How its values are computed.
    Explain,
}

/// Draws a chart and says what the user asks of it.
pub fn show(ui: &mut Ui, chart: &Chart, look: Look) -> Option<Asked> {
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
    let (response, transform) = {
        let mut child = ui.new_child(UiBuilder::new().max_rect(plot_rect));
        ground.show(&mut child, |plot| fill(plot, chart, look, t))
    };
    ends::paint(ui, &labels, &transform, rect);
    ends::paint_inside(ui, &inside, &transform);
    let names = if look.named { legend(ui, chart, &transform, t) } else { Vec::new() };
    describe(ui, &response, chart, look.year);
    hover(ui, &response, &transform, chart, &names);
    if response.has_focus() && (explain::is_asked(ui, &response) || ui.input(|i| i.key_pressed(Key::Enter))) {
        return Some(Asked::Explain);
    }
    let chosen = ground::chosen_year(ui, &response, &transform, look.year)?;
    Some(chosen.clamp(chart.first_year, chart.last_year)).filter(|y| *y != look.year).map(Asked::Year)
}

/// How dense the range is.
const BAND: f32 = 0.17;
/// How much of the width a name may take: the rest is for the highest values.
const LEGEND_SHARE: f32 = 0.64;
/// Room between a name of the legend and the edge of the drawing (points).
const LEGEND_MARGIN: f32 = 8.0;
/// Room for the dot before a name of the legend (points).
const LEGEND_MARK: f32 = 14.0;

fn axis_of(chart: &Chart, height: f32) -> Axis {
    let (low, high) = chart.value_range().unwrap_or((0.0, 1.0));
    // A mark on the topmost line of the grid would be cut in half.
    let high = high + 0.01 * (high - low);
    Axis::covering(low, high, f64::from(height / 44.0).clamp(2.0, 7.0), chart.from_zero)
}

fn fill<'a>(plot: &mut PlotUi<'a>, chart: &'a Chart, look: Look, t: &Tokens) {
    plot.vline(VLine::new("year", f64::from(look.year)).stroke(Stroke::new(1.0, t.cursor)));
    let in_view = |points: &[[f64; 2]]| -> Vec<[f64; 2]> {
        let shown = f64::from(chart.first_year)..=f64::from(chart.last_year);
        points.iter().copied().filter(|p| shown.contains(&p[0]) && p[1].is_finite()).collect()
    };
    if let Some(band) = &chart.band {
        let area = FilledArea::new("80 % range", &band.years, &band.low, &band.high);
        plot.add(area.fill_color(t.accent.gamma_multiply(BAND)).allow_hover(false));
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
    let (stroke, style) = match line.ink {
        Ink::Scenario => (Stroke::new(2.5, t.accent), LineStyle::Solid),
        Ink::Reference => (Stroke::new(1.5, t.reference), LineStyle::Dashed { length: 6.0 }),
        Ink::Forecast => (Stroke::new(1.25, t.forecast), LineStyle::Dotted { spacing: 4.0 }),
    };
    PlotLine::new(line.label.clone(), PlotPoints::new(points)).stroke(stroke).style(style).allow_hover(false)
}

fn plot_points(dots: &Dots, points: Vec<[f64; 2]>, t: &Tokens, large: bool) -> Points<'static> {
    let radius = if large { 2.5 } else { 2.2 };
    Points::new(dots.label.clone(), PlotPoints::new(points))
        .radius(if dots.open { radius + 0.5 } else { radius })
        .filled(!dots.open)
        .color(t.observed)
        .allow_hover(false)
}

/// A line that ends so many years before the last is named at its own end.
const EARLY: f64 = 8.0;

fn end_labels(chart: &Chart, named: bool, t: &Tokens) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for line in &chart.lines {
        let last_year = f64::from(chart.last_year);
        let Some(&[year, value]) = line.points.iter().rfind(|p| p[1].is_finite() && p[0] <= last_year) else {
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
    for target in chart.targets.iter().filter(|_| named) {
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

/// Names the observed series at the top of the drawing, beside a dot of theirs,
/// on the side where the lines leave room. A name that does not fit is cut at
/// its end. Where each of them stands, with the whole name.
fn legend<'a>(ui: &Ui, chart: &'a Chart, transform: &PlotTransform, t: &Tokens) -> Vec<(Rect, &'a str)> {
    let frame = *transform.frame();
    let room = ui.painter().with_clip_rect(frame);
    let to_the_right = highest_on_the_left(chart);
    let widest = (frame.width() * LEGEND_SHARE - LEGEND_MARK - LEGEND_MARGIN).max(0.0);
    let mut y = frame.top() + 7.0;
    let mut names = Vec::new();
    let shown = chart.dots.iter().filter(|d| d.points.iter().any(|p| p[0] >= f64::from(chart.first_year)));
    for dots in shown.collect::<Vec<_>>().into_iter().rev() {
        let words = WidgetText::from(dots.label.as_str());
        let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), widest, text::small_font());
        let x = if to_the_right {
            frame.right() - LEGEND_MARGIN - galley.size().x
        } else {
            frame.left() + LEGEND_MARGIN + LEGEND_MARK
        };
        let size = vec2(galley.size().x + LEGEND_MARK + 2.0, 14.0);
        let ground = Rect::from_min_size(pos2(x - LEGEND_MARK, y - 7.0), size);
        room.rect_filled(ground, 2.0, t.panel.gamma_multiply(0.85));
        room.galley_with_override_text_color(pos2(x, y - galley.size().y / 2.0), galley, t.muted);
        let dot = pos2(x - 8.0, y);
        if dots.open {
            room.circle_stroke(dot, 2.8, Stroke::new(1.2, t.observed));
        } else {
            room.circle_filled(dot, 2.8, t.observed);
        }
        names.push((ground, dots.label.as_str()));
        y += 15.0;
    }
    names
}

fn highest_on_the_left(chart: &Chart) -> bool {
    let middle = f64::midpoint(f64::from(chart.first_year), f64::from(chart.last_year));
    let all = chart.lines.iter().flat_map(|l| &l.points).chain(chart.dots.iter().flat_map(|d| &d.points));
    let highest = all
        .filter(|p| p[1].is_finite() && p[0] >= f64::from(chart.first_year) && p[0] <= f64::from(chart.last_year))
        .max_by(|a, b| a[1].total_cmp(&b[1]));
    highest.is_none_or(|p| p[0] < middle)
}

fn describe(ui: &Ui, response: &Response, chart: &Chart, year: i32) {
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, ui.is_enabled(), t!("charts-name", name = &chart.name)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(chart.sentence(year)));
}

/// Under the pointer: a line at the year and every value of it, or the whole
/// name of a series.
fn hover(ui: &Ui, response: &Response, transform: &PlotTransform, chart: &Chart, names: &[(Rect, &str)]) {
    let Some(at) = response.hover_pos().filter(|at| transform.frame().contains(*at)) else { return };
    let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, PopupAnchor::Pointer).gap(12.0);
    if let Some((_, name)) = names.iter().find(|(rect, _)| rect.contains(at)) {
        tooltip.show(|ui| ui.label(*name));
        return;
    }
    let year = ground::year_at(transform, at);
    let x = transform.position_from_point_x(f64::from(year));
    ui.painter().vline(x, transform.frame().y_range(), Stroke::new(1.0, tokens(ui).line_strong));
    tooltip.show(|ui| ui.label(hover_text(chart, year)));
}

/// What there is to say about a year.
fn hover_text(chart: &Chart, year: i32) -> String {
    let mut lines = vec![year.to_string()];
    for line in chart.lines.iter().rev() {
        let value = line.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5);
        if let Some(p) = value.filter(|p| p[1].is_finite()) {
            lines.push(t!("charts-line", name = &line.label, figure = chart.text(p[1])));
        }
        if line.ink == Ink::Scenario
            && let Some([_, median, _]) = chart.band.as_ref().and_then(|band| band.at(year))
        {
            lines.extend(chart.range(year).map(|range| t!("charts-scenario-range", range = range)));
            lines.push(t!("charts-scenario-median", figure = chart.text(median)));
        }
    }
    for dots in &chart.dots {
        if let Some(p) = dots.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5) {
            lines.push(t!("charts-line", name = &dots.label, figure = chart.text(p[1])));
        }
    }
    lines.join("\n")
}
