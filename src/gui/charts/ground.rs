//! What a chart over years stands on: axes and grid.

use eframe::egui::{Pos2, Response, Sense, Stroke, Ui, Vec2};
use egui_plot::{AxisHints, GridMark, HLine, Plot, PlotBounds, PlotTransform, PlotUi};

use crate::export::chart::axis::{Axis, year_step};
use crate::gui::theme::{text, tokens};
use crate::session::figures::Display;

/// Room before the first year (points).
const FIRST_YEAR_ROOM: f64 = 18.0;
/// Half the width of a year below the axis (points).
const HALF_A_YEAR: f64 = 15.0;
/// Width kept for the numbers of the vertical axis (points).
const Y_AXIS: f32 = 52.0;

/// Room after the last year (yr).
const LAST_YEAR_ROOM: f64 = 0.25;

/// The ground of a chart.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Tells charts apart.
    pub name: &'a str,
    /// How the numbers of the vertical axis are written.
    pub display: &'a Display,
    /// The vertical axis.
    pub axis: Axis,
    /// The first and the last year.
    pub years: (f64, f64),
}

impl Ground<'_> {
    /// Draws axes and grid over the room that there is, and what `fill` adds.
    pub fn show<'p>(&self, ui: &mut Ui, fill: impl FnOnce(&mut PlotUi<'p>) + 'p) -> (Response, PlotTransform) {
        let t = tokens(ui);
        // The first year's label stays clear of the numbers of the other axis.
        let span = (self.years.1 - self.years.0).max(1.0);
        let per_year = f64::from((ui.available_width() - Y_AXIS).max(40.0)) / span;
        let first = self.years.0 - FIRST_YEAR_ROOM / per_year;
        let last = self.years.1 + LAST_YEAR_ROOM;
        let step = year_step(per_year);
        let axis = self.axis;
        // Half a label must have room, or it would touch the numbers of the other axis.
        let from = first + HALF_A_YEAR / per_year;
        let years = move |_| year_marks(from, last, step);
        let values = move |_| axis.ticks().map(|value| GridMark { value, step_size: axis.step }).collect::<Vec<_>>();
        let display = self.display.clone();
        let axis_hints = |hints: AxisHints<'static>| {
            hints.label("").tick_label_color(t.muted).tick_label_font(text::small_font()).label_spacing(1.0..=2.0)
        };
        let response = Plot::new((self.name, "plot"))
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
            .show(ui, move |plot| {
                plot.set_plot_bounds(PlotBounds::from_min_max([first, axis.low], [last, axis.high]));
                if axis.low < 0.0 {
                    plot.hline(HLine::new("zero", 0.0).stroke(Stroke::new(1.0, t.line_strong)));
                }
                fill(plot);
            });
        (response.response, response.transform)
    }
}

/// The multiples of `step` between two years.
fn year_marks(first: f64, last: f64, step: i32) -> Vec<GridMark> {
    let step = f64::from(step);
    let multiples = std::iter::successors(Some((first / step).ceil() * step), |year| Some(year + step));
    multiples.take_while(|year| *year <= last).map(|value| GridMark { value, step_size: step }).collect()
}

/// The year under a position.
pub fn year_at(transform: &PlotTransform, at: Pos2) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a year on the axis")]
    let year = transform.value_from_position(at).x.round() as i32;
    year
}
