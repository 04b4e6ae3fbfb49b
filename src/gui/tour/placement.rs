//! Where a callout goes: beside what it speaks of, never over it, never out of the
//! window.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// The widest callout (points).
pub const WIDEST: f32 = 320.0;
/// Between a callout and what it speaks of: room for the arrow (points).
pub const GAP: f32 = 14.0;
/// Between a callout and the edges of the window (points).
const MARGIN: f32 = 8.0;
/// Where a callout is narrower, a side is taken only if no other has room (points).
const NARROW: f32 = 200.0;

/// A side of what a callout speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At its right.
    Right,
    /// At its left.
    Left,
    /// Below it.
    Below,
    /// Above it.
    Above,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Below, Self::Above];

    /// The part of the window at this side of something.
    fn strip(self, window: Rect, target: Rect) -> Rect {
        let room = window.shrink(MARGIN);
        match self {
            Self::Right => room.with_min_x(target.right() + GAP),
            Self::Left => room.with_max_x(target.left() - GAP),
            Self::Below => room.with_min_y(target.bottom() + GAP),
            Self::Above => room.with_max_y(target.top() - GAP),
        }
    }
}

/// Where a callout goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its place; what does not fit in scrolls.
    pub rect: Rect,
    /// The point of its arrow, and the side of the target on which it is.
    pub arrow: Option<(Pos2, Side)>,
}

/// Beside a target: at the first of the sides, `first` before the others, that has
/// the room, or else at the one that has most of it. `height` is how high the
/// callout is at a width.
#[must_use]
pub fn beside(window: Rect, target: Rect, first: &[Side], height: impl Fn(f32) -> f32) -> Placed {
    let order = || first.iter().copied().chain(Side::ALL.into_iter().filter(|side| !first.contains(side)));
    let size_at = |side: Side| -> Vec2 {
        let strip = side.strip(window, target);
        let width = strip.width().clamp(0.0, WIDEST);
        vec2(width, height(width).min(strip.height()).max(0.0))
    };
    let fits = |side: &Side| {
        let strip = side.strip(window, target);
        strip.width() >= NARROW && height(strip.width().min(WIDEST)) <= strip.height()
    };
    let area = |size: Vec2| size.x * size.y;
    let most = || order().max_by(|a, b| area(size_at(*a)).total_cmp(&area(size_at(*b))));
    let side = order().find(fits).or_else(most).unwrap_or(Side::Below);
    let (strip, extent) = (side.strip(window, target), size_at(side));
    let between = |at: f32, low: f32, high: f32| at.min(high).max(low);
    let x = between(target.center().x - extent.x / 2.0, strip.left(), strip.right() - extent.x);
    let y = between(target.center().y - extent.y / 2.0, strip.top(), strip.bottom() - extent.y);
    let min = match side {
        Side::Right => pos2(strip.left(), y),
        Side::Left => pos2(strip.right() - extent.x, y),
        Side::Below => pos2(x, strip.top()),
        Side::Above => pos2(x, strip.bottom() - extent.y),
    };
    let rect = Rect::from_min_size(min, extent);
    Placed { rect, arrow: Some((tip(rect, target, side), side)) }
}

/// Where nothing is to be pointed at: in the corner below at the right.
#[must_use]
pub fn aside(window: Rect, height: impl Fn(f32) -> f32) -> Placed {
    let room = window.shrink(MARGIN);
    let width = room.width().min(WIDEST);
    let size = vec2(width, height(width).min(room.height()));
    Placed { rect: Rect::from_min_size(room.max - size, size), arrow: None }
}

/// The point on the edge of a target that is nearest to the middle of a callout,
/// but not in a corner of either.
fn tip(rect: Rect, target: Rect, side: Side) -> Pos2 {
    let within = |at: f32, low: f32, high: f32| at.min(high.max(low)).max(low);
    let x = within(within(rect.center().x, target.left(), target.right()), rect.left() + 16.0, rect.right() - 16.0);
    let y = within(within(rect.center().y, target.top(), target.bottom()), rect.top() + 16.0, rect.bottom() - 16.0);
    match side {
        Side::Right => pos2(target.right() + 2.0, y),
        Side::Left => pos2(target.left() - 2.0, y),
        Side::Below => pos2(x, target.bottom() + 2.0),
        Side::Above => pos2(x, target.top() - 2.0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// About as a text is: the same area at any width, and what stands around it.
    fn height(width: f32) -> f32 {
        110.0 + 24_000.0 / width.max(40.0)
    }

    fn window(width: f32, height: f32) -> Rect {
        Rect::from_min_size(Pos2::ZERO, vec2(width, height))
    }

    #[test]
    fn it_stands_where_it_is_wanted_if_there_is_room() {
        let window = window(1280.0, 800.0);
        let lever = Rect::from_min_max(pos2(954.0, 190.0), pos2(1256.0, 228.0));
        let placed = beside(window, lever, &[Side::Left], height);
        assert!(placed.rect.right() < lever.left());
        let (tip, side) = placed.arrow.expect("it points");
        assert_eq!(side, Side::Left);
        assert!(lever.y_range().contains(tip.y), "{tip}");
        let menu = Rect::from_min_max(pos2(130.0, 12.0), pos2(160.0, 32.0));
        let placed = beside(window, menu, &[Side::Below], height);
        assert!(placed.rect.top() > menu.bottom() && placed.rect.left() >= 0.0);
    }

    #[test]
    fn without_room_at_the_wanted_side_it_takes_another() {
        let window = window(1024.0, 700.0);
        let chart = Rect::from_min_max(pos2(186.0, 90.0), pos2(738.0, 690.0));
        let placed = beside(window, chart, &[Side::Above, Side::Below], height);
        assert_eq!(placed.arrow.map(|(_, side)| side), Some(Side::Right));
    }

    proptest! {
        #[test]
        fn it_never_leaves_the_window_and_never_covers_what_it_speaks_of(
            wide in 512.0f32..3840.0, high in 350.0f32..2160.0,
            x in 0.0f32..1.0, y in 0.0f32..1.0, w in 0.01f32..1.0, h in 0.01f32..1.0,
            first in 0usize..4,
        ) {
            let window = window(wide, high);
            // A control is in one of the zones: beside it there is at least a panel.
            let size = vec2(w * (wide - 180.0), h * high);
            let target = Rect::from_min_size(pos2(x * (wide - size.x), y * (high - size.y)), size);
            let placed = beside(window, target, &[Side::ALL[first]], height);
            prop_assert!(window.contains_rect(placed.rect), "{:?}", placed);
            prop_assert!(!placed.rect.intersects(target), "{:?} {:?}", placed, target);
            prop_assert!(placed.rect.width() >= 60.0, "{:?} {:?}", placed, target);
            prop_assert!(window.contains_rect(aside(window, height).rect));
        }
    }
}
