//! A forecast from a year of the past, beside what came.

use eframe::egui::{PopupAnchor, Rect, Response, Role, Sense, Stroke, Tooltip, Ui, UiBuilder, WidgetInfo, vec2};
use egui_plot::{FilledArea, Line, LineStyle, PlotPoints, PlotTransform, PlotUi, Points, VLine};

use super::ends::{self, EndLabel};
use super::ground::{self, Ground};
use super::handling::{Asked, Years};
use super::reading;
use crate::analysis::backcast::Official;
use crate::analysis::backcast::fan::{Ahead, Fan};
use crate::export::chart::axis::Axis;
use crate::gui::theme::{Tokens, space, tokens};
use crate::model::drift::Observation;
use crate::session::backcast::words;
use crate::session::figures::Display;
use crate::t;

/// Years before the origin that are shown, or a few more.
const BEFORE: i32 = 15;
/// The axis begins with a multiple of so many years, where a label stands.
const ROUND: i32 = 5;

/// A line with its name, how it is drawn, and whether it stands out.
type Drawn = (&'static str, Vec<[f64; 2]>, Stroke, LineStyle, bool);

/// A fan beside what came.
pub struct Chart<'a> {
    /// What is counted.
    pub name: &'a str,
    /// What would have been said.
    pub fan: &'a Fan,
    /// What came, and what was known.
    pub observed: &'a [Observation],
    /// An official projection from the same year.
    pub official: Option<&'a Official>,
    /// The years that are drawn, if not all that there are.
    pub years: Option<(i32, i32)>,
}

