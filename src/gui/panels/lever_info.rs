//! The information below a lever: when it moves, what it is, who decides, how
//! it works, how fast, and what is known about it.

use eframe::egui::{Frame, Margin, Ui};

use super::{Scene, levers, timing};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{named_button, text_button};
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::scenario::document::CityPlan;
use crate::session::figures::lever_text;
use crate::session::help::glossary;
use crate::session::transfer::Scope;
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
            Some(setting) => timing::show(ui, scene, (pack, plan), (lever, setting), actions),
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
        if let Some(entry) = glossary::of_lever(lever)
            && text_button(ui, &t!("glossary-link", term = entry.term())).clicked()
        {
            actions.push(Action::Help(scene.workspace.help.seeking(entry.term())));
        }
        field(ui, t!("levers-real-world"), words::lever_meaning(lever));
        field(ui, t!("levers-who"), words::decided_by(local));
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
        ui.horizontal(|ui| levers::copy_and_paste(ui, scene, (&name_of(pack, lever), Scope::Lever(lever)), actions));
    });
}

fn name_of(pack: &CityPack, lever: LeverId) -> String {
    format!("{}, {}", words::lever(lever), words::city(pack))
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

/// A frame for information below a row.
pub fn block(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.panel)
        .stroke(t.hairline())
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
