//! The charts: all scenarios over the same history.

use eframe::egui::{ComboBox, Label, Ui, vec2};

use super::{Sheet, highlighted};
use crate::gui::app::action::{Action, Comparing};
use crate::gui::charts::overlay::{self, Look};
use crate::gui::panels::{card, chart_card};
use crate::gui::theme::text;
use crate::model::indicators::Indicator;
use crate::session::compare::overlay::Overlay;
use crate::session::compare::standing::ORDER;
use crate::t;

/// The least width of a chart (points).
const WIDTH: f32 = 330.0;
/// From this width on lines carry the titles of their scenarios (points).
const NAMED: f32 = 560.0;
/// What stands beside the chosen indicator where there is room, in this order.
const BESIDE: [Indicator; 4] =
    [Indicator::ManufacturingJobs, Indicator::IndustrialFloorspace, Indicator::RealRent, Indicator::PublicCost];

/// Draws the charts.
pub fn show(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<Action>) {
    let of = sheet.scene.workspace.comparing.of;
    ui.horizontal(|ui| chosen(ui, of, actions));
    let view = &sheet.scene.workspace.view;
    let overlays: Vec<Overlay> = if sheet.is_across() {
        let each = |city: &String| Overlay::new(sheet.members, city, of, view, true);
        sheet.cities.iter().filter_map(each).collect()
    } else {
        let all = std::iter::once(of).chain(BESIDE.into_iter().filter(|other| *other != of));
        let count = chart_card::columns(ui.available_width(), WIDTH, 3);
        let each = |of| Overlay::new(sheet.members, sheet.cities.first()?, of, view, false);
        all.take(count).filter_map(each).collect()
    };
    if overlays.is_empty() {
        return;
    }
    let columns = chart_card::columns(ui.available_width(), WIDTH.min(ui.available_width()), overlays.len());
    let most = overlays.iter().map(|overlay| overlay.lines.len()).max().unwrap_or(0);
    let height = (ui.clip_rect().height() * 0.34).clamp(180.0, 520.0).max(overlay::least_height(most));
    chart_card::grid(ui, columns, overlays.len(), |ui, i, width| {
        card(ui, |ui| {
            let width = width - 26.0;
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 1.0;
            let chart = &overlays[i].ground;
            ui.add(Label::new(text::title(&chart.name)).truncate());
            ui.add(Label::new(text::note(ui, &chart.subtitle)).truncate()).on_hover_text(&chart.subtitle);
            let look = Look {
                size: vec2(width, height),
                named: width > NAMED,
                year: sheet.year,
                highlighted: highlighted(ui),
            };
            if let Some(year) = overlay::show(ui, &overlays[i], look) {
                actions.push(Action::Year(year));
            }
        });
    });
}

/// The choice of the indicator.
fn chosen(ui: &mut Ui, of: Indicator, actions: &mut Vec<Action>) {
    let combo = ComboBox::from_id_salt("compare indicator").selected_text(crate::words::indicator(of)).width(210.0);
    let response = combo.show_ui(ui, |ui| {
        for other in ORDER {
            if ui.selectable_label(other == of, crate::words::indicator(other)).clicked() {
                actions.push(Action::Compare(Comparing::Show(other)));
            }
        }
    });
    response.response.accessible_name(t!("compare-shown", indicator = crate::words::indicator(of)));
}
