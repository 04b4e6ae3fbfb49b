//! Charts taken away: copied and saved by name, by menu and by key.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use making_room::gui::app::App;
use making_room::gui::dialogs::Chooser;

use crate::open::{ByHand, closes, says, the, there_is, window};

const CHART: &str = "Chart: Manufacturing jobs, London. Arrow keys move the year";
const BUTTON: &str = "Copy or save Manufacturing jobs, London";

fn choose(harness: &mut Harness<'_, App>, item: &str) {
    the(harness, Role::Button, BUTTON).click();
    harness.run();
    the(harness, Role::Button, item).click();
    harness.run();
}

/// What the last frames put into the clipboard.
fn copied(harness: &Harness<'_, App>) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn the_numbers_go_to_the_clipboard_by_menu_and_by_key() {
    let mut harness = window();
    the(&harness, Role::Button, BUTTON).click();
    harness.run();
    the(&harness, Role::Button, "Copy the numbers (CSV)").click();
    // The click is answered in the frame in which the button is let go.
    let mut text = None;
    for _ in 0..4 {
        harness.step();
        text = text.or_else(|| copied(&harness));
    }
    let by_menu = text.expect("it was copied");
    assert!(by_menu.starts_with("city,indicator,unit,year,reference,scenario,p10,p50,p90,"), "{by_menu}");
    assert!(by_menu.lines().any(|line| line.starts_with("london,manufacturing_jobs,jobs,2040,")), "{by_menu}");
    assert!(says(&harness, "Manufacturing jobs, London: the numbers are in the clipboard."));
    assert!(!there_is(&harness, Role::Button, "Copy the numbers (CSV)"), "the menu has closed");
    the(&harness, Role::Figure, CHART).focus();
    harness.run();
    harness.event(Event::Copy);
    let mut text = None;
    for _ in 0..3 {
        harness.step();
        text = text.or_else(|| copied(&harness));
    }
    assert_eq!(text.as_deref(), Some(by_menu.as_str()));
}

#[test]
fn a_chart_is_saved_under_a_name_that_says_what_it_is_at_the_chosen_size() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut harness = window();
    harness.state_mut().use_chooser(Chooser::Prompt);
    the(&harness, Role::Button, BUTTON).click();
    harness.run();
    the(&harness, Role::RadioButton, "800 × 500 pixels").click();
    harness.run();
    the(&harness, Role::Button, "Save as picture (PNG)…").click();
    harness.run();
    let proposed = the(&harness, Role::TextInput, "Path").value().expect("a field has a value");
    assert!(proposed.ends_with("manufacturing-jobs-london.png"), "{proposed}");
    let path = folder.path().join("jobs");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(&harness, Role::TextInput, "Path").type_text(&path.to_string_lossy());
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let bytes = fs::read(folder.path().join("jobs.png")).expect("it was written, with its ending");
    assert_eq!(&bytes[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (800, 500));
    assert!(says(&harness, &format!("Saved: {}", folder.path().join("jobs.png").display())));
    // The next one begins in the same folder.
    choose(&mut harness, "Save as drawing (SVG)…");
    let proposed = the(&harness, Role::TextInput, "Path").value().expect("a field has a value");
    assert_eq!(proposed, folder.path().join("manufacturing-jobs-london.svg").to_string_lossy());
    harness.key_press(Key::Enter);
    harness.run();
    let svg = fs::read_to_string(&proposed).expect("it was written");
    assert!(svg.contains(">Manufacturing jobs, London</text>") && svg.contains("width=\"800\""), "{svg}");
}

#[test]
fn a_place_that_cannot_be_written_is_said_and_a_file_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let there = folder.path().join("there.csv");
    fs::write(&there, "mine").expect("it can be written");
    let mut harness = window();
    harness.state_mut().use_chooser(Chooser::Prompt);
    choose(&mut harness, "Save the numbers (CSV)…");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(&harness, Role::TextInput, "Path").type_text(&there.to_string_lossy());
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(fs::read_to_string(&there).expect("it is there"), "mine");
    assert!(there_is(&harness, Role::Button, "Replace"));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(fs::read_to_string(&there).expect("it is there").starts_with("city,indicator"));
}

#[test]
fn another_width_can_be_typed_and_what_is_no_width_is_refused() {
    let mut harness = window();
    let width = |harness: &Harness<'_, App>| harness.state().workspace().view.picture_width;
    the(&harness, Role::Button, BUTTON).click();
    harness.run();
    for (typed, expected) in [("1234", 1234), ("9999999", 8000), ("wide", 8000)] {
        the(&harness, Role::TextInput, "Other width").focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        the(&harness, Role::TextInput, "Other width").type_text(typed);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(width(&harness), expected, "{typed}");
    }
    assert!(harness.state().refusal().is_some_and(|why| why.contains("200")));
}

#[test]
fn a_picture_is_drawn_while_the_window_goes_on_and_two_do_not_lose_each_other() {
    let hand = ByHand::default();
    let mut harness = window();
    let ctx = harness.ctx.clone();
    harness.state_mut().take_with(&ctx, Box::new(hand.clone()));
    choose(&mut harness, "Copy as picture (PNG)");
    assert_eq!(hand.waiting(), 1, "it was handed to somebody else");
    assert!(says(&harness, "Manufacturing jobs, London: being drawn…"));
    choose(&mut harness, "Copy as drawing (SVG)");
    assert_eq!(hand.waiting(), 2, "the second one waits behind the first");
    hand.work();
    harness.step();
    let commands = &harness.output().platform_output.commands;
    assert!(commands.iter().any(|command| matches!(command, OutputCommand::CopyImage(_))), "{commands:?}");
    assert!(copied(&harness).is_some_and(|text| text.contains("<svg")));
    harness.run();
    assert!(says(&harness, "Manufacturing jobs, London: the drawing is in the clipboard."));
}

#[test]
fn the_window_closes_once_a_chart_is_in_its_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let hand = ByHand::default();
    let mut harness = window();
    let ctx = harness.ctx.clone();
    harness.state_mut().take_with(&ctx, Box::new(hand.clone()));
    harness.state_mut().use_chooser(Chooser::Prompt);
    choose(&mut harness, "Save the numbers (CSV)…");
    let path = folder.path().join("jobs.csv");
    let field = the(&harness, Role::TextInput, "Path");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    the(&harness, Role::TextInput, "Path").type_text(&path.to_string_lossy());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!((hand.waiting(), path.exists()), (1, false));
    assert!(!closes(&mut harness), "it waits");
    assert!(says(&harness, "Closes as soon as Manufacturing jobs, London is saved. Close again to be asked."));
    hand.work();
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::Close), "{commands:?}");
    assert!(closes(&mut harness) && path.exists());
}
