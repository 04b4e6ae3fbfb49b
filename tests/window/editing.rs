//! Moving levers: by pointer, by key, by typing; undo; idling.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, pos2, vec2};
use egui_kittest::Harness;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;

use crate::open::{button, says, the, there_is, value, window, window_of};

const LEVER: &str = "Protected share of industrial land, London";
const JOBS: &str = "Manufacturing jobs, London, 2040";

fn level(harness: &Harness<'_, App>) -> Option<f64> {
    let scenario = harness.state().workspace().document().scenario();
    scenario.setting("london", LeverId::ProtectedShare).map(|setting| setting.level)
}

fn undo_name(harness: &Harness<'_, App>) -> Option<String> {
    let workspace = harness.state().workspace();
    workspace.document().undo_name(workspace.library())
}

fn undo(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
}

/// Drags the lever by these steps of its width.
fn drag(harness: &mut Harness<'_, App>, to: &[f32]) {
    let rect = the(harness, Role::Slider, LEVER).rect();
    let at = |share: f32| pos2(rect.left() + 7.5 + (rect.width() - 15.0) * share, rect.center().y);
    harness.hover_at(at(0.9));
    harness.run();
    harness.drag_at(at(0.9));
    harness.run();
    for share in to {
        harness.hover_at(at(*share));
        harness.run();
    }
    harness.drop_at(at(*to.last().expect("a drag goes somewhere")));
    harness.run();
}

#[test]
fn a_drag_moves_the_jobs_and_is_one_step_of_undo() {
    let mut harness = window();
    let (before, jobs) = (level(&harness), value(&harness, Role::Meter, JOBS));
    drag(&mut harness, &[0.7, 0.5, 0.4, 0.3]);
    assert_eq!(level(&harness), Some(30.0));
    assert!(value(&harness, Role::Meter, JOBS) < jobs);
    assert_eq!(undo_name(&harness).as_deref(), Some(LEVER));
    undo(&mut harness);
    assert_eq!(level(&harness), before);
    assert!((value(&harness, Role::Meter, JOBS) - jobs).abs() < 1e-9);
    assert_eq!(undo_name(&harness), None);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(level(&harness), Some(30.0));
}

#[test]
fn a_drag_is_answered_in_the_frame_in_which_it_happens() {
    let mut harness = window();
    let rect = the(&harness, Role::Slider, LEVER).rect();
    let jobs = value(&harness, Role::Meter, JOBS);
    harness.drag_at(rect.center());
    harness.step();
    harness.hover_at(rect.center() - vec2(40.0, 0.0));
    harness.step();
    let moved = value(&harness, Role::Meter, JOBS);
    assert!((moved - jobs).abs() > 1.0, "{jobs} {moved}");
    let result = harness.state().workspace().document().results().city("london").expect("London is computed");
    let (computed, _) = result.at(Indicator::ManufacturingJobs, 2040).expect("2040 is projected");
    assert!((moved - computed).abs() < 1e-9, "what is drawn is what the lever says");
}

/// What a hand on a slider asks for is known before anything is drawn: with and without
/// Shift, for levers and for the outlook, whether or not the value is another one.
#[test]
fn a_frame_of_a_drag_is_drawn_once() {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    let driver = "National industry trend, outlook";
    for (name, modifiers) in [(LEVER, Modifiers::NONE), (LEVER, Modifiers::SHIFT), (driver, Modifiers::NONE)] {
        let rect = the(&harness, Role::Slider, name).rect();
        harness.event(Event::ModifiersChanged(modifiers));
        harness.hover_at(rect.center());
        harness.drag_at(rect.center());
        // The first movement may change names and marks of other widths.
        harness.hover_at(rect.center() - vec2(6.0, 0.0));
        harness.run();
        let before = value(&harness, Role::Slider, name);
        for i in 1..8_u8 {
            let drawn = harness.ctx.cumulative_pass_nr();
            harness.hover_at(rect.center() - vec2(6.0 + 3.0 * f32::from(i / 2), 0.0));
            harness.step();
            assert_eq!(harness.ctx.cumulative_pass_nr(), drawn + 1, "{name}, {i}");
        }
        assert!(value(&harness, Role::Slider, name) < before, "{name} follows");
        harness.drop_at(rect.center());
        harness.event(Event::ModifiersChanged(Modifiers::NONE));
        harness.run();
    }
}

