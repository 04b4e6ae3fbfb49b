//! Levers under somebody's hands: when they move, what they cannot do, how they
//! go from city to city, and the list of those that are changed.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::model::levers::LeverId;
use making_room::scenario::document::Setting;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::view::{Place, Tab};
use making_room::text::Language;

use crate::open::{says, the, there_is, value, window, window_of};

const LEVER: &str = "Protected share of industrial land, London";

/// A window in which the information of every lever finds room.
fn tall() -> Harness<'static, App> {
    window_of([1280.0, 2400.0], Vec::new())
}

fn setting(harness: &Harness<'_, App>, city: &str, lever: LeverId) -> Option<Setting> {
    harness.state().workspace().document().scenario().setting(city, lever).cloned()
}

fn protected(harness: &Harness<'_, App>) -> Setting {
    setting(harness, "london", LeverId::ProtectedShare).expect("it is set")
}

fn level(harness: &Harness<'_, App>) -> Option<f64> {
    setting(harness, "london", LeverId::ProtectedShare).map(|setting| setting.level)
}

fn ramp_of(harness: &Harness<'_, App>) -> Option<f64> {
    setting(harness, "london", LeverId::ProtectedShare).map(|setting| setting.ramp)
}

fn steps(harness: &Harness<'_, App>) -> usize {
    let mut history = harness.state().workspace().document().history().clone();
    std::iter::from_fn(|| history.undo().then_some(())).count()
}

fn ask(harness: &mut Harness<'_, App>, action: impl Into<Action>) {
    harness.state_mut().ask(action.into());
    harness.run();
}

fn set(harness: &mut Harness<'_, App>, city: &str, lever: LeverId, setting: Setting) {
    ask(harness, Action::Edit(ScenarioEdit::SetLever { city: city.to_owned(), lever, setting }, None));
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// Turns the wheel down by one.
fn wheel(harness: &mut Harness<'_, App>, unit: MouseWheelUnit, modifiers: Modifiers) {
    let (delta, phase, source) = (vec2(0.0, -1.0), TouchPhase::Move, MouseWheelSource::Unknown);
    harness.event(Event::MouseWheel { unit, delta, phase, modifiers, source });
    harness.run();
}

fn open_information(harness: &mut Harness<'_, App>) {
    the(harness, Role::DisclosureTriangle, &format!("About {LEVER}")).click();
    harness.run();
}

fn has_label_with(harness: &Harness<'_, App>, words: &str) -> bool {
    let labels = harness.query_all(by().role(Role::Label));
    labels.filter_map(|node| node.accesskit_node().data().value().map(str::to_owned)).any(|text| text.contains(words))
}

#[test]
fn a_run_of_keys_is_one_step_until_a_pause() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    let before = steps(&harness);
    for _ in 0..5 {
        harness.key_press(Key::ArrowLeft);
        harness.step();
    }
    harness.run();
    assert_eq!((protected(&harness).level, steps(&harness)), (85.0, before + 1));
    let now = harness.ctx.input(|i| i.time);
    harness.input_mut().time = Some(now + 5.0);
    harness.run();
    press(&mut harness, Key::ArrowLeft);
    assert_eq!((protected(&harness).level, steps(&harness)), (84.0, before + 2), "after a pause");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(level(&harness), Some(85.0));
}

#[test]
fn leaving_a_slider_ends_the_run_of_keys() {
    let mut harness = window();
    let before = steps(&harness);
    for _ in 0..2 {
        the(&harness, Role::Slider, LEVER).focus();
        harness.run();
        press(&mut harness, Key::ArrowLeft);
        press(&mut harness, Key::Tab);
    }
    assert_eq!((protected(&harness).level, steps(&harness)), (88.0, before + 2));
}

#[test]
fn the_wheel_scrolls_and_changes_no_value() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    let rect = the(&harness, Role::Slider, LEVER).rect();
    harness.hover_at(rect.center());
    harness.run();
    let before = protected(&harness);
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        wheel(&mut harness, MouseWheelUnit::Line, modifiers);
    }
    assert_eq!(protected(&harness), before);
    let moved = the(&harness, Role::Slider, LEVER).rect().center().y;
    assert!(moved < rect.center().y, "the panel scrolled: {moved}");
}

