//! Opening, saving, closing; what goes wrong leaves what was there.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use making_room::gui::app::action::{Action, Answer};
use making_room::scenario::edit::ScenarioEdit;

use crate::open::{there_is, window, window_of};

#[test]
fn a_file_that_cannot_be_opened_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "(format: \"making-room scenario\", version: 1, title: ").expect("it can be written");
    let mut harness = window();
    let before = harness.state().workspace().document().id;
    harness.state_mut().ask(Action::OpenPath(broken));
    harness.run();
    let state = harness.state();
    assert_eq!(state.workspace().document().id, before);
    assert_eq!(state.workspace().documents().len(), 1);
    assert_eq!(state.messages().len(), 1);
    assert!(state.messages()[0].contains("broken.ron:1:"), "{:?}", state.messages());
    assert!(there_is(&harness, Role::Button, "Dismiss message"));
}

#[test]
fn a_broken_file_on_the_command_line_still_opens_the_window() {
    let harness = window_of([1280.0, 800.0], vec!["/nowhere/at/all.ron".into()]);
    assert_eq!(harness.state().messages().len(), 1);
    assert!(there_is(&harness, Role::Button, "London"));
}

#[test]
fn several_scenarios_are_open_at_once_and_saving_clears_the_mark() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("mine.ron");
    let preset = making_room::scenario::presets::find("circular-city").expect("it is shipped");
    fs::write(&path, preset.text()).expect("it can be written");
    let mut harness = window_of([1280.0, 800.0], vec![path.clone()]);
    harness.state_mut().ask(Action::OpenPreset("makers-renaissance"));
    harness.run();
    assert_eq!(harness.state().workspace().documents().len(), 2);
    let first = harness.state().workspace().documents()[0].id;
    harness.state_mut().ask(Action::SelectDocument(first));
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("Circles".to_owned()), None));
    harness.run();
    assert!(there_is(&harness, Role::Button, "Circles, not saved"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert!(there_is(&harness, Role::Button, "Circles"));
    let text = fs::read_to_string(&path).expect("it was written");
    assert!(text.contains("Circles"), "{text}");
}

#[test]
fn closing_with_unsaved_work_asks_first() {
    let mut harness = window();
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("Precious".to_owned()), None));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    assert!(there_is(&harness, Role::Button, "Close without saving"));
    harness.state_mut().ask(Action::Answer(Answer::Cancel));
    harness.run();
    assert_eq!(harness.state().workspace().document().title(), "Precious");
    assert!(!there_is(&harness, Role::Button, "Close without saving"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    harness.state_mut().ask(Action::Answer(Answer::Discard));
    harness.run();
    assert_eq!(harness.state().workspace().document().title(), "Untitled");
}

#[test]
fn a_new_scenario_takes_the_cities_chosen() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    assert!(there_is(&harness, Role::CheckBox, "Brussels"));
    harness.state_mut().ask(Action::Create { title: "Two".to_owned(), cities: vec!["brussels".to_owned()] });
    harness.run();
    let cities = &harness.state().workspace().document().scenario().cities;
    assert_eq!(cities.keys().collect::<Vec<_>>(), ["brussels"]);
}

#[test]
fn every_preset_opens_in_the_window() {
    for preset in &making_room::scenario::presets::ALL {
        let mut harness = window();
        harness.state_mut().ask(Action::OpenPreset(preset.id));
        harness.run();
        assert!(harness.state().messages().is_empty(), "{}: {:?}", preset.id, harness.state().messages());
        let document = harness.state().workspace().document();
        for id in document.scenario().cities.keys() {
            assert!(document.results().city(id).is_some(), "{}: {id}", preset.id);
        }
    }
}
