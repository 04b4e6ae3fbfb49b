//! Nothing moves when what is worked out in the background arrives: where things are
//! does not change from before a change until all that follows from it is there.

use std::collections::BTreeMap;

use eframe::egui::Rect;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::scenario::document::Measure;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::preferences::Preferences;
use making_room::session::view::{Place, Tab};
use making_room::text::{Language, speak};

use crate::open::{ByHand, MEMBERS};

/// The tabs that show something of the background.
const TABS: [Tab; 7] =
    [Tab::Overview, Tab::Why, Tab::Changes, Tab::Compare, Tab::Budget, Tab::Stakeholders, Tab::Sectors];

/// Where the sentence about what just moved ends (points).
const STRIP: f32 = 136.0;

/// A window in which all that is worked out waits until it is told to.
fn window(size: [f32; 2], language: Language, worker: ByHand) -> Harness<'static, App> {
    let preferences = Preferences { welcomed: true, language: Some(language), ..Preferences::default() };
    let mut harness = Harness::builder().with_size(size).with_max_steps(8).build_eframe(move |cc| {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut app = App::new(&cc.egui_ctx, library, preferences, None, &[]);
        app.work_with(&cc.egui_ctx, Box::new(worker), MEMBERS);
        app
    });
    harness.run_steps(3);
    harness
}

fn ask(harness: &mut Harness<'_, App>, action: Action) {
    harness.state_mut().ask(action);
    harness.run_steps(3);
}

/// Works until nothing waits any more.
fn finish(harness: &mut Harness<'_, App>, worker: &ByHand) {
    while worker.waiting() > 0 {
        worker.work();
        harness.run_steps(3);
    }
}

/// Where everything is that has a name of its own.
fn places(harness: &Harness<'_, App>) -> BTreeMap<String, Rect> {
    let named = by().predicate(|node| {
        let role = node.role();
        matches!(
            role,
            Role::Meter | Role::Figure | Role::Slider | Role::Tab | Role::ComboBox | Role::Button | Role::Link
        )
    });
    let all = harness.query_all(named).filter_map(|node| {
        // The sentence about what just moved has a room of its own, and another one each time.
        if node.accesskit_node().role() == Role::Link && node.rect().top() < STRIP {
            return None;
        }
        let name = node.accesskit_node().label()?;
        Some((format!("{:?} {}", node.accesskit_node().role(), without_number(&name)), node.rect()))
    });
    all.collect()
}

/// A name without the number that it ends with, which changes.
fn without_number(name: &str) -> &str {
    let is_number = |at: &usize| name[at + 2..].starts_with(|c: char| c.is_ascii_digit() || "+−£€".contains(c));
    let end = name.match_indices(": ").map(|(at, _)| at).find(is_number);
    end.map_or(name, |end| &name[..end])
}

/// What is in both places and moved, or is in the first only.
fn moved(before: &BTreeMap<String, Rect>, after: &BTreeMap<String, Rect>) -> Vec<String> {
    let differs = |a: Rect, b: Rect| (a.min - b.min).length() > 1.0 || (a.size() - b.size()).length() > 1.0;
    before
        .iter()
        .filter_map(|(name, a)| match after.get(name) {
            Some(b) if differs(*a, *b) => Some(format!("{name}: {a} {b}")),
            Some(_) => None,
            None => Some(format!("{name}: gone")),
        })
        .collect()
}

fn edit(level: f64) -> Action {
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
    Action::Edit(edit, None)
}

/// The first results, those after a change, and those of another question.
fn check(size: [f32; 2], language: Language, place: &Place) {
    for tab in TABS {
        if tab == Tab::Sectors && *place == Place::All {
            continue;
        }
        let worker = ByHand::default();
        let mut harness = window(size, language, worker.clone());
        ask(&mut harness, Action::Look(place.clone()));
        ask(&mut harness, Action::Show(tab));
        assert!(worker.waiting() > 0, "{tab:?}");
        let empty = places(&harness);
        finish(&mut harness, &worker);
        let first = places(&harness);
        assert!(first.len() > 10, "{tab:?}");
        let what = format!("{size:?} {language:?} {place:?} {tab:?}");
        assert_eq!(moved(&empty, &first), [""; 0], "the first results, {what}");

        ask(&mut harness, edit(88.0));
        assert!(worker.waiting() > 0, "{what}");
        let waits = places(&harness);
        finish(&mut harness, &worker);
        assert_eq!(moved(&waits, &places(&harness)), [""; 0], "after a change, {what}");
        // Undo has another name then, and the scenario is not saved.
        let mut still = first.clone();
        still.retain(|name, _| waits.contains_key(name));
        assert!(first.len() - still.len() < 6, "{what}");
        assert_eq!(moved(&still, &waits), [""; 0], "with the change, {what}");

        if let Tab::Why | Tab::Changes = tab {
            ask(&mut harness, Action::Attribute(Measure::Indicator(Indicator::IndustrialFloorspace)));
            let waits = places(&harness);
            finish(&mut harness, &worker);
            assert_eq!(moved(&waits, &places(&harness)), [""; 0], "another question, {what}");
        }
    }
    speak(Language::En);
}

#[test]
fn results_of_a_city_move_nothing() {
    check([1280.0, 800.0], Language::En, &Place::City("london".to_owned()));
}

#[test]
fn results_of_a_city_move_nothing_in_a_narrow_window_in_french() {
    check([1024.0, 1600.0], Language::Fr, &Place::City("london".to_owned()));
}

#[test]
fn results_of_all_cities_move_nothing() {
    check([1280.0, 1600.0], Language::Nl, &Place::All);
}