#[test]
fn shift_moves_finely_by_pointer_and_backspace_resets() {
    let mut harness = window();
    let rect = the(&harness, Role::Slider, LEVER).rect();
    let at = pos2(rect.left() + 7.5 + (rect.width() - 15.0) * 0.9, rect.center().y);
    harness.drag_at(at);
    harness.run();
    let to = at + vec2(10.0, 0.0);
    harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    harness.event(Event::ModifiersChanged(Modifiers::NONE));
    harness.run();
    let now = protected(&harness).level;
    let tenth = 10.0 * 100.0 / f64::from(rect.width() - 15.0) * 0.1;
    assert!((now - 90.0 - tenth).abs() < 0.051, "{now}: a tenth of what the pointer moved, {tenth}");
    press(&mut harness, Key::Backspace);
    assert_eq!(setting(&harness, "london", LeverId::ProtectedShare), None);
}

#[test]
fn a_slider_says_what_is_known_of_it() {
    let harness = window();
    let node = the(&harness, Role::Slider, LEVER);
    let data = node.accesskit_node().data().clone();
    let description = data.description().expect("it has one").to_owned();
    for part in ["Adopted policy 65\u{a0}%", "40\u{a0}% to 90\u{a0}%", "grade B"] {
        assert!(description.contains(part), "{description}");
    }
    assert_eq!(data.value(), Some("90\u{a0}%"));
    assert_eq!(data.numeric_value_step(), Some(1.0));
    assert_eq!(data.numeric_value_jump(), Some(10.0));
}

#[test]
fn start_and_ramp_move_by_key_and_by_screen_reader() {
    let mut harness = tall();
    open_information(&mut harness);
    let (start, ramp) = (format!("Start of {LEVER}"), format!("Ramp of {LEVER}"));
    the(&harness, Role::Slider, &start).focus();
    harness.run();
    let horizon = harness.state().workspace().document().scenario().horizon;
    for (key, expected) in [(Key::ArrowRight, 2028), (Key::PageUp, 2033), (Key::Home, 2023), (Key::End, horizon)] {
        press(&mut harness, key);
        assert_eq!(protected(&harness).start, expected, "{key:?}");
    }
    press(&mut harness, Key::Delete);
    assert_eq!((protected(&harness).start, protected(&harness).ramp), (2027, 1.0));
    the(&harness, Role::Slider, &ramp).focus();
    harness.run();
    for (modifiers, key, expected) in [
        (Modifiers::NONE, Key::ArrowUp, 2.0),
        (Modifiers::NONE, Key::PageUp, 7.0),
        (Modifiers::SHIFT, Key::ArrowLeft, 6.5),
        (Modifiers::NONE, Key::Home, 0.0),
        (Modifiers::NONE, Key::End, 50.0),
    ] {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
        assert_eq!(ramp_of(&harness), Some(expected), "{key:?}");
    }
    the(&harness, Role::Slider, &start).set_value_accesskit(2031.0);
    harness.run();
    the(&harness, Role::Slider, &ramp).set_value_accesskit(6.0);
    harness.run();
    the(&harness, Role::Slider, &ramp).decrement_accesskit();
    harness.run();
    assert_eq!((protected(&harness).start, protected(&harness).ramp), (2031, 5.0));
    assert_eq!(Some(value(&harness, Role::Slider, &start)), Some(2031.0));
    assert_eq!(level(&harness), Some(90.0), "the level stays");
}

#[test]
fn a_handle_is_dragged_in_one_step() {
    let mut harness = tall();
    open_information(&mut harness);
    for (name, far) in [("Start", 60.0), ("Ramp", 80.0)] {
        let before = (steps(&harness), protected(&harness));
        let handle = the(&harness, Role::Slider, &format!("{name} of {LEVER}")).rect().center();
        harness.hover_at(handle);
        harness.run();
        harness.drag_at(handle);
        harness.run();
        for share in [0.3, 0.6, 1.0] {
            harness.hover_at(handle + vec2(far * share, 0.0));
            harness.run();
        }
        harness.drop_at(handle + vec2(far, 0.0));
        harness.run();
        let (after, setting) = (steps(&harness), protected(&harness));
        assert_eq!(after, before.0 + 1, "{name}");
        if name == "Start" {
            assert!(setting.start > before.1.start + 2, "{setting:?}");
            assert_eq!(Some(setting.ramp), Some(before.1.ramp), "the pace stays");
        } else {
            assert!(setting.ramp > before.1.ramp + 2.0, "{setting:?}");
            assert_eq!(setting.start, before.1.start, "the start stays");
        }
    }
}

