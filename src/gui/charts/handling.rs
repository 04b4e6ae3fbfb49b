//! What hands do on a chart over years: choose a year, zoom to some of them.
//!
//! A click or the arrow keys choose a year, as does a drag of its line. A drag
//! elsewhere draws a box around years and zooms to them; so do Ctrl and the wheel
//! around the pointer, and `+` and `-` around the chosen year. A double click and
//! `0` bring all years back. The wheel alone goes on scrolling the page.

use eframe::egui::{
    Align2, CursorIcon, Event, EventFilter, Id, Key, PointerButton, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2,
};
use egui_plot::PlotTransform;

use super::ground::year_at;
use crate::gui::theme::{text, tokens};
use crate::session::view::View;

/// How near to the line of the chosen year a drag must begin to move it (points).
const NEAR: f32 = 7.0;
/// A box that is narrower than this is a click (points).
const A_CLICK: f32 = 6.0;
/// How many years the page keys move.
const PAGE: i32 = 5;
/// What one press of a key multiplies the years shown with.
const STEP: f64 = 1.5;

/// The years of a chart.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// The chosen one.
    pub chosen: i32,
    /// The first and the last one shown.
    pub shown: (i32, i32),
    /// The first and the last one that there are, if only some are shown.
    pub zoomed_from: Option<(i32, i32)>,
    /// Whether the chart zooms with the others. Where it does not, every drag moves
    /// the year.
    pub can_zoom: bool,
}

/// The year that the user chose on a chart that does not zoom.
pub fn chosen_year(ui: &Ui, response: &Response, transform: &PlotTransform, chosen: i32) -> Option<i32> {
    let (low, high) = (transform.bounds().min()[0], transform.bounds().max()[0]);
    #[expect(clippy::cast_possible_truncation, reason = "calendar years")]
    let shown = (low.ceil() as i32, high.floor() as i32);
    Years { chosen, shown, zoomed_from: None, can_zoom: false }.handled(ui, response, transform).year
}

/// What the user asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// To choose a year.
    pub year: Option<i32>,
    /// To show other years.
    pub zoom: Option<Zoom>,
}

/// What the user asks of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To choose a year.
    Year(i32),
    /// To zoom to these years, or back to all.
    Years(Option<(i32, i32)>),
    /// How its values are computed.
    Explain,
    /// To copy its numbers.
    Copy,
}

/// Which years to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// From a year to a year.
    To(i32, i32),
    /// All that there are.
    All,
}

impl Zoom {
    /// The years, if not all of them.
    #[must_use]
    pub const fn years(self) -> Option<(i32, i32)> {
        match self {
            Self::To(first, last) => Some((first, last)),
            Self::All => None,
        }
    }
}

/// What a drag does, from press to release.
#[derive(Clone, Copy, Debug)]
enum Drag {
    /// It moves the line of the chosen year.
    Year,
    /// It draws a box from here.
    Box(f32),
}

impl Years {
    /// What the user asks of a chart by pointer or keys, where nothing else answers
    /// them.
    pub fn asked(&self, ui: &Ui, response: &Response, transform: &PlotTransform) -> Vec<Asked> {
        let wish = self.handled(ui, response, transform);
        if response.has_focus() && ui.input(|i| i.events.iter().any(|event| matches!(event, Event::Copy))) {
            return vec![Asked::Copy];
        }
        wish.year.map(Asked::Year).into_iter().chain(wish.zoom.map(|zoom| Asked::Years(zoom.years()))).collect()
    }

    /// What the user asks for by pointer or keys. Shows, too, whether the keys are
    /// with the chart.
    pub fn handled(&self, ui: &Ui, response: &Response, transform: &PlotTransform) -> Wish {
        let mut wish = Wish::default();
        if response.has_focus() {
            let frame = transform.frame().expand(2.0);
            ui.painter().rect_stroke(frame, 2.0, tokens(ui).ring(), StrokeKind::Inside);
        }
        self.by_drag(ui, response, transform, &mut wish);
        self.by_click(ui, response, transform, &mut wish);
        if self.can_zoom {
            self.by_wheel(ui, response, transform, &mut wish);
        }
        if response.has_focus() {
            self.by_key(ui, response, &mut wish);
        }
        let (first, last) = self.shown;
        // Zoomed back, all years are in view again.
        let kept = |year: i32| if wish.zoom == Some(Zoom::All) { year } else { year.clamp(first, last) };
        wish.year = wish.year.map(kept).filter(|year| *year != self.chosen);
        wish
    }

