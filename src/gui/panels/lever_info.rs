//! The information below a lever: when it moves, what it is, who decides, how
//! it works, how fast, and what is known about it.

use eframe::egui::{Frame, Margin, Stroke, Ui};

use super::{Scene, number};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::named_button;
use crate::gui::widgets::number_field::{NumberField, text_field};
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::scenario::document::{CityPlan, Setting};
use crate::scenario::edit::ScenarioEdit;
use crate::session::figures::lever_text;
use crate::t;
use crate::units;
use crate::words;

/// Draws the information.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    pack: &CityPack,
    plan: &CityPlan,
    lever: LeverId,
    actions: &mut Vec<Action>,
) {
    let spec = lever.spec();
    let Some(local) = pack.levers.get(&lever) else { return };
    block(ui, |ui| {
        match plan.levers.get(&lever) {
            Some(setting) => timing(ui, pack, lever, setting, actions),
            None => {
                ui.label(text::note(ui, t!("levers-at-adopted")));
            }
        }
        let name = t!("levers-how-name", lever = words::lever(lever), city = words::city(pack));
        if named_button(ui, t!("levers-how"), &name).clicked() {
            actions.push(Action::Explain(Address::lever(&pack.id, lever)));
        }
        if let Some(why) = &local.unavailable {
            field(ui, t!("levers-none-here"), why);
        }
        field(ui, t!("levers-real-world"), words::lever_meaning(lever));
        field(ui, t!("levers-who"), &local.decided_by);
        field(ui, t!("levers-instrument"), &local.instrument);
        field(ui, t!("levers-in-model"), words::lever_channel(lever));
        if let Some(prior) = scene.workspace.library().prior(pack, spec.lag) {
            let years = prior.expected();
            let years = units::number(years, units::decimals_of(years));
            let delay = t!("levers-delay", years = years, label = words::label(prior.label));
            field(ui, t!("levers-how-fast"), &delay);
        }
        if let Some(reference) = pack.reference(plan.start, lever) {
            let adopted = lever_text(spec, reference.value, &pack.currency);
            let adopted = match words::lever_of(lever) {
                "" => adopted,
                of => t!("levers-level-of", level = adopted, what = of),
            };
            let note = reference.note.as_deref().map_or_else(String::new, |note| format!(" {note}"));
            field(ui, t!("levers-adopted-heading"), &format!("{adopted}, {}.{note}", words::label(reference.label)));
        }
        let note = match words::lever_note(lever) {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        let low = lever_text(spec, local.evidence.low, &pack.currency);
        let high = lever_text(spec, local.evidence.high, &pack.currency);
        let grade: &'static str = spec.grade.into();
        let label = words::label(local.evidence.label);
        let about = &local.evidence.note;
        let covered =
            t!("levers-covered", grade = grade, note = note, low = low, high = high, label = label, about = about);
        field(ui, t!("levers-evidence"), &covered);
        sources(ui, scene, pack, lever);
    });
}

fn sources(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, lever: LeverId) {
    let cited = lever.spec().sources.iter().filter_map(|key| {
        let source = scene.workspace.library().source(Some(pack), key)?;
        Some(format!("{key}: {}", source.citation))
    });
    let cited: Vec<String> = cited.collect();
    if !cited.is_empty() {
        field(ui, t!("levers-sources"), &cited.join("\n"));
    }
}

/// Start, ramp and reason of a lever that has been set.
fn timing(ui: &mut Ui, pack: &CityPack, lever: LeverId, setting: &Setting, actions: &mut Vec<Action>) {
    let (of, city) = (words::lever(lever), words::city(pack));
    let set = |setting: Setting| {
        let edit = ScenarioEdit::SetLever { city: pack.id.clone(), lever, setting };
        Action::Edit(edit, None)
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(t!("levers-starts"));
        let start = setting.start.to_string();
        let field = t!("levers-start-field", lever = of, city = city);
        let typed = NumberField::new(&field, &start, 44.0).show(ui).1;
        if let Some(year) = number(typed, &field, t!("tabs-year-expected"), actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the edit checks the year")]
            actions.push(set(Setting { start: year.round() as i32, ..setting.clone() }));
        }
        ui.label(t!("levers-takes"));
        let ramp = units::number(setting.ramp, units::decimals_of(setting.ramp).min(1));
        let field = t!("levers-ramp-field", lever = of, city = city);
        let shown = t!("figures-years", count = ramp);
        let typed = NumberField::new(&field, &shown, 52.0).show(ui).1;
        if let Some(ramp) = number(typed, &field, t!("levers-expected-years"), actions) {
            actions.push(set(Setting { ramp, ..setting.clone() }));
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(t!("levers-because"));
        let width = ui.available_width() - 10.0;
        if let (_, Some(reason)) =
            text_field(ui, &t!("levers-reason-field", lever = of, city = city), &setting.reason, width)
        {
            actions.push(set(Setting { reason, ..setting.clone() }));
        }
    });
}

/// A frame for information below a row.
pub fn block(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.panel)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            content(ui);
        });
}

/// A heading and its text.
pub fn field(ui: &mut Ui, heading: &str, words: &str) {
    ui.add_space(2.0);
    ui.label(text::strong(heading).size(text::SMALL));
    ui.label(eframe::egui::RichText::new(words).size(text::SMALL));
}