#[test]
fn a_year_that_is_not_projected_is_refused_in_words() {
    let mut harness = tall();
    open_information(&mut harness);
    for (role, typed, expected) in [
        ("Start year", "2070", "a year from 2023 to 2050"),
        ("Ramp", "80", "0 to 50\u{a0}yr"),
        ("Ramp", "soon", "0 to 50"),
    ] {
        let name = format!("{role} of {LEVER}");
        the(&harness, Role::TextInput, &name).click();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        the(&harness, Role::TextInput, &name).type_text(typed);
        harness.run();
        press(&mut harness, Key::Enter);
        let why = harness.state().refusal().expect("it is refused").to_owned();
        assert!(why.starts_with(&name) && why.contains(typed) && why.contains(expected.trim_end()), "{why}");
        assert!(says(&harness, &why));
    }
    assert_eq!((protected(&harness).start, protected(&harness).ramp), (2027, 5.0));
}

#[test]
fn a_refusal_stays_in_sight_wherever_the_centre_is() {
    let mut harness = window();
    ask(&mut harness, Action::Show(Tab::Budget));
    let centre = pos2(640.0, 500.0);
    harness.hover_at(centre);
    harness.run();
    for _ in 0..3 {
        wheel(&mut harness, MouseWheelUnit::Page, Modifiers::NONE);
    }
    let (city, lever) = ("london".to_owned(), LeverId::ProtectedShare);
    ask(&mut harness, Action::Edit(ScenarioEdit::SetLevel { city, lever, level: 900.0 }, None));
    let why = harness.state().refusal().expect("it is refused").to_owned();
    let label = harness.get(by().role(Role::Label).value(&why));
    assert!(harness.ctx.content_rect().contains_rect(label.rect()), "{:?}", label.rect());
}

#[test]
fn a_lever_that_does_nothing_says_why_in_its_row() {
    let mut harness = tall();
    let horizon = harness.state().workspace().document().scenario().horizon;
    assert!(!has_label_with(&harness, "No effect here"));
    set(&mut harness, "london", LeverId::CapitalGrants, Setting::new(10.0, horizon));
    harness.run();
    assert!(has_label_with(
        &harness,
        &format!("No effect here: it starts in the last year of the projection, {horizon}")
    ));
    set(&mut harness, "london", LeverId::CapitalGrants, Setting::new(10.0, 2042));
    harness.run();
    assert!(!has_label_with(&harness, "No effect here"));
    assert!(has_label_with(&harness, " · shows from 204"), "2040 is looked at");
}

#[test]
fn a_note_that_comes_above_a_lever_takes_no_keyboard_away() {
    let mut harness = tall();
    open_information(&mut harness);
    let start = format!("Start of {LEVER}");
    the(&harness, Role::Slider, &start).focus();
    harness.run();
    press(&mut harness, Key::End);
    harness.run();
    assert!(has_label_with(&harness, "No effect here"), "above the line of years");
    assert!(the(&harness, Role::Slider, &start).is_focused());
    let below = "Pace of release of the rest, London";
    the(&harness, Role::Slider, below).focus();
    harness.run();
    set(&mut harness, "london", LeverId::ProtectedShare, Setting::new(90.0, 2030));
    assert!(!has_label_with(&harness, "No effect here"));
    assert!(the(&harness, Role::Slider, below).is_focused());
}

