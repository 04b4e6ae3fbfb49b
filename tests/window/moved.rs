//! What just moved: the sentence above the tabs' content, its links and its table.

use eframe::egui::accesskit::{Live, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::scenario::document::Measure;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::moved::table::table;
use making_room::session::view::{Place, Tab};
use making_room::text::{Language, speak};

use crate::open::{ByHand, MEMBERS, the, there_is, window, window_of};

const WHY_FLOORSPACE: &str = "Why Industrial floorspace moved, London";

fn ask(harness: &mut Harness<'_, App>, action: Action) {
    harness.state_mut().ask(action);
    harness.run();
}

fn protect(harness: &mut Harness<'_, App>, level: f64) {
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
    ask(harness, Action::Edit(edit, None));
}

/// What a screen reader has of the strip.
fn said(harness: &Harness<'_, App>) -> String {
    let is_it = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let is_named = node.data().description().is_some_and(|name| name == "What just moved");
        is_named && node.data().live() == Some(Live::Polite)
    };
    let mut found = harness.query_all(by().role(Role::Label)).filter(|node| is_it(node));
    let words = found.next().and_then(|node| node.accesskit_node().value()).expect("the strip is there");
    assert!(found.next().is_none(), "one strip");
    words
}

#[test]
fn a_change_is_told_and_an_undo_says_what_it_brought_back() {
    let mut harness = window();
    assert!(said(&harness).starts_with("Against adopted policy: "), "{}", said(&harness));
    ask(&mut harness, Action::OpenPreset("reference"));
    assert!(said(&harness).starts_with("Every lever is at adopted policy."), "{}", said(&harness));
    protect(&mut harness, 90.0);
    let told = said(&harness);
    assert!(told.starts_with("Protected share of industrial land, London ") && told.contains("because"), "{told}");
    ask(&mut harness, UiCommand::Undo.into());
    assert!(said(&harness).starts_with("Undone: Protected share of industrial land, London 90"), "{}", said(&harness));
    ask(&mut harness, UiCommand::Redo.into());
    assert!(said(&harness).starts_with("Done again: "), "{}", said(&harness));
    ask(&mut harness, UiCommand::ResetCity.into());
    assert!(said(&harness).contains("industrial floorspace \u{2212}"), "{}", said(&harness));
}

#[test]
fn an_indicator_of_the_sentence_leads_to_the_levers_behind_it() {
    let mut harness = window();
    ask(&mut harness, Action::OpenPreset("reference"));
    protect(&mut harness, 90.0);
    the(&harness, Role::Link, WHY_FLOORSPACE).click();
    harness.run();
    let view = &harness.state().workspace().view;
    assert_eq!(view.tab, Tab::Why);
    assert_eq!(view.explained, Measure::Indicator(Indicator::IndustrialFloorspace));
    // From another city it leads back to the one that moved.
    ask(&mut harness, Action::Look(Place::City("brussels".to_owned())));
    the(&harness, Role::Link, WHY_FLOORSPACE).click();
    harness.run();
    assert_eq!(harness.state().workspace().view.place, Place::City("london".to_owned()));
}

#[test]
fn more_opens_a_table_of_all_that_moved() {
    let mut harness = window();
    ask(&mut harness, Action::OpenPreset("reference"));
    assert!(!there_is(&harness, Role::Button, "Everything that moved"), "there is nothing to show");
    protect(&mut harness, 90.0);
    the(&harness, Role::Button, "Everything that moved").click();
    harness.run();
    let rows = {
        let state = harness.state();
        table(state.workspace(), state.background())
    };
    assert!(rows.len() > 3);
    for row in &rows {
        assert!(harness.query_all(by().role(Role::Link).label(&row.link.name)).count() > 0, "{}", row.link.name);
    }
    let way = rows[0].way.clone().expect("the path was found");
    assert!(harness.query_all(by().role(Role::Label).value(&way)).next().is_some(), "{way}");
}

#[test]
fn all_cities_names_the_city_that_moved() {
    let mut harness = window();
    ask(&mut harness, Action::Look(Place::All));
    let other = harness.state().workspace().library().outlooks.keys().nth(1).expect("several outlooks").clone();
    ask(&mut harness, Action::Edit(ScenarioEdit::SetOutlook(other), None));
    let told = said(&harness);
    assert!(["London", "Brussels", "Rotterdam"].iter().any(|city| told.contains(&format!(", {city} "))), "{told}");
}

#[test]
fn the_room_of_the_sentence_is_the_same_whatever_it_says() {
    let card = |harness: &Harness<'_, App>| harness.get_all(by().role(Role::Meter)).next().map(|node| node.rect());
    for (language, size) in
        [(Language::En, [1280.0, 800.0]), (Language::Fr, [1024.0, 700.0]), (Language::Nl, [2560.0, 1440.0])]
    {
        let mut harness = window_of(size, Vec::new());
        ask(&mut harness, Action::Language(language));
        ask(&mut harness, Action::OpenPreset("reference"));
        let before = card(&harness);
        protect(&mut harness, 90.0);
        assert_eq!(card(&harness), before, "{language:?} {size:?}");
    }
    speak(Language::En);
}

/// While the newer paths are awaited, the figures are new and the reason stays.
#[test]
fn figures_are_never_late_and_reasons_stay_until_newer_ones_come() {
    let mut harness = window();
    ask(&mut harness, Action::OpenPreset("reference"));
    let (ctx, hand) = (harness.ctx.clone(), ByHand::default());
    harness.state_mut().work_with(&ctx, Box::new(hand.clone()), MEMBERS);
    let drag = |harness: &mut Harness<'_, App>, level: f64| {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
        ask(harness, Action::Edit(edit, Some(making_room::scenario::history::Gesture(7))));
    };
    drag(&mut harness, 85.0);
    let first = said(&harness);
    assert!(first.contains("85") && !first.contains("because"), "nobody has worked yet: {first}");
    hand.work();
    harness.run();
    assert!(said(&harness).contains("because"), "{}", said(&harness));
    drag(&mut harness, 90.0);
    let later = said(&harness);
    assert!(later.contains("90") && later.contains("because"), "{later}");
}
