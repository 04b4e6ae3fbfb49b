//! Charts: the read-out of a year by pointer and by keys, zoom, the line before the
//! last change, the marks of levers, the spoken summary.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::view::Place;

use crate::open::{button, says, the, there_is, window};

const JOBS: &str = "Chart: Manufacturing jobs, London. Arrow keys move the year";
const FLOORSPACE: &str = "Chart: Industrial floorspace, London. Arrow keys move the year";
const BEFORE: &str = "Before the last change";

/// A place in the drawing of a chart, as shares of its width and height.
fn place(harness: &Harness<'_, App>, chart: &str, x: f32, y: f32) -> Pos2 {
    let rect = the(harness, Role::Figure, chart).rect();
    pos2(rect.left() + rect.width() * x, rect.top() + rect.height() * y)
}

fn hover(harness: &mut Harness<'_, App>, chart: &str, x: f32) {
    harness.hover_at(place(harness, chart, x, 0.5));
    harness.run();
}

fn drag(harness: &mut Harness<'_, App>, chart: &str, from: f32, to: &[f32]) {
    let at = |harness: &Harness<'_, App>, x| place(harness, chart, x, 0.5);
    hover(harness, chart, from);
    harness.drag_at(at(harness, from));
    harness.run();
    for x in to {
        harness.hover_at(at(harness, *x));
        harness.run();
    }
    harness.drop_at(at(harness, *to.last().expect("a drag goes somewhere")));
    harness.run();
}

