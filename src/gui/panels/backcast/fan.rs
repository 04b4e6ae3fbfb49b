//! What it would have said in a year of the past, and the choice of that year.

use eframe::egui::{ComboBox, Label, Ui};

use super::Part;
use crate::gui::app::action::Action;
use crate::gui::charts::Asked;
use crate::gui::charts::fan::Chart;
use crate::gui::charts::fan_picture;
use crate::gui::panels::take;
use crate::gui::theme::{space, text};
use crate::gui::widgets::slider::{Moved, Slider};
use crate::gui::widgets::trailing::Trailing;
use crate::session::backcast::{LookBack, words};
use crate::session::charts::picture::origin;
use crate::t;

/// Draws the chart with the choice of the origin.
pub fn show(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    let Part { past, look, group, head, .. } = part;
    let Some(at) = past.series(look, group) else { return };
    let (Some(fan), Some(fans)) = (past.fan(look, at, head.horizon), past.fans.get(at)) else { return };
    let (Some(first), Some(last)) = (fans.first(), fans.last()) else { return };
    let name = words::series_name(past, Some(at));
    let official =
        past.report.officials.iter().find(|o| o.outcome == past.report.series[at].id && o.base == fan.origin);
    let observed = &past.report.series[at].observations;
    let chart = Chart { name: &name, fan, observed, official, years: look.years };
    let sentence = chart.sentence();
    let title = t!("backcast-fan-title", year = fan.origin.to_string());
    let taken = || {
        let origin = origin(part.scene.workspace);
        Some(fan_picture::of(&chart, format!("{title}, {name}"), sentence.clone(), origin))
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let end = Trailing::new(ui, "marks");
        ui.scope(|ui| {
            ui.set_max_width(end.before(ui));
            ui.add(Label::new(text::title(&title)).truncate());
        });
        end.show(ui, |ui| {
            if take::all_years(ui, &name, chart.zoomed_from(), t!("backcast-fan-all")) {
                actions.push(Action::LookBack(LookBack { years: None, ..look.clone() }));
            }
            take::button(ui, part.scene, &name, taken, actions);
        });
    });
    if group.series.len() > 1 {
        choice(ui, part, at, &name, actions);
    }
    ui.add(Label::new(&sentence).wrap());
    ui.add_space(space::XS);
    let choose = |origin: i32| {
        let nearest = fans.iter().map(|fan| fan.origin).min_by_key(|other| other.abs_diff(origin));
        // A forecast that the years in view do not show would leave them empty.
        let years = look.years.filter(|(first, last)| nearest.is_some_and(|year| (*first..=*last).contains(&year)));
        Action::LookBack(LookBack { origin: nearest, years, ..look.clone() })
    };
    let height = (ui.clip_rect().height() * 0.42).clamp(220.0, 560.0);
    let (response, asked) = chart.draw(ui, height, &sentence);
    take::beside(&response, part.scene, taken, actions);
    for asked in asked {
        match asked {
            Asked::Year(year) => {
                actions.push(choose(year.clamp(first.origin, last.origin)));
            }
            Asked::Years(years) => actions.push(Action::LookBack(LookBack { years, ..look.clone() })),
            Asked::Copy => actions.extend(take::numbers(part.scene, taken())),
            Asked::Explain => {}
        }
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
                about: None,
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

/// The choice of the series.
fn choice(ui: &mut Ui, part: Part<'_>, at: usize, name: &str, actions: &mut Vec<Action>) {
    let Part { past, look, group, .. } = part;
    let width = ui.available_width().min(300.0);
    let combo = ComboBox::from_id_salt("fan of").selected_text(name).width(width).truncate();
    let response = combo.show_ui(ui, |ui| {
        for &other in &group.series {
            if ui.selectable_label(other == at, words::series_name(past, Some(other))).clicked() {
                let series = past.report.series.get(other).map(|one| one.id.clone());
                actions.push(Action::LookBack(LookBack { series, years: None, ..look.clone() }));
            }
        }
    });
    response.response.accessible_name(t!("backcast-fan-choice", chosen = name));
}
