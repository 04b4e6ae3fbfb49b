//! Where the control is that the tour speaks of: the control itself says so, as it
//! is drawn.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Context, Id, Rect, Ui, Vec2, vec2};

use crate::session::tour::{Step, Tour};

/// How much of a control must be in view to be pointed at (points).
const ENOUGH: Vec2 = vec2(30.0, 16.0);
/// How much of a control that could be in view must have come there (share of its height).
const NEARLY: f32 = 0.9;
/// For how many frames a control is brought into view that does not come.
const PATIENCE: u64 = 20;
/// After how many passes a scroll area is where it was asked to be. Asked again before,
/// it would go the same way twice.
const SETTLED: u64 = 3;
/// What is brought into view around a control (points).
const AROUND: f32 = 12.0;

/// What is looked for in this frame, and where it was found.
#[derive(Clone, Copy, Debug)]
struct Watched {
    step: Step,
    /// Which arrival it is, and in which frame it was noticed.
    arrival: (u64, u64),
    /// Whether the control has come into view since.
    found: bool,
    /// The pass in which it was last to come into view, if it was.
    asked: Option<u64>,
    /// Whether the step begins in this frame, and whether its control must have the
    /// keyboard then.
    comes: bool,
    wanted: bool,
    rect: Option<Rect>,
}

fn key() -> Id {
    Id::unique("what the tour speaks of")
}

/// Begins to look for the control of a step, or stops.
pub fn look(ctx: &Context, tour: Option<&Tour>) {
    let Some(tour) = tour else {
        ctx.data_mut(|d| d.remove::<Watched>(key()));
        return;
    };
    let frame = ctx.cumulative_frame_nr();
    let before = ctx.data(|d| d.get_temp::<Watched>(key())).filter(|before| before.arrival.0 == tour.arrivals());
    let arrival = before.map_or((tour.arrivals(), frame), |before| before.arrival);
    // A frame may be drawn in several passes.
    let comes = arrival.1 == frame;
    let found = before.is_some_and(|before| before.found) && !comes || frame > arrival.1 + PATIENCE;
    if !found {
        ctx.request_repaint();
    }
    let asked = before.and_then(|before| before.asked);
    let watched = Watched { step: tour.step(), arrival, found, asked, comes, wanted: tour.is_wanted(), rect: None };
    ctx.data_mut(|d| d.insert_temp(key(), watched));
}

fn watched(ctx: &Context, step: Step) -> Option<Watched> {
    ctx.data(|d| d.get_temp::<Watched>(key())).filter(|watched| watched.step == step)
}

/// Says where the control of a step is, and which of its parts takes the keyboard.
pub fn mark(ui: &Ui, step: Step, rect: Rect, control: Option<Id>) {
    let Some(mut watched) = watched(ui.ctx(), step) else { return };
    // The others do not scroll.
    let scrolls = matches!(step, Step::Window | Step::Lever | Step::Card | Step::Why);
    let pass = ui.ctx().cumulative_pass_nr();
    if !watched.found && scrolls && watched.asked.is_none_or(|asked| pass >= asked + SETTLED) {
        watched.asked = Some(pass);
        ui.scroll_to_rect_animation(rect.expand(AROUND), None, ScrollAnimation::none());
    }
    if watched.comes
        && let Some(id) = control.filter(|_| watched.wanted)
    {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let seen = rect.intersect(ui.clip_rect());
    let enough = ENOUGH.min(rect.size());
    let is_seen = seen.width() >= enough.x && seen.height() >= enough.y;
    watched.rect = is_seen.then_some(seen);
    // Nearly all of it, or as much as there is room for: what comes above it later must
    // not push it out again.
    let most = rect.height().min(ui.clip_rect().height());
    watched.found |= is_seen && seen.height() >= NEARLY * most && !watched.comes;
    ui.data_mut(|d| d.insert_temp(key(), watched));
}

/// Whether the control of this step must have the keyboard now.
#[must_use]
pub fn is_wanted(ui: &Ui, step: Step) -> bool {
    watched(ui.ctx(), step).is_some_and(|watched| watched.comes && watched.wanted)
}

/// Whether the step begins in this frame.
#[must_use]
pub fn begins(ctx: &Context, step: Step) -> bool {
    watched(ctx, step).is_some_and(|watched| watched.comes && !watched.wanted)
}

/// Whether the control of this step is still on its way into view.
#[must_use]
pub fn is_coming(ctx: &Context, step: Step) -> bool {
    watched(ctx, step).is_some_and(|watched| !watched.found)
}

/// Where the control of a step is in view.
#[must_use]
pub fn seen(ctx: &Context, step: Step) -> Option<Rect> {
    watched(ctx, step)?.rect
}
