//! Documents are written while the window goes on: what is shown meanwhile, what is
//! saved then, and what waits for it.

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{ViewportCommand, ViewportId};
use egui_kittest::Harness;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, AfterSave, Answer};
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::document::Document;
use tempfile::TempDir;

use crate::open::{ByHand, closes, says, there_is, window};

/// A window with a document that is not saved, its file-to-be, and the hand that writes.
fn unsaved() -> (Harness<'static, App>, ByHand, PathBuf, TempDir) {
    let mut all = untouched();
    rename(&mut all.0, "First");
    all
}

/// The same with the document that a window opens on.
fn untouched() -> (Harness<'static, App>, ByHand, PathBuf, TempDir) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("mine.ron");
    let hand = ByHand::default();
    let mut harness = window();
    let ctx = harness.ctx.clone();
    let hired = hand.clone();
    harness.state_mut().save_with(&ctx, move || Box::new(hired.clone()));
    (harness, hand, path, folder)
}

fn rename(harness: &mut Harness<'_, App>, title: &str) {
    harness.state_mut().ask(Action::Edit(ScenarioEdit::SetTitle(title.to_owned()), None));
    harness.run();
}

fn document<'a>(harness: &'a Harness<'_, App>) -> &'a Document {
    harness.state().workspace().document()
}

fn save(harness: &mut Harness<'_, App>, path: &std::path::Path) {
    let id = document(harness).id;
    harness.state_mut().ask(Action::SaveTo(id, path.to_owned(), AfterSave::Stay));
    harness.run();
}

/// The hand writes, and the window hears of it.
fn write(harness: &mut Harness<'_, App>, hand: &ByHand) {
    hand.work();
    harness.step();
    harness.run();
}

#[test]
fn the_window_goes_on_and_what_was_changed_meanwhile_is_unsaved() {
    let (mut harness, hand, path, _folder) = unsaved();
    save(&mut harness, &path);
    assert_eq!(document(&harness).whereabouts(), format!("{} – saving…", path.display()));
    assert!(document(&harness).would_lose_work() && !path.exists(), "nobody has written yet");
    rename(&mut harness, "Second");
    write(&mut harness, &hand);
    let text = fs::read_to_string(&path).expect("it was written");
    assert!(text.contains("First") && !text.contains("Second"), "as it was when it was saved: {text}");
    assert_eq!(document(&harness).path(), Some(path.as_path()));
    assert_eq!(document(&harness).whereabouts(), format!("{} – not saved", path.display()));
    save(&mut harness, &path);
    write(&mut harness, &hand);
    assert!(fs::read_to_string(&path).expect("it is there").contains("Second"));
    assert!(!document(&harness).would_lose_work());
}

#[test]
fn of_two_saves_the_second_is_what_the_file_says_in_the_end() {
    let (mut harness, hand, path, _folder) = unsaved();
    save(&mut harness, &path);
    rename(&mut harness, "Second");
    save(&mut harness, &path);
    write(&mut harness, &hand);
    assert!(fs::read_to_string(&path).expect("it was written").contains("Second"));
    assert!(!document(&harness).would_lose_work() && !document(&harness).is_saving());
}

#[test]
fn closing_a_document_waits_for_its_file_and_asks_whoever_does_not_want_to() {
    let (mut harness, hand, path, _folder) = unsaved();
    let id = document(&harness).id;
    save(&mut harness, &path);
    harness.state_mut().ask(Action::CloseDocument(id));
    harness.run();
    assert!(harness.state().workspace().find(id).is_some());
    assert!(!there_is(&harness, Role::Button, "Close without saving"), "it is being saved");
    assert!(says(&harness, "Closes as soon as First is saved. Close again to be asked."));
    harness.state_mut().ask(Action::CloseDocument(id));
    harness.run();
    assert!(there_is(&harness, Role::Button, "Close without saving"));
    harness.state_mut().ask(Action::Answer(Answer::Cancel));
    harness.run();
    write(&mut harness, &hand);
    assert!(harness.state().workspace().find(id).is_some(), "who cancels does not want to close");
    rename(&mut harness, "Second");
    save(&mut harness, &path);
    harness.state_mut().ask(Action::CloseDocument(id));
    harness.run();
    write(&mut harness, &hand);
    assert!(harness.state().workspace().find(id).is_none(), "it closed once it was saved");
    assert!(fs::read_to_string(&path).expect("it was written").contains("Second"));
}

#[test]
fn the_window_closes_once_the_file_is_written_and_nothing_is_lost() {
    let (mut harness, hand, path, _folder) = unsaved();
    save(&mut harness, &path);
    assert!(!closes(&mut harness), "it waits");
    assert!(!there_is(&harness, Role::Button, "Close without saving"));
    hand.work();
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::Close), "{commands:?}");
    assert!(closes(&mut harness));
    assert!(fs::read_to_string(&path).expect("it was written").contains("First"));
}

#[test]
fn what_has_not_been_touched_is_waited_for_too() {
    let (mut harness, hand, path, _folder) = untouched();
    let id = document(&harness).id;
    assert!(!document(&harness).would_lose_work());
    save(&mut harness, &path);
    let close = |harness: &mut Harness<'_, App>| {
        harness.state_mut().ask(Action::CloseDocument(id));
        harness.run();
        harness.state().workspace().find(id).is_none()
    };
    assert!(!close(&mut harness) && !there_is(&harness, Role::Button, "Close without saving"), "it waits");
    assert!(!close(&mut harness) && there_is(&harness, Role::Button, "Close without saving"), "it asks");
    harness.state_mut().ask(Action::Answer(Answer::Cancel));
    harness.state_mut().ask(Action::OpenPreset("reference"));
    harness.run();
    assert!(harness.state().workspace().find(id).is_some(), "it does not make way for another");
    assert!(!closes(&mut harness) && !path.exists(), "the window waits, too");
    write(&mut harness, &hand);
    assert!(path.exists() && closes(&mut harness));
}

#[test]
fn that_a_document_was_not_saved_is_said_until_that_one_is() {
    let (mut harness, hand, path, folder) = unsaved();
    let lost = folder.path().join("no such folder").join("lost.ron");
    save(&mut harness, &lost);
    write(&mut harness, &hand);
    let first = document(&harness).id;
    assert!(there_is(&harness, Role::Button, "Try again lost.ron"));
    harness.state_mut().ask(Action::Create { title: "Other".to_owned(), cities: vec!["london".to_owned()] });
    harness.run();
    save(&mut harness, &path);
    write(&mut harness, &hand);
    assert!(path.exists() && there_is(&harness, Role::Button, "Try again lost.ron"), "another one was saved");
    harness.state_mut().ask(Action::CloseDocument(first));
    harness.run();
    harness.state_mut().ask(Action::Answer(Answer::Discard));
    harness.run();
    assert!(harness.state().workspace().find(first).is_none());
    assert!(!there_is(&harness, Role::Button, "Try again lost.ron"), "there is nothing to try again");
}

#[test]
fn a_file_that_cannot_be_written_is_told_when_that_is_known() {
    let (mut harness, hand, path, folder) = unsaved();
    save(&mut harness, &path);
    // The drive goes away.
    drop(folder);
    write(&mut harness, &hand);
    assert!(document(&harness).would_lose_work() && !document(&harness).is_saving());
    assert_eq!(document(&harness).path(), None, "it keeps the file it had");
    assert!(there_is(&harness, Role::Button, "Try again mine.ron"));
}
