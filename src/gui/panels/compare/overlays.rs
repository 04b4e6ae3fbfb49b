//! The charts: all scenarios over the same history.

use eframe::egui::{ComboBox, Label, Ui, vec2};

use super::{Sheet, highlighted};
use crate::export::chart::picture::Picture;
use crate::gui::app::action::{Action, Comparing};
use crate::gui::charts::Asked;
use crate::gui::charts::overlay::{self, Look};
use crate::gui::panels::{Scene, card, chart_card, take};
use crate::gui::theme::{space, text};
use crate::gui::widgets::trailing::Trailing;
use crate::model::indicators::Indicator;
use crate::session::charts::chart::Chart;
use crate::session::compare::overlay::Overlay;
use crate::session::compare::picture;
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
pub fn show<'a>(ui: &mut Ui, sheet: &Sheet<'a>, actions: &mut Vec<Action>) {
    let of = sheet.scene.workspace.comparing.of;
    ui.horizontal(|ui| chosen(ui, of, actions));
    let view = &sheet.scene.workspace.view;
    let overlays: Vec<(Overlay, &str)> = if sheet.is_across() {
        let each = |city: &'a String| Some((Overlay::new(sheet.members, city, of, view, true)?, city.as_str()));
        sheet.cities.iter().filter_map(each).collect()
    } else {
        let all = std::iter::once(of).chain(BESIDE.into_iter().filter(|other| *other != of));
        let count = chart_card::columns(ui.available_width(), WIDTH, 3);
        let each = |of| {
            let city = sheet.cities.first()?;
            Some((Overlay::new(sheet.members, city, of, view, false)?, city.as_str()))
        };
        all.take(count).filter_map(each).collect()
    };
    if overlays.is_empty() {
        return;
    }
    let columns = chart_card::columns(ui.available_width(), WIDTH.min(ui.available_width()), overlays.len());
    let most = overlays.iter().map(|(overlay, _)| overlay.lines.len()).max().unwrap_or(0);
    let height = (ui.clip_rect().height() * 0.34).clamp(180.0, 520.0).max(overlay::least_height(most));
    chart_card::grid(ui, columns, overlays.len(), |ui, i, width| {
        card(ui, |ui| {
            let width = width - 26.0;
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 1.0;
            let (overlay, city) = (&overlays[i].0, overlays[i].1);
            let chart = &overlay.ground;
            let taken = || picture::of(overlay, sheet.scene.workspace, sheet.members, city);
            header(ui, sheet.scene, chart, taken, actions);
            ui.add(Label::new(text::note(ui, &chart.subtitle)).truncate()).on_hover_text(&chart.subtitle);
            let look = Look {
                size: vec2(width, height),
                named: width > NAMED,
                year: sheet.year,
                highlighted: highlighted(ui),
            };
            let (response, asked) = overlay::show(ui, overlay, look);
            take::beside(&response, sheet.scene, taken, actions);
            for asked in asked {
                match asked {
                    Asked::Year(year) => actions.push(Action::Year(year)),
                    Asked::Years(years) => actions.push(Action::Years(years)),
                    Asked::Copy => actions.extend(take::numbers(sheet.scene, taken())),
                    Asked::Explain => {}
                }
            }
        });
    });
}

/// The title, with what can be done with the chart.
fn header(
    ui: &mut Ui,
    scene: &Scene<'_>,
    chart: &Chart,
    taken: impl Fn() -> Option<Picture>,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        ui.set_height(18.0);
        ui.spacing_mut().item_spacing.x = space::XS;
        let end = Trailing::new(ui, "marks");
        ui.scope(|ui| {
            ui.set_max_width(end.before(ui));
            ui.add(Label::new(text::title(&chart.name)).truncate());
        });
        end.show(ui, |ui| {
            if take::all_years(ui, &chart.name, chart.extras.zoomed_from, t!("graph-all-years-hint")) {
                actions.push(Action::Years(None));
            }
            take::button(ui, scene, &chart.name, taken, actions);
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
