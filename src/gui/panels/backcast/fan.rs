//! What it would have said in a year of the past, and the choice of that year.

use eframe::egui::{ComboBox, Label, Ui};

use super::Part;
use crate::gui::app::action::Action;
use crate::gui::charts::fan::Chart;
use crate::gui::theme::{space, text};
use crate::gui::widgets::slider::{Moved, Slider};
use crate::session::backcast::{LookBack, words};
use crate::t;

/// Draws the chart with the choice of the origin.
pub fn show(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    let Part { past, look, group, head, .. } = part;
    let Some(at) = past.series(look, group) else { return };
    let (Some(fan), Some(fans)) = (past.fan(look, at, head.horizon), past.fans.get(at)) else { return };
    let (Some(first), Some(last)) = (fans.first(), fans.last()) else { return };
    let name = words::series_name(past, Some(at));
    ui.horizontal_wrapped(|ui| {
        ui.label(text::title(t!("backcast-fan-title", year = fan.origin.to_string())));
        if group.series.len() > 1 {
            let combo = ComboBox::from_id_salt("fan of").selected_text(&name).width(300.0).truncate();
            let response = combo.show_ui(ui, |ui| {
                for &other in &group.series {
                    if ui.selectable_label(other == at, words::series_name(past, Some(other))).clicked() {
                        let series = past.report.series.get(other).map(|one| one.id.clone());
                        actions.push(Action::LookBack(LookBack { series, ..look.clone() }));
                    }
                }
            });
            response.response.accessible_name(t!("backcast-fan-choice", chosen = name.as_str()));
        }
    });
    let official =
        past.report.officials.iter().find(|o| o.outcome == past.report.series[at].id && o.base == fan.origin);
    let chart = Chart { name: &name, fan, observed: &past.report.series[at].observations, official };
    let sentence = chart.sentence();
    ui.add(Label::new(&sentence).wrap());
    ui.add_space(space::XS);
    let choose = |origin: i32| {
        let nearest = fans.iter().map(|fan| fan.origin).min_by_key(|other| other.abs_diff(origin));
        Action::LookBack(LookBack { origin: nearest, ..look.clone() })
    };
    let height = (ui.clip_rect().height() * 0.42).clamp(220.0, 560.0);
    if let Some(origin) = chart.draw(ui, height, &sentence)
        && origin != fan.origin
    {
        actions.push(choose(origin.clamp(first.origin, last.origin)));
    }
    if first.origin < last.origin {
        ui.horizontal(|ui| {
            ui.label(text::muted(ui, t!("backcast-fan-from")));
            let usual = past.fan(&LookBack { origin: None, ..look.clone() }, at, head.horizon).map(|fan| fan.origin);
            let (words, name) = (fan.origin.to_string(), t!("backcast-fan-slider", series = name.as_str()));
            let slider = Slider {
                name: &name,
                description: "",
                text: &words,
                value: f64::from(fan.origin),
                reference: f64::from(usual.unwrap_or(fan.origin)),
                range: f64::from(first.origin)..=f64::from(last.origin),
                evidence: None,
                step: 1.0,
            };
            let room = (ui.available_width() - 44.0).max(80.0);
            let moved = ui.scope(|ui| {
                ui.set_max_width(room);
                slider.show(ui).1
            });
            match moved.inner {
                #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
                Some(Moved::To(year, _)) => actions.push(choose(year.round() as i32)),
                Some(Moved::Reset) => actions.push(Action::LookBack(LookBack { origin: None, ..look.clone() })),
                None => {}
            }
            ui.label(text::strong(&words));
        });
        ui.label(text::note(ui, t!("backcast-fan-hint")));
    }
}
