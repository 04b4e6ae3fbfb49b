//! Distances, in points. Everything is a multiple of four, but hairlines.

/// Between things that belong together.
pub const XS: f32 = 4.0;
/// Between rows.
pub const S: f32 = 8.0;
/// Inside cards, between cards.
pub const M: f32 = 12.0;
/// Around the centre.
pub const L: f32 = 16.0;

/// Corner radius of cards and controls.
pub const RADIUS: u8 = 6;

/// Width of the left panel in a window of this width.
#[must_use]
pub fn left(window: f32) -> f32 {
    (window * 0.156).clamp(172.0, 216.0)
}

/// Width of the right panel in a window of this width.
#[must_use]
pub fn right(window: f32) -> f32 {
    (window * 0.266).clamp(256.0, 356.0)
}

/// Height of the top bar.
pub const TOP: f32 = 44.0;
/// Height of the status line.
pub const STATUS: f32 = 26.0;
