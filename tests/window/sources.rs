//! The tab of sources, own assumptions and their marks, the model document.

use std::process::Command;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::evidence::entries::Kind;
use making_room::explain::address::{Address, Topic};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::gui::model_document;
use making_room::model::parameters::ParameterId;
use making_room::scenario::document::Assumption;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::search::Search;
use making_room::session::view::Tab;

use crate::journey::BINARY;
use crate::open::{says, the, there_is, value, window_of};

fn sources(size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = window_of(size, Vec::new());
    harness.state_mut().ask(Action::Show(Tab::Sources));
    harness.run();
    harness
}

fn rows(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all(by().role(Role::ListBoxOption)).filter_map(|node| node.accesskit_node().label()).collect()
}

fn assume(value: f64, reason: &str, city: Option<&str>) -> Action {
    let assumption = Assumption { value, reason: reason.to_owned() };
    let (city, parameter) = (city.map(str::to_owned), ParameterId::NaturalVacancy);
    Action::Edit(ScenarioEdit::SetAssumption { city, parameter, assumption }, None)
}

#[test]
fn a_search_finds_and_a_row_shows_its_whole_entry() {
    let mut harness = sources([1280.0, 900.0]);
    assert!(says(&harness, "How much of it is assumed"), "before anything is chosen");
    assert!(rows(&harness).len() < 40, "only the rows in view are there: {}", rows(&harness).len());
    the(&harness, Role::TextInput, "Search in sources").focus();
    harness.run();
    the(&harness, Role::TextInput, "Search in sources").type_text("brussels floorspace 2017");
    harness.run();
    let found = rows(&harness);
    let row = found.iter().find(|row| row.contains("brussels.floorspace,")).expect("the series is found").clone();
    the(&harness, Role::ListBoxOption, &row).click();
    harness.run();
    for words in ["series · brussels.floorspace", "Covers", "Label", "Source", "Licence"] {
        assert!(says(&harness, words), "{words}");
    }
}

#[test]
fn the_list_is_walked_by_key() {
    let mut harness = sources([1280.0, 900.0]);
    let list = rows(&harness);
    let count = harness.state().workspace().catalogue().entries().len();
    let name = format!("Entries, {count} found. Arrow keys choose");
    the(&harness, Role::ListBox, &name).focus();
    harness.run();
    for (key, expected) in [(Key::ArrowDown, 0), (Key::ArrowDown, 1), (Key::ArrowUp, 0), (Key::PageDown, 12)] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().workspace().search.chosen, Some(expected), "{key:?}");
    }
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(harness.state().workspace().search.chosen, Some(count - 1));
    assert_ne!(rows(&harness), list, "the list has moved to its end");
}

#[test]
fn filters_narrow_the_list() {
    let mut harness = sources([1280.0, 900.0]);
    for (search, all) in [
        (Search { kind: Some(Kind::Source), ..Search::default() }, "source"),
        (Search { kind: Some(Kind::Forecast), ..Search::default() }, "forecast"),
    ] {
        harness.state_mut().ask(Action::Search(search.clone()));
        harness.run();
        let workspace = harness.state().workspace();
        let found = search.find(workspace.catalogue(), workspace.document().scenario());
        assert!(found.iter().all(|at| workspace.catalogue().entries()[*at].kind.text() == all));
    }
    the(&harness, Role::CheckBox, "Assumptions only").click();
    harness.run();
    assert!(harness.state().workspace().search.assumed);
    assert!(rows(&harness).iter().all(|row| row.ends_with("judgement") || row.ends_with("recalled")));
}