/// A hand that lets go in the frame in which it last moved has moved there, however few
/// frames there were for its way, and however the panel changes with the first of them.
#[test]
fn a_drag_ends_where_it_is_let_go() {
    for (is_changed, way) in [(true, [90.0, 70.0, 50.0]), (false, [65.0, 77.0, 90.0])] {
        // After which of the first three events there is a frame.
        for frames in 0..8_u8 {
            let mut harness = window();
            if !is_changed {
                let reset = ScenarioEdit::ResetCity("london".to_owned());
                harness.state_mut().ask(Action::Edit(reset, None));
                harness.run();
            }
            let steps = undo_name(&harness);
            let rect = the(&harness, Role::Slider, LEVER).rect();
            let at = |percent: f32| pos2(rect.left() + 7.5 + (rect.width() - 15.0) * percent / 100.0, rect.center().y);
            let [from, over, to] = way.map(at);
            harness.hover_at(from);
            harness.run();
            let hand = [button(true, from), Event::PointerMoved(over), Event::PointerMoved(to), button(false, to)];
            for (i, event) in hand.into_iter().enumerate() {
                harness.input_mut().events.push(event);
                if frames & 1 << i != 0 {
                    harness.step();
                }
            }
            harness.run();
            assert_eq!(
                level(&harness),
                Some(f64::from(way[2])),
                "changed before: {is_changed}, frames after {frames:03b}"
            );
            undo(&mut harness);
            assert_eq!(undo_name(&harness), steps, "one step");
        }
    }
}

/// However long a hand rests on a slider before it lets go, it was one drag.
#[test]
fn a_drag_that_rests_is_one_step_of_undo() {
    let mut harness = window();
    let rect = the(&harness, Role::Slider, LEVER).rect();
    harness.drag_at(rect.center());
    harness.hover_at(rect.center() - vec2(20.0, 0.0));
    harness.run();
    harness.input_mut().time = Some(harness.ctx.input(|i| i.time) + 5.0);
    let end = rect.center() - vec2(60.0, 0.0);
    harness.input_mut().events.extend([Event::PointerMoved(end), button(false, end)]);
    harness.run();
    undo(&mut harness);
    assert_eq!(undo_name(&harness), None, "one step");
}

#[test]
fn two_drags_are_two_steps() {
    let mut harness = window();
    drag(&mut harness, &[0.6]);
    drag(&mut harness, &[0.8]);
    undo(&mut harness);
    assert_eq!(level(&harness), Some(60.0));
}

#[test]
fn a_lever_moves_by_key() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    for (keys, expected) in [
        ((Modifiers::NONE, Key::ArrowLeft), 89.0),
        ((Modifiers::NONE, Key::PageDown), 79.0),
        ((Modifiers::SHIFT, Key::ArrowRight), 79.1),
        ((Modifiers::NONE, Key::End), 100.0),
        ((Modifiers::NONE, Key::Home), 0.0),
    ] {
        harness.key_press_modifiers(keys.0, keys.1);
        harness.run();
        let now = level(&harness).expect("it is set");
        assert!((now - expected).abs() < 1e-9, "{keys:?}: {now}");
    }
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(level(&harness), None);
    assert!(!there_is(&harness, Role::Button, &format!("Reset {LEVER}")));
}

/// Replaces the value of the lever by key.
fn type_value(harness: &mut Harness<'_, App>, text: &str) {
    let name = format!("{LEVER}, value");
    the(harness, Role::TextInput, &name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(harness, Role::TextInput, &name).type_text(text);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_value_that_is_not_taken_is_said_until_one_is() {
    let mut harness = window();
    for text in ["150", "lots", "90 ha", "1e1"] {
        type_value(&mut harness, text);
        assert_eq!(level(&harness), Some(90.0), "{text}");
        let why = format!("{LEVER}: “{text}” is not taken; expected 0\u{a0}% to 100\u{a0}%");
        assert_eq!(harness.state().refusal(), Some(why.as_str()));
        assert!(says(&harness, &why));
        assert!(harness.state().messages().is_empty());
    }
    type_value(&mut harness, "80");
    assert_eq!((level(&harness), harness.state().refusal()), (Some(80.0), None));
    assert!(the(&harness, Role::Slider, LEVER).is_focused(), "arrow keys go on from there");
}

#[test]
fn an_edit_that_is_refused_speaks_of_the_lever_by_name() {
    let mut harness = window();
    let (city, lever) = ("london".to_owned(), LeverId::ProtectedShare);
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetLevel { city, lever, level: 900.0 }, None));
    harness.run();
    let why = harness.state().refusal().expect("it is refused").to_owned();
    assert!(why.starts_with(LEVER) && !why.contains("zoning."), "{why}");
}

#[test]
fn a_lever_at_the_level_of_adopted_policy_is_not_changed() {
    let mut harness = window();
    let adopted =
        harness.state().workspace().library().packs["london"].levers[&LeverId::ProtectedShare].reference.value;
    let reset = format!("Reset {LEVER}");
    assert!(there_is(&harness, Role::Button, &reset));
    the(&harness, Role::Slider, LEVER).set_value_accesskit(adopted);
    harness.run();
    assert_eq!(level(&harness), Some(adopted));
    assert!(!there_is(&harness, Role::Button, &reset));
    the(&harness, Role::Slider, LEVER).set_value_accesskit(adopted - 1.0);
    harness.run();
    assert!(there_is(&harness, Role::Button, &reset));
}

