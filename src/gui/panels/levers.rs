//! What can I do: levers by group, and the outlook below them.

use eframe::egui::{Context, Frame, Id, Label, Margin, Popup, Rect, ScrollArea, Ui, pos2, vec2};
use strum::IntoEnumIterator as _;

use super::{Scene, lever_info, outlook, refusal, timing};
use crate::explain::address::Address;
use crate::gui::app::action::Action;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::tour::spot;
use crate::gui::widgets::buttons::{mark_button, mark_button_coloured, named_button, text_button};
use crate::gui::widgets::hand::{self, Ask};
use crate::gui::widgets::lever_row::{LeverRow, RowEvent};
use crate::gui::widgets::trailing::Trailing;
use crate::gui::widgets::{arrive, below, disclosure, scroll};
use crate::model::city::CityPack;
use crate::model::levers::{LeverGroup, LeverId};
use crate::model::outlook::DriverId;
use crate::scenario::document::CityPlan;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::session::figures::{departs, lever_text};
use crate::session::tour::Step;
use crate::session::transfer::Scope;
use crate::session::view::Place;
use crate::session::workspace::Workspace;
use crate::t;
use crate::words;

/// The room for the marks of a group's heading, with what is left free beside them (points).
const HEADING_MARKS: f32 = 84.0;

/// The room for the marks of a group's heading alone (points).
const GROUP_MARKS: f32 = 2.0 * MARK + 3.0 * space::XS;

/// The room for the mark that resets a group (points).
const MARK: f32 = 18.0;

/// Draws the panel.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let place = &scene.workspace.view.place;
    let area = ScrollArea::vertical().id_salt(("levers", place_key(place))).auto_shrink([false, false]);
    let area = area.show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            match place {
                Place::All => changed_levers(ui, scene, actions),
                Place::City(id) => {
                    let scenario = scene.workspace.document().scenario();
                    if let (Some(pack), Some(plan)) = (scene.workspace.city(), scenario.cities.get(id)) {
                        city(ui, scene, pack, plan, actions);
                    }
                }
            }
            ui.add_space(space::S);
            outlook::drivers(ui, scene, actions);
        });
        scroll::keys(ui);
    });
    scroll::name(ui, &area, t!("levers-name"));
}

fn place_key(place: &Place) -> &str {
    match place {
        Place::All => "",
        Place::City(id) => id,
    }
}

fn city(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, plan: &CityPlan, actions: &mut Vec<Action>) {
    for group in LeverGroup::iter() {
        let levers: Vec<LeverId> = LeverId::all().filter(|id| id.spec().group == group).collect();
        let changed = levers.iter().filter(|id| departs(pack, plan, **id)).count();
        ui.horizontal(|ui| {
            ui.set_height(20.0);
            ui.label(text::section(ui, words::group(group)));
            let wide = |words: &str| text::width(ui, words, text::small_font());
            // Where there is little room, the mark that resets says alone that some are changed.
            let room = ui.available_width() - GROUP_MARKS;
            let count =
                (changed > 0).then(|| t!("levers-changed", count = changed)).filter(|count| wide(count) <= room);
            let of = t!("levers-of-city", city = words::city(pack));
            let taken = wide(&of) + count.as_deref().map_or(0.0, wide) + HEADING_MARKS;
            if group == LeverGroup::Zoning && ui.available_width() > taken {
                ui.label(text::note(ui, of));
            }
            ui.spacing_mut().item_spacing.x = space::XS;
            Trailing::new(ui, group).show(ui, |ui| {
                if let Some(count) = count {
                    ui.label(text::note(ui, count));
                }
                let name = format!("{}, {}", words::group(group), words::city(pack));
                let menu = t!("lever-group-menu", group = name.as_str());
                let button =
                    mark_button_coloured(ui, icons::MORE, &menu, t!("lever-group-menu-hint"), tokens(ui).muted);
                Popup::menu(&button).show(|ui| {
                    let before = actions.len();
                    copy_and_paste(ui, scene, (&name, Scope::Group(group)), actions);
                    // The pointer closes it by itself, a key does not.
                    if actions.len() > before {
                        ui.close();
                    }
                });
                if changed > 0 {
                    let name = t!("levers-reset-in", what = words::group(group), city = words::city(pack));
                    let hint = t!("levers-group-back", group = words::group(group));
                    if mark_button(ui, icons::RESET, &name, &hint).clicked() {
                        let edit = ScenarioEdit::ResetGroup { city: pack.id.clone(), group };
                        actions.push(Action::Edit(edit, None));
                    }
                } else {
                    ui.allocate_space(vec2(MARK, MARK));
                }
            });
        });
        for lever in levers {
            below::part(ui, lever.index(), |ui| row(ui, scene, pack, plan, lever, actions));
            ui.add_space(1.0);
        }
        ui.add_space(space::XS);
    }
}