/// Types into a field and leaves it.
fn write(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    the(harness, Role::TextInput, field).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    the(harness, Role::TextInput, field).type_text(text);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_parameter_is_overridden_with_a_reason_and_marked_wherever_it_counts() {
    let mut harness = window_of([1280.0, 1800.0], Vec::new());
    let rent = value(&harness, Role::Meter, "Real rent, London, 2040");
    let address = Address::new("london", Topic::Parameter(ParameterId::NaturalVacancy));
    harness.state_mut().ask(Action::Explain(address));
    harness.run();
    write(&mut harness, "Own value of v_star", "0.12");
    let outside = harness.query_all(by().role(Role::Label)).filter_map(|node| node.accesskit_node().value());
    let above =
        |words: String| words.starts_with("It lies above the range of the evidence") && words.ends_with("marked.");
    assert!(outside.into_iter().any(above));
    the(&harness, Role::Button, "Assume it").click();
    harness.run();
    let refusal = harness.state().refusal().expect("a reason is needed").to_owned();
    assert!(refusal.contains("needs a reason"), "{refusal}");
    write(&mut harness, "Reason for your own v_star", "Agents see more room");
    the(&harness, Role::Button, "Assume it").click();
    harness.run();
    assert_eq!(harness.state().refusal(), None);
    let own = harness.state().workspace().document().scenario().cities["london"].assumptions.clone();
    assert_eq!(own[&ParameterId::NaturalVacancy].reason, "Agents see more room");
    assert!(value(&harness, Role::Meter, "Real rent, London, 2040") > rent);
    let undo = {
        let workspace = harness.state().workspace();
        workspace.document().undo_name(workspace.library())
    };
    assert_eq!(undo.as_deref(), Some("Assumption v_star, London"));
    harness.state_mut().ask(UiCommand::Undo.into());
    harness.run();
    let written = |name| the(&harness, Role::TextInput, name).value().unwrap_or_default();
    assert!(!written("Own value of v_star").contains("0.12"), "the form does not hold on to what was handed in");
    assert_eq!(written("Reason for your own v_star"), "");
    harness.state_mut().ask(UiCommand::Redo.into());
    harness.run();

    // On cards, charts, the status line, in the explanation of what it reaches.
    let card = the(&harness, Role::Meter, "Real rent, London, 2040");
    let words = card.accesskit_node().data().description().expect("a card says more").to_owned();
    assert!(words.contains("With 1 own assumption: v_star"), "{words}");
    assert!(says(&harness, "1 own assumption ·"));
    assert!(there_is(&harness, Role::Button, "1 own assumption"));
    the(&harness, Role::Meter, "Real rent, London, 2040").click();
    harness.run();
    assert!(says(&harness, "With 1 own assumption: v_star"));
    harness.state_mut().ask(Action::Look(making_room::session::view::Place::City("brussels".to_owned())));
    harness.run();
    let other = the(&harness, Role::Meter, "Real rent, Brussels, 2040");
    let words = other.accesskit_node().data().description().expect("a card says more").to_owned();
    assert!(!words.contains("own assumption"), "{words}");

    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(!there_is(&harness, Role::Button, "1 own assumption"));
}

#[test]
fn a_value_that_the_model_cannot_take_is_refused_with_the_range() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    harness.state_mut().ask(assume(7.0, "a test", None));
    harness.run();
    let why = harness.state().refusal().expect("it is refused").to_owned();
    assert!(why.contains("v_star is 7") && why.contains("0.005 to 0.5"), "{why}");
    assert!(harness.state().workspace().document().scenario().assumptions.is_empty());
}

#[test]
fn the_assumptions_of_the_scenario_are_listed_and_taken_back() {
    let mut harness = sources([1280.0, 1200.0]);
    harness.state_mut().ask(assume(0.05, "because", None));
    harness.state_mut().ask(assume(0.07, "a closer look", Some("london")));
    harness.run();
    assert!(says(&harness, "Assumptions of this scenario"));
    assert!(says(&harness, "Because: because") && says(&harness, "Because: a closer look"));
    assert!(says(&harness, "It lies below that range."));
    the(&harness, Role::Button, "2 own assumptions").click();
    harness.run();
    assert!(harness.state().workspace().search.own);
    assert_eq!(rows(&harness).len(), 4, "the value for all cities and each city's own");
    the(&harness, Role::Button, "Back to the evidence: v_star, London").click();
    harness.run();
    assert!(harness.state().workspace().document().scenario().cities["london"].assumptions.is_empty());
}