    fn by_drag(&self, ui: &Ui, response: &Response, transform: &PlotTransform, wish: &mut Wish) {
        let frame = *transform.frame();
        let id = response.id.with("drag");
        let line = transform.position_from_point_x(f64::from(self.chosen));
        let near = |at: Pos2| (at.x - line).abs() <= NEAR && frame.contains(at);
        let drag: Option<Drag> = ui.data(|d| d.get_temp(id));
        if matches!(drag, Some(Drag::Year)) || drag.is_none() && response.hover_pos().is_some_and(near) {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        if response.drag_started_by(PointerButton::Primary)
            && let Some(origin) = ui.input(|i| i.pointer.press_origin())
        {
            response.request_focus();
            let begun = if near(origin) || !self.can_zoom {
                Drag::Year
            } else {
                Drag::Box(origin.x.clamp(frame.left(), frame.right()))
            };
            ui.data_mut(|d| d.insert_temp(id, begun));
        }
        let Some(drag) = ui.data(|d| d.get_temp::<Drag>(id)) else { return };
        let at = response.interact_pointer_pos();
        match (drag, at) {
            (Drag::Year, Some(at)) => wish.year = Some(year_at(transform, at)),
            (Drag::Box(from), Some(at)) => {
                let to = at.x.clamp(frame.left(), frame.right());
                let years = [from, to].map(|x| year_at(transform, pos2(x, at.y)));
                let (first, last) = (years[0].min(years[1]), years[0].max(years[1]));
                if response.drag_stopped() {
                    if (to - from).abs() < A_CLICK {
                        wish.year = Some(years[1]);
                    } else {
                        wish.zoom = Some(self.within(f64::from(first), f64::from(last)));
                    }
                } else {
                    draw_box(ui, frame, (from.min(to), from.max(to)), &format!("{first}–{last}"));
                }
            }
            (_, None) => {}
        }
        if response.drag_stopped() || !response.dragged() || ui.input(|i| i.key_pressed(Key::Escape)) {
            ui.data_mut(|d| d.remove::<Drag>(id));
        }
    }

    fn by_click(&self, ui: &Ui, response: &Response, transform: &PlotTransform, wish: &mut Wish) {
        if !response.clicked_by(PointerButton::Primary) {
            return;
        }
        response.request_focus();
        let before = response.id.with("year before the click");
        if response.double_clicked() {
            // The first of the two clicks is none of its own.
            wish.year = ui.data(|d| d.get_temp(before));
            wish.zoom = self.zoomed_from.map(|_| Zoom::All);
            return;
        }
        ui.data_mut(|d| d.insert_temp(before, self.chosen));
        wish.year = response.interact_pointer_pos().map(|at| year_at(transform, at));
    }

    fn by_wheel(&self, ui: &Ui, response: &Response, transform: &PlotTransform, wish: &mut Wish) {
        let Some(at) = response.hover_pos().filter(|at| transform.frame().contains(*at)) else { return };
        let factor = f64::from(ui.input(eframe::egui::InputState::zoom_delta));
        if (factor - 1.0).abs() < 1e-6 {
            return;
        }
        let centre = transform.value_from_position(at).x;
        // The wheel turns by less than a year at a time.
        let id = response.id.with("wheel");
        let kept: Option<(Span, (i32, i32))> = ui.data(|d| d.get_temp(id));
        let now = kept.filter(|(_, shown)| *shown == self.shown).map_or(self.span(), |(span, _)| span);
        let next = self.fitting(now.scaled(1.0 / factor, centre));
        let rounded = self.within(next.0, next.1);
        let shown = rounded.years().or(self.zoomed_from).unwrap_or(self.shown);
        ui.data_mut(|d| d.insert_temp(id, (next, shown)));
        if shown != self.shown {
            wish.zoom = Some(rounded);
        }
    }

    fn by_key(&self, ui: &Ui, response: &Response, wish: &mut Wish) {
        let arrows = EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| ui.input(|i| if i.modifiers.command || i.modifiers.alt { 0 } else { i.num_presses(key) });
        let count = |key| i32::try_from(pressed(key)).unwrap_or(0);
        let moved = count(Key::ArrowRight) - count(Key::ArrowLeft) + PAGE * (count(Key::PageUp) - count(Key::PageDown));
        if moved != 0 {
            wish.year = Some(self.chosen.saturating_add(moved));
        }
        if pressed(Key::Home) > 0 {
            wish.year = Some(self.shown.0);
        }
        if pressed(Key::End) > 0 {
            wish.year = Some(self.shown.1);
        }
        if !self.can_zoom {
            return;
        }
        let larger = count(Key::Plus) + count(Key::Equals) - count(Key::Minus);
        if larger != 0 {
            let span = self.fitting(self.span().scaled(STEP.powi(-larger), f64::from(self.chosen)));
            wish.zoom = Some(self.within(span.0, span.1)).filter(|zoom| zoom.years() != Some(self.shown));
        }
        if pressed(Key::Num0) > 0 {
            wish.zoom = self.zoomed_from.map(|_| Zoom::All);
        }
    }

    fn span(&self) -> Span {
        Span(f64::from(self.shown.0), f64::from(self.shown.1))
    }

    fn all(&self) -> (i32, i32) {
        let (a, b) = (self.shown, self.zoomed_from.unwrap_or(self.shown));
        (a.0.min(b.0), a.1.max(b.1))
    }

    /// A span that is long enough, within the years that there are.
    fn fitting(&self, span: Span) -> Span {
        let (first, last) = self.all();
        let (first, last) = (f64::from(first), f64::from(last));
        let fewest = f64::from(View::FEWEST_YEARS).min(last - first);
        let middle = f64::midpoint(span.0, span.1);
        let half = ((span.1 - span.0) / 2.0).max(fewest / 2.0);
        let middle = middle.max(first + half).min((last - half).max(first + half));
        Span((middle - half).max(first), (middle + half).min(last))
    }

    /// In whole years.
    fn within(&self, first: f64, last: f64) -> Zoom {
        #[expect(clippy::cast_possible_truncation, reason = "calendar years")]
        let years = (first.round() as i32, last.round() as i32);
        let all = self.all();
        let years = (years.0.max(all.0), years.1.min(all.1));
        if years == all { Zoom::All } else { Zoom::To(years.0, years.1) }
    }
}

/// From a year to a year.
#[derive(Clone, Copy, Debug)]
struct Span(f64, f64);

impl Span {
    /// The span with all distances from a year multiplied.
    fn scaled(self, factor: f64, around: f64) -> Self {
        Self(around - (around - self.0) * factor, around + (self.1 - around) * factor)
    }
}

fn draw_box(ui: &Ui, frame: Rect, (left, right): (f32, f32), words: &str) {
    let t = tokens(ui);
    let rect = Rect::from_min_max(pos2(left, frame.top()), pos2(right, frame.bottom()));
    ui.painter().rect(rect, 0.0, t.second.gamma_multiply(0.12), Stroke::new(1.0, t.second), StrokeKind::Inside);
    let at = pos2(rect.center().x.clamp(frame.left() + 30.0, frame.right() - 30.0), frame.top() + 3.0);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), text::strong_font(text::SMALL), t.ink);
    let ground = Align2::CENTER_TOP.anchor_size(at, galley.size());
    ui.painter().rect_filled(ground.expand2(eframe::egui::vec2(4.0, 1.0)), 3.0, t.panel);
    ui.painter().galley(ground.min, galley, t.ink);
}