#[test]
fn the_keyboard_goes_through_a_row_from_the_slider_on() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    let stops = [
        (Role::TextInput, format!("{LEVER}, value")),
        (Role::Button, format!("Reset {LEVER}")),
        (Role::DisclosureTriangle, format!("About {LEVER}")),
        (Role::Slider, "Pace of release of the rest, London".to_owned()),
    ];
    for (role, name) in stops {
        harness.key_press(Key::Tab);
        harness.run();
        assert!(the(&harness, role, &name).is_focused(), "{name}");
    }
    assert!(there_is(&harness, Role::Button, &format!("Evidence grade B, {LEVER}")), "not a stop, but there");
}

#[test]
fn a_value_can_be_typed() {
    let mut harness = window();
    let name = format!("{LEVER}, value");
    the(&harness, Role::TextInput, &name).click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(&harness, Role::TextInput, &name).type_text("72,5 %");
    harness.run();
    assert_eq!(level(&harness), Some(90.0), "nothing happens before Enter");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(level(&harness), Some(72.5));
}

#[test]
fn a_screen_reader_can_set_a_lever() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).set_value_accesskit(55.0);
    harness.run();
    assert_eq!(level(&harness), Some(55.0));
    the(&harness, Role::Slider, LEVER).increment_accesskit();
    harness.run();
    assert_eq!(level(&harness), Some(56.0));
}

#[test]
fn the_window_idles() {
    let mut harness = window();
    harness.run();
    for _ in 0..3 {
        harness.step();
        let output = harness.output();
        let delay = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min();
        assert_eq!(delay, Some(std::time::Duration::MAX), "something asks to be drawn again");
    }
}

#[test]
fn it_idles_after_a_lever_has_moved_too() {
    let mut harness = window();
    drag(&mut harness, &[0.5]);
    harness.run();
    harness.step();
    let delay = harness.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(delay >= Some(std::time::Duration::from_millis(200)), "{delay:?}: more than a pending tooltip");
}

#[test]
fn a_target_is_set_on_its_chart() {
    let mut harness = window();
    the(&harness, Role::Button, "Target for Manufacturing jobs, London").click();
    harness.run();
    let field = "Target for Manufacturing jobs, London in 2040";
    the(&harness, Role::TextInput, field).click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    the(&harness, Role::TextInput, field).type_text("120 000");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let targets = &harness.state().workspace().document().scenario().cities["london"].targets;
    assert_eq!(targets.len(), 1);
    assert_eq!(targets[0].year, 2040);
    assert!((targets[0].value - 120_000.0).abs() < 1e-9);
    assert_eq!(undo_name(&harness).as_deref(), Some("Target for Manufacturing jobs, London"));
    the(&harness, Role::Button, "Remove the target for Manufacturing jobs, London in 2040").click();
    harness.run();
    assert!(harness.state().workspace().document().scenario().cities["london"].targets.is_empty());
}

#[test]
fn a_start_and_a_ramp_can_be_typed() {
    let mut harness = crate::open::window_of([1280.0, 2400.0], Vec::new());
    the(&harness, Role::DisclosureTriangle, &format!("About {LEVER}")).click();
    harness.run();
    for (field, text) in [("Start year", "2031"), ("Ramp", "6")] {
        let name = format!("{field} of {LEVER}");
        the(&harness, Role::TextInput, &name).click();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        the(&harness, Role::TextInput, &name).type_text(text);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    }
    let scenario = harness.state().workspace().document().scenario();
    let setting = scenario.setting("london", LeverId::ProtectedShare).expect("it is set");
    assert_eq!((setting.start, setting.ramp), (2031, 6.0));
}

#[test]
fn an_outlook_driver_moves_and_comes_back() {
    let mut harness = crate::open::window_of([1280.0, 2400.0], Vec::new());
    let name = "National industry trend, outlook";
    let jobs = value(&harness, Role::Meter, JOBS);
    the(&harness, Role::Slider, name).set_value_accesskit(1.0);
    harness.run();
    assert!(value(&harness, Role::Meter, JOBS) > jobs);
    the(&harness, Role::Button, &format!("Reset {name}")).click();
    harness.run();
    assert!((value(&harness, Role::Meter, JOBS) - jobs).abs() < 1e-9);
}

#[test]
fn a_year_is_chosen_by_key_and_moves_the_cards() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Period);
    harness.run();
    assert!(there_is(&harness, Role::Meter, "Manufacturing jobs, London, 2041"));
}

#[test]
fn levers_can_be_copied_from_city_to_city() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    harness.run();
    let scenario = harness.state().workspace().document().scenario();
    let (london, brussels) = (&scenario.cities["london"].levers, &scenario.cities["brussels"].levers);
    assert_eq!(london.keys().collect::<Vec<_>>(), brussels.keys().collect::<Vec<_>>());
}
