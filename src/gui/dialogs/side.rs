//! The choice of a scenario, where two or three are held beside each other.

use eframe::egui::{ComboBox, Ui};

use crate::gui::theme::text;
use crate::session::sharing::source::Source;
use crate::session::workspace::Workspace;
use crate::t;

/// Draws the choice under a label. What was chosen, if something else.
pub fn choice(ui: &mut Ui, label: &str, source: Source, workspace: &Workspace) -> Option<Source> {
    let mut chosen = None;
    let name = source.name(workspace).unwrap_or_else(|| t!("merge-gone").to_owned());
    ui.label(text::muted(ui, label));
    let combo = ComboBox::from_id_salt(("side", label)).selected_text(&name).width(220.0).truncate();
    let response = combo.show_ui(ui, |ui| {
        for other in Source::all(workspace) {
            let Some(words) = other.name(workspace) else { continue };
            if ui.selectable_label(other == source, words).clicked() && other != source {
                chosen = Some(other);
            }
        }
    });
    response.response.accessible_name(format!("{label}: {name}"));
    chosen
}