#[test]
fn pasting_says_what_did_not_come_over_and_is_one_step() {
    let mut harness = window();
    set(&mut harness, "london", LeverId::CapitalGrants, Setting::new(20.0, 2030));
    let before = harness.state().workspace().document().scenario().cities["brussels"].levers.clone();
    ask(&mut harness, UiCommand::CopyLevers);
    ask(&mut harness, Action::Look(Place::City("brussels".to_owned())));
    ask(&mut harness, UiCommand::PasteLevers);
    assert!(has_label_with(&harness, "of London came over to Brussels"));
    assert!(has_label_with(&harness, "Capital grants to small manufacturers: £20.0\u{a0}m/yr became €"));
    assert!(has_label_with(&harness, "the most on offer in Brussels"));
    let grants = setting(&harness, "brussels", LeverId::CapitalGrants).expect("it came over");
    assert_eq!((grants.level, grants.start), (5.0, 2030));
    the(&harness, Role::Button, "Undo").click();
    harness.run();
    assert_eq!(harness.state().workspace().document().scenario().cities["brussels"].levers, before);
    assert!(!has_label_with(&harness, "came over to Brussels"), "what was said goes with it");
}

#[test]
fn what_is_said_of_a_paste_can_be_sent_away() {
    let mut harness = window();
    ask(&mut harness, UiCommand::CopyLevers);
    ask(&mut harness, Action::Look(Place::City("rotterdam".to_owned())));
    ask(&mut harness, UiCommand::PasteLevers);
    assert!(has_label_with(&harness, "came over to Rotterdam"));
    the(&harness, Role::Button, "Dismiss").click();
    harness.run();
    assert!(!has_label_with(&harness, "came over to Rotterdam"));
}

#[test]
fn a_group_is_copied_pasted_and_reset_on_its_own() {
    let mut harness = tall();
    set(&mut harness, "london", LeverId::PropertyTax, Setting::new(-20.0, 2030));
    the(&harness, Role::Button, "Copy or paste Rent, London").click();
    harness.run();
    the(&harness, Role::Button, "Copy Rent, London").click();
    harness.run();
    ask(&mut harness, Action::Look(Place::City("rotterdam".to_owned())));
    let zoning = setting(&harness, "rotterdam", LeverId::ProtectedShare);
    the(&harness, Role::Button, "Copy or paste Rent, Rotterdam").click();
    harness.run();
    the(&harness, Role::Button, "Paste from London: Rent, Rotterdam").click();
    harness.run();
    let tax = setting(&harness, "rotterdam", LeverId::PropertyTax).expect("it came over");
    assert_eq!(Some(tax.level), Some(-20.0));
    assert_eq!(setting(&harness, "rotterdam", LeverId::ProtectedShare), zoning, "other groups stay");
    ask(&mut harness, UiCommand::ResetGroup(making_room::model::levers::LeverGroup::Rent));
    assert_eq!(setting(&harness, "rotterdam", LeverId::PropertyTax), None);
    let workspace = harness.state().workspace();
    let undo = workspace.document().undo_name(workspace.library());
    assert_eq!(undo.as_deref(), Some("Reset Rent, Rotterdam"));
}

#[test]
fn one_lever_is_copied_and_pasted() {
    let mut harness = tall();
    open_information(&mut harness);
    the(&harness, Role::Button, &format!("Copy {LEVER}")).click();
    harness.run();
    ask(&mut harness, UiCommand::ResetCity);
    assert_eq!(setting(&harness, "london", LeverId::ProtectedShare), None);
    the(&harness, Role::Button, &format!("Paste from London: {LEVER}")).click();
    harness.run();
    assert_eq!(level(&harness), Some(90.0));
    let levers = &harness.state().workspace().document().scenario().cities["london"].levers;
    assert_eq!(levers.len(), 1, "no other");
}

#[test]
fn changes_are_listed_with_what_each_does() {
    let mut harness = window_of([1440.0, 1400.0], Vec::new());
    set(
        &mut harness,
        "london",
        LeverId::Skills,
        Setting { reason: "asked for by the college".to_owned(), ..Setting::new(500.0, 2030) },
    );
    ask(&mut harness, Action::Show(Tab::Changes));
    harness.run();
    let changed = harness.state().workspace().document().scenario().cities["london"].levers.len();
    assert!(says(&harness, &format!("{changed} levers changed")));
    for (words, what) in [
        ("From 2030, complete in 2031", "since when"),
        ("Reason: asked for by the college", "why"),
        ("Effect of Skills and apprenticeships, London: +", "what it does"),
    ] {
        let all = harness.query_all(by().role(Role::Label)).filter_map(|node| {
            let data = node.accesskit_node().data().clone();
            data.label().or(data.value()).map(str::to_owned)
        });
        assert!(all.into_iter().any(|text| text.contains(words)), "{what}");
    }
    the(&harness, Role::Button, "Back to adopted policy: Skills and apprenticeships, London").click();
    harness.run();
    assert_eq!(setting(&harness, "london", LeverId::Skills), None);
    let workspace = harness.state().workspace();
    let undo = workspace.document().undo_name(workspace.library());
    assert_eq!(undo.as_deref(), Some("Reset Skills and apprenticeships, London"));
}

