//! Names for scroll bars: egui leaves them without one.

use eframe::egui::Ui;
use eframe::egui::scroll_area::ScrollAreaOutput;

/// Names the bars of a scroll area for a screen reader.
pub fn name<R>(ui: &Ui, area: &ScrollAreaOutput<R>, what: &str) {
    for (direction, words) in [(0_usize, "sideways"), (1, "up and down")] {
        let bar = area.id.with(direction);
        if ui.ctx().has_accesskit_node(bar) {
            ui.ctx().accesskit_node_builder(bar, |node| node.set_label(format!("{what}, scroll {words}")));
        }
    }
}
