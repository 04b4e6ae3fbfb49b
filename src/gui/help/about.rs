//! About: what the program is, and whose data and faces it stands on.

use eframe::egui::Ui;

use crate::gui::theme::{space, text};
use crate::t;

const ATTRIBUTIONS: &str = include_str!("../../../assets/docs/attributions.md");
const FONT_LICENCE: &str = include_str!("../../../assets/fonts/OFL.txt");
const ICON_LICENCE: &str = include_str!("../../../assets/fonts/Phosphor-MIT.txt");

/// Draws the part.
pub fn show(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.label(text::title(format!("Making Room {}", env!("CARGO_PKG_VERSION"))));
    ui.label(t!("dialogs-about"));
    ui.label(t!("dialogs-languages"));
    ui.label(text::note(ui, t!("dialogs-licence", licence = env!("CARGO_PKG_LICENSE"))));
    ui.add_space(space::S);
    markdown(ui, ATTRIBUTIONS);
    ui.add_space(space::L);
    ui.label(text::title(t!("dialogs-faces")));
    ui.label(text::note(ui, FONT_LICENCE));
    ui.add_space(space::L);
    ui.label(text::title(t!("dialogs-icons")));
    ui.label(text::note(ui, ICON_LICENCE));
}

/// Headings, list items, table rows and paragraphs: what the attributions use.
fn markdown(ui: &mut Ui, source: &str) {
    for block in source.split("\n\n") {
        let mut paragraph = String::new();
        for line in block.lines().map(str::trim_end) {
            if let Some(heading) = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')) {
                ui.add_space(space::S);
                ui.label(text::title(plain(heading)));
            } else if let Some(item) = line.strip_prefix("- ") {
                flush(ui, &mut paragraph);
                paragraph = format!("•  {item}");
            } else if line.starts_with('|') {
                flush(ui, &mut paragraph);
                let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
                if !cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':'))) {
                    ui.label(plain(&cells.join(" · ")));
                }
            } else {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line.trim());
            }
        }
        flush(ui, &mut paragraph);
        ui.add_space(space::XS);
    }
}

fn flush(ui: &mut Ui, paragraph: &mut String) {
    if !paragraph.is_empty() {
        ui.label(plain(paragraph));
        paragraph.clear();
    }
}

/// Without the marks of emphasis and code.
fn plain(text: &str) -> String {
    text.replace("**", "").replace(['`', '<', '>'], "")
}
