//! Drawing a chart.

use eframe::egui::{
    Align2, Color32, Key, PopupAnchor, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextWrapMode, Tooltip,
    Ui, UiBuilder, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};
use egui_plot::{
    AxisHints, GridMark, HLine, Line as PlotLine, LineStyle, Plot, PlotBounds, PlotPoints, PlotTransform, Points, VLine,
};

use super::chart::{Chart, Dots, Ink, Line};
use super::ends::spread;
use super::ticks::{Axis, year_step};
use crate::gui::theme::{Tokens, space, text, tokens};

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

/// Draws a chart. `Some` when the user chose a year on it.
pub fn show(ui: &mut Ui, chart: &Chart, look: Look) -> Option<i32> {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(look.size, Sense::hover());
    let labels = end_labels(chart, look.named, t);
    let gutter = labels.iter().map(|l| width(ui, l)).fold(0.0, f32::max) + space::S;
    // The topmost number of the axis stands half above its line.
    let plot_rect = rect.with_max_x(rect.right() - gutter).with_min_y(rect.top() + 8.0);
    let axis = axis_of(chart, plot_rect.height());
    // The first year's label stays clear of the numbers of the other axis.
    let span = f64::from((chart.last_year - chart.first_year).max(1));
    let per_year = f64::from((plot_rect.width() - Y_AXIS).max(40.0)) / span;
    let first = f64::from(chart.first_year) - FIRST_YEAR_ROOM / per_year;
    let last = f64::from(chart.last_year) + 0.25;
    let (response, transform) = {
        let mut child = ui.new_child(UiBuilder::new().max_rect(plot_rect));
        plot(&mut child, chart, look, axis, (first, last), year_step(per_year))
    };
    paint_labels(ui, &labels, &transform, rect, t);
    let names = if look.named { legend(ui, chart, &transform, t) } else { Vec::new() };
    describe(ui, &response, chart, look.year);
    hover(ui, &response, &transform, chart, &names);
    if response.has_focus() {
        let frame = transform.frame().expand(2.0);
        ui.painter().rect_stroke(frame, 2.0, Stroke::new(2.0, t.focus), StrokeKind::Inside);
    }
    let chosen = chosen_year(ui, &response, &transform, look.year)?;
    Some(chosen.clamp(chart.first_year, chart.last_year)).filter(|y| *y != look.year)
}

/// How much of the width a name may take: the rest is for the highest values.
const LEGEND_SHARE: f32 = 0.64;
/// Room between a name of the legend and the edge of the drawing (points).
const LEGEND_MARGIN: f32 = 8.0;
/// Room for the dot before a name of the legend (points).
const LEGEND_MARK: f32 = 14.0;
/// Room before the first year (points).
const FIRST_YEAR_ROOM: f64 = 18.0;
/// Width kept for the numbers of the vertical axis (points).
const Y_AXIS: f32 = 52.0;

fn axis_of(chart: &Chart, height: f32) -> Axis {
    let (low, high) = chart.value_range().unwrap_or((0.0, 1.0));
    // A mark on the topmost line of the grid would be cut in half.
    let high = high + 0.01 * (high - low);
    Axis::covering(low, high, f64::from(height / 44.0).clamp(2.0, 7.0), chart.from_zero)
}

fn plot(
    ui: &mut Ui,
    chart: &Chart,
    look: Look,
    axis: Axis,
    (first, last): (f64, f64),
    step: i32,
) -> (Response, PlotTransform) {
    let t = tokens(ui);
    let years = move |_| year_marks(first, last, step);
    let values = move |_| axis.ticks().map(|value| GridMark { value, step_size: axis.step }).collect::<Vec<_>>();
    let display = chart.display.clone();
    let axis_hints = |hints: AxisHints<'static>| {
        hints.label("").tick_label_color(t.muted).tick_label_font(text::small_font()).label_spacing(1.0..=2.0)
    };
    let response = Plot::new((chart.name.as_str(), "plot"))
        .width(ui.available_width())
        .height(ui.available_height())
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_crosshair(false)
        .show_background(false)
        .show_grid([false, true])
        .grid_color(t.line)
        .grid_fade(0.0)
        .set_margin_fraction(Vec2::ZERO)
        .auto_bounds(false)
        .label_formatter(|_| None)
        .sense(Sense::click_and_drag())
        .custom_x_axes(vec![axis_hints(AxisHints::new_x()).formatter(|mark, _| format!("{:.0}", mark.value))])
        .custom_y_axes(vec![
            axis_hints(AxisHints::new_y())
                .min_thickness(Y_AXIS)
                .formatter(move |mark, _| display.tick(mark.value, mark.step_size)),
        ])
        .x_grid_spacer(years)
        .y_grid_spacer(values)
        .show(ui, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max([first, axis.low], [last, axis.high]));
            if axis.low < 0.0 {
                plot.hline(HLine::new("zero", 0.0).stroke(Stroke::new(1.0, t.line_strong)));
            }
            plot.vline(VLine::new("year", f64::from(look.year)).stroke(Stroke::new(1.0, t.cursor)));
            let in_view = |points: &[[f64; 2]]| -> Vec<[f64; 2]> {
                let shown = f64::from(chart.first_year)..=last;
                points.iter().copied().filter(|p| shown.contains(&p[0]) && p[1].is_finite()).collect()
            };
            for target in &chart.targets {
                let line = vec![[f64::from(target.year) - 6.0, target.value], [f64::from(target.year), target.value]];
                plot.line(
                    PlotLine::new("target", line).stroke(Stroke::new(1.5, t.target)).style(LineStyle::dashed_dense()),
                );
                let mark = vec![[f64::from(target.year), target.value]];
                plot.points(
                    Points::new("target", mark).shape(egui_plot::MarkerShape::Diamond).radius(5.0).color(t.target),
                );
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
        });
    (response.response, response.transform)
}

