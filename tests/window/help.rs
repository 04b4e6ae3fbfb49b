//! Help: opened by key, read by its parts, and out of the way again.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::command::UiCommand;
use making_room::model::indicators::Indicator;
use making_room::session::help::{Section, glossary};
use making_room::session::view::Tab;

use crate::open::{says, the, there_is, window, window_of};

fn open_at(section: Section) -> Harness<'static, App> {
    let mut harness = window();
    harness.state_mut().ask(UiCommand::HelpOn(section).into());
    harness.run();
    harness
}

#[test]
fn a_key_opens_it_and_the_same_key_or_escape_closes_it() {
    let mut harness = window();
    for close in [Key::F1, Key::Escape] {
        harness.key_press(Key::F1);
        harness.run();
        assert!(there_is(&harness, Role::Window, "Help"));
        assert!(the(&harness, Role::Tab, "First steps").accesskit_node().is_focused(), "it can be read by keys");
        harness.key_press(close);
        harness.run();
        assert!(!there_is(&harness, Role::Window, "Help"), "{close:?}");
    }
}

#[test]
fn it_goes_on_where_it_was_and_gives_the_keyboard_back() {
    let mut harness = window();
    the(&harness, Role::Tab, "Why").focus();
    harness.run();
    harness.key_press(Key::F1);
    harness.run();
    the(&harness, Role::Tab, "About Making Room").click();
    harness.run();
    the(&harness, Role::Button, "Close help").click();
    harness.run();
    assert!(the(&harness, Role::Tab, "Why").accesskit_node().is_focused());
    harness.key_press(Key::F1);
    harness.run();
    assert!(says(&harness, "Licence of the faces"), "it is open where it was read");
}

#[test]
fn the_window_can_be_used_beside_it() {
    let mut harness = open_at(Section::Start);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num8);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Budget);
    assert!(there_is(&harness, Role::Window, "Help"));
}

#[test]
fn about_shows_whose_data_and_faces_these_are() {
    let harness = open_at(Section::About);
    for words in ["Data", "Faces", "Licence of the faces"] {
        assert!(says(&harness, words), "{words}");
    }
}

#[test]
fn a_heading_of_the_model_document_leads_to_it() {
    let mut harness = open_at(Section::Model);
    the(&harness, Role::Button, "Principles").click();
    harness.run();
    let workspace = harness.state().workspace();
    assert_eq!((workspace.view.tab, workspace.reading.as_str()), (Tab::Model, "Principles"));
    assert!(!there_is(&harness, Role::Window, "Help"), "it does not lie over what it leads to");
}

#[test]
fn it_stays_within_a_small_window() {
    for size in [[1024.0, 700.0], [512.0, 350.0]] {
        let mut harness = window_of(size, Vec::new());
        harness.key_press(Key::F1);
        harness.run();
        let rect = the(&harness, Role::Window, "Help").rect();
        let room = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, size.into());
        assert!(room.contains_rect(rect), "{size:?}: {rect}");
        assert!(room.contains_rect(the(&harness, Role::Button, "Close help").rect()));
    }
}

#[test]
fn the_glossary_is_searched_and_leads_to_the_source_of_an_entry() {
    let mut harness = open_at(Section::Glossary);
    assert!(says(&harness, "Additionality"), "it begins with its first word");
    the(&harness, Role::TextInput, "Find a word").focus();
    harness.run();
    the(&harness, Role::TextInput, "Find a word").type_text("NO NET LOSS");
    harness.run();
    assert!(says(&harness, "No net loss") && !says(&harness, "Additionality"));
    let key = "lit-38";
    let citation = harness.state().workspace().shared().source(None, key).expect("it is there").citation.clone();
    the(&harness, Role::Button, &format!("Source: {citation}")).click();
    harness.run();
    let workspace = harness.state().workspace();
    assert_eq!(workspace.view.tab, Tab::Sources);
    assert!(workspace.search.chosen.is_some());
}

#[test]
fn every_command_with_keys_is_among_the_shortcuts() {
    let harness = open_at(Section::Shortcuts);
    for command in UiCommand::all() {
        let keys = command.keys(&harness.ctx);
        if !keys.is_empty() {
            let has = |words: &str| harness.query_all(by().role(Role::Label).value(words)).next().is_some();
            assert!(has(&keys) && has(command.text()), "{command:?}");
        }
    }
    assert!(says(&harness, "back to adopted policy"), "the keys of sliders are there as well");
}

/// The key that opens Help leads from a card to its word.
#[test]
fn a_card_leads_to_its_word_in_the_glossary() {
    let mut harness = window();
    let card = "Vacancy, London, 2040";
    the(&harness, Role::Meter, card).focus();
    harness.run();
    harness.key_press(Key::F1);
    harness.run();
    assert!(the(&harness, Role::Tab, "Glossary").accesskit_node().is_focused());
    let vacancy = glossary::of_indicator(Indicator::Vacancy).expect("it has a word");
    assert!(says(&harness, vacancy.words()));
    assert_eq!(harness.state().workspace().help.sought, vacancy.term());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(the(&harness, Role::Meter, card).accesskit_node().is_focused(), "the keyboard is back");
    // By pointer, from the menu of the card.
    the(&harness, Role::Meter, "Homes forgone, London, 2040").click_secondary();
    harness.run();
    the(&harness, Role::Button, "In the glossary F1").click();
    harness.run();
    let homes = glossary::of_indicator(Indicator::HomesForgone).expect("it has a word");
    assert!(says(&harness, homes.words()));
}
