//! The guided tour: offered once, done with the real controls, never in their way.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Pos2, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::gui::tour::spot;
use making_room::session::tour::{Step, Tour, Touring};
use making_room::session::view::{Place, Tab};
use making_room::text::{Language, speak};

use crate::open::{says, the, there_is, window, window_of};

const OFFER: &str = "Take the guided tour (two minutes)";

fn begun(size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = window_of(size, Vec::new());
    harness.state_mut().ask(UiCommand::Tour.into());
    settle(&mut harness);
    harness
}

/// Until what had to scroll has scrolled.
fn settle(harness: &mut Harness<'static, App>) {
    harness.run_steps(6);
}

fn on(harness: &mut Harness<'static, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(harness);
}

fn step(harness: &Harness<'_, App>) -> Option<Step> {
    harness.state().workspace().tour.as_ref().map(Tour::step)
}

fn is_done(harness: &Harness<'_, App>) -> bool {
    harness.state().workspace().tour.as_ref().is_some_and(Tour::is_done)
}

/// The callout, by the number of its step.
fn callout(harness: &Harness<'_, App>, number: usize) -> Rect {
    let begins = format!("Guided tour, step {number} of 7: ");
    let group = by()
        .role(Role::Group)
        .predicate(move |node| node.label().is_some_and(|label| label.starts_with(begins.as_str())));
    harness.get(group).rect()
}

#[test]
fn it_is_offered_once_and_can_be_begun_again() {
    let mut harness = window();
    the(&harness, Role::Button, OFFER).click();
    settle(&mut harness);
    assert_eq!(step(&harness), Some(Step::Window));
    assert!(!there_is(&harness, Role::Button, OFFER), "whoever takes it needs no other offer");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(step(&harness), None);
    assert!(!there_is(&harness, Role::Button, OFFER));
    harness.key_press(Key::F1);
    harness.run();
    the(&harness, Role::Button, "Guided tour").click();
    settle(&mut harness);
    assert_eq!(step(&harness), Some(Step::Window));
    assert!(!there_is(&harness, Role::Window, "Help"), "Help does not lie over it");
}

