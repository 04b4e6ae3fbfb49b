//! When a lever that has been set moves: typed, and on a line of years.

use std::ops::RangeInclusive;

use eframe::egui::Ui;

use super::{Scene, refusal};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};
use crate::gui::widgets::gesture;
use crate::gui::widgets::number_field::{NumberField, Typed, text_field};
use crate::gui::widgets::timeline::{Change, Handle, Timeline};
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::model::projection::LeverSetting;
use crate::scenario::document::{CityPlan, Setting};
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::scenario::limits::{self, RAMPS};
use crate::t;
use crate::units;
use crate::words;

/// Start, ramp and reason of a lever.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (pack, plan): (&CityPack, &CityPlan),
    (lever, setting): (LeverId, &Setting),
    actions: &mut Vec<Action>,
) {
    let name = format!("{}, {}", words::lever(lever), words::city(pack));
    let mut set = |setting: Setting, gesture: Option<u64>| {
        let edit = ScenarioEdit::SetLever { city: pack.id.clone(), lever, setting };
        actions.push(Action::Edit(edit, gesture.map(Gesture)));
    };
    let years = (plan.start, scene.workspace.document().scenario().horizon);
    let ramp = years_text(setting.ramp);
    let mut refused = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(t!("timeline-starts"));
        let field = t!("timeline-start-year-of", lever = name.as_str());
        let typed = NumberField::new(&field, &setting.start.to_string(), 44.0).show(ui).1;
        let allowed = f64::from(years.0)..=f64::from(years.1);
        match within(typed, &allowed) {
            Some(Ok(year)) => {
                #[expect(clippy::cast_possible_truncation, reason = "a year between two others")]
                let start = year.round() as i32;
                set(Setting { start, ..setting.clone() }, Some(gesture::fresh(ui.ctx())));
            }
            Some(Err(written)) => {
                let expected = t!("timeline-start-expected", first = years.0.to_string(), last = years.1.to_string());
                refused = Some(refusal(&field, &written, &expected));
            }
            None => {}
        }
        ui.label(t!("timeline-takes"));
        let field = t!("timeline-ramp-of", lever = name.as_str());
        let typed = NumberField::new(&field, &ramp, 56.0).show(ui).1;
        match within(typed, &RAMPS) {
            Some(Ok(ramp)) => set(Setting { ramp, ..setting.clone() }, Some(gesture::fresh(ui.ctx()))),
            Some(Err(written)) => {
                let most = t!("figures-years", count = units::number(*RAMPS.end(), 0));
                let expected = t!("figures-to", low = units::number(*RAMPS.start(), 0), high = most);
                refused = Some(refusal(&field, &written, &expected));
            }
            None => {}
        }
    });
    let result = scene.workspace.document().results().city(&pack.id);
    let course = result.map(|result| result.course(lever)).unwrap_or_default();
    let reference = pack.reference(plan.start, lever).map_or(setting.level, |quantity| quantity.value);
    let (start_name, ramp_name) =
        (t!("timeline-start-of", lever = name.as_str()), t!("timeline-ramp-of", lever = name.as_str()));
    let timeline = Timeline {
        begins: Handle { name: &start_name, text: &setting.start.to_string(), hint: t!("timeline-start-hint") },
        complete: Handle { name: &ramp_name, text: &ramp, hint: t!("timeline-ramp-hint") },
        years,
        start: setting.start,
        ramp: setting.ramp,
        longest: *RAMPS.end(),
        reference,
        level: setting.level,
        course: &course,
        chosen: scene.workspace.view.year,
    };
    match timeline.show(ui) {
        Some(Change::Start(start, gesture)) => set(Setting { start, ..setting.clone() }, Some(gesture)),
        Some(Change::Ramp(ramp, gesture)) => set(Setting { ramp, ..setting.clone() }, Some(gesture)),
        Some(Change::Reset) => {
            let start = limits::first_policy_year(pack, (plan.start, years.1));
            set(Setting { start, ramp: Setting::DEFAULT_RAMP, ..setting.clone() }, None);
        }
        None => {}
    }
    ui.label(text::note(ui, t!("timeline-legend")));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(t!("timeline-because"));
        let width = ui.available_width() - 10.0;
        let field = t!("timeline-reason-of", lever = name.as_str());
        if let (_, Some(reason)) = text_field(ui, &field, &setting.reason, width) {
            set(Setting { reason, ..setting.clone() }, None);
        }
    });
    actions.extend(refused.map(Action::Refuse));
}

/// When a lever that has been set moves, in a line.
pub fn line(setting: &Setting) -> String {
    t!("timeline-line", start = setting.start.to_string(), full = full(setting).to_string())
}

/// The first year in which a lever is at its level.
pub fn full(setting: &Setting) -> i32 {
    LeverSetting { level: setting.level, start: setting.start, ramp: setting.ramp }.complete()
}

fn years_text(years: f64) -> String {
    t!("figures-years", count = units::years(years))
}

/// The number typed into a field if it is one of those allowed, or else what was written.
fn within(typed: Option<Typed>, allowed: &RangeInclusive<f64>) -> Option<Result<f64, String>> {
    match typed? {
        Typed::Number(value, _) if allowed.contains(&value) => Some(Ok(value)),
        Typed::Number(_, written) | Typed::Unread(written) => Some(Err(written)),
    }
}
