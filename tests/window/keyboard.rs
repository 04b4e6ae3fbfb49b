//! The way of the keyboard: parts of the window, what comes into view, and where it
//! goes after a dialog.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use making_room::gui::app::App;

use crate::open::{the, there_is, window};

const LEVER: &str = "Protected share of industrial land, London";
const CARD: &str = "Manufacturing jobs, London, 2040";

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn has_keyboard(harness: &Harness<'_, App>, role: Role, name: &str) -> bool {
    the(harness, role, name).is_focused()
}

#[test]
fn f6_goes_through_the_parts_of_the_window_and_tab_into_each() {
    let mut harness = window();
    let parts = ["Menus and history", "Scenarios and cities", "What happens", "Levers", "Status line"];
    for part in parts.into_iter().chain([parts[0]]) {
        press(&mut harness, Modifiers::NONE, Key::F6);
        assert!(has_keyboard(&harness, Role::Group, part), "{part}");
    }
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(has_keyboard(&harness, Role::Button, "File"));
    assert!(!there_is(&harness, Role::Group, parts[0]), "a part is no stop of its own");
    press(&mut harness, Modifiers::NONE, Key::F6);
    assert!(has_keyboard(&harness, Role::Group, parts[1]), "from within a part to the next");
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert!(has_keyboard(&harness, Role::Group, parts[0]), "and back");
}

#[test]
fn a_dialog_and_a_menu_give_the_keyboard_back() {
    let mut harness = window();
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    for key in [Key::K, Key::N] {
        press(&mut harness, Modifiers::COMMAND, key);
        assert!(!has_keyboard(&harness, Role::Slider, LEVER), "{key:?} opens something");
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(has_keyboard(&harness, Role::Slider, LEVER), "after {key:?}");
    }
    the(&harness, Role::Button, "File").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(!has_keyboard(&harness, Role::Button, "File"), "it is in the menu");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(has_keyboard(&harness, Role::Button, "File"));
}

#[test]
fn what_has_the_keyboard_comes_into_view() {
    let mut harness = window();
    let bottom = |harness: &Harness<'_, App>, name: &str| the(harness, Role::Slider, name).rect().bottom();
    let last = "Inflation surprise, outlook";
    assert!(bottom(&harness, last) > 780.0, "it is out of view at first");
    the(&harness, Role::Slider, last).focus();
    harness.run();
    harness.run();
    assert!(bottom(&harness, last) < 780.0);
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    harness.run();
    assert!(the(&harness, Role::Slider, LEVER).rect().top() > 44.0, "and back up");
}

#[test]
fn page_keys_turn_pages_unless_a_control_has_a_use_for_them() {
    let mut harness = window();
    let top = |harness: &Harness<'_, App>| the(harness, Role::Meter, CARD).rect().top();
    let before = top(&harness);
    the(&harness, Role::Slider, LEVER).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!((top(&harness) - before).abs() < 1.0, "the slider took it");
    the(&harness, Role::Meter, CARD).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.run();
    assert!(top(&harness) < before - 100.0, "{} {before}", top(&harness));
}

#[test]
fn a_screen_reader_writes_into_a_field_without_going_there() {
    let mut harness = window();
    the(&harness, Role::TextInput, "Year").set_text_value_accesskit("2035");
    harness.run();
    assert!(there_is(&harness, Role::Meter, "Manufacturing jobs, London, 2035"));
}

#[test]
fn a_lever_is_found_in_the_palette() {
    let mut harness = window();
    press(&mut harness, Modifiers::COMMAND, Key::K);
    the(&harness, Role::TextInput, "Find a command, city, lever or preset").type_text("capital grants");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert!(has_keyboard(&harness, Role::Slider, "Capital grants to small manufacturers, London"));
}
