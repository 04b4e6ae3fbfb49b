//! What is typed in a field belongs to the document that it was typed for, and is there
//! before anything is done with that document.

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, Answer};
use making_room::gui::app::command::UiCommand;
use making_room::session::view::Tab;

use crate::open::{closes, says, the, there_is, window_of};

const WORDS: &str = "The works by the canal stay.";

/// A window on two files, the first in front with its notes in view; and their folder.
fn writing() -> (Harness<'static, App>, [PathBuf; 2], tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let files = ["first", "second"].map(|name| folder.path().join(format!("{name}.scenario.ron")));
    for (file, preset) in files.iter().zip(["circular-city", "makers-renaissance"]) {
        let preset = making_room::scenario::presets::find(preset).expect("it is shipped");
        fs::write(file, preset.text()).expect("it can be written");
    }
    let mut harness = window_of([1280.0, 800.0], files.to_vec());
    let first = harness.state().workspace().documents()[0].id;
    harness.state_mut().ask(Action::SelectDocument(first));
    harness.state_mut().ask(Action::Show(Tab::About));
    harness.run();
    (harness, files, folder)
}

/// Writes into a field, and stays there.
fn write(harness: &mut Harness<'_, App>, field: &str, words: &str) {
    let role = if field == "Notes" { Role::MultilineTextInput } else { Role::TextInput };
    the(harness, role, field).focus();
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.step();
    the(harness, role, field).type_text(words);
    harness.step();
    harness.step();
}

/// Title and notes of a document, by its place.
fn held(harness: &Harness<'_, App>, at: usize) -> (String, String) {
    let scenario = harness.state().workspace().documents()[at].scenario();
    (scenario.title.clone(), scenario.notes.clone())
}

#[test]
fn it_stays_with_its_document_when_another_is_chosen() {
    for field in ["Notes", "Title of the scenario"] {
        let (mut harness, ..) = writing();
        let second = held(&harness, 1);
        write(&mut harness, field, WORDS);
        the(&harness, Role::Button, &second.0).click();
        harness.run();
        assert_eq!(harness.state().workspace().document().scenario().title, second.0, "the other is in front");
        let first = held(&harness, 0);
        assert_eq!(if field == "Notes" { first.1 } else { first.0 }, WORDS);
        assert_eq!(held(&harness, 1), second, "{field} of the other are as they were");
    }
}

#[test]
fn a_level_that_was_typed_stays_with_its_document() {
    let (mut harness, ..) = writing();
    let other = harness.state().workspace().documents()[1].scenario().clone();
    write(&mut harness, "Protected share of industrial land, London, value", "12");
    the(&harness, Role::Button, &other.title).click();
    harness.run();
    let documents = harness.state().workspace().documents();
    let level = |at: usize| {
        let lever = making_room::model::levers::LeverId::ProtectedShare;
        documents[at].scenario().setting("london", lever).map(|setting| setting.level)
    };
    assert_eq!(level(0), Some(12.0));
    assert_eq!(*documents[1].scenario(), other);
}

#[test]
fn it_is_in_the_file_that_is_saved() {
    for by_key in [true, false] {
        let (mut harness, [file, _], _folder) = writing();
        write(&mut harness, "Notes", WORDS);
        if by_key {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        } else {
            harness.state_mut().ask(Action::Command(UiCommand::Save));
        }
        harness.run();
        let text = fs::read_to_string(&file).expect("it was written");
        assert!(text.contains(WORDS), "by key: {by_key}\n{text}");
        assert!(!harness.state().workspace().document().would_lose_work());
    }
}

#[test]
fn whoever_closes_or_quits_while_typing_is_asked() {
    for how in ["key", "cross", "quit", "system"] {
        let (mut harness, ..) = writing();
        let (title, _) = held(&harness, 0);
        write(&mut harness, "Notes", WORDS);
        match how {
            "key" => harness.key_press_modifiers(Modifiers::COMMAND, Key::W),
            "cross" => the(&harness, Role::Button, &format!("Close {title}")).click(),
            "quit" => harness.state_mut().ask(Action::Command(UiCommand::Quit)),
            _ => assert!(!closes(&mut harness)),
        }
        harness.run();
        if matches!(how, "quit" | "system") {
            // The window was asked to close once what was typed had been taken.
            assert!(!closes(&mut harness), "{how}");
        }
        assert!(says(&harness, &format!("Save changes to “{title}”?")), "{how}");
        harness.state_mut().ask(Action::Answer(Answer::Cancel));
        harness.run();
        assert_eq!(held(&harness, 0).1, WORDS, "{how}");
    }
}

#[test]
fn a_field_that_keeps_the_keyboard_does_not_keep_the_window_open() {
    let (mut harness, ..) = writing();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(there_is(&harness, Role::TextInput, "Find a command, city, lever or preset"));
    assert!(!closes(&mut harness), "what is typed is taken first");
    assert!(closes(&mut harness));
}

#[test]
fn it_is_taken_when_another_tab_is_shown() {
    let (mut harness, ..) = writing();
    write(&mut harness, "Notes", WORDS);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::all().nth(1).expect("there are two"));
    assert_eq!(held(&harness, 0).1, WORDS);
}

#[test]
fn notes_are_taken_whenever_the_writer_pauses() {
    let (mut harness, ..) = writing();
    let (_, before) = held(&harness, 0);
    write(&mut harness, "Notes", WORDS);
    assert_eq!(held(&harness, 0).1, before, "not with every letter");
    // A step of the harness is a quarter of a second.
    for _ in 0..10 {
        harness.step();
    }
    assert_eq!(held(&harness, 0).1, WORDS);
    the(&harness, Role::MultilineTextInput, "Notes").type_text(" So do the yards.");
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert_eq!(held(&harness, 0).1, format!("{WORDS} So do the yards."));
    harness.state_mut().ask(Action::Command(UiCommand::Undo));
    harness.run();
    assert_eq!(held(&harness, 0).1, WORDS, "each pause is a step of undo");
}

#[test]
fn notes_that_are_refused_stay_in_their_field() {
    let (mut harness, ..) = writing();
    let (_, before) = held(&harness, 0);
    let long = "a".repeat(20_001);
    write(&mut harness, "Notes", &long);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    assert_eq!(held(&harness, 0).1, before);
    assert!(harness.state().refusal().is_some());
    harness.state_mut().ask(Action::Show(Tab::About));
    harness.run();
    let field = the(&harness, Role::MultilineTextInput, "Notes");
    assert_eq!(field.accesskit_node().value().map(|text| text.len()), Some(long.len()));
    assert!(!there_is(&harness, Role::Button, "Close without saving"));
}
