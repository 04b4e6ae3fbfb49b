//! Opening, saving, closing; what goes wrong leaves what was there.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, AfterSave, Answer};
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::preferences::Preferences;

use crate::open::{closes, says, the, there_is, window, window_keeping, window_of};

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

fn answer(harness: &mut Harness<'_, App>, answer: Answer) {
    harness.state_mut().ask(Action::Answer(answer));
    harness.run();
}

/// A window on two files, both changed; and the folder of the second.
fn two_changed() -> (Harness<'static, App>, tempfile::TempDir, tempfile::TempDir) {
    let folders = [(); 2].map(|()| tempfile::tempdir().expect("a folder for the test"));
    let files = folders.each_ref().map(|folder| folder.path().join("mine.ron"));
    for file in &files {
        fs::write(file, making_room::scenario::presets::ALL[0].text()).expect("it can be written");
    }
    let mut harness = window_of([1280.0, 800.0], files.to_vec());
    for (at, title) in [(0, "First"), (1, "Second")] {
        let id = harness.state().workspace().documents()[at].id;
        harness.state_mut().ask(Action::SelectDocument(id));
        harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle(title.to_owned()), None));
        harness.run();
    }
    let [first, second] = folders;
    (harness, first, second)
}

/// Quits up to the question about the second document.
fn quit_giving_up_the_first(harness: &mut Harness<'_, App>) {
    assert!(!closes(harness));
    assert!(says(harness, "Save changes to “First”?"));
    answer(harness, Answer::Discard);
    assert!(!closes(harness));
    assert!(says(harness, "Save changes to “Second”?"));
}

#[test]
fn what_was_given_up_is_gone_only_if_the_window_closes() {
    let (mut harness, _first, _second) = two_changed();
    quit_giving_up_the_first(&mut harness);
    answer(&mut harness, Answer::Discard);
    assert!(closes(&mut harness), "everything was given up");
}

#[test]
fn after_a_save_that_failed_everything_is_asked_about_again() {
    let (mut harness, _first, second) = two_changed();
    quit_giving_up_the_first(&mut harness);
    second.close().expect("the folder can be removed");
    answer(&mut harness, Answer::Save);
    assert!(there_is(&harness, Role::Button, "Try again mine.ron"));
    assert!(!closes(&mut harness));
    assert!(says(&harness, "Save changes to “First”?"));
}

#[test]
fn after_a_dialog_without_an_answer_everything_is_asked_about_again() {
    let (mut harness, _first, _second) = two_changed();
    quit_giving_up_the_first(&mut harness);
    answer(&mut harness, Answer::Cancel);
    quit_giving_up_the_first(&mut harness);
    harness.state_mut().ask(Action::NotAnswered);
    harness.run();
    assert!(!closes(&mut harness));
    assert!(says(&harness, "Save changes to “First”?"));
}

#[test]
fn whoever_goes_on_working_is_asked_again() {
    let (mut harness, _first, second) = two_changed();
    quit_giving_up_the_first(&mut harness);
    let first = harness.state().workspace().documents()[0].id;
    harness.state_mut().ask(Action::SelectDocument(first));
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("First again".to_owned()), None));
    let (id, file) = (harness.state().workspace().documents()[1].id, second.path().join("mine.ron"));
    harness.state_mut().ask(Action::SaveTo(id, file, AfterSave::Quit));
    harness.run();
    assert!(!closes(&mut harness));
    assert!(says(&harness, "Save changes to “First again”?"));
}

#[test]
fn a_shipped_scenario_is_not_marked_until_it_is_changed() {
    let mut harness = window();
    assert!(says(&harness, "Shipped scenario, not in a file"));
    assert!(there_is(&harness, Role::Button, "Protect and intensify"));
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("Mine".to_owned()), None));
    harness.run();
    assert!(says(&harness, "In no file yet – not saved"));
    assert!(there_is(&harness, Role::Button, "Mine, not saved"));
}

#[test]
fn recent_files_are_kept_though_the_program_may_not_end_well() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (kept, file) = (folder.path().join("preferences.json"), folder.path().join("mine.ron"));
    let mut harness = window_keeping(kept.clone(), Vec::new());
    assert!(!kept.exists(), "nothing happened that is worth keeping");
    let id = harness.state().workspace().document().id;
    harness.state_mut().ask(Action::SaveTo(id, file.clone(), AfterSave::Stay));
    harness.run();
    drop(harness);
    let (read, warning) = Preferences::load(&kept);
    assert_eq!((read.recent, warning), (vec![file.clone()], None));
    let other = folder.path().join("other.ron");
    fs::copy(&file, &other).expect("it can be copied");
    drop(window_keeping(kept.clone(), vec![other.clone()]));
    assert_eq!(Preferences::load(&kept).0.open, [other]);
}

#[test]
fn a_title_that_no_file_could_hold_is_refused_in_the_dialog() {
    let mut harness = window();
    let before = harness.state().workspace().document().id;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    assert!(the(&harness, Role::TextInput, "Title").is_focused());
    the(&harness, Role::TextInput, "Title").type_text("a\u{202e}b");
    harness.run();
    the(&harness, Role::Button, "Create").click();
    harness.run();
    assert_eq!(harness.state().workspace().document().id, before);
    assert!(says(
        &harness,
        "the character U+202E hides or reorders text; expected letters, digits, punctuation and line breaks; fix: remove it"
    ));
    the(&harness, Role::TextInput, "Title").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(&harness, Role::TextInput, "Title").type_text("Ours");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().workspace().document().title(), "Ours");
    assert!(!there_is(&harness, Role::Button, "Create"));
}

#[test]
fn escape_leaves_the_choice_of_cities_and_keys_wait_for_it() {
    let mut harness = window();
    let before = harness.state().workspace().view.year;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Period);
    harness.run();
    assert_eq!(harness.state().workspace().view.year, before);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!there_is(&harness, Role::Button, "Create"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Period);
    harness.run();
    assert_eq!(harness.state().workspace().view.year, before + 1);
}

#[test]
fn a_file_that_has_gone_is_said_and_the_others_open() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (here, gone) = (folder.path().join("here.ron"), folder.path().join("gone.ron"));
    fs::write(&here, making_room::scenario::presets::ALL[0].text()).expect("it can be written");
    let harness = window_of([1280.0, 800.0], vec![gone.clone(), here.clone()]);
    assert_eq!(harness.state().messages(), [format!("{}: there is no such file", gone.display())]);
    assert_eq!(harness.state().workspace().paths(), [here]);
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