/// Whether the chart has the keyboard and was last handled by it.
pub fn is_read_by_keys(ui: &Ui, response: &Response) -> bool {
    let id: Id = response.id.with("by keys");
    let pointer = ui.input(|i| i.pointer.any_pressed() || i.pointer.is_moving());
    let keys = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Key { pressed: true, .. })));
    let before = ui.data(|d| d.get_temp::<bool>(id)).unwrap_or(false);
    let now = response.has_focus() && (keys || before && !pointer);
    if now != before {
        ui.data_mut(|d| d.insert_temp(id, now));
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Years = Years { chosen: 2040, shown: (1990, 2050), zoomed_from: None, can_zoom: true };

    #[test]
    fn zooming_stays_within_the_years_that_there_are_and_ends_at_all_of_them() {
        let near = WHOLE.fitting(WHOLE.span().scaled(0.5, 2040.0));
        assert_eq!(WHOLE.within(near.0, near.1), Zoom::To(2015, 2045));
        let zoomed = Years { shown: (2015, 2045), zoomed_from: Some((1990, 2050)), ..WHOLE };
        let far = zoomed.fitting(zoomed.span().scaled(9.0, 2040.0));
        assert_eq!(zoomed.within(far.0, far.1), Zoom::All);
        let edge = zoomed.fitting(zoomed.span().scaled(1.5, 2050.0));
        assert!(edge.1 <= 2050.0 && edge.0 >= 1990.0, "{edge:?}");
    }

    #[test]
    fn there_are_always_years_enough_to_read() {
        let mut years = WHOLE;
        for _ in 0..20 {
            let span = years.fitting(years.span().scaled(1.0 / STEP, 2040.0));
            years.shown = years.within(span.0, span.1).years().expect("fewer than all");
            years.zoomed_from = Some((1990, 2050));
        }
        assert!(years.shown.1 - years.shown.0 >= View::FEWEST_YEARS, "{:?}", years.shown);
        assert!(years.shown.0 <= 2040 && years.shown.1 >= 2040, "{:?}", years.shown);
    }
}