fn click(harness: &mut Harness<'_, App>, at: Pos2) {
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn set(harness: &mut Harness<'_, App>, id: LeverId, level: f64) {
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
    harness.state_mut().ask(Action::Edit(edit, None));
    harness.run();
}

fn year(harness: &Harness<'_, App>) -> i32 {
    harness.state().workspace().view.year
}

fn years(harness: &Harness<'_, App>) -> Option<(i32, i32)> {
    harness.state().workspace().view.years
}

fn summary(harness: &Harness<'_, App>, chart: &str) -> String {
    let node = the(harness, Role::Figure, chart);
    node.accesskit_node().data().description().expect("it has a description").to_owned()
}

#[test]
fn hovering_shows_every_series_of_a_year_and_leaving_hides_it() {
    let mut harness = window();
    assert!(!says(&harness, "Against the reference"));
    hover(&mut harness, JOBS, 0.8);
    for label in ["Scenario", "80\u{a0}% range", "Median", "Reference", "Against the reference", "Forecast of 2017"] {
        assert!(says(&harness, label), "{label}");
    }
    hover(&mut harness, JOBS, 0.4);
    assert!(!says(&harness, "Against the reference"), "no projection in the past");
    harness.hover_at(pos2(2.0, 2.0));
    harness.run();
    assert!(!says(&harness, "Median"));
}

#[test]
fn a_click_chooses_the_year_and_its_line_can_be_dragged() {
    let mut harness = window();
    let at = place(&harness, JOBS, 0.7, 0.5);
    click(&mut harness, at);
    let chosen = year(&harness);
    assert_ne!(chosen, 2040);
    drag(&mut harness, JOBS, 0.7, &[0.72, 0.75, 0.8]);
    assert!(year(&harness) > chosen, "{} {chosen}", year(&harness));
    assert_eq!(years(&harness), None, "the line was dragged, no box drawn");
}

#[test]
fn arrows_home_and_end_move_the_year_of_a_chart_with_the_keyboard_and_read_it_out() {
    let mut harness = window();
    the(&harness, Role::Figure, JOBS).focus();
    harness.run();
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(year(&harness), 2042);
    assert!(says(&harness, "Against the reference"), "the keys read it out");
    press(&mut harness, Key::PageDown);
    assert_eq!(year(&harness), 2037);
    press(&mut harness, Key::End);
    assert_eq!(year(&harness), 2050);
    press(&mut harness, Key::Home);
    let first = harness.state().workspace().document().scenario().cities["london"].start;
    assert_eq!(year(&harness), first, "a year that is projected");
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Reference"), "without the keyboard nothing is read out");
}

#[test]
fn a_box_zooms_every_chart_and_a_button_brings_all_years_back() {
    let mut harness = window();
    drag(&mut harness, JOBS, 0.3, &[0.4, 0.5, 0.6]);
    let (first, last) = years(&harness).expect("the charts are zoomed");
    assert!(first > 1995 && last < 2040 && last - first >= 4, "{first} {last}");
    assert_eq!(year(&harness), 2040, "a box chooses no year");
    for chart in ["Manufacturing jobs, London", "Industrial floorspace, London", "Real rent, London"] {
        assert!(there_is(&harness, Role::Button, &format!("All years again, {chart}")), "{chart}");
    }
    the(&harness, Role::Button, "All years again, Industrial floorspace, London").click();
    harness.run();
    assert_eq!(years(&harness), None);
    assert!(!there_is(&harness, Role::Button, "All years again, Manufacturing jobs, London"));
    // The document knows nothing of it.
    assert!(harness.state().workspace().document().history().undo_change().is_none());
}

#[test]
fn control_and_the_wheel_zoom_around_the_pointer_and_a_double_click_resets() {
    let mut harness = window();
    hover(&mut harness, FLOORSPACE, 0.8);
    for _ in 0..6 {
        harness.event(Event::Zoom(1.2));
        harness.run();
    }
    let (first, last) = years(&harness).expect("the charts are zoomed");
    assert!(first > 1990 && last - first < 40, "{first} {last}");
    let at = place(&harness, FLOORSPACE, 0.5, 0.5);
    let before = year(&harness);
    // Faster than the steps of the harness are.
    let clicks = [true, false, true, false].map(|pressed| button(pressed, at));
    harness.input_mut().events.push(Event::PointerMoved(at));
    harness.input_mut().events.extend(clicks);
    harness.step();
    harness.run();
    assert_eq!((years(&harness), year(&harness)), (None, before), "a double click chooses no year");
}

#[test]
fn the_wheel_alone_scrolls_the_page() {
    let mut harness = window();
    hover(&mut harness, FLOORSPACE, 0.5);
    harness.event(Event::MouseWheel {
        unit: eframe::egui::MouseWheelUnit::Point,
        delta: eframe::egui::vec2(0.0, -60.0),
        phase: eframe::egui::TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert_eq!((years(&harness), year(&harness)), (None, 2040));
}

#[test]
fn keys_zoom_around_the_chosen_year_and_the_command_brings_all_years_back() {
    let mut harness = window();
    the(&harness, Role::Figure, JOBS).focus();
    harness.run();
    press(&mut harness, Key::Plus);
    press(&mut harness, Key::Plus);
    let (first, last) = years(&harness).expect("the charts are zoomed");
    assert!(first > 1990 && (first..=last).contains(&2040), "{first} {last}");
    press(&mut harness, Key::Minus);
    assert!(years(&harness).is_none_or(|(wider, _)| wider < first));
    press(&mut harness, Key::Num0);
    assert_eq!(years(&harness), None);
    press(&mut harness, Key::Plus);
    harness.state_mut().ask(UiCommand::AllYears.into());
    harness.run();
    assert_eq!(years(&harness), None);
}

#[test]
fn the_line_before_a_change_is_read_out_until_a_moment_of_rest() {
    let mut harness = window();
    hover(&mut harness, JOBS, 0.8);
    assert!(!says(&harness, BEFORE), "nothing was changed");
    set(&mut harness, LeverId::CapitalGrants, 25.0);
    assert!(says(&harness, BEFORE));
    // A step is a quarter of a second.
    harness.run_steps(40);
    assert!(!says(&harness, BEFORE), "the eye has had its time");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(says(&harness, BEFORE), "an undo leaves one, too");
}

#[test]
fn the_summary_says_what_the_line_does_the_change_and_when_levers_start() {
    let mut harness = window();
    let words = summary(&harness, JOBS);
    for part in ["The scenario ", "2040: ", "against the reference", "80\u{a0}% range of the effect", "levers start"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(summary(&harness, FLOORSPACE).contains("observation"), "thin data is told");
    harness.state_mut().ask(Action::Year(2030));
    harness.run();
    assert!(summary(&harness, JOBS).contains("2030: "));
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    for city in ["London", "Brussels", "Rotterdam"] {
        let name = format!("Chart: Manufacturing jobs, {city}. Arrow keys move the year");
        assert!(summary(&harness, &name).contains("2030: "), "{city}");
    }
}

#[test]
fn levers_that_start_are_named_in_the_read_out_of_their_year() {
    let mut harness = window();
    harness.state_mut().ask(Action::OpenPreset("reference"));
    harness.run();
    set(&mut harness, LeverId::CapitalGrants, 25.0);
    let scenario = harness.state().workspace().document().scenario();
    let start = scenario.setting("london", LeverId::CapitalGrants).expect("it was set").start;
    let name = LeverId::CapitalGrants.spec().name;
    assert!(summary(&harness, JOBS).contains(&format!("{name} starts in {start}.")), "{}", summary(&harness, JOBS));
    harness.state_mut().ask(Action::Year(start));
    the(&harness, Role::Figure, JOBS).focus();
    harness.run();
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::ArrowRight);
    assert!(says(&harness, &format!("Starts: {name}")));
}
