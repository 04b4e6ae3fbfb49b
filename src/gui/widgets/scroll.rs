//! Names for scroll bars: egui leaves them without one.

use eframe::egui::Ui;
use eframe::egui::scroll_area::ScrollAreaOutput;

use crate::t;

/// Names the bars of a scroll area for a screen reader.
pub fn name<R>(ui: &Ui, area: &ScrollAreaOutput<R>, what: &str) {
    for direction in [0_usize, 1] {
        let bar = area.id.with(direction);
        if ui.ctx().has_accesskit_node(bar) {
            let words = match direction {
                0 => t!("window-scroll-sideways", what = what),
                _ => t!("window-scroll-up-down", what = what),
            };
            ui.ctx().accesskit_node_builder(bar, |node| node.set_label(words));
        }
    }
}
