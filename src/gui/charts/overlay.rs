//! Drawing several scenarios in one chart.

use eframe::egui::{PopupAnchor, Rect, Response, Role, Sense, Stroke, Tooltip, Ui, UiBuilder, Vec2, WidgetInfo, pos2};
use egui_plot::{Line as PlotLine, LineStyle, PlotPoints, PlotTransform, PlotUi, Points, VLine};

use super::ends::{self, EndLabel};
use super::ground::{self, Ground};
use super::handling::{Asked, Years};
use super::series;
use crate::export::chart::axis::Axis;
use crate::gui::theme::{Tokens, space, text, tokens};
use crate::session::compare::overlay::{Line, Overlay};
use crate::t;

/// A line has its mark every so many years.
const MARK_YEARS: i32 = 5;
/// What is left of the colour of the other lines while one is looked at.
const FADED: f32 = 0.25;
/// The longest name at the end of a line (characters).
const LONGEST: usize = 26;

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Size of the drawing (points).
    pub size: Vec2,
    /// Whether lines carry their titles, or only letters.
    pub named: bool,
    /// The chosen year.
    pub year: i32,
    /// The place of the scenario that is looked at, if it is one.
    pub highlighted: Option<usize>,
}

/// The height that the names of so many lines need (points).
#[must_use]
pub fn least_height(lines: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let lines = lines as f32;
    // The reference has a name, too.
    (lines + 1.0) * (text::SMALL + 2.0) + 40.0
}

/// Draws the chart and says what the user asks of it.
pub fn show(ui: &mut Ui, overlay: &Overlay, look: Look) -> (Response, Vec<Asked>) {
    let t = tokens(ui);
    let chart = &overlay.ground;
    let (rect, _) = ui.allocate_exact_size(look.size, Sense::hover());
    let labels = labels(overlay, look, t);
    let gutter = ends::width(ui, &labels) + space::S;
    let plot_rect = rect.with_max_x(rect.right() - gutter).with_min_y(rect.top() + 8.0);
    let (low, high) = overlay.value_range().unwrap_or((0.0, 1.0));
    let ticks = f64::from(plot_rect.height() / 44.0).clamp(2.0, 7.0);
    let axis = Axis::covering(low, high + 0.01 * (high - low), ticks, chart.from_zero);
    let ground = Ground {
        name: &chart.name,
        display: &chart.display,
        axis,
        years: (f64::from(chart.first_year), f64::from(chart.last_year)),
    };
    let (response, transform) = {
        let mut child = ui.new_child(UiBuilder::new().max_rect(plot_rect).id_salt(("overlay", &chart.name)));
        ground.show(&mut child, |plot| fill(plot, overlay, look, t))
    };
    marks(ui, overlay, look, &transform);
    ends::paint(ui, &labels, &transform, rect);
    describe(ui, &response, overlay, look.year);
    hover(ui, &response, &transform, overlay);
    let years = Years {
        chosen: look.year,
        shown: (chart.first_year, chart.last_year),
        zoomed_from: chart.extras.zoomed_from,
        can_zoom: true,
    };
    let asked = years.asked(ui, &response, &transform);
    (response, asked)
}

fn fill(plot: &mut PlotUi<'_>, overlay: &Overlay, look: Look, t: &Tokens) {
    let chart = &overlay.ground;
    let shown = f64::from(chart.first_year)..=f64::from(chart.last_year);
    let in_view = |points: &[[f64; 2]]| -> Vec<[f64; 2]> {
        points.iter().copied().filter(|p| shown.contains(&p[0]) && p[1].is_finite()).collect()
    };
    plot.vline(VLine::new("year", f64::from(look.year)).stroke(Stroke::new(1.0, t.cursor)));
    for line in &chart.lines {
        let drawn = PlotLine::new(line.label.clone(), PlotPoints::new(in_view(&line.points)));
        plot.line(
            drawn.stroke(Stroke::new(1.5, t.reference)).style(LineStyle::Dashed { length: 6.0 }).allow_hover(false),
        );
    }
    for dots in &chart.dots {
        let drawn = Points::new(dots.label.clone(), PlotPoints::new(in_view(&dots.points)));
        plot.points(drawn.radius(2.2).filled(dots.marker.is_filled()).color(t.observed).allow_hover(false));
    }
    // The first on top: the others are compared with it.
    for line in overlay.lines.iter().rev() {
        let faded = look.highlighted.is_some_and(|slot| slot != line.slot);
        let colour = series::colour(t, line.slot).gamma_multiply(if faded { FADED } else { 1.0 });
        let width = if look.highlighted == Some(line.slot) { 3.0 } else { 2.0 };
        let drawn = PlotLine::new(line.name.clone(), PlotPoints::new(in_view(&line.points)));
        plot.line(drawn.stroke(Stroke::new(width, colour)).style(series::style(line.slot)).allow_hover(false));
    }
}

