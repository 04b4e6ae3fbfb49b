//! The palette: everything by name and by key.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::session::view::{Place, Tab};
use making_room::text::Language;

use crate::open::{the, there_is, window};

fn open() -> Harness<'static, App> {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness
}

fn type_words(harness: &mut Harness<'static, App>, words: &str) {
    the(harness, Role::TextInput, "Find a command, city, lever or preset").type_text(words);
    harness.run();
}

#[test]
fn every_command_is_there_with_its_keys() {
    let harness = open();
    for command in UiCommand::all().filter(|command| *command != UiCommand::Palette) {
        let words = command.text();
        let listed = by().role(Role::Button).predicate(move |node| {
            node.label().is_some_and(|label| label == words || label.starts_with(&format!("{words}, ")))
        });
        assert!(harness.query_all(listed).next().is_some(), "{words}");
    }
}

#[test]
fn some_letters_and_enter_do_it() {
    let mut harness = open();
    type_words(&mut harness, "budg");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Budget);
    assert!(!there_is(&harness, Role::TextInput, "Find a command, city, lever or preset"), "it is closed");
}

#[test]
fn arrows_choose_and_escape_leaves_all_as_it_was() {
    let mut harness = open();
    let (view, title) =
        (harness.state().workspace().view.clone(), harness.state().workspace().document().title().to_owned());
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().workspace().view, view);
    assert_eq!(harness.state().workspace().document().title(), title);
    assert!(!there_is(&harness, Role::TextInput, "Find a command, city, lever or preset"));
}

/// The row that Enter would take.
fn chosen(harness: &Harness<'static, App>) -> String {
    let chosen = by().role(Role::Button).predicate(|node| {
        let in_dialog = std::iter::successors(node.parent(), AccessKitNode::parent).any(|n| n.role() == Role::Dialog);
        in_dialog && node.toggled() == Some(Toggled::True)
    });
    let mut chosen = harness.query_all(chosen).filter_map(|node| node.accesskit_node().label());
    let only = chosen.next().expect("a row is chosen");
    assert_eq!(chosen.next(), None);
    only
}

#[test]
fn keys_that_come_faster_than_frames_all_count() {
    let press = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let keys = [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp];

    let mut slowly = open();
    type_words(&mut slowly, "theme");
    let first = chosen(&slowly);
    for key in keys {
        slowly.key_press(key);
        slowly.run();
    }
    assert_ne!(chosen(&slowly), first);

    let mut fast = open();
    let events = &mut fast.input_mut().events;
    events.push(Event::Text("theme".to_owned()));
    events.extend(keys.map(press));
    fast.run();
    assert_eq!(chosen(&fast), chosen(&slowly));
}

#[test]
fn a_city_is_found_by_the_pointer_too() {
    let mut harness = open();
    type_words(&mut harness, "brussels");
    the(&harness, Role::Button, "Brussels, city").click();
    harness.run();
    assert_eq!(harness.state().workspace().view.place, Place::City("brussels".to_owned()));
}

#[test]
fn cities_and_presets_are_found_by_their_names_in_the_language() {
    let mut harness = window();
    harness.state_mut().ask(Action::Language(Language::Fr));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    for name in ["Bruxelles, ville", "Référence, scénario fourni"] {
        assert!(there_is(&harness, Role::Button, name), "{name}");
    }
}

#[test]
fn themes_are_chosen_by_name_and_high_contrast_changes_what_is_drawn() {
    let mut harness = open();
    let ground = |harness: &Harness<'static, App>| harness.ctx.global_style().visuals.panel_fill;
    type_words(&mut harness, "theme dark");
    harness.key_press(Key::Enter);
    harness.run();
    let dark = ground(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    type_words(&mut harness, "high contrast");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.ctx.theme(), Theme::Dark);
    assert_ne!(ground(&harness), dark);
    // One key leads to light from any dark theme, and back to the ordinary one.
    for expected in [Theme::Light, Theme::Dark] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        harness.run();
        assert_eq!(harness.ctx.theme(), expected);
    }
    assert_eq!(ground(&harness), dark);
}
