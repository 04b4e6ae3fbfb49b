//! When a change begins and when it is complete, on a line of years: two handles
//! that are dragged, moved by key, or set by a screen reader.

use eframe::egui::{
    Align2, CursorIcon, Painter, Pos2, Rangef, Rect, Response, Sense, Shape, Stroke, Ui, pos2, remap_clamp, vec2,
};

use super::gesture;
use super::slider::swept;
use super::stepping::{Asked, Stepping};
use crate::gui::theme::{Tokens, text, tokens};

/// Height of the whole control (points).
const HEIGHT: f32 = 72.0;
/// Room below for the years (points).
const FOOT: f32 = 16.0;
/// Room at the sides and above, so that handles are whole (points).
const EDGE: f32 = 9.0;
/// Half the width of a handle (points).
const HANDLE: f32 = 5.5;
/// Half the width of what takes the pointer around a handle (points).
const REACH: f32 = 9.0;
/// The room that a year written below takes (points).
const LABEL: f32 = 40.0;

/// One of the two handles.
#[derive(Clone, Copy, Debug)]
pub struct Handle<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// Its number with the unit.
    pub text: &'a str,
    /// On hover.
    pub hint: &'a str,
}

/// What a timeline shows.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// Where the change begins.
    pub begins: Handle<'a>,
    /// Where it is complete.
    pub complete: Handle<'a>,
    /// The first and the last year.
    pub years: (i32, i32),
    /// The year in which the change begins.
    pub start: i32,
    /// Years that it takes.
    pub ramp: f64,
    /// The longest that it may take (years).
    pub longest: f64,
    /// The level before.
    pub reference: f64,
    /// The level afterwards.
    pub level: f64,
    /// Level and effect, one a year from the first on.
    pub course: &'a [(f64, f64)],
    /// The year that the user looks at.
    pub chosen: i32,
}

/// What the user did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// The change begins in this year; within a gesture.
    Start(i32, u64),
    /// It takes so many years; within a gesture.
    Ramp(f64, u64),
    /// It begins as early and goes as fast as usual.
    Reset,
}