/// The marks along the lines, each scenario's a little later than the one before,
/// so that they do not cover each other; and one at the chosen year.
fn marks(ui: &Ui, overlay: &Overlay, look: Look, transform: &PlotTransform) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(transform.frame().expand(4.0));
    for line in overlay.lines.iter().rev() {
        let faded = look.highlighted.is_some_and(|slot| slot != line.slot);
        let colour = series::colour(t, line.slot).gamma_multiply(if faded { FADED } else { 1.0 });
        let offset = i32::try_from(line.slot % 5).unwrap_or(0);
        for point in line.points.iter().filter(|point| overlay.ground.shown().contains(&point[0])) {
            #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
            let year = point[0].round() as i32;
            let chosen = year == look.year;
            if !point[1].is_finite() || !(chosen || (year - offset).rem_euclid(MARK_YEARS) == 0) {
                continue;
            }
            let at = pos2(transform.position_from_point_x(point[0]), transform.position_from_point_y(point[1]));
            series::mark(&painter, at, line.slot, if chosen { 4.2 } else { 3.2 }, colour, t.panel);
        }
    }
}

fn labels(overlay: &Overlay, look: Look, t: &Tokens) -> Vec<EndLabel> {
    let chart = &overlay.ground;
    let end = |points: &[[f64; 2]]| points.iter().rfind(|p| p[1].is_finite() && chart.shown().contains(&p[0])).copied();
    let figure = |value: f64| chart.display.level(value * chart.display.divisor).number;
    let label = |line: &Line| {
        let [year, value] = end(&line.points)?;
        let name = if look.named { shortened(&line.name) } else { line.letter.clone() };
        Some(EndLabel {
            value,
            year,
            words: format!("{name}  {}", figure(value)),
            colour: series::ink(t, line.slot),
            strong: look.highlighted.is_none_or(|slot| slot == line.slot),
            inside: false,
        })
    };
    let mut labels: Vec<EndLabel> = overlay.lines.iter().filter_map(label).collect();
    let whose = overlay.lines.first().map_or("", |line| line.letter.as_str());
    labels.extend(chart.lines.iter().filter_map(|line| {
        let [year, value] = end(&line.points)?;
        let words = t!("compare-reference", scenario = whose);
        let words = if look.named { words } else { format!("– {}", figure(value)) };
        Some(EndLabel { value, year, words, colour: t.ink, strong: false, inside: false })
    }));
    labels
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

fn describe(ui: &Ui, response: &Response, overlay: &Overlay, year: i32) {
    let name = t!("compare-chart", name = overlay.ground.name.as_str(), count = overlay.lines.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, ui.is_enabled(), name.as_str()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(overlay.sentence(year)));
}

/// Under the pointer: a line at the year and every value of it, the highest first.
fn hover(ui: &Ui, response: &Response, transform: &PlotTransform, overlay: &Overlay) {
    let Some(at) = response.hover_pos().filter(|at| transform.frame().contains(*at)) else { return };
    let year = ground::year_at(transform, at);
    let x = transform.position_from_point_x(f64::from(year));
    let frame: Rect = *transform.frame();
    ui.painter().vline(x, frame.y_range(), Stroke::new(1.0, tokens(ui).line_strong));
    let mut lines = vec![year.to_string()];
    lines.extend(overlay.read(year).into_iter().map(|(name, value)| format!("{name}: {value}")));
    let chart = &overlay.ground;
    for line in &chart.lines {
        let point = line.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5 && p[1].is_finite());
        lines.extend(point.map(|p| format!("{}: {}", line.label, chart.text(p[1]))));
    }
    for dots in &chart.dots {
        let point = dots.points.iter().find(|p| (p[0] - f64::from(year)).abs() < 0.5);
        lines.extend(point.map(|p| format!("{}: {}", dots.label, chart.text(p[1]))));
    }
    let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, PopupAnchor::Pointer).gap(12.0);
    tooltip.show(|ui| ui.label(lines.join("\n")));
}