/// The multiples of `step` between two years.
fn year_marks(first: f64, last: f64, step: i32) -> Vec<GridMark> {
    let step = f64::from(step);
    let multiples = std::iter::successors(Some((first / step).ceil() * step), |year| Some(year + step));
    multiples.take_while(|year| *year <= last).map(|value| GridMark { value, step_size: step }).collect()
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

struct EndLabel {
    value: f64,
    year: f64,
    words: String,
    colour: Color32,
    strong: bool,
}

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
        labels.push(EndLabel { value, year, words, colour, strong });
    }
    // A target is named where it stands, by its year.
    for target in chart.targets.iter().filter(|_| named) {
        let words = format!("Target {} in {}", chart.text(target.value), target.year);
        labels.push(EndLabel {
            value: target.value,
            year: f64::from(target.year),
            words,
            colour: t.target,
            strong: false,
        });
    }
    labels
}

fn width(ui: &Ui, label: &EndLabel) -> f32 {
    ui.painter().layout_no_wrap(label.words.clone(), font(label), label.colour).size().x
}

fn font(label: &EndLabel) -> eframe::egui::FontId {
    if label.strong { text::strong_font(text::SMALL) } else { text::small_font() }
}

fn paint_labels(ui: &Ui, labels: &[EndLabel], transform: &PlotTransform, rect: Rect, t: &Tokens) {
    let frame = *transform.frame();
    let centres: Vec<f32> =
        labels.iter().map(|l| transform.position_from_point_y(l.value).clamp(frame.top(), frame.bottom())).collect();
    let placed = spread(&centres, text::SMALL + 2.0, frame.top() + 4.0, frame.bottom() - 4.0);
    for ((label, y), from) in labels.iter().zip(placed).zip(centres) {
        let x = frame.right() + 6.0;
        let end = transform.position_from_point_x(label.year);
        if (y - from).abs() > 4.0 || end < frame.right() - 12.0 {
            let hair = Stroke::new(1.0, t.line);
            ui.painter().line_segment([pos2(end.min(frame.right()) + 2.0, from), pos2(x - 2.0, y)], hair);
        }
        ui.painter().with_clip_rect(rect).text(
            pos2(x, y),
            Align2::LEFT_CENTER,
            &label.words,
            font(label),
            label.colour,
        );
    }
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
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Figure, ui.is_enabled(), format!("Chart: {}. Arrow keys move the year", chart.name))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(chart.sentence(year)));
}

fn year_at(transform: &PlotTransform, at: Pos2) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a year on the axis")]
    let year = transform.value_from_position(at).x.round() as i32;
    year
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
    let year = year_at(transform, at);
    let x = transform.position_from_point_x(f64::from(year));
    ui.painter().vline(x, transform.frame().y_range(), Stroke::new(1.0, tokens(ui).line_strong));
    tooltip.show(|ui| ui.label(hover_text(chart, year)));
}

fn chosen_year(ui: &Ui, response: &Response, transform: &PlotTransform, year: i32) -> Option<i32> {
    if response.clicked() || response.dragged() {
        response.request_focus();
        return response.interact_pointer_pos().map(|at| year_at(transform, at));
    }
    if response.has_focus() {
        let arrows = eframe::egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
        let (back, on) = ui.input(|i| (i.num_presses(Key::ArrowLeft), i.num_presses(Key::ArrowRight)));
        let moved = i32::try_from(on).unwrap_or(0) - i32::try_from(back).unwrap_or(0);
        if moved != 0 {
            return Some(year + moved);
        }
    }
    None
}

/// What there is to say about a year.
fn hover_text(chart: &Chart, year: i32) -> String {
    let mut lines = vec![year.to_string()];
    for line in chart.lines.iter().rev() {
        let value = line.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5);
        if let Some(p) = value.filter(|p| p[1].is_finite()) {
            lines.push(format!("{}: {}", line.label, chart.text(p[1])));
        }
    }
    for dots in &chart.dots {
        if let Some(p) = dots.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5) {
            lines.push(format!("{}: {}", dots.label, chart.text(p[1])));
        }
    }
    lines.join("\n")
}
