//! Files dropped on the window, and the prompt for a path where there is no
//! native dialog.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, HoveredFile, Key, Modifiers};
use egui_kittest::Harness;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, AfterSave, Answer};
use making_room::gui::dialogs::Chooser;
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::presets;

use crate::open::{says, the, there_is, window, window_of};

/// A file as the window system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// A scenario in a file of this name.
fn scenario(folder: &Path, name: &str, preset: usize) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, presets::ALL[preset].text()).expect("it can be written");
    path
}

/// A window on a file, on a machine without native dialogs.
fn window_without_dialogs(file: PathBuf) -> Harness<'static, App> {
    let mut harness = window_of([1280.0, 800.0], vec![file]);
    harness.state_mut().use_chooser(Chooser::Prompt);
    harness
}

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Writes a path in place of the one in the prompt.
fn type_path(harness: &mut Harness<'_, App>, path: &str) {
    press(harness, Modifiers::COMMAND, Key::A);
    the(harness, Role::TextInput, "Path").type_text(path);
    harness.run();
}

fn typed(harness: &Harness<'_, App>) -> String {
    the(harness, Role::TextInput, "Path").value().expect("a field has a value")
}

#[test]
fn files_dropped_on_the_window_open_and_what_cannot_be_opened_is_said() {
    let folder = folder();
    let (one, two) = (scenario(folder.path(), "a b.scenario.ron", 1), scenario(folder.path(), "ü.scenario.ron", 2));
    let (broken, gone) = (folder.path().join("broken.scenario.ron"), folder.path().join("gone.scenario.ron"));
    fs::write(&broken, "(format: \"making-room scenario\", version: 1, title: ").expect("it can be written");
    let mut harness = window();
    for file in [&one, &broken, folder.path(), &gone, &two] {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(file.to_owned())));
    }
    harness.step();
    harness.run();
    assert_eq!(harness.state().workspace().paths(), [one, two]);
    let messages = harness.state().messages();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages[0].contains("broken.scenario.ron:1:"), "{messages:?}");
}

#[test]
fn files_over_the_window_say_what_dropping_does() {
    let mut harness = window();
    let file = |path: &str| HoveredFile { path: Some(path.into()), ..HoveredFile::default() };
    // A window with files over it is drawn again and again, so it never settles.
    let hover = |harness: &mut Harness<'_, App>, files: Vec<HoveredFile>| {
        harness.input_mut().hovered_files = files;
        harness.run_steps(2);
    };
    hover(&mut harness, vec![file("/somewhere/plan.scenario.ron")]);
    assert!(says(&harness, "Drop to open “plan.scenario.ron”"));
    hover(&mut harness, vec![file("/somewhere/plan.scenario.ron"), file("/somewhere/other.scenario.ron")]);
    assert!(says(&harness, "Drop to open 2 files"));
    hover(&mut harness, Vec::new());
    assert!(!says(&harness, "Drop to open 2 files"));
}

#[test]
fn without_a_dialog_the_window_asks_for_a_path_where_the_last_file_was() {
    let folder = folder();
    let (open, other) =
        (scenario(folder.path(), "open.scenario.ron", 1), scenario(folder.path(), "other.scenario.ron", 2));
    fs::write(folder.path().join("picture.png"), "").expect("it can be written");
    fs::create_dir(folder.path().join("ours")).expect("it can be made");
    let mut harness = window_without_dialogs(open.clone());
    press(&mut harness, Modifiers::COMMAND, Key::O);
    assert_eq!(Path::new(&typed(&harness)), folder.path());
    assert!(there_is(&harness, Role::Button, "ours/"));
    assert!(there_is(&harness, Role::Button, "open.scenario.ron"));
    assert!(!there_is(&harness, Role::Button, "picture.png"));
    the(&harness, Role::Button, "other.scenario.ron").click();
    harness.run();
    assert_eq!(Path::new(&typed(&harness)), other);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().workspace().paths(), [open, other]);
    assert!(!there_is(&harness, Role::TextInput, "Path"));
}

#[test]
fn a_path_that_leads_nowhere_is_said_in_the_prompt() {
    let folder = folder();
    let mut harness = window_without_dialogs(scenario(folder.path(), "open.scenario.ron", 1));
    press(&mut harness, Modifiers::COMMAND, Key::O);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(says(&harness, "This is a folder: choose a file in it."));
    type_path(&mut harness, "absent.ron");
    assert!(!says(&harness, "This is a folder: choose a file in it."));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(says(&harness, "There is no such file."));
    // A path that does not begin at the root is meant from the folder shown first.
    type_path(&mut harness, "open.scenario.ron");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!there_is(&harness, Role::TextInput, "Path"));
    press(&mut harness, Modifiers::COMMAND, Key::O);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!there_is(&harness, Role::TextInput, "Path"));
    assert_eq!(harness.state().workspace().documents().len(), 1);
}

#[test]
fn the_prompt_proposes_a_name_and_asks_before_it_replaces() {
    let folder = folder();
    let there = scenario(folder.path(), "protect-and-intensify.scenario.ron", 1);
    let before = fs::read_to_string(&there).expect("it was written");
    let mut harness = window_without_dialogs(there.clone());
    harness.state_mut().ask(Action::OpenPreset("protect-and-intensify"));
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("Protect and intensify!".to_owned()), None));
    harness.run();
    press(&mut harness, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert!(typed(&harness).ends_with("protect-and-intensify.scenario.ron"), "{}", typed(&harness));
    type_path(&mut harness, &folder.path().join("protect-and-intensify").to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(there_is(&harness, Role::Button, "Replace"));
    assert_eq!(Path::new(&typed(&harness)), there);
    assert_eq!(fs::read_to_string(&there).expect("it is there"), before);
    type_path(&mut harness, &folder.path().join("nowhere/plan").to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(says(&harness, &format!("There is no folder {}.", folder.path().join("nowhere").display())));
    type_path(&mut harness, &folder.path().join("plan 2.1").to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(folder.path().join("plan 2.1.scenario.ron").exists());
    assert!(!there_is(&harness, Role::TextInput, "Path"));
}

#[test]
fn what_is_saved_before_closing_is_asked_for_in_the_prompt_too() {
    let folder = folder();
    let mut harness = window();
    harness.state_mut().use_chooser(Chooser::Prompt);
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle("Precious".to_owned()), None));
    harness.run();
    for path in [None, Some(folder.path().join("kept"))] {
        press(&mut harness, Modifiers::COMMAND, Key::W);
        harness.state_mut().ask(Action::Answer(Answer::Save));
        harness.run();
        assert!(typed(&harness).ends_with("precious.scenario.ron"), "{}", typed(&harness));
        assert_eq!(harness.state().workspace().document().title(), "Precious");
        match path {
            None => the(&harness, Role::Button, "Cancel").click(),
            Some(path) => {
                type_path(&mut harness, &path.to_string_lossy());
                the(&harness, Role::Button, "Save").click();
            }
        }
        harness.run();
    }
    assert_ne!(harness.state().workspace().document().title(), "Precious");
    assert!(folder.path().join("kept.scenario.ron").exists());
}

#[test]
fn a_completed_name_that_is_taken_is_asked_about_at_once() {
    let folder = folder();
    let there = scenario(folder.path(), "plan.scenario.ron", 1);
    let mut harness = window();
    let id = harness.state().workspace().document().id;
    harness.state_mut().ask(Action::AskToReplace(id, there.clone(), AfterSave::Stay));
    harness.run();
    the(&harness, Role::Button, "Replace").click();
    harness.run();
    assert_eq!(harness.state().workspace().paths(), [there]);
}
