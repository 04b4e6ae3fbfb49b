//! Where the data is thin: the caveats of the cities, and how much is assumed.

use eframe::egui::{Align, Grid, Layout, RichText, Ui, vec2};

use super::Scene;
use crate::evidence::entries::Kind;
use crate::gui::theme::{space, text};
use crate::session::view::Place;
use crate::t;
use crate::words;

/// The least width of a column of figures (points).
const COLUMN: f32 = 84.0;

/// Draws the caveats of the city that is looked at, or of all.
pub fn show(ui: &mut Ui, scene: &Scene<'_>) {
    let workspace = scene.workspace;
    ui.label(text::title(t!("sources-assumed")));
    let headings = [t!("sources-numbers"), t!("sources-assumed-count"), t!("sources-share")];
    let written = headings.iter().map(|heading| text::width(ui, heading, text::small_font()));
    let column = written.fold(COLUMN, |most, width| most.max(width + space::M));
    Grid::new("assumed").num_columns(4).spacing([18.0, 3.0]).show(ui, |ui| {
        ui.label("");
        for heading in headings {
            right(ui, column, text::note(ui, heading));
        }
        ui.end_row();
        for kind in [Kind::Parameter, Kind::Figure, Kind::Series, Kind::Forecast, Kind::Outlook] {
            let entries = workspace.catalogue().entries().iter().filter(|entry| entry.kind == kind);
            let known: Vec<bool> = entries.filter_map(|entry| Some(entry.confidence?.is_assumption())).collect();
            let assumed = known.iter().filter(|assumed| **assumed).count();
            ui.label(super::plural(kind));
            for words in [known.len().to_string(), assumed.to_string(), share(assumed, known.len())] {
                right(ui, column, words.into());
            }
            ui.end_row();
        }
    });
    ui.label(text::note(ui, t!("sources-assumption-is")));
    for (id, pack) in &workspace.library().packs {
        let shown = match &workspace.view.place {
            Place::All => workspace.document().scenario().cities.contains_key(id),
            Place::City(chosen) => chosen == id,
        };
        if !shown {
            continue;
        }
        ui.add_space(space::M);
        ui.label(text::title(t!("sources-thin", city = words::city(pack))));
        for caveat in &pack.caveats {
            ui.label(format!("•  {caveat}"));
        }
        for series in pack.series.values().chain(pack.forecasts.values()) {
            if let Some(conflict) = &series.conflict {
                ui.label(format!("•  {}: {conflict}", series.title));
            }
        }
    }
}

/// A figure of a column, at its right.
fn right(ui: &mut Ui, width: f32, words: RichText) {
    let size = vec2(width, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_width(width);
        ui.label(words);
    });
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return String::new();
    }
    format!("{}{}%", (100 * part + whole / 2) / whole, crate::units::SPACE)
}