fn row(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, plan: &CityPlan, lever: LeverId, actions: &mut Vec<Action>) {
    let spec = lever.spec();
    let (Some(local), Some(reference), Some(range)) =
        (pack.levers.get(&lever), pack.reference(plan.start, lever), pack.levels(plan.start, lever))
    else {
        return;
    };
    let setting = plan.levers.get(&lever);
    let value = setting.map_or(reference.value, |s| s.level);
    let shown = lever_text(spec, value, &pack.currency);
    let name = format!("{}, {}", words::lever(lever), words::city(pack));
    let adopted = t!("levers-adopted", level = lever_text(spec, reference.value, &pack.currency));
    let mut hint = format!("{}\n{adopted}", words::lever_meaning(lever));
    if let Some(setting) = setting {
        let years = crate::units::years(setting.ramp);
        hint = format!("{hint}\n{}", t!("levers-from-over", start = setting.start, years = years));
    }
    let end = |level: f64| lever_text(spec, level, &pack.currency);
    let span = t!("figures-to", low = end(*range.start()), high = end(*range.end()));
    let id = ui.make_persistent_id(("lever open", spec.name));
    let wanted = arrive::is_wanted(ui, target(&pack.id, lever));
    if wanted && !disclosure::is_open(ui, id) {
        disclosure::toggle(ui, id);
    }
    let open = disclosure::is_open(ui, id);
    let tried = scene.workspace.tour.as_ref().is_some_and(|tour| tour.lever() == (pack.id.as_str(), lever));
    let top = ui.cursor().min;
    let (at, low, high) = (end(reference.value), end(local.evidence.low), end(local.evidence.high));
    let changed = departs(pack, plan, lever);
    let grade: &'static str = spec.grade.into();
    let description = t!("lever-description", adopted = at, low = low, high = high, grade = grade);
    let event = LeverRow {
        label: words::lever(lever),
        name: &name,
        hint: &hint,
        description: &description,
        grade: Some(spec.grade),
        value,
        text: &shown,
        reference: reference.value,
        span: &span,
        range,
        evidence: Some(local.evidence.low..=local.evidence.high),
        step: spec.step,
        changed,
        open,
        wanted: wanted || tried && spot::is_wanted(ui, Step::Lever),
        about: target(&pack.id, lever),
    }
    .show(ui);
    if tried {
        let row = Rect::from_min_max(top, pos2(top.x + ui.available_width(), ui.min_rect().bottom()));
        spot::mark(ui, Step::Lever, row, None);
    }
    let city = pack.id.clone();
    match event {
        Some(RowEvent::Set(to, gesture)) => actions.push(set(&city, lever, to, gesture)),
        Some(RowEvent::Refused(written)) => actions.push(Action::Refuse(refusal(&name, &written, &span))),
        Some(RowEvent::Reset) => actions.push(Action::Edit(ScenarioEdit::ResetLever { city, lever }, None)),
        Some(RowEvent::Toggle) => disclosure::toggle(ui, id),
        Some(RowEvent::Explain) => actions.push(Action::Explain(Address::lever(&city, lever))),
        None => {}
    }
    if let Some(setting) = setting.filter(|_| changed && !open) {
        let said = [Some(timing::line(setting)), later(scene, pack, lever)];
        ui.label(text::note(ui, said.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
    }
    if let Some(why) = &local.unavailable {
        ui.label(text::note(ui, t!("levers-no-effect", why = why)));
    } else if let Some(why) = idle(scene, pack, lever) {
        ui.label(text::note(ui, why).color(tokens(ui).accent_text));
    }
    if open {
        lever_info::show(ui, scene, pack, plan, lever, actions);
    }
}

/// What a hand on a slider of this panel asks for, before the panel is drawn.
pub fn under_hand(ctx: &Context, workspace: &Workspace) -> Option<Action> {
    let Ask { about, value, gesture } = hand::asks(ctx)?;
    if let Place::City(city) = &workspace.view.place
        && let Some(lever) = LeverId::all().find(|lever| target(city, *lever) == about)
    {
        return Some(set(city, lever, value, gesture));
    }
    let driver = DriverId::all().find(|driver| outlook::target(*driver) == about)?;
    Some(outlook::set(workspace, driver, value, gesture))
}

fn set(city: &str, lever: LeverId, to: f64, gesture: u64) -> Action {
    Action::Edit(ScenarioEdit::SetLevel { city: city.to_owned(), lever, level: to }, Some(Gesture(gesture)))
}

/// Where one goes to a lever.
pub fn target(city: &str, lever: LeverId) -> Id {
    Id::unique(("lever", city, lever.index()))
}

/// Why a lever does nothing, if so.
pub fn idle(scene: &Scene<'_>, pack: &CityPack, lever: LeverId) -> Option<String> {
    scene.background.levers().city(scene.workspace.document().id, &pack.id)?.idle(lever)
}

/// That nothing is to be seen of a lever in the chosen year, if so.
pub fn later(scene: &Scene<'_>, pack: &CityPack, lever: LeverId) -> Option<String> {
    let effects = scene.background.levers().city(scene.workspace.document().id, &pack.id)?;
    effects.later(lever, scene.workspace.view.year)
}

/// Copying some levers, and pasting those that were copied over them.
pub fn copy_and_paste(ui: &mut Ui, scene: &Scene<'_>, (name, scope): (&str, Scope), actions: &mut Vec<Action>) {
    if named_button(ui, t!("lever-copy"), &t!("lever-copy-of", lever = name)).clicked() {
        actions.push(Action::Copy(scope));
    }
    if let Some(copied) = scene.copied.filter(|copied| copied.reaches(scope)) {
        let label = t!("lever-paste", city = copied.city());
        if named_button(ui, &label, &t!("lever-paste-over", city = copied.city(), lever = name)).clicked() {
            actions.push(Action::Paste(scope));
        }
    }
}

/// All cities: which levers are not at adopted policy.
fn changed_levers(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.label(text::section(ui, t!("levers-all-changed")));
    ui.label(text::note(ui, t!("levers-choose-city")));
    ui.add_space(space::S);
    let library = scene.workspace.library();
    for (id, plan) in &scene.workspace.document().scenario().cities {
        let Some(pack) = library.packs.get(id) else { continue };
        if text_button(ui, words::city(pack)).on_hover_text(t!("levers-its-levers")).clicked() {
            actions.push(Action::Look(Place::City(id.clone())));
        }
        let changed = plan.levers.iter().filter(|(lever, _)| departs(pack, plan, **lever));
        if changed.clone().next().is_none() {
            ui.label(text::note(ui, t!("levers-adopted-everywhere")));
        }
        for (lever, setting) in changed {
            let spec = lever.spec();
            let name = words::lever(*lever);
            let hint = t!("levers-name-from", name = name, start = setting.start);
            let end = Trailing::new(ui, ("changed", id, spec.name));
            // A long name has a line of its own.
            let above = text::width(ui, name, text::body_font()) > end.before(ui);
            if above {
                ui.add(Label::new(name).wrap()).on_hover_text(&hint);
            }
            ui.horizontal(|ui| {
                if !above {
                    ui.label(name).on_hover_text(&hint);
                }
                end.show(ui, |ui| {
                    if let Some(reference) = pack.reference(plan.start, *lever) {
                        let before = lever_text(spec, reference.value, &pack.currency);
                        ui.label(text::note(ui, format!("{before} →")));
                    }
                    let now = lever_text(spec, setting.level, &pack.currency);
                    ui.label(text::strong(now));
                    let name = t!("levers-reset-in", what = name, city = words::city(pack));
                    if mark_button(ui, icons::RESET, &name, t!("levers-back")).clicked() {
                        let edit = ScenarioEdit::ResetLever { city: id.clone(), lever: *lever };
                        actions.push(Action::Edit(edit, None));
                    }
                });
            });
            ui.add_space(3.0);
        }
        ui.add_space(space::S);
    }
}