#[test]
fn effects_in_the_list_add_up_to_the_change_on_the_card() {
    let mut harness = window_of([1440.0, 1400.0], Vec::new());
    ask(&mut harness, Action::Show(Tab::Changes));
    harness.run();
    let app = harness.state();
    let result = app.workspace().document().results().city("london").expect("London is computed");
    let (scenario, reference) =
        result.at(making_room::model::indicators::Indicator::ManufacturingJobs, 2040).expect("2040 is projected");
    let total = scenario - reference.expect("the reference has jobs");
    let shown = making_room::units::signed(making_room::units::rounded(total, 4, 1.0), 0);
    let spoken = format!("Together: {shown}\u{a0}jobs, Manufacturing jobs");
    assert!(harness.query_all(by().role(Role::Label).label(&spoken)).next().is_some(), "{spoken}");
}

#[test]
fn a_change_leads_to_its_lever() {
    let mut harness = window_of([1440.0, 1800.0], Vec::new());
    ask(&mut harness, Action::Look(Place::All));
    ask(&mut harness, Action::Show(Tab::Changes));
    harness.run();
    the(&harness, Role::Link, "Go to Re-provision on released sites, Rotterdam").click();
    harness.run();
    assert_eq!(harness.state().workspace().view.place, Place::City("rotterdam".to_owned()));
    let name = "Re-provision on released sites, Rotterdam";
    assert!(the(&harness, Role::Slider, name).is_focused());
    assert!(there_is(&harness, Role::Slider, &format!("Start of {name}")), "its information is open");
    assert!(harness.ctx.content_rect().contains_rect(the(&harness, Role::Slider, name).rect()));
}

#[test]
fn without_changes_the_list_says_what_to_do() {
    let mut harness = window();
    ask(&mut harness, UiCommand::ResetAll);
    ask(&mut harness, Action::Look(Place::All));
    ask(&mut harness, Action::Show(Tab::Changes));
    for city in ["London", "Brussels", "Rotterdam"] {
        assert!(has_label_with(&harness, &format!("Every lever of {city} is at adopted policy. Move one")));
    }
}

#[test]
fn the_list_speaks_every_language() {
    let mut harness = window_of([1440.0, 1400.0], Vec::new());
    ask(&mut harness, Action::Show(Tab::Changes));
    for (language, words) in
        [(Language::Fr, "leviers modifiés"), (Language::Nl, "maatregelen gewijzigd"), (Language::En, "levers changed")]
    {
        ask(&mut harness, Action::Language(language));
        harness.run();
        assert!(has_label_with(&harness, words), "{language:?}");
    }
}

/// Two lines where one is too short; the slider stays below them.
#[test]
fn a_long_name_has_a_second_line() {
    let mut harness = window_of([1024.0, 700.0], Vec::new());
    let heading = |harness: &Harness<'_, App>, name: &str| {
        the(harness, Role::DisclosureTriangle, &format!("About {name}")).rect()
    };
    let long = heading(&harness, LEVER);
    assert!(long.height() > 30.0, "{long}");
    assert!(long.bottom() <= the(&harness, Role::Slider, LEVER).rect().top() + 1.0);
    let field = the(&harness, Role::TextInput, &format!("{LEVER}, value")).rect();
    assert!(
        long.right() <= field.left() && field.center().y < long.center().y,
        "beside the first line: {field} {long}"
    );
    ask(&mut harness, UiCommand::ZoomReset);
    let short = heading(&window_of([1600.0, 900.0], Vec::new()), LEVER);
    assert!(short.height() < 20.0, "{short}");
}