impl Chart<'_> {
    /// What was observed in a year.
    #[must_use]
    pub fn seen(&self, year: i32) -> Option<f64> {
        self.observed.iter().find(|o| o.year == year).map(|o| o.jobs)
    }

    /// The last year of the fan that was observed.
    fn judged(&self) -> Option<(i32, f64)> {
        self.fan.years.iter().rev().find_map(|ahead| Some((ahead.year, self.seen(ahead.year)?)))
    }

    /// What it said about the last year that can be judged, and what came.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Some((year, came)) = self.judged() else { return String::new() };
        let Some(ahead) = self.fan.at(year) else { return String::new() };
        let [median, low, high, trend, came_words] =
            [ahead.median, ahead.low, ahead.high, ahead.trend, came].map(words::jobs);
        let (from, to) = (self.fan.origin.to_string(), year.to_string());
        let said = t!("backcast-fan-said", from = from, year = to, median = median, low = low, high = high);
        let verdict = if (ahead.low..=ahead.high).contains(&came) {
            t!("backcast-fan-inside", came = came_words)
        } else {
            t!("backcast-fan-outside", came = came_words)
        };
        let rivals = t!("backcast-fan-rivals", trend = trend, none = words::jobs(self.fan.last));
        let official = self.official.and_then(|official| {
            let value = official.at(year)?;
            Some(t!("backcast-fan-official", official = official.title.as_str(), value = words::jobs(value)))
        });
        let parts = [Some(said), Some(verdict), Some(rivals), official];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn lines(&self, t: &Tokens) -> Vec<Drawn> {
        let start = [f64::from(self.fan.origin), self.fan.last];
        let from_start = |points: &mut dyn Iterator<Item = [f64; 2]>| std::iter::once(start).chain(points).collect();
        let ahead =
            |value: fn(&Ahead) -> f64| from_start(&mut self.fan.years.iter().map(|a| [f64::from(a.year), value(a)]));
        let flat = from_start(&mut self.fan.years.iter().map(|a| [f64::from(a.year), self.fan.last]));
        let mut lines = vec![
            (t!("backcast-no-change"), flat, Stroke::new(1.25, t.muted), LineStyle::dotted_dense(), false),
            (
                t!("backcast-trend"),
                ahead(|a| a.trend),
                Stroke::new(1.5, t.second),
                LineStyle::Dashed { length: 6.0 },
                false,
            ),
        ];
        if let Some(official) = self.official {
            let points = from_start(&mut official.years.iter().map(|year| [f64::from(year.0), year.2]));
            let stroke = Stroke::new(1.5, t.forecast);
            lines.push((t!("backcast-official"), points, stroke, LineStyle::Dotted { spacing: 4.0 }, false));
        }
        let model = ahead(|a| a.median);
        lines.push((t!("backcast-model"), model, Stroke::new(2.5, t.accent), LineStyle::Solid, true));
        lines
    }

    /// The first and the last year that there are: some before the origin, and all
    /// after it.
    fn all_years(&self) -> (i32, i32) {
        let last = self.fan.years.last().map_or(self.fan.origin, |ahead| ahead.year);
        let end = self.observed.last().map_or(last, |o| o.year).max(last);
        let observed = self.observed.first().map_or(self.fan.origin, |o| o.year);
        ((self.fan.origin - BEFORE).max(observed).div_euclid(ROUND) * ROUND, end)
    }

    /// The first and the last year that are drawn.
    #[must_use]
    pub fn shown(&self) -> (i32, i32) {
        self.years.unwrap_or_else(|| self.all_years())
    }

    /// The years that there are, if only some of them are drawn.
    #[must_use]
    pub fn zoomed_from(&self) -> Option<(i32, i32)> {
        self.years.map(|_| self.all_years())
    }

    /// Draws it and says what the user asks of it; the year is that of the origin.
    pub fn draw(&self, ui: &mut Ui, height: f32, sentence: &str) -> (Response, Vec<Asked>) {
        let t = tokens(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let (first, end) = self.shown();
        let in_view = |year: f64| (f64::from(first)..=f64::from(end)).contains(&year);
        let mut lines = self.lines(t);
        for (_, points, ..) in &mut lines {
            points.retain(|p| in_view(p[0]));
        }
        let labels = lines.iter().filter_map(|(name, points, stroke, _, strong)| {
            let [year, value] = *points.last()?;
            let colour = if *strong { t.accent_text } else { stroke.color };
            Some(EndLabel { value, year, words: (*name).to_owned(), colour, strong: *strong, inside: false })
        });
        let labels: Vec<EndLabel> = labels.collect();
        let gutter = ends::width(ui, &labels) + space::S;
        let plot = rect.with_max_x(rect.right() - gutter).with_min_y(rect.top() + 8.0);
        let seen = self.observed.iter().filter(|o| in_view(f64::from(o.year))).map(|o| o.jobs);
        let said = self.fan.years.iter().filter(|a| in_view(f64::from(a.year))).flat_map(|a| [a.high, a.trend]);
        let most = seen.chain(said).fold(0.0, f64::max);
        let ground = Ground {
            name: self.name,
            display: &Display::jobs(),
            axis: Axis::covering(0.0, 1.01 * most, f64::from(plot.height() / 44.0).clamp(2.0, 7.0), true),
            years: (f64::from(first), f64::from(end)),
        };
        let (response, transform) = {
            let mut child = ui.new_child(UiBuilder::new().max_rect(plot));
            ground.show(&mut child, |plot| self.fill(plot, (first, end), &lines, t))
        };
        ends::paint(ui, &labels, &transform, rect);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Figure, ui.is_enabled(), t!("backcast-fan-name", series = self.name))
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(sentence));
        self.hover(ui, &response, &transform);
        let years =
            Years { chosen: self.fan.origin, shown: (first, end), zoomed_from: self.zoomed_from(), can_zoom: true };
        let asked = years.asked(ui, &response, &transform);
        (response, asked)
    }

    fn fill(&self, plot: &mut PlotUi<'_>, (first, end): (i32, i32), lines: &[Drawn], t: &Tokens) {
        let origin = f64::from(self.fan.origin);
        plot.vline(VLine::new("origin", origin).stroke(Stroke::new(1.0, t.cursor)));
        let in_view = |year: i32| (first..=end).contains(&year);
        let begins = in_view(self.fan.origin).then_some(self.fan.last);
        let ahead = || self.fan.years.iter().filter(|a| in_view(a.year));
        let years: Vec<f64> = begins.map(|_| origin).into_iter().chain(ahead().map(|a| f64::from(a.year))).collect();
        let edge = |value: fn(&Ahead) -> f64| -> Vec<f64> { begins.into_iter().chain(ahead().map(value)).collect() };
        let area = FilledArea::new("80 % range", &years, &edge(|a| a.low), &edge(|a| a.high));
        let area = area.fill_color(t.accent.gamma_multiply(reading::BAND)).stroke(reading::band_edge(t));
        plot.add(area.allow_hover(false));
        for (name, points, stroke, style, _) in lines {
            let line = Line::new(*name, PlotPoints::new(points.clone())).stroke(*stroke).style(*style);
            plot.line(line.allow_hover(false));
        }
        // What was known is filled; what came afterwards is open.
        for known in [true, false] {
            let seen = self.observed.iter().filter(|o| in_view(o.year) && (o.year <= self.fan.origin) == known);
            let points: Vec<[f64; 2]> = seen.map(|o| [f64::from(o.year), o.jobs]).collect();
            let dots = Points::new("observed", PlotPoints::new(points)).radius(if known { 2.5 } else { 3.0 });
            plot.points(dots.filled(known).color(t.observed).allow_hover(false));
        }
    }

    /// Under the pointer: everything about a year.
    fn hover(&self, ui: &Ui, response: &Response, transform: &PlotTransform) {
        let frame: Rect = *transform.frame();
        let Some(pointer) = response.hover_pos().filter(|at| frame.contains(*at)) else { return };
        let year = ground::year_at(transform, pointer);
        let mut lines = vec![year.to_string()];
        lines.extend(self.seen(year).map(|jobs| t!("backcast-hover-seen", jobs = words::jobs(jobs))));
        if let Some(ahead) = self.fan.at(year) {
            let [median, low, high] = [ahead.median, ahead.low, ahead.high].map(words::jobs);
            lines.push(t!("backcast-hover-model", median = median, low = low, high = high));
            lines.push(t!("backcast-hover-trend", jobs = words::jobs(ahead.trend)));
            let official = self.official.and_then(|official| official.at(year)).map(words::jobs);
            lines.extend(official.map(|jobs| t!("backcast-hover-official", jobs = jobs)));
        }
        let x = transform.position_from_point_x(f64::from(year));
        ui.painter().vline(x, frame.y_range(), Stroke::new(1.0, tokens(ui).line_strong));
        let anchor = PopupAnchor::Pointer;
        let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, anchor).gap(12.0);
        tooltip.show(|ui| ui.label(lines.join("\n")));
    }
}
