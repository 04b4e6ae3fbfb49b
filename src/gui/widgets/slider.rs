//! A slider that shows where the reference is and how far evidence goes.

use std::ops::RangeInclusive;

use eframe::egui::{
    CursorIcon, Event, Id, PointerButton, Pos2, Rangef, Rect, Response, Sense, Stroke, Ui, lerp, pos2, vec2,
};

use super::gesture;
use super::hand::{self, FINE, Track};
use super::stepping::{Asked, Stepping};
use crate::gui::theme::{Tokens, tokens};

/// Height of the whole control (points).
pub const HEIGHT: f32 = 17.0;
const KNOB: f32 = 6.5;
const TRACK: f32 = 4.0;
/// Steps that Page Up and Page Down move.
const PAGE: f64 = 10.0;
/// What a slider shows.
#[derive(Clone, Debug)]
pub struct Slider<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// What else a screen reader says of it.
    pub description: &'a str,
    /// The value with its unit, for a screen reader.
    pub text: &'a str,
    /// The value.
    pub value: f64,
    /// The reference, marked on the track.
    pub reference: f64,
    /// Both ends.
    pub range: RangeInclusive<f64>,
    /// The part of the range that evidence covers; beyond it the track is hatched.
    pub evidence: Option<RangeInclusive<f64>>,
    /// What an arrow key moves.
    pub step: f64,
    /// What it is about, where a hand on it is followed before it is drawn.
    pub about: Option<Id>,
}

/// What the user did with a slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved {
    /// Set it to this value, within a gesture.
    To(f64, u64),
    /// Asked for the reference.
    Reset,
}

impl Slider<'_> {
    /// Draws the slider over the whole width and says what the user did.
    pub fn show(&self, ui: &mut Ui) -> (Response, Option<Moved>) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
        // Its identity is its name: what comes and goes above it must not end a drag.
        let response = ui.interact(rect, ui.make_persistent_id((self.name, "slider")), Sense::drag());
        let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
        if response.drag_started() || swept(ui, &response).is_some() {
            response.request_focus();
        }
        let x_range = rect.x_range().shrink(KNOB + 1.0);
        let track = self.track(x_range);
        let moved = Self::pointer(ui, &response, &track).or_else(|| self.keys(ui, &response, &track));
        if let Some(about) = self.about.filter(|_| response.dragged()) {
            hand::holds(&response, about, track);
        }
        let released = response.drag_stopped() || (swept(ui, &response).is_some() && !response.dragged());
        if released || response.lost_focus() {
            gesture::end(&response);
        }
        self.paint(ui, &response, rect, x_range);
        self.stepping().describe(ui, &response);
        (response, moved)
    }

    fn track(&self, x: Rangef) -> Track {
        let ends = (*self.range.start(), *self.range.end());
        Track { value: self.value, reference: self.reference, ends, step: self.step, x }
    }

    fn pointer(ui: &Ui, response: &Response, track: &Track) -> Option<Moved> {
        if hand::is_followed(ui.ctx(), response.id) {
            return None;
        }
        let pointer = response.interact_pointer_pos().or_else(|| swept(ui, response))?;
        to(response, track, track.under(response, pointer))
    }

    fn stepping(&self) -> Stepping<'_> {
        Stepping {
            name: self.name,
            description: self.description,
            text: self.text,
            value: self.value,
            range: self.range.clone(),
            step: self.step,
            fine: self.step * FINE,
            page: PAGE,
        }
    }

    fn keys(&self, ui: &Ui, response: &Response, track: &Track) -> Option<Moved> {
        match self.stepping().asked(ui, response, |value, step| track.snap(value, step))? {
            Asked::To(value) => to(response, track, value),
            Asked::Reset => Some(Moved::Reset),
        }
    }

    fn x_of(&self, value: f64, x_range: Rangef) -> f32 {
        let (low, high) = (*self.range.start(), *self.range.end());
        let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width in points")]
        let share = share as f32;
        lerp(x_range.min..=x_range.max, share)
    }

    fn paint(&self, ui: &Ui, response: &Response, rect: Rect, x_range: Rangef) {
        if !ui.is_rect_visible(rect) {
            return;
        }
        let t = tokens(ui);
        let painter = ui.painter();
        let y = rect.center().y;
        let band = |from: f32, to: f32| Rect::from_min_max(pos2(from, y - TRACK / 2.0), pos2(to, y + TRACK / 2.0));
        let track = band(x_range.min - KNOB / 2.0, x_range.max + KNOB / 2.0);
        let known = self.evidence.as_ref().map_or(track, |e| {
            band(self.x_of(*e.start(), x_range), self.x_of(*e.end(), x_range).max(self.x_of(*e.start(), x_range) + 1.0))
        });
        hatch(ui, track, t);
        painter.rect_filled(known, 2.0, t.evidence);
        let (at, mark) = (self.x_of(self.value, x_range), self.x_of(self.reference, x_range));
        let changed = (at - mark).abs() > 0.5;
        if changed {
            painter.rect_filled(band(at.min(mark), at.max(mark)), 2.0, t.accent);
        }
        painter.line_segment([pos2(mark, y - 6.5), pos2(mark, y + 6.5)], Stroke::new(2.0, t.reference));
        let knob = pos2(at, y);
        if response.has_focus() {
            painter.circle_stroke(knob, KNOB + 3.0, t.ring());
        }
        let edge = if changed || response.dragged() { t.accent } else { t.observed };
        let radius = if response.hovered() || response.dragged() { KNOB + 0.5 } else { KNOB };
        painter.circle(knob, radius, t.panel, Stroke::new(2.0, edge));
    }
}

fn to(response: &Response, track: &Track, value: f64) -> Option<Moved> {
    #[expect(clippy::float_cmp, reason = "a value that was not touched is the same bits")]
    let untouched = value == track.value;
    (!untouched).then(|| Moved::To(value, gesture::of(response)))
}

/// Where a press on the control ended within a single frame: too quick for
/// egui to see a click or a drag in it, but a person or a tool meant it.
pub(super) fn swept(ui: &Ui, response: &Response) -> Option<Pos2> {
    let edge = |down: bool| {
        move |event: &Event| match event {
            Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } if *pressed == down => Some(*pos),
            _ => None,
        }
    };
    let (from, to) = ui.input(|i| {
        let from = i.events.iter().position(|event| edge(true)(event).is_some())?;
        let to = i.events[from..].iter().find_map(edge(false))?;
        Some((edge(true)(&i.events[from])?, to))
    })?;
    let ours = response.rect.intersect(ui.clip_rect()).contains(from);
    (ours && ui.ctx().layer_id_at(from) == Some(ui.layer_id())).then_some(to)
}

/// A track of diagonal strokes: beyond what evidence covers.
fn hatch(ui: &Ui, track: Rect, t: &Tokens) {
    let painter = ui.painter().with_clip_rect(track.intersect(ui.clip_rect()));
    painter.rect_filled(track, 2.0, t.track.gamma_multiply(0.45));
    let stroke = Stroke::new(1.5, t.track);
    let mut x = track.left() - track.height();
    while x < track.right() {
        let foot: Pos2 = pos2(x, track.bottom() + 1.0);
        painter.line_segment([foot, foot + vec2(track.height() + 2.0, -track.height() - 2.0)], stroke);
        x += 5.0;
    }
}