impl Timeline<'_> {
    /// Draws the timeline over the whole width and says what the user did.
    pub fn show(&self, ui: &mut Ui) -> Option<Change> {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
        let scale = Scale::new(rect, self);
        let begins = Self::handle(ui, scale.at(self.start, self.reference), self.begins);
        let complete = Self::handle(ui, self.end(&scale), self.complete);
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &scale, (&begins, &complete));
        }
        self.move_start(ui, &begins, &scale).or_else(|| self.move_end(ui, &complete, &scale))
    }

    /// Where the change is complete, or where the line ends before that.
    fn end(&self, scale: &Scale) -> Pos2 {
        let shown = f64::from(self.years.1 - self.start);
        let share = if self.ramp() > shown { shown / self.ramp() } else { 1.0 };
        let level = self.reference + (self.level - self.reference) * share;
        scale.point(f64::from(self.start) + self.ramp().min(shown), level)
    }

    /// The model takes at least a year.
    fn ramp(&self) -> f64 {
        self.ramp.max(1.0)
    }

    fn handle(ui: &Ui, at: Pos2, handle: Handle<'_>) -> Response {
        // Its identity is its name, as a slider's.
        let id = ui.make_persistent_id((handle.name, "handle"));
        let rect = Rect::from_center_size(at, vec2(2.0 * REACH, 2.0 * REACH));
        let response = ui.interact(rect, id, Sense::drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
        if response.drag_started() || swept(ui, &response).is_some() {
            response.request_focus();
        }
        if response.drag_stopped() || response.lost_focus() || swept(ui, &response).is_some() {
            gesture::end(&response);
        }
        response.on_hover_text(handle.hint)
    }

    fn move_start(&self, ui: &Ui, response: &Response, scale: &Scale) -> Option<Change> {
        let (first, last) = (f64::from(self.years.0), f64::from(self.years.1));
        let stepping = Stepping {
            name: self.begins.name,
            description: self.begins.hint,
            text: self.begins.text,
            value: f64::from(self.start),
            range: first..=last,
            step: 1.0,
            fine: 1.0,
            page: 5.0,
        };
        stepping.describe(ui, response);
        let year = |value: f64, _: f64| value.round().clamp(first, last);
        let asked = pointed(ui, response, scale).map(Asked::To);
        match asked.or_else(|| stepping.asked(ui, response, year))? {
            Asked::To(value) => {
                #[expect(clippy::cast_possible_truncation, reason = "a year between two others")]
                let to = year(value, 1.0) as i32;
                (to != self.start).then(|| Change::Start(to, gesture::of(response)))
            }
            Asked::Reset => Some(Change::Reset),
        }
    }

    fn move_end(&self, ui: &Ui, response: &Response, scale: &Scale) -> Option<Change> {
        let stepping = Stepping {
            name: self.complete.name,
            description: self.complete.hint,
            text: self.complete.text,
            value: self.ramp,
            range: 0.0..=self.longest,
            step: 1.0,
            fine: 0.5,
            page: 5.0,
        };
        stepping.describe(ui, response);
        let years = |value: f64, step: f64| ((value / step).round() * step).clamp(0.0, self.longest);
        if let Some(year) = pointed(ui, response, scale) {
            let to = years(year - f64::from(self.start), 1.0).max(1.0);
            return (!self.is_at(to)).then(|| Change::Ramp(to, gesture::of(response)));
        }
        match stepping.asked(ui, response, years)? {
            Asked::To(to) => Some(Change::Ramp(to, gesture::of(response))),
            Asked::Reset => Some(Change::Reset),
        }
    }

    /// Whether the handle stands where it would with this ramp.
    fn is_at(&self, ramp: f64) -> bool {
        (ramp.max(1.0) - self.ramp()).abs() < 1e-9
    }

    fn paint(&self, ui: &Ui, rect: Rect, scale: &Scale, (begins, complete): (&Response, &Response)) {
        let t = tokens(ui);
        let painter = ui.painter();
        self.years(painter, rect, scale, t);
        let line = |level: f64| [scale.point(scale.first, level), scale.point(scale.last, level)];
        painter.extend(Shape::dashed_line(&line(self.reference), Stroke::new(1.0, t.reference), 4.0, 3.0));
        let years = || (self.years.0..).zip(self.course);
        let effect: Vec<Pos2> = years().map(|(year, (_, effect))| scale.at(year, *effect)).collect();
        painter.add(Shape::line(effect, Stroke::new(1.5, t.second.gamma_multiply(0.65))));
        let end = self.end(scale);
        let level = [scale.point(scale.first, self.reference), scale.at(self.start, self.reference), end, {
            pos2(scale.x.max, end.y)
        }];
        painter.add(Shape::line(level.to_vec(), Stroke::new(2.0, t.accent)));
        for (response, is_end) in [(begins, false), (complete, true)] {
            let at = response.rect.center();
            let size = if response.hovered() || response.dragged() { HANDLE + 0.5 } else { HANDLE };
            if response.has_focus() {
                painter.circle_stroke(at, size + 3.5, t.ring());
            }
            let edge = Stroke::new(2.0, t.accent);
            if is_end {
                let square = Rect::from_center_size(at, vec2(2.0, 2.0) * (size - 0.8));
                painter.rect(square, 1.5, t.panel, edge, eframe::egui::StrokeKind::Middle);
            } else {
                painter.circle(at, size, t.panel, edge);
            }
        }
    }

    /// The years below, and a line at the one that the user looks at.
    fn years(&self, painter: &Painter, rect: Rect, scale: &Scale, t: &Tokens) {
        let foot = rect.bottom() - FOOT;
        painter.hline(scale.x, foot, Stroke::new(1.0, t.line_strong));
        if (self.years.0..=self.years.1).contains(&self.chosen) {
            let x = scale.x_of(f64::from(self.chosen));
            painter.vline(x, Rangef::new(rect.top(), foot), Stroke::new(1.0, t.cursor));
        }
        let mut free = f32::NEG_INFINITY;
        let ends = [(self.years.0, Align2::LEFT_TOP), (self.years.1, Align2::RIGHT_TOP)];
        let before_last = scale.x.max - LABEL;
        let decades = (self.years.0..self.years.1).filter(|year| year % 10 == 0);
        let marks = [ends[0]].into_iter().chain(decades.map(|year| (year, Align2::CENTER_TOP)));
        for (year, align) in marks {
            let x = scale.x_of(f64::from(year));
            painter.vline(x, Rangef::new(foot, foot + 3.0), Stroke::new(1.0, t.line_strong));
            let is_first = align == Align2::LEFT_TOP;
            if is_first || (x - LABEL / 2.0 >= free && x + LABEL / 2.0 <= before_last) {
                let at = pos2(if is_first { scale.x.min - EDGE / 2.0 } else { x }, foot + 3.0);
                painter.text(at, align, year.to_string(), text::small_font(), t.muted);
                free = x + if is_first { LABEL } else { LABEL / 2.0 };
            }
        }
        let at = pos2(scale.x.max + EDGE / 2.0, foot + 3.0);
        painter.text(at, ends[1].1, self.years.1.to_string(), text::small_font(), t.muted);
    }
}

/// The year under the pointer, while a handle is dragged.
fn pointed(ui: &Ui, response: &Response, scale: &Scale) -> Option<f64> {
    let moved = response.dragged() && response.drag_delta().x != 0.0;
    let at = response.interact_pointer_pos().filter(|_| moved).or_else(|| swept(ui, response))?;
    Some(scale.year_of(at.x))
}

/// From years and levels to points.
struct Scale {
    x: Rangef,
    y: Rangef,
    first: f64,
    last: f64,
    low: f64,
    high: f64,
}

impl Scale {
    fn new(rect: Rect, of: &Timeline<'_>) -> Self {
        let (first, last) = (f64::from(of.years.0), f64::from(of.years.1));
        Self {
            x: rect.x_range().shrink(EDGE),
            y: Rangef::new(rect.top() + EDGE, rect.bottom() - FOOT - EDGE),
            first,
            last: last.max(first + 1.0),
            low: of.reference.min(of.level),
            high: of.reference.max(of.level),
        }
    }

    fn x_of(&self, year: f64) -> f32 {
        share(self.x.min, self.x.max, year, self.first, self.last)
    }

    fn year_of(&self, x: f32) -> f64 {
        let share = remap_clamp(x, self.x, 0.0..=1.0);
        self.first + (self.last - self.first) * f64::from(share)
    }

    fn at(&self, year: i32, level: f64) -> Pos2 {
        self.point(f64::from(year), level)
    }

    fn point(&self, year: f64, level: f64) -> Pos2 {
        // A change that is none lies at the bottom.
        let y =
            if self.high > self.low { share(self.y.max, self.y.min, level, self.low, self.high) } else { self.y.max };
        pos2(self.x_of(year), y)
    }
}

/// The point as far between two others as a number is between its ends.
fn share(from: f32, to: f32, value: f64, low: f64, high: f64) -> f32 {
    let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a length in points")]
    let share = share as f32;
    from + (to - from) * share
}