#[test]
fn every_entry_can_be_shown() {
    let mut harness = sources([1024.0, 700.0]);
    let count = harness.state().workspace().catalogue().entries().len();
    for chosen in (0..count).step_by(7) {
        harness.state_mut().ask(Action::Search(Search { chosen: Some(chosen), ..Search::default() }));
        harness.step();
        harness.step();
    }
    harness.run();
}

#[test]
fn the_model_document_is_read_by_its_headings() {
    for size in [[1024.0, 700.0], [1280.0, 800.0], [2560.0, 1440.0]] {
        let mut harness = window_of(size, Vec::new());
        for section in model_document::sections() {
            harness.state_mut().ask(Action::Read(section.title.clone()));
            harness.run();
            assert!(says(&harness, &section.title), "{}", section.title);
        }
    }
}

#[test]
fn an_explanation_leads_to_its_place_in_the_document_and_a_constant_back() {
    let mut harness = window_of([1280.0, 2000.0], Vec::new());
    the(&harness, Role::Meter, "Vacancy, London, 2040").click();
    harness.run();
    the(&harness, Role::Button, "Read “What follows from the state” in the model document").click();
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Model);
    assert!(says(&harness, "What follows from the state"));
    harness.state_mut().ask(Action::Read("Constants".to_owned()));
    harness.run();
    let row = harness
        .query_all(by().role(Role::Link))
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("h_U0, Yearly chance"))
        .expect("the table of constants is there");
    harness.get(by().role(Role::Link).label(&row)).click_accesskit();
    harness.run();
    let topic = harness.state().workspace().trail.current().map(|address| address.topic.clone());
    assert_eq!(topic, Some(Topic::Parameter(ParameterId::HazardOther)));
}

#[test]
fn every_scroll_bar_has_a_name() {
    let mut harness = window_of([1024.0, 600.0], Vec::new());
    for tab in Tab::all() {
        harness.state_mut().ask(Action::Show(tab));
        harness.state_mut().ask(Action::Explain(Address::new(
            "london",
            Topic::Quantity("E", making_room::explain::runs::Part::Whole),
        )));
        harness.run();
        let bars: Vec<_> = harness.query_all(by().role(Role::ScrollBar)).collect();
        assert!(!bars.is_empty(), "{tab:?}: the explanation is longer than the window");
        for bar in bars {
            assert!(bar.accesskit_node().label().is_some(), "{tab:?}: {:?}", bar.accesskit_node().raw_bounds());
        }
    }
}

#[test]
fn a_city_that_a_file_brought_is_explained_and_its_sources_are_listed() {
    let home = tempfile::tempdir().expect("a folder for the test");
    let file = home.path().join("vienna.scenario.ron");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");
    let made = Command::new(BINARY).args(["new", "vienna", "--pack", pack, "-o"]).arg(&file).status();
    assert!(made.expect("the binary starts").success());
    let mut harness = window_of([1280.0, 1800.0], vec![file]);
    the(&harness, Role::Meter, "Manufacturing jobs, Vienna, 2040").click();
    harness.run();
    assert!(there_is(&harness, Role::Heading, "Manufacturing jobs"), "the explanation of the file's own city");
    assert!(!says(&harness, "This city is not in the scenario, or cannot be computed."));
    let known = |harness: &Harness<'_, App>| {
        let entries = harness.state().workspace().catalogue().entries();
        entries.iter().any(|entry| entry.id.starts_with("vienna."))
    };
    assert!(known(&harness), "its data is among the sources");
    harness.state_mut().ask(Action::OpenPreset("reference"));
    harness.run();
    assert!(!known(&harness), "and not among those of another document");
}