#[test]
fn by_keyboard_alone_the_lever_is_moved_and_the_year_chosen() {
    let mut harness = begun([1280.0, 800.0]);
    assert!(the(&harness, Role::Button, "Next").accesskit_node().is_focused());
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(step(&harness), Some(Step::Lever));
    let before = harness.state().workspace().document().scenario().clone();
    assert!(the(&harness, Role::Button, "Take me there").accesskit_node().is_focused());
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let slider = "Re-provision on released sites, London";
    assert!(the(&harness, Role::Slider, slider).accesskit_node().is_focused());
    assert!(!is_done(&harness));
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    assert!(is_done(&harness) && says(&harness, "It has moved, and everything followed."));
    assert_ne!(harness.state().workspace().document().scenario(), &before, "the real lever has moved");
    on(&mut harness);
    assert_eq!(step(&harness), Some(Step::Card));
    on(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    settle(&mut harness);
    assert!(is_done(&harness) && says(&harness, "Cards and charts now show 2039."));
    on(&mut harness);
    assert_eq!(harness.state().workspace().view.tab, Tab::Why, "it shows the tab that it speaks of");
    on(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(is_done(&harness));
    assert_eq!(harness.state().workspace().document().scenario(), &before);
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    settle(&mut harness);
    assert_eq!(step(&harness), Some(Step::Why), "back by key");
    on(&mut harness);
    on(&mut harness);
    assert!(there_is(&harness, Role::Button, "Finish"));
    on(&mut harness);
    assert_eq!(step(&harness), None);
    assert!(says(&harness, "The tour is over. You find it again in Help (F1)."));
}

#[test]
fn the_control_can_be_used_by_the_pointer_while_it_is_spoken_of() {
    let mut harness = begun([1280.0, 800.0]);
    on(&mut harness);
    let slider = the(&harness, Role::Slider, "Re-provision on released sites, London").rect();
    harness.drag_at(slider.center());
    harness.run_steps(2);
    harness.drop_at(slider.center() - eframe::egui::vec2(40.0, 0.0));
    settle(&mut harness);
    assert!(is_done(&harness));
    for _ in 0..4 {
        on(&mut harness);
    }
    assert_eq!(step(&harness), Some(Step::Undo));
    let undo = "Undo: Re-provision on released sites, London (Ctrl+Z)";
    the(&harness, Role::Button, undo).click();
    settle(&mut harness);
    assert!(is_done(&harness) && says(&harness, "It is taken back."));
}

#[test]
fn escape_ends_it_at_every_step_but_leaves_a_field_first() {
    for steps in [0, 1, 4, 6] {
        let mut harness = begun([1280.0, 800.0]);
        for _ in 0..steps {
            on(&mut harness);
        }
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(step(&harness), None, "{steps}");
    }
    let mut harness = begun([1280.0, 800.0]);
    the(&harness, Role::TextInput, "Year").focus();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(step(&harness), Some(Step::Window), "the field was meant");
}

#[test]
fn it_goes_on_in_another_language_where_it_was() {
    let mut harness = begun([1280.0, 800.0]);
    on(&mut harness);
    harness.key_press(Key::ArrowRight);
    harness.state_mut().ask(Action::Language(Language::Fr));
    settle(&mut harness);
    assert_eq!(step(&harness), Some(Step::Lever));
    let name = "Visite guidée, étape 2 sur 7 : Actionner un levier";
    assert!(there_is(&harness, Role::Group, name));
    assert!(there_is(&harness, Role::Button, "Suivant"));
    speak(Language::En);
}

#[test]
fn whoever_looks_elsewhere_is_led_back() {
    let mut harness = begun([1280.0, 800.0]);
    harness.state_mut().ask(Action::Look(Place::All));
    harness.state_mut().ask(Action::Show(Tab::Sources));
    settle(&mut harness);
    assert!(spot::seen(&harness.ctx, Step::Window).is_none());
    the(&harness, Role::Button, "Take me there").click();
    settle(&mut harness);
    assert!(spot::seen(&harness.ctx, Step::Window).is_some());
}

/// From the smallest window at twice the size of everything to the largest screen.
#[test]
fn a_callout_is_in_the_window_beside_what_it_speaks_of_at_every_size() {
    for size in [[512.0, 350.0], [640.0, 400.0], [1024.0, 700.0], [1280.0, 800.0], [1920.0, 1080.0], [3840.0, 2160.0]] {
        let mut harness = begun(size);
        let room = Rect::from_min_size(Pos2::ZERO, size.into());
        for (at, step) in Step::all().enumerate() {
            let callout = callout(&harness, at + 1);
            let control = spot::seen(&harness.ctx, step);
            assert!(room.contains_rect(callout), "{size:?} {step:?}: {callout}");
            // In the smallest there is hardly a centre in which a chart could be: then it says how to get there.
            assert!(control.is_some() || size[0] < 1000.0, "{size:?}: {step:?} is not in view");
            assert!(control.is_none_or(|control| !callout.intersects(control)), "{size:?} {step:?}: {callout}");
            let next = if at + 1 < Step::COUNT { "Next" } else { "Finish" };
            let next = the(&harness, Role::Button, next).rect();
            assert!(callout.contains_rect(next), "{size:?} {step:?}: {next} in {callout}");
            harness.state_mut().ask(Action::Tour(Touring::Next));
            settle(&mut harness);
        }
    }
}

/// As little room as a small window has at twice the size.
#[test]
fn what_it_speaks_of_comes_into_view_in_the_smallest_window() {
    for size in [[640.0, 400.0], [512.0, 350.0]] {
        let mut harness = begun(size);
        let chart = "Chart: Manufacturing jobs, London. Arrow keys move the year";
        for wait in 0..4 {
            let seen = spot::seen(&harness.ctx, Step::Window)
                .unwrap_or_else(|| panic!("{size:?} after {wait}: {}", the(&harness, Role::Figure, chart).rect()));
            assert!(seen.height() > 80.0, "{size:?} {seen}");
            harness.run_steps(10);
        }
        assert!(!there_is(&harness, Role::Button, "Take me there"), "{size:?}");
    }
}
