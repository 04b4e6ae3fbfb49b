//! A hand on a slider, followed before the slider is drawn.
//!
//! A slider that is dragged leaves behind where its knob can go. In the next frame what
//! the hand asks for is therefore known, and carried out, before anything is drawn, and
//! the frame is drawn once: without it, once to find out and once to show.

use eframe::egui::{Context, Id, Pos2, Rangef, Response, lerp, remap_clamp};

use super::gesture;

/// How much finer the movement is while Shift is down.
pub const FINE: f64 = 0.1;

/// Where a knob is and where it can go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// The value.
    pub value: f64,
    /// A value that can be reached though it is no multiple of the step.
    pub reference: f64,
    /// Both ends.
    pub ends: (f64, f64),
    /// What an arrow key moves.
    pub step: f64,
    /// Where the ends are on the screen (points).
    pub x: Rangef,
}

impl Track {
    /// The value to which a pointer takes the knob.
    #[must_use]
    pub fn under(&self, response: &Response, pointer: Pos2) -> f64 {
        let (low, high) = self.ends;
        if response.ctx.input(|i| i.modifiers.shift) {
            let per_point = (high - low) / f64::from(self.x.span().max(1.0));
            let raw = self.value + f64::from(response.drag_delta().x) * per_point * FINE;
            self.snap(raw, self.step * FINE)
        } else {
            let share = remap_clamp(pointer.x, self.x, 0.0..=1.0);
            self.snap(lerp(low..=high, f64::from(share)), self.step)
        }
    }

    /// The nearest multiple of the step, within the range. The reference and the
    /// ends are reachable even where they are no multiple.
    #[must_use]
    pub fn snap(&self, value: f64, step: f64) -> f64 {
        let (low, high) = self.ends;
        let multiple = (value / step).round() * step;
        let decimals = 10f64.powi(6);
        let tidy = (multiple * decimals).round() / decimals;
        let nearest = [tidy, self.reference, low, high]
            .into_iter()
            .min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()))
            .unwrap_or(tidy);
        nearest.clamp(low, high)
    }
}

/// What a hand asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ask {
    /// What the slider is about, as it said itself.
    pub about: Id,
    /// The value to which it is taken.
    pub value: f64,
    /// The gesture that this belongs to.
    pub gesture: u64,
}

/// What a slider under a hand left behind when it was drawn.
#[derive(Clone, Copy, Debug)]
struct Grip {
    slider: Id,
    about: Id,
    track: Track,
    pass: u64,
}

impl Grip {
    fn id() -> Id {
        Id::unique("grip")
    }

    /// That of the slider under the hand, if it was drawn in the last pass.
    fn last(ctx: &Context) -> Option<Self> {
        let grip: Self = ctx.data(|data| data.get_temp(Self::id()))?;
        let held = ctx.dragged_id().or_else(|| ctx.drag_stopped_id());
        (held == Some(grip.slider) && grip.pass + 1 == ctx.cumulative_pass_nr()).then_some(grip)
    }
}

/// To be told by a slider under a hand where its knob can go, and what it is about.
pub fn holds(response: &Response, about: Id, track: Track) {
    let pass = response.ctx.cumulative_pass_nr();
    let grip = Grip { slider: response.id, about, track, pass };
    response.ctx.data_mut(|data| data.insert_temp(Grip::id(), grip));
}

/// What a hand asks for, before the slider is drawn; nothing where it rests. The slider
/// itself does not listen to the hand in this pass any more.
///
/// A hand moves once in a frame: where the frame is drawn again, what it asked for was
/// carried out, and what was drawn may have stood elsewhere.
#[must_use]
pub fn asks(ctx: &Context) -> Option<Ask> {
    let Grip { slider, about, track, pass } = Grip::last(ctx)?;
    let response = ctx.read_response(slider)?;
    let pointer = response.interact_pointer_pos()?;
    ctx.data_mut(|data| data.insert_temp(slider.with("followed"), pass + 1));
    if ctx.current_pass_index() > 0 {
        return None;
    }
    let value = track.under(&response, pointer);
    #[expect(clippy::float_cmp, reason = "a value that was not touched is the same bits")]
    let untouched = value == track.value;
    (!untouched).then(|| Ask { about, value, gesture: gesture::of(&response) })
}

/// Whether the hand on a slider was followed in this pass.
#[must_use]
pub fn is_followed(ctx: &Context, slider: Id) -> bool {
    ctx.data(|data| data.get_temp(slider.with("followed"))) == Some(ctx.cumulative_pass_nr())
}

/// Whether a hand on any slider was followed in this pass.
#[must_use]
pub fn is_busy(ctx: &Context) -> bool {
    ctx.dragged_id().is_some_and(|held| is_followed(ctx, held))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_can_be_reached_though_it_is_no_multiple_of_the_step() {
        let track = Track { value: 50.0, reference: 65.3, ends: (0.0, 100.0), step: 1.0, x: Rangef::new(0.0, 200.0) };
        assert!((track.snap(65.28, 1.0) - 65.3).abs() < 1e-12);
        assert!((track.snap(65.05, 1.0) - 65.0).abs() < 1e-12);
        assert!((track.snap(140.0, 1.0) - 100.0).abs() < 1e-12);
        assert!((track.snap(33.333, 0.1) - 33.3).abs() < 1e-12);
    }
}
