//! How large everything is drawn: as the user chose, and larger in a window so large
//! that text would be lost in it.

use eframe::egui::Context;

use super::App;

/// At 100 % a window is laid out as if it were no wider than this (points).
const WIDEST: f32 = 2560.0;
/// In steps, so that nothing shimmers while a window is resized.
const STEPS: f32 = 20.0;
/// The most that a window makes larger by itself.
const MOST: f32 = 2.0;

/// The factor for a zoom and a window of this width (points of the system).
pub(super) fn factor(zoom: f32, width: f32) -> f32 {
    let larger = (width / WIDEST * STEPS).round() / STEPS;
    zoom * larger.clamp(1.0, MOST)
}

impl App {
    /// Follows the zoom that was chosen, and the width of the window.
    pub(super) fn scale(&self, ctx: &Context) {
        let now = ctx.zoom_factor();
        let wanted = factor(self.preferences.zoom, ctx.content_rect().width() * now);
        if (wanted - now).abs() > 1e-3 {
            ctx.set_zoom_factor(wanted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_grows_with_very_large_windows_only_and_with_the_zoom_in_all() {
        for (zoom, width, expected) in [
            (1.0, 1024.0, 1.0),
            (1.0, 2560.0, 1.0),
            (1.0, 3840.0, 1.5),
            (2.0, 3840.0, 3.0),
            (1.5, 1280.0, 1.5),
            (1.0, 9000.0, 2.0),
        ] {
            let found = factor(zoom, width);
            assert!((found - expected).abs() < 1e-6, "{zoom} {width}: {found}");
        }
    }
}
